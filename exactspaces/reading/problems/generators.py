"""The generators of variants: what each draws, and what it is told; the drawing is above."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Due = Literal["whole", "wholes", "number", "numbers", "vector", "matrix", "list", "any"]


@dataclass(frozen=True)
class Parameter:
    """What a generator is told: its name, its sort, and what holds when nothing is said.

    `many` takes all further arguments that have no name.
    """

    name: str
    due: Due
    default: str | None = None
    many: bool = False


@dataclass(frozen=True)
class Generator:
    """A generator: what it draws, how it is written, and its parameters in order."""

    means: str
    example: str
    parameters: tuple[Parameter, ...]


def _p(words: str) -> tuple[Parameter, ...]:
    """Read parameters from words such as n:whole height:whole=5 values:numbers..."""
    found = []
    for word in words.split():
        name, _, rest = word.partition(":")
        many = rest.endswith("...")
        due, equals, default = rest.removesuffix("...").partition("=")
        found.append(Parameter(name, due, default if equals else None, many))  # type: ignore[arg-type]
    return tuple(found)


GENERATORS: Mapping[str, Generator] = {
    # numbers
    "integer": Generator(
        "a whole number from low to high, without those listed", "integer(-5, 5, without={0, 1})",
        _p("low:whole high:whole without:numbers={}")),
    "rational": Generator(
        "a fraction that is not whole, with numerator and denominator up to a height",
        "rational(height=9, denominator=4)", _p("height:whole=9 denominator:whole=5")),
    "choice": Generator(
        "one of the things listed", "choice((1, 2), (2, 1))",
        _p("options:any...")),
    "entry": Generator("the k-th entry of a vector", "entry(v, 2)", _p("v:vector k:whole")),
    # vectors
    "random_vector": Generator(
        "a vector of n whole numbers up to a height, not all 0", "random_vector(3, height=4)",
        _p("n:whole height:whole=5 zeros:whole=100")),
    "distinct_integers": Generator(
        "a vector of n different whole numbers from low to high",
        "distinct_integers(3, -2, 4, without={0})",
        _p("n:whole low:whole high:whole without:numbers={}")),
    "shuffled": Generator("the entries in another order", "shuffled(v)", _p("v:vector")),
    "vector_in": Generator(
        "a combination of the vectors of a list, no coefficient 0", "vector_in(L, height=3)",
        _p("vectors:list height:whole=3")),
    "vector_outside": Generator(
        "a vector that is no combination of the vectors of a list",
        "vector_outside(L, height=5)", _p("vectors:list height:whole=5")),
    "member": Generator("the k-th vector of a list", "member(L, 2)", _p("vectors:list k:whole")),
    # matrices
    "random_matrix": Generator(
        "an m x n matrix of whole numbers up to a height, of full rank or the rank that is named",
        "random_matrix(2, 3, height=5)",
        _p("m:whole n:whole height:whole=5 rank:whole=-1")),
    "nice_rref": Generator(
        "an m x n reduced echelon form of a rank: whole numbers up to a height, first pivot in "
        "column 1", "nice_rref(3, 4, rank=2, height=3)",
        _p("m:whole n:whole rank:whole height:whole=3")),
    "unreduce": Generator(
        "a matrix with the same row space, by row operations that keep the entries up to a height",
        "unreduce(R, ops=6, height=12)", _p("R:matrix ops:whole=6 height:whole=12")),
    "unimodular": Generator(
        "an n x n matrix of determinant 1, whole with a whole inverse, both up to a height",
        "unimodular(3, height=6)", _p("n:whole height:whole=6")),
    "invertible_matrix": Generator(
        "an n x n invertible matrix up to a height, with the determinant where one is named",
        "invertible_matrix(3, height=6, det=2)",
        _p("n:whole height:whole=6 det:number=0")),
    "triangular": Generator(
        "an n x n upper triangular matrix with non-zero diagonal", "triangular(3, height=4)",
        _p("n:whole height:whole=4")),
    "random_symmetric": Generator(
        "a symmetric n x n matrix of whole numbers", "random_symmetric(3, height=4)",
        _p("n:whole height:whole=4")),
    "permutation_matrix": Generator(
        "a permutation matrix other than the identity", "permutation_matrix(3)", _p("n:whole")),
    "diagonal": Generator(
        "the diagonal matrix of the numbers", "diagonal(2, 3, 5)", _p("values:numbers...")),
    "similar_to": Generator(
        "P D P^(-1) with a unimodular P, up to a height", "similar_to(D, height=15)",
        _p("D:matrix height:whole=15")),
    "with_eigenvalues": Generator(
        "a diagonalisable matrix with these eigenvalues, P D P^(-1) with a unimodular P",
        "with_eigenvalues(2, 2, -1, height=12)", _p("values:numbers... height:whole=15")),
    "with_jordan": Generator(
        "a matrix whose Jordan blocks have these eigenvalues and sizes",
        "with_jordan({2, 3}, {2, 1}, height=20)",
        _p("values:numbers sizes:wholes height:whole=20")),
    "symmetric_with_eigenvalues": Generator(
        "a symmetric matrix with these eigenvalues and orthogonal eigenvectors of small whole "
        "numbers", "symmetric_with_eigenvalues(1, 3)",
        _p("values:numbers... height:whole=12 denominator:whole=1")),
    "orthogonal_columns": Generator(
        "an n x n matrix of whole numbers whose columns are orthogonal, none a unit vector",
        "orthogonal_columns(3, height=4)", _p("n:whole height:whole=5")),
    "orthonormal_columns": Generator(
        "an n x n matrix of fractions whose columns are orthonormal, n = 2 to 4",
        "orthonormal_columns(3, height=15)", _p("n:whole height:whole=15")),
    "as_columns": Generator(
        "the matrix with the vectors of a list as columns", "as_columns(L)", _p("vectors:list")),
    "as_rows": Generator(
        "the matrix with the vectors of a list as rows", "as_rows(L)", _p("vectors:list")),
    # lists
    "independent_list": Generator(
        "k independent vectors of length n", "independent_list(4, 2, height=4)",
        _p("n:whole k:whole height:whole=4")),
    "dependent_list": Generator(
        "vectors of length n with this relation alone; no coefficient is 0, the last one 1 or -1",
        "dependent_list(4, relation=(2, -3, 1), height=9)",
        _p("n:whole relation:numbers height:whole=9")),
    "basis_list": Generator(
        "a basis of vectors of length n, the columns of a unimodular matrix",
        "basis_list(3, height=5)", _p("n:whole height:whole=5")),
    "orthogonal_list": Generator(
        "k orthogonal vectors of length n, none a unit vector",
        "orthogonal_list(3, 2, height=5)", _p("n:whole k:whole height:whole=5")),
    "rebased": Generator(
        "other vectors with the same span, as many as in the list", "rebased(L, height=9)",
        _p("vectors:list height:whole=9")),
    "members": Generator(
        "the vectors of a list at these places", "members(L, {1, 3})",
        _p("vectors:list places:wholes")),
    # polynomials
    "random_polynomial": Generator(
        "a polynomial in x of this degree", "random_polynomial(2, height=4)",
        _p("degree:whole height:whole=5")),
    "polynomial_with_roots": Generator(
        "the product of x - r for the roots r", "polynomial_with_roots(1, -2)",
        _p("roots:numbers...")),
}  # fmt: skip
