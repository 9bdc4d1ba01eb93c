"""The judge of subspaces that are given by vectors, by parameters or by equations."""

import re
from typing import Any

from exactspaces.errors import NotUnderstood
from exactspaces.fields import entries
from exactspaces.kernel import Equal, Given, Matrix, Member, Null, Span, Term
from exactspaces.marking.judges.bases import judge_span
from exactspaces.marking.judging import Case, Judged
from exactspaces.questions import BasisFor, Question, shape_of
from exactspaces.reading.answers import Answer, NotRead, Setting
from exactspaces.reading.answers.affine_sets import Equations, Flat, read_affine
from exactspaces.reading.answers.lists import read_list
from exactspaces.reading.answers.notations import adds_columns, set_notation
from exactspaces.reading.answers.setting import cleaned
from exactspaces.reading.request import read_request
from exactspaces.spaces import Coordinates

_NAMED = re.compile(r"(?:col|row|null|leftnull|ker|kernel|image|nullspace)\s*\(\s*\w{1,40}\s*\)")


def read_subspace(setting: Setting, text: str) -> Answer:
    """Read a list of vectors, a span, vectors with parameters, or equations."""
    plain = cleaned(text)
    if isinstance(setting.ambient, Coordinates) and ("=" in plain or ":" in plain):
        return read_affine(setting, text)
    if adds_columns(plain):
        text = set_notation(plain)
    try:
        return read_list(setting, text)
    except NotRead as error:
        # (t, t) is a list of two polynomials as well, which belong to another space.
        polynomials = error.code == "input.wrong-sort"
        read = polynomials or error.code == "input.unreadable"
        if not read or not isinstance(setting.ambient, Coordinates):
            raise
        try:
            return read_affine(setting, text)
        except NotRead as other:
            keep = polynomials or other.code == "input.unreadable"
            raise (error if keep else other) from error


def read_named_space(setting: Setting, text: str) -> Answer:
    """Read null(A), col(A) and the like of what is given as well, where the file allows it."""
    plain = cleaned(text)
    if not _NAMED.fullmatch(plain):
        return read_subspace(setting, text)
    try:
        question = read_request(plain, setting.over, setting.given).question
    except NotUnderstood as error:
        raise NotRead("input.unreadable", str(error)) from error
    if not isinstance(question, BasisFor):
        raise NotRead("input.wrong-sort", "a subspace is due")
    return Answer(question.space, plain)


def judge_subspace(case: Case, answer: Any) -> Judged:
    """Decide whether the answer describes the space."""
    if isinstance(answer, Span | Null):
        _require_dimension(case, answer)
        return case.decide(Equal(answer, _space(case.question)))
    if isinstance(answer, Matrix):
        return judge_span(case, answer)
    if isinstance(answer, Flat):
        if any(x for (x,) in entries(answer.point)):
            text = "the set does not contain the zero vector in the way it is written"
            return _moved_space(case, answer, text)
        return judge_span(case, answer.directions)
    if not isinstance(answer, Equations):
        raise NotRead("input.wrong-sort", "a subspace is never empty")
    if any(x for (x,) in entries(answer.right)):
        text = "the right sides are not all 0, so that the zero vector is not in the set"
        raise NotRead("input.not-homogeneous", text)
    case, matrix = case.fitted(answer.matrix)
    space = _space(case.question)
    if shape_of(space).height != matrix.width:
        raise NotRead("input.wrong-length", "the equations are about another number of unknowns")
    return case.decide(Equal(Null(Given(matrix)), space))


def _require_dimension(case: Case, answer: Term) -> None:
    if shape_of(answer).height != shape_of(_space(case.question)).height:
        raise NotRead("input.wrong-length", "the space belongs to vectors of another length")


def _moved_space(case: Case, answer: Flat, text: str) -> Judged:
    """Judge point + span: it is the space exactly when the point lies in the span as well."""
    inside = case.decide(Member(Given(answer.point), Span(Given(answer.directions))))
    if inside.right:
        return judge_span(case, answer.directions)
    return Judged(inside.right, inside.theorems, "", (text,))


def _space(question: Question) -> Any:
    if isinstance(question, BasisFor):
        return question.space
    raise NotRead("input.wrong-sort", "give vectors that span the space")


def as_rows(case: Case, answer: Any) -> Any:
    """Give rows that span a subspace however it was written; any other answer as it is."""
    if case.kind != "subspace":
        return answer
    if isinstance(answer, Flat) and not any(x for (x,) in entries(answer.point)):
        return answer.directions
    if isinstance(answer, Equations):
        return case.settle(BasisFor(Null(Given(answer.matrix)))).answer
    return answer
