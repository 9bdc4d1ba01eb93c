"""Statements about finite sets: all values are tried, with an early exit."""

from collections.abc import Callable, Iterator
from itertools import product
from math import prod
from typing import Any

from exactspaces.errors import NoAnswer
from exactspaces.kernel import formulas as f
from exactspaces.kernel.certificates import Each
from exactspaces.kernel.errors import KernelError
from exactspaces.kernel.finite import Arithmetic, arithmetic, decided, size_of
from exactspaces.kernel.formulas import Formula, Variable
from exactspaces.kernel.scalars import Extension, PrimeField
from exactspaces.kernel.statements import Instance, Quantified, RunThrough
from exactspaces.kernel.universal import MAX_CASES
from exactspaces.questions import Finding, laws
from exactspaces.questions.laws import Statement
from exactspaces.questions.obligations import Absent, Broken, Chart, Shown
from exactspaces.solvers.laws.build import Deadline, add, constant, mul
from exactspaces.spaces.user import UserSpace, Vector

MAX_CANDIDATES = 4096


def is_finite(space: UserSpace) -> bool:
    """Say whether scalars and components are from finite sets."""
    return all(isinstance(x, f.Finite) for x in (space.field, *space.domains))


def element(number: int, domain: f.Domain) -> Formula:
    """Give the formula of the element with this number."""
    if not isinstance(domain, Extension):
        return constant(number)
    parts, p, k = [], domain.characteristic, 0
    while number:
        number, digit = divmod(number, p)
        parts.append(mul(constant(digit), *[Variable(domain.names[0])] * k))
        k += 1
    return add(*parts)


def find_statement(statement: Statement, deadline: Deadline) -> Finding:
    """Prove a statement by running through, or give the first counterexample."""
    claim = statement.proved()
    sizes = _sizes(claim)
    if prod(sizes) > MAX_CASES:
        raise NoAnswer(f"undecided: more than {MAX_CASES} cases")
    test, conclusion = _tests(claim)
    for count, values in enumerate(_by_size(sizes)):
        if not count % 4096:
            deadline.check()
        if test(values) and not conclusion(values):
            domains = [q.domain for q in claim.quantities]
            point = tuple(map(element, values, domains))
            return Finding(Broken(point), Instance(point))
    return Finding(Shown(), RunThrough())


def _sizes(claim: Quantified) -> list[int]:
    return [size_of(q.domain) for q in claim.quantities]


def _by_size(sizes: list[int]) -> Iterator[tuple[int, ...]]:
    """Give all values: first with few that are not zero, then all in their order."""
    for k in range(len(sizes)):
        for value in range(1, sizes[k]):
            yield (*[0] * k, value, *[0] * (len(sizes) - k - 1))
    if prod(sizes) > 4096:
        yield from product(*(range(min(size, 2)) for size in sizes))
    yield from product(*map(range, sizes))


def _tests(claim: Quantified) -> tuple[Callable[..., Any], Callable[..., Any]]:
    field = _field(claim)
    places = {q.name: k for k, q in enumerate(claim.quantities)}
    hypotheses = decided(f.Every(claim.hypotheses), places, field)
    return hypotheses, decided(claim.conclusion, places, field)


def _field(claim: Quantified) -> Arithmetic | None:
    domains = [q.domain for q in claim.quantities if isinstance(q.domain, PrimeField | Extension)]
    return arithmetic(domains[0]) if domains else None


def elements(space: UserSpace) -> list[Vector]:
    """Give the vectors of a finite carrier."""
    statement = laws.about(space, "u", "", f.Every(())).proved()
    sizes = _sizes(statement)
    if prod(sizes) > MAX_CANDIDATES:
        raise NoAnswer(f"undecided: more than {MAX_CANDIDATES} vectors")
    test, _ = _tests(statement)
    return [
        tuple(map(element, values, space.domains))
        for values in product(*map(range, sizes))
        if test(values)
    ]


def holds(statement: Statement, deadline: Deadline) -> bool:
    """Say whether a statement holds for all values."""
    try:
        return isinstance(find_statement(statement, deadline).answer, Shown)
    except KernelError:
        return False


def find_zero(space: UserSpace, deadline: Deadline) -> Finding:
    """Find the zero vector, or for each vector one that it does not leave alone."""
    vectors = elements(space)
    u = space.vector("u")
    if not vectors:
        return Finding(Absent(None), RunThrough())
    broken: list[tuple[Vector, Vector]] = []
    for z in vectors:
        neutral = laws.about(space, "u", "", laws.same(space.sum(u, z), u))
        found = find_statement(neutral, deadline).answer
        if isinstance(found, Shown):
            return Finding(Shown(z), Each((RunThrough(), RunThrough())))
        broken.append((z, found.values))
    return Finding(Absent(_chosen(u, broken)), RunThrough())


def find_negative(space: UserSpace, zero: Vector, deadline: Deadline) -> Finding:
    """Find the negative of each vector, or a vector without one."""
    u, table = space.vector("u"), []
    vectors = elements(space)
    for x in vectors:
        without = laws.about(space, "u", "", laws.different(space.sum(x, u), zero))
        found = find_statement(without, deadline).answer
        if isinstance(found, Shown):
            return Finding(Absent(x), Each((RunThrough(), RunThrough())))
        table.append((x, found.values))
    for formula in (_opposite(space), u, _chosen(u, table)):
        conclusion = laws.negative_claim(space, zero, formula).conclusion
        if holds(laws.about(space, "u", "", conclusion), deadline):
            return Finding(Shown(formula), RunThrough())
    raise NoAnswer("undecided: no formula for the negative")


def _opposite(space: UserSpace) -> Vector:
    u = space.vector("u")
    if any(isinstance(x, f.Labels) for x in space.domains):
        return u
    return tuple(f.Apply("-", (x,)) for x in u)


def _chosen(u: Vector, table: list[tuple[Vector, Vector]]) -> Vector:
    """Give the formula in u that has the stated value at each vector."""
    columns = []
    for k in range(len(u)):
        formula = table[-1][1][k]
        for at, result in reversed(table[:-1]):
            if result[k] != formula:
                formula = f.Conditional(laws.same(u, at), result[k], formula)
        columns.append(formula)
    return tuple(columns)


def find_chart(space: UserSpace, deadline: Deadline) -> Chart | None:
    """Give the identity as a chart where it is one."""
    if any(isinstance(x, f.Labels) for x in space.domains):
        return None
    names = ("t",) if space.size == 1 else tuple(f"t{k + 1}" for k in range(space.size))
    del deadline
    return Chart(space.vector("u"), tuple(map(Variable, names)))
