"""The rings a claim can be about.

    Rationals                       Q; entries are integers, the matrix carries one denominator
    PrimeField(p)                   F_p; entries are 0, ..., p - 1
    Extension(base, ...)            a number field or F_q: base[x]/(m), towers over Q allowed
    Parameters(field, ...)          polynomials in named parameters, under stated conditions

Entries ("values") of the first two are integers, of the other two polynomials. A ring adds,
negates, multiplies and decides two things of a value: is it zero, is it a unit. A claim over
`Parameters` is a claim about every point (with coordinates in any field containing the
coefficient field) at which the conditions hold: rules use sums, products and stated inverses
only, and those survive the insertion of values.
"""

import re
from functools import cached_property
from typing import Any, TypeGuard

from exactspaces.kernel import polynomials as poly
from exactspaces.kernel.errors import demand, require
from exactspaces.kernel.forms import check_fields
from exactspaces.kernel.irreducible import has_large_prime, is_irreducible, is_prime
from exactspaces.kernel.polynomials import Polynomial
from exactspaces.kernel.records import Record

Value = Any  # an integer, or a Polynomial: see above
MAX_DEGREE = 64
MAX_COEFFICIENT = 10**1000
_GENERATOR = re.compile(r"[^\W\d]\w*(\([\w()^*. +-]*\))?")


class AnyRing(Record):
    """A field, unless a kind says otherwise: what is not zero is a unit."""

    def is_zero(self, x: Value) -> bool:
        return not x

    def is_unit(self, x: Value) -> bool:
        return bool(x)


class PlainRing(AnyRing):
    """A field whose values are integers, modulo the characteristic where it is not 0."""

    symbols = tuple[str, ...]()
    moduli = tuple[Polynomial, ...]()

    @property
    def characteristic(self) -> int:
        return 0

    def integer(self, n: int) -> Value:
        return n % self.characteristic if self.characteristic else n

    def contains(self, value: object) -> bool:
        return type(value) is int and self.integer(value) == value

    def add(self, x: int, y: int) -> Value:
        return self.integer(x + y)

    def multiply(self, x: int, y: int) -> Value:
        return self.integer(x * y)


class Rationals(PlainRing):
    """The field of rational numbers; values are integers over the matrix's denominator."""


class PrimeField(PlainRing):
    """The field of integers modulo a prime p; a composite p is refused."""

    p: int

    def __post_init__(self) -> None:
        check_fields(self)
        demand(is_prime(self.p), f"{self.p} is not a prime, so Z/{self.p} is not a field")

    @property
    def characteristic(self) -> int:
        return self.p


class PolynomialRing(AnyRing):
    """A ring whose values are polynomials in its symbols, of lower degree than the moduli.

    The first two fields are the ring of the coefficients, and the names of its own symbols.
    """

    @cached_property
    def below(self) -> Any:
        """The ring of the coefficients."""
        return self.values[0]

    @cached_property
    def symbols(self) -> tuple[str, ...]:
        """The names of the generators, followed by those of the parameters."""
        return (*self.below.symbols, *self.values[1])

    @cached_property
    def count(self) -> int:
        return len(self.symbols)

    @cached_property
    def characteristic(self) -> int:
        return int(self.below.characteristic)

    @cached_property
    def _reducers(self) -> tuple[Polynomial, ...]:
        """The moduli (each monic in the generator of its place) as polynomials in all symbols."""
        moduli = self.moduli if isinstance(self, Extension) else self.below.moduli
        tail = (0,) * (self.count - len(moduli))
        return tuple(tuple(((*e, *tail), c) for e, c in modulus) for modulus in moduli)

    def integer(self, n: int) -> Value:
        return poly.constant(n, self.count, self.characteristic)

    def contains(self, value: object) -> bool:
        return _is_polynomial(value, self.count, self.characteristic) and all(
            poly.degree(value, i) < poly.degree(m, i) for i, m in enumerate(self._reducers)
        )

    def add(self, x: Polynomial, y: Polynomial) -> Value:
        return poly.add(x, y, self.characteristic)

    def multiply(self, x: Polynomial, y: Polynomial) -> Value:
        return self.reduce(poly.multiply(x, y, self.characteristic))

    def reduce(self, f: Polynomial) -> Polynomial:
        """Give the representative of lower degree than the moduli."""
        for index in reversed(range(len(self._reducers))):
            f = poly.pseudo_remainder(f, self._reducers[index], index, self.characteristic)
        return f


