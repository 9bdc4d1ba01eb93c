"""Maps, restrictions, quotients: against SymPy, and against small finite fields."""

from __future__ import annotations

import re
from itertools import product

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from exactspaces import compute, decide
from tests.api.asked import answer, proved, their

small = st.integers(-2, 2)
DERIVATIVE = "T: P_3 -> P_3, T(p) = p'"
FLIP = "T: M_2 -> M_2, T(X) = X'"


def matrices(height, width):
    return st.lists(st.lists(small, min_size=width, max_size=width), min_size=height,
                    max_size=height)  # fmt: skip


def columns(vectors):
    return their(vectors).T if vectors else None


def rank(*parts):
    parts = [p for p in parts if p is not None]
    return sympy.Matrix.hstack(*parts).rank() if parts else 0


@settings(max_examples=20)
@given(A=matrices(3, 4))
def test_kernel_and_image(A):
    found, theirs = answer("rank_nullity(A)", A=A), their(A)
    kernel, image = columns(found["kernel"]), columns(found["image"])
    r = theirs.rank()
    assert rank(kernel) == 4 - r == len(found["kernel"])
    assert kernel is None or (theirs * kernel).is_zero_matrix
    assert rank(image) == r == rank(theirs, image)
    assert found["dimensions"] == f"rank {r} + nullity {4 - r} = 4"


@settings(max_examples=20)
@given(A=matrices(3, 4))
def test_which_maps_are_injective_or_surjective(A):
    for text, width in (("injective", 3), ("surjective", 4)):
        rows = A if text == "surjective" else [list(r) for r in zip(*A, strict=True)]
        for size in (3, width):
            part = [row[:size] for row in rows] if text == "surjective" else rows[:size]
            matrix = part if text == "surjective" else [list(r) for r in zip(*part, strict=True)]
            due = their(matrix).rank() == (3 if text == "surjective" else len(part))
            result = proved(f"{text}(A)", A=matrix)
            assert (result.verdict == "proved") == due
            assert ("T v = 0 for v" in result.reason or "not in the image" in result.reason) != due


@settings(max_examples=20)
@given(A=matrices(3, 3), W=matrices(1, 3), U=matrices(2, 3))
def test_restrictions_and_quotients(A, W, U):
    """W or its cyclic space; the blocks together have the characteristic polynomial of the map."""
    theirs, x = their(A), sympy.Symbol("x")
    for rows in (W, U, [W[0], list(theirs * their(W).T)]):
        listed = [tuple(int(c) for c in row) for row in rows]
        space = their(listed).T
        result = proved("restriction(A, span(S))", A=A, S=set(listed) or {(0, 0, 0)})
        inside = rank(space, theirs * space) == rank(space)
        assert (result.verdict == "proved") == inside
        other = proved("quotient_map(A, span(S))", A=A, S=set(listed))
        blocks = proved("block_triangular(A, span(S))", A=A, S=set(listed))
        assert {result.verdict, other.verdict, blocks.verdict} in ({"proved"}, {"refuted"})
        if inside:
            m, q = (their(r.answer[k]) if r.answer[k] else sympy.zeros(0)
                    for r, k in ((result, "M"), (other, "Q")))  # fmt: skip
            both = m.charpoly(x).as_expr() * q.charpoly(x).as_expr()
            assert sympy.expand(both - theirs.charpoly(x).as_expr()) == 0
            p, form = their(blocks.answer["P"]), their(blocks.answer["form"])
            assert theirs * p == p * form


@settings(max_examples=20)
@given(A=matrices(2, 3), W=matrices(1, 3))
def test_maps_on_a_quotient(A, W):
    theirs, w = their(A), their(W).T
    result = proved("induced(A, span{w})", A=A, w=tuple(W[0]))
    killed = (theirs * w).is_zero_matrix
    assert (result.verdict == "proved") == killed
    if killed:
        pi, f = their(result.answer["pi"]), their(result.answer["F"])
        assert f * pi == theirs
        assert (pi * w).is_zero_matrix
        assert pi.rank() == 3 - w.rank()


@settings(max_examples=20)
@given(A=matrices(3, 3), c=small)
def test_generalised_eigenspaces(A, c):
    found, shift = answer("generalized_eigenspace(A, c)", A=A, c=c), their(A) - c * sympy.eye(3)
    nullities = [3 - (shift**k).rank() for k in range(1, 5)]
    index = next(k for k in range(4) if (shift**k).rank() == (shift ** (k + 1)).rank())
    assert int(found["index"]) == index
    assert found["nullities"] == (", ".join(map(str, nullities[:index])) or "0")
    assert len(found["basis"]) == nullities[-1]


