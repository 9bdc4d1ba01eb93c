"""Proofs put in order, and proofs with gaps."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from exactspaces.errors import NotUnderstood
from exactspaces.kernel import Theorem
from exactspaces.kernel.formulas import Compare, Condition, Formula
from exactspaces.kernel.replacing import variables_in
from exactspaces.kernel.sentences import formula_text
from exactspaces.marking.formal.found import Found, bad, good, theorems_of, undecided
from exactspaces.marking.judging import Settle
from exactspaces.questions import laws
from exactspaces.questions.formal import Universal
from exactspaces.questions.laws import Statement
from exactspaces.reading.answers import NotRead
from exactspaces.reading.answers.choices import read_gaps, read_lines, slug_of
from exactspaces.reading.problems.opaque import Opaque
from exactspaces.reading.problems.tasks import ProofLine, ProofOrder, ProofSlots, Slot
from exactspaces.reading.spaces.conditions import related
from exactspaces.reading.spaces.values import MismatchError, Value, components
from exactspaces.settle import Outcome


def judge_order(task: ProofOrder, text: str, settle: Settle) -> Found:
    """Judge lines put in an order: each stands after those that it needs, and none is missing."""
    order = read_lines(text, [one.id for one in task.lines])
    echo = ", ".join(order)
    outcomes = [(one, settle(one.question)) for one in task.lines if one.question is not None]
    for line, outcome in outcomes:
        if (outcome.verdict == "proved") == bool(line.wrong) or outcome.theorem is None:
            reason = outcome.reason or "the proof itself is at fault here"
            return Found(None, echo, (), (f"undecided: the line {line.id}: {reason}",))
    theorems = theorems_of(*(x for line, x in outcomes if not line.wrong or line.id in order))
    lines = {one.id: one for one in task.lines}
    place, finding, mistake = _first_fault(lines, order)
    if not finding:
        return good(echo, theorems)
    belonging = sum(not one.wrong for one in task.lines)
    tag, part = ("in_place" if place else ""), Fraction(min(place, belonging), belonging)
    where = f"line {place + 1}"
    return bad(echo, theorems, (finding,), mistake, where, tag, part=part)


def _first_fault(lines: dict[str, ProofLine], order: Sequence[str]) -> tuple[int, str, str]:
    """Give the place of the first line that is out of place, what is said, and the mistake."""
    before: set[str] = set()
    for place, name in enumerate(order):
        line = lines[name]
        if line.wrong:
            said = f"line {place + 1} ({name}) does not belong to the proof: {line.wrong}"
            return place, said, line.says or "proof.extra-line"
        missing = [x for x in line.after if x not in before]
        if missing:
            needs = ", ".join(missing)
            said = f"line {place + 1} ({name}) is out of place: it needs {needs} before it"
            return place, said, "proof.order"
        before.add(name)
    left = [x for x, one in lines.items() if not one.wrong and x not in before]
    if left:
        said = f"{len(left)} more {'line is' if len(left) == 1 else 'lines are'} needed"
        return len(order), said, "proof.missing-line"
    return len(order), "", ""


def judge_slots(task: ProofSlots, text: str, settle: Settle) -> Found:
    """Judge what stands in each gap; the points are shared where the file says `each`."""
    gaps = read_gaps(text, [one.id for one in task.slots])
    opaque = Opaque(task.lexicon, task.functions)
    found = [_slot(task, opaque, one, gaps[one.id], settle) for one in task.slots]
    echo = "; ".join(f"{one.id}: {gaps[one.id]}" for one in task.slots)
    theorems = tuple(theorem for x in found for theorem in x.theorems)
    findings = tuple(
        f"{one.id}: {said}"
        for one, x in zip(task.slots, found, strict=True)
        for said in x.findings
        if not x.right
    )
    if any(x.right is None for x in found):
        return Found(None, echo, theorems, findings)
    filled = sum(bool(x.right) for x in found)
    if filled == len(found):
        return good(echo, theorems)
    first = next((one.id, x) for one, x in zip(task.slots, found, strict=True) if not x.right)
    return bad(
            echo, theorems, findings, first[1].mistake, first[0],
        "each" if filled else "", part=Fraction(filled, len(found)),
    )  # fmt: skip


def _slot(task: ProofSlots, opaque: Opaque, slot: Slot, text: str, settle: Settle) -> Found:
    if slot.sort == "reason":
        return _reason(slot, text)
    try:
        due = [opaque.value(x) for x in slot.due]
        given = [opaque.value(x) for x in _chain(text)]
    except NotUnderstood as error:
        raise NotRead("input.unreadable", f"{slot.id}: {error}") from error
    if slot.sort == "step":
        return _step(task, opaque, due, given, settle)
    if len(given) != 1:
        raise NotRead("input.several", f"{slot.id}: one expression is due, without an = sign")
    outcome = _equal(task, opaque, due[0], given[0], settle)
    if outcome is None or outcome.verdict == "refuted":
        mistake, said = _mistake(opaque, due[0], given[0])
        shown = theorems_of(outcome) if outcome else ()
        return bad("", shown, (said or _counter(opaque, outcome),), mistake)
    if outcome.theorem is None:
        return undecided("", outcome)
    return good("", theorems_of(outcome))


def _reason(slot: Slot, text: str) -> Found:
    words = [slug_of(x) for x in slot.among]
    chosen = slug_of(text)
    if chosen.isdigit() and 1 <= int(chosen[:4]) <= len(words):
        chosen = words[int(chosen) - 1]
    if chosen not in words:
        listed = "; ".join(f"{k} {x}" for k, x in enumerate(slot.among, 1))
        raise NotRead("input.no-such-reason", f"{slot.id}: one of these is due: {listed}")
    right = chosen == slug_of(slot.due[0])
    return Found(right, "", (), () if right else ("another reason is due",), "proof.reason")


def _chain(text: str) -> list[str]:
    parts = [x.strip() for x in text.replace("==", "=").split("=")]
    if not all(parts):
        raise NotRead("input.unreadable", "an expression is missing beside an = sign")
    return parts


def _equal(
    task: ProofSlots, opaque: Opaque, left: Value, right: Value, settle: Settle
) -> Outcome | None:
    """Settle whether two expressions are equal for all values; None when they cannot be.

    This is asked where the first has a value. A refutation must also hold for values of functions
    at places that differ.
    """
    try:
        condition = related(left, "=", right)
        partial = [x for x in components(left) if not laws.is_total(x)]
    except MismatchError:
        return None
    defined: tuple[Condition, ...] = tuple(Compare("=", x, x) for x in partial)
    outcome = settle(Universal(_stated(task, opaque, condition, defined)))
    apart = tuple(_apart(opaque))
    if outcome.verdict != "refuted" or not apart:
        return outcome
    return settle(Universal(_stated(task, opaque, condition, (*defined, *apart))))


def _stated(
    task: ProofSlots, opaque: Opaque, conclusion: Condition, more: tuple[Condition, ...]
) -> Statement:
    hypotheses = tuple(task.lexicon.condition(x) for x in task.hypotheses)
    found = task.lexicon.statement((*hypotheses, *more), conclusion)
    return Statement((*found.quantities, *opaque.quantities()), found.hypotheses, conclusion)


def _apart(opaque: Opaque) -> list[Condition]:
    keys = list(opaque.found)
    return [
        Compare("!=", one.place, other.place)
        for k, one in enumerate(keys)
        for other in keys[:k]
        if one.function == other.function
    ]


def _step(
    task: ProofSlots, opaque: Opaque, due: list[Value], given: list[Value], settle: Settle
) -> Found:
    """Judge a chain: it begins and ends as it must, and each equality holds."""
    if len(given) < 2:
        raise NotRead("input.unreadable", "a chain of equal expressions is due, such as a = b = c")
    pairs = [(due[0], given[0], "it begins with something else")]
    pairs += [(x, y, f"equality {k} does not hold") for k, (x, y) in enumerate(pairwise(given), 1)]
    pairs.append((given[-1], due[1], "it ends with something else"))
    theorems: tuple[Theorem, ...] = ()
    for left, right, said in pairs:
        outcome = _equal(task, opaque, left, right, settle)
        if outcome is None or outcome.verdict == "refuted":
            shown = theorems_of(outcome) if outcome else ()
            why = _counter(opaque, outcome)
            return bad("", shown, (f"{said}: {why}" if why else said,), "proof.step")
        if outcome.theorem is None:
            return undecided("", outcome)
        theorems = (*theorems, outcome.theorem)
    return good("", theorems)


def _counter(opaque: Opaque, outcome: Outcome | None) -> str:
    if outcome is None:
        return "an expression of another kind is due"
    values = getattr(outcome.answer, "values", ())
    names = [q.name for q in outcome.question.statement.quantities]  # type: ignore[attr-defined]
    pairs = ", ".join(
        f"{opaque.told(n)} = {formula_text(x)}" for n, x in zip(names, values, strict=False)
    )
    return f"not the same, for instance for {pairs}" if pairs else "not the same"


def _mistake(opaque: Opaque, due: Value, given: Value) -> tuple[str, str]:
    """Name the mistake that leads to an expression."""
    try:
        mine, theirs = components(due), components(given)
    except MismatchError:
        return "", ""
    summed = _argument_sum(opaque, theirs)
    if summed:
        return "function.argument-sum", (
            f"this is what one gets by reading the sum of functions as {summed}: "
            "functions are added value by value at the same place"
        )
    if variables_in(mine) and not variables_in(theirs):
        return "proof.example-only", (
            "there are only numbers here; an example does not show it for all values"
        )
    return "", ""


def _argument_sum(opaque: Opaque, formulas: tuple[Formula, ...]) -> str:
    """Give f(x + y), or f(x + x), when the expression is just such a value."""
    if len(formulas) != 1:
        return ""
    by_name = {name: key for key, name in opaque.found.items()}
    key = by_name.get(getattr(formulas[0], "name", ""))
    if key is None:
        return ""
    place = key.place
    is_sum = getattr(place, "function", "") == "+"
    is_double = getattr(place, "function", "") == "*" and bool(variables_in((place,)))
    return opaque.told(opaque.found[key]) if is_sum or is_double else ""
