"""Yes or no with a reason: one of a list, or vectors that show it."""

import re
from dataclasses import replace
from fractions import Fraction

from exactspaces.kernel.formulas import Constant, Every
from exactspaces.marking.formal.found import Found, bad, good, theorems_of, undecided
from exactspaces.marking.formal.relations import judge_relation
from exactspaces.marking.formal.witnesses import judge_point
from exactspaces.marking.judges.looks import is_affine, is_union
from exactspaces.marking.judging import Settle
from exactspaces.questions import laws
from exactspaces.questions.formal import Closed, ZeroOf
from exactspaces.questions.obligations import Broken, Obligation
from exactspaces.reading.answers import NotRead
from exactspaces.reading.answers.choices import read_backed, slug_of
from exactspaces.reading.answers.points import pieces, read_value
from exactspaces.reading.problems.axiom_words import obligation_named
from exactspaces.reading.problems.letters import Letter, Lexicon, World
from exactspaces.reading.problems.tasks import Backed, Reason, Witness
from exactspaces.reading.request import Request
from exactspaces.rendering.vectors import vector_text
from exactspaces.settle import Outcome
from exactspaces.spaces.user import Single, UserSpace, Vector

RELATION = "dependence-relation"
HALF = Fraction(1, 2)
_SCALED = re.compile(r"\s*(?P<scalar>[^()\[\]{}]+?)\s*[*·]\s*(?P<vector>[(\[].*)", re.DOTALL)
_ADDED = re.compile(r"\s*(?P<left>[(\[].*[)\]])\s*\+\s*(?P<right>[(\[].*[)\]])\s*", re.DOTALL)


def judge_backed(task: Backed, request: Request, text: str, settle: Settle) -> Found:
    """Judge a yes or no, and then the reason."""
    answer, reason = read_backed(text)
    outcome = settle(request.question)
    echo = "yes" if answer else "no"
    if outcome.theorem is None:
        return undecided(echo, outcome)
    right = answer == (outcome.verdict == "proved")
    reason = "" if slug_of(reason) == RELATION else reason
    chosen = _chosen(task, reason) if reason else None
    if reason:
        echo = f"{echo}, because: {chosen.text if chosen else reason}"
    if not right:
        return replace(_wrong(task, outcome, chosen, settle, answer=answer), echo=echo)
    if not _is_asked(task, answer=answer):
        return good(echo, theorems_of(outcome))
    base = bad(echo, theorems_of(outcome), tag="reason", share=HALF)
    if not reason:
        text = f"{'yes' if answer else 'no'} is right; a reason is missing"
        return replace(base, findings=(text,), mistake="reason.missing")
    if chosen is None:
        return _by_witness(task, base, reason, settle)
    return _by_reason(base, chosen, settle, answer=answer)


def _is_asked(task: Backed, *, answer: bool) -> bool:
    """Say whether a reason for this answer is among those listed."""
    return any(one.supports == ("yes" if answer else "no") for one in task.reasons)


def _chosen(task: Backed, text: str) -> Reason | None:
    slug = slug_of(text)
    for one in task.reasons:
        if slug in (one.id, slug_of(one.text)):
            return one
    name = obligation_named(text)
    if name is None or task.is_set or task.space is None:
        return None
    for one in task.reasons:
        if isinstance(one.question, Obligation) and one.question.name == name:
            return one
    # An axiom that is not among the reasons listed is a reason all the same.
    return Reason(slug, text, Obligation(task.space, name), holds=False, supports="no")


def settled(question: object, settle: Settle) -> Outcome:
    """Settle the question of a reason; for negatives the zero vector is found first."""
    if isinstance(question, Obligation) and question.name == "neg_exists":
        zero = settle(ZeroOf(question.space))
        if zero.theorem is not None:
            question = replace(question, zero=zero.answer)
    return settle(question)  # type: ignore[arg-type]


def _by_reason(base: Found, chosen: Reason, settle: Settle, *, answer: bool) -> Found:
    outcome = settled(chosen.question, settle)
    if outcome.theorem is None:
        return undecided(base.echo, outcome)
    theorems = (*base.theorems, *theorems_of(outcome))
    is_so = (outcome.verdict == "proved") == chosen.holds
    word = "yes" if answer else "no"
    if is_so and chosen.supports == word:
        return replace(base, right=True, theorems=theorems)
    if is_so:
        said = f"{word} is right; that {chosen.text} is true, but it does not show it"
        mistake = _zero_test(chosen) or "reason.beside-the-point"
        return replace(base, theorems=theorems, findings=(said,), mistake=mistake)
    said = f"{word} is right, but this is not so: {chosen.text}"
    return replace(base, theorems=theorems, findings=(said,), mistake="reason.false")


def _zero_test(chosen: Reason | None) -> str:
    return "subspace.zero-suffices" if chosen is not None and chosen.id == "zero-inside" else ""


def _wrong(
    task: Backed, outcome: Outcome, chosen: Reason | None, settle: Settle, *, answer: bool
) -> Found:
    """Say which mistake leads to a yes where a no is due."""
    found = bad("", theorems_of(outcome))
    if not answer or not task.is_set or task.space is None:
        return found
    zero = settle(Closed(task.space.field, laws.inside(task.space, _zero(task.space))))
    if zero.verdict == "refuted":
        if task.shape is not None and is_affine(task.shape):
            said = f"{vector_text(task.space, _zero(task.space))} is not in the set"
            theorems = (*found.theorems, *theorems_of(zero))
            return bad("", theorems, (said,), "affine.called-subspace")
        return found
    shown = _escape(task.space, settle)
    if shown is None:
        return found
    said, theorem = shown
    theorems = (*found.theorems, *theorems_of(theorem))
    if _zero_test(chosen):
        text = f"that the zero vector is in the set is not enough: {said}"
        return bad("", theorems, (text,), "subspace.zero-suffices")
    if task.shape is not None and is_union(task.shape):
        text = f"a union of subspaces is none unless one holds the other: {said}"
        return bad("", theorems, (text,), "subspace.union")
    return bad("", theorems, (said,))


