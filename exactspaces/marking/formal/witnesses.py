"""Counterexamples and examples: values that somebody names, put into the statement."""

import re
from collections.abc import Iterator
from dataclasses import replace

from exactspaces.kernel.formulas import Compare, Condition, Domain, Every, Formula, Within
from exactspaces.kernel.replacing import replaced, variables_in
from exactspaces.kernel.sentences import condition_text, domain_text, formula_text
from exactspaces.marking.formal.found import Found, bad, good, theorems_of, undecided
from exactspaces.marking.judging import Settle
from exactspaces.questions import laws
from exactspaces.questions.formal import Closed, FailsAt
from exactspaces.questions.laws import CLOSURE
from exactspaces.questions.sides import RESULTS, SIDES, worked_out
from exactspaces.reading.answers.points import read_point
from exactspaces.reading.problems.axiom_words import words_of
from exactspaces.reading.problems.letters import Letter
from exactspaces.reading.problems.tasks import Witness
from exactspaces.rendering.vectors import side_text, signs_of, vector_text
from exactspaces.settle import Outcome
from exactspaces.spaces.user import Slots, UserSpace, Vector
from exactspaces.spaces.values import value_of

Bound = dict[str, Formula]
_PLACE = re.compile(r"(^|, )[A-Za-z]\w*\(")


def judge_witness(task: Witness, text: str, settle: Settle) -> Found:
    """Judge values that are to refute a statement, or to be an example of something."""
    point = read_point(task.letters, task.lexicon, text)
    return judge_point(task, point, settle)


def judge_point(task: Witness, point: tuple[Vector, ...], settle: Settle) -> Found:
    """Judge values for the letters, in their order."""
    echo = _echo(task.letters, point)
    bound = {
        name: part
        for letter, vector in zip(task.letters, point, strict=True)
        for name, part in zip(letter.parts, vector, strict=True)
    }
    values = tuple(bound[q.name] for q in task.statement.quantities)
    outcome = settle(FailsAt(task.statement, values))
    if outcome.theorem is not None:
        said = _both_sides(task, bound)
        return good(echo, (outcome.theorem,), (said,) if said else ())
    outside = _outside(task, point, settle)
    if outside is not None:
        return replace(outside, echo=echo)
    return replace(_inside(task, bound, settle), echo=echo)


def told(task: Witness, values: Vector) -> str:
    """Say what a statement says for values of its quantities, in their order."""
    bound = dict(zip((q.name for q in task.statement.quantities), values, strict=True))
    said = _both_sides(task, bound)
    return named(task, values) + (f": {said}" if said else "")


def named(task: Witness, values: Vector) -> str:
    """Write values of the quantities of a statement as values of the letters."""
    bound = dict(zip((q.name for q in task.statement.quantities), values, strict=True))
    point = tuple(tuple(bound[name] for name in one.parts) for one in task.letters)
    return _echo(task.letters, point)


def _echo(letters: tuple[Letter, ...], point: tuple[Vector, ...]) -> str:
    return ", ".join(_assigned(one, vector) for one, vector in zip(letters, point, strict=True))


def _assigned(one: Letter, vector: Vector) -> str:
    """Write u = (1, 0); of a function its values: f(0) = 1."""
    text = vector_text(one.space, vector)
    if isinstance(one.space.form, Slots):
        return _PLACE.sub(rf"\g<1>{one.name}(", text)
    return f"{one.name} = {text}"


def _outside(task: Witness, point: tuple[Vector, ...], settle: Settle) -> Found | None:
    """Say which value is not among those that were to be named."""
    for letter, vector in zip(task.letters, point, strict=True):
        for condition in _parts(laws.inside(letter.space, vector)):
            outcome = settle(Closed(letter.space.field, condition))
            if outcome.theorem is None:
                return undecided("", outcome)
            if outcome.verdict == "refuted":
                text = vector_text(letter.space, vector)
                why = _denied(condition, letter.space.field)
                finding = f"{letter.name} = {text} is not in the set: {why}"
                return bad("", (outcome.theorem,), (finding,), "counterexample.not-in-set")
    return None


def _parts(condition: Condition) -> Iterator[Condition]:
    if isinstance(condition, Every):
        for one in condition.conditions:
            yield from _parts(one)
    else:
        yield condition


def _denied(condition: Condition, field: Domain) -> str:
    match condition:
        case Within(formula, domain):
            return f"{_text(formula, field)} is not in {domain_text(domain)}"
        case Compare("=", left, right):
            return f"{_text(left, field)} = {_text(right, field)} is false"
    return f"{condition_text(condition)} is false"


def _text(formula: Formula, field: Domain) -> str:
    """Write the value of a formula without variables."""
    return formula_text(value_of(formula, field) or formula)