@pytest.mark.parametrize("q", [2, 3])
def test_invariant_complements_as_by_running_through_all_of_them(q):
    """All upper triangular 2 x 2 matrices over a small field: W = span{(1, 0)} is invariant."""
    for a, b, d in product(range(q), repeat=3):
        A = [[a, b], [0, d]]
        lines = [(x, 1) for x in range(q)]
        due = {(x, y) for x, y in lines if (a * x + b * y - x * d) % q == 0}
        found = proved("invariant_complement(A, span{(1, 0)})", over=f"GF({q})", A=A)
        assert (found.verdict == "proved") == bool(due)
        if due:
            (x, y), = found.answer  # fmt: skip
            assert int(y) == 1
            assert (int(x), 1) in due


@settings(max_examples=15)
@given(A=matrices(3, 3), k=small, b=small)
def test_commuting_matrices_have_a_common_eigenvector_where_their_eigenvalues_are_rational(
    A, k, b
):
    theirs = their(A)
    other = theirs**2 + k * theirs + b * sympy.eye(3)
    rational = any(v.is_rational for v in theirs.eigenvals())
    result = compute("common_eigenvector(A, B)", A=A, B=[[int(x) for x in r] for r in
                                                          other.tolist()])  # fmt: skip
    assert (result.verdict == "proved") == rational
    if rational:
        v = their([result.answer["v"]]).T
        for matrix, name in ((theirs, "a"), (other, "b")):
            assert matrix * v == sympy.Rational(result.answer[name]) * v
        assert not v.is_zero_matrix


@settings(max_examples=10)
@given(coefficients=st.lists(small, min_size=1, max_size=4))
def test_companion_matrices_have_their_polynomial(coefficients):
    text = " + ".join(f"({c})*x^{k}" for k, c in enumerate(coefficients))
    n = len(coefficients)
    shown = answer(f"charpoly(companion(x^{n} + {text}))".replace("*x^0", ""))
    x = sympy.Symbol("x")
    due = x**n + sum(c * x**k for k, c in enumerate(coefficients))
    assert sympy.expand(sympy.sympify(shown.replace("^", "**")) - due) == 0


@settings(max_examples=10)
@given(A=matrices(2, 2), B=matrices(2, 3), C=matrices(3, 2))
def test_identities_of_products(A, B, C):
    names = {"A": A, "B": B, "C": C}
    assert decide("vec(A*B*C) == tensor(C', A)*vec(B)", **names).verdict == "proved"
    both = "tensor(A, C)*tensor(B, B) == tensor(A*B, C*B)"
    assert decide(both, **names).verdict == "proved"
    assert decide("rank(external_sum(A, B)) == rank(A) + rank(B)", **names).verdict == "proved"
    assert decide("det(external_sum(A, A)) == det(A)^2", **names).verdict == "proved"


@settings(max_examples=15)
@given(A=matrices(2, 3), P=matrices(3, 3), Q=matrices(2, 2))
def test_a_map_in_bases_and_back(A, P, Q):
    """The map with the matrix of T in two bases is T."""
    p, q = their(P), their(Q)
    if p.rank() < 3 or q.rank() < 2:
        return
    names = {"A": A, "P": P, "Q": Q}
    m = answer("matrix_of(A, columns(P), columns(Q))", **names)
    assert their(m) == q.inv() * their(A) * p
    same = decide("linear_map(M, columns(P), columns(Q)) == linear_map(A)", M=m, **names)
    assert same.verdict == "proved"
    sent = decide("map_sending(columns(P), columns(A*P)) == linear_map(A)", **names)
    assert sent.verdict == "proved"


