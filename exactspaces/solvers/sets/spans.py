"""The span that a set given by conditions is, found from small members."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations, product
from math import lcm

from exactspaces.errors import NoAnswer
from exactspaces.kernel import (
    Certificate,
    Each,
    Extension,
    Independent,
    KernelError,
    Matrix,
    PrimeField,
    Rationals,
    Regular,
)
from exactspaces.kernel.finite import arithmetic, decided, size_of
from exactspaces.kernel.formulas import Constant, Every, Finite, Formula
from exactspaces.kernel.matrices import reduced
from exactspaces.kernel.polynomials import canonical, degree
from exactspaces.kernel.settings import Setting
from exactspaces.kernel.statements import ForAll, Lemma, Normalised, RunThrough
from exactspaces.kernel.universal import comparisons
from exactspaces.kernel.valuation import truth
from exactspaces.questions import Finding
from exactspaces.questions.laws import same, statement
from exactspaces.questions.obligations import Obligation, Shown
from exactspaces.questions.sets import SpannedBy, block, combined
from exactspaces.solvers.decisions import full_row_minor
from exactspaces.solvers.evidence import LITERAL, echelon_of, null_basis
from exactspaces.solvers.sets.equations import NF, prove_equations, proves
from exactspaces.solvers.sets.polynomials import difference, linear_part
from exactspaces.spaces.user import UserSpace

MAX_POINTS = 2000
MAX_ELEMENTS = 20_000
STEPS = (1, -1, 2)


def find_span(question: SpannedBy) -> Finding:
    """Find a basis of a set that is a span, with the evidence.

    Raises NoAnswer when the set is not seen to be one.
    """
    basis = span_of(question.space)
    claim = question.claim(basis)
    proofs = _evidence(claim.claims, basis)  # type: ignore[attr-defined]
    return Finding(basis, Each(proofs))


def _evidence(
    claims: tuple[ForAll, ForAll, Independent], basis: Matrix
) -> tuple[Certificate, ...]:
    combinations_inside, members, _ = claims
    finite = isinstance(combinations_inside.quantities[0].domain, Finite)
    first = RunThrough() if finite else NF
    if not proves(combinations_inside, first):
        raise NoAnswer("the vectors found span more than the set")
    second = RunThrough() if finite else prove_equations(members)
    if second is None or not proves(members, second):
        raise NoAnswer("it is not shown that every member is a combination of those found")
    minor = full_row_minor(basis)
    if minor is None:
        raise NoAnswer("the vectors found are dependent")
    return first, second, Regular(minor, (LITERAL,))


def find_closure(question: Obligation) -> Finding:
    """Prove a closure of a set that is a span: its members obey linear equations.

    Raises NoAnswer when the set is not seen to be a span.
    """
    space, claim = question.space, statement(question.space, question.name).proved()
    basis = span_of(space)
    certificate: Certificate = RunThrough() if isinstance(space.field, Finite) else NF
    letters = "uv" if question.name == "closed_add" else "u"
    if not isinstance(space.field, Finite):
        certificate = _after_equations(claim, space, basis, letters)
    if not proves(claim, certificate):
        raise NoAnswer("the closure is not shown from the linear equations of the set")
    return Finding(Shown(), certificate)


def _after_equations(claim: ForAll, space: UserSpace, basis: Matrix, letters: str) -> Certificate:
    lemmas = []
    for letter in letters:
        u = space.vector(letter)
        again = combined(basis, tuple(u[column] for column in block(basis)))
        equations = same(u, again)
        proof = prove_equations(ForAll(claim.quantities, claim.hypotheses, equations))
        if proof is None:
            raise NoAnswer("the linear equations of the set are not shown")
        lemmas.append((equations, proof))
        claim = ForAll(claim.quantities, (*claim.hypotheses, equations), claim.conclusion)
    certificate: Certificate = Normalised()
    for equations, proof in reversed(lemmas):
        certificate = Lemma(equations, proof, certificate)
    return certificate


def span_of(space: UserSpace) -> Matrix:
    """Give a basis, with an identity block, of the span of all members that are tried.

    Raises NoAnswer for finite sets that are too large, and where no member is found.
    """
    if isinstance(space.field, PrimeField | Extension):
        return _reduced(_finite_members(space, space.field))
    directions = _linear_solutions(space)
    points = [_combination(directions, c) for c in _coefficients(directions.height)]
    members = [p for p in points if _is_member(space, p)]
    if not members:
        raise NoAnswer("no member of the set was found")
    return _reduced(_rational(members, space.size))


def _rational(rows: list[list[Fraction]], width: int) -> Matrix:
    d = lcm(*(x.denominator for row in rows for x in row))
    whole = tuple(tuple(int(x * d) for x in row) for row in rows)
    return reduced(Matrix(Rationals(), whole, width, d))


def _reduced(rows: Matrix) -> Matrix:
    found = echelon_of(rows)
    return found.rows


def _finite_members(space: UserSpace, field: PrimeField | Extension) -> Matrix:
    total = size_of(field) ** space.size
    if total > MAX_ELEMENTS:
        raise NoAnswer(f"{total} vectors are too many to be tried")
    places = {name: k for k, name in enumerate(space.names("u"))}
    test = decided(space.contains(space.vector("u")), places, arithmetic(field))
    found = [p for p in product(range(size_of(field)), repeat=space.size) if test(p)]
    rows = tuple(tuple(_element(field, n) for n in point) for point in found)
    return Matrix(field, rows, space.size)


def _element(field: PrimeField | Extension, n: int) -> object:
    if isinstance(field, PrimeField):
        return n
    digits: dict[tuple[int, ...], int] = {}
    for k in range(degree(field.moduli[0], 0)):
        n, digits[k,] = divmod(n, field.characteristic)
    return canonical(digits, field.characteristic)


def _linear_solutions(space: UserSpace) -> Matrix:
    """Give a basis of the solutions of those conditions that are linear equations."""
    names, rows = space.names("u"), []
    setting = Setting(dict(zip(names, space.domains, strict=True)))
    for one in comparisons((space.contains(space.vector("u")),)):
        try:
            form = linear_part(difference(setting, one)) if one.relation == "=" else None
        except KernelError:
            form = None
        if form:
            rows.append([form.get(name, Fraction(0)) for name in names])
    return null_basis(echelon_of(_rational(rows, len(names)))).basis


def _coefficients(count: int) -> Iterator[tuple[int, ...]]:
    """Give small coefficients, sparse ones first."""
    given = 0
    for size in range(min(count, 4) + 1):
        for places in combinations(range(count), size):
            for values in product(STEPS, repeat=size):
                point = [0] * count
                for place, value in zip(places, values, strict=True):
                    point[place] = value
                yield tuple(point)
                given += 1
                if given >= MAX_POINTS:
                    return


def _combination(directions: Matrix, coefficients: tuple[int, ...]) -> list[Fraction]:
    return [
        Fraction(sum(c * row[j] for c, row in zip(coefficients, directions.rows, strict=True)))
        / directions.denominator
        for j in range(directions.width)
    ]


def _is_member(space: UserSpace, point: list[Fraction]) -> bool:
    numbers: tuple[Formula, ...] = tuple(Constant(x.numerator, x.denominator) for x in point)
    try:
        return truth(Setting({}), Every((space.contains(numbers),))) is True
    except KernelError:
        return False
