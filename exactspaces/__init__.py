"""State a claim about vectors, matrices and subspaces; get a proof that anyone can re-check.

The names below are loaded on first use, so that `exactspaces.kernel` can be imported alone.

>>> import exactspaces
>>> exactspaces.decide("(1, 2, 3) in span{(1, 0, 1), (0, 1, 1)}").verdict
'proved'
"""

from importlib import import_module
from typing import Any

_HOMES = {
    "ExactSpacesError": "errors",
    "GF": "fields",
    "Matrix": "api.objects.matrices",
    "Problem": "api.problems.objects",
    "QQ": "fields",
    "Result": "api.results",
    "SpaceReport": "api.structures.space_reports",
    "Subspace": "api.objects.subspaces",
    "axioms": "api.structures.spaces",
    "compute": "api.text",
    "decide": "api.text",
    "field": "api.text",
    "inner_product": "api.structures.questions",
    "linear": "api.structures.questions",
    "load_problem": "api.problems.files",
    "matrix": "api.objects.matrices",
    "recheck": "api.theorems",
    "rules": "api.theorems",
    "space": "api.structures.spaces",
    "span": "api.objects.subspaces",
    "subspace": "api.structures.questions",
    "vector": "api.objects.matrices",
}

__all__ = [
    "ExactSpacesError",
    "GF",
    "Matrix",
    "Problem",
    "QQ",
    "Result",
    "SpaceReport",
    "Subspace",
    "axioms",
    "compute",
    "decide",
    "field",
    "inner_product",
    "linear",
    "load_problem",
    "matrix",
    "recheck",
    "rules",
    "space",
    "span",
    "subspace",
    "vector",
]


def __getattr__(name: str) -> Any:
    """Load a public name from the module that defines it."""
    if name not in _HOMES:
        raise AttributeError(f"module 'exactspaces' has no attribute {name!r}")
    return getattr(import_module(f"exactspaces.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    """List the public names."""
    return sorted(__all__)
