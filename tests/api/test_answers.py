"""What each function and each form of claim answers, and the structure of `as_dict`."""

from __future__ import annotations

import json

import pytest

from exactspaces import compute, decide, field
from exactspaces.errors import NotUnderstood
from exactspaces.kernel import check, load
from exactspaces.reading.vocabulary import ALIASES, FUNCTIONS

KEYS = ["question", "field", "verdict", "reason", "answer", "theorem", "steps"]
A = "[1 2 3; 2 4 6; 1 1 2]"


def space(ambient, *basis):
    return {"ambient": ambient, "dim": len(basis), "basis": list(basis)}


# Expression, field, answer. Every function of the language occurs.
ANSWERS = [
    ("3/4 - 1", "QQ", "-1/4"),
    ("0.75", "QQ", "3/4"),
    ("2^10", "GF(5)", "4"),
    ("sqrt(8)", "RR", "2*sqrt(2)"),
    ("sqrt(-4)", "CC", "2*i"),
    ("(1+i)^2", "QQ(i)", "2*i"),
    ("1/(1+sqrt(2))", "QQ(sqrt(2))", "-1 + sqrt(2)"),
    ("w^3", "GF(4)", "1"),
    ("t^2/t", "QQ(t)", {"cases": [{"when": "t != 0", "answer": "t"}]}),
    (f"rank({A})", "QQ", "2"),
    (f"rank({A})", "GF(2)", "2"),
    (f"nullity({A})", "QQ", "1"),
    (f"pivots({A})", "QQ", [1, 2]),
    (
        f"rref({A})",
        "QQ",
        {
            "matrix": [["1", "0", "1"], ["0", "1", "1"], ["0", "0", "0"]],
            "pivots": [1, 2],
            "rank": 2,
        },
    ),
    ("det([1 2; 3 4])", "QQ", "-2"),
    ("det([1 2; 3 4])", "GF(5)", "3"),
    ("det([w 1; 1 w])", "GF(4)", "w"),
    ("trace([1 2; 3 4])", "QQ", "5"),
    ("inv([1 2; 3 4])", "QQ", [["-2", "1"], ["3/2", "-1/2"]]),
    ("[1 2; 3 4]^-1", "GF(5)", [["3", "1"], ["4", "2"]]),
    ("transpose([1 2; 3 4])", "QQ", [["1", "3"], ["2", "4"]]),
    (f"null({A})", "QQ", space("QQ^3", ["-1", "-1", "1"])),
    (f"row({A})", "QQ", space("QQ^3", ["1", "0", "1"], ["0", "1", "1"])),
    (f"col({A})", "QQ", space("QQ^3", ["1", "2", "1"], ["2", "4", "1"])),
    (f"leftnull({A})", "QQ", space("QQ^3", ["-2", "1", "0"])),
    ("span{(1,2),(2,4)}", "QQ", space("QQ^2", ["1", "2"])),
    ("span{1+x, 1-x}", "QQ", space("P_1 over QQ", "1", "x")),
    ("span{[1 0; 0 1]}", "GF(5)", space("GF(5)^(2x2)", [["1", "0"], ["0", "1"]])),
    ("dim(span{(1,2),(2,4)})", "QQ", "1"),
    ("dim(P_3)", "QQ", "4"),
    ("dim(QQ^(2x3))", "QQ", "6"),
    ("basis({(1,2),(2,4),(0,1)})", "QQ", space("QQ^2", ["1", "2"], ["0", "1"])),
    ("extend({(1,1)}, F^2)", "GF(2)", space("GF(2)^2", ["1", "1"], ["1", "0"])),
    ("extend({(1,1),(2,2)})", "QQ", None),
    ("extend({(1,1,0)}, span{(1,0,0)})", "QQ", "outside"),
    ("complement(span{(1,1)})", "QQ", space("QQ^2", ["1", "0"])),
    ("complement(span{(1,0)}, span{(0,1)})", "QQ", None),
    ("quotient(F^2, span{(1,1)})", "GF(5)", space("GF(5)^2", ["1", "0"])),
    ("QQ^2 / span{(1,1)}", "QQ", space("QQ^2", ["1", "0"])),
    ("distance((1,2), span{(1,1)})", "QQ", "sqrt(2)/2"),
    ("projection(span{(1,0)}, span{(1,1)})", "QQ", [["1", "-1"], ["0", "0"]]),
    ("projection(span{(1,0)}, span{(2,0)})", "QQ", None),
    ("sum(span{(1,0)}, span{(0,1)})", "QQ", space("QQ^2", ["1", "0"], ["0", "1"])),
    ("intersection(span{(1,0)}, span{(0,1)})", "QQ", space("QQ^2")),
    ("span{(1,0,1),(0,1,1)} & span{(1,1,0)}", "GF(2)", space("GF(2)^3", ["1", "1", "0"])),
    ("coords((1,2), {(1,1),(1,0)})", "QQ", ["2", "-1"]),
    ("coords((1,2), {(1,1)})", "QQ", "outside"),
    ("coords((1,2), {(1,1),(2,2)})", "QQ", "dependent"),
    ("coords(1+2x, {1, 1+x})", "QQ", ["-1", "2"]),
    ("change_of_basis({(1,0),(0,1)}, {(1,1),(1,-1)})", "QQ", [["1/2", "1/2"], ["1/2", "-1/2"]]),
    ("change_of_basis({(1,0)}, {(1,1)})", "QQ", "different spaces"),
    ("change_of_basis({(1,0),(2,0)}, {(1,1),(0,1)})", "QQ", "first dependent"),
    ("change_of_basis({(1,0),(0,1)}, {(1,1),(2,2)})", "QQ", "second dependent"),
    (
        "lu([0 1; 2 3])",
        "QQ",
        {
            "P": [["0", "1"], ["1", "0"]],
            "L": [["1", "0"], ["0", "1"]],
            "U": [["2", "3"], ["0", "1"]],
            "order": [2, 1],
        },
    ),
    (
        "solve([1 2; 2 4], (1, 2))",
        "QQ",
        {
            "kind": "infinite",
            "particular": ["1", "0"],
            "directions": [["-2", "1"]],
            "witness": None,
        },
    ),
    (
        "solve([1 1 | 3; 1 -1 | 1])",
        "QQ",
        {"kind": "unique", "particular": ["2", "1"], "directions": [], "witness": None},
    ),
    (
        "solve([1 2; 2 4], (1, 3))",
        "QQ",
        {"kind": "none", "particular": None, "directions": [], "witness": ["-2", "1"]},
    ),
    ("consistent([1 2; 2 4], (1, 3))", "QQ", False),
    ("invertible([1 2; 3 4])", "QQ", True),
    ("invertible([1 2; 3 4])", "GF(2)", False),
    ("identity(2)", "QQ", [["1", "0"], ["0", "1"]]),
    ("zeros(1, 2)", "QQ", [["0", "0"]]),
    ("basis(columns([1 2; 2 4]))", "QQ", space("QQ^2", ["1", "2"])),
    ("basis(rows([1 2; 2 4]))", "QQ", space("QQ^2", ["1", "2"])),
    ("augment([1; 2], [3; 4])", "QQ", [["1", "3"], ["2", "4"]]),
    ("[1 2; 3 4]*(1, 1)", "QQ", ["3", "7"]),
    ("2*c(1, 2) - r(0, 1)", "QQ", ["2", "3"]),
    ("[1 2; 3 4] + 2*[1 0; 0 1]", "GF(3)", [["0", "2"], ["0", "0"]]),
    ("(1 + x)^2", "QQ", "1 + 2*x + x^2"),
    ("direct_sum(span{(1,0)}, span{(1,1)}) == QQ^2", "QQ", True),
]


