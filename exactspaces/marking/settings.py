"""The setting in which an answer is read: the field with the roots that are due, and the space."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from exactspaces.errors import NotUnderstood
from exactspaces.fields.conjugation import imaginary_generators
from exactspaces.fields.names import Over
from exactspaces.kernel import Extension, Rationals
from exactspaces.kernel import polynomials as poly
from exactspaces.marking.judging import Case
from exactspaces.questions import SolutionSet, ValueOf, shape_of
from exactspaces.questions.inner import Orthogonalised, ProjectionOfVector
from exactspaces.questions.lengths import AngleBetween, Distance, NormOf
from exactspaces.questions.spectra import Eigenvalues
from exactspaces.questions.symmetric import RootFactor
from exactspaces.reading.request import Request, read_request
from exactspaces.spaces import Ambient, Coordinates

_LENGTHS = (NormOf, Distance, AngleBetween, RootFactor)
_MIXED = re.compile(r"(?<![\w./^)])(\d{1,18})\s+(\d{1,18})\s*/\s*(\d{1,18})(?![\w./])")


def field_of(kind: str, request: Request) -> Over:
    """Give the field of an answer: where lengths are due, square roots may be adjoined to it."""
    over = request.over
    if over.growth != "fixed":  # the roots of the question are there, and others are adjoined
        return replace(over, ring=request.ring)
    lengths = kind == "orthonormal-basis" or isinstance(request.question, _LENGTHS)
    if not lengths or not _has_roots(over):
        return over
    return replace(over, growth="complex" if imaginary_generators(over.ring) else "real")


def joint(requests: Sequence[Request], texts: Sequence[str], given: Mapping[str, str]) -> Request:
    """Give the first request, with the field in which all of them can be answered together."""
    first = requests[0]
    if len(requests) < 2 or first.over.growth == "fixed":
        return first
    try:
        together = read_request(f"({', '.join(texts)})", first.over, given)
    except NotUnderstood:
        return first
    return replace(first, ring=together.ring)


def _has_roots(over: Over) -> bool:
    """Say whether the field is Q, or Q with square roots: there further roots are adjoined."""
    ring = over.ring
    if isinstance(ring, Extension) and not ring.characteristic:
        return all(poly.degree(m, k) == 2 for k, m in enumerate(ring.moduli))
    return isinstance(ring, Rationals)


def ambient_of(kind: str, request: Request) -> Ambient | None:
    """Give the space that vectors of an answer belong to."""
    match kind, request.question:
        case "vector" | "vector-up-to-scalar", ValueOf(term):
            plain = request.ambient in (None, Coordinates(0))
            return Coordinates(shape_of(term).height) if plain else request.ambient
        case "affine-set", SolutionSet(matrix):
            return Coordinates(shape_of(matrix).width)
        case "eigenpairs", Eigenvalues(matrix):
            return Coordinates(shape_of(matrix).height)
        case "projection", ProjectionOfVector(vector) if request.ambient is None:
            return Coordinates(shape_of(vector).height)
        case _, Orthogonalised(vectors) if request.ambient is None:
            return Coordinates(shape_of(vectors).width)
    return request.ambient


def with_mixed_numbers(case: Case, text: str) -> str:
    """Read 2 1/3 as 2 + 1/3 where the file allows it."""
    if case.options.get("mixed") != "allowed" or not isinstance(text, str):
        return text
    return _MIXED.sub(r"(\1+\2/\3)", text)
