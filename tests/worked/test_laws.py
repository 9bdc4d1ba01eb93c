"""Worked proofs of the axioms: what is said, and what it rests on."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from exactspaces.kernel.readable import readable
from exactspaces.questions import laws
from exactspaces.rendering.write import write
from exactspaces.worked.law_reasons import explained
from exactspaces.worked.laws import worked_space
from tests.worked.judged_spaces import SPACES, judged

GOLDEN = Path(__file__).parent / "golden_spaces"


@pytest.mark.parametrize("name", SPACES)
def test_the_proofs_read_as_kept(name):
    text = write(worked_space(judged(name)).document(), "text")
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", SPACES)
@pytest.mark.parametrize("how", ["markdown", "latex", "html"])
def test_the_proofs_are_written_in_every_format(name, how):
    assert write(worked_space(judged(name)).document(), how)


@pytest.mark.parametrize("name", SPACES)
def test_each_step_rests_on_the_theorem_of_its_obligation(name):
    found = judged(name)
    sections = worked_space(found).sections
    for section, outcome in zip(sections, found.outcomes.values(), strict=False):
        assert (section.step is None) == (outcome.theorem is None)
        if section.step is not None:
            assert section.step.theorem.recheck() == outcome.theorem


def test_steps_as_plain_data():
    steps = worked_space(judged("positive")).as_list()
    assert len(steps) == 11
    assert steps[0]["claim"] == "for all u, v in RR with u > 0, v > 0: u*v in RR and u*v > 0"
    assert steps[0]["text"].startswith("To show: u ⊕ v ∈ V for all u, v ∈ V. u ⊕ v = u·v")


REASONS = {
    ("positive", "closed_add"): "u ⊕ v is in the carrier",
    ("positive", "scale_add_scalars"): "both sides are u^(a + b)",
    ("positive", "neg_exists"): "u ⊕ (1/u) = 1",
    ("rational", "closed_scale"): "(1/2)⊙2 = sqrt(2) is not in the carrier: sqrt(2) is not in QQ",
    ("half", "scale_add_scalars"): "(1+1)·(0,1) = (0,1) but 1·(0,1) + 1·(0,1) = (0,2)",
    ("half", "neg_exists"): "u + (-u1,-u2) = (0,0)",
    ("max", "scale_add_vectors"): "(-1)·(0 ⊕ 1) = -1 but (-1)·0 ⊕ (-1)·1 = 0",
    ("max", "zero_exists"): "no u is a zero: for each u in the carrier, w = u - 1 gives w ⊕ u "
    "different from w",
    ("max", "neg_exists"): "there is no zero vector",
    ("max", "add_assoc"): "nothing was found",
    ("plane", "closed_add"): "(1,0,0) + (1,0,0) = (2,0,0) is not in the carrier: 2 + 0 + 0 = 2, "
    "not 1",
    ("table", "neg_exists"): "f has no negative: f ⊕ u is e for no u in the carrier",
    ("table", "scale_add_scalars"): "(1+1)⊙f = e but 1⊙f ⊕ 1⊙f = f",
    ("squares", "add_comm"): "u + v = v + u in all 81 cases",
    ("squares", "scale_add_scalars"): "(1+1)·(0,1) = (0,1) but 1·(0,1) + 1·(0,1) = (0,2)",
    ("quotient", "closed_add"): "1 ⊕ 0 = 1/0 has no value",
    ("quotient", "add_assoc"): "(1 ⊕ 1) ⊕ 2 = 1/2 but 1 ⊕ (1 ⊕ 2) = 2",
    ("empty", "zero_exists"): "the carrier is empty: it has no zero vector",
}


@pytest.mark.parametrize(("key", "reason"), REASONS.items(), ids=" ".join)
def test_reasons(key, reason):
    found = judged(key[0])
    assert explained(found.space, found.outcomes[key[1]]).reason == reason


def test_the_samples_ask_for_all_ten():
    assert all(tuple(judged(name).outcomes) == laws.OBLIGATIONS for name in SPACES)
    assert readable(judged("half").outcomes["scale_add_scalars"].theorem.claim).startswith(
        "not for"
    )
