"""What is known of the variables, and what it says of sums: their signs, and whether they vanish.

A `Setting` knows the domains of the variables and the facts that the hypotheses state. The answers
are about all values for which the facts hold.
"""

from fractions import Fraction

from exactspaces.kernel import formulas as f
from exactspaces.kernel import sums as s
from exactspaces.kernel.enclosures import sign_of_number
from exactspaces.kernel.errors import Rejected
from exactspaces.kernel.scalars import Rationals
from exactspaces.kernel.sums import Atom, Sum

POSITIVE, NOT_NEGATIVE, NOT_ZERO, VANISHES = ">", ">=", "!=", "="
Fact = tuple[str, Sum]  # a relation to 0, and what stands in it


class Undefined(Rejected):
    """A formula surely has no value."""


class Setting:
    """What is known of the variables: their domains, and relations of sums to zero."""

    def __init__(self, domains: dict[str, f.Domain]) -> None:
        self.domains = domains
        self.facts: list[Fact] = []
        self.solved: dict[str, Sum] = {}
        self.known_factors: dict[Sum, tuple[Fraction, dict[Atom, Sum]]] = {}

    def sign(self, one: Sum) -> str | None:
        """Give ">" or ">=" when the sum is positive or not negative wherever it has a value.

        It is when every term is; when a fact says so of a positive multiple; or when it is a
        number and rational bounds show it.
        """
        if not self.is_real(one):
            return None
        one, below = s.cleared(one)
        for each, k in below.items():
            if k % 2 and self.sign(each[1]) != POSITIVE:
                return None
        if s.is_independent(one):
            found = sign_of_number(one)
            return POSITIVE if found > 0 else NOT_NEGATIVE if found == 0 else None
        signs = {self._sign_of_term(m, c) or self._stated_term(m, c) for m, c in one}
        if None not in signs:
            return POSITIVE if POSITIVE in signs else NOT_NEGATIVE
        return self._stated(one)

    def _stated_term(self, monomial: s.Monomial, coefficient: Fraction) -> str | None:
        """Give what a fact about a positive multiple of the term says."""
        for relation, fact in self.facts:
            same = relation in (">", ">=") and len(fact) == 1 and fact[0][0] == monomial
            if same and fact[0][1] * coefficient > 0:
                return relation
        return None

    def _stated(self, one: Sum) -> str | None:
        stated = [r for r, fact in self.facts if r in (">", ">=") and self._multiple(one, fact)]
        return min(stated, key=len, default=None)

    def _sign_of_term(self, monomial: s.Monomial, coefficient: Fraction) -> str | None:
        signs, negative = [], coefficient < 0
        for one, exponent in monomial:
            sign = self._sign_of_factor(one, exponent)
            if sign is None:
                sign, negative = self._sign_of_opposite(one, exponent), not negative
            signs.append(sign)
        if None in signs or negative:
            return None
        return NOT_NEGATIVE if NOT_NEGATIVE in signs else POSITIVE

    def _sign_of_opposite(self, one: Atom, exponent: Sum) -> str | None:
        """Give the sign of -(atom^k) for an odd k, when a fact says it of -atom."""
        whole = s.constant_of(exponent)
        if whole is None or whole.denominator != 1 or whole % 2 == 0:
            return None
        opposite = s.scaled(s.atom(*one), -1)
        return next((r for r in (">", ">=") if (r, opposite) in self.facts), None)

    def _sign_of_factor(self, one: Atom, exponent: Sum) -> str | None:
        if self.is_unit(one):
            return POSITIVE
        whole = s.constant_of(exponent)
        if not self.is_real(((((one, exponent),), Fraction(1)),)) or whole is None:
            return None
        if whole % 2 == 0:
            return POSITIVE if self._states_nonzero(s.atom(*one)) else NOT_NEGATIVE
        kind, payload = one
        if kind == "root":
            return NOT_NEGATIVE if payload[0] % 2 == 0 else self.sign(payload[1])
        if kind == "abs" or (NOT_NEGATIVE, s.atom(*one)) in self.facts:
            return NOT_NEGATIVE
        return self.sign(payload) if kind == "sum" and whole.denominator == 1 else None

    def _multiple(self, one: Sum, fact: Sum) -> bool:
        """Say whether one = c * m * fact for a positive number c and a positive monomial m."""
        if not one or len(one) != len(fact):
            return False
        c = Fraction(one[0][1], fact[0][1])
        if c <= 0 or s.scaled(fact, c) == one:
            return c > 0
        if sorted(x for _, x in one) != sorted(c * x for _, x in fact):
            return False  # quick, and it may miss a multiple: no answer is never wrong
        unit = {a: s.scaled(e, -1) for a, e in fact[0][0]}
        if not all(map(self.is_unit, unit)) or not all(self.is_unit(a) for a, _ in one[0][0]):
            return False
        ratio = s.times(one[:1], s.settled(unit, Fraction(1, fact[0][1])))
        return s.is_zero(s.minus(one, s.times(ratio, fact)))

    def is_unit(self, one: Atom) -> bool:
        """Say whether the atom is a positive number wherever the facts hold."""
        kind, payload = one
        if kind in ("e", "prime"):
            return True
        if (POSITIVE, s.atom(*one)) in self.facts:
            return True
        if kind == "log" and self._is_above_one(payload):
            return True  # the logarithm of a number above 1
        if kind == "sum":
            return self.sign(payload) == POSITIVE
        return kind == "root" and self.sign(payload[1]) == POSITIVE

    def _is_above_one(self, one: Atom) -> bool:
        return self.sign(s.minus(s.settled({one: s.ONE}, Fraction(1)), s.ONE)) == POSITIVE

    def is_nonzero(self, one: Sum) -> bool:
        """Say that the sum is zero nowhere."""
        one, _ = s.cleared(one)
        if s.is_independent(one):
            return bool(one)
        if self.sign(one) == POSITIVE or self.sign(s.scaled(one, -1)) == POSITIVE:
            return True
        broken = dict(one).get((), Fraction(0)).denominator > 1
        if broken and self.is_integer(tuple(x for x in one if x[0])):
            return True  # an integer and a number that is none do not add up to 0
        if len(one) == 1:
            return all(self.is_unit(a) or self._states_nonzero(s.atom(*a)) for a, _ in one[0][0])
        return self._states_nonzero(one)

    def _states_nonzero(self, one: Sum) -> bool:
        if len(one) == 1 and one[0][0] and one[0][0][0][0][0] == "i":
            return True
        both = (one, s.scaled(one, -1))
        return any(
            r in (NOT_ZERO, POSITIVE) and any(self._multiple(x, fact) for x in both)
            for r, fact in self.facts
        )

    def is_real(self, one: Sum) -> bool:
        """Say whether every atom is a real number, so that the sum is."""
        return all(self._is_real_atom(a) and self.is_real(e) for m, _ in one for a, e in m)

    def _is_real_atom(self, one: Atom) -> bool:
        kind, payload = one
        if kind in ("i", "conjugate"):
            return False
        if kind == "variable":
            return not isinstance(self.domains[payload], f.ComplexNumbers)
        return kind != "sum" or self.is_real(payload)

    def solve(self, equation: Sum) -> bool:
        """Use an equation to write a variable as a polynomial in the others, if it is so.

        The variable occurs in one term, by itself, and everything else is a polynomial.
        """
        for monomial, coefficient in equation:
            if len(monomial) != 1 or monomial[0][0][0] != "variable" or monomial[0][1] != s.ONE:
                continue
            name, rest = monomial[0][0][1], s.minus(equation, ((monomial, coefficient),))
            if s.is_polynomial(rest) and name not in s.variables(rest):
                by = s.scaled(rest, Fraction(-1, coefficient))
                self.solved = {k: s.inserted(x, name, by) for k, x in self.solved.items()}
                self.solved[name] = by
                return True
        return False

    def vanishes(self, one: Sum) -> bool:
        """Say that the sum is zero wherever it has a value."""
        both = (one, s.scaled(one, -1))
        if s.is_zero(one) or (self.is_real(one) and all(map(self.sign, both))):
            return True
        return any(
            r == VANISHES and any(self._multiple(x, y) for x in both) for r, y in self.facts
        )

    def is_rational(self, one: Sum) -> bool:
        """Say that the sum is a rational number."""
        return all(
            s.constant_of(e) == s.whole_part(e) and self._is_rational_atom(a)
            for m, _ in one
            for a, e in m
        )

    def _is_rational_atom(self, one: Atom) -> bool:
        kind, payload = one
        if kind == "variable":
            return isinstance(self.domains[payload], Rationals | f.Integers)
        return kind == "floor" or (kind == "sum" and self.is_rational(payload))

    def is_integer(self, one: Sum) -> bool:
        """Say that the sum is an integer."""
        whole = all(c.denominator == 1 for _, c in one)
        atoms = [x for m, _ in one for x in m]
        return whole and all(
            s.constant_of(e) == s.whole_part(e) > 0 and self._is_integer_atom(a) for a, e in atoms
        )

    def _is_integer_atom(self, one: Atom) -> bool:
        kind, payload = one
        integer = kind == "variable" and isinstance(self.domains[payload], f.Integers)
        return integer or kind == "floor"
