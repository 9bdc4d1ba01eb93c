"""The dimension of sets of functions and sequences: only where there is an argument for it."""

from __future__ import annotations

import pytest

from exactspaces import subspace


@pytest.mark.parametrize(
    ("text", "dimension"),
    [
        ("{f : f(0) = 0}", "infinite"),
        ("{f : f(1) = 0, f'(2) = f(0)}", "infinite"),
        ("{f : R->R : f(-x) = f(x)}", "infinite"),
        ("{f : f(-x) = -f(x)}", "infinite"),
        ("{f : f'' + f = 0}", 2),
        ("{f : f' = 2*f}", 1),
        ("{(x_n) : x_{n+2} = x_{n+1} + x_n}", 2),
        ("{(x_n) : x_1 = 0}", "infinite"),
        ("{f : bounded(f)}", None),
        ("{f : bounded(f), f(0) = 0}", None),
        ("{f : f(0) = 1}", None),
        ("{f : f(x) = 0}", None),
        ("{f : f(-x) = 2*f(x)}", None),
        ("{f : f'' + f = 0, f(0) = 0}", None),
    ],
)
def test_dimensions(text, dimension):
    assert subspace(text).as_dict().get("dimension") == dimension
