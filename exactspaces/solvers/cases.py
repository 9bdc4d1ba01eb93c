"""Questions with parameters: split where the answer depends on them.

A solver that meets a polynomial of which it must know whether it vanishes raises `NeedsSplit`.
Then the question is asked twice or more: with the polynomial's irreducible factors assumed to be
non-zero, and with each of them assumed to be zero.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from exactspaces.errors import NoAnswer, TooLarge
from exactspaces.fields.matrices import divided_out, leading_number
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
    Combination,
    Factors,
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
            if branch.shows_unit(branch.zero[index]):
                return equation(branch, index).empty()
            if equation(branch, index).remainder().value:
                return self.reduced(branch, index)
            branch = branch.without(index)
        against = contradiction(branch)
        if against is not None:
            return self.closed(branch, against)
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
            return self.closed(branch, combination)
        if f == branch.zero[index]:
            return self.placed(branch, index)
        factors = self.factors(branch, f)
        if not branch.where_not(f, factors).shows_unit(combination.total):
            return self.closed(branch, combination, index)
        ways = [self.explore(branch.where(g, instead=index)) for g, _ in factors]
        return self.node(f, factors, combination.empty(), ways)

    def closed(
        self, branch: Branch, combination: Combination, index: int | None = None
    ) -> Coverage:
        """Say that the total of a combination vanishes; where it is a unit nothing is left.

        Over extension fields the kernel may not see that it is one: then the tree is split at it.
        """
        total = combination.total
        if branch.shows_unit(total):
            return combination.empty()
        factors = self.factors(branch, total)
        if any(g in branch.zero for g, _ in factors):
            raise NoAnswer("a case that contradicts itself is not shown to be empty")
        ways = [self.explore(branch.where(g, instead=index)) for g, _ in factors]
        return self.node(total, factors, combination.empty(), ways)

    def placed(self, branch: Branch, index: int) -> Coverage:
        """Solve an equation for a parameter, after a split where its coefficient may vanish."""
        main, larger = place(branch, index)
        lead = poly.leading(branch.zero[index], main)
        if branch.ring.is_unit(lead):
            return self.explore(larger)
        simpler = normal_form(branch, lead)
        return self.split(branch, lead if branch.ring.is_unit(simpler) else simpler)

    def split(self, branch: Branch, f: Polynomial) -> Coverage:
        """Go on where f does not vanish, and where each of its factors does."""
        factors = self.factors(branch, f)
        away = branch.where_not(f, factors)
        if away.base == branch.base:
            raise NoAnswer("a condition was assumed and asked for again")
        nonzero = self.explore(away)
        return self.node(f, factors, nonzero, [self.explore(branch.where(g)) for g, _ in factors])

    def opened(self, branch: Branch, conditions: tuple[Polynomial, ...]) -> Coverage:
        """State the factors of the conditions of the question, and then answer.

        The kernel divides by one condition after the other. With a b and then a stated it does
        not see that a b is a unit any more; with a and b stated it does.
        """
        if not conditions:
            return self.explore(branch)
        f = conditions[0]
        factors = self.completed(f, factors_of(f, self.question.ring))
        away = branch.where_not(f, factors)
        if len(factors) == 1 or away.base == branch.base:
            return self.opened(branch, conditions[1:])
        nonzero = self.opened(away, conditions[1:])
        return self.node(f, factors, nonzero, [self.explore(branch.where(g)) for g, _ in factors])

    def factors(self, branch: Branch, f: Polynomial) -> Factors:
        """Factor what the tree is split at; the product is f up to an integer.

        What is known not to vanish is divided out first, and a number may be left.

        Raises TooLarge when there were too many splits.
        """
        self.splits += 1
        if self.splits > MAX_SPLITS:
            raise TooLarge(f"the answer needs more than {MAX_SPLITS} distinctions")
        ring, rest, known = self.question.ring, f, []
        for g in branch.base.nonzero:
            rest, exponent = divided_out(ring, rest, g)
            known += [(g, exponent)] if exponent else []
        return self.completed(f, (*known, *factors_of(rest, ring)))

    def completed(self, f: Polynomial, factors: Factors) -> Factors:
        """Add the number by which the product of the factors differs from f, up to an integer."""
        ring = self.question.ring
        product = ring.integer(1)
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
    search, given = _Search(question, find), question.ring.nonzero
    tree = search.opened(Branch(question.ring, given, given), given)
    return Finding(tuple(search.answers), Covered(tree, tuple(search.proofs)))
