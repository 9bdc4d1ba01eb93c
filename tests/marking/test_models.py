"""Model answers are right, over every field."""

from __future__ import annotations

import random

import pytest

from exactspaces import Problem
from exactspaces.api.problems.marks import settle_kept
from exactspaces.api.text import DEFAULT
from exactspaces.marking.marker import case_of
from exactspaces.marking.models import MODELS, model_answer
from tests.marking.plain_fields import FIELDS
from tests.marking.test_all_kinds import EXERCISES, TEMPLATE

# no square roots in these fields, and polynomials of degree 3 are not factored over these
OPEN = {
    *(("orthonormal_basis", f.label) for f in FIELDS if f.p or f.label == "QQ(sqrt(2))"),
    *((name, f) for name in ("scalar_set", "eigenpairs", "diagonalization", "jordan")
      for f in ("QQ(sqrt(2))", "QQ(i)")),
}  # fmt: skip

WRITTEN = [make for make in EXERCISES if make(FIELDS[0], random.Random(1)).kind in MODELS]


@pytest.mark.parametrize("f", FIELDS, ids=lambda f: f.label)
@pytest.mark.parametrize("make", WRITTEN, ids=lambda make: make.__name__)
def test_a_model_answer_is_right(f, make):
    found = make(f, random.Random(f"model {f.label} {make.__name__}"))
    text = TEMPLATE.format(field=f.label, kind=found.kind, of=found.of, keys=found.keys)
    problem = Problem.load(text)
    part = problem.parts[0]
    case = case_of(part, part.requests[0], {}, lambda q: settle_kept(q, DEFAULT))
    answer = model_answer(case)
    if answer is None:
        assert (make.__name__, f.label) in OPEN
    else:
        assert problem.mark("p", answer).verdict == "correct", answer
