"""The zero vector and the negative: found, or shown not to exist."""

from collections.abc import Callable, Iterator
from itertools import islice, product

from exactspaces.errors import NoAnswer
from exactspaces.kernel import formulas as f
from exactspaces.kernel import sums as s
from exactspaces.kernel.certificates import Certificate, Each
from exactspaces.kernel.errors import KernelError
from exactspaces.kernel.formulas import Formula, Variable
from exactspaces.kernel.settings import Setting
from exactspaces.kernel.statements import ForAll
from exactspaces.kernel.valuation import value
from exactspaces.questions import Finding, laws
from exactspaces.questions.laws import Statement
from exactspaces.questions.obligations import Absent, Shown
from exactspaces.solvers.laws.build import (
    ONE,
    ZERO,
    Deadline,
    add,
    call,
    constant,
    mul,
    neg,
    over,
    sub,
)
from exactspaces.solvers.laws.factoring import setting_of, written
from exactspaces.solvers.laws.guess import NoGuessError, tested
from exactspaces.solvers.laws.prove import Prover
from exactspaces.solvers.laws.refute import Carrier
from exactspaces.solvers.laws.solve import solved
from exactspaces.spaces.user import UserSpace, Vector

SAMPLES, MAX_PROOFS = 60, 6


class Existence:
    """A search for the zero vector and the negatives of a space."""

    def __init__(self, carrier: Carrier, deadline: Deadline) -> None:
        self.carrier, self.space, self.deadline = carrier, carrier.space, deadline
        self.u = self.space.vector("u")
        self.places = {name: k for k, name in enumerate(self.space.names("u"))}
        self.rows = [x.guesses for x in carrier.points[:SAMPLES]]

    def seems(self, condition: f.Condition) -> bool:
        """Say whether a condition on u seems true for all small vectors."""
        try:
            test = tested(condition, self.places)
        except NoGuessError:
            return False
        return all(map(test, self.rows))

    def prove(self, claim: ForAll, seconds: float = 2.0) -> Certificate | None:
        """Look for a proof for some time."""
        return Prover(self.deadline.within(seconds)).prove(claim)

    def zero(self) -> Finding:
        """Find the zero vector, or a witness that there is none."""
        space = self.space
        if not self.rows:
            proof = self.prove(laws.empty_claim(space))
            if proof is not None:
                return Finding(Absent(None), proof)
        for z in islice(self._zeros(), MAX_PROOFS):
            inside = self.prove(laws.constant_inside(space, z))
            neutral = laws.about(space, "u", "", laws.same(space.sum(self.u, z), self.u))
            proof = inside and self.prove(neutral.proved())
            if inside and proof:
                return Finding(Shown(z), Each((inside, proof)))
        for w in islice(self._unmoved(), 3 * MAX_PROOFS):
            self.deadline.check()
            proof = self.prove(laws.no_zero_claim(space, w))
            if proof is not None:
                return Finding(Absent(w), proof)
        raise NoAnswer("undecided: no zero vector was found, and no proof that there is none")

    def _zeros(self) -> Iterator[Vector]:
        """Give vectors of numbers that seem to be neutral and inside."""
        seen = set()
        for z in self._candidates():
            if z in seen:
                continue
            seen.add(z)
            conclusion = laws.same(self.space.sum(self.u, z), self.u)
            inside = laws.inside(self.space, z)
            if self.seems(f.Every((inside, conclusion))):
                yield z

    def _candidates(self) -> Iterator[Vector]:
        yield from (x.formulas for x in self.carrier.points)
        names = tuple(f"z{k}" for k in range(self.space.size))
        setting = Setting(dict(zip(names, self.space.domains, strict=True)))
        unknown = tuple(map(Variable, names))
        for point in self.carrier.points[:6]:
            p = point.formulas
            equations = list(zip(self.space.sum(p, unknown), p, strict=True))
            for found in islice(solved(equations, names, setting), 3):
                yield tuple(simplified(found[x]) for x in names)
            yield tuple(map(simplified, self.space.multiple(ZERO, p)))

    def _unmoved(self) -> Iterator[Vector]:
        """Give vectors w, formulas in u, for which w + u seems different from w for all u."""
        constants = [x.formulas for x in self.carrier.points[:60]]
        yield from filter(self._seems_unmoved, (*constants, *_formulas(self.u)))
        for w, other in product(constants[:8], constants[:8]):
            if w != other:
                stays = laws.same(self.space.sum(w, self.u), w)
                mixed = tuple(f.Conditional(stays, y, x) for x, y in zip(w, other, strict=True))
                if self._seems_unmoved(mixed):
                    yield mixed

    def _seems_unmoved(self, w: Vector) -> bool:
        moved = laws.different(self.space.sum(w, self.u), w)
        return self.seems(f.Every((laws.inside(self.space, w), moved)))

    def negative(self, zero: Vector) -> Finding:
        """Find a formula for the negative, or a vector that has none."""
        space, u = self.space, self.u
        tries = 0
        for w in self._negatives(zero):
            claim = laws.negative_claim(space, zero, w)
            if tries < MAX_PROOFS and self.seems(claim.conclusion):
                tries += 1
                proof = self.prove(claim, 3.0)
                if proof is not None:
                    return Finding(Shown(w), proof)
        tries = 0
        for point in self.carrier.points[:60]:
            c = point.formulas
            without = laws.about(space, "u", "", laws.different(space.sum(c, u), zero))
            if tries < MAX_PROOFS and self.seems(without.conclusion):
                tries += 1
                inside = self.prove(laws.constant_inside(space, c))
                proof = inside and self.prove(without.proved())
                if inside and proof:
                    return Finding(Absent(c), Each((inside, proof)))
        raise NoAnswer("undecided: no formula for the negative, and no vector surely without one")

    def _negatives(self, zero: Vector) -> Iterator[Vector]:
        u, space = self.u, self.space
        yield tuple(map(neg, u))
        for form in _FORMS:
            yield tuple(form(x, z) for x, z in zip(u, zero, strict=True))
        if space.size > 1:
            below = add(*(over(ONE, x) for x in u))
            yield tuple(over(over(ONE, x), below) for x in u)
        names = tuple(f"z{k}" for k in range(space.size))
        statement = laws.about(space, "u", "", f.Every(()))
        setting = setting_of(statement.proved())
        setting.domains = setting.domains | dict(zip(names, space.domains, strict=True))
        equations = list(zip(space.sum(u, tuple(map(Variable, names))), zero, strict=True))
        for found in islice(solved(equations, names, setting), 6):
            yield tuple(found[x] for x in names)
        yield space.multiple(constant(-1), u)
        yield from self._guarded(zero)

    def _guarded(self, zero: Vector) -> Iterator[Vector]:
        """Give small vectors as the negative of each vector."""
        yield from (x.formulas for x in self.carrier.points[:20])
        yield self.u
        if self.space.size <= 3:
            for chosen in product((0, 1, 2), repeat=self.space.size):
                forms = [(neg(x), x, z)[k] for x, z, k in zip(self.u, zero, chosen, strict=True)]
                yield tuple(forms)