@pytest.mark.parametrize(("text", "over", "answer"), ANSWERS)
def test_each_function_gives_its_answer_in_its_form(text, over, answer):
    result = compute(text, over=over)
    assert result.answer == answer
    whole = result.as_dict()
    assert list(whole) == KEYS
    assert whole["answer"] == answer
    assert whole["verdict"] == result.verdict
    assert whole["steps"] == []
    claim, certificate = load(json.dumps(whole["theorem"]))
    check(claim, certificate)
    assert json.loads(json.dumps(whole)) == whole
    assert repr(result) == f"<Result {result.verdict}: {whole['question']}>"


# These have tables of their own: test_inner.py, test_spectra.py, test_symmetric.py,
# test_rational_form.py, test_singular.py, test_krylov.py, tests/peers.
ELSEWHERE = {
    "rational_form", "singular_values", "svd", "thin_svd", "operator_norm", "condition",
    "low_rank", "polar", "spectral", "schur", "rank_factors", "angles", "cauchy_schwarz", "gmres",
    "unit_arnoldi", "unit_lanczos", "diagonalizable",
    "adj", "angle", "annihilator", "arnoldi", "cayley_hamilton", "cg", "charpoly", "cholesky",
    "cramer", "cross", "definite", "diagonalize", "dot", "dual", "eigenspace", "eigenvalues",
    "gram", "gram_schmidt", "invariant", "jordan", "krylov", "lanczos", "ldl", "least_squares",
    "matrix_of", "min_norm", "minpoly", "norm", "norm2", "perp", "pinv", "proj", "qr", "similar",
    "tensor",
}  # fmt: skip
ELSEWHERE |= {  # test_linear_maps.py
    "block_triangular", "common_eigenvector", "companion", "compose", "cyclic", "double_dual",
    "dual_map", "external_sum", "first_isomorphism", "form_matrix", "generalized_eigenspace",
    "induced", "injective", "invariant_complement", "isomorphism", "linear_map", "map_sending",
    "quotient_map", "rank_nullity", "restriction", "second_isomorphism", "surjective",
    "third_isomorphism", "vec",
}  # fmt: skip


