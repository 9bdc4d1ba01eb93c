"""Transport of structure: a bijection onto F^n that takes the operations to the usual ones.

Candidates: the identity and shifts; the logarithm of a one-dimensional law, whose derivative is
F_1(u, c) / F_2(u, c); and the inverse of t -> t1 . e1 + ... + tn . en, solved for t.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import islice, product

from exactspaces.errors import NoAnswer
from exactspaces.kernel import formulas as f
from exactspaces.kernel.certificates import Each
from exactspaces.kernel.claims import AllOf
from exactspaces.kernel.formulas import Formula, Variable
from exactspaces.kernel.replacing import variables_in
from exactspaces.kernel.settings import Setting
from exactspaces.kernel.statements import ForAll
from exactspaces.questions import Finding, laws
from exactspaces.questions.obligations import Chart, TransportOf
from exactspaces.solvers.laws.build import (
    ONE,
    ZERO,
    Deadline,
    add,
    call,
    constant,
    mul,
    over,
    power,
    sub,
)
from exactspaces.solvers.laws.existence import Existence, simplified
from exactspaces.solvers.laws.factoring import setting_of
from exactspaces.solvers.laws.finite import find_chart, is_finite
from exactspaces.solvers.laws.points import equations_in
from exactspaces.solvers.laws.prove import Prover
from exactspaces.solvers.laws.refute import Carrier
from exactspaces.solvers.laws.samples import Samples
from exactspaces.solvers.laws.solve import isolated, solved
from exactspaces.spaces.user import UserSpace, Vector

MAX_PROOFS = 4


def find_transport(question: TransportOf, deadline: Deadline | None = None) -> Finding:
    """Find a chart that the kernel accepts."""
    deadline = deadline or Deadline()
    space = question.space
    if is_finite(space):
        chart = find_chart(space, deadline)
        found = chart and _proved(space, chart, deadline)
        if found:
            return found
        raise NoAnswer("undecided: the identity is no chart")
    tries = 0
    for chart in charts(space, deadline):
        deadline.check()
        if seems_fine(space, chart):
            tries += 1
            found = _proved(space, chart, deadline)
            if found is not None:
                return found
        if tries > MAX_PROOFS:
            break
    raise NoAnswer("undecided: no chart was found among shifts, logarithms and combinations")


def seems_fine(space: UserSpace, chart: Chart) -> bool:
    """Test a chart at samples."""
    claim = laws.transport_claim(space, chart.there, chart.back)
    if not isinstance(claim, AllOf):
        return False
    for part in claim.claims:
        if isinstance(part, ForAll):
            samples = Samples(part)
            if not samples.rows or not samples.always(part.conclusion):
                return False
    return True


def _proved(space: UserSpace, chart: Chart, deadline: Deadline) -> Finding | None:
    claim = laws.transport_claim(space, chart.there, chart.back)
    proofs = []
    for part in claim.claims if isinstance(claim, AllOf) else ():
        if not isinstance(part, ForAll):
            return None
        proof = _part(part, space, deadline)
        if proof is None:
            return None
        proofs.append(proof)
    return Finding(chart, Each(tuple(proofs)))


def _part(part: ForAll, space: UserSpace, deadline: Deadline):  # type: ignore[no-untyped-def]  # noqa: ANN202
    if is_finite(space):
        from exactspaces.kernel.statements import RunThrough  # noqa: PLC0415
        from exactspaces.solvers.laws.prove import accepted  # noqa: PLC0415

        return RunThrough() if accepted(part, RunThrough()) else None
    return Prover(deadline.within(3)).prove(part)


def charts(space: UserSpace, deadline: Deadline) -> Iterator[Chart]:
    """Give candidates, the simple ones first."""
    names = _names(space.size)
    u, t = space.vector("u"), tuple(map(Variable, names))
    yield Chart(u, t)
    try:
        zero = Existence(Carrier(space), deadline.within(2)).zero().answer.witness
    except NoAnswer:
        return
    if zero is None:
        return
    yield Chart(tuple(map(sub, u, zero)), tuple(add(x, z) for x, z in zip(t, zero, strict=True)))
    if space.size > 1:
        yield from _ratios(space)
    if not equations_in(space.condition):
        yield from _componentwise(space, zero, t)
    yield from _combined(space, zero, deadline)


def _names(n: int) -> tuple[str, ...]:
    return ("t",) if n == 1 else tuple(f"t{k + 1}" for k in range(n))


def _single(x: Formula, z: Formula, ends: list[Formula]) -> Iterator[Formula]:
    """Give primitives of the usual invariant differentials of a component."""
    yield sub(x, z)
    for n in (3, 5):
        yield sub(power(x, constant(n)), power(z, constant(n)))
        yield call("root", x, constant(n))
    yield call("log", x)
    for e in ends:
        for k in (1, -1):
            inner = sub(x, e) if k == 1 else sub(e, x)
            at = simplified(sub(z, e) if k == 1 else sub(e, z))
            yield call("log", inner if at == ONE else over(inner, at))
    yield call("atanh", x)
    for e, g in product(ends, ends):
        if e != g:
            yield call("log", over(sub(x, e), sub(g, x)))
    yield call("asinh", x)
    yield sub(call("exp", x), call("exp", z))
    yield call("log", call("log", x))
    yield sub(over(ONE, x), over(ONE, z)) if z != ZERO else over(ONE, x)
    yield call("atan", x)
    yield call("sinh", x)
    yield mul(x, call("abs", x))


_USUAL = {Fraction(0), Fraction(1), Fraction(-1)}


def _size(x: Fraction) -> Fraction:
    return abs(x)


def _componentwise(space: UserSpace, zero: Vector, t: Vector) -> Iterator[Chart]:
    """Give charts that treat each component by itself, each tested alone."""
    from exactspaces.solvers.laws.points import numbers_in  # noqa: PLC0415

    numbers = sorted(numbers_in((space.condition, space.add)) | _USUAL, key=_size)[:7]
    ends: list[Formula] = [constant(x) for x in numbers]
    u = space.vector("u")
    setting = Setting(
        {x: d for names in (space.names("u"), [y.name for y in t if isinstance(y, Variable)])
         for x, d in zip(names, space.domains, strict=True)}
    )  # fmt: skip
    choices = []
    for k, (x, z) in enumerate(zip(u, zero, strict=True)):
        fitting = [phi for phi in _single(x, z, ends) if _adds_up(space, phi, k)]
        choices.append(fitting[:2])
    for there in islice(product(*choices), 8):
        back = []
        for x, phi, y in zip(u, there, t, strict=True):
            name = next(iter(variables_in(x)))
            found = next(iter(isolated(phi, y, name, setting)), None)
            if found is not None:
                back.append(found)
        if len(back) == len(u):
            yield Chart(tuple(there), tuple(back))


def _adds_up(space: UserSpace, phi: Formula, k: int) -> bool:
    """Say whether phi takes the k-th component of sums to sums, as it seems."""
    name = space.names("u")[k]
    u, v = space.vector("u"), space.vector("v")
    from exactspaces.kernel.replacing import replaced  # noqa: PLC0415

    left = replaced(phi, {name: space.sum(u, v)[k]})
    right = add(phi, replaced(phi, {name: v[k]}))
    statement = laws.about(space, "uv", "", f.Compare("=", left, right))
    samples = Samples(statement.proved())
    return bool(samples.rows) and samples.always(statement.conclusion)


def _ratios(space: UserSpace) -> Iterator[Chart]:
    """Give log-ratios to the last component, and all components but one."""
    u, n = space.vector("u"), space.size
    t = tuple(map(Variable, _names(n - 1)))
    there = tuple(call("log", over(x, u[-1])) for x in u[:-1])
    exps = [call("exp", x) for x in t]
    below = add(*exps, ONE)
    yield Chart(there, (*(over(x, below) for x in exps), over(ONE, below)))
    setting = setting_of(laws.about(space, "u", "", f.Every(())).proved())
    for name, by in setting.solved.items():
        from exactspaces.kernel.replacing import replaced  # noqa: PLC0415
        from exactspaces.solvers.laws.factoring import written  # noqa: PLC0415

        kept = [x for x in space.names("u") if x != name]
        bound: dict[str, Formula] = dict(zip(kept, t, strict=True))
        full = bound | {name: replaced(written(by), bound)}
        yield Chart(tuple(map(Variable, kept)), tuple(full[x] for x in space.names("u")))


def _combined(space: UserSpace, zero: Vector, deadline: Deadline) -> Iterator[Chart]:
    """Give the inverse of t -> t1 . e1 + ... for small vectors e1, ..., solved for t."""
    names = _names(space.size)
    u, t = space.vector("u"), tuple(map(Variable, names))
    setting = setting_of(laws.about(space, "u", "", f.Every(())).proved())
    setting.domains = setting.domains | dict.fromkeys(names, space.field)
    for basis in _bases(space, zero):
        deadline.check()
        back = space.multiple(t[0], basis[0])
        for x, e in zip(t[1:], basis[1:], strict=True):
            back = space.sum(back, space.multiple(x, e))
        equations = list(zip(back, u, strict=True))
        for found in islice(solved(equations, names, setting), 2):
            yield Chart(tuple(found[x] for x in names), back)


def _bases(space: UserSpace, zero: Vector) -> Iterator[tuple[Vector, ...]]:
    for step in (ONE, constant(-1)):
        yield tuple(
            tuple(simplified(add(z, step)) if j == k else z for j, z in enumerate(zero))
            for k in range(space.size)
        )
    if space.size == 1:
        for point in Carrier(space).points[:8]:
            yield (point.formulas,)
