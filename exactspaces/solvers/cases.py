"""Questions with parameters: split where the answer depends on them.

A solver that meets a polynomial of which it must know whether it vanishes raises `NeedsSplit`.
Then the question is asked twice or more: with the polynomial's irreducible factors assumed to be
non-zero, and with each of them assumed to be zero.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from exactspaces.errors import NoAnswer, TooLarge
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
        factors = factors_of(f, self.question.ring)
        known = {g for g, _ in factors} - set(ring.nonzero)
        nonzero = self.explore(replace(ring, nonzero=(*ring.nonzero, *sorted(known))))
        vanishing = tuple(self.explore(assume_zero(ring, g)) for g, _ in factors)
        one_row = Matrix(self.question.ring, (tuple(g for g, _ in factors),), len(factors))
        polynomial = Matrix(self.question.ring, ((f,),), 1)
        exponents = tuple(e for _, e in factors)
        return Split(polynomial, one_row, exponents, nonzero, vanishing)


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

    Conditions that contain that parameter are kept only when they come out as polynomials that
    are still stated; the case then covers more points than needed, which does no harm.
    """
    below = ring.count - len(ring.names)
    for main in sorted(range(below, ring.count), key=lambda k: poly.degree(f, k)):
        if poly.degree(f, main) <= 0 or any(poly.degree(e, main) > 0 for e in ring.zero):
            continue
        if ring.is_unit(poly.leading(f, main)):
            return replace(ring, zero=(*ring.zero, f), solved=(*ring.solved, main))
    raise NoAnswer("a condition on the parameters cannot be solved for one of them")
