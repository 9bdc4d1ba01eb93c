"""The kinds of answers: the question that each of them means, and what it can be asked of."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from exactspaces.errors import ExactSpacesError
from exactspaces.kernel import Given
from exactspaces.questions import (
    BasisAmong,
    BasisChange,
    BasisExtension,
    BasisFor,
    Complement,
    CoordinatesIn,
    Decision,
    InverseOf,
    ProjectionOnto,
    Question,
    SolutionSet,
    TriangularFactors,
    ValueOf,
    shape_of,
)
from exactspaces.questions.angles import PrincipalAngles
from exactspaces.questions.comparisons import Comparison
from exactspaces.questions.decompositions import Polar, RankFactors
from exactspaces.questions.formal import IsSubspace, IsVectorSpace, NegativeOf, ZeroOf
from exactspaces.questions.inner import (
    MinimumNorm,
    OrthogonalFactors,
    Orthogonalised,
    OrthogonalProjector,
    ProjectionOfVector,
    PseudoInverse,
)
from exactspaces.questions.lengths import AngleBetween, Distance, NormOf
from exactspaces.questions.linear_maps import BlockForm, Restriction
from exactspaces.questions.singular import (
    ConditionNumber,
    OperatorNorm,
    SingularDecomposition,
    SingularValues,
)
from exactspaces.questions.spectra import (
    CharacteristicPolynomial,
    Eigenvalues,
    MinimalPolynomial,
    NormalForm,
)
from exactspaces.questions.symmetric import Adjugate, Cramer, Definiteness, MatrixOfMap, RootFactor
from exactspaces.reading.problems.model import Part
from exactspaces.reading.request import Request

Sort = Literal[
    "a number", "a whole number", "a matrix", "a vector", "a subspace", "a list of columns",
    "a list of vectors", "a solution set", "a claim", "coordinates", "a change of basis",
    "two factors", "other factors", "a set of numbers", "a polynomial", "a normal form",
    "orthogonal vectors", "a projection", "signs of a form", "something else",
]  # fmt: skip


@dataclass(frozen=True)
class Kind:
    """A kind of answer.

    `wrap` is the function that is asked of what `of` names, when `of` is of a sort in `wrapped`;
    what is of a sort in `plain` is asked as it stands. `example` shows how `of` is written.
    """

    means: str
    example: str
    plain: tuple[Sort, ...] = ()
    wrap: str = ""
    wrapped: tuple[Sort, ...] = ()
    options: tuple[str, ...] = ()

    @property
    def fits(self) -> tuple[Sort, ...]:
        """What `of` may be."""
        return self.wrapped + self.plain


_NUMBERS: tuple[Sort, ...] = ("a number", "a whole number")
_REDUCTION = ("target", "ops", "ops_per_line")
_SETS = ("repeated", "mixed")
_FACTORS: tuple[Sort, ...] = ("two factors", "other factors")
_BASES: tuple[Sort, ...] = ("a subspace", "orthogonal vectors")
# The kind of one of several answers, where the file does not name it.
_OF_SORT: Mapping[Sort, str] = {
    "a number": "scalar",
    "a whole number": "dimension",
    "a vector": "vector",
    "a matrix": "matrix",
    "a list of columns": "columns",
    "a subspace": "subspace",
    "a solution set": "affine-set",
    "coordinates": "coordinates",
    "a change of basis": "change-of-basis",
    "a claim": "yes-no",
    "a set of numbers": "scalar-set",
    "a polynomial": "polynomial",
    "a projection": "projection",
    "orthogonal vectors": "orthogonal-basis",
    "two factors": "factorization",
    "other factors": "factorization",
    "signs of a form": "definiteness",
}

KINDS: Mapping[str, Kind] = {
    "scalar": Kind("a number", "det(A)", _NUMBERS, options=("mixed",)),
    "dimension": Kind("the dimension of a space", "null(A)", _NUMBERS[1:], "dim", ("a subspace",)),
    "vector": Kind("a vector", "A * v", ("a vector",)),
    "matrix": Kind("a matrix", "A * B", ("a matrix", "a change of basis")),
    "rref": Kind("the reduced echelon form", "A", (), "rref", ("a matrix",)),
    "row-reduction": Kind(
        "the steps to the reduced echelon form", "A", (), "rref", ("a matrix",), _REDUCTION
    ),
    "columns": Kind(
        "the pivot columns", "A", ("a list of columns",), "pivots", ("a matrix",), ("which",)
    ),
    "basis": Kind("a basis of a space", "col(A)", ("a subspace",)),
    "basis-among": Kind(
        "some of the vectors that are a basis of their span",
        "{v1, v2, v3}",
        (),
        "basis",
        ("a list of vectors",),
    ),
    "spanning-set": Kind("vectors that span a space", "col(A)", ("a subspace",)),
    "subspace": Kind("a subspace", "null(A)", ("a subspace",), options=("named",)),
    "affine-set": Kind("all solutions of a system", "solve(A, b)", ("a solution set",)),
    "coordinates": Kind(
        "the coordinates of a vector in a basis", "coords(v, {b1, b2})", ("coordinates",)
    ),
    "change-of-basis": Kind(
        "the matrix from one basis to another", "change_of_basis(B, C)", ("a change of basis",)
    ),
    "vector-up-to-scalar": Kind("a vector up to a factor", "A * v", ("a vector",)),
    "ref": Kind("an echelon form", "A", (), "rref", ("a matrix",)),
    "row-equivalent": Kind("a matrix with the same row space", "A", (), "rref", ("a matrix",)),
    "factorization": Kind(
        "factors of a matrix: L and U, or those of svd, thin_svd, polar, qr and rank_factors",
        "svd(A)",
        _FACTORS,
        "lu",
        ("a matrix",),
    ),
    "definiteness": Kind(
        "the signs that a form takes", "A", ("signs of a form",), "definite", ("a matrix",)
    ),
    "scalar-set": Kind(
        "numbers in any order", "eigenvalues(A)", ("a set of numbers", "a number"), options=_SETS
    ),
    "eigenpairs": Kind(
        "all eigenvalues with their eigenvectors", "A", (), "eigenvalues", ("a matrix",)
    ),
    "diagonalization": Kind("P and D with A P = P D", "A", (), "diagonalize", ("a matrix",)),
    "jordan-form": Kind("the Jordan form", "A", (), "jordan", ("a matrix",)),
    "polynomial": Kind("a polynomial", "charpoly(A)", ("a polynomial",)),
    "orthogonal-basis": Kind("an orthogonal basis", "col(A)", _BASES, options=("form",)),
    "orthonormal-basis": Kind("an orthonormal basis", "col(A)", _BASES, options=("form",)),
    "projection": Kind("a projection", "proj(v, W)", ("a projection", "a matrix")),
    "matrix-of-map": Kind(
        "the matrix of a map in bases", "matrix_of(A, {b1, b2}, {c1, c2})", ("a matrix",)
    ),
    "row-operations": Kind(
        "row operations that lead to a matrix", "A", (), "rref", ("a matrix",), ("to", "most")
    ),
    "formal-basis": Kind(
        "a basis in letters a1, ..., an", "R", ("a matrix",), options=("letter",)
    ),
    "yes-no": Kind("whether a claim holds", "rank(A) == 2", ("a claim",), options=("because",)),
    "tuple": Kind(
        "several answers", '["rank(A)", "nullity(A)"]', tuple(_OF_SORT), options=("kinds",)
    ),
}
ON_ONE_LINE = tuple(kind for kind in KINDS if kind not in ("tuple", "row-reduction"))
FORMAL = ("counterexample", "example", "failing-axioms", "proof-order", "proof-slots")

_SORTS: Mapping[type[Question], Sort] = {
    BasisFor: "a subspace",
    BasisAmong: "a subspace",
    BasisExtension: "a subspace",
    Complement: "a subspace",
    SolutionSet: "a solution set",
    Decision: "a claim",
    Comparison: "a claim",
    CoordinatesIn: "coordinates",
    BasisChange: "a change of basis",
    InverseOf: "a matrix",
    ProjectionOnto: "a matrix",
    TriangularFactors: "two factors",
    SingularDecomposition: "other factors",
    Polar: "other factors",
    OrthogonalFactors: "other factors",
    RankFactors: "other factors",
    Definiteness: "signs of a form",
    OrthogonalProjector: "a matrix",
    PseudoInverse: "a matrix",
    MatrixOfMap: "a matrix",
    Restriction: "a matrix",
    BlockForm: "a matrix",
    Adjugate: "a matrix",
    RootFactor: "a matrix",
    NormOf: "a number",
    Distance: "a number",
    AngleBetween: "a number",
    OperatorNorm: "a number",
    ConditionNumber: "a number",
    SingularValues: "a vector",
    PrincipalAngles: "a vector",
    MinimumNorm: "a vector",
    Cramer: "a vector",
    Eigenvalues: "a set of numbers",
    CharacteristicPolynomial: "a polynomial",
    MinimalPolynomial: "a polynomial",
    NormalForm: "a normal form",
    Orthogonalised: "orthogonal vectors",
    ProjectionOfVector: "a projection",
    ZeroOf: "a vector",
    NegativeOf: "a vector",
    IsVectorSpace: "a claim",
    IsSubspace: "a claim",
}
_TERMS: Mapping[str, Sort] = {
    "matrix": "a matrix",
    "number": "a number",
    "count": "a whole number",
    "columns": "a list of columns",
    "space": "a subspace",
}


def sort_of(request: Request) -> Sort:
    """Say what is asked for."""
    question = request.question
    if not isinstance(question, ValueOf):
        return _SORTS.get(type(question), "something else")
    if request.ambient is not None:
        return "a vector"
    try:
        return _TERMS[shape_of(question.term).sort]
    except ExactSpacesError:
        return "a matrix" if isinstance(question.term, Given) else "a number"


def member_kind(part: Part, request: Request) -> str:
    """Give the kind of the answer to a question of a part: of a tuple, that of its member."""
    if part.answer.kind != "tuple":
        return part.answer.kind
    named = part.answer.options.get("kinds", ())
    members = zip(part.requests, named, strict=False)
    found = next((kind for one, kind in members if one is request), "")
    return found or _OF_SORT[sort_of(request)]
