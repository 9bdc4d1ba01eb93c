"""What a problem to start from consists of."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Start:
    """What a starter draws, requires, asks, and takes as the answer; `test` is an own test."""

    draws: tuple[str, ...]
    ask: str
    answer: str
    require: str = "height(A) <= 12"
    waive: tuple[str, ...] = ()
    test: str = '{ give = "?", verdict = "invalid" }'
    tables: str = ""  # what stands between the names and the part, such as a space


RANK_2 = ('A = "unreduce(nice_rref(3, 4, rank=2, height=3), ops=6, height=12)"',)
SQUARE = ('A = "invertible_matrix(3, height=5)"',)
WORK = "working_height(A) <= 30"
