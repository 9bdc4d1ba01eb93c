"""Factors of svd, polar, qr, rank factors: any valid ones are right, wrong ones say why."""

from __future__ import annotations

import pytest

from exactspaces.errors import NotUnderstood
from tests.marking.samples import flat, mark, problem_of

SYMMETRIC, TALL = "svd([1 2; 2 1])", "svd([0 2; 1 0; 0 0])"
W = "1/sqrt(2) [1 1; 1 -1]"

RIGHT = [
    ("factorization", SYMMETRIC, "RR", [
        f"U = {W}, S = [3 0; 0 1], V = 1/sqrt(2) [1 -1; 1 1]",
        f"U = {W}, Σ = [3 0; 0 1], V^T = 1/sqrt(2) [1 1; -1 1]",
        f"U = -{W}, S = [3 0; 0 1], V = 1/sqrt(2) [-1 1; -1 -1]",
        "\\\\Sigma = [3 0; 0 1], U = 1/sqrt(2) [1 -1; 1 1] and V = 1/sqrt(2) [1 1; 1 -1]",
    ]),
    ("factorization", SYMMETRIC, "QQ", [
        f"U = {W}, S = [3 0; 0 1], V = 1/sqrt(2) [1 -1; 1 1]",
    ]),
    ("factorization", TALL, "QQ", [
        "U = identity(3), S = [2 0; 0 1; 0 0], V = [0 1; 1 0]",
        "U = [1 0 0; 0 1 0; 0 0 -1], S = [2 0; 0 1; 0 0], V^T = [0 1; 1 0]",
        "U = [-1 0 0; 0 1 0; 0 0 1]; S = [2 0; 0 1; 0 0]; V = [0 1; -1 0]",
    ]),
    ("factorization", "thin_svd([0 2; 1 0; 0 0])", "QQ", [
        "U = [1 0; 0 1; 0 0], S = [2 0; 0 1], V = [0 1; 1 0]",
    ]),
    ("factorization", "thin_svd([1 2; 2 4])", "RR", [
        "U = [1; 2]/sqrt(5), S = [5], V = [1; 2]/sqrt(5)",  # as many columns as the rank
        "U = 1/sqrt(5) [1 -2; 2 1], S = [5 0; 0 0], V = 1/sqrt(5) [1 2; 2 -1]",
    ]),
    ("factorization", "svd([0 i; 1 0])", "CC", [
        "U = identity(2), S = identity(2), V = [0 1; -i 0]",
        "U = identity(2), S = identity(2), V^* = [0 i; 1 0]",
        "U = [i 0; 0 i], S = identity(2), V = [0 i; 1 0]",
    ]),
    ("factorization", "polar([0 1; 2 0])", "QQ", ["Q = [0 1; 1 0], P = [2 0; 0 1]"]),
    ("factorization", "polar([1 -2; 2 1])", "QQ", [
        "Q = 1/sqrt(5) [1 -2; 2 1], P = sqrt(5) identity(2)",
    ]),
    ("factorization", "polar([2 0; 0 0])", "QQ", [
        "Q = identity(2), P = [2 0; 0 0]", "Q = [1 0; 0 -1], P = [2 0; 0 0]",
    ]),
    ("factorization", "qr([3 1; 4 2])", "QQ", [
        "Q = 1/5 [3 -4; 4 3], R = [5 11/5; 0 2/5]",
        "Q = 1/5 [-3 -4; -4 3], R = [-5 -11/5; 0 2/5]",
    ]),
    ("factorization", "rank_factors([1 2; 2 4])", "QQ", [
        "C = [1; 2], R = [1 2]", "C = [2; 4], R = [1/2 1]",
    ]),
    ("factorization", "rank_factors([1 1; 1 1])", "GF(2)", ["C = [1; 1], R = [1 1]"]),
]  # fmt: skip
WRONG = [
    (SYMMETRIC, f"U = {W}, S = [3 0; 0 -1], V = {W}", "the singular value -1 is negative"),
    (
        SYMMETRIC, "U = 1/sqrt(2) [1 1; -1 1], S = [1 0; 0 3], V = 1/sqrt(2) [-1 1; 1 1]",
        "do not decrease: 3 stands later",
    ),
    (
        SYMMETRIC, "U = [1 1; 1 -1], S = [3 0; 0 1], V = 1/2 [1 -1; 1 1]",
        "the columns of U are not orthonormal; the columns of V are not orthonormal",
    ),
    (
        SYMMETRIC, f"U = {W}, S = [2 0; 0 1], V = 1/sqrt(2) [1 -1; 1 1]", "U S V* is not the"
    ),
    (SYMMETRIC, "U = identity(2), S = [1 2; 2 1], V = identity(2)", "S has entries off its"),
    (TALL, "U = [1 0 0; 0 1 1; 0 0 1], S = [2 0; 0 1; 0 0], V = [0 1; 1 0]", "columns of U are"),
    ("polar([0 1; 2 0])", "Q = [0 -1; -1 0], P = [-2 0; 0 -1]", "P has negative eigenvalues"),
    ("polar([0 1; 2 0])", "Q = [0 1; -1 0], P = [-2 0; 0 1]", "P has negative eigenvalues"),
    ("polar([2 0; 0 0])", "Q = [-1 0; 0 1], P = [-2 0; 0 0]", "P has negative eigenvalues"),
    ("polar([0 1; 2 0])", "Q = identity(2), P = [0 1; 2 0]", "P is not equal to its adjoint"),
    ("polar([0 1; 2 0])", "Q = [0 1; 1 0], P = [1 0; 0 2]", "Q P is not the matrix"),
    ("qr([3 1; 4 2])", "Q = [3 -4; 4 3], R = [1 11/25; 0 2/25]", "columns of Q are not orthonorm"),
    ("qr([3 1; 4 2])", "Q = identity(2), R = [3 1; 4 2]", "R has entries below its diagonal"),
    ("rank_factors([1 2; 2 4])", "C = identity(2), R = [1 2; 2 4]", "rows of R are dependent"),
    ("rank_factors([1 2; 2 4])", "C = [1 2; 2 4], R = identity(2)", "columns of C are dependent"),
    ("rank_factors([1 2; 2 4])", "C = [1; 2], R = [1 3]", "C R is not the matrix"),
]  # fmt: skip
NOT_READ = [
    (SYMMETRIC, f"U = {W}, S = [3 0; 0 1], V = 1/sqrt(2) [1 1; -1 1]", "transpose V"),
    (SYMMETRIC, "U = identity(2), S = identity(2)", "factors are due: U"),
    (SYMMETRIC, "U = identity(2), S = [1 2; 2 1], V = identity(2), U = identity(2)", "are due"),
    (TALL, "U = [1 0; 0 1; 0 0], S = [2 0; 0 1], V = [0 1; 1 0]", "U and V are square"),
    (TALL, "U = identity(2), S = [2 0; 0 1], V = [0 1; 1 0]", "sizes of the factors"),
    (TALL, "none", "factors are due"),
]


