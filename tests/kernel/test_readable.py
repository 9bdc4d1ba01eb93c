"""Claims as a textbook prints them, in full."""

# ruff: noqa: E501 - a table has one row on each line

import pytest

from exactspaces.kernel import RULES, VALUES
from exactspaces.kernel import claims as s
from exactspaces.kernel import terms as t
from exactspaces.kernel.readable import readable
from exactspaces.questions import (
    BasisOf,
    DirectSum,
    Factors,
    HasCoordinates,
    Multiply,
    NoSolution,
    Reduces,
    Swap,
)
from exactspaces.rendering.rules import describe_rules
from tests.kernel.build import (
    F4,
    F7,
    QQ,
    SQRT2,
    Irreducible,
    column,
    extension,
    g,
    m,
    n,
    parameters,
)
from tests.kernel.sample_lines import SINGULAR, A, B, P
from tests.kernel.sample_notions import cases_claim

TEXT_A = "[1 2 3; 2 4 6; 1 1 2]"
AWAY = parameters("a", nonzero=["a**2 - 1"])
ROOT = extension(QQ, {"r": "r**2 - 2"}, Irreducible(3, ()))
COLUMN = column("1 0")


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        (s.Equal(t.ReducedEchelon(A), g("1 0 1; 0 1 1; 0 0 0")), f"rref {TEXT_A} = [1 0 1; 0 1 1; 0 0 0] over QQ"),
        (s.Member(column("1 2 3", F7), t.Span(g("1 0 1; 0 1 1", F7))), "[1; 2; 3] in span [1 0 1; 0 1 1] over GF(7)"),
        (s.NotMember(column("1/2 1"), t.Span(t.Transpose(B))), "[1/2; 1] not in col [1 2; 3 4] over QQ"),
        (s.Equal(t.Dimension(t.Meet(t.Null(A), t.Span(t.Transpose(A)))), t.Count(1)), f"dim (null {TEXT_A} & col {TEXT_A}) = 1 over QQ"),
        (s.Equal(t.Null(t.Transpose(B)), t.Span(t.Product(B, B))), "leftnull [1 2; 3 4] = span ([1 2; 3 4] * [1 2; 3 4]) over QQ"),
        (s.Equal(t.Determinant(B), n("-2")), "det [1 2; 3 4] = -2 over QQ"),
        (s.Equal(t.Power(t.Add(B, B), 2), t.Scaled(n("-1/2"), B)), "([1 2; 3 4] + [1 2; 3 4])^2 = (-1/2) * [1 2; 3 4] over QQ"),
        (s.Equal(t.Product(B, t.Product(B, B)), B), "[1 2; 3 4] * ([1 2; 3 4] * [1 2; 3 4]) = [1 2; 3 4] over QQ"),
        (s.Equal(t.Pivots(A), t.Columns((1, 2))), f"pivots {TEXT_A} = (1, 2) over QQ"),
        (s.Unequal(t.Trace(t.Inverse(B)), t.Number(m("1"))), "tr ([1 2; 3 4]^-1) != 1 over QQ"),
        (s.Equal(t.Augmented(B, t.Add(B, B)), B), "[[1 2; 3 4] | ([1 2; 3 4] + [1 2; 3 4])] = [1 2; 3 4] over QQ"),
        (s.Included(t.Span(g("1 2")), t.SpaceSum(t.Span(B), t.Null(B))), "span [1 2] is contained in span [1 2; 3 4] + null [1 2; 3 4] over QQ"),
        (s.Independent(B), "the rows of [1 2; 3 4] are independent over QQ"),
        (s.Dependent(t.Transpose(B)), "the rows of [1 2; 3 4]^T are dependent over QQ"),
        (BasisOf(P, t.Span(g("", width=3))).claim, "the rows of [1 0 1; 0 1 1] are independent and span [1 0 1; 0 1 1] = span [0 x 3] over QQ"),
        (s.NotInvertible(SINGULAR), "[1 2; 2 4] is not invertible over QQ"),
        (s.Solutions(SINGULAR, COLUMN, m("1; 0"), m("-2 1")), "[1 2; 2 4] * x = [1; 0] has exactly the solutions [1; 0] + span [-2 1] over QQ"),
        (NoSolution(SINGULAR, COLUMN).claim, "[1; 0] not in col [1 2; 2 4] over QQ"),
        (HasCoordinates(COLUMN, B, m("-2; 1")).claim, "the rows of [1 2; 3 4] are independent and [1 2; 3 4]^T * [-2; 1] = [1; 0] over QQ"),
        (DirectSum((t.Span(g("1 0")), t.Null(g("1 0"))), t.Null(g("", width=2))).claim, "span [1 0] + null [1 0] = null [0 x 2] and dim (span [1 0]) + dim (null [1 0]) = dim (null [0 x 2]) over QQ"),
        (Reduces(m("1; 2"), (Swap(1, 2), Multiply(1, m("-2"))), m("-4; 1")).claim, "([-2 0; 0 1] * [0 1; 1 0]) * [1; 2] = [-4; 1] and [0 1; 1 0] is invertible and [-2 0; 0 1] is invertible over QQ"),
        (Factors(B, (1, 2), m("1 0; 3 1"), m("1 2; 0 -2")).claim, "[1 2; 3 4] = [1 0; 3 1] * [1 2; 0 -2] and [1 0; 3 1] is lower triangular and diag [1 0; 3 1] = [1; 1] and [1 2; 0 -2]^T is lower triangular over QQ"),
        (s.AllOf((s.Independent(B), s.AnyOf((s.Dependent(B), s.Invertible(B))))), "the rows of [1 2; 3 4] are independent and (the rows of [1 2; 3 4] are dependent or [1 2; 3 4] is invertible) over QQ"),
        (s.Invertible(g("s + 1, 0; 0, 1/2*s", SQRT2)), "[s + 1, 0; 0, 1/2*s] is invertible over QQ(s) with s^2 - 2 = 0"),
        (s.Invertible(g("w + 1, 0; 0, w", F4)), "[w + 1, 0; 0, w] is invertible over GF(2)(w) with w^2 + w + 1 = 0"),
        (s.Independent(g("a + 1, 1", AWAY)), "the rows of [a + 1, 1] are independent over QQ for all a where a^2 - 1 != 0"),
        (s.Independent(t.Given(m("a, 1 - a**2", AWAY, powers=(1,)))), "the rows of [(a)/((a^2 - 1)^1), (-a^2 + 1)/((a^2 - 1)^1)] are independent over QQ for all a where a^2 - 1 != 0"),
        (s.Dependent(g("a - 1, 0", parameters("a", ["a - 1"]))), "the rows of [a - 1, 0] are dependent over QQ for all a where a - 1 = 0"),
        (s.Dependent(g("a*r", parameters("a", field=ROOT))), "the rows of [r*a] are dependent over QQ(r) with r^2 - 2 = 0 for all a"),
        (s.Equal(t.Count(2), t.Count(2)), "2 = 2"),
    ],
)  # fmt: skip
def test_claims_print_in_full(claim, text):
    assert readable(claim) == text


