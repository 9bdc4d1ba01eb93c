"""Carrying an answer forward: a later part judged with the student's own earlier answer in place.

The file says when: its condition is proved by the kernel first, so that nobody makes the next part
easy by a wrong answer to the one before.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from exactspaces.errors import ExactSpacesError
from exactspaces.fields import entries, matrix_from
from exactspaces.kernel import KernelError, Matrix
from exactspaces.marking.judging import Settle
from exactspaces.marking.kinds import reader_for
from exactspaces.marking.mark import Mark
from exactspaces.marking.marker import case_of, mark_request, read_answer
from exactspaces.marking.written import answer_text
from exactspaces.questions import shape_of
from exactspaces.reading.answers import NotRead
from exactspaces.reading.answers.reductions import read_reduction
from exactspaces.reading.answers.values import matrix_echo
from exactspaces.reading.grammar.echo import echo
from exactspaces.reading.grammar.parse import parse
from exactspaces.reading.problems.expressions import Names
from exactspaces.reading.problems.faults import BadProblem, Place
from exactspaces.reading.problems.model import Follow, Part, Problem
from exactspaces.reading.problems.replaced import expanded, replaced, sides_of
from exactspaces.reading.request import Request

_SYSTEMS = ("solve", "consistent")


@dataclass(frozen=True)
class Carried:
    """What is asked with the earlier answer in place, and the names for it."""

    names: Names
    request: Request


def name_of(part: str) -> str:
    """Give the name that stands for the answer to a part: its own, with _ for -."""
    return part.replace("-", "_")


def own_value(problem: Problem, part: Part, answer: str, settle: Settle) -> str | None:
    """Give an answer as an expression: of a row reduction its last matrix; None if not read."""
    case = case_of(part, part.requests[0], problem.told, settle)
    try:
        if case.kind == "row-reduction":
            return matrix_echo(read_reduction(case.setting, answer).value[-1].matrix)
        read = reader_for(case)
        if read is None or len(part.requests) > 1:
            return None
        return answer_text(case, read_answer(case, read, answer).value)
    except (ExactSpacesError, KernelError, TypeError, RecursionError):
        return None


def carried(problem: Problem, part: Part, follow: Follow, value: str) -> Carried:
    """Give what is asked of a part when the answer to an earlier one was this.

    Raises BadProblem when the file does not say what to put in place of what.
    """
    place = Place(problem.file).at("part").at(part.id).at("follow")
    earlier = next(one for one in problem.parts if one.id == follow.part)
    name = name_of(follow.part)
    if name in problem.given:
        place.at("part").fail(f"{name} is a name given already, and would stand for the answer")
    over = part.requests[0].over
    names = Names(over, {**problem.given, name: value})
    if part.answer.kind in ("tuple", "row-reduction"):
        place.fail(f"nothing is carried forward to a part of the kind {part.answer.kind}")
    text = follow.of or None
    if text is None:
        names, text = _implied(names, part, earlier, value)
    if text is None:
        place.fail(
            f"the part does not use {earlier.answer.of[0]}, which the part {earlier.id} is about; "
            f'say with of = "..." what is asked, with {name} for the answer to that part'
        )
    return Carried(names, names.asked(place.at("of"), part.answer.kind, text))


def _implied(names: Names, part: Part, earlier: Part, value: str) -> tuple[Names, str | None]:
    """Put the earlier answer where the later part uses what the earlier one is about."""
    texts = {name: parse(text) for name, text in names.given.items()}
    name = name_of(earlier.id)
    del texts[name]
    old = expanded(parse(earlier.answer.of[0]), texts)
    node = expanded(parse(part.answer.of[0]), texts)
    new = replaced(node, old, parse(name))
    if new != node:
        return names, echo(new)
    sides = sides_of(old)
    if sides is None:
        return names, None
    left, right = f"{name}_left", f"{name}_right"
    for word in _SYSTEMS:
        asked = parse(f"{word}({left}, {right})")
        found = replaced(node, parse(f"{word}({echo(sides[0])}, {echo(sides[1])})"), asked)
        if found != node:
            both = _halves(names, echo(sides[0]), value)
            return replace(names, given={**names.given, left: both[0], right: both[1]}), echo(
                found
            )
    return names, None


def _halves(names: Names, left: str, value: str) -> tuple[str, str]:
    width = shape_of(names.request(left).as_value().term).width
    matrix = _matrix(names, value)
    rows = entries(matrix)
    halves = [row[:width] for row in rows], [row[width:] for row in rows]
    first, second = (matrix_echo(matrix_from(matrix.ring, half)) for half in halves)
    return first, second


def _matrix(names: Names, value: str) -> Matrix:
    term = names.request(value).as_value().term
    found = getattr(term, "matrix", None)
    if not isinstance(found, Matrix):
        raise NotRead("input.wrong-sort", "a matrix is due")
    return found


def with_follow(
    problem: Problem, part: Part, mark: Mark, given: tuple[str, Mapping[str, str]], settle: Settle
) -> Mark:
    """Give the mark of a wrong answer, or a better one where the earlier answer explains it.

    `given` holds the answer, and the answers to all parts.
    """
    answer, answers = given
    follow = part.follow
    if follow is None or mark.verdict not in ("incorrect", "partial"):
        return mark
    earlier = next(one for one in problem.parts if one.id == follow.part)
    value = None
    if follow.part in answers:
        value = own_value(problem, earlier, answers[follow.part], settle)
    if value is None:
        return mark
    try:
        again = _again(problem, part, answer, carried(problem, part, follow, value), settle)
    except (ExactSpacesError, KernelError):
        return mark
    if again is None or follow.credit * again.points <= mark.points:
        return mark
    text = f"this is right for your own answer to the part {follow.part}"
    if again.verdict != "correct":
        text = f"part of this is right for your own answer to the part {follow.part}"
    return replace(
        mark,
        verdict="partial",
        points=follow.credit * again.points,
        findings=(*mark.findings, text),
        theorems=(*mark.theorems, *again.theorems),
    )


def _again(problem: Problem, part: Part, answer: str, put: Carried, settle: Settle) -> Mark | None:
    """Judge the answer once more, when the condition is proved."""
    follow = part.follow
    outcome = None if follow is None else settle(put.names.request(follow.when).question)
    if outcome is None or outcome.theorem is None or outcome.verdict != "proved":
        return None
    again = mark_request(part, put.request, problem.told, answer, settle)
    if again.verdict not in ("correct", "partial"):
        return None
    return replace(again, theorems=(outcome.theorem, *again.theorems))


def follow_fault(problem: Problem, part: Part, value: str) -> str:
    """Say why an earlier answer, such as this right one, is not carried forward; or nothing."""
    if part.follow is None:
        return ""
    try:
        put = carried(problem, part, part.follow, value)
        request = put.names.request(part.follow.when)
    except BadProblem as fault:
        return str(fault).partition(": ")[2]
    except ExactSpacesError as error:
        return f"when: {part.follow.when} is not understood. {error}"
    return "" if request.is_claim else f"when: {part.follow.when} is no claim"
