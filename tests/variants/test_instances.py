"""From a seed to a variant: the same everywhere, as required, and apart from mistakes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib

import pytest

from exactspaces import Problem
from exactspaces.api.problems.checks import implied_checks
from exactspaces.api.problems.files import load_problem
from exactspaces.api.problems.variants import drawn_variant, write_lock
from exactspaces.marking.marker import case_of
from exactspaces.reading.problems import BadProblem, read_variants
from exactspaces.settle import settle
from exactspaces.variants.answers import trial
from exactspaces.variants.lock import lock_path
from exactspaces.variants.separate import slips
from exactspaces.variants.stream import Stream
from tests.variants.samples import drawn, problem_text

MATRIX = 'A = "unreduce(nice_rref(3, 4, rank=2, height=3), ops=5, height=12)"'
GUARDED = f"""{MATRIX}
seeds = 6
require = ["rank(A) == 2", "integral(rref(A))", "working_height(A) <= 30", "no_zero_column(A)"]
separate = "standard"
"""


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "sample.toml"
    path.write_text(problem_text(GUARDED), encoding="utf-8")
    return path


def test_the_same_seed_gives_the_same_variant_in_every_process(file):
    code = (
        "import sys; from exactspaces import Problem; p = Problem.load(sys.argv[1]);"
        "print([p.variant(k).given['A'] for k in (1, 2, 3)])"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code, str(file)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "77")
    }
    assert len(runs) == 1
    here = [Problem.load(file).variant(k).given["A"] for k in (1, 2, 3)]
    assert runs.pop().decode().strip() == str(here)
    assert len(set(here)) == 3


def test_a_variant_has_everything_given_concretely():
    text = problem_text('A = "unimodular(2)"\nx = "random_vector(2)"\nb = "A * x"\nhidden = ["x"]',
                        '{ kind = "vector", of = "b" }')  # fmt: skip
    problem = load_problem(text, 3)
    assert problem.seed == 3
    assert set(problem.given) == {"A", "x", "b"}
    assert set(problem.told) == {"A", "b"}
    assert "*" not in problem.given["b"]


def test_hidden_names_help_nobody_who_answers():
    text = problem_text('A = "unimodular(2)"\nw = "random_vector(2)"\nb = "A * w"\nhidden = ["w"]',
                        '{ kind = "vector", of = "w" }')  # fmt: skip
    problem = Problem.load(text)
    assert problem.mark("first", "w").verdict == "invalid"
    assert problem.mark("first", problem.given["w"]).verdict == "correct"
    assert "w =" not in problem.solution().write("text").partition("first")[0]


def test_mistakes_are_wrong_and_told_apart_on_every_variant(file):
    for seed in range(1, 7):
        found = list(slips(load_problem(file, seed), settle))
        assert {s.mistake for s in found} >= {"null.sign", "null.left", "null.all-ones"}
        assert [str(s) for s in found if not s.is_told] == []


def test_without_the_guard_a_mistake_can_be_right():
    problem = load_problem(problem_text('A = "choice([1 0 0; 0 1 0])"'))
    silent = [s for s in slips(problem, settle) if not s.is_told]
    assert [s.mistake for s in silent if s.verdict == "correct"] == ["null.sign"]


def test_a_mistake_that_is_always_right_is_named_and_can_be_waived():
    text = problem_text('A = "choice([1 0 0; 0 1 0])"\nseparate = "standard"')
    with pytest.raises(BadProblem, match=r"separate: .*first: null\.sign is right.*waive"):
        load_problem(text)
    names = [s.mistake for s in slips(load_problem(text.replace('separate = "standard"', "")),
                                      settle) if not s.is_told]  # fmt: skip
    listed = ", ".join(f'"{name}"' for name in names)
    assert load_problem(text.replace("[[part]]", f"waive = [{listed}]\n[[part]]")).seed == 1


def test_a_clause_that_no_draw_meets_is_named():
    text = problem_text(f'{MATRIX}\nrequire = ["no_zero_column(A)", "rank(A) == 3"]')
    with pytest.raises(BadProblem, match=r"variants\.require\[2\]: no variant .*rank\(A\) == 3"):
        load_problem(text)


@pytest.mark.parametrize(
    ("variants", "key", "says"),
    [
        ('A = "unredduce(B)"', "variants.A", "did you mean unreduce?"),
        ('A = "unreduce(nice_rref(2, 3, rnk=1))"', "variants.A", 'did you mean "rank"'),
        ('A = "nice_rref(2, 3)"', "variants.A", "has to be told rank"),
        ('A = "nice_rref(2, 3, 1, 2, 5)"', "variants.A", "no further argument"),
        ('A = "nice_rref(2, 3, rank=9)"', "variants.A", "from 0 to 2 is due"),
        ('A = "unimodular(2) + 1"', "variants.A", "a generator stands alone"),
        ('A = "unimodular(2"', "variants.A", "bracket is not closed"),
        ('A = "unimodular(99999)"', "variants.A", "from 1 to 12 is due"),
        ('A = "B"\nB = "unimodular(2)"', "variants.A", "B is not given"),
        ('A = "unimodular(2)"\nseeds = 0', "variants.seeds", "from 1 to 10,000"),
        ('A = "unimodular(2)"\nrequire = ["rank("]', "variants.require[1]", "never closed"),
        ('A = "unimodular(2)"\nseparate = "all"', "variants.separate", "standard"),
        ('A = "unimodular(2)"\nhidden = ["Q"]', "variants.hidden[1]", "not drawn here"),
        ("seeds = 3", "variants", "0 names are drawn"),
        ('integer = "unimodular(2)"', "variants.integer", "name of a generator"),
        ('A = "integer(3, 1)"', "variants.A", "nothing is left"),
        ('A = "' + "unreduce(" * 40 + "B" + ")" * 40 + '"', "variants.A", "nested too deeply"),
    ],
)
def test_a_fault_is_named_with_its_key(variants, key, says):
    with pytest.raises(BadProblem) as caught:
        load_problem(problem_text(variants))
    assert caught.value.key == key
    assert says in str(caught.value)


@pytest.mark.parametrize("seed", [0, 7, -1, 10**9])
def test_a_seed_that_is_none_is_refused(file, seed):
    with pytest.raises(BadProblem, match="variants are 1 to 6"):
        Problem.load(file).variant(seed)


def test_a_lock_is_used_and_its_state_is_watched(file):
    variants = read_variants(file)
    path = write_lock(variants, [drawn_variant(variants, seed) for seed in (1, 2)])
    assert path == lock_path(str(file)) == file.with_name("sample.variants.lock")
    data = json.loads(path.read_text(encoding="utf-8"))
    assert data["seeds"]["2"] == dict(drawn_variant(variants, 2).drawn)
    assert load_problem(file, 2).given == data["seeds"]["2"]
    with pytest.raises(BadProblem, match="not locked"):
        load_problem(file, 3)

    file.write_text(file.read_text(encoding="utf-8").replace("A sample", "Another title"))
    assert load_problem(file, 2).given == data["seeds"]["2"]  # a title decides nothing

    data["seeds"]["2"]["A"] = "[1 2; 3 4]"
    path.write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(BadProblem, match="changed by hand"):
        load_problem(file, 2)

    write_lock(variants, [drawn_variant(variants, 4)])
    assert load_problem(file).seed == 4  # the first one that there is
    write_lock(variants, [drawn_variant(variants, 1)])
    file.write_text(file.read_text(encoding="utf-8").replace("height=12", "height=11"))
    with pytest.raises(BadProblem, match="changed after its variants were locked"):
        load_problem(file, 1)


@pytest.mark.parametrize("text", ["", "[1]", '{"format": 1}', "[" * 100_000, "\0"])
def test_a_broken_lock_is_refused(file, text):
    lock_path(str(file)).write_text(text, encoding="utf-8")
    with pytest.raises(BadProblem, match=r"variants\.lock"):
        load_problem(file)


def test_an_unguarded_name_in_the_file_is_no_seed_key():
    data = tomllib.loads(problem_text(GUARDED))
    assert set(read_variants(problem_text(GUARDED)).drawings) == {"A"}
    assert set(data["variants"]) == {"A", "seeds", "require", "separate"}


EXTENDED = """L = "independent_list(3, 2)"
u = "member(L, 1)"
v = "member(L, 2)"
hidden = ["L"]
"""


def test_a_basis_that_extends_vectors_is_written_otherwise_with_these_vectors_in_it():
    answer = '{ kind = "basis", of = "extend({u, v}, QQ^3)" }'
    problem = load_problem(problem_text(EXTENDED, answer, "${u}$, ${v}$"))
    checks = list(implied_checks(problem))
    assert [str(one) for one in checks if one.fault] == []
    assert sum(one.what == "the key written otherwise is accepted" for one in checks) == 5


def test_where_a_reason_is_due_the_plain_word_only_lacks_it():
    answer = (
        '{ kind = "yes-no", truth = "independent{u, 2*u}", because = ["dependence-relation"] }'
    )
    problem = load_problem(problem_text('u = "random_vector(3)"', answer, "${u}$"))
    assert [str(one) for one in implied_checks(problem) if one.fault] == []


def test_what_is_constructed_keeps_its_sort():
    values = drawn(
        a="(0, 3, 4)", n="norm(a)", x="min_norm([1 1 0; 0 0 1], (4, 5))", P="proj(span{a})"
    )
    assert [values[name].sort for name in ("n", "x", "P")] == ["a number", "a vector", "a matrix"]
    assert (values["n"].text, values["x"].text) == ("5", "(2, 2, 5)")


@pytest.mark.parametrize(
    ("claim", "word"), [("rank(A) == 1", "yes"), ("rank(A) == 2", "no"), ("dim(QQ^2) == 3", "no")]
)
def test_the_key_of_a_yes_or_no_has_a_reason_that_is_so(claim, word):
    listed = (("is-not-so", "rank(A) == 2", word), ("is-so", "rank(A) == 1", word),
              ("beside", "1 == 1", "nothing"))  # fmt: skip
    reasons = ", ".join(
        f'{{ id = "{name}", text = "{name}", claim = "{so}", supports = "{shows}" }}'
        for name, so, shows in listed
    )
    answer = f"{{ kind = 'yes-no', truth = '{claim}', because = [{reasons}] }}"
    problem = load_problem(problem_text('A = "random_matrix(2, 2, rank=1)"', answer), 1)
    part = problem.parts[0]
    case = case_of(part, part.requests[0], problem.told, settle)
    assert trial(case, Stream("a")).key == f"{word}, is-so"
    assert [check.fault for check in implied_checks(problem) if check.fault] == []