KNOWN = [
    ("kernel(T)", DERIVATIVE, {"ambient": "P_3 over QQ", "dim": 1, "basis": ["1"]}),
    ("image(T)", DERIVATIVE, {"ambient": "P_3 over QQ", "dim": 3, "basis": ["1", "2*x", "3*x^2"]}),
    ("matrix_of(T)", "T: P_1 -> P_2, T(p) = x*p + p'", [["0", "1"], ["1", "0"], ["0", "1"]]),
    ("matrix_of(T, {1, 1 + x, 1 + x + x^2, x^3}, {1, x, x^2, x^3})", DERIVATIVE,
     [["0", "1", "1", "0"], ["0", "0", "2", "0"], ["0", "0", "0", "3"], ["0", "0", "0", "0"]]),
    ("T(x^2 - x)", DERIVATIVE, "-1 + 2*x"),
    ("T(T(x^3)) ", DERIVATIVE, "6*x"),
    ("(T^3)*(x^3)", DERIVATIVE, "6"),
    ("coords(T(x^3), {1, x, x^2, x^3})", DERIVATIVE, ["0", "0", "3", "0"]),
    ("charpoly(T)", DERIVATIVE, "x^4"),
    ("eigenspace(T, -1)", FLIP,
     {"ambient": "QQ^(2x2)", "dim": 1, "basis": [[["0", "-1"], ["1", "0"]]]}),
    ("restriction(T, span{1, x})", DERIVATIVE,
     {"basis": ["1", "x"], "M": [["0", "1"], ["0", "0"]]}),
    ("quotient_map(T, span{1, x})", DERIVATIVE,
     {"cosets": ["x^2", "x^3"], "Q": [["0", "3"], ["0", "0"]]}),
    ("generalized_eigenspace(T, 0)", DERIVATIVE,
     {"index": "4", "nullities": "1, 2, 3, 4", "basis": ["1", "x", "x^2", "x^3"]}),
    ("trace(T)", FLIP, "2"),
    ("det(T)", FLIP, "-1"),
    ("inv(T)", "T(x, y) = (x + y, x - y)", [["1/2", "1/2"], ["1/2", "-1/2"]]),
    ("krylov(T, x^2, 2)", DERIVATIVE,
     {"ambient": "P_3 over QQ", "dim": 2, "basis": ["x^2", "2*x"]}),
    ("solve(T, 6x)", DERIVATIVE,
     {"kind": "infinite", "particular": "3*x^2", "directions": ["1"], "witness": None}),
    ("solve(T, (3, 1))", "T(x, y) = (x + y, x - y)",
     {"kind": "unique", "particular": ["2", "1"], "directions": [], "witness": None}),
    ("dual_map(T)", "T(x, y) = (x + 2y, 3y)", [["1", "0"], ["2", "3"]]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "given", "due"), KNOWN)
def test_known_values(text, given, due):
    assert answer(text, T=given) == due


@pytest.mark.parametrize(
    ("claim", "given", "verdict", "reason"),
    [
        ("injective(T)", DERIVATIVE, "refuted", "T v = 0 for v = 1, which is not 0"),
        ("surjective(T)", DERIVATIVE, "refuted", "x^3 is not in the image"),
        ("surjective(T)", "T: P_3 -> P_2, T(p) = p'", "proved", "the rank is 3, the dimension"),
        ("isomorphism(T)", FLIP, "proved", "the rank is 4"),
        ("isomorphism(T)", "T(x, y) = (x, y, 0)", "refuted", "(0, 0, 1) is not in the image"),
        ("not injective(T)", DERIVATIVE, "proved", "T v = 0 for v = 1"),
        ("invariant(T, span{1, x})", DERIVATIVE, "proved", ""),
        ("invariant(T, span{x, x^2})", DERIVATIVE, "refuted", ""),
        ("T(x^2) == 2x", DERIVATIVE, "proved", ""),
        ("T(x^2) in span{1, x + x^2}", DERIVATIVE, "refuted", ""),
        ("T(span{x, x^2}) == span{1, x}", DERIVATIVE, "proved", ""),
        ("T(x^2) + kernel(T) == 2x + 5 + span{1}", DERIVATIVE, "proved", ""),
        ("x + span{x^2} == 1 + x + span{x^2}", DERIVATIVE, "refuted", ""),
        ("A + span{B} == A + 3*B + span{B}", FLIP, "proved", ""),
        ("A in B + span{A - B}", FLIP, "proved", ""),
        ("invariant(T, span{1} + span{x})", DERIVATIVE, "proved", ""),
        ("invariant(T, kernel(T) & kernel(T^2))", DERIVATIVE, "proved", ""),
        ("invariant(T, kernel(T - T^0) & kernel(T))", FLIP, "proved", ""),
        ("dim(kernel(T) + image(T)) + dim(kernel(T) & image(T)) == 4", DERIVATIVE, "proved", ""),
        ("span{1, x} <= image(T)", DERIVATIVE, "proved", ""),
        ("image(T) == span{1, x}", "T: P_2 -> P_1, T(p) = p'", "proved", ""),
        ("x in kernel(T)", DERIVATIVE, "refuted", ""),
        ("T(x) in span{x^2}", "T: P_1 -> P_2, T(p) = x*p", "proved", ""),
        ("T^4 == 0*T", DERIVATIVE, "proved", ""),
        ("T*T == T^0", FLIP, "proved", ""),
        ("rank(T) + nullity(T) == 4", DERIVATIVE, "proved", ""),
        ("(1, 2) + span{(1, 1)} == (0, 1) + span{(2, 2)}", FLIP, "proved", ""),
        ("annihilator(annihilator(span{(1, 2, 3)})) == span{(1, 2, 3)}", FLIP, "proved", ""),
    ],
)
def test_claims_about_maps(claim, given, verdict, reason):
    result = decide(claim, T=given, A="[1 2; 3 4]", B="[0 1; 1 0]")
    assert (result.verdict, reason in result.reason) == (verdict, True)
    result.theorem.recheck()


