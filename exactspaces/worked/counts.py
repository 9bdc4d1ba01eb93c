"""Echelon form, pivots, rank, nullity."""

from exactspaces.kernel import (
    Add,
    Count,
    Dimension,
    Equal,
    Matrix,
    Pivots,
    Rank,
    ReducedEchelon,
    Term,
)
from exactspaces.rendering.formulas import Join, Num
from exactspaces.worked.chains import forward, fully
from exactspaces.worked.notation import counted, equation
from exactspaces.worked.spaces import check_rows
from exactspaces.worked.work import Work


def reduced_echelon(work: Work, term: ReducedEchelon) -> Matrix:
    """Clear below the pivots, then above them."""
    matrix = work.value(term.matrix)
    work.say("We clear the entries below each pivot, from left to right, then those above.")
    found = fully(work, matrix)
    check_rows(work, matrix, found)
    return found.matrix


def pivots(work: Work, term: Pivots) -> tuple[int, ...]:
    """Reduce, and look where rows begin."""
    matrix = work.value(term.matrix)
    work.say("The pivots show in a row echelon form. We clear the entries below each pivot.")
    return tuple(j + 1 for j in forward(work, matrix).pivots)


def rank(work: Work, term: Rank) -> int:
    """Count pivots."""
    matrix = work.value(term.matrix)
    work.say("The rank is the number of pivots. We clear the entries below each pivot.")
    found = forward(work, matrix).rank
    work.fact(Equal(term, Count(found)), _pivots(found), ": ", _value(work, term, found), ".")
    return found


def nullity(work: Work, term: Dimension, of: Term) -> int:
    """Count columns without a pivot."""
    matrix = work.value(of)
    work.say("The nullity is the number of columns without a pivot: columns minus rank.")
    r = forward(work, matrix).rank
    n: int = matrix.width
    found = n - r
    difference = equation(work.term(term), Join("-", (Num(n), Num(r))), Num(found))
    work.fact(Equal(term, Count(found)), _pivots(r), f", {_columns(n)}: ", difference, ".")
    both = Add(Rank(of), term)
    sides = equation(work.term(both), Join("+", (Num(r), Num(found))), Num(n))
    work.check(Equal(both, Count(n)), sides, ", the number of columns.")
    return found


def _pivots(r: int) -> str:
    return f"There {'is' if r == 1 else 'are'} {counted(r, 'pivot')}"


def _columns(n: int) -> str:
    return counted(n, "column")


def _value(work: Work, term: Rank, found: int) -> Join:
    return equation(work.term(term), Num(found))
