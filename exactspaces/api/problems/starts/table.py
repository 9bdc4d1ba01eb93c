"""For every kind of answer a small problem with variants to start from."""

from collections.abc import Mapping

from exactspaces.api.problems.starts.base import RANK_2, SQUARE, WORK, Start
from exactspaces.api.problems.starts.spectral import SPECTRAL
from exactspaces.api.problems.starts.statements import STATEMENTS


def _matrix(kind: str, ask: str, **options: str) -> Start:
    more = "".join(f', {name} = "{value}"' for name, value in options.items())
    return Start(RANK_2, f"Let $A={{A}}$. {ask}", f'{{ kind = "{kind}", of = "A"{more} }}', WORK)


_PAIR = (
    'b1 = "random_vector(2, height=4, zeros=0)"',
    'b2 = "vector_outside({b1}, height=4)"',
    'c1 = "random_vector(2, height=4, zeros=0)"',
    'c2 = "vector_outside({c1}, height=4)"',
)
STARTS: Mapping[str, Start] = {
    "scalar": Start(SQUARE, "Let $A={A}$. What is its determinant?",
                    '{ kind = "scalar", of = "det(A)" }', "height(det(A)) <= 60"),
    "dimension": Start(
        RANK_2, r"Let $A={A}$. What is the dimension of $\operatorname{null}(A)$?",
        '{ kind = "dimension", of = "null(A)" }', WORK, ("dim.rank-nullity",)),
    "vector": Start(('A = "random_matrix(2, 3, height=4)"', 'x = "random_vector(3, height=4)"'),
                    "Let $A={A}$ and $x={x}$. Compute $Ax$.", '{ kind = "vector", of = "A * x" }'),
    "matrix": Start(('A = "random_matrix(2, 2, height=4)"', 'B = "random_matrix(2, 2, height=4)"'),
                    "Let $A={A}$ and $B={B}$. Compute $AB$.",
                    '{ kind = "matrix", of = "A * B" }'),
    "rref": _matrix("rref", "Give its reduced row echelon form."),
    "ref": _matrix("ref", "Give an echelon form."),
    "row-equivalent": _matrix("row-equivalent", "Give another matrix with the same row space."),
    "row-reduction": _matrix(
        "row-reduction", "Reduce it: one matrix a line, the operations between.", target="rref"),
    "columns": _matrix("columns", "Which columns have a pivot?"),
    "factorization": Start(
        ('L = "triangular(3, height=2)"', 'A = "L^T * L"'),
        "Let $A={A}$. Write it as $A=LU$, with ones on the diagonal of $L$.",
        '{ kind = "factorization", of = "A" }', "height(A) <= 40"),
    "definiteness": Start(
        ('L = "triangular(2, height=2)"', 'd = "choice([1 0; 0 2], [1 0; 0 -1], [-2 0; 0 -1])"',
         'A = "L * d * L^T"', 'hidden = ["L", "d"]'),
        "Which signs does $x^TAx$ take for $A={A}$? Positive definite, indefinite, ...",
        '{ kind = "definiteness", of = "A" }', "height(A) <= 30"),
    "basis": Start(RANK_2, r"Let $A={A}$. Give a basis of $\operatorname{null}(A)$.",
                   '{ kind = "basis", of = "null(A)" }', WORK),
    "basis-among": Start(
        ('L = "dependent_list(3, relation=(2, -1, 1), height=9)"', 'v1 = "member(L, 1)"',
         'v2 = "member(L, 2)"', 'v3 = "member(L, 3)"', 'hidden = ["L"]'),
        "Choose a basis of the span of $v_1={v1}$, $v_2={v2}$ and $v_3={v3}$ among them.",
        '{ kind = "basis-among", of = "{v1, v2, v3}" }', "independent{v1, v2}",
        ("row.first-rows",)),
    "spanning-set": Start(
        RANK_2, r"Let $A={A}$. Give vectors that span $\operatorname{null}(A)$.",
        '{ kind = "spanning-set", of = "null(A)" }', WORK),
    "subspace": Start(
        RANK_2, r"Let $A={A}$. Describe $\operatorname{null}(A)$: by vectors or parameters.",
        '{ kind = "subspace", of = "null(A)" }', WORK),
    "affine-set": Start(
        (*RANK_2, 'x = "random_vector(4, height=3)"', 'b = "A * x"', 'hidden = ["x"]'),
        "Let $A={A}$ and $b={b}$. Give all solutions of $Ax=b$.",
        '{ kind = "affine-set", of = "solve(A, b)" }', WORK),
    "coordinates": Start(
        (*_PAIR[:2], 'x = "random_vector(2, height=4, zeros=0)"', 'v = "[b1 b2] * x"',
         'hidden = ["x"]'),
        "Let $b_1={b1}$ and $b_2={b2}$. Find the coordinates of $v={v}$ in this basis.",
        '{ kind = "coordinates", of = "coords(v, {b1, b2})" }', "height(v) <= 30"),
    "change-of-basis": Start(
        _PAIR,
        "Let $b_1={b1}$, $b_2={b2}$ and $c_1={c1}$, $c_2={c2}$ be two bases. Find the matrix that "
        "takes coordinates in the first to coordinates in the second.",
        '{ kind = "change-of-basis", of = "change_of_basis({b1, b2}, {c1, c2})" }',
        "integral(change_of_basis({b1, b2}, {c1, c2}))"),
    "vector-up-to-scalar": Start(
        ('v = "random_vector(2, height=3, zeros=0)"', 'a = "integer(-3, 3)"',
         'w = "vector_outside({v}, height=3)"', 'A = "[v w] * [a 0; 0 (a+1)] * inv([v w])"',
         'hidden = ["v", "w"]'),
        "Let $A={A}$. Find an eigenvector for the eigenvalue ${a}$.",
        '{ kind = "vector-up-to-scalar", of = "1 * v" }', "integral(A)"),
    "yes-no": Start(
        ('u = "random_vector(3, height=3, zeros=0)"', 'v = "vector_outside({u}, height=3)"',
         'w = "choice(2*u - v, u + v, (1, 2, 4))"'),
        "Does $w={w}$ lie in the span of $u={u}$ and $v={v}$?",
        '{ kind = "yes-no", truth = "w in span{u, v}" }', "independent{u, v}"),
    "tuple": Start(RANK_2, "Let $A={A}$. Give its rank and its nullity.",
                   '{ kind = "tuple", of = ["rank(A)", "nullity(A)"] }', WORK,
                   ("dim.rank-nullity",)),
    **SPECTRAL,
    **STATEMENTS,
}  # fmt: skip
