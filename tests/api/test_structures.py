"""Subspaces, linear maps and inner products: verdicts, reasons, facts, several fields."""

from __future__ import annotations

import pytest

from exactspaces import decide, inner_product, linear, space, subspace
from exactspaces.errors import ExactSpacesError, NotUnderstood
from exactspaces.kernel import dump, load

SUBSPACES = [
    ("{(x,y) in R^2 : x*y = 0}", "refuted"),
    ("{(x,y) in R^2 : x + y = 0}", "proved"),
    ("{(x,y) in R^2 : x >= 0}", "refuted"),
    ("{(x,y,z) in R^3 : x + y + z = 1}", "refuted"),
    ("{A in R^(2x2) : tr(A) = 0}", "proved"),
    ("{p in P_3 : p(1) = 0}", "proved"),
    ("{f : f(0) = 1}", "refuted"),
    ("{f : f(0) = 0}", "proved"),
]


@pytest.mark.parametrize(("text", "verdict"), SUBSPACES)
def test_subspaces(text, verdict):
    report = subspace(text)
    assert report.verdict == verdict
    assert str(report).startswith(f"{verdict}: {text}")
    assert report.theorem.recheck() == report.theorem
    assert load(dump(report.theorem))[0] == report.theorem.claim


def test_the_three_conditions_are_settled_one_by_one():
    report = subspace("{(x,y) in R^2 : x*y = 0}")
    assert [x.name for x in report.conditions] == ["zero", "closed_add", "closed_scale"]
    assert [x.verdict for x in report.conditions] == ["proved", "refuted", "proved"]
    assert "is not in the set" in report["closed_add"].reason
    assert set(report.as_dict()) >= {"verdict", "field", "conditions", "remark", "theorem"}


def test_a_coset_is_named():
    remark = subspace("{(x,y,z) in R^3 : x + y + z = 1}").remark
    assert remark == "not a subspace, but a coset: (1,0,0) + span{(-1,1,0), (-1,0,1)}"


def test_a_verdict_names_its_field():
    report = subspace("{(x,y) in R^2 : x^2 + y^2 = 0}", over="GF(2), GF(3), GF(5), GF(7)")
    verdicts = {x.field: x.verdict for x in report.reports}
    expected = ("proved", "proved", "refuted", "proved")
    assert verdicts == dict(zip(("GF(2)", "GF(3)", "GF(5)", "GF(7)"), expected, strict=True))
    assert report.verdict == "refuted"
    assert len(report.as_dict()) == 4
    assert "GF(5)  refuted" in str(report)
    assert report["GF(2)"].field == "GF(2)"


@pytest.mark.parametrize(
    ("text", "verdict", "reason"),
    [
        ("T(x,y) = (x+1, y)", "refuted", "additive: T((0,0) + (0,0)) = (1,0) but"),
        ("T(x,y) = (x+2*y, y, 0)", "proved", ""),
        ("T(x) = 1/x", "refuted", "defined: T(0) has no value"),
        ("T(x,y) = x*y", "refuted", "additive: T("),
        ("T(x) = abs(x)", "refuted", "additive: T(1 + (-1)) = 0 but T(1) + T(-1) = 2"),
        ("T: P_3 -> P_2, T(p) = p'", "proved", ""),
    ],
)
def test_linear_maps(text, verdict, reason):
    report = linear(text)
    assert (report.verdict, report.reason[: len(reason)]) == (verdict, reason)
    assert report.theorem.recheck() == report.theorem


def test_the_matrix_of_a_linear_map():
    assert linear("T(x,y) = (x+2*y, y, 0)").facts == {"matrix": "[1 2; 0 1; 0 0]"}
    assert linear("T(x) = x^3", over="GF(3)").verdict == "proved"
    assert linear("T(x) = x^3").verdict == "refuted"


@pytest.mark.parametrize(
    ("text", "verdict", "failing"),
    [
        ("B(u,v) = 2*u1*v1 + u1*v2 + u2*v1 + 3*u2*v2", "proved", []),
        ("B(u,v) = u1*v1 + 2*u1*v2 + 2*u2*v1 + u2*v2", "refuted", ["positive"]),
        ("B(u,v) = u1*v1 + u1*v2 + u2*v2", "refuted", ["symmetric"]),
        ("B(u,v) = u1*v1 - u2*v2", "refuted", ["positive"]),
        ("B(u,v) = u1*v1 + 0*u2*v2", "refuted", ["positive"]),
        ("B(u,v) = u^2*v", "refuted", ["symmetric", "additive", "homogeneous", "positive"]),
    ],
)
def test_inner_products(text, verdict, failing):
    report = inner_product(text)
    assert report.verdict == verdict
    assert [x.name for x in report.conditions if x.verdict == "refuted"] == failing
    assert report.theorem.recheck() == report.theorem


@pytest.mark.parametrize("how", ["text", "markdown", "latex", "html"])
@pytest.mark.parametrize("steps", [False, True])
def test_every_format(how, steps):
    assert linear("T(x,y) = (x+1, y)").write(how, steps=steps)
    assert subspace("{(x,y) in R^2 : x = y}", over="R, GF(3)").write(how, steps=steps)


def test_decide_understands_spaces_and_subspaces():
    plus = space("R", "R", "u + v + 1", "a*u + a - 1")
    assert decide("vector_space(V)", V=plus).verdict == "proved"
    assert decide("vector_space(V)", V={"field": "R", "carrier": "R", "add": "u", "scale": "u"})
    assert decide("subspace{(x,y) in R^2 : x = y}").answer is True
    with pytest.raises(NotUnderstood, match="V is not the name of a space"):
        decide("vector_space(V)", V="[1 2; 3 4]")


@pytest.mark.parametrize(
    "ask",
    [
        lambda: subspace("nonsense"),
        lambda: subspace("{(x,y) in R^2 : x >}"),
        lambda: subspace("{(x,y) in R^2 : x > 0}", over="GF(5)"),
        lambda: linear("T(x,x) = x"),
        lambda: linear("T"),
        lambda: inner_product("u1*v1", over="GF(3)"),
        lambda: inner_product("B(u,v) = (u1, v1)"),
    ],
)
def test_bad_input(ask):
    with pytest.raises(ExactSpacesError):
        ask()
