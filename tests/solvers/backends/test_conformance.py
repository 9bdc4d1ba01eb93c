"""Every backend, every field: each answer is proved by the kernel and agrees with an oracle."""

from __future__ import annotations

import pytest

from exactspaces.errors import NoAnswer
from exactspaces.fields import entry
from exactspaces.kernel import Extension, PrimeField
from exactspaces.solvers.backends.elimination import EliminationBackend
from exactspaces.solvers.backends.flint_backend import FlintBackend
from exactspaces.solvers.backends.sympy_backend import SympyBackend
from tests.solvers.backends import oracles
from tests.solvers.backends.matrices import (
    FINITE_EXTENSIONS,
    NUMBER_FIELDS,
    PRIME_FIELDS,
    QQ,
    RINGS,
    prove_determinant,
    prove_echelon,
    prove_inverse,
    prove_minor,
    samples,
)

BACKENDS = [FlintBackend(), SympyBackend(), EliminationBackend()]
CELLS = [
    pytest.param(backend, ring, id=f"{backend.name}-{ring}"[:60])
    for backend in BACKENDS
    for ring in RINGS
    if backend.supports(ring)
]


@pytest.mark.parametrize(("backend", "ring"), CELLS)
def test_the_echelon_form_is_proved_and_agrees(backend, ring):
    for matrix in samples(ring):
        form, whole = prove_echelon(backend, matrix)
        if isinstance(ring, PrimeField):
            assert (whole.rows, form.pivots) == oracles.modular_echelon(matrix)
        elif isinstance(ring, Extension) and ring.characteristic:
            assert oracles.row_space(whole) == oracles.row_space(matrix)
        else:
            found, pivots = oracles.to_sympy(matrix).rref()
            assert form.pivots == tuple(pivots)
            assert oracles.equal(whole, found)


@pytest.mark.parametrize(("backend", "ring"), CELLS)
def test_the_determinant_is_proved_and_agrees(backend, ring):
    for matrix in samples(ring):
        if matrix.is_square:
            value = prove_determinant(backend, matrix)
            assert entry(value) == oracles.determinant(matrix)


@pytest.mark.parametrize(("backend", "ring"), CELLS)
def test_the_inverse_is_proved_or_does_not_exist(backend, ring):
    for matrix in samples(ring):
        if not matrix.is_square:
            continue
        if oracles.determinant(matrix):
            prove_inverse(backend, matrix)
        else:
            with pytest.raises(NoAnswer):
                backend.inverse(matrix)


@pytest.mark.parametrize(("backend", "ring"), CELLS)
def test_minors_are_proved_and_have_the_columns_that_were_named(backend, ring):
    for matrix in samples(ring):
        form = backend.echelon(matrix)
        free = backend.minor(matrix, None)
        prove_minor(matrix, free)
        assert len(free.rows) == form.rank
        some = form.pivots[::-1][:2]
        named = backend.minor(matrix, some)
        prove_minor(matrix, named)
        assert named.columns == some


def test_which_rings_are_supported():
    flint, sympy, plain = BACKENDS
    for ring in [QQ, *PRIME_FIELDS]:
        assert all(backend.supports(ring) for backend in (flint, sympy, plain))
    for ring in [*FINITE_EXTENSIONS, *NUMBER_FIELDS]:
        assert [backend.supports(ring) for backend in (flint, sympy, plain)] == [0, 0, 1]
