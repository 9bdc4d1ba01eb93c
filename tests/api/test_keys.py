"""Keys of all kinds: short, never the question itself, and right where they can be typed."""

from __future__ import annotations

import json

import pytest

from exactspaces.api.problems.files import load_problem, solve_problem
from exactspaces.api.problems.new import STARTS, new_problem
from exactspaces.api.problems.sheets import sheet
from tests.marking.formal_samples import part

FORMAL = [
    ('{ kind = "counterexample", to = "closed(W, +)", give = ["u", "v"] }', "u = (0,1), v = "),
    ('{ kind = "failing-axioms", of = "U" }', "none"),
    ('{ kind = "failing-axioms", of = "V" }', "axiom 8, (c + d) v = c v + d v"),
    ('{ kind = "yes-no", truth = "is_subspace(P)", because = ["zero-missing"] }',
     "no, because the zero vector is missing"),
    ('{ kind = "yes-no", truth = "is_subspace(L)" }', "yes"),
    ('{ kind = "yes-no", truth = "independent{v1, v2, v3}", because = ["dependence-relation"] }',
     "no, because (-1, -1, 1)"),
    ('{ kind = "vector", of = "zero(U)" }', "(-1,0)"),
    ('{ kind = "vector", of = "negative(U, (3, 5))" }', "(-5,-5)"),
    ('{ kind = "tuple", of = ["zero(U)", "rank(A)"] }', "(-1,0); 2"),
]  # fmt: skip
SHORT = [
    ("eigenpairs", "[2 0; 0 3]", "3: {(0, 1)}; 2: {(1, 0)}"),
    ("scalar-set", "eigenvalues([2 0; 0 3])", "{3, 2}"),
    ("formal-basis", "[1 2 0; 0 0 1]", "{a1, a3}"),
    ("row-operations", "[1 2; 0 1]", "R1 -> R1 + (-2) R2"),
    ("diagonalization", "[2 1; 0 2]", "there is none"),
    ("diagonalization", "[2 0; 0 2]", "P = [1 0; 0 1], D = [2 0; 0 2]"),
    ("orthonormal-basis", "span{(3, 4)}", "{(3/5, 4/5)}"),
    ("projection", "proj((1,2), {(1,1)})", "(3/2, 3/2)"),
    ("factorization", "[1 2; 3 4]", "L = [1 0; 3 1], U = [1 2; 0 −2]"),
]


def key_of(problem):
    lines = sheet([problem]).write("text").split("Key\n===")[1].splitlines()
    return " ".join(" ".join(lines[4:]).split()).split("- ", 1)[-1]


@pytest.mark.parametrize(("answer", "key"), FORMAL)
def test_keys_about_statements(answer, key):
    problem = part(f"answer = {answer}")
    found = key_of(problem)
    assert found.startswith(key), found
    if "because the" not in key and "axiom" not in key:  # these are words to read, not to type
        assert problem.mark("p", found).verdict == "correct"


@pytest.mark.parametrize(("kind", "of", "key"), SHORT)
def test_keys_say_what_is_asked_and_no_more(kind, of, key):
    text = new_problem("topic", "one", "basis").split("[variants]")[0]
    answer = f'answer = {{ kind = "{kind}", of = "{of}" }}'
    problem = load_problem(f"{text}[[part]]\nid = 'p'\nask = 'Answer.'\n{answer}\n")
    assert key_of(problem) == key


def test_what_is_not_decided_in_the_reals_is_not_denied():
    text = new_problem("topic", "one", "basis").split("[variants]")[0].replace('"QQ"', '"RR"')
    answer = 'answer = { kind = "diagonalization", of = "[0 0 1; 1 0 3; 0 1 0]" }'
    key = key_of(load_problem(f"{text}[[part]]\nid = 'p'\nask = 'Answer.'\n{answer}\n"))
    assert "none" not in key


@pytest.mark.parametrize("kind", STARTS)
def test_every_kind_has_a_key_and_a_solution(kind):
    problem = load_problem(new_problem("topic", "one", kind))
    solved = solve_problem(problem)
    assert json.loads(json.dumps(solved.as_dict()))["complete"]
    assert solved._repr_html_()
    assert solved.write("latex")
    key = key_of(problem)
    assert key
    assert "undecided" not in key
    assert key != problem.parts[0].answer.of[0]
    lines = sheet([problem], key="solutions").write("markdown")
    assert all(f"{one}: " in lines for one in ("take", "sum")) or kind != "proof-order"