def _zero(space: UserSpace) -> Vector:
    return (Constant(0),) * space.size


def _escape(space: UserSpace, settle: Settle) -> tuple[str, Outcome] | None:
    """Give a sum or a multiple that is not in the set."""
    for name, sign in (("closed_add", "+"), ("closed_scale", "*")):
        outcome = settle(Obligation(space, name))
        if isinstance(outcome.answer, Broken):
            values, n = outcome.answer.values, space.size
            if name == "closed_add":
                u, v = vector_text(space, values[:n]), vector_text(space, values[n:])
                return f"{u} {sign} {v} is not in the set", outcome
            single = UserSpace(space.field, Single(), (space.field,), Every(()), (), ())
            scalar = vector_text(single, values[:1])
            return f"{scalar} * {vector_text(space, values[1:])} is not in the set", outcome
    return None


def _by_witness(task: Backed, base: Found, text: str, settle: Settle) -> Found:
    """Judge vectors that are to show that a set is no subspace."""
    if task.relation is not None and any(one.id == RELATION for one in task.reasons):
        return judge_relation(task.relation, base, text, settle)
    if not task.is_set or task.space is None:
        known = ", ".join(one.id for one in task.reasons)
        raise NotRead("input.no-such-reason", f'"{text[:60]}" is no reason here; write {known}')
    name, vectors = _read_witness(task.space, text)
    if name == "zero":
        return _zero_witness(task.space, base, vectors[0], settle)
    witness = witness_for(task.space, name)
    found = judge_point(witness, vectors, settle)
    echo = f"no, because: {found.echo}"
    if found.right is None:
        return replace(found, echo=echo)
    theorems = (*base.theorems, *found.theorems)
    if found.right:
        return replace(base, right=True, echo=echo, theorems=theorems)
    findings = ("no is right, but the vectors do not show it", *found.findings)
    return replace(base, echo=echo, theorems=theorems, findings=findings, mistake=found.mistake)


def witness_for(space: UserSpace, name: str) -> Witness:
    """Give what is asked for when vectors are to leave a set."""
    frame = UserSpace(space.field, Single(), (space.field,), Every(()), (), ())
    letters = (Letter("u", space, space.names("u")), Letter("v", space, space.names("v")))
    if name == "closed_scale":
        letters = (Letter("c", frame, ("a",)), Letter("u", space, space.names("u")))
    lexicon = _lexicon(space, letters)
    return Witness(laws.statement(space, name), letters, lexicon, name, space)


def _lexicon(space: UserSpace, letters: tuple[Letter, ...]) -> Lexicon:
    return Lexicon(World(space.field, {}, {}, {}), letters)  # type: ignore[arg-type]


def _zero_witness(space: UserSpace, base: Found, vector: Vector, settle: Settle) -> Found:
    """Judge one vector: it shows something only when it is zero and outside of the set."""
    shown = vector_text(space, vector)
    echo = f"no, because: {shown}"
    if vector != _zero(space):
        said = f"no is right; one vector shows it only when it is the zero vector, not {shown}"
        return replace(base, echo=echo, findings=(said,), mistake="reason.beside-the-point")
    outcome = settle(Closed(space.field, laws.inside(space, vector)))
    if outcome.theorem is None:
        return undecided(echo, outcome)
    theorems = (*base.theorems, *theorems_of(outcome))
    if outcome.verdict == "refuted":
        return replace(base, right=True, echo=echo, theorems=theorems)
    said = f"no is right, but the zero vector {shown} is in the set"
    return replace(base, echo=echo, theorems=theorems, findings=(said,), mistake="reason.false")


def _read_witness(space: UserSpace, text: str) -> tuple[str, tuple[Vector, ...]]:
    """Read u = ..., v = ...; c = ..., u = ...; (1, 0) + (0, 1); 2 * (1, 0); (0, 0).

    Raises NotRead.
    """
    scalars = UserSpace(space.field, Single(), (space.field,), Every(()), (), ())
    lexicon = _lexicon(space, ())
    added, scaled = _ADDED.fullmatch(text), _SCALED.fullmatch(text)
    if scaled is not None and "=" not in text:
        pair = (scalars, scaled["scalar"]), (space, scaled["vector"])
        return "closed_scale", tuple(read_value(one, lexicon, x) for one, x in pair)
    if added is not None and "=" not in text:
        sides = added["left"], added["right"]
        return "closed_add", tuple(read_value(space, lexicon, x) for x in sides)
    parts = [re.sub(r"^\s*[A-Za-z]\w*\s*:?=\s*", "", piece) for piece in pieces(text)]
    if len(parts) == 1:
        return "zero", (read_value(space, lexicon, parts[0]),)
    if len(parts) != 2:
        message = "write a reason, or vectors such as u = ..., v = ..."
        raise NotRead("input.several", f"read as {len(parts)} things; {message}")
    try:
        both = tuple(read_value(space, lexicon, x) for x in parts)
    except NotRead:
        scalar = read_value(scalars, lexicon, parts[0])
        return "closed_scale", (scalar, read_value(space, lexicon, parts[1]))
    if isinstance(space.form, Single) and pieces(text)[0].lstrip()[:1] in "ca":
        return "closed_scale", both
    return "closed_add", both
