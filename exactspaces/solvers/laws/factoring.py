"""Settings that factor what the normal forms meet, and so find the hints for the kernel.

Sums are polynomials in powers of atoms: p^(2a) + 2 p^a + 1 is one in p^a. FLINT factors them.
"""

from fractions import Fraction
from math import lcm
from typing import Any

from exactspaces.kernel import formulas as f
from exactspaces.kernel import sums as s
from exactspaces.kernel.errors import Rejected
from exactspaces.kernel.formulas import Constant, Formula, Variable
from exactspaces.kernel.powers import learn_product
from exactspaces.kernel.settings import Setting
from exactspaces.kernel.statements import ForAll
from exactspaces.kernel.sums import Atom, Sum
from exactspaces.kernel.valuation import assume, value
from exactspaces.solvers.backends.factoring import irreducible_factors
from exactspaces.solvers.laws.build import ONE, add, call, constant, mul, power

Product = tuple[tuple[Formula, int], ...]
MAX_GENERATORS, MAX_TERMS, MAX_DEGREE, MAX_NESTING = 14, 80, 24, 3


def written(one: Sum) -> Formula:
    """Give a formula whose normal form is the sum."""
    terms = []
    for monomial, coefficient in one:
        factors = [power(_atom(a), written(e)) for a, e in monomial]
        number = constant(coefficient)
        terms.append(mul(number, *factors) if factors else number)
    return add(*terms)


def _atom(one: Atom) -> Formula:
    kind, payload = one
    match kind:
        case "variable":
            return Variable(payload)
        case "conjugate":
            return call("conj", Variable(payload))
        case "i":
            return Variable("i")
        case "e":
            return call("exp", ONE)
        case "prime":
            return Constant(payload)
        case "sum":
            return written(payload)
        case "log":
            return call("log", _atom(payload))
        case "root":
            return call("root", written(payload[1]), constant(payload[0]))
    return call(kind, *map(written, payload))


def factors_of(one: Sum) -> Product | None:
    """Give a proper factorisation of the sum up to a number, or None."""
    generators: dict[tuple[Atom, Any], int] = {}
    for monomial, _ in one:
        for each, exponent in monomial:
            for m, c in exponent:
                old = generators.get((each, m), 1)
                generators[each, m] = lcm(old, c.denominator)
    keys = sorted(generators)
    if not 0 < len(keys) <= MAX_GENERATORS or len(one) > MAX_TERMS:
        return None
    terms, least = _polynomial(one, keys, generators)
    if max(map(max, terms)) > MAX_DEGREE:
        return None
    found = [(g, k) for g, k in irreducible_factors(terms, len(keys)) if any(map(any, g))]
    if len(found) < 2 and all(k == 1 for _, k in found):
        return None
    if any(least):
        found.append(({least: 1}, 1))
    return tuple((_formula(g, keys, generators), k) for g, k in found)


def _polynomial(
    one: Sum, keys: list[tuple[Atom, Any]], generators: dict[tuple[Atom, Any], int]
) -> tuple[dict[tuple[int, ...], int], tuple[int, ...]]:
    """Give the polynomial and the exponents that were taken out of all terms."""
    rows, below = [], lcm(*(c.denominator for _, c in one))
    for monomial, c in one:
        inside = {(a, m): x for a, e in monomial for m, x in e}
        rows.append(
            ([int(inside.get(key, Fraction(0)) * generators[key]) for key in keys], int(c * below))
        )
    least = tuple(min(row[k] for row, _ in rows) for k in range(len(keys)))
    terms = {tuple(x - y for x, y in zip(row, least, strict=True)): c for row, c in rows}
    return terms, least


def _formula(
    polynomial: dict[tuple[int, ...], int],
    keys: list[tuple[Atom, Any]],
    generators: dict[tuple[Atom, Any], int],
) -> Formula:
    terms = []
    for exponents, c in sorted(polynomial.items(), reverse=True):
        parts: list[Formula] = [constant(c)]
        for (each, m), e in zip(keys, exponents, strict=True):
            if e:
                exponent = written(((m, Fraction(e, generators[each, m])),))
                parts.append(power(_atom(each), exponent))
        terms.append(mul(*parts))
    return add(*terms)


class _Recorder(dict[Sum, Any]):
    """Known factors that grow when they are asked for."""

    def __init__(self, setting: "FactoringSetting") -> None:
        super().__init__()
        self.setting = setting
        self.busy: set[Sum] = set()
        self.depth = 0

    def get(self, key: Sum, default: Any = None) -> Any:
        if key not in self and key not in self.busy and self.depth < MAX_NESTING:
            self.busy.add(key)
            self.depth += 1
            try:
                self.setting.learn(key)
            finally:
                self.depth -= 1
        return super().get(key, default)


class FactoringSetting(Setting):
    """A setting that learns factorisations, and remembers which."""

    def __init__(self, domains: dict[str, f.Domain]) -> None:
        super().__init__(domains)
        self.known_factors = _Recorder(self)
        self.products: list[Product] = []

    def learn(self, one: Sum) -> None:
        """Factor a sum."""
        found = factors_of(one)
        if found is None:
            return
        try:
            valued = [(value(self, x), k) for x, k in found]
            learn_product(self, tuple(valued))
        except (Rejected, ValueError, TypeError):
            return
        self.products.append(found)


def setting_of(claim: ForAll, *, factoring: bool = False) -> Setting:
    """Give what the hypotheses of a statement say, as the kernel understands it."""
    domains = {q.name: q.domain for q in claim.quantities}
    setting = FactoringSetting(domains) if factoring else Setting(domains)
    assume(setting, claim.hypotheses)
    if setting.solved:
        assume(setting, claim.hypotheses)
    return setting


def contradictory(setting: Setting) -> bool:
    """Say whether a fact is seen to be false wherever the others hold."""
    for relation, one in setting.facts:
        below = setting.sign(s.scaled(one, -1))
        if relation == "=" and setting.is_nonzero(one):
            return True
        if relation == "!=" and setting.vanishes(one):
            return True
        if (relation == ">" and below) or (relation == ">=" and below == ">"):
            return True
    return False
