"""What is measured: questions of linear algebra over Q, answered with a checked certificate.

Ours starts from a kernel matrix and ends with the kernel's theorem. FLINT starts from a ready
`fmpz_mat`, SymPy from a ready `Matrix`; neither gives a reason for its answer.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace

import sympy
from flint import fmpz_mat

from exactspaces.fields import QQ
from exactspaces.kernel import (
    Basis,
    Combination,
    Computed,
    Count,
    Determinant,
    Each,
    Equal,
    Given,
    Inverse,
    Inverted,
    Matrix,
    Number,
    Rank,
    ReducedEchelon,
    Solutions,
    Theorem,
    check,
)
from exactspaces.questions import Consistent
from exactspaces.solvers.backends.base import Echelon
from exactspaces.solvers.backends.choose import backend_for

G = Computed()
RNG = random.Random(2026)
Prepared = Callable[[], Theorem]


@dataclass(frozen=True)
class Workload:
    """One row of the table; `prepare` computes and gives the call that only checks."""

    name: str
    prepare: Callable[[], Prepared]
    flint: Callable[[], object]
    sympy: Callable[[], object] | None = None

    def ours(self) -> Theorem:
        """Compute and check."""
        return self.prepare()()


def dense(height: int, width: int, bound: int = 128) -> Matrix:
    rows = [[RNG.randint(-bound, bound - 1) for _ in range(width)] for _ in range(height)]
    return Matrix(QQ, tuple(map(tuple, rows)), width)


def deficient(n: int, rank: int) -> Matrix:
    left, right = dense(n, rank, 8).rows, dense(rank, n, 8).transpose.rows
    rows = tuple(tuple(sum(map(int.__mul__, r, c)) for c in right) for r in left)
    return Matrix(QQ, rows, n)


def ready(matrix: Matrix) -> fmpz_mat:
    return fmpz_mat(matrix.height, matrix.width, [x for row in matrix.rows for x in row])


def symbolic(matrix: Matrix) -> sympy.Matrix:
    return sympy.Matrix(matrix.height, matrix.width, [x for row in matrix.rows for x in row])


def _evidence(form: Echelon) -> Basis:
    return Basis(form.pivots, form.rows, form.minor, (G,))


def echelon(matrix: Matrix) -> Prepared:
    form = backend_for(QQ).echelon(matrix)
    zeros = ((0,) * matrix.width,) * (matrix.height - form.rank)
    padded = form.rows.with_rows(form.rows.rows + zeros)
    claim = Equal(ReducedEchelon(Given(matrix)), Given(padded))
    return lambda: check(claim, Computed((_evidence(form), G)))


def rank(matrix: Matrix) -> Prepared:
    form = backend_for(QQ).echelon(matrix)
    claim = Equal(Rank(Given(matrix)), Count(form.rank))
    return lambda: check(claim, Computed((_evidence(form), G)))


def determinant(matrix: Matrix) -> Prepared:
    value, evidence = backend_for(QQ).determinant(matrix)
    claim = Equal(Determinant(Given(matrix)), Number(value))
    return lambda: check(claim, Computed((replace(evidence, parts=(G,)), G)))


def inverse(matrix: Matrix) -> Prepared:
    found = backend_for(QQ).inverse(matrix)
    claim = Equal(Inverse(Given(matrix)), Given(found))
    return lambda: check(claim, Computed((Inverted(found, (G,)), G)))


def solve(matrix: Matrix, right: Matrix) -> Prepared:
    """Find the solution of an invertible system in the last column of an echelon form."""
    rows = zip(matrix.rows, right.rows, strict=True)
    joined = matrix.with_rows(((*row, *b) for row, b in rows), matrix.width + 1)
    x = backend_for(QQ).echelon(joined).rows.columns((matrix.width,)).transpose
    claim = Consistent(Given(matrix), Given(right)).claim
    return lambda: check(claim, Each((Combination(x, (G, Computed((G,)))),)))


def null_space(matrix: Matrix) -> Prepared:
    """Put minus the free columns of the echelon form beside an identity matrix."""
    form = backend_for(QQ).echelon(matrix)
    free = tuple(j for j in range(matrix.width) if j not in set(form.pivots))
    rows = []
    for j in free:
        row = [0] * matrix.width
        row[j] = form.rows.denominator
        for pivot, values in zip(form.pivots, form.rows.rows, strict=True):
            row[pivot] = -values[j]
        rows.append(tuple(row))
    basis = form.rows.with_rows(rows)
    zero = Matrix(QQ, ((0,),) * matrix.height, 1)
    origin = Matrix(QQ, ((0,),) * matrix.width, 1)
    claim = Solutions(Given(matrix), Given(zero), origin, basis)
    evidence = Basis(free, basis, form.minor, (G,))
    return lambda: check(claim, Computed((Computed((G, G)), G, evidence)))


def wide(n: int) -> Workload:
    return _echelon(f"rref, {n}x{2 * n}", dense(n, 2 * n), compare=n <= 30)


def square(n: int) -> Workload:
    return _echelon(f"rref, {n}x{n} of full rank", dense(n, n), compare=n <= 50)


def half_rank(n: int) -> Workload:
    return _echelon(f"rref, {n}x{n} of rank {n // 2}", deficient(n, n // 2), compare=n <= 30)


def textbook() -> Workload:
    return _echelon("rref, textbook 4x5", dense(4, 5, 9), compare=True)


def _echelon(name: str, matrix: Matrix, *, compare: bool) -> Workload:
    flint, plain = ready(matrix), symbolic(matrix) if compare else None
    return Workload(name, lambda: echelon(matrix), flint.rref, plain.rref if plain else None)


def others(n: int) -> list[Workload]:
    """Determinant, rank, solution, inverse and null space at one size."""
    matrix, right, low = dense(n, n), dense(n, 1), deficient(n, n // 2)
    flint, low_flint, flint_b = map(ready, (matrix, low, right))
    plain, low_plain, plain_b = map(symbolic, (matrix, low, right))
    return [
        Workload(f"det, n = {n}", lambda: determinant(matrix), flint.det, plain.det),
        Workload(f"rank of {n}x{n}, deficient", lambda: rank(low), low_flint.rank, low_plain.rank),
        Workload(
            f"solve, n = {n}",
            lambda: solve(matrix, right),
            lambda: flint.solve(flint_b),
            lambda: plain.LUsolve(plain_b),
        ),
        Workload(f"inverse, n = {n}", lambda: inverse(matrix), flint.inv, plain.inv),
        Workload(
            f"null space of {n}x{n}, rank {n // 2}",
            lambda: null_space(low),
            low_flint.nullspace,
            low_plain.nullspace,
        ),
    ]
