"""An answer that is written is read as the same value, for every kind."""

from __future__ import annotations

import random

import pytest

from exactspaces import Problem
from exactspaces.api.problems.marks import settle_kept
from exactspaces.api.text import DEFAULT
from exactspaces.errors import NoAnswer
from exactspaces.fields import entries
from exactspaces.kernel import Matrix
from exactspaces.marking.kinds import reader_for
from exactspaces.marking.marker import case_of, read_answer
from exactspaces.marking.mistakes import wrong_answers
from exactspaces.marking.models import MODELS, model_value
from exactspaces.marking.written import answer_text
from exactspaces.reading.answers import NotRead
from exactspaces.reading.answers.affine_sets import Flat
from exactspaces.reading.answers.eigenpairs import EigenPairs
from tests.marking.plain_fields import FIELDS
from tests.marking.test_all_kinds import EXERCISES, TEMPLATE
from tests.marking.test_models import OPEN


def case_for(make, f, seed):
    found = make(f, random.Random(f"{seed} {f.label} {make.__name__}"))
    keys = TEMPLATE.format(field=f.label, kind=found.kind, of=found.of, keys=found.keys)
    part = Problem.load(keys).parts[0]
    return case_of(part, part.requests[0], {}, lambda q: settle_kept(q, DEFAULT))


def plain(value):
    """A value in a form in which equal ones are the same, over whichever field they are."""
    if isinstance(value, Matrix):
        return value.shape, [[str(x) for x in row] for row in entries(value)]
    if isinstance(value, EigenPairs):
        return plain(value.values), [plain(rows) for rows in value.spaces]
    if isinstance(value, Flat):
        return plain(value.point), plain(value.directions)
    if isinstance(value, dict):
        return {name: plain(matrix) for name, matrix in value.items()}
    return value


def assert_read_again(case, value):
    read = reader_for(case)
    text = answer_text(case, value)
    try:
        again, code = read_answer(case, read, text).value, ""
    except NotRead as error:
        again, code = None, error.code
    if code:  # some mistakes lead to vectors of another length, or to roots outside of the field
        assert code in ("input.wrong-length", "input.wrong-size") or "sqrt" in text, text
    else:
        assert plain(again) == plain(value), text


@pytest.mark.parametrize("f", FIELDS, ids=lambda f: f.label)
@pytest.mark.parametrize("make", EXERCISES, ids=lambda make: make.__name__)
def test_a_right_answer_is_read_as_it_is_written(make, f):
    case = case_for(make, f, "right")
    try:
        value = model_value(case)
    except NoAnswer:
        assert case.kind not in MODELS or (make.__name__, f.label) in OPEN
        return
    assert_read_again(case, value)


@pytest.mark.parametrize("make", EXERCISES, ids=lambda make: make.__name__)
def test_wrong_answers_are_read_as_they_are_written(make):
    for f in FIELDS[:3]:
        case = case_for(make, f, "wrong")
        for _, value in wrong_answers(case):
            assert_read_again(case, value)