class Irreducible(Record):
    """Evidence that a monic integer polynomial m is irreducible over Q or over a tower of fields.

    Modulo the prime, with simple roots of the moduli below it inserted for their generators, m is
    irreducible. By Hensel's lemma the simple roots lift to the p-adic numbers, so the tower below
    embeds there; a monic polynomial with p-adic integer coefficients that is irreducible modulo p
    is irreducible over the p-adic numbers, hence over the tower.
    With a point, over Q, the evidence is instead a value of m with the prime as a factor: see
    `has_large_prime`.
    """

    prime: int
    roots: tuple[int, ...]
    point: tuple[int, ...] = ()


class Extension(PolynomialRing):
    """The field base[x1]/(m1)[x2]/(m2)..., each m monic and irreducible over what stands below.

    base: Rationals or PrimeField (then with one generator). Values are polynomials in the
    generators, of lower degree in each than its modulus. Over Q each modulus needs evidence;
    over F_p irreducibility is decided here. A reducible modulus is refused.
    """

    base: Rationals | PrimeField
    names: tuple[str, ...]
    moduli: tuple[Polynomial, ...]
    evidence: tuple[Irreducible, ...]

    def __post_init__(self) -> None:
        check_fields(self)
        demand(all(map(_GENERATOR.fullmatch, self.names)), "generators have names such as sqrt(2)")
        demand(len(self.names) == len(self.moduli) > 0, "one modulus for each generator is due")
        demand(len(set(self.names)) == len(self.names), "generators have different names")
        degrees = 1
        for index, modulus in enumerate(self.moduli):
            _check_modulus(modulus, index, self.count, self.characteristic)
            degrees *= poly.degree(modulus, index)
        demand(degrees <= MAX_DEGREE, f"extensions of degree above {MAX_DEGREE} are not read")
        if self.characteristic:
            demand(len(self.names) == 1 and not self.evidence, "F_q has one generator")
            image = _specialise(self.moduli[0], 0, (), self.characteristic)
            demand(is_irreducible(image, self.characteristic), "the modulus is reducible")
        else:
            demand(len(self.evidence) == len(self.moduli), "each modulus needs evidence")
            for index, reason in enumerate(self.evidence):
                _check_irreducible(self.moduli, index, reason)


Field = Rationals | PrimeField | Extension


class Parameters(PolynomialRing):
    """Polynomials over a field in named parameters, at points where the conditions hold.

    `zero`: polynomials assumed to vanish, each with a main parameter (the one of `solved` at the
    same place) in which its leading coefficient is a unit and which no earlier one contains.
    `nonzero`: polynomials assumed not to vanish; matrices may have them as denominators.
    Values are polynomials in the generators of the field followed by the parameters.
    """

    field: Field
    names: tuple[str, ...]
    zero: tuple[Polynomial, ...]
    solved: tuple[int, ...]
    nonzero: tuple[Polynomial, ...]

    def __post_init__(self) -> None:
        check_fields(self)
        demand(all(map(str.isidentifier, self.names)), "parameters have names such as a")
        demand(self.names, "at least one parameter is due")
        demand(len(set(self.symbols)) == self.count, "parameters have different names")
        for f in (*self.zero, *self.nonzero):
            demand(self.contains(f) and f, "a condition is a non-zero polynomial")
            demand(_is_short(f), "a coefficient of a condition is too long")
        demand(len(self.zero) == len(self.solved), "each equation names its main parameter")
        for index, (f, main) in enumerate(zip(self.zero, self.solved, strict=True)):
            demand(self.count - len(self.names) <= main < self.count, "no such parameter")
            demand(poly.degree(f, main) > 0, "the equation does not contain its parameter")
            earlier = self.zero[:index]
            demand(all(poly.degree(e, main) <= 0 for e in earlier), "equations not in order")
            require(self.is_unit(poly.leading(f, main)), "a leading coefficient may vanish")

    def is_zero(self, x: Polynomial) -> bool:
        """Say that x vanishes wherever the conditions hold.

        The leading coefficients of the equations are units, so a pseudo-remainder of zero means
        that x times a unit is a combination of the equations. (The answer "no" claims nothing.)
        """
        x = self.reduce(x)
        for f, main in zip(reversed(self.zero), reversed(self.solved), strict=True):
            x = self.reduce(poly.pseudo_remainder(x, f, main, self.characteristic))
        return not x

    def is_unit(self, x: Polynomial) -> bool:
        """Say that x vanishes nowhere: a non-zero number times stated non-zero polynomials.

        (The answer "no" claims nothing.)
        """
        x = self.reduce(x)
        if not x:
            return False
        for f in reversed(self.nonzero):
            while not self._is_number(f):
                quotient = poly.divide(x, f, self.characteristic)
                if quotient is None:
                    break
                x = quotient
        return self._is_number(x)

    def _is_number(self, x: Polynomial) -> bool:
        below = self.count - len(self.names)
        return all(not any(e[below:]) for e, _ in x)


