"""Does a variant keep the named mistakes apart: each leads to a wrong answer of its own?"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain

from exactspaces.errors import ExactSpacesError
from exactspaces.marking.marker import case_of, mark_request, single_requests
from exactspaces.marking.mistakes import names_of, wrong_answers
from exactspaces.marking.written import answer_text
from exactspaces.questions import Question
from exactspaces.reading.problems.model import Problem
from exactspaces.settle import Outcome

Settle = Callable[[Question], Outcome]


@dataclass(frozen=True)
class Slip:
    """The answer that a mistake leads to, and what the mark says of it.

    `number` tells which answer of a tuple it is, from 1; 0 for a part with one.
    """

    part: str
    number: int
    mistake: str
    answer: str
    verdict: str
    named: str

    @property
    def is_told(self) -> bool:
        """Say whether the answer is wrong and the mistake is named."""
        return self.verdict != "correct" and self.named == self.mistake

    def __str__(self) -> str:
        where = f"{self.part}[{self.number}]" if self.number else self.part
        if self.verdict == "correct":
            return f"{where}: {self.mistake} leads to the right answer {self.answer}"
        seen = f"as {self.named}" if self.named else "not at all"
        return f"{where}: {self.mistake} leads to {self.answer}, which is named {seen}"


def slips(problem: Problem, settle: Settle, only: tuple[str, str] | None = None) -> Iterator[Slip]:
    """Mark the answers that the named mistakes lead to, in all parts.

    `only` names one part and one mistake that are of interest.
    """
    for part in problem.parts:
        if only is not None and only[0] != part.id:
            continue
        requests = single_requests(part)
        for number, request in enumerate(requests, 1):
            case = case_of(part, request, problem.told, settle)
            at = number if len(requests) > 1 else 0
            for mistake, value in wrong_answers(case, "" if only is None else only[1]):
                try:
                    answer = answer_text(case, value)
                except (TypeError, ExactSpacesError):
                    continue
                mark = mark_request(part, request, problem.told, answer, settle)
                if mark.mistake.startswith("input."):
                    continue  # nobody loses a point by what is not read, such as a foreign root
                yield Slip(part.id, at, mistake, answer, mark.verdict, mark.mistake)


def waived(problem: Problem, slip: Slip) -> bool:
    """Say whether the file leaves this mistake out: "null.sign", or "part: null.sign"."""
    names = problem.variants.waive if problem.variants is not None else ()
    mine = names_of(slip.mistake)
    return any(name in names or f"{slip.part}: {name}" in names for name in mine)


def not_separate(
    problem: Problem, settle: Settle, first: tuple[str, str] | None = None
) -> Slip | None:
    """Give a mistake that is right, or looks like another one, and is not waived.

    `first` is the part and the mistake to look at first: what failed for another draw fails often.
    """
    found = slips(problem, settle)
    if first is not None:
        found = chain(slips(problem, settle, first), found)
    told = (s for s in found if not s.is_told and not waived(problem, s))
    return next(told, None)
