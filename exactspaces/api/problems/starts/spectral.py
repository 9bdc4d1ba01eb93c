"""Starts for the kinds about spectra, inner products, maps, operations and letters."""

from collections.abc import Mapping

from exactspaces.api.problems.starts.base import RANK_2, WORK, Start

_EIGEN = (
    'S = "unimodular(2, height=3)"', 'a = "integer(1, 3)"', 'b = "integer(-3, -1)"',
    'A = "S * [a 0; 0 b] * inv(S)"', 'hidden = ["S", "a", "b"]',
)  # fmt: skip
_FULL = "height(A) <= 30"
_TWO = ('u = "random_vector(3, height=3, zeros=0)"', 'v = "vector_outside({u}, height=3)"')

SPECTRAL: Mapping[str, Start] = {
    "scalar-set": Start(_EIGEN, "Let $A={A}$. What are its eigenvalues?",
                        '{ kind = "scalar-set", of = "eigenvalues(A)" }', _FULL,
                        ("eig.diagonal", "eig.negated", "eig.reduced-first")),
    "eigenpairs": Start(_EIGEN, "Let $A={A}$. Give its eigenvalues, each with an eigenvector.",
                        '{ kind = "eigenpairs", of = "A" }', _FULL,
                        ("eig.diagonal", "eig.negated", "eig.reduced-first", "eig.left",
                         "eig.sum")),
    "diagonalization": Start(
        _EIGEN, "Let $A={A}$. Find $P$ and a diagonal $D$ with $AP=PD$.",
        '{ kind = "diagonalization", of = "A" }', _FULL, ("diag.inverse", "diag.rows")),
    "jordan-form": Start(
        ('S = "unimodular(2, height=3)"', 'a = "integer(-3, 3)"',
         'A = "S * [a 1; 0 a] * inv(S)"', 'hidden = ["S", "a"]'),
        "Let $A={A}$. Give its Jordan form.", '{ kind = "jordan-form", of = "A" }', _FULL),
    "polynomial": Start(('A = "random_matrix(2, 2, height=4)"',),
                        "Let $A={A}$. What is its characteristic polynomial?",
                        '{ kind = "polynomial", of = "charpoly(A)" }'),
    "orthogonal-basis": Start(
        _TWO, "Let $u={u}$ and $v={v}$. Give an orthogonal basis of their span.",
        '{ kind = "orthogonal-basis", of = "span{u, v}" }', "height(u) <= 4", ("gs.as-given",)),
    "orthonormal-basis": Start(
        _TWO, "Let $u={u}$ and $v={v}$. Give an orthonormal basis of their span.",
        '{ kind = "orthonormal-basis", of = "span{u, v}" }', "height(u) <= 4",
        ("gs.as-given", "gs.only-normalised")),
    "projection": Start(
        ('v = "random_vector(2, height=4, zeros=0)"', 'w = "vector_outside({v}, height=3)"'),
        "Project $v={v}$ orthogonally on the line spanned by $w={w}$.",
        '{ kind = "projection", of = "proj(v, {w})" }', "height(v) <= 4",
        ("proj.rejection", "proj.coefficients", "proj.no-gram", "proj.other-way")),
    "matrix-of-map": Start(
        ('A = "random_matrix(2, 2, height=3)"', 'S = "unimodular(2, height=3)"',
         'b1 = "S * (1, 0)"', 'b2 = "S * (0, 1)"', 'hidden = ["S"]'),
        "Let $A={A}$. Give the matrix of $T(x)=Ax$ in the basis $b_1={b1}$, $b_2={b2}$.",
        '{ kind = "matrix-of-map", of = "matrix_of(A, {b1, b2})" }', "height(A) <= 3",
        ("similar.direction", "map.rows", "map.standard", "map.images", "map.source",
         "map.basis-order", "matrix.transposed")),
    "row-operations": Start(
        RANK_2, "Let $A={A}$. Give row operations that lead to its reduced row echelon form.",
        '{ kind = "row-operations", of = "A" }', WORK),
    "formal-basis": Start(
        ('R = "nice_rref(3, 4, rank=2, height=3)"',),
        "The reduced form of a matrix with the columns $a_1$, ..., $a_4$ is ${R}$. Give a basis "
        "of its column space in these letters.",
        '{ kind = "formal-basis", of = "R" }', "rank(R) == 2"),
}  # fmt: skip
