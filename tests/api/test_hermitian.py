"""Inner products over the complex numbers: all four conditions, proved or refuted."""

from __future__ import annotations

import pytest

from exactspaces import inner_product

FORMS = [
    ("<u,v> = u1*conj(v1) + 2*u2*conj(v2)", ""),
    ("<u,v> = u1*conj(v1) + u1*conj(v2)/2 + u2*conj(v1)/2 + u2*conj(v2)", ""),
    ("<u,v> = 3*u1*conj(v1) + u2*conj(v2) + u3*conj(v3)", ""),
    ("<u,v> = u1*v1 + u2*v2", "symmetric positive"),
    ("<u,v> = u1*conj(v1) - u2*conj(v2)", "positive"),
    ("<u,v> = u1*conj(v1) + 2*u1*conj(v2) + 2*u2*conj(v1) + u2*conj(v2)", "positive"),
    ("<u,v> = conj(u1)*v1 + conj(u2)*v2", "homogeneous"),
    ("<u,v> = i*u1*conj(v1) + u2*conj(v2)", "symmetric positive"),
]


@pytest.mark.parametrize(("text", "failing"), FORMS)
def test_forms(text, failing):
    report = inner_product(text, over="C")
    conditions = report.as_dict()["conditions"]
    assert " ".join(x["name"] for x in conditions if x["verdict"] == "refuted") == failing
    assert {x["verdict"] for x in conditions} <= {"proved", "refuted"}


def test_the_two_sides_of_a_failing_symmetry_differ():
    said = str(inner_product("<u,v> = u1*v1 + u2*v2", over="C"))
    assert "= i but conj(B(" in said
    assert "= -i" in said
