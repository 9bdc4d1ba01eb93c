"""Linear equations that follow from conditions, and the evidence for them."""

from collections.abc import Iterator
from fractions import Fraction

from exactspaces.kernel import Certificate, KernelError, check
from exactspaces.kernel import sums as s
from exactspaces.kernel.formulas import Compare, Constant, Every, Formula, Reals
from exactspaces.kernel.scalars import Rationals
from exactspaces.kernel.settings import Setting
from exactspaces.kernel.statements import (
    Cofactors,
    ForAll,
    Lemma,
    Normalised,
    Positive,
    Severally,
    Signs,
    Vanishing,
)
from exactspaces.kernel.sums import Sum
from exactspaces.kernel.universal import comparisons
from exactspaces.solvers.sets.polynomials import (
    Linear,
    difference,
    linear_formula,
    linear_part,
    quadratic,
    quotient,
    squares,
)
from exactspaces.spaces.normal import formula_of

ONE, ZERO, NF = Constant(1), Constant(0), Normalised()
SHARES = tuple(Fraction(1, 4**k) for k in range(5))


def proves(claim: ForAll, certificate: Certificate) -> bool:
    """Say whether the kernel accepts the certificate."""
    try:
        check(claim, certificate)
    except KernelError:
        return False
    return True


def prove_equations(claim: ForAll) -> Certificate | None:
    """Give evidence for a conclusion that consists of linear equations, or None."""
    goal = claim.conclusion
    if isinstance(goal, Every):
        proofs = [
            prove_equations(ForAll(claim.quantities, claim.hypotheses, x)) for x in goal.conditions
        ]
        found = tuple(proof for proof in proofs if proof is not None)
        return Severally(found) if len(found) == len(proofs) else None
    if not isinstance(goal, Compare):
        return None
    return next((one for one in _attempts(claim, goal) if proves(claim, one)), None)


def _attempts(claim: ForAll, goal: Compare) -> Iterator[Certificate]:
    yield NF
    setting = Setting({q.name: q.domain for q in claim.quantities})
    try:
        form = linear_part(difference(setting, goal))
    except KernelError:
        return
    if not form:
        return
    ell = linear_formula(form)
    real = all(isinstance(q.domain, Reals | Rationals) for q in claim.quantities)
    yield Vanishing(ell, NF, NF)
    if real:
        yield Signs(ell, NF, NF, NF)
    stated = comparisons(claim.hypotheses)
    equations = [one for one in stated if one.relation == "="]
    for one in stated:
        place = (equations.index(one), len(equations)) if one in equations else None
        try:
            inner = _inside(difference(setting, one), form, place, real=real)
        except KernelError:
            continue
        yield from (Vanishing(ell, NF, proof) for proof in inner)


def _inside(
    equation: Sum, form: Linear, place: tuple[int, int] | None, *, real: bool
) -> Iterator[Certificate]:
    """Show that what is stated of a polynomial cannot hold where the linear form is not zero.

    `place` is that of the equation among all equations, None for an inequality.
    """
    if not s.is_polynomial(equation):
        return
    if real:
        for sign in (1, -1):
            terms = _positive(s.scaled(equation, sign), form)
            if terms:
                above = Compare(">", formula_of(s.scaled(equation, sign)), ZERO)
                yield Lemma(above, Positive(ONE, terms), NF)
    rest = quotient(equation, form)
    if rest is not None and place is not None:
        position, count = place
        ones = tuple(ONE if k == position else ZERO for k in range(count))
        equal = Compare("=", formula_of(rest), ZERO)
        proof = Cofactors(linear_formula(form), ones)
        yield Lemma(equal, proof, NF)
        for inner in _inside(rest, form, (count, count + 1), real=real):
            yield Lemma(equal, proof, inner)


def _positive(
    equation: Sum, form: Linear
) -> tuple[tuple[Formula, tuple[int, ...], Formula], ...] | None:
    """Write a quadratic form as a sum of squares, one of them a multiple of the linear form's."""
    names = sorted({name for m, _ in equation for (_, name), _ in m} | set(form))
    matrix = quadratic(equation, [str(name) for name in names])
    if matrix is None:
        return None
    line = [form.get(name, Fraction(0)) for name in names]
    for share in SHARES:
        rest = squares(
            [
                [x - share * line[i] * line[j] for j, x in enumerate(row)]
                for i, row in enumerate(matrix)
            ]
        )
        if rest is not None:
            all_squares = [(share, line), *rest]
            return tuple(
                (
                    Constant(c.numerator, c.denominator),
                    (),
                    linear_formula(dict(zip(names, row, strict=True))),
                )
                for c, row in all_squares
            )
    return None