def test_the_table_has_every_function():
    texts = " ".join(text for text, _, _ in ANSWERS)
    assert {name for name in FUNCTIONS if f"{name}(" not in texts} <= {"span"} | ELSEWHERE


@pytest.mark.parametrize("alias", sorted(ALIASES))
def test_other_names_mean_the_same(alias):
    usage = FUNCTIONS[ALIASES[alias]].usage.split(" or ")[0]
    names = {
        "A": "[1 2; 3 4]",
        "U": "span{(1,0)}",
        "W": "span{(0,1)}",
        "v": "(1,2)",
        "b1": "(1,0)",
        "b2": "(0,1)",
        "u": "(2,1)",
        "b": "(5,6)",
        "B": "[0 1; 1 0]",
        "S": "[0 1; 1 0]",
        "T": "[2 0; 0 3]",
    }
    if alias == "T":
        del names["T"]
    name = ALIASES[alias]
    other = usage.replace(name, alias, 1)
    assert compute(other, **names).answer == compute(usage, **names).answer


# Claim, the fields where it is true, the fields where it is false.
CLAIMS = [
    ("rank([1 1; 1 -1]) == 2", ["QQ", "GF(3)", "RR"], ["GF(2)", "GF(4)"]),
    ("rank([1 1; 1 -1]) != 2", ["GF(2)"], ["QQ"]),
    ("det([1 2; 3 4]) == 3", ["GF(5)"], ["QQ"]),
    ("2 == 0", ["GF(2)", "GF(4)"], ["QQ", "GF(3)", "CC"]),
    ("[1 2; 3 4]*[0 1; 1 0] == [2 1; 4 3]", ["QQ", "GF(7)"], []),
    ("(1,2,3) in span{(1,0,1),(0,1,1)}", ["QQ", "GF(2)", "GF(5)"], []),
    ("(1,2,4) in span{(1,0,1),(0,1,1)}", [], ["QQ", "GF(5)"]),
    ("(1,2,4) not in span{(1,0,1),(0,1,1)}", ["QQ"], ["GF(1000003)"][:0]),
    ("span{(2,1)} <= span{(1,0),(0,1)}", ["QQ", "GF(4)"], []),
    ("span{(1,0),(0,1)} >= span{(2,1)}", ["QQ"], []),
    ("span{(1,0),(0,1)} <= span{(2,1)}", [], ["QQ", "GF(2)"]),
    ("span{(1,1),(1,-1)} == F^2", ["QQ", "GF(3)"], ["GF(2)"]),
    ("span{(1,1),(1,-1)} != F^2", ["GF(2)"], ["QQ"]),
    ("independent{(1,1),(1,-1)}", ["QQ"], ["GF(2)", "GF(4)"]),
    ("dependent{(1,1),(1,-1)}", ["GF(2)"], ["QQ"]),
    ("basis{(1,1),(1,-1)} of F^2", ["QQ"], ["GF(2)"]),
    ("direct_sum(span{(1,1)}, span{(1,-1)}) == F^2", ["QQ"], ["GF(2)"]),
    ("consistent([1 1; 1 -1], (1, 0))", ["QQ"], ["GF(2)"]),
    ("invertible([1 1; 1 -1])", ["QQ", "GF(9)"], ["GF(2)"]),
    ("rref([1 1; 1 -1]) == [1 0; 0 1]", ["QQ"], ["GF(2)"]),
    ("pivots([0 1; 0 2]) == pivots([0 3; 0 1])", ["QQ"], []),
    ("not independent{(1,1),(1,-1)}", ["GF(2)"], ["QQ"]),
    ("not not invertible([1 1; 1 -1])", ["QQ"], ["GF(2)"]),
    ("solve([1 -1], -1) == (1,2) + span{(1,1)}", ["QQ", "GF(5)"], []),
    ("(2,3) in solve([1 -1], -1)", ["QQ", "GF(2)"], []),
    ("(2,2) in solve([1 -1], -1)", [], ["QQ", "GF(2)"]),
    ("(1,0) + span{(1,1)} <= QQ^2 + (0,0)", ["QQ"], []),
    ("1 + 2x in span{1, x}", ["QQ"], []),
    ("x^2 in span{1, x}", [], ["QQ", "GF(2)"]),
    ("(1+x)^2 == 1 + x^2", ["GF(2)"], ["QQ"]),
    ("independent{[1 0; 0 1], [0 1; 1 0]}", ["QQ", "GF(2)"], []),
    ("sqrt(2)*sqrt(3) == sqrt(6)", ["RR", "CC"], []),
    ("i^2 == -1", ["CC", "QQ(i)"], []),
    ("basis{} of span{(0,0)}", ["QQ"], []),
]


