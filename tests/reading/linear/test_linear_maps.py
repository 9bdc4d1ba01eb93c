"""Reading maps: what is understood, what is refused, and with which witness."""

from __future__ import annotations

from contextlib import suppress
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exactspaces import compute
from exactspaces.errors import ExactSpacesError, NotUnderstood
from exactspaces.reading.linear.texts import is_map, named, split_where
from exactspaces.reading.vocabulary import FUNCTIONS


def matrix(text, over="QQ", **names):
    return compute("matrix_of(T)", over=over, T=text, **names).answer


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("T(x, y) = (x + y, 2x)", [["1", "1"], ["2", "0"]]),
        ("(x, y) -> (x + y, 2x)", [["1", "1"], ["2", "0"]]),
        ("(x, y) \\mapsto (x + y, 2x)", [["1", "1"], ["2", "0"]]),
        ("T: QQ^2 → QQ^2, T(x, y) = (x + y, 2x)", [["1", "1"], ["2", "0"]]),
        ("T: R^2 -> R^3, (x, y) -> (x, y, 0)", [["1", "0"], ["0", "1"], ["0", "0"]]),
        ("T: P_2 -> P_1, T(p) = p'", [["0", "1", "0"], ["0", "0", "2"]]),
        ("T: P_1 -> QQ, T(p) = integral(p, 0, 1)", [["1", "1/2"]]),
        ("T: P_2 -> QQ^2, T(p) = (p(0), p(2))", [["1", "0", "0"], ["1", "2", "4"]]),
        ("T: P_1 -> P_2, T(p) = x*p", [["0", "0"], ["1", "0"], ["0", "1"]]),
        ("T(a + b*x + c*x^2) = b + 2c*x", [["0", "1", "0"], ["0", "0", "2"]]),
        ("T: P_2 -> QQ^2, T(a + bx + cx^2) = (a + b, c)", [["1", "1", "0"], ["0", "0", "1"]]),
        ("T: P_1 -> P_1, T(p(x)) = p(x) + p'(x)", [["1", "1"], ["0", "1"]]),
        ("T: P_2 -> P_2, T(p) = p(x - 1)", [["1", "-1", "1"], ["0", "1", "-2"], ["0", "0", "1"]]),
        ("T: P_1 -> P_2, T(p) = integral(p, 0, x)", [["0", "0"], ["1", "0"], ["0", "1/2"]]),
        ("T: P(1) -> P(2), T(p) = integral(p, 1, x)", [["-1", "-1/2"], ["1", "0"], ["0", "1/2"]]),
        ("T: R^2 -> P_1, T(a, b) = b + (a - b)*x", [["0", "1"], ["1", "-1"]]),
        ("T: M(1,2) -> R^2, T([a b]) = [a + b; b]", [["1", "1"], ["0", "1"]]),
        ("T: R^2 -> M22, T([x; y]) = [x y; 0 0]",
         [["1", "0"], ["0", "1"], ["0", "0"], ["0", "0"]]),
        ("T: M_2 -> QQ, T(X) = trace(X)", [["1", "0", "0", "1"]]),
        ("T(x, y) = (x + y)^2 - x^2 - 2x*y - y^2 + x", [["1", "0"]]),
        ("T: QQ^(2x2) -> QQ^(2x2), T(X) = X'",
         [["1", "0", "0", "0"], ["0", "0", "1", "0"], ["0", "1", "0", "0"], ["0", "0", "0", "1"]]),
    ],
)  # fmt: skip
def test_formulas_give_matrices(text, due):
    assert matrix(text) == due


def test_other_names_occur_in_formulas():
    found = matrix("T: M_2 -> M_2, T(X) = A*X - X*A", A="[1 1; 0 1]")
    assert found == [
        ["0", "0", "1", "0"],
        ["-1", "0", "0", "1"],
        ["0", "0", "0", "0"],
        ["0", "0", "-1", "0"],
    ]
    assert matrix("T: QQ^2 -> QQ^2, T(v) = c*v", c="2/3") == [["2/3", "0"], ["0", "2/3"]]


