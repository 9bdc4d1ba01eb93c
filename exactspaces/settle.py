"""From a question to an outcome: the only place where a solver meets the kernel."""

from dataclasses import dataclass
from typing import Any, Literal

from exactspaces.errors import ExactSpacesError, NoAnswer, TooLarge
from exactspaces.kernel import KernelError, Parameters, Theorem, check
from exactspaces.kernel.matrices import reduced
from exactspaces.questions import (
    BasisChange,
    BasisExtension,
    ByCases,
    Complement,
    CoordinatesIn,
    Decision,
    InverseOf,
    ProjectionOnto,
    Question,
    ring_of,
)
from exactspaces.questions.comparisons import is_yes_no
from exactspaces.questions.constructions import Construct
from exactspaces.questions.formal import YesNo
from exactspaces.questions.obligations import Absent, Broken
from exactspaces.questions.rings import changed
from exactspaces.solvers.find import find
from exactspaces.solvers.zero import NeedsSplit

Verdict = Literal["proved", "refuted", "undecided"]


_MAY_HAVE_NONE = (
    InverseOf,
    BasisExtension,
    Complement,
    ProjectionOnto,
    CoordinatesIn,
    BasisChange,
)


@dataclass(frozen=True)
class Outcome:
    """What became of a question.

    "proved": the theorem states the answer (for a yes-no question: yes). "refuted": the theorem
    states the contrary (no; or that what was asked for does not exist). "undecided": there is no
    theorem, and the reason says why. With parameters, something that exists for some of their
    values is "proved"; the answer says case by case what there is.
    """

    question: Question
    verdict: Verdict
    answer: Any
    theorem: Theorem | None
    reason: str


def settle(question: Question) -> Outcome:
    """Answer a question, with a theorem of the kernel for the answer.

    A question with parameters is answered for all their values, by cases. An answer that the
    kernel does not accept is not given: the outcome is then undecided.

    >>> from exactspaces.kernel import Count, Equal, NotMember, Unequal
    >>> settle(Decision(Equal(Count(1), Count(1)), Unequal(Count(1), Count(1)))).verdict
    'proved'
    """
    question = by_cases(changed(question, reduced))  # a file holds lowest terms only
    try:
        finding = find(question)
    except (NoAnswer, TooLarge, KernelError) as error:
        return Outcome(question, "undecided", None, None, str(error))
    except (NeedsSplit, RecursionError, MemoryError) as error:
        reason = str(error) or f"the solver gave up: {type(error).__name__}"
        return Outcome(question, "undecided", None, None, reason)
    try:
        theorem = check(question.claim(finding.answer), finding.certificate)
    except KernelError as error:
        reason = f"the kernel does not accept the evidence that was found: {error}"
        return Outcome(question, "undecided", None, None, reason)
    return Outcome(question, _verdict(question, finding.answer), finding.answer, theorem, "")


def by_cases(question: Question) -> Question:
    """Ask for all values of the parameters when there are any."""
    if isinstance(question, ByCases):
        return question
    try:
        ring = ring_of(question)
    except ExactSpacesError:
        return question
    if isinstance(ring, Parameters) and not ring.zero:
        return ByCases(ring, question)
    return question


def _verdict(question: Question, answer: Any) -> Verdict:
    if isinstance(question, ByCases):
        verdicts = {_verdict(question.question, a) for _, a in answer}
        if is_yes_no(question.question):  # yes for all values of the parameters, or no
            return "proved" if verdicts == {"proved"} else "refuted"
        return "refuted" if verdicts == {"refuted"} else "proved"
    if isinstance(question, Decision):
        return "proved" if answer else "refuted"
    if isinstance(question, YesNo):
        return "proved" if question.is_yes(answer) else "refuted"
    if isinstance(answer, Absent | Broken):
        return "refuted"
    if isinstance(answer, Construct):
        return "refuted" if answer.missing else "proved"
    if isinstance(question, _MAY_HAVE_NONE) and (answer is None or isinstance(answer, str)):
        return "refuted"
    return "proved"
