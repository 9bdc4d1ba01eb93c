"""Medians of calls that take turns, so that a drift of the machine meets all of them."""

from __future__ import annotations

from collections.abc import Callable
from statistics import median
from time import process_time

Call = Callable[[], object]


def medians(
    calls: dict[str, Call],
    budget: float = 2.0,
    most: int = 200,
    clock: Callable[[], float] = process_time,
) -> dict[str, float]:
    """Time the calls in turn (A B C A B C ...) for about `budget` seconds, three turns at least.

    The clock counts the time of this process only, so that other work on the machine does not
    enter. A first, untimed turn pays for imports.
    """
    for call in calls.values():
        call()
    times: dict[str, list[float]] = {name: [] for name in calls}
    end = clock() + budget
    turns = 0
    while turns < 3 or (clock() < end and turns < most):
        turns += 1
        for name, call in calls.items():
            start = clock()
            call()
            times[name].append(clock() - start)
    return {name: median(values) for name, values in times.items()}


def shown(seconds: float) -> str:
    """Show a time with two or three digits."""
    for unit, size in (("s", 1.0), ("ms", 1e-3), ("us", 1e-6)):
        if seconds >= size:
            return f"{seconds / size:.3g} {unit}"
    return f"{seconds * 1e9:.0f} ns"


def ratio(value: float) -> str:
    """Show a ratio with two or three digits."""
    return f"{value:.0f}" if value >= 100 else f"{value:.2g}"