def test_evaluation_at_three_points_determines_a_polynomial():
    text = "T: P_2 -> QQ^3, T(p) = (p(0), p(1), p(2))"
    assert decide("isomorphism(T)", T=text).verdict == "proved"
    assert answer("inv(T)*(1, 3, 7)", T=text) == "1 + x + x^2"


@pytest.mark.parametrize(
    "text",
    [
        "matrix_of(A, {(1, k), (1, 1)})",
        "rank_nullity(A)",
        "restriction(A, span{(1, 1)})",
        "quotient_map(A, span{(1, 1)})",
        "induced([1 k; 2 4], span{(2, -1)})",
        "gram_schmidt{(1, k), (1, 1)}",
        "krylov(A, (1, 1))",
        "generalized_eigenspace(A, 1)",
        "invariant_complement(A, span{(1, 0)})",
        "dual{(1, k), (k, 1)}",
        "cramer(A, (1, 1))",
        "pinv(A)",
        "proj((1, k), span{(1, 1)})",
    ],
)
def test_cases_agree_with_the_answer_for_each_value(text):
    """Of the cases one applies at each value, and it has the verdict that the value gives."""
    A = "[1, k; 0, 2 - k]"
    result = compute(text, over="QQ(k)", A=A)
    assert result.verdict != "undecided", result.reason
    result.theorem.recheck()
    for k in range(-3, 4):
        one = compute(re.sub(r"\bk\b", f"({k})", text), A=A.replace("k", f"({k})"))
        applies = [
            case["answer"] is not None
            for case in result.answer["cases"]
            if all(_holds(x, k) for x in case["when"].split(", ") if x != "always")
        ]
        assert applies == [one.verdict == "proved"]


def _holds(condition, k):
    sign = " != " if " != " in condition else " = "
    left, right = condition.replace("^", "**").split(sign)
    same = sympy.sympify(left).subs("k", k) == sympy.sympify(right)
    return same == (sign == " = ")


FIELDS = [
    ("GF(2)", "[1 1 0; 0 1 0; 1 0 0]"),
    ("GF(4)", "[w 1 0; 0 w 0; 0 0 1]"),
    ("QQ(sqrt(2))", "[sqrt(2) 1 0; 0 sqrt(2) 0; 0 0 1]"),
    ("QQ(i)", "[i 1 0; 0 -i 0; 0 0 0]"),
    ("QQ", "zeros(3, 3)"),
    ("QQ", "identity(3)"),
]


@pytest.mark.parametrize(("over", "A"), FIELDS)
@pytest.mark.parametrize(
    "text",
    [
        "rank_nullity(A)",
        "restriction(A, null(A) + row(identity(3)))",
        "first_isomorphism(A)",
        "generalized_eigenspace(A, 1)",
        "invariant_complement(A, null(A))",
        "quotient_map(A, null(A))",
        "block_triangular(A, null(A))",
        "induced(A, null(A))",
        "isomorphism(A)",
        "double_dual(columns(A))",
        "second_isomorphism(row(A), null(A))",
        "third_isomorphism(row(A) + null(A), row(A), row(A*A))",
    ],
)
def test_other_fields_and_extreme_matrices(text, over, A):
    result = proved(text, over=over, A=A)
    if text.startswith(("isomorphism", "double_dual")):
        regular = compute("invertible(A)", over=over, A=A).verdict
        assert result.verdict == regular
    elif not text.startswith("invariant_complement"):
        assert result.verdict == "proved"
    for how in ("text", "latex", "html", "markdown"):
        assert result.write(how, steps=True)


def test_coefficients_of_several_terms_stand_in_brackets():
    result = compute("krylov([1 k; k 1], (1, 1))", over="QQ(k)")
    assert "minpoly = x + (-k - 1)" in str(result)
