"""Which backend works over a ring, imported when it is first needed.

python-flint is preferred over Q and F_p; without it SymPy does the work.
"""

from functools import cache
from types import ModuleType

from exactspaces.kernel import Extension, Parameters, Ring
from exactspaces.kernel.polynomials import Polynomial
from exactspaces.solvers.backends.base import Backend


@cache
def _flint() -> Backend:
    try:
        from exactspaces.solvers.backends.flint_backend import FlintBackend
    except ImportError:
        from exactspaces.solvers.backends.sympy_backend import SympyBackend

        return SympyBackend()
    return FlintBackend()


@cache
def _elimination() -> Backend:
    from exactspaces.solvers.backends.elimination import EliminationBackend

    return EliminationBackend()


@cache
def _parametric() -> Backend:
    from exactspaces.solvers.backends.parametric import ParametricBackend

    return ParametricBackend()


def factors_of(f: Polynomial, ring: Parameters) -> tuple[tuple[Polynomial, int], ...]:
    """Give the factors of a polynomial that contain a parameter, with exponents."""
    if isinstance(ring.field, Extension):
        from exactspaces.solvers.backends.extensions import factor_over

        return factor_over(f, ring, ring.field)
    from exactspaces.solvers.backends.factoring import factor

    return factor(f, ring)


def spectral() -> ModuleType:
    """Give the module for characteristic polynomials, factors and roots."""
    from exactspaces.solvers.backends import spectral as found

    return found


def backend_for(ring: Ring) -> Backend:
    """Give the preferred backend: FLINT or SymPy over Q and F_p, else elimination by hand.

    With parameters it may raise `NeedsSplit`: such questions go by cases.
    """
    if isinstance(ring, Parameters):
        return _parametric()
    return _elimination() if isinstance(ring, Extension) else _flint()
