"""The exact rank of a matrix of floats or integers, as a theorem of the kernel.

A float is a rational number with a power of two below it, so a matrix of floats is an exact
matrix. Its rank is a different thing from its numerical rank: rounding a matrix of rank 1 as a
rule makes it one of full rank.

Bound from below by an invertible minor modulo a prime, from above by a factorisation through the
reduced echelon form; the kernel multiplies both out.

Sources: J.-G. Dumas, B. D. Saunders, G. Villard, J. Symb. Comp. 32 (2001); J. D. Dixon, Numer.
Math. 40 (1982).
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

from exactspaces.errors import NoAnswer, NotNumeric, TooLarge
from exactspaces.fields import QQ
from exactspaces.kernel import Given, Matrix, Rank, Theorem
from exactspaces.numeric.arrays import Array
from exactspaces.numeric.inputs import read_matrix
from exactspaces.numeric.libraries import is_operator, is_sparse
from exactspaces.numeric.theorems import exact_rows
from exactspaces.questions import ValueOf
from exactspaces.settle import settle

_LARGEST = 1_000_000


@dataclass(frozen=True, repr=False)
class ExactRank:
    """The rank of a matrix, read exactly, and the theorem that states it.

    Of a matrix with more columns than rows the theorem is about the transpose.
    """

    value: int
    theorem: Theorem

    def __repr__(self) -> str:
        return f"exact rank {self.value} (proved)"

    def as_dict(self) -> dict[str, Any]:
        """Give the rank as plain data; the theorem has a file of its own."""
        return {"value": self.value, "proved": True}


def exact_rank(A: Any) -> ExactRank:
    """Prove the rank of a matrix of real floats, or of integers of any size, read exactly.

    Raises NotNumeric (complex entries; others as in `svd`), WrongShape, TooLarge beyond a million
    entries, NoAnswer when no proof was found.

    >>> exact_rank([[1, 2], [2, 4]])
    exact rank 1 (proved)
    >>> exact_rank([[1.0, 3.0], [0.1, 0.3]])  # the float 0.3 is not three times the float 0.1
    exact rank 2 (proved)
    """
    table, denominator = _integers(A)
    if len(table) < len(table[0]):
        table = list(zip(*table, strict=True))
    matrix = Matrix(QQ, tuple(map(tuple, table)), len(table[0]), denominator)
    outcome = settle(ValueOf(Rank(Given(matrix))))
    if outcome.theorem is None:
        raise NoAnswer(f"the rank was not proved: {outcome.reason}")
    return ExactRank(outcome.answer.value, outcome.theorem)


def _integers(A: Any) -> tuple[list[Any], int]:
    """Give the entries as integers over one denominator."""
    if is_operator(A):
        raise NotNumeric("A is an operator; pass a matrix, whose entries can be read")
    if is_sparse(A):
        A = A.toarray()
    whole = _whole_numbers(A)
    if whole is not None:
        return whole, 1
    array: Array = read_matrix(A)
    if np.iscomplexobj(array):
        raise NotNumeric("A has complex entries; the exact rank is proved for real ones")
    _require_moderate(array.size)
    return exact_rows(array)


def _whole_numbers(A: Any) -> list[Any] | None:
    """Give rows of Python integers as they are: they may be larger than any float."""
    try:
        array = np.asarray(A) if isinstance(A, np.ndarray) else np.asarray(A, dtype=object)
    except ValueError:
        return None
    if array.ndim != 2 or array.size == 0 or array.dtype.kind not in "iuO":
        return None
    _require_moderate(array.size)
    rows: list[Any] = array.tolist()
    return rows if all(type(x) is int for row in rows for x in row) else None


def _require_moderate(size: int) -> None:
    if size > _LARGEST:
        raise TooLarge(f"A has {size} entries; the exact rank is proved for up to {_LARGEST}")