@pytest.mark.parametrize(
    ("over", "text", "due"),
    [
        ("RR", "T(x, y) = (sqrt(2)*x, y/2)", [["sqrt(2)", "0"], ["0", "1/2"]]),
        ("CC", "T(x) = i*x", [["i"]]),
        ("QQ(k)", "T(x, y) = (k*x, x + y)", [["k", "0"], ["1", "1"]]),
        ("GF(5)", "T(x, y) = (x/2, 7y)", [["3", "0"], ["0", "2"]]),
        ("GF(4)", "T(x) = w*x", [["w"]]),
        ("GF(3)", "T(x) = x^3 + x", [["2"]]),
    ],
)
def test_other_fields(over, text, due):
    found = compute("matrix_of(T)", over=over, T=text).answer
    assert (found["cases"][0]["answer"] if over == "QQ(k)" else found) == due


@settings(max_examples=25)
@given(st.sampled_from([2, 3]), st.data())
def test_a_function_on_a_small_field_is_linear_when_it_is_at_all_points(q, data):
    """Polynomials in two variables with exponents below 4 are judged as by running through."""
    monomials = [(i, j) for i in range(4) for j in range(4)]
    chosen = data.draw(st.lists(st.sampled_from(monomials), min_size=1, max_size=3, unique=True))
    factors = [data.draw(st.integers(1, q - 1)) for _ in chosen]

    def value(x, y):
        return sum(c * x**i * y**j for c, (i, j) in zip(factors, chosen, strict=True)) % q

    points = list(product(range(q), repeat=2))
    additive = all(
        value((a + c) % q, (b + d) % q) == (value(a, b) + value(c, d)) % q
        for (a, b), (c, d) in product(points, points)
    )
    text = " + ".join(f"{c}*x^{i}*y^{j}" for c, (i, j) in zip(factors, chosen, strict=True))
    text = text.replace("*x^0", "").replace("*y^0", "")
    if additive:  # over a prime field additive maps are linear
        due = [[str(value(1, 0)), str(value(0, 1))]]
        assert matrix(f"T: GF({q})^2 -> GF({q}), T(x, y) = {text}", over=f"GF({q})") == due
    else:
        with pytest.raises(NotUnderstood, match="T is not linear"):
            matrix(f"T: GF({q})^2 -> GF({q}), T(x, y) = {text}", over=f"GF({q})")


