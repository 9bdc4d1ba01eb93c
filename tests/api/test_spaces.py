"""Reports on spaces of your own: verdicts, plain data, every format."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from exactspaces.api.processes.budget import Budget
from exactspaces.api.structures import spaces
from exactspaces.api.structures.space_reports import SpaceReports
from exactspaces.errors import ExactSpacesError, NoAnswer, NotUnderstood, WrongShape
from exactspaces.fields import GF
from exactspaces.kernel import dump, load
from exactspaces.kernel.readable import readable
from exactspaces.questions import laws
from exactspaces.questions.obligations import Absent, Obligation, Shown
from exactspaces.spaces.user import Single
from tests.worked.judged_spaces import (
    EVERYTHING,
    RR,
    SPACES,
    a,
    app,
    c,
    outcome_of,
    settle_by_hand,
    space,
    u,
    v,
)

GOLDEN = Path(__file__).parent / "golden"
SIX = ("positive", "half", "max", "plane", "table", "squares")
FORMATS = {"text": "txt", "markdown": "md", "latex": "tex", "html": "html"}
BUDGET = Budget()


@pytest.fixture(autouse=True)
def by_hand(monkeypatch):
    monkeypatch.setattr(spaces, "settle_in_time", settle_by_hand)


def report(name):
    return spaces.report_on(SPACES[name], BUDGET)


def compare(name, text):
    path = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", SIX)
@pytest.mark.parametrize("how", FORMATS)
def test_reports_read_as_kept(name, how):
    compare(f"{name}.{FORMATS[how]}", report(name).write(how) + "\n")


@pytest.mark.parametrize("name", SIX)
def test_plain_data_is_as_kept(name):
    data = report(name).as_dict()
    text = json.dumps(data["theorem"])
    if data["theorem"] is not None:
        claim, certificate = load(text)
        assert claim == report(name).theorem.claim
        assert certificate == report(name).theorem.certificate
    data["theorem"] = bool(data["theorem"])
    compare(f"{name}.json", json.dumps(data, indent=2, ensure_ascii=False) + "\n")


@pytest.mark.parametrize("name", SPACES)
def test_the_keys_are_those_of_the_page(name):
    data = report(name).as_dict()
    keys = ["verdict", "field", "obligations", "zero", "negative", "transport", "theorem"]
    assert list(data) == keys
    assert [x["name"] for x in data["obligations"]] == list(laws.OBLIGATIONS)
    assert all(list(x) == ["name", "verdict", "reason", "witness"] for x in data["obligations"])
    assert len(report(name).as_dict(steps=True)["steps"]) >= 8


@pytest.mark.parametrize(
    ("name", "verdict"),
    [
        ("positive", "proved"),
        ("rational", "refuted"),
        ("half", "refuted"),
        ("max", "refuted"),
        ("empty", "refuted"),
    ],
)
def test_verdicts(name, verdict):
    found = report(name)
    assert found.verdict == verdict
    assert str(found).startswith(f"{verdict}: ")
    assert found.theorem.recheck() == found.theorem
    assert load(dump(found.theorem))[0] == found.theorem.claim


def test_the_theorem_of_a_space_states_all_ten():
    claim = report("positive").theorem.claim
    assert len(claim.claims) == 10
    assert "not for all" not in readable(claim)


def test_the_theorem_of_a_refusal_is_the_first_one_refuted():
    assert readable(report("half").theorem.claim).startswith("not for all a, b, u1, u2 in RR")


def test_what_is_not_all_proved_is_no_theorem(monkeypatch):
    monkeypatch.setattr(spaces, "settle_in_time", lambda question, _: outcome_of(question, None))
    found = report("positive")
    assert (found.verdict, found.theorem) == ("undecided", None)
    assert found["neg_exists"].reason == "the zero vector is not known"
    assert found.write("text", steps=True).count("This stays open") == 10


def test_zero_negative_and_transport():
    found = report("positive")
    assert (found.zero, found.negative) == ("1", "1/u")
    assert found.transport.dimension == 1
    assert found.transport.as_dict() == {
        "map": ["log(u)"],
        "inverse": ["exp(t)"],
        "dimension": 1,
        "basis": ["exp(1)"],
    }
    assert found.transport.coordinates(1) == ("0",)
    assert found.transport.coordinates("1/2") == ("-log(2)",)
    assert report("max").zero is report("max").negative is report("max").transport is None


@pytest.mark.parametrize(
    ("vector", "error"),
    [(-1, NoAnswer), ((1, 2), WrongShape), (0.5, ExactSpacesError), ("x", NotUnderstood)],
)
def test_coordinates_of_what_is_no_vector(vector, error):
    with pytest.raises(error):
        report("positive").transport.coordinates(vector)


def test_witnesses_are_plain_data():
    assert report("half")["scale_add_scalars"].witness == {
        "values": {"a": "1", "b": "1", "u": "(0,1)"},
        "left": "(0,1)",
        "right": "(0,2)",
    }
    assert report("rational")["closed_scale"].witness == {
        "values": {"a": "1/2", "u": "2"},
        "result": "sqrt(2)",
    }
    assert report("quotient")["closed_add"].witness["result"] == "no value"


def test_several_fields_in_one_call(monkeypatch):
    def settle(question, _):
        if isinstance(question, Obligation) and question.name == "zero_exists":
            return outcome_of(question, Shown((c(0), c(0))))
        return outcome_of(question, None)

    monkeypatch.setattr(spaces, "settle_in_time", settle)
    found = spaces.axioms(SPACES["squares"], over="GF(2), GF(5), F_4")
    assert isinstance(found, SpaceReports)
    assert [x.field for x in found] == ["GF(2)", "GF(5)", "GF(4)"]
    assert found["GF(5)"].judged.space.domains == (GF(5), GF(5))
    assert str(found).splitlines()[0].split() == ["field", "verdict", "why"]
    assert len(found.as_dict()) == len(found) == 3
    assert found.theorem is None


def test_one_field_is_one_report():
    found = spaces.axioms(SPACES["squares"], over="GF(3)")
    assert (found.verdict, found.field) == ("refuted", "GF(3)")


@pytest.mark.parametrize("over", ["", "R,", "GF(6)", "QQ(sqrt(2))", "GF(5)", "nonsense"])
def test_fields_that_make_no_sense_here(over):
    with pytest.raises(ExactSpacesError):
        spaces.axioms(SPACES["positive"], over=over)


@pytest.mark.parametrize(
    "parts",
    [{}, {"field": "R"}, {"field": "R", "carrier": "R", "add": "u", "scale": "u", "sub": "u"}],
)
def test_parts_of_a_space_that_are_missing_or_unknown(parts):
    with pytest.raises(NotUnderstood):
        spaces.axioms(parts)


def test_parts_with_python_functions():
    with pytest.raises(NotUnderstood, match="scale missing"):
        spaces.axioms({"field": "R", "carrier": "R", "add": lambda u, v: u + v})


@pytest.mark.parametrize("budget", [0, -1, float("nan"), float("inf")])
def test_budgets_that_are_none(budget):
    with pytest.raises(NotUnderstood):
        spaces.axioms(SPACES["positive"], budget=budget)


def test_a_zero_on_one_side_only(monkeypatch):
    first = space(RR, Single(), EVERYTHING, (u,), (app("*", a, u),))

    def settle(question, _):
        name = getattr(question, "name", "")
        if name == "add_comm":
            from exactspaces.questions.obligations import Broken  # noqa: PLC0415

            return outcome_of(question, Broken((c(0), c(1))))
        if name == "zero_exists" and question.space == first:
            return outcome_of(question, Shown((c(0),)))
        if name == "zero_exists":
            return outcome_of(question, Absent((app("+", u, c(1)),)))
        return outcome_of(question, None)

    monkeypatch.setattr(spaces, "settle_in_time", settle)
    found = spaces.axioms(first)
    assert found.remark == ("zero on one side only: v ⊕ 0 = v for all v, but no z has z ⊕ v = v")
    turned = space(RR, Single(), EVERYTHING, (v,), (app("*", a, u),))
    assert turned.sum((u,), (v,)) == (v,)
