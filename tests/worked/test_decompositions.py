"""The worked solutions of singular value decompositions."""

from __future__ import annotations

import pytest

from exactspaces import compute


def steps(text, over="QQ"):
    result = compute(text, over=over)
    found = result.as_dict(steps=True)["steps"]
    assert all(step["claim"] for step in found)
    return " ".join(step["text"] for step in found)


def test_a_decomposition_tells_how_it_is_found():
    told = steps("svd([3 0; 4 5])")
    for part in (
        "eigenvalues of A* A", "x² − 50x + 225", "an eigenvector for 45", "Times 3√5 it is the",
    ):  # fmt: skip
        assert part in told


def test_for_a_wide_matrix_the_other_product_is_taken():
    told = steps("svd([1 2 3])")
    assert "eigenvalues of A A*" in told
    assert "x − 14" in told


@pytest.mark.parametrize(
    ("text", "over"),
    [
        ("svd([1 2 0; 0 1 1; 1 0 1])", "QQ"),
        ("svd(zeros(2, 3))", "QQ"),
        ("thin_svd([1 i; 0 1])", "QQ(i)"),
        ("operator_norm([1 1; 0 1])", "QQ"),
        ("condition([1 2; 2 4])", "QQ"),
        ("low_rank([1 2; 3 4], 1)", "QQ"),
        ("polar([3 0; 4 5])", "QQ"),
        ("gmres([2 1; 1 3], (1, 2))", "QQ"),
        ("rational_form([2 0 0; 0 2 0; 0 0 3])", "QQ"),
        ("diagonalizable([0 -1; 1 0])", "RR"),
    ],
)
@pytest.mark.parametrize("style", ["text", "markdown", "latex", "html"])
def test_every_format_is_written(text, over, style):
    written = compute(text, over=over).write(style, steps=True)
    assert len(written) > 100
