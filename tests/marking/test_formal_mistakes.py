"""Each named mistake about statements and proofs is found where it is made, and nowhere else."""

from __future__ import annotations

import pytest

from exactspaces.api.problems.lint import lint
from exactspaces.kernel import check, dump, load
from exactspaces.marking.formal.statements import FORMAL_MISTAKES
from tests.architecture.source import ROOT
from tests.marking.formal_samples import HEAD, inline, marked

SUBSPACE = ["zero-missing", "sum-escapes", "multiple-escapes"]
SCALARS = inline(kind="counterexample", to="axiom(V, scalar-sum)", give=["c", "d", "v"])
SUMS = inline(kind="counterexample", to="closed(W, +)", give=["u", "v"])
MULTIPLES = inline(kind="counterexample", to="closed(H, *)", give=["c", "u"])
DOUBLED = inline(kind="counterexample", to="axiom(N, 8)", give=["c", "d", "v"])
POWERS = inline(kind="counterexample", to="(x + y)^2 = x^2 + y^2", give=["x", "y"])
ROOTS = inline(kind="counterexample", to="x > 1", give=["x"], where="x > 0")
SINGULAR = inline(
    kind="example", such_that=["det(M) = 0", "M != 0"], give=["M"], letters={"M": "R^(2x2)"}
)
UNION = inline(kind="yes-no", truth="is_subspace(W)", because=SUBSPACE)
HALF = inline(kind="yes-no", truth="is_subspace(H)", because=SUBSPACE)
PLANE = inline(kind="yes-no", truth="is_subspace(P)", because=SUBSPACE)
BARE = inline(kind="yes-no", truth="is_subspace(W)")
LINE_OR_NOT = inline(kind="yes-no", truth="is_subspace({(x, y) in R^2 : x*(y - 1) = 0})")
SOLUTIONS = inline(kind="yes-no", truth="is_subspace(solve(A, b))", because=SUBSPACE)
DEPENDENT = inline(kind="yes-no", truth="independent{v1, v2, v3}", because=["dependence-relation"])
ZERO = inline(kind="vector", of="zero(U)")
NEGATIVE = inline(kind="vector", of="negative(U, (3, 5))")
SPACE = inline(kind="yes-no", truth="vector_space(V)", because=["scalar-sum"])
SLOTS = """
[part.answer]
kind = "proof-slots"
letters = { x = "R", y = "R", a = "R" }
functions = ["f", "g"]
[[part.answer.slot]]
id = "sum"
equals = "f(x) + g(x)"
[[part.answer.slot]]
id = "why"
reason = "definition"
among = ["definition", "linearity"]
[[part.answer.slot]]
id = "chain"
from = "a*(f(x) + g(x))"
to = "a*f(x) + a*g(x)"
"""
LINES = """
[part.answer]
kind = "proof-order"
letters = { u = "L", v = "L" }
[[part.answer.line]]
id = "let"
text = 'Let u and v be in L.'
[[part.answer.line]]
id = "sum"
text = 'Their sum is in L.'
after = ["let"]
claim = "u + v in L"
[[part.answer.line]]
id = "double"
text = 'So is twice u.'
after = ["let"]
claim = "2*u in L"
[[part.answer.line]]
id = "sample"
text = 'For instance (2, 1) + (4, 2) = (6, 3).'
wrong = "this is one sum"
says = "proof.example-only"
[[part.answer.line]]
id = "false"
text = 'All vectors are in L.'
wrong = "they are not"
claim = "(1, 0) in L"
"""
GOOD = "f(x) + g(x); 1; a*(f(x) + g(x)) = a*f(x) + a*g(x)"

