"""Sets and operations on which other systems, or quick answers, go wrong.

The numbers are those of our list of such inputs; each verdict is about the field named.
"""

from __future__ import annotations

import pytest

from exactspaces import axioms, space, subspace

SUBSPACES = [
    # E52
    *(("{(x,y) : x^2+y^2 = 0}", f, 0) for f in ("R", "Q", "GF(3)", "GF(7)", "GF(11)")),
    ("{(x,y) : x^2+y^2 = 0}", "GF(2)", 1),
    *(("{(x,y) : x^2+y^2 = 0}", f, None) for f in ("GF(5)", "GF(13)", "C")),
    # E53
    *(("{(x,y) : x^3 = y^3}", f, 1) for f in ("R", "Q", "GF(2)", "GF(3)", "GF(5)", "GF(11)")),
    *(("{(x,y) : x^3 = y^3}", f, None) for f in ("GF(7)", "C")),
    # E54
    ("{(x,y) in GF(2)^2 : x^2 = y}", "GF(2)", 1),
    ("{(x,y) in GF(2)^2 : x^2 = x}", "GF(2)", 2),
    # E55
    *(
        ("{(x,y,z) : x^2+y^2+z^2 = x*y+y*z+z*x}", f, d)
        for f, d in (("R", 1), ("GF(2)", 1), ("GF(3)", 2), ("C", None))
    ),
    # E56
    ("{(x,y) in R^2 : x*y = 0}", "R", None),
    ("{(x,y) in R^2 : x*y >= 0}", "R", None),
    ("Z^2", "R", None),
    ("{(x,y) in R^2 : x >= 0, y >= 0}", "R", None),
    ("{(x,y) in R^2 : |x| = |y|}", "R", None),
    # E57
    ("{f : f(0) = 1}", "R", None),
    ("{f : f(x) >= 0}", "R", None),
    ("{p in P_3 : deg p = 3}", "R", None),
    ("{A in R^(2x2) : det(A) = 0}", "R", None),
    ("{A in R^(2x2) : A^2 = 0}", "R", None),
    ("{A in R^(2x2) : A*A' = I}", "R", None),
    ("{A in R^(2x2) : rank(A) <= 1}", "R", None),
    ("{A in R^(1x1) : det(A) = 0}", "R", 0),
    ("{A in R^(1x1) : A^2 = 0}", "R", 0),
    # E58
    ("{p in P_3 : p(1) = 0}", "R", 3),
    ("{p in P_3 : p(0) = p'(1)}", "R", 3),
    ("{A in R^(2x2) : tr(A) = 0}", "R", 3),
    ("{A in R^(3x3) : A' = -A}", "R", 3),
    ("{A in GF(2)^(2x2) : A' = -A}", "GF(2)", 3),
    ("{A in R^(2x2) : A*[1 2; 3 4] = [1 2; 3 4]*A}", "R", 2),
    ("{f : f(-x) = f(x)}", "R", "infinite"),
    ("{f : f'' + f = 0}", "R", 2),
]


@pytest.mark.parametrize(("text", "field", "dimension"), SUBSPACES)
def test_sets(text, field, dimension):
    report = subspace(text, over=field)
    assert report.verdict == ("refuted" if dimension is None else "proved")
    assert report.as_dict().get("dimension") == dimension


SPACES = [
    # E59, E60
    (("R", "x > 0", "u*v", "u^a"), ""),
    (
        (
            "R", "R^2", "(x,y) + (x',y') = (x+x'+1, y+y'+1)",
            "a(x,y) = (a*x+a-1, a*y+a-1)",
        ),
        "",
    ),
    # E61
    (("R", "R^2", "(u1+v1, u2+v2)", "(a*u1, 0)"), "one_scale"),
    (("R", "R^2", "(u1+v1, u2+v2)", "(a*u1, u2)"), "scale_add_scalars"),
    (("R", "R^2", "(u1+v1, u2+v2)", "(a^2*u1, a^2*u2)"), "scale_add_scalars"),
    # E62
    (("GF(2)", "GF(2)", "u+v", "a^2*u"), ""),
    (("GF(3)", "GF(3)", "u+v", "a^2*u"), "scale_add_scalars"),
    (("GF(4)", "GF(4)", "u+v", "a^2*u"), ""),
    (("C", "C", "u+v", "conj(a)*u"), ""),
    # E63
    (("C", "C", "u+v", "re(a)*u"), "scale_assoc"),
    (("R", "R", "max(u,v)", "a*u"), "zero_exists neg_exists scale_add_vectors scale_add_scalars"),
    (
        ("R", "R", "u+2*v", "a*u"),
        "add_comm add_assoc scale_add_scalars",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("parts", "failing"), SPACES)
def test_operations(parts, failing):
    report = axioms(space(*parts))
    refuted = [x["name"] for x in report.as_dict()["obligations"] if x["verdict"] == "refuted"]
    assert " ".join(refuted) == failing
    assert all(x["verdict"] != "undecided" for x in report.as_dict()["obligations"])
