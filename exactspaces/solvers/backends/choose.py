"""Which backend works over a ring. The one place that imports late."""

from functools import cache

from exactspaces.kernel import Extension, Parameters, Ring
from exactspaces.kernel.polynomials import Polynomial
from exactspaces.solvers.backends.base import Backend


@cache
def _flint() -> Backend:
    from exactspaces.solvers.backends.flint_backend import FlintBackend

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
    from exactspaces.solvers.backends.factoring import factor

    return factor(f, ring)


def backend_for(ring: Ring) -> Backend:
    """Give the preferred backend: FLINT over Q and F_p, plain elimination over extensions.

    With parameters it may raise `NeedsSplit`: such questions go by cases.
    """
    if isinstance(ring, Parameters):
        return _parametric()
    return _elimination() if isinstance(ring, Extension) else _flint()
