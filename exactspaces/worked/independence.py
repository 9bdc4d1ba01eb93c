"""Independent or dependent; basis or not; direct sum or not."""

from collections.abc import Sequence

from exactspaces.errors import NoAnswer
from exactspaces.kernel import (
    Claim,
    Count,
    Dimension,
    Equal,
    Given,
    Included,
    Independent,
    Matrix,
    Member,
    NotMember,
    Span,
    Term,
)
from exactspaces.questions import BasisOf, Decision, DirectSum, ValueOf, denial, shape_of
from exactspaces.rendering.formulas import Formula, Join, Num
from exactspaces.solvers.bases import joined
from exactspaces.worked.chains import forward
from exactspaces.worked.notation import counted, equation, listed, numbered
from exactspaces.worked.proofs import proved
from exactspaces.worked.relations import write_relation
from exactspaces.worked.spaces import generators
from exactspaces.worked.work import Work


def holds(claim: Claim) -> bool:
    """Find out whether a claim holds."""
    return bool(proved(Decision(claim, denial(claim))).answer)


def independent(work: Work, claim: Independent, *, holds: bool) -> None:
    """Write the vectors as columns, and look for a pivot in each."""
    rows: Matrix = work.value(claim.vectors)
    _independence(work, rows, work.vectors(rows), holds=holds)


def _independence(work: Work, rows: Matrix, symbols: Sequence[Formula], *, holds: bool) -> None:
    if not rows.height:
        work.fact(Independent(Given(rows)), "There are no vectors, so there is no relation.")
        return
    work.say(
        "We write the vectors as columns. They are independent exactly when every column "
        "has a pivot."
    )
    found = forward(work, rows.transpose)
    if holds:
        words = "Every column has a pivot, so the vectors are linearly independent."
        work.fact(Independent(Given(rows)), words)
        return
    verb = "has" if len(found.free) == 1 else "have"
    where = numbered("Column", found.free)
    work.say(f"{where} {verb} no pivot, so the vectors are linearly dependent.")
    write_relation(work, rows, symbols)


def basis_of(work: Work, claim: BasisOf, *, holds: bool) -> None:
    """Ask three things: independent? in the space? as many as its dimension?"""
    rows: Matrix = work.value(claim.vectors)
    symbols = work.vectors(rows)
    free = _is(Independent(Given(rows)))
    _independence(work, rows, symbols, holds=free)
    if not free:
        work.say("So they are no basis.")
        work.fact(denial(claim.claim))
        return
    if not _all_inside(work, rows, symbols, claim.space):
        return
    _count(work, rows, claim, holds=holds)


def _is(claim: Claim) -> bool:
    return holds(claim)


def _all_inside(work: Work, rows: Matrix, symbols: Sequence[Formula], space: Term) -> bool:
    if _is(Included(Span(Given(rows)), space)):
        claim = Included(Span(Given(rows)), space)
        verb = "lies" if len(symbols) == 1 else "lie"
        who = listed(symbols) if symbols else ("The vectors",)
        work.fact(claim, *who, f" {verb} in ", work.term(space), ".")
        return True
    for i, symbol in enumerate(symbols):
        vector = Given(rows.select((i,)).transpose)
        if not _is(Member(vector, space)):
            work.fact(
                NotMember(vector, space),
                symbol,
                " does not lie in ",
                work.term(space),
                ": no basis of it.",
            )
            return False
    raise NoAnswer("no vector outside was found")


def _count(work: Work, rows: Matrix, claim: BasisOf, *, holds: bool) -> None:
    work.say("Now we compare their number with the dimension of ", work.term(claim.space), ".")
    size = whole_dimension(work, claim.space)
    many = counted(rows.height, "independent vector")
    work.say(
        f"There {'is' if rows.height == 1 else 'are'} {many}, and the dimension is {size}",
        ", so they span the space." if holds else ", so they do not span the space.",
    )
    work.fact(claim.claim if holds else denial(claim.claim))


def whole_dimension(work: Work, space: Term) -> int:
    """Give the dimension of a space; that of F^n needs no work."""
    found: int = proved(ValueOf(Dimension(space))).answer.value
    fact = Equal(Dimension(space), Count(found))
    if isinstance(space, Span) and found == shape_of(space).height:
        work.fact(fact, equation(work.term(Dimension(space)), Num(found)), ".")
        return found
    work.value(Dimension(space))
    return found


def direct_sum(work: Work, claim: DirectSum, *, holds: bool) -> None:
    """Join bases of the parts: they must be a basis of the whole."""
    parts = [
        generators(work, part, x) for part, x in zip(claim.summands, _letters(), strict=False)
    ]
    rows = [x for x, _ in parts]
    symbols = [y for _, x in parts for y in x]
    size = whole_dimension(work, claim.whole)
    work.say(
        "The sum is direct and gives the whole space exactly when the bases of the parts "
        "together are a basis of it."
    )
    if not rows:
        work.fact(claim.claim if holds else denial(claim.claim))
        return
    both = rows[0]
    for more in rows[1:]:
        both = joined(both, more)
    free = _is(Independent(Given(both)))
    _independence(work, both, symbols, holds=free)
    if free and _all_inside(work, both, symbols, claim.whole):
        total = Join("+", tuple(Num(x.height) for x in rows))
        sign = "=" if both.height == size else "!="
        work.say("Number of vectors against dimension: ", Join(sign, (total, Num(size))), ".")
        work.fact(claim.claim if holds else denial(claim.claim))


def _letters() -> list[str]:
    return ["uvs", "wzt", "stp", "pqr", *["vwx"] * 50]
