"""The tests in a problem file: does each given answer get the mark that it must get?"""

from dataclasses import dataclass

from exactspaces.api.budget import Budget
from exactspaces.api.marks import mark_answer
from exactspaces.api.text import DEFAULT
from exactspaces.marking import Mark
from exactspaces.reading.problems import Example, Problem


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
        says = not due.says or due.says == self.mark.mistake
        return self.found == due.verdict and says and (not due.at or due.at == self.mark.at)

    def __str__(self) -> str:
        given = ", ".join(self.example.give)
        says = f" ({self.mark.mistake})" if self.mark.mistake else ""
        at = f" at {self.mark.at}" if self.mark.at else ""
        return f"{self.example.part}: {given}: {self.found}{says}{at}"


def problem_tests(problem: Problem, *, budget: Budget = DEFAULT) -> tuple[TestOutcome, ...]:
    """Mark the answers in the tests of a problem."""
    return tuple(
        TestOutcome(x, mark_answer(problem, x.part, "; ".join(x.give), budget=budget))
        for x in problem.examples
    )