@pytest.mark.parametrize(("claim", "true", "false"), CLAIMS)
def test_claims_are_decided_by_field(claim, true, false):
    for over in (*true, *false):
        result = decide(claim, over=over)
        assert result.verdict == ("proved" if over in true else "refuted"), over
        assert result.answer is (over in true)
        assert result.theorem.recheck() == result.theorem
        contrary = decide(f"not ({claim})" if False else f"not {claim}", over=over)
        assert contrary.answer is (over not in true)


def test_a_claim_with_parameters_has_an_answer_for_each_case():
    result = decide("invertible([a 1; 1 a])", over="QQ(a)")
    assert result.verdict == "refuted"
    assert result.answer == {
        "cases": [
            {"when": "a != 1, a != -1", "answer": True},
            {"when": "a = 1", "answer": False},
            {"when": "a = -1", "answer": False},
        ]
    }
    assert decide("invertible([1 a; 0 1])", over="QQ(a)").verdict == "proved"


def test_the_witness_of_an_inconsistent_case_is_given():
    result = compute("solve([a 1; 1 a], (1, 1))", over="QQ(a)")
    (none,) = [c["answer"] for c in result.answer["cases"] if c["answer"]["kind"] == "none"]
    assert none["witness"] is not None


@pytest.mark.parametrize(
    ("over", "text", "smallest"),
    [
        ("RR", "[1 2]", "QQ"),
        ("RR", "[sqrt(2) 1]", "QQ(sqrt(2))"),
        ("RR", "[sqrt(2) sqrt(8)]", "QQ(sqrt(2))"),
        ("CC", "[i 1]", "QQ(i)"),
        ("CC", "[sqrt(2) i]", "QQ(sqrt(2), i)"),
        ("GF(2^3)", "[1]", "GF(8)"),
        ("Z/7", "[1]", "GF(7)"),
    ],
)
def test_the_field_worked_in_is_named(over, text, smallest):
    result = compute(f"rank({text})", over=over)
    assert result.as_dict()["field"] == result.field == smallest


def test_a_field_can_be_read_once():
    assert compute("2*4", over=field("GF(7)")).answer == "1"


def test_decide_wants_a_claim():
    with pytest.raises(NotUnderstood, match="is no claim; write one such as"):
        decide("rank([1 2])")


def test_empty_solution_sets_are_not_compared():
    for claim in ("solve([0 0], 1) <= solve([1 0], 1)", "solve([0], 1) == solve([0; 0], (1, 0))"):
        result = decide(claim)
        assert (result.verdict, result.answer, result.theorem) == ("undecided", None, None)
        assert "consistent(A, b)" in result.reason
    assert decide("solve([1 0], 1) == solve([0 0], 1)").verdict == "refuted"
    assert "direction" in decide("solve([1 0], 1) <= solve([0 1; 0 1], (1, 0))").reason


def test_numbers_of_more_than_4300_digits_are_written():
    result = compute("det(A)", A=[[10**3000, 0], [0, 10**3000]])
    assert result.answer == "1" + "0" * 6000
    assert "0" * 6000 in str(result)


def test_steps_are_part_of_the_answer_when_asked_for():
    whole = compute("rref([1 2; 3 4])").as_dict(steps=True)
    assert whole["steps"]
    json.dumps(whole)