@pytest.mark.parametrize(("kind", "of", "field", "answer"), flat(RIGHT))
def test_all_valid_factors_are_right(kind, of, field, answer):
    found = mark(kind, of, answer.replace("\\\\", "\\"), field=field)
    assert found.verdict == "correct", str(found)
    assert len(found.theorems) > 1


@pytest.mark.parametrize(("of", "answer", "said"), WRONG)
def test_wrong_factors_say_what_they_lack(of, answer, said):
    found = mark("factorization", of, answer, field="RR")
    assert found.verdict == "incorrect", str(found)
    assert found.theorems
    for text in said.split("; "):
        assert text in "; ".join(found.findings)


@pytest.mark.parametrize(("of", "answer", "said"), NOT_READ)
def test_factors_that_are_not_read_cost_nothing(of, answer, said):
    found = mark("factorization", of, answer, field="RR")
    assert found.verdict == "invalid", str(found)
    assert said in " ".join(found.findings)


def test_a_share_for_the_product_or_for_the_singular_values():
    shares = 'credit = { product_only = "1/3", values_only = "2/3" }'
    one = "U = [2 0 0; 0 1 0; 0 0 1], S = [1 0; 0 1; 0 0], V = [0 1; 1 0]"
    half = mark("factorization", TALL, one, extra=shares)
    assert (half.verdict, str(half.points)) == ("partial", "1"), str(half)
    other = "U = [0 1 0; 1 0 0; 0 0 1], S = [2 0; 0 1; 0 0], V = [0 1; 1 0]"
    values = mark("factorization", TALL, other, extra=shares)
    assert (values.verdict, str(values.points)) == ("partial", "2"), str(values)


WORDS = [
    ("[2 1; 1 2]", "QQ", "positive definite"),
    ("[-2 1; 1 -2]", "QQ", "negative definite"),
    ("[1 1; 1 1]", "QQ", "positive semidefinite"),
    ("[-1 1; 1 -1]", "QQ", "negative semidefinite"),
    ("[1 2; 2 1]", "QQ", "indefinite"),
    ("[1 i; -i 2]", "CC", "positive definite"),
    ("[1 2; 0 1]", "QQ", "positive semidefinite"),  # the symmetric part decides
]
ALL = {word for _, _, word in WORDS}


@pytest.mark.parametrize(("of", "field", "right"), WORDS)
def test_one_of_the_five_words_is_right(of, field, right):
    verdicts = {word: mark("definiteness", of, word, field=field) for word in ALL}
    assert {word for word, found in verdicts.items() if found.verdict == "correct"} == {right}
    assert {found.verdict for found in verdicts.values()} == {"correct", "incorrect"}
    assert all(found.theorems for found in verdicts.values())


@pytest.mark.parametrize("of", ["[0 0; 0 0]", "[0 1; -1 0]"])
def test_the_zero_form_is_semidefinite_with_both_signs(of):
    right = {word for word in ALL if mark("definiteness", of, word).verdict == "correct"}
    assert right == {"positive semidefinite", "negative semidefinite"}


@pytest.mark.parametrize("text", [
    "Positive-definite", "PD", "p.d.", "pos. def.", "it is positive definite",
])  # fmt: skip
def test_spellings_of_the_words(text):
    assert mark("definiteness", "[2 1; 1 2]", text).verdict == "correct"


@pytest.mark.parametrize(
    "text", ["definite", "semidefinite", "positive", "yes", "not definite", ""]
)
def test_half_a_word_is_asked_for_again(text):
    assert mark("definiteness", "[2 1; 1 2]", text).verdict == "invalid"


def test_what_has_no_such_factors_is_refused_with_its_place():
    with pytest.raises(NotUnderstood, match="is something else"):
        problem_of("factorization", "ldl([2 1; 1 2])")