# the mistake, what is asked for, an answer that shows it, right answers
FOUND = [
    ("counterexample.holds-here", SCALARS, "c = 0, d = 2, v = (1, 0)", ["1, 1, (1, 0)"]),
    ("counterexample.holds-here", POWERS, "x = 0, y = 5", ["x = 1, y = 1", "1/2; -3"]),
    ("counterexample.not-in-set", SUMS, "u = (1, 1), v = (0, 1)", ["u = (1, 0), v = (0, 1)"]),
    ("counterexample.not-in-set", ROOTS, "x = -1", ["x = 1", "1/2"]),
    ("counterexample.stays-inside", SUMS, "u = (1, 0), v = (2, 0)", ["(0, 2), (3, 0)"]),
    ("counterexample.stays-inside", MULTIPLES, "c = 2, u = (1, 0)", ["c = -1, u = (2, 5)"]),
    ("counterexample.wrong-axiom", DOUBLED, "c = 1, d = 1, v = (0, 1)", ["1, 1, (1, 0)"]),
    ("example.not-such", SINGULAR, "[1 0; 0 1]", ["M = [1 1; 1 1]", "[0 1; 0 0]"]),
    ("example.not-such", SINGULAR, "[0 0; 0 0]", None),
    ("subspace.zero-suffices", UNION, "yes, zero-inside", ["no, sum-escapes"]),
    ("subspace.zero-suffices", UNION, "no, zero-inside", ["no, (1, 0) + (0, 1)"]),
    ("subspace.zero-suffices", HALF, "yes: the zero vector is in the set", ["no, -1*(1, 0)"]),
    ("subspace.union", UNION, "yes", ["no, u = (1, 0), v = (0, 3)"]),
    ("subspace.union", BARE, "yes", ["no", "no, sum-escapes"]),
    ("affine.called-subspace", PLANE, "yes", ["no, zero-missing", "no, (0, 0, 0)"]),
    ("affine.called-subspace", SOLUTIONS, "yes", ["no, zero-missing"]),
    ("reason.missing", PLANE, "no", ["no, 2*(1, 0, 0)"]),
    ("reason.false", UNION, "no, multiple-escapes", ["no, sum-escapes"]),
    ("reason.beside-the-point", PLANE, "no, (1, 0, 0)", ["no, (1, 0, 0) + (0, 1, 0)"]),
    ("reason.false", SPACE, "no, axiom 7", ["no, axiom 8", "no: scalar-sum"]),
    ("indep.trivial", DEPENDENT, "no, (0, 0, 0)", ["no, v3 = v1 + v2", "no, (2, 2, -2)"]),
    ("indep.trivial", DEPENDENT, "no, v1 + v2 + v3 = 0", ["no, v1 + v2 - v3 = 0"]),
    ("axiom.standard-zero", ZERO, "(0, 0)", ["(-1, 0)"]),
    ("axiom.standard-negative", NEGATIVE, "(-3, -5)", ["(-5, -5)"]),
    ("function.argument-sum", SLOTS, GOOD.replace("f(x) + g(x);", "f(x + y);", 1), [GOOD]),
    ("function.argument-sum", SLOTS, GOOD.replace("f(x) + g(x);", "g(x + x);", 1), [GOOD]),
    ("proof.example-only", SLOTS, GOOD.replace("f(x) + g(x);", "3 + 4;", 1), [GOOD]),
    ("proof.reason", SLOTS, GOOD.replace("1", "2"), [GOOD.replace("1", "definition")]),
    ("proof.step", SLOTS, GOOD.replace("= a*f(x) +", "= f(x) + g(x) = a*f(x) +"), [GOOD]),
    ("proof.order", LINES, "sum, let, double", ["let, sum, double", "let, double, sum"]),
    ("proof.missing-line", LINES, "let, sum", None),
    ("proof.extra-line", LINES, "let, false, sum, double", None),
    ("proof.example-only", LINES, "let, sample, sum, double", None),
]  # fmt: skip
IDS = [f"{name}: {text[:30]}" for name, _, text, _ in FOUND]


@pytest.mark.parametrize(("name", "answer", "text", "_right"), FOUND, ids=IDS)
def test_the_mistake_is_named(name, answer, text, _right):
    found = marked(answer, text)
    assert found.verdict in ("incorrect", "partial")
    assert found.mistake == name
    assert found.findings


@pytest.mark.parametrize(
    ("answer", "text"), sorted({(a, t) for _, a, _, right in FOUND for t in right or ()})
)
def test_right_answers_show_no_mistake(answer, text):
    found = marked(answer, text)
    assert (found.verdict, found.mistake, found.points) == ("correct", "", 6)


@pytest.mark.parametrize(("name", "answer", "text", "_right"), FOUND, ids=IDS)
def test_what_is_proved_is_proved_again_from_a_file(name, answer, text, _right):
    for theorem in marked(answer, text).theorems:
        assert check(*load(dump(theorem))) == theorem


def test_an_axiom_that_fails_elsewhere_is_told_apart():
    found = marked(DOUBLED, "c = 1, d = 1, v = (0, 1)")
    assert len(found.theorems) == 2
    assert "another one: axiom 5" in found.findings[0]


def test_what_is_no_union_of_subspaces_is_not_called_one():
    found = marked(LINE_OR_NOT, "yes")
    assert (found.verdict, found.mistake) == ("incorrect", "")


def test_expressions_are_compared_where_the_due_one_has_a_value():
    slot = """[part.answer]
kind = "proof-slots"
letters = { x = "R" }
[[part.answer.slot]]
id = "s"
equals = "1/x"
"""
    assert marked(slot, "1/x").verdict == "correct"
    assert marked(slot, "x/x^2").verdict == "correct"
    assert marked(slot, "2/(x + x)").verdict == "correct"
    assert marked(slot, "1/x^2").verdict == "incorrect"


def test_the_first_line_out_of_place_is_named():
    assert marked(LINES, "let, sum, false, double").at == "line 3"
    assert marked(LINES, "double, let, sum").at == "line 1"


def test_a_file_can_say_something_of_its_own():
    extra = 'say = [{ on = "subspace.union", credit = "1/3", text = "Draw it." }]'
    found = marked(UNION, "yes", extra)
    assert (found.verdict, found.points, found.findings) == ("partial", 2, ("Draw it.",))


def test_credit_for_the_lines_in_place():
    found = marked(LINES, "let, sum", 'credit = { in_place = "1/2" }')
    assert (found.verdict, found.points) == ("partial", 2)


def test_credit_for_each_gap():
    text = GOOD.replace("1", "2")
    found = marked(SLOTS, text, 'credit = { each = "1" }')
    assert (found.verdict, found.points) == ("partial", 4)


def test_every_mistake_is_tried_and_on_its_page():
    assert {name for name, *_ in FOUND} == set(FORMAL_MISTAKES)
    page = (ROOT / "docs/look-up/answers-about-statements.md").read_text(encoding="utf-8")
    assert [name for name in FORMAL_MISTAKES if f"`{name}`" not in page] == []


def test_lint_knows_every_mistake(tmp_path):
    lines = ["say = [", *(f'{{ on = "{x}", text = "A." }},' for x in FORMAL_MISTAKES)]
    lines += ['{ on = "subspace.unoin", text = "A." } ]']
    path = tmp_path / "formal.toml"
    path.write_text(HEAD + "\n".join(lines) + f"\n{UNION}\n", encoding="utf-8")
    unknown = [fault for fault in lint(path) if "no named mistake" in fault]
    assert len(unknown) == 1
    assert "subspace.union" in unknown[0]
