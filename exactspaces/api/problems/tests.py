"""The tests in a problem file: does each given answer get the mark that it must get?"""

from dataclasses import dataclass, replace

from exactspaces.api.answers.plain import value_text
from exactspaces.api.problems.marks import mark_answer, part_of, settle_kept
from exactspaces.api.processes.budget import Budget
from exactspaces.api.text import DEFAULT
from exactspaces.errors import ExactSpacesError, NotUnderstood
from exactspaces.fields.names import Over
from exactspaces.marking import Mark
from exactspaces.marking.mistakes import names_of
from exactspaces.questions import BasisFor
from exactspaces.reading.problems import Example, Problem
from exactspaces.reading.request import read_request
from exactspaces.variants.draw import Drawer


@dataclass(frozen=True)
class TestOutcome:
    """A test of a problem file, and the mark that the answer got."""

    __test__ = False  # it is no test of ours
    example: Example
    mark: Mark

    @property
    def found(self) -> str:
        """The verdict that was found."""
        return self.mark.verdict

    @property
    def is_right(self) -> bool:
        """Say whether verdict, mistake and place are those that are due."""
        due = self.example
        says = not due.says or due.says in names_of(self.mark.mistake)
        return self.found == due.verdict and says and (not due.at or due.at == self.mark.at)

    def __str__(self) -> str:
        given = ", ".join(self.example.give)
        says = f" ({self.mark.mistake})" if self.mark.mistake else ""
        at = f" at {self.mark.at}" if self.mark.at else ""
        return f"{self.example.part}: {given}: {self.found}{says}{at}"


def problem_tests(problem: Problem, *, budget: Budget = DEFAULT) -> tuple[TestOutcome, ...]:
    """Mark the answers in the tests of a problem; of a variant, those that are about it."""
    chosen = (x for x in problem.examples if x.seed in (None, problem.seed))
    return tuple(TestOutcome(x, _marked(problem, x, budget)) for x in chosen)


def _marked(problem: Problem, example: Example, budget: Budget) -> Mark:
    """Mark an answer; what is left to be worked out is, unless that is what makes it invalid."""
    mark = mark_answer(problem, example.part, _typed(problem, example, budget), budget=budget)
    if mark.mistake != "input.not-worked-out" or example.verdict == "invalid":
        return mark
    text = _typed(problem, replace(example, computed=True), budget)
    return mark_answer(problem, example.part, text, budget=budget)


def _typed(problem: Problem, example: Example, budget: Budget) -> str:
    """Give the answer that is tried; expressions are worked out."""
    if not example.computed:
        return "; ".join(example.give)
    part = part_of(problem, example.part)
    requests = part.requests if len(part.requests) > 1 else part.requests * len(example.give)
    pairs = zip(requests, example.give, strict=False)
    return "; ".join(_worked_out(problem, request.over, text, budget) for request, text in pairs)


def _worked_out(problem: Problem, over: Over, text: str, budget: Budget) -> str:
    drawer = Drawer(over, lambda q: settle_kept(q, budget), (), {}, problem.given)
    try:
        value = drawer.worked_out(text)
        return value.text if value.sort != "something else" else _answered(drawer, text)
    except ExactSpacesError as error:
        raise NotUnderstood(f"{problem.file}: tests: compute: {text}: {error}") from error


def _answered(drawer: Drawer, text: str) -> str:
    """Write a space as a basis of it, a solution set as one, a claim as yes or no."""
    request = read_request(text, drawer.over, drawer.texts)
    outcome = drawer.settle(request.question)
    if request.is_claim:
        return "yes" if outcome.verdict == "proved" else "no"
    written = value_text(request.question, outcome.answer, request.ambient)
    return written.removeprefix("span") if isinstance(request.question, BasisFor) else written
