"""Which backend is chosen, and what is imported for it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from exactspaces.fields import GF, QQ
from exactspaces.kernel import KernelError, Matrix
from exactspaces.solvers.backends import modular
from exactspaces.solvers.backends.choose import backend_for

WITHOUT_FLINT = """
import sys
sys.modules["flint"] = None
from exactspaces.fields import GF, QQ
from exactspaces.kernel import Matrix
from exactspaces.solvers.backends.choose import backend_for
from tests.solvers.backends.matrices import prove_determinant, prove_echelon, prove_inverse
for ring in (QQ, GF(7), GF(2**61 - 1)):
    backend = backend_for(ring)
    for rows in (((1, 2), (3, 5)), ((1, 2), (2, 4))):
        matrix = Matrix(ring, rows, 2)
        form, _ = prove_echelon(backend, matrix)
        prove_determinant(backend, matrix)
    prove_inverse(backend, Matrix(ring, ((1, 2), (3, 5)), 2))
    print(backend.name, backend_for(GF(4)).name)
"""

IMPORTS = """
import sys
from exactspaces.fields import GF, QQ
from exactspaces.kernel import Matrix
from exactspaces.solvers.backends.choose import backend_for
def seen():
    return [name for name in ("flint", "numpy", "sympy") if name in sys.modules]
print(seen())
backend_for(GF(4)).echelon(Matrix(GF(4), (), 2))
print(seen())
backend_for(QQ).echelon(Matrix(QQ, ((1, 2), (3, 4)), 2))
print(seen())
"""


def run(program):
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    return done.stdout.splitlines()


def test_sympy_takes_the_place_of_flint():
    assert run(WITHOUT_FLINT) == ["sympy elimination"] * 3


def test_libraries_are_imported_when_they_are_needed():
    assert run(IMPORTS) == ["[]", "[]", "['flint']"]


def test_flint_is_preferred():
    names = [backend_for(ring).name for ring in (QQ, GF(7), GF(8))]
    assert names == ["flint", "flint", "elimination"]


@pytest.mark.parametrize("n", [0, 1, 4, 561, 2**67 - 1, 3215031751])
def test_a_composite_modulus_never_reaches_flint(n, monkeypatch):
    def never(*_):
        raise AssertionError("FLINT was called")

    for name in ("nmod_mat", "fmpz_mod_mat"):
        monkeypatch.setattr(modular, name, never)
    matrix = Matrix(GF(2**64 + 13), ((1,) * 12,) * 12, 12)
    with pytest.raises(KernelError):
        modular.to_flint(matrix, n)
