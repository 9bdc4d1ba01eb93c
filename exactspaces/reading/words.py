"""What things are called in messages."""

from exactspaces.errors import ExactSpacesError
from exactspaces.kernel import Term
from exactspaces.questions import Decision, shape_of
from exactspaces.reading.meanings import (
    AffineTerm,
    Asked,
    ColumnsTerm,
    Constant,
    CountTerm,
    DirectSumOf,
    MatrixTerm,
    Meaning,
    NumberTerm,
    Polynomial,
    SpaceTerm,
    Vectors,
    VectorTerm,
)


def kind_of(meaning: Meaning) -> str:
    """Say in a few words what something is."""
    match meaning:
        case Constant() | NumberTerm():
            return "a number"
        case CountTerm():
            return "a whole number"
        case MatrixTerm(term):
            return _sized(term, "a matrix")
        case VectorTerm(term):
            return _vector(term)
        case SpaceTerm(_, ambient):
            return f"a subspace of {ambient.name('F')}"
        case AffineTerm():
            return "an affine set"
        case Polynomial():
            return "a polynomial"
        case Vectors():
            return "a list of vectors"
        case ColumnsTerm():
            return "a list of columns"
        case DirectSumOf():
            return "a direct sum"
        case Asked(Decision()):
            return "a claim"
        case _:
            return "a question that stands alone"


def _sized(term: Term, fallback: str) -> str:
    try:
        return str(shape_of(term))
    except ExactSpacesError:
        return fallback


def _vector(term: Term) -> str:
    try:
        return f"a vector with {shape_of(term).height} entries"
    except ExactSpacesError:
        return "a vector"