Ring = Rationals | PrimeField | Extension | Parameters


def _is_short(f: Polynomial) -> bool:
    return all(abs(c) < MAX_COEFFICIENT for _, c in f)


def _is_polynomial(value: object, count: int, p: int) -> TypeGuard[Polynomial]:
    if type(value) is not tuple or len(value) > poly.MAX_TERMS:
        return False
    return all(_is_term(x, count) for x in value) and poly.canonical(dict(value), p) == value


def _is_term(term: object, count: int) -> bool:
    if type(term) is not tuple or len(term) != 2 or type(term[0]) is not tuple:
        return False
    exponents, coefficient = term
    kinds = set(map(type, (*exponents, coefficient)))
    small = kinds == {int} and all(0 <= e <= poly.MAX_EXPONENT for e in exponents)
    return small and len(exponents) == count


def _check_modulus(m: Polynomial, index: int, count: int, p: int) -> None:
    good = _is_polynomial(m, count, p) and _is_short(m)
    demand(good, "a modulus is a polynomial in the generators")
    demand(poly.degree(m, index) > 0, "a modulus contains its generator")
    demand(all(poly.degree(m, i) <= 0 for i in range(index + 1, count)), "a tower is triangular")
    demand(poly.leading(m, index) == poly.constant(1, count, p), "a modulus is monic")


def _specialise(m: Polynomial, index: int, roots: tuple[int, ...], p: int) -> list[int]:
    """Insert integers for the first generators; give coefficients in generator `index`."""
    out = [0] * (poly.degree(m, index) + 1)
    for exponents, coefficient in m:
        value = coefficient
        for root, e in zip(roots, exponents, strict=False):
            value = value * pow(root, e, p)
        out[exponents[index]] += value
    return [c % p for c in out] if p else out


def _check_irreducible(moduli: tuple[Polynomial, ...], index: int, reason: Irreducible) -> None:
    p = reason.prime
    demand(is_prime(p), f"{p} is not a prime")
    demand(len(reason.roots) == index, "one root for each generator below is due")
    if reason.point:
        demand(index == 0, "a value is evidence over the rationals only")
        good = has_large_prime(_specialise(moduli[0], 0, (), 0), reason.point, p)
        require(good, f"the value at {reason.point} with the factor {p} does not suffice")
        return
    for i, root in enumerate(reason.roots):
        m = _specialise(moduli[i], i, reason.roots[:i], p)
        value = sum(c * pow(root, k, p) for k, c in enumerate(m)) % p
        slope = sum(k * c * pow(root, k - 1, p) for k, c in enumerate(m) if k) % p
        require(value == 0 and slope != 0, f"{root} is not a simple root modulo {p}")
    image = _specialise(moduli[index], index, reason.roots, p)
    require(is_irreducible(image, p), f"the modulus is not shown irreducible modulo {p}")
