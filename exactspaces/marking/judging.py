"""What a judge needs and gives: the question with its field, and a verdict with a theorem."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from exactspaces.errors import ExactSpacesError, WrongShape
from exactspaces.kernel import Claim, Matrix, Theorem
from exactspaces.questions import Decision, Question, denial, ring_of
from exactspaces.questions.rings import changed
from exactspaces.reading.answers import NotRead, Setting
from exactspaces.reading.bindings import carried
from exactspaces.settle import Outcome

Settle = Callable[[Question], Outcome]


@dataclass(frozen=True)
class Judged:
    """Whether an answer is right (None: undecided), with theorem, tag for credit, and findings."""

    right: bool | None
    theorems: tuple[Theorem, ...] = ()
    tag: str = ""
    findings: tuple[str, ...] = ()


def wrong(theorems: tuple[Theorem, ...], finding: str, tag: str = "") -> Judged:
    """Give the verdict that an answer is wrong, with the reason."""
    return Judged(right=False, theorems=theorems, tag=tag, findings=(finding,))


@dataclass(frozen=True)
class Case:
    """One question with the setting in which answers to it are read."""

    kind: str
    question: Question
    setting: Setting
    settle: Settle
    options: dict[str, Any] = field(default_factory=dict)

    def decide(self, positive: Claim, negative: Claim | None = None) -> Judged:
        """Prove the claim or its denial."""
        negative = denial(positive) if negative is None else negative
        outcome = self.settle(Decision(positive, negative))
        if outcome.theorem is None:
            return Judged(None, (), "", (f"undecided: {outcome.reason}",))
        return Judged(outcome.verdict == "proved", (outcome.theorem,))

    @property
    def key(self) -> Outcome:
        """The outcome of the question itself."""
        return self.settle(self.question)

    def fitted(self, matrix: Matrix) -> "tuple[Case, Matrix]":
        """Give question and matrix over one ring, the larger of the two.

        Raises NotRead when neither ring holds the other.
        """
        case, (found,) = self.fitted_all(matrix)
        return case, found

    def fitted_all(self, *matrices: Matrix) -> "tuple[Case, tuple[Matrix, ...]]":
        """Give question and matrices, which have one ring, over the larger of the two rings.

        Raises NotRead when neither ring holds the other.
        """
        try:
            ring = ring_of(self.question)
        except WrongShape:
            return self, matrices
        try:
            return self, tuple(carried(matrix, ring) for matrix in matrices)
        except ExactSpacesError:
            pass
        ring = matrices[0].ring
        try:
            wider = changed(self.question, lambda m: carried(m, ring))
        except ExactSpacesError as error:
            raise NotRead("input.other-field", str(error)) from error
        return replace(self, question=wider), matrices


def wrong_size(shape: tuple[int, int]) -> NotRead:
    """Give the refusal of a matrix of another size; the size that is due stays a secret."""
    message = f"read as a {shape[0]} x {shape[1]} matrix; the one asked for has another size"
    return NotRead("input.wrong-size", message)