_FORMS: tuple[Callable[[Formula, Formula], Formula], ...] = (
    lambda x, _: over(ONE, x),
    lambda x, z: sub(mul(constant(2), z), x),
    lambda x, _: sub(ONE, x),
    lambda x, _: call("conj", neg(x)),
    lambda x, _: over(x, sub(x, ONE)),
    lambda x, z: over(mul(z, z), x),
)


def simplified(formula: Formula) -> Formula:
    """Give a number in its normal form."""
    try:
        one = value(Setting({}), formula)
    except KernelError:
        return formula
    whole = s.constant_of(one)
    return written(one) if whole is None else constant(whole)


def _formulas(u: Vector) -> Iterator[Vector]:
    """Give simple formulas in u: one change for all components, or for one of them."""
    half = over(ONE, constant(2))
    for k in range(len(u) if len(u) > 1 else 0):
        for j in range(len(u)):
            yield tuple(sub(ONE, u[j]) if i == k else ZERO for i in range(len(u)))
    for change in (
        lambda x: add(x, ONE),
        lambda x: sub(x, ONE),
        lambda x: mul(constant(2), x),
        lambda x: mul(half, x),
        neg,
        lambda x: mul(half, add(x, ONE)),
        lambda x: mul(half, sub(x, ONE)),
        lambda x: mul(x, x),
        lambda x: add(mul(constant(2), x), ONE),
        lambda x: over(ONE, x),
        lambda x: sub(ONE, x),
    ):
        yield tuple(map(change, u))
        if len(u) > 1:
            for k in range(len(u)):
                yield (*u[:k], change(u[k]), *u[k + 1 :])


def left_zero(space: UserSpace, zero: Vector) -> Statement:
    """State that zero + u = u: that a zero on the right is one on the left too."""
    u = space.vector("u")
    return laws.about(space, "u", "", laws.same(space.sum(zero, u), u))
