"""Answers about statements, spaces of one's own and sets, as plain data."""

from typing import Any

from exactspaces.kernel import Matrix
from exactspaces.kernel.sentences import formula_text
from exactspaces.questions.formal import (
    AxiomsOf,
    Formal,
    NegativeOf,
    Opposite,
    Verdicts,
    YesNo,
    ZeroOf,
)
from exactspaces.questions.obligations import Broken
from exactspaces.rendering.vectors import vector_text


def formal_data(question: Formal, answer: Any) -> Any:
    """Give yes or no, the axioms that fail, the values of a counterexample, or a vector."""
    match question, answer:
        case YesNo(), _:
            return question.is_yes(answer)
        case AxiomsOf(), Verdicts():
            return list(answer.failing)
        case ZeroOf(space), tuple():
            return vector_text(space, answer)
        case NegativeOf(space), Opposite(_, negative):
            return vector_text(space, negative)
        case _, Broken(values):
            return list(map(formula_text, values))
    return None if isinstance(answer, Matrix) else answer