def test_cases_print_as_a_numbered_list():
    assert readable(cases_claim()[0]) == (
        "in all cases over QQ for all a:\n"
        "  1. rank [a 1; 1 a] = 2 over QQ for all a where a^2 - 1 != 0\n"
        "  2. rank [a 1; 1 a] = 1 over QQ for all a where a - 1 = 0\n"
        "  3. rank [a 1; 1 a] = 1 over QQ for all a where a + 1 = 0"
    )


def test_cases_inside_a_composed_claim_keep_their_conditions():
    text = readable(cases_claim()[0])
    both = readable(s.AllOf((s.Equal(t.Count(2), t.Count(2)), cases_claim()[0])))
    assert both.startswith(f"2 = 2 and ({text}) over ")


def test_every_rule_is_described():
    rules = describe_rules()
    assert len(rules) == len(RULES) + len(VALUES)
    assert all(" by " in name and text.endswith(".") and len(text) > 10 for name, text in rules)
    assert rules[0] == ("Equal by Computed", "Both values are established and compared.")


def test_every_claim_term_and_certificate_has_its_meaning():
    kinds = {kind for table in (RULES, VALUES) for row in table for kind in row}
    assert [
        kind.__name__
        for kind in kinds
        if not kind.__doc__ or kind.__doc__.startswith(kind.__name__)
    ] == []
