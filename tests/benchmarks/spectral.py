"""Spectra and singular values: what a certified answer costs beside FLINT's plain one.

Run as `python -m tests.benchmarks.spectral`.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable

from flint import fmpz_mat

from exactspaces import compute
from exactspaces.fields import QQ
from exactspaces.kernel import Given, Matrix, Theorem, check
from exactspaces.questions.similar import RationalForm
from exactspaces.questions.spectra import CharacteristicPolynomial, MinimalPolynomial
from exactspaces.solvers.constructions import find_construction
from tests.benchmarks.timing import medians, ratio, shown

N = 60
RNG = random.Random(60)
GRAPH = [
    [-3, 0, 0, -1, 0, -1, -1, 0], [0, -1, -1, 0, -1, 0, 0, -1], [0, -1, -1, 0, -1, 0, 0, -1],
    [-1, 0, 0, 1, 0, -1, -1, 0], [0, -1, -1, 0, -1, 0, 0, -1], [-1, 0, 0, -1, 0, 1, -1, 0],
    [-1, 0, 0, -1, 0, -1, 1, 0], [0, -1, -1, 0, -1, 0, 0, 3],
]  # fmt: skip
HEAD = (
    "| question | ours | its check | FLINT, two products | ours / theirs |\n|---|---|---|---|---|"
)


def dense(n: int) -> Matrix:
    rows = [tuple(RNG.randint(-128, 127) for _ in range(n)) for _ in range(n)]
    return Matrix(QQ, tuple(rows), n)


def repeated(n: int, size: int) -> Matrix:
    """A matrix that is similar to n / size equal blocks: the companion blocks are as many."""
    block = [[RNG.randint(-9, 9) for _ in range(size)] for _ in range(size)]
    whole = [[block[i % size][j % size] if i // size == j // size else 0 for j in range(n)]
             for i in range(n)]  # fmt: skip
    low = [[int(i == j) or (RNG.randint(-1, 1) if j == i - 1 else 0) for j in range(n)]
           for i in range(n)]  # fmt: skip
    left = fmpz_mat(n, n, [x for row in low for x in row])
    found = left * fmpz_mat(n, n, [x for row in whole for x in row]) * left.inv().numer_denom()[0]
    flat = [int(x) for x in found.entries()]
    return Matrix(QQ, tuple(tuple(flat[i * n : (i + 1) * n]) for i in range(n)), n)


def certified(make: type, matrix: Matrix) -> tuple[Callable[[], Theorem], Callable[[], Theorem]]:
    """The call that finds and checks, and the call that only checks."""
    question = make(Given(matrix))

    def ours() -> Theorem:
        found = find_construction(question)
        return check(question.claim(found.answer), found.certificate)

    found = find_construction(question)
    claim = question.claim(found.answer)
    return ours, lambda: check(claim, found.certificate)


def compared(name: str, make: type, matrix: Matrix, theirs: str) -> str:
    ours, only_check = certified(make, matrix)
    plain = fmpz_mat(matrix.height, matrix.width, [x for row in matrix.rows for x in row])

    def flint() -> object:
        return getattr(plain, theirs)(), plain * plain, plain * plain

    found = medians({"ours": ours, "check": only_check, "flint": flint})
    cells = (*(shown(found[key]) for key in ("ours", "check", "flint")),
             ratio(found["ours"] / found["flint"]))  # fmt: skip
    return f"| {name} | {' | '.join(cells)} |"


def alone(name: str, call: Callable[[], object]) -> str:
    return f"| {name} | {shown(medians({'ours': call})['ours'])} | | | |"


def eigenspaces() -> None:
    for c in ("0", "2", "-4", "2*sqrt(3)", "-2*sqrt(3)"):
        compute(f"eigenspace(A, {c})", over="RR", A=GRAPH)


def decompositions() -> Callable[[], object]:
    """Decompositions of ten 3 x 3 matrices with one-digit entries; one of them has rank 2."""
    ten = [[[RNG.randint(-9, 9) for _ in range(3)] for _ in range(3)] for _ in range(9)]
    ten.append([[1, 2, 3], [4, 5, 6], [7, 8, 9]])
    return lambda: [compute("svd(A)", A=a) for a in ten]


def main() -> None:
    write = sys.stdout.write
    write(f"{HEAD}\n")
    full, low = dense(N), repeated(N, 6)
    for kind, matrix in (("8-bit entries", full), ("ten equal blocks", low)):
        for name, make, theirs in (
            ("charpoly", CharacteristicPolynomial, "charpoly"),
            ("minpoly", MinimalPolynomial, "minpoly"),
            ("rational form", RationalForm, "minpoly"),
        ):
            write(compared(f"{name}, n = {N}, {kind}", make, matrix, theirs) + "\n")
    write(alone("the five eigenspaces of an 8 x 8 matrix", eigenspaces) + "\n")
    write(alone("`svd` of ten 3 x 3 matrices", decompositions()) + "\n")
    write(
        alone("`svd` of [1 2 3; 4 5 6; 7 8 9]", lambda: compute("svd([1 2 3; 4 5 6; 7 8 9])"))
        + "\n"
    )
    write(alone("`svd` of [2 -1 0; 1 1 1]", lambda: compute("svd([2 -1 0; 1 1 1])")) + "\n")


if __name__ == "__main__":
    main()
