"""Questions with parameters: split where the answer depends on them.

A solver that meets a polynomial of which it must know whether it vanishes raises `NeedsSplit`.
Then the question is asked twice or more: with the polynomial's irreducible factors assumed to be
non-zero, and with each of them assumed to be zero.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from exactspaces.errors import NoAnswer, TooLarge
from exactspaces.fields.matrices import leading_number
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
from exactspaces.solvers.branches import (
    Branch,
    contradiction,
    equation,
    normal_form,
    normalised,
    place,
)
from exactspaces.solvers.zero import NeedsSplit

MAX_CASES = 200
MAX_SPLITS = 2000
Solver = Callable[[Question], Finding]
Factors = tuple[tuple[Polynomial, int], ...]


@dataclass
class _Search:
    """The cases found so far."""

    question: ByCases
    find: Solver
    answers: list[tuple[Parameters, object]] = field(default_factory=list)
    proofs: list[Certificate] = field(default_factory=list)
    splits: int = 0

    def explore(self, branch: Branch) -> Coverage:
        """Use the equations that wait; then answer, splitting where necessary."""
        while branch.waiting:
            index = branch.waiting[0]
            found = equation(branch, index).remainder()
            if found.value:
                return self.reduced(branch, index)
            branch = branch.without(index)
        against = contradiction(branch)
        if against is not None:
            return against.empty(branch, self.question.ring)
        try:
            finding = self.find(with_ring(self.question.question, branch.ring))
        except NeedsSplit as signal:
            return self.split(branch, signal.polynomial)
        if len(self.answers) >= MAX_CASES:
            raise TooLarge(f"the answer has more than {MAX_CASES} cases")
        self.answers.append((branch.ring, finding.answer))
        self.proofs.append(finding.certificate)
        return Reached(len(self.answers) - 1)

    def reduced(self, branch: Branch, index: int) -> Coverage:
        """Replace an equation that waits by the factors of what is left of it, or place it."""
        f, combination = normalised(branch, equation(branch, index).remainder())
        if poly.is_constant(f):
            return combination.empty(branch, self.question.ring)
        if f == branch.zero[index]:
            return self.placed(branch, index)
        factors = self.factors(f)
        nothing = combination.empty(branch.where_not(g for g, _ in factors), self.question.ring)
        ways = [self.explore(branch.where(g, instead=index)) for g, _ in factors]
        return self.node(f, factors, nothing, ways)

    def placed(self, branch: Branch, index: int) -> Coverage:
        """Solve an equation for a parameter, after a split where its coefficient may vanish."""
        main, larger = place(branch, index)
        lead = poly.leading(branch.zero[index], main)
        if branch.ring.is_unit(lead):
            return self.explore(larger)
        return self.split(branch, normal_form(branch, lead))

    def split(self, branch: Branch, f: Polynomial) -> Coverage:
        """Go on where f does not vanish, and where each of its factors does."""
        factors = self.factors(f)
        away = branch.where_not(g for g, _ in factors)
        away = away if away.ring.is_unit(f) else away.where_not([f])
        if away == branch:
            raise NoAnswer("a condition was assumed and asked for again")
        nonzero = self.explore(away)
        return self.node(f, factors, nonzero, [self.explore(branch.where(g)) for g, _ in factors])

    def factors(self, f: Polynomial) -> Factors:
        """Factor what the tree is split at; the product is f up to an integer.

        Raises TooLarge when there were too many splits.
        """
        self.splits += 1
        if self.splits > MAX_SPLITS:
            raise TooLarge(f"the answer needs more than {MAX_SPLITS} distinctions")
        ring = self.question.ring
        factors, product = factors_of(f, ring), ring.integer(1)
        for g, exponent in factors:
            for _ in range(exponent):
                product = ring.multiply(product, g)
        if poly.proportional(product, f, ring.characteristic):
            return factors
        return (*factors, (leading_number(ring, f), 1))

    def node(
        self, f: Polynomial, factors: Factors, nonzero: Coverage, vanishing: list[Coverage]
    ) -> Split:
        """Make the node of the tree."""
        one_row = Matrix(self.question.ring, (tuple(g for g, _ in factors),), len(factors))
        polynomial = Matrix(self.question.ring, ((f,),), 1)
        return Split(polynomial, one_row, tuple(e for _, e in factors), nonzero, tuple(vanishing))


def find_by_cases(question: ByCases, find: Solver) -> Finding:
    """Answer the question for all values of the parameters.

    Raises TooLarge when there are too many cases, NoAnswer when a branch is stuck.
    """
    search = _Search(question, find)
    tree = search.explore(Branch(question.ring))
    return Finding(tuple(search.answers), Covered(tree, tuple(search.proofs)))
