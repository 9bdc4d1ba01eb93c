"""Which backend works over a ring. The one place that imports late."""

from functools import cache

from exactspaces.errors import NotAField
from exactspaces.kernel import Extension, Parameters, Ring
from exactspaces.solvers.backends.base import Backend


@cache
def _flint() -> Backend:
    from exactspaces.solvers.backends.flint_backend import FlintBackend

    return FlintBackend()


@cache
def _elimination() -> Backend:
    from exactspaces.solvers.backends.elimination import EliminationBackend

    return EliminationBackend()


def backend_for(ring: Ring) -> Backend:
    """Give the preferred backend: FLINT over Q and F_p, plain elimination over extensions.

    Raises NotAField for rings with parameters: these go by cases.
    """
    if isinstance(ring, Parameters):
        raise NotAField("matrices with parameters are treated case by case")
    return _elimination() if isinstance(ring, Extension) else _flint()
