"""Matrices that are known to mislead: huge entries, unlucky primes, large sizes."""

from __future__ import annotations

import random
from fractions import Fraction

import numpy as np
import pytest
from flint import fmpz_mat

from exactspaces.fields import QQ, entry
from exactspaces.kernel import Matrix, Minor
from exactspaces.solvers.backends import arrays, lifted, lifting, residues
from exactspaces.solvers.backends.elimination import EliminationBackend
from exactspaces.solvers.backends.flint_backend import FlintBackend
from exactspaces.solvers.backends.residues import LARGE_PRIMES, SMALL_PRIMES
from exactspaces.solvers.backends.sympy_backend import SympyBackend
from tests.solvers.backends.matrices import (
    integer_matrix,
    low_rank,
    padded,
    prove_determinant,
    prove_echelon,
    prove_inverse,
    prove_minor,
    rational_matrix,
)

RNG = random.Random(7)
BACKENDS = [FlintBackend(), SympyBackend(), EliminationBackend()]
each_backend = pytest.mark.parametrize("backend", BACKENDS, ids=lambda b: b.name)
FLINT = BACKENDS[0]


def hilbert(n):
    return rational_matrix([[Fraction(1, i + j + 1) for j in range(n)] for i in range(n)])


def dense(height, width, bound=128):
    return integer_matrix(
        [[RNG.randint(-bound, bound - 1) for _ in range(width)] for _ in range(height)]
    )


def flint_form(matrix):
    """Give FLINT's own reduced echelon form, as fractions."""
    flat = [x for row in matrix.rows for x in row]
    found, d, _ = fmpz_mat(matrix.height, matrix.width, flat).rref()
    return [[Fraction(int(x), int(d)) for x in row] for row in found.tolist()]


def as_fractions(matrix):
    return [[Fraction(x, matrix.denominator) for x in row] for row in matrix.rows]


@each_backend
def test_neighbours_of_ten_to_the_seventeen_have_determinant_one(backend):
    a = 10**17
    matrix = integer_matrix([[a, a + 1], [a - 1, a]])
    assert entry(prove_determinant(backend, matrix)).fraction == 1
    prove_inverse(backend, matrix)
    assert prove_echelon(backend, matrix)[0].rank == 2


@each_backend
def test_a_form_that_a_sparse_method_gets_wrong(backend):
    rows = [[1000001000, Fraction(-1, 501000500), 3], [1, -1, 1]]
    whole = prove_echelon(backend, rational_matrix(rows))[1]
    d = 501001001000499999
    expected = [Fraction(1503001499, d), Fraction(-501000999497498500, d)]
    assert [row[2] for row in as_fractions(whole)] == expected


@each_backend
def test_the_hilbert_matrix_has_full_rank(backend):
    assert prove_echelon(backend, hilbert(15))[0].rank == 15
    prove_inverse(backend, hilbert(15))
    assert entry(prove_determinant(backend, hilbert(6))).fraction == Fraction(
        1, 186313420339200000
    )


@each_backend
def test_numbers_divisible_by_all_our_primes(backend):
    a = 1
    for p in (*SMALL_PRIMES, *LARGE_PRIMES):
        a *= p
    for rows in ([[a]], [[a, 1], [0, a]], [[1, 1], [1, a + 1]], [[2, a, 1], [4, 3 * a, 2]]):
        matrix = integer_matrix(rows)
        form, _ = prove_echelon(backend, matrix)
        assert form.rank == len(rows)
        prove_minor(matrix, backend.minor(matrix, None))
        if matrix.is_square:
            prove_determinant(backend, matrix)
            prove_inverse(backend, matrix)


@pytest.mark.parametrize(
    "matrix",
    [
        dense(45, 60),
        dense(60, 45),
        dense(45, 45),
        low_rank(50, 60, 41, RNG),
        low_rank(60, 50, 20, RNG),
        low_rank(45, 45, 44, RNG),
        dense(42, 50, 2**40),
        dense(42, 50, 2**70),
        integer_matrix([[0] * 45] * 45),
        Matrix(QQ, dense(45, 50).rows, 50, 360),
    ],
    ids=lambda m: f"{m.height}x{m.width}",
)
def test_large_matrices_agree_with_flint(matrix):
    _, whole = prove_echelon(FLINT, matrix)
    assert as_fractions(whole) == flint_form(matrix)
    prove_minor(matrix, FLINT.minor(matrix, None))
    if matrix.is_square:
        prove_determinant(FLINT, matrix)


