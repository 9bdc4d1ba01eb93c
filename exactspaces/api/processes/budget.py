"""Time and memory limits: a question that looks costly is answered in a process of its own."""

import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, fields, is_dataclass
from importlib import import_module
from typing import Any

from exactspaces.errors import ExactSpacesError
from exactspaces.kernel import Extension, Matrix, Parameters, Power, Ring
from exactspaces.questions import Question
from exactspaces.questions.rings import matrices_of
from exactspaces.settle import Outcome, by_cases, settle

_CHEAP = 3e7
_BUSY = 4.0  # how many times longer a process may wait for the processor than it computes
_SHORTEST = 1e-4
_MODULE = "exactspaces.api.processes.budget"


@dataclass(frozen=True)
class Budget:
    """How long an answer may take, in seconds, and how much memory it may use, in MiB.

    What counts is processor time, so that no answer stays open because the machine is busy; in
    all, an answer takes at most four times as long. Where a system cannot limit processor time
    the clock counts.
    """

    seconds: float = 10.0
    mebibytes: int = 4096


class Work:
    """Something else than a question that is to be done within a budget."""

    def result(self) -> Any:
        """Give what comes out."""
        raise NotImplementedError


def settle_within(question: Question, budget: Budget) -> Outcome:
    """Settle the question; undecided when the budget is used up.

    A small question is answered at once. Others run in a process of their own, which is ended
    when its time is over; so nothing that is asked can hang or use up all memory.
    """
    if cost(question) < _CHEAP:
        return settle(question)
    try:
        done = subprocess.run(  # noqa: S603 - our own module, the question goes in by stdin
            [sys.executable, "-m", _MODULE, str(budget.mebibytes), str(budget.seconds)],
            input=pickle.dumps(question),
            capture_output=True,
            timeout=patience(budget.seconds),
            check=False,
        )
    except subprocess.TimeoutExpired:
        return _unsettled(question, f"budget of {budget.seconds:g} s used")
    if is_out_of_time(done.returncode):
        return _unsettled(question, f"budget of {budget.seconds:g} s used")
    if done.returncode:
        last = done.stderr.decode(errors="replace").strip().splitlines()[-1:]
        why = "memory" if not last or "MemoryError" in last[0] else last[0][:200]
        return _unsettled(question, f"the computation ended early: {why}")
    outcome: Outcome = pickle.loads(done.stdout)  # noqa: S301 - written by our own process
    return outcome


def limit_time(seconds: float) -> None:
    """End this process once it has used so many more seconds of processor time; 0: never."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)


def patience(seconds: float) -> float:
    """Give how long to wait for a process that limits its own time."""
    return seconds * (_BUSY if hasattr(signal, "setitimer") else 1)


def is_out_of_time(code: int | None) -> bool:
    """Say whether a process ended with this code because its processor time was used up."""
    return hasattr(signal, "SIGPROF") and code == -signal.SIGPROF


def _unsettled(question: Question, reason: str) -> Outcome:
    return Outcome(by_cases(question), "undecided", None, None, reason)


def cost(question: Question) -> float:
    """Estimate the work: for each matrix about n^3 times the size of its entries."""
    factor = 1 + sum(exponents_of(question))
    return factor**2 * sum(_cost_of(matrix) for matrix in matrices_of(question))


def exponents_of(value: object) -> Iterator[int]:
    """Give the exponents of all powers in a question."""
    if isinstance(value, Power):
        yield value.exponent
    if isinstance(value, tuple):
        for item in value:
            yield from exponents_of(item)
    elif is_dataclass(value) and not isinstance(value, Matrix):
        for field in fields(value):
            yield from exponents_of(getattr(value, field.name))


def _cost_of(matrix: Matrix) -> float:
    n = max(matrix.height, matrix.width, 1)
    small = max(min(matrix.height, matrix.width), 1)
    size = max((_size(x) for row in matrix.rows for x in row), default=1)
    return float(n * small * small * (small * size / 64 + 1) * _slowness(matrix.ring))


def _slowness(ring: Ring) -> float:
    """Say how much longer than with whole numbers it takes to calculate in a ring."""
    if isinstance(ring, Parameters) and isinstance(ring.field, Extension) and len(ring.names) > 1:
        return _CHEAP  # factors in several letters over larger fields can take any time
    return {Extension: 2000, Parameters: 100_000}.get(type(ring), 1)


def _size(value: object) -> float:
    if isinstance(value, int):
        return value.bit_length() + 1
    return sum(map(_terms, _polynomial(value)))


def _polynomial(value: object) -> Iterator[tuple[tuple[int, ...], int]]:
    return iter(value)  # type: ignore[call-overload, no-any-return]


def _terms(term: tuple[tuple[int, ...], int]) -> float:
    return term[1].bit_length() + 1 + sum(term[0])


def main() -> int:
    """Answer the pickled question on standard input, within the memory and time that are named."""
    _limit_memory(int(sys.argv[1]))
    limit_time(max(float(sys.argv[2]) - time.process_time(), _SHORTEST))
    question = pickle.loads(sys.stdin.buffer.read())  # noqa: S301 - from our own process
    try:
        outcome = settle(question)
    except ExactSpacesError as error:
        outcome = _unsettled(question, str(error))
    sys.stdout.buffer.write(pickle.dumps(outcome))
    return 0


def _limit_memory(mebibytes: int) -> None:
    with suppress(ModuleNotFoundError):
        resource = import_module("resource")
        resource.setrlimit(resource.RLIMIT_AS, (mebibytes * 2**20, mebibytes * 2**20))


if __name__ == "__main__":
    sys.exit(main())
