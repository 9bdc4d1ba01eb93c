"""From a part of a problem and an answer to a mark."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any

from exactspaces.errors import ExactSpacesError
from exactspaces.kernel import KernelError, Matrix
from exactspaces.marking.formal.statements import is_formal, mark_formal
from exactspaces.marking.judges.reductions import follow
from exactspaces.marking.judges.spaces import as_rows
from exactspaces.marking.judging import Case, Judged, Settle
from exactspaces.marking.kinds import JUDGES, Judge, reader_for
from exactspaces.marking.mark import Mark
from exactspaces.marking.mistakes import Hit, Scene, mistake_in
from exactspaces.marking.rounding import rounded
from exactspaces.marking.settings import ambient_of, field_of, joint, with_mixed_numbers
from exactspaces.questions import Decision, Question, ValueOf, shape_of
from exactspaces.reading.answers import Answer, NotRead, Read, Setting
from exactspaces.reading.answers.lists import read_list
from exactspaces.reading.answers.pieces import split_outside
from exactspaces.reading.answers.reductions import read_reduction
from exactspaces.reading.answers.setting import cleaned
from exactspaces.reading.answers.values import read_vector, says_none
from exactspaces.reading.problems.kinds import member_kind
from exactspaces.reading.problems.model import Part, Remark
from exactspaces.reading.request import Request

_MAY_BE_NONE = ("matrix", "coordinates", "change-of-basis", "projection", "matrix-of-map")
_DEFAULT_CREDIT = {"affine.particular-only": Fraction(1, 3)}


def mark_part(part: Part, given: Mapping[str, str], answer: str, settle: Settle) -> Mark:
    """Judge an answer to a part; `settle` answers questions, perhaps within a budget.

    Nothing is raised for what stands in an answer: what is not read is an invalid answer.
    """
    if part.answer.kind == "tuple":
        return _tuple(part, given, answer, settle)
    request = part.requests[0] if part.requests else None
    return _one(part, request, given, answer, settle)


def mark_request(
    part: Part, request: Request | None, given: Mapping[str, str], answer: str, settle: Settle
) -> Mark:
    """Judge an answer to one question of a part: the only one, one of a tuple, or none at all."""
    return _one(part, request, given, answer, settle)


def single_requests(part: Part) -> tuple[Request, ...]:
    """Give the questions of a part that are answered one by one: of other kinds, the first.

    The answer to it stands for all: several numbers in any order, or the lines of a proof.
    """
    return part.requests if part.answer.kind == "tuple" else part.requests[:1]


def case_of(part: Part, request: Request, given: Mapping[str, str], settle: Settle) -> Case:
    """Give the question with what is needed to read answers to it."""
    kind = _kind(part, request)
    others: tuple[Question, ...] = ()
    if part.answer.kind == "scalar-set":
        request = joint(part.requests, part.answer.of, given)
        others = tuple(r.question for r in part.requests[1:])
    setting = Setting(field_of(kind, request), given, ambient_of(kind, request))
    options = {**part.answer.options, "others": others}
    options["complement"] = request.text.startswith("perp(")
    return Case(kind, request.question, setting, settle, options)


def _kind(part: Part, request: Request) -> str:
    kind = member_kind(part, request)
    return "dimension" if kind == "scalar" and _is_count(request) else kind


def _is_count(request: Request) -> bool:
    question = request.question
    return isinstance(question, ValueOf) and shape_of(question.term).sort == "count"


def _one(
    part: Part, request: Request | None, given: Mapping[str, str], answer: str, settle: Settle
) -> Mark:
    try:
        if request is None or is_formal(part, request):
            mark = mark_formal(part, request, given, answer, settle)
            return _about_claim(part, request, given, mark, settle)
        case = case_of(part, request, given, settle)
        if case.kind == "row-reduction":
            return _reduction(part, case, answer)
        judge, read = JUDGES.get(case.kind), reader_for(case)
        if judge is None or read is None:
            return _said(_mark(part, "undecided", 0), f"{case.kind} is not marked yet")
        return _judged(part, case, read_answer(case, read, answer), judge, answer)
    except NotRead as error:
        return _invalid(part, given, answer, error, settle)
    except (ExactSpacesError, KernelError) as error:
        return _said(_mark(part, "invalid", 0), str(error))
    except (RecursionError, MemoryError) as error:
        reason = f"the answer is too large or too deep: {type(error).__name__}"
        return _said(_mark(part, "invalid", 0), reason)


def _about_claim(
    part: Part, request: Request | None, given: Mapping[str, str], mark: Mark, settle: Settle
) -> Mark:
    """Look for a named mistake in a wrong yes or no to a claim about what is given."""
    if request is None or mark.verdict != "incorrect" or mark.mistake:
        return mark
    if not isinstance(request.question, Decision):
        return mark
    said_yes = mark.echo.startswith("yes")
    return _with_hit(
        part, mark, mistake_in(Scene(case_of(part, request, given, settle), said_yes))
    )


def _reduction(part: Part, case: Case, text: str) -> Mark:
    answer = read_reduction(case.setting, text)
    found = follow(case, answer.value)
    judged = Judged(found.is_right, found.theorems, "", found.findings)
    if found.is_right:
        return _mark(part, "correct", part.points, answer, judged)
    if found.reached is None and found.slip is None:
        return _mark(part, "undecided", 0, answer, judged)
    share = found.share(dict(part.credit))
    mistake = found.slip.id if found.slip else "rref.not-reduced"
    mark = _mark(part, "partial" if share else "incorrect", part.points * share, answer, judged)
    return replace(mark, mistake=mistake, at=found.at)


def read_answer(case: Case, read: Read, answer: str) -> Answer:
    """Read an answer of a kind; None stands for "there is none" where that can be right."""
    text = cleaned(answer)
    if case.kind in _MAY_BE_NONE and not isinstance(case.question, ValueOf) and says_none(text):
        return Answer(None, "there is none")
    return read(case.setting, with_mixed_numbers(case, answer))


def _judged(part: Part, case: Case, answer: Answer, judge: Judge, text: str) -> Mark:
    judged = judge(case, answer.value)
    if judged.right is None:
        return _mark(part, "undecided", 0, answer, judged)
    if judged.right:
        return _mark(part, "correct", part.points, answer, judged)
    message = rounded(case, answer.value, text)
    if message:
        return _said(_mark(part, "invalid", 0, answer), message, "input.rounded")
    return _wrong(part, case, answer, judged)


def _wrong(part: Part, case: Case, answer: Answer, judged: Judged) -> Mark:
    """Look for a named mistake, and for a share of the points."""
    hit = mistake_in(_scene(case, as_rows(case, answer.value)))
    share = _share(part, judged, hit)
    verdict = "partial" if share else "incorrect"
    mark = _mark(part, verdict, part.points * share, answer, judged)
    return _with_hit(part, mark, hit)


def _scene(case: Case, value: Any) -> Scene:
    """Give question and answer over one field: mistakes compare what they lead to with it."""
    if isinstance(value, Matrix):
        try:
            return Scene(*case.fitted(value))
        except NotRead:
            pass
    return Scene(case, value)


def _share(part: Part, judged: Judged, hit: Hit | None) -> Fraction:
    shares = [part.credit.get(judged.tag, Fraction(0))]
    if hit is not None:
        said = [r.credit for r in _remarks(part, hit) if r.credit is not None]
        shares += said or [_DEFAULT_CREDIT.get(name, Fraction(0)) for name in hit.names]
    return max(shares)


def _remarks(part: Part, hit: Hit) -> list[Remark]:
    """Give what the file says of a mistake, or else of the more general one."""
    found = ([r for r in part.say if r.on == name] for name in hit.names)
    return next(filter(None, found), [])


def _with_hit(part: Part, mark: Mark, hit: Hit | None) -> Mark:
    if hit is None:
        return mark
    texts = [remark.text for remark in _remarks(part, hit)] or [hit.text]
    same = hit.id in ("basis.short", "basis.outside") and mark.findings
    findings = mark.findings if same else (*mark.findings, *texts)
    return replace(mark, findings=findings, mistake=hit.id)


def _invalid(
    part: Part, given: Mapping[str, str], answer: str, error: NotRead, settle: Settle
) -> Mark:
    """Say what was read; a vector of another size can still show what was mistaken for what."""
    mark = _said(_mark(part, "invalid", 0), str(error), error.code)
    read = None if "task" in part.answer.options else _OF_ANY_LENGTH.get(part.answer.kind)
    if error.code != "input.wrong-length" or read is None:
        return mark
    request = part.requests[0]
    try:
        found = read(Setting(request.over, given, None), answer)
    except (ExactSpacesError, KernelError):
        return mark
    hit = mistake_in(Scene(case_of(part, request, given, settle), found.value))
    if hit is None:
        return mark
    return _said(mark, hit.text, hit.id)


_OF_ANY_LENGTH: Mapping[str, Read] = {
    "coordinates": read_vector,
    "projection": read_vector,
    **dict.fromkeys(("basis", "basis-among", "spanning-set", "subspace"), read_list),
}


def _tuple(part: Part, given: Mapping[str, str], answer: str, settle: Settle) -> Mark:
    """Judge the answers one by one; a share of the points for each where the file says so."""
    try:
        texts = split_answers(cleaned(answer), len(part.requests))
    except NotRead as error:
        return _said(_mark(part, "invalid", 0), str(error), error.code)
    if len(texts) != len(part.requests):
        message = (
            f"read as {len(texts)} answers; {len(part.requests)} are due, with semicolons between"
        )
        return _said(_mark(part, "invalid", 0), message, "input.several")
    pairs = zip(part.requests, texts, strict=True)
    marks = [_one(part, request, given, text, settle) for request, text in pairs]
    verdicts = [mark.verdict for mark in marks]
    right = verdicts.count("correct")
    verdict, points = "correct", part.points
    for bad in ("invalid", "undecided", "incorrect"):
        if bad in verdicts or (bad == "incorrect" and right < len(marks)):
            verdict, points = bad, Fraction(0)
            break
    if verdict == "incorrect" and right and "each" in part.credit:
        verdict, points = "partial", part.points * part.credit["each"] * right / len(marks)
    findings = tuple(f"{k}: {f}" for k, m in enumerate(marks, 1) for f in m.findings)
    mistake = next((mark.mistake for mark in marks if mark.mistake), "")
    theorems = tuple(theorem for mark in marks for theorem in mark.theorems)
    echo = "; ".join(mark.echo for mark in marks)
    return replace(
        _mark(part, verdict, points), echo=echo, findings=findings, mistake=mistake,
        theorems=theorems,
    )  # fmt: skip


def split_answers(text: str, due: int) -> list[str]:
    """Split at semicolons and line ends outside of all brackets; at commas where these are few.

    So "1, 3; 2" is the two answers "1, 3" and "2", and "{1, 3}, 2" as well.
    """
    if len(split_outside(text, ";\n")) == due:
        return split_outside(text, ";\n")
    return split_outside(text, ",;\n")


def _mark(
    part: Part, verdict: Any, points: "Fraction | int", answer: Answer | None = None,
    judged: Judged | None = None,
) -> Mark:  # fmt: skip
    notes = answer.notes if answer else ()
    found = judged.findings if judged and not judged.right else ()
    theorems = judged.theorems if judged else ()
    echo = answer.echo if answer else ""
    findings = (*notes, *found)
    return Mark(part.id, verdict, Fraction(points), part.points, echo, findings, "", "", theorems)


def _said(mark: Mark, finding: str, mistake: str = "") -> Mark:
    """Give the mark with one more finding."""
    return replace(mark, findings=(*mark.findings, finding), mistake=mistake)