@pytest.mark.parametrize(
    ("over", "text", "said"),
    [
        ("QQ", "T(x, y) = (x + 1, y)", "T(0) = (1, 0), and a linear map takes 0 to 0"),
        ("QQ", "T(x, y) = (x*y, y)", "at their sum"),
        ("QQ", "T(x) = x^2", "at their sum"),
        ("QQ", "T(x, y) = (|x|, y)", "T(-1, 0) = (1, 0)"),
        ("QQ", "T: M_2 -> QQ, T(X) = det(X)", "not linear"),
        ("QQ", "T: M_4 -> QQ, T(X) = det(X)", "but at -1 times the vector it is 1"),
        ("QQ", "T: M_4 -> M_4, T(X) = X^10", "at their sum"),
        ("GF(7)", "T: M_2 -> M_2, T(X) = X*X", "not linear"),
        ("QQ", "T: M_2 -> M_2, T(X) = inv(X)", "at 2 times the vector"),
        ("QQ", "T: P_2 -> QQ, T(p) = p(0)*p(1)", "not linear"),
        ("GF(4)", "T(x) = x^2", "at w times the vector"),
        ("QQ(k)", "T(x) = x + k", "T(0) = k"),
        ("QQ", "T(x) = 1/x", "T(1) = 1 and T(1) = 1, but at their sum T(2) = 1/2"),
        ("QQ", "T(x) = |x| + x - |x|", "The command linear decides"),
        ("QQ", "T: [0, 1] -> R, T(x) = x", "whole spaces"),
        ("QQ", "T: {(x, y) in R^2 : x = y} -> R, T(x, y) = x", "restriction(T, W)"),
        ("QQ", "T: P_2 -> P_1, T(p) = p", "degree"),
        ("QQ", "T: R^2 -> C^2, T(x, y) = (x, y)", "different fields"),
        ("GF(3)", "T: GF(9) -> GF(9), T(x) = x", "different fields"),
        ("GF(3)", "T: R -> R, T(x) = x", "different fields"),
        ("QQ", "T: P_2 -> M_2, T(p) = p", ""),
        ("QQ", "T(x, y) = (x, z)", "z"),
        ("GF(2)", "T: P_1 -> GF(2), T(p) = integral(p, 0, 1)", "by zero"),
        ("QQ", "T(x, y) = A*(x, y)", "A"),
        ("QQ", "T(x) = x^" + "9" * 40, ""),
        ("QQ", "T(x) = " + "+".join(["x"] * 4000), "characters"),
    ],
)
def test_refusals_say_why(over, text, said):
    with pytest.raises(ExactSpacesError) as caught:
        compute("matrix_of(T)", over=over, T=text)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("T(1, 2, 3)", "A vector of F^2 is expected"),
        ("T(x^2)", "A vector of F^2 is expected"),
        ("S(1 + x^3)", "degree is 3"),
        ("S*T", "The first map goes to F^2"),
        ("S + T", "between the same spaces"),
        ("T^2", "from a space to itself"),
        ("det(S)", "from a space to itself"),
        ("eigenvalues(S)", "from a space to itself"),
        ("inv(S)", "no inverse"),
        ("matrix_of(S, {1, x}, {1, x})", "A basis of P_2 over F has 3 vectors"),
        ("matrix_of(S, {1, x, x^2}, {(1, 0), (0, 1)})", "vectors of P_1 over F are expected"),
        ("restriction(U, span{(1, 0, 0)})", "A subspace of F^2 is expected"),
        ("restriction(S, span{x})", "from a space to itself"),
        ("map_sending({(1, 2), (2, 4)}, {1, x})", "no basis: (-2)*(1, 2) + (1)*(2, 4) = 0"),
        ("map_sending({(1, 2)}, {x})", "needs 2"),
        ("map_sending({(1, 2), (0, 1)}, {(1, 1)})", "2 vectors, and 1 images"),
        ("linear_map([1 2; 3 4], {(1, 0)}, {(1, 0), (0, 1)})", "2 vectors"),
        ("injective((1, 2))", "A map is expected"),
        ("companion(2x^2 + 1)", "monic"),
        ("companion(3)", "A polynomial"),
        ("eigenspace(U, (1, 2))", "An eigenvalue is a number"),
        ("T in span{(1, 0)}", ""),
        ("S == U", "not compared"),
    ],
)
def test_what_does_not_fit_is_refused(text, said):
    maps = {
        "T": "T: R^2 -> R^2, T(x, y) = (x, y)" if "T^2" not in text else "T(x, y) = (x, y, x)",
        "S": "S: P_2 -> P_1, S(p) = p'",
        "U": "U(x, y) = (y, x)",
    }
    with pytest.raises(ExactSpacesError) as caught:
        compute(text, **maps)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("over", "text", "due"),
    [
        ("QQ", "<u, v> = u1*v1 + 2*u2*v2", [["1", "0"], ["0", "2"]]),
        ("QQ", "<u, v> = u1*v2 - u2*v1", [["0", "1"], ["-1", "0"]]),
        ("QQ", "<p, q> = integral(p*q, 0, 1) on P_1", [["1", "1/2"], ["1/2", "1/3"]]),
        ("QQ", "<p, q> = p(0)*q(0) + p(1)*q(1) on P_1", [["2", "1"], ["1", "1"]]),
        ("GF(5)", "<u, v> = u1*v1/2 + 7*u2*v2", [["3", "0"], ["0", "2"]]),
        ("RR", "<u, v> = sqrt(2)*u1*v1 + u2*v2", [["sqrt(2)", "0"], ["0", "1"]]),
    ],
)
def test_forms_give_matrices(over, text, due):
    assert compute("B", over=over, B=text).answer == due


def test_the_matrix_of_a_form_in_another_basis():
    form = "<p, q> = integral(p*q, 0, 1) on P_2"
    assert compute("form_matrix(B, {1, x - 1/2})", B="<p, q> = integral(p*q, 0, 1) on P_1",
                   ).answer == [["1", "0"], ["0", "1/12"]]  # fmt: skip
    assert compute("definite(B)", B=form).answer == "positive definite"


