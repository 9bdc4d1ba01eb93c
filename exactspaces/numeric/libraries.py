"""SciPy and matplotlib, loaded when first needed: nobody waits for what is not used."""

import sys
from typing import Any

from exactspaces.errors import ExactSpacesError


def is_sparse(thing: object) -> bool:
    """Say whether it is a sparse matrix or array of SciPy; SciPy is not loaded for that."""
    module = sys.modules.get("scipy.sparse")
    return module is not None and bool(module.issparse(thing))


def is_operator(thing: object) -> bool:
    """Say whether it is a LinearOperator of SciPy; SciPy is not loaded for that."""
    module = sys.modules.get("scipy.sparse.linalg")
    return module is not None and isinstance(thing, module.LinearOperator)


def scipy_linalg() -> Any:
    """Load scipy.linalg."""
    try:
        import scipy.linalg
    except ImportError as error:
        raise _missing("SciPy", "numeric") from error
    return scipy.linalg


def scipy_sparse() -> Any:
    """Load scipy.sparse and scipy.sparse.linalg."""
    try:
        import scipy.sparse
        import scipy.sparse.linalg
    except ImportError as error:
        raise _missing("SciPy", "numeric") from error
    return scipy.sparse


def scipy_io() -> Any:
    """Load scipy.io."""
    try:
        import scipy.io
    except ImportError as error:
        raise _missing("SciPy", "numeric") from error
    return scipy.io


def pyplot() -> Any:
    """Load matplotlib.pyplot."""
    try:
        import matplotlib.pyplot as plt
    except ImportError as error:
        raise _missing("matplotlib", "plot") from error
    return plt


def _missing(library: str, extra: str) -> ExactSpacesError:
    return ExactSpacesError(
        f"{library} is not installed; install it with: pip install 'exactspaces[{extra}]'"
    )
