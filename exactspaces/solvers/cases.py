"""Questions with parameters: split where the answer depends on them.

A solver that meets a polynomial of which it must know whether it vanishes raises `NeedsSplit`.
Then the question is asked twice or more: with the polynomial's irreducible factors assumed to be
non-zero, and with each of them assumed to be zero.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial

from exactspaces.errors import NoAnswer, TooLarge
from exactspaces.fields import Scalar
from exactspaces.fields.matrices import content_free, simplified, stripped
from exactspaces.fields.texts import polynomial_text, quantity_names
from exactspaces.kernel import (
    Certificate,
    Coverage,
    Covered,
    Matrix,
    Parameters,
    Reached,
    Split,
)
from exactspaces.kernel import polynomials as poly
from exactspaces.kernel.polynomials import Polynomial
from exactspaces.questions import ByCases, Finding, Question, with_ring
from exactspaces.solvers.backends.choose import factors_of
from exactspaces.solvers.zero import NeedsSplit

MAX_CASES = 200
Solver = Callable[[Question], Finding]


@dataclass
class _Search:
    """The cases found so far."""

    question: ByCases
    find: Solver
    answers: list[tuple[Parameters, object]] = field(default_factory=list)
    proofs: list[Certificate] = field(default_factory=list)
    given_up: int = 0

    def explore(self, ring: Parameters) -> Coverage:
        """Answer under the conditions of the ring, splitting where necessary."""
        try:
            finding = self.find(with_ring(self.question.question, ring))
        except NeedsSplit as signal:
            return self.split(ring, signal.polynomial)
        if len(self.answers) >= MAX_CASES:
            raise TooLarge(f"the answer has more than {MAX_CASES} cases")
        self.answers.append((ring, finding.answer))
        self.proofs.append(finding.certificate)
        return Reached(len(self.answers) - 1)

    def split(self, ring: Parameters, f: Polynomial) -> Coverage:
        """Go on where f does not vanish, and where each of its factors does."""
        return self.parted(ring, f, (self.explore, self.vanishing))

    def parted(self, ring: Parameters, f: Polynomial, ways: "Ways") -> Coverage:
        """Split at f: one way for where it does not vanish, one for each factor that does."""
        factors = factors_of(f, self.question.ring)
        known = {g for g, _ in factors} - set(ring.nonzero)
        nonzero = ways[0](replace(ring, nonzero=(*ring.nonzero, *sorted(known))))
        vanishing = tuple(ways[1](ring, g) for g, _ in factors)
        one_row = Matrix(self.question.ring, (tuple(g for g, _ in factors),), len(factors))
        polynomial = Matrix(self.question.ring, ((f,),), 1)
        exponents = tuple(e for _, e in factors)
        return Split(polynomial, one_row, exponents, nonzero, vanishing)

    def vanishing(self, ring: Parameters, f: Polynomial) -> Coverage:
        """Go on where f vanishes.

        When f cannot be solved for a parameter because the leading coefficient may vanish, it is
        split there first. Where f comes out as a number no point is left; the case is then
        answered without f, for more points than needed. Where f does not fit into the triangular
        order of the equations so far, it is answered without those.
        """
        given, f = f, reduced_by(ring, f)
        if poly.is_constant(f):
            return self.explore(ring)
        try:
            smaller = assume_zero(ring, f)
        except NeedsSplit as signal:
            return self.parted(
                ring,
                signal.polynomial,
                (lambda more: self.vanishing(more, f), partial(self._also_vanishing, f)),
            )
        except NoAnswer:
            return self.vanishing(self.without_equations(ring), given)
        return self.explore(smaller)

    def without_equations(self, ring: Parameters) -> Parameters:
        """Give up the equations of a ring: what holds without them holds with them.

        Raises NoAnswer when there are none, or when that has been done too often.
        """
        self.given_up += 1
        if not ring.zero or self.given_up > MAX_CASES:
            raise NoAnswer("a condition cannot be solved for one of the parameters")
        return replace(ring, zero=(), solved=())

    def _also_vanishing(self, f: Polynomial, ring: Parameters, lead: Polynomial) -> Coverage:
        try:
            smaller = assume_zero(ring, reduced_by(ring, lead))
        except NoAnswer:
            return self.vanishing(self.without_equations(ring), lead)
        return self.vanishing(smaller, f)


Ways = tuple[Callable[[Parameters], Coverage], Callable[[Parameters, Polynomial], Coverage]]


def reduced_by(ring: Parameters, f: Polynomial) -> Polynomial:
    """Use the equations of the ring on f, and divide by what is known not to vanish."""
    top = simplified(ring, Scalar(ring, f, ring.integer(1))).top
    return content_free(stripped(ring, top), ring.characteristic) if top else top


def find_by_cases(question: ByCases, find: Solver) -> Finding:
    """Answer the question for all values of the parameters.

    Raises TooLarge when there are too many cases, NoAnswer when a condition cannot be solved for
    one of its parameters.
    """
    search = _Search(question, find)
    tree = search.explore(question.ring)
    return Finding(tuple(search.answers), Covered(tree, tuple(search.proofs)))


def assume_zero(ring: Parameters, f: Polynomial) -> Parameters:
    """Add the equation f = 0, solved for a parameter whose leading coefficient is a unit.

    A parameter that occurs in no condition of the form "not zero" is preferred, because those
    conditions then stay as they are. An equation without the parameters that are solved for
    already goes first; then the equations stay in triangular order.

    Raises NeedsSplit when the leading coefficient may vanish, NoAnswer when no parameter is left.
    """
    below = ring.count - len(ring.names)
    is_free = not any(poly.degree(f, k) > 0 for k in ring.solved)
    usable = [
        k
        for k in range(below, ring.count)
        if poly.degree(f, k) > 0
        and k not in ring.solved
        and (is_free or all(poly.degree(e, k) <= 0 for e in ring.zero))
    ]

    def rank(k: int) -> tuple[bool, bool, int]:
        unit = ring.is_unit(poly.leading(f, k))
        return not unit, any(poly.degree(g, k) > 0 for g in ring.nonzero), poly.degree(f, k)

    if not usable:
        shown = polynomial_text(f, quantity_names(ring))
        raise NoAnswer(f"the condition {shown} = 0 cannot be solved for one of the parameters")
    main = min(usable, key=rank)
    if not ring.is_unit(poly.leading(f, main)):
        raise NeedsSplit(reduced_by(ring, poly.leading(f, main)))
    if is_free:
        return replace(ring, zero=(f, *ring.zero), solved=(main, *ring.solved))
    return replace(ring, zero=(*ring.zero, f), solved=(*ring.solved, main))
