"""Sums and intersections of spaces, and dimensions."""

from collections.abc import Sequence

from exactspaces.fields import matrix_from
from exactspaces.kernel import (
    Add,
    Count,
    Dimension,
    Equal,
    Given,
    Matrix,
    Meet,
    Member,
    Null,
    SpaceSum,
    Term,
    Transpose,
)
from exactspaces.kernel.matrices import times
from exactspaces.questions import BasisOf, ValueOf
from exactspaces.rendering.formulas import Formula, Join, Negative, Num
from exactspaces.solvers.bases import joined
from exactspaces.worked.chains import Reduced, forward, fully
from exactspaces.worked.counts import nullity
from exactspaces.worked.notation import (
    combination,
    counted,
    equation,
    indexed,
    listed,
    numbered,
)
from exactspaces.worked.proofs import proved
from exactspaces.worked.relations import null_vectors, whole
from exactspaces.worked.spaces import generators, write_equations
from exactspaces.worked.work import Work, each_row


def space_sum(work: Work, term: SpaceSum) -> Matrix:
    """Keep those vectors of both bases that are in pivot columns."""
    left, u = generators(work, term.left, "uvs")
    right, w = generators(work, term.right, "wzt")
    both = joined(left, right)
    work.say(
        work.term(term),
        " is spanned by both bases together. We write ",
        *_names((*u, *w)),
        " as columns and look for pivots.",
    )
    found = forward(work, both.transpose)
    rows = both.select(found.pivots)
    chosen = [(*u, *w)[j] for j in found.pivots]
    if not chosen:
        work.fact(BasisOf(Given(rows), term).claim, "There is none, so the basis is empty.")
        return rows
    where = numbered("column", found.pivots)
    verb = "is a basis" if len(chosen) == 1 else "are a basis"
    claim = BasisOf(Given(rows), term).claim
    work.fact(
        claim, f"The vectors in {where}, ", *listed(chosen), f", {verb} of ", work.term(term), "."
    )
    return rows


def _names(symbols: Sequence[Formula]) -> tuple[str | Formula, ...]:
    return listed(symbols) if symbols else ("no vectors",)


def meet(work: Work, term: Meet) -> Matrix:
    """Find all relations between the two bases."""
    left, u = generators(work, term.left, "uvs")
    right, w = generators(work, term.right, "wzt")
    if not left.height or not right.height:
        return _trivial(work, term, left, "One of the spaces is {0}, so the intersection is.")
    both = joined(left, right)
    x = indexed("x", range(both.height))
    k = left.height
    sides = equation(Join("+", _products(x[:k], u)), Join("+", _products(x[k:], w)))
    work.say(
        "A common vector is a combination of both bases: ",
        sides,
        ". We bring all to one side and reduce the matrix with the columns ",
        *listed(_signed(u, w)),
        ".",
    )
    minus = right.with_rows(
        tuple(right.ring.multiply(right.ring.integer(-1), a) for a in row) for row in right.rows
    )
    found = fully(work, joined(left, minus).transpose)
    if found.free:
        return _common(work, term, left, found, (u, w))
    words = "Every column has a pivot, so the zero vector is the only common vector."
    return _trivial(work, term, left, words)


def _trivial(work: Work, term: Meet, left: Matrix, words: str) -> Matrix:
    empty = left.with_rows(())
    work.fact(BasisOf(Given(empty), term).claim, words)
    return empty


def _products(x: Sequence[Formula], u: Sequence[Formula]) -> tuple[Formula, ...]:
    return tuple(Join("", pair) for pair in zip(x, u, strict=True))


def _signed(u: Sequence[Formula], w: Sequence[Formula]) -> list[Formula]:
    return [*u, *map(Negative, w)]


def _common(
    work: Work,
    term: Meet,
    left: Matrix,
    found: Reduced,
    names: tuple[Sequence[Formula], Sequence[Formula]],
) -> Matrix:
    vectors = null_vectors(found.matrix, found.pivots)
    k = left.height
    write_equations(work, found, found.matrix.width)
    heads = [whole(x)[:k] for _, x in vectors]
    rows = times(matrix_from(left.ring, heads, k), left)
    points = work.points(rows)
    work.say("Each free variable gives a common vector:")
    sides = [combination(head, names[0]) for head in heads]
    free = indexed("x", (j for j, _ in vectors))
    found_here = zip(free, sides, points, strict=True)
    work.list([("from ", x, ": ", equation(side, point)) for x, side, point in found_here])
    verb = "is a basis" if len(points) == 1 else "are a basis"
    work.fact(
        BasisOf(Given(rows), term).claim, *listed(points), f" {verb} of ", work.term(term), "."
    )
    for row, (_, x) in zip(each_row(rows), vectors, strict=True):
        inside = Member(Given(row.transpose), term.right)
        side = equation(work.point(row), combination(whole(x)[k:], names[1]))
        work.check(inside, side, ", so it lies in ", work.term(term.right), " too.")
    return rows


def dimension(work: Work, term: Dimension) -> int:
    """Count the vectors of a basis; for null(A) columns and pivots are enough."""
    if isinstance(term.space, Null) and not isinstance(term.space.matrix, Transpose):
        return nullity(work, term, term.space.matrix)
    rows: Matrix = work.value(term.space)
    found = rows.height
    sides = equation(work.term(term), Num(found))
    work.fact(Equal(term, Count(found)), f"The basis has {counted(found, 'vector')}: ", sides, ".")
    if isinstance(term.space, SpaceSum | Meet):
        _formula(work, term.space)
    return found


def _formula(work: Work, space: SpaceSum | Meet) -> None:
    """Check with dim(U + W) + dim(U & W) = dim U + dim W."""
    left, right = Dimension(space.left), Dimension(space.right)
    whole_, common = Dimension(SpaceSum(*space.parts)), Dimension(Meet(*space.parts))
    counts = [_count(x) for x in (whole_, common, left, right)]
    claim = Equal(Add(whole_, common), Add(left, right))
    numbers = equation(
        Join("+", (Num(counts[0]), Num(counts[1]))), Join("+", (Num(counts[2]), Num(counts[3])))
    )
    work.check(claim, work.claim(claim), ", that is ", numbers, ".")


def _count(term: Term) -> int:
    found: int = proved(ValueOf(term)).answer.value
    return found