@pytest.mark.parametrize("text", ["<u, v> = u1^2*v1", "<u, v> = u1 + v1", "<u, v> = |u1|*v1",
                                  "<u, v> = u1*v1 + 1", "<u, v> = u1*v1 on [0, 1]"])  # fmt: skip
def test_what_is_not_bilinear_is_refused(text):
    with pytest.raises(ExactSpacesError):
        compute("B", B=text)


def test_definitions_after_where():
    result = compute("S(T(1, 2)) where T(x, y) = (x, y, A*(x, y)); S(x, y, z) = x - z; A = [1 1]"
                     .replace("A*(x, y)", "x + y"))  # fmt: skip
    assert result.answer == "-2"
    assert "where T(x, y)" in str(result)
    assert split_where("rank(A)") == ("rank(A)", {})
    assert named("T: P_2 -> P_1, p -> p'") == ("T", "T: P_2 -> P_1, p -> p'")


@pytest.mark.parametrize("text", ["T where T", "T where", "T where T(x) = x; T(x) = 2x",
                                  "T(1) where T(x) = T(x)", "T where 3 = 4"])  # fmt: skip
def test_definitions_that_define_nothing(text):
    with pytest.raises(ExactSpacesError):
        compute(text)


@pytest.mark.parametrize("text", ["rank(A) == 2", "dim(U) = 3", "det(A) = 0", "{(1, 2)}", "A*B"])
def test_other_texts_are_no_maps(text):
    assert not is_map(text)


SIGNS = st.sampled_from([*"TSxyzp()+-*/^'|=,: 0123", "->", "P_2", "R^2", "M_2", "where", "trace"])


@settings(max_examples=150)
@given(st.lists(SIGNS, max_size=18))
def test_no_text_makes_the_reader_fail_otherwise(signs):
    with suppress(ExactSpacesError):
        compute("kernel(T)", T="T(x, y) = " + "".join(signs))


NAMES = {
    "T": "T(x, y) = (x + y, 2x)",
    "D": "D: P_2 -> P_2, D(p) = p'",
    "E": "E: P_2 -> P_1, E(p) = p'",
    "X": "X: M_2 -> M_2, X(Y) = A*Y - Y*A",
    "Z": "Z: P_2 -> QQ, Z(p) = p(0)",
    "A": "[1 1; 0 1]",
    "B": "<u, v> = u1*v1 + u2*v2",
    "W": "span{(1, 0)}",
}
PIECES = [*NAMES, "(1, 2)", "{(1, 0), (0, 1)}", "{1, x, x^2}", "1 + x", "3", "0", "span{x}",
          "kernel(D)", "T(1, 2)", "D(x^2)", "X(A)", "{}", "P_2", "Z(x)", "D*D", "inv(T)", "lu(A)",
          "1 + span{x}"]  # fmt: skip


@settings(max_examples=120)
@given(st.sampled_from(sorted(FUNCTIONS)), st.lists(st.sampled_from(PIECES), min_size=1,
                                                    max_size=3))  # fmt: skip
def test_functions_refuse_what_they_do_not_understand_in_words(name, arguments):
    with suppress(ExactSpacesError):
        result = compute(f"{name}({', '.join(arguments)})", **NAMES)
        assert "the kernel does not accept" not in result.reason
        assert str(result)


def test_a_map_alone_is_no_system():
    with pytest.raises(ExactSpacesError, match="solve"):
        compute("solve(T)", **NAMES)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("restriction([1 2; 3 4], {})", {"basis": [], "M": []}),
        ("quotient_map([1 2; 3 4], {})", {"cosets": [["1", "0"], ["0", "1"]]}),
    ],
)
def test_no_vectors_span_the_zero_space_of_the_map(text, answer):
    found = compute(text).answer
    assert {key: found[key] for key in answer} == answer


def test_a_form_with_a_denominator_that_is_zero_says_so():
    form = "<p, q> = integral(p*q, 0, 1) on P_2"
    with pytest.raises(NotUnderstood, match="G: division by zero"):
        compute("form_matrix(G, {1, x, x^2})", over="GF(3)", G=form)


def test_a_large_block_diagonal_matrix_is_refused():
    with pytest.raises(NotUnderstood, match="at most 250,000 entries"):
        compute("external_sum(A, A, A)", A="identity(400)")