def test_the_lifting_is_used_for_large_matrices():
    matrix = low_rank(50, 60, 41, RNG)
    form = lifted.echelon(matrix, None)
    assert form is not None
    assert as_fractions(padded(form, matrix)) == flint_form(matrix)


def test_large_inverses_agree_with_flint():
    rows = dense(45, 45).rows
    found = prove_inverse(FLINT, Matrix(QQ, rows, 45, 12))
    expected = 12 * fmpz_mat([list(row) for row in rows]).inv()
    flat = [Fraction(int(x.p), int(x.q)) for x in expected.entries()]
    assert [x for row in as_fractions(found) for x in row] == flat


@pytest.mark.parametrize("at", range(3))
def test_an_unlucky_prime_falls_back_to_flint(at):
    p = LARGE_PRIMES[0]
    rows = [list(row) for row in dense(45, 60).rows]
    if at == 0:  # a pivot that vanishes modulo the prime
        rows = [[p * x for x in rows[0]], *rows[1:]]
    elif at == 1:  # a column that vanishes modulo the prime
        rows = [[p * row[0], *row[1:]] for row in rows]
    else:  # two rows that agree modulo the prime
        rows[1] = [x + p * (j == 3) for j, x in enumerate(rows[0])]
    matrix = integer_matrix(rows)
    assert lifted.echelon(matrix, None) is None
    assert prove_echelon(FLINT, matrix)[0].rank == 45


def test_entries_too_large_for_exact_floats_are_left_to_flint():
    for bound in (2**40, 2**62, 2**63, 2**80):
        matrix = integer_matrix([[bound - 1, *row] for row in dense(45, 60).rows])
        assert lifted.echelon(matrix, None) is None
    extreme = integer_matrix([[-(2**63)] + [1] * 50, *dense(44, 51).rows])
    assert lifted.echelon(extreme, None) is None


def test_a_prime_too_large_for_exact_floats_is_refused():
    with pytest.raises(ValueError, match="too large"):
        arrays.exchange(arrays.residues([[1]], 2**31 - 1), 2**31 - 1)


@pytest.mark.parametrize("p", [2, 3, 13, 1009, 8388593])
@pytest.mark.parametrize("shape", [(40, 70), (70, 40), (66, 66), (33, 33)])
def test_floating_arrays_agree_with_plain_integers(p, shape):
    rows = [[RNG.randint(-(10**6), 10**6) for _ in range(shape[1])] for _ in range(shape[0])]
    rows[5] = [x + y for x, y in zip(rows[1], rows[2], strict=True)]
    fast = arrays.exchange(arrays.residues(rows, p), p)
    plain = residues.exchange_plainly(rows, shape[1], p)
    assert fast.pivots == plain.pivots
    assert fast.echelon_rows() == plain.echelon_rows()
    prove_minor(integer_matrix(rows), fast.minor(QQ))


@pytest.mark.parametrize(("entry_", "exact"), [(2**20, True), (2**29, False)])
def test_the_sums_of_the_lifting_are_checked(entry_, exact):
    whole = np.full((1, 2), entry_, dtype=np.int64)
    found = arrays.exchange(arrays.residues([[entry_]], 8388593), 8388593)
    system = lifting.System.of(found, whole[:, :1], whole[:, 1:])
    assert system.is_exact == exact
    assert lifting.lift(system, entry_) == ([[entry_]] if exact else None)


@pytest.mark.parametrize("height", [0, 3])
def test_named_columns_may_be_none(height):
    matrix = integer_matrix([[1, 2]] * height) if height else Matrix(QQ, (), 2)
    for backend in BACKENDS:
        found = backend.minor(matrix, ())
        assert isinstance(found, Minor)
        prove_minor(matrix, found)
