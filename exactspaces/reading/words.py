"""What things are called in messages."""

from exactspaces.errors import ExactSpacesError
from exactspaces.kernel import Term
from exactspaces.questions import shape_of
from exactspaces.questions.comparisons import is_yes_no
from exactspaces.reading.meanings import (
    AffineTerm,
    Asked,
    ColumnsTerm,
    Constant,
    CountTerm,
    DirectSumOf,
    ElementTerm,
    MapTerm,
    MatrixTerm,
    Meaning,
    NumberTerm,
    Polynomial,
    SpaceTerm,
    Vectors,
    VectorTerm,
)

_WORDS: tuple[tuple[type[Meaning] | tuple[type[Meaning], ...], str], ...] = (
    ((Constant, NumberTerm), "a number"),
    (CountTerm, "a whole number"),
    (AffineTerm, "an affine set"),
    (Polynomial, "a polynomial"),
    (Vectors, "a list of vectors"),
    (ColumnsTerm, "a list of columns"),
    (DirectSumOf, "a direct sum"),
)


def kind_of(meaning: Meaning) -> str:
    """Say in a few words what something is."""
    match meaning:
        case MatrixTerm(term):
            return _sized(term, "a matrix")
        case VectorTerm(term):
            return _vector(term)
        case SpaceTerm(_, ambient):
            return f"a subspace of {ambient.name('F')}"
        case MapTerm(_, source, target):
            return f"a map from {source.name('F')} to {target.name('F')}"
        case ElementTerm(_, ambient):
            return f"an element of {ambient.name('F')}"
        case Asked(question) if is_yes_no(question):
            return "a claim"
    found = (words for kinds, words in _WORDS if isinstance(meaning, kinds))
    return next(found, "a question that stands alone")


def not_a_vector(expected: str, meaning: Meaning) -> str:
    """Say what stands where a vector is due; for a number, such as (1), how one is written."""
    is_number = isinstance(meaning, Constant | NumberTerm | CountTerm)
    remedy = " One entry: write (1,) for a vector, [1] for a matrix." if is_number else ""
    return f"{expected}, and this is {kind_of(meaning)}.{remedy}"


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
