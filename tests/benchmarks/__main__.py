"""Print the tables of docs/look-up/performance.md, as measured here and now.

Run with OPENBLAS_NUM_THREADS=1 for one thread; name parts of row names to run only these:

    python -m tests.benchmarks "rref, 4" det
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import partial

from tests.benchmarks import starting, workloads
from tests.benchmarks.timing import Call, medians, ratio, shown

HEAD = (
    "| question | ours | its check | FLINT | ours / FLINT | check / compute | SymPy / ours |\n"
    "|---|---|---|---|---|---|---|"
)


def row(work: workloads.Workload) -> str:
    """Measure one workload; all columns take turns."""
    prepared = work.prepare()
    calls: dict[str, Call] = {"ours": work.ours, "check": prepared, "flint": work.flint}
    if work.sympy:
        calls["sympy"] = work.sympy
    found = medians(calls)
    ours, check, flint = found["ours"], found["check"], found["flint"]
    sympy = ratio(found["sympy"] / ours) if work.sympy else ""
    computed = ratio(check / max(ours - check, 1e-9))
    cells = shown(ours), shown(check), shown(flint), ratio(ours / flint), computed, sympy
    return f"| {work.name} | {' | '.join(cells)} |"


def all_workloads() -> Iterator[workloads.Workload]:
    makers: list[Callable[[], workloads.Workload]] = [workloads.textbook]
    makers += [partial(workloads.wide, n) for n in (10, 30, 50, 100, 200)]
    makers += [partial(workloads.half_rank, n) for n in (30, 50, 100, 200)]
    makers += [partial(workloads.square, n) for n in (50, 100, 200)]
    for make in makers:
        yield make()
    yield from workloads.others(30)


def main(wanted: list[str]) -> None:
    write = sys.stdout.write
    write(f"{HEAD}\n")
    for work in all_workloads():
        if not wanted or any(part in work.name for part in wanted):
            write(f"{row(work)}\n")
            sys.stdout.flush()
    if wanted:
        return
    found = starting.starts()
    bare = found["bare interpreter"]
    write("\n| start | time | beyond the bare interpreter |\n|---|---|---|\n")
    for name, seconds in found.items():
        write(f"| {name} | {shown(seconds)} | {shown(max(seconds - bare, 0.0))} |\n")
    before, after = starting.memory()
    write(f"\nPeak memory of a certified 200x400 echelon form: {after} MiB, {before} before it.\n")


main(sys.argv[1:])
