"""The way to what is constructed: eigenvalues, normal forms, factors, projections."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exactspaces import compute
from exactspaces.kernel import check

GOLDEN = Path(__file__).parent / "golden_constructions"
FIELDS = ["QQ", "GF(5)", "GF(2)", "QQ(i)", "QQ(sqrt(2))"]


def written(expression, field="QQ"):
    found = compute(expression, over=field)
    assert found.theorem is not None, found.reason
    return found.solution()


def text_of(solution):
    return re.sub(r"\s+", " ", " ".join(step.text for step in solution.steps))


@st.composite
def squares(draw, symmetric=False):
    n = draw(st.integers(1, 3))
    rows = [[draw(st.integers(-2, 2)) for _ in range(n)] for _ in range(n)]
    if symmetric:
        rows = [[rows[max(i, j)][min(i, j)] for j in range(n)] for i in range(n)]
    return "[" + "; ".join(" ".join(map(str, row)) for row in rows) + "]"


@settings(max_examples=25)
@given(squares(), st.sampled_from(FIELDS))
def test_every_eigenvalue_is_found_on_the_way(matrix, field):
    found = compute(f"eigenvalues({matrix})", over=field)
    text = text_of(found.solution())
    roots = found.outcome.answer.roots
    for root in roots:
        assert f"dimension {root.geometric}; as a root" in text
    none = "there is no eigenvalue in the field", "no eigenvalue was found in the field"
    assert any(words in text for words in none) == (not roots)


@settings(max_examples=15)
@given(squares(), st.sampled_from(FIELDS), st.sampled_from(["jordan", "diagonalize", "charpoly"]))
def test_normal_forms_are_told(matrix, field, name):
    found = compute(f"{name}({matrix})", over=field)
    if found.theorem is not None:
        solution = found.solution()
        assert solution.steps
        for step in solution.steps:
            assert check(step.theorem.claim, step.theorem.certificate) == step.theorem
        assert "x·I" in text_of(solution) or matrix.count(";") > 2


@settings(max_examples=15)
@given(squares(symmetric=True))
def test_the_form_of_a_symmetric_matrix_is_a_sum_of_squares(matrix):
    solution = written(f"definite({matrix})")
    factored = compute(f"ldl({matrix})")
    has = factored.outcome.answer is not None and not factored.outcome.answer.missing
    assert ("sum of squares with the diagonal" in text_of(solution)) == has


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        ("proj((1,2,3), span{(1,0,1)})", "The inner product of b_1 and v is 4"),
        ("proj((1,2,3), span{(1,0,1),(0,1,1)})", "p = x_1 b_1 + x_2 b_2"),
        ("qr([1 1; 1 0; 0 1])", "divided by its length"),
        ("cholesky([4 2; 2 3])", "square root of entry j of D"),
        ("jordan([3 1; -1 1])", "goes on"),
        ("diagonalize([1 1; 0 1])", "at most 1"),
        ("diagonalize([2 1; 1 2])", "side by side"),
    ],
)
def test_what_is_said(expression, words):
    text = text_of(written(expression))
    plain = text.replace("·", " ").replace("₁", "_1").replace("₂", "_2")
    assert words in plain


def test_the_result_is_what_was_asked_for_and_not_its_claims():
    last = [s for s in written("diagonalize([2 1; 1 2])").steps if s.text.startswith("Result")]
    assert "invertible" not in last[0].text
    none = [s for s in written("diagonalize([1 1; 0 1])").steps if s.text.startswith("Result")]
    assert "there is none" in none[0].text


def test_the_identity_is_called_by_its_name():
    assert "A - 3 I" in text_of(written("eigenspace([2 1; 1 2], 3)")).replace("−", "-").replace(
        "3I", "3 I"
    )


@pytest.mark.parametrize(
    ("how", "ending"), [("text", "txt"), ("markdown", "md"), ("latex", "tex"), ("html", "html")]
)
def test_a_diagonalisation_in_every_format(how, ending):
    found = compute("diagonalize([2 1 0; 1 2 0; 0 0 3])").write(how, steps=True)
    path = GOLDEN / f"diagonalisation.{ending}"
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(found)
    assert found == path.read_text()


def test_a_line_does_not_say_that_something_equals_itself():
    steps = compute("gmres([2 1; 1 2], (1, 2))").as_dict(steps=True)["steps"]
    (text,) = [s["text"] for s in steps if "The first column is the vector." in s["text"]]
    assert text.endswith("The first column is the vector.")
    assert "b = b" not in text