def _inside(task: Witness, bound: Bound, settle: Settle) -> Found:
    """The values are such as were asked for; find what keeps them from being a witness."""
    if task.clauses:
        return _clause(task, bound, settle)
    field = task.lexicon.world.scalars if task.space is None else task.space.field
    for hypothesis in task.statement.hypotheses:
        outcome = settle(Closed(field, replaced(hypothesis, bound)))
        if outcome.verdict == "refuted":
            said = f"{condition_text(replaced(hypothesis, bound))} is false, and it is assumed"
            return bad("", theorems_of(outcome), (said,), "counterexample.not-in-set")
        if outcome.theorem is None:
            return undecided("", outcome)
    holds = settle(Closed(field, replaced(task.statement.conclusion, bound)))
    if holds.verdict != "proved":
        return undecided("", holds)
    return _holds(task, bound, holds, settle)


def _clause(task: Witness, bound: Bound, settle: Settle) -> Found:
    """Name the first clause that an example does not fulfil."""
    field = task.lexicon.world.scalars
    done = []
    for text, statement in task.clauses:
        outcome = settle(Closed(field, replaced(statement.conclusion, bound)))
        if outcome.theorem is None:
            return undecided("", outcome)
        if outcome.verdict == "refuted":
            finding = f"this is not so for these: {text}"
            return bad("", (outcome.theorem,), (finding,), "example.not-such")
        done.append(outcome)
    return Found(None, "", theorems_of(*done), ("undecided: the clauses hold one by one only",))


def _holds(task: Witness, bound: Bound, holds: Outcome, settle: Settle) -> Found:
    said = _both_sides(task, bound)
    if task.law in CLOSURE:
        finding = f"{said}, which is in the set"
        return bad("", theorems_of(holds), (finding,), "counterexample.stays-inside")
    other = _other_law(task, bound, settle)
    if other is not None:
        name, outcome = other
        finding = f"{said}; what fails here is another one: {words_of(name)}"
        theorems = theorems_of(holds, outcome)
        return bad("", theorems, (finding,), "counterexample.wrong-axiom")
    return bad("", theorems_of(holds), (said,), "counterexample.holds-here")


def _other_law(task: Witness, bound: Bound, settle: Settle) -> tuple[str, Outcome] | None:
    """Find another axiom that fails for these values."""
    if task.space is None or not task.law:
        return None
    for name in (*laws.LAWS, *CLOSURE):
        statement = laws.statement(task.space, name)
        names = [q.name for q in statement.quantities]
        if name == task.law or not set(names) <= set(bound):
            continue
        outcome = settle(FailsAt(statement, tuple(bound[x] for x in names)))
        if outcome.theorem is not None:
            return name, outcome
    return None


def _both_sides(task: Witness, bound: Bound) -> str:
    """Show both sides of a law for these values; of another statement say what it says here."""
    if task.space is None:
        return _said(task, bound)
    space, signs = task.space, signs_of(task.space)
    values = _values(space, bound)
    sides = (RESULTS[task.law],) if task.law in RESULTS else SIDES[task.law]
    shown = (
        f"{side_text(space, side, values, signs)} = "
        f"{_worked(space, worked_out(space, side), bound)}"
        for side in sides
    )
    return " and ".join(shown)


def _said(task: Witness, bound: Bound) -> str:
    conclusion = task.statement.conclusion
    if task.clauses or not variables_in((conclusion,)):
        return ""
    match conclusion:
        case Compare(_, left, right):
            domain = task.lexicon.world.scalars
            sides = (value_of(replaced(x, bound), domain) for x in (left, right))
            shown = [x for x in sides if x is not None]
            if len(shown) == 2:
                texts = [_text(x, domain) for x in shown]
                return f"the sides are {texts[0]} and {texts[1]}"
    return f"here the statement says {condition_text(replaced(conclusion, bound))}"


def _values(space: UserSpace, bound: Bound) -> dict[str, Vector]:
    third = laws.third_letter(space)
    found: dict[str, Vector] = {x: (bound[x],) for x in "ab" if x in bound}
    for letter, own in (("u", "u"), ("v", "v"), ("w", third)):
        names = space.names(own)
        if all(name in bound for name in names):
            found[letter] = tuple(bound[name] for name in names)
    return found


def _worked(space: UserSpace, vector: Vector, bound: Bound) -> str:
    pairs = zip(vector, space.domains, strict=True)
    found = [value_of(replaced(x, bound), domain) for x, domain in pairs]
    known = tuple(x for x in found if x is not None)
    if len(known) < len(found):
        return "no value"
    shown = vector_text(space, known)
    return f"a function with {shown}" if isinstance(space.form, Slots) else shown
