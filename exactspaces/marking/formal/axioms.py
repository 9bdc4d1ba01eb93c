"""Lists of axioms that fail, zero vectors and negatives."""

from dataclasses import replace

from exactspaces.kernel.formulas import Apply, Constant
from exactspaces.marking.formal.found import Found, bad, good, theorems_of, undecided
from exactspaces.marking.judging import Settle
from exactspaces.questions import laws
from exactspaces.questions.formal import Closed, NegativeOf, Universal, Verdicts, ZeroOf, neutral
from exactspaces.reading.answers.choices import read_axioms
from exactspaces.reading.answers.points import read_value
from exactspaces.reading.answers.setting import cleaned
from exactspaces.reading.answers.values import value_part
from exactspaces.reading.problems.axiom_words import words_of
from exactspaces.reading.problems.letters import Lexicon
from exactspaces.reading.problems.tasks import Axioms
from exactspaces.reading.request import Request
from exactspaces.rendering.vectors import signs_of, vector_text
from exactspaces.spaces.user import UserSpace, Vector
from exactspaces.spaces.values import value_of


def judge_axioms(task: Axioms, request: Request, text: str, settle: Settle) -> Found:
    """Judge a list of axioms that fail."""
    named = read_axioms(text)
    echo = ", ".join(map(words_of, named)) or "none"
    outcome = settle(request.question)
    if not isinstance(outcome.answer, Verdicts) or outcome.theorem is None:
        return undecided(echo, outcome)
    failing = {x for x in outcome.answer.failing if x in task.among}
    chosen = {x for x in named if x in task.among}
    theorems = theorems_of(outcome)
    ignored = [x for x in named if x not in task.among]
    notes = tuple(f"not asked for here: {words_of(x)}" for x in ignored)
    if chosen == failing:
        return good(echo, theorems, notes)
    holding = [x for x in named if x in chosen - failing]
    findings = [f"this holds: {words_of(x)}" for x in holding]
    if failing - chosen:
        findings.append("something else fails that is not named")
    some = "some" if chosen & failing else ""
    return bad(echo, theorems, (*notes, *findings), "", "", some)


def judge_own_vector(lexicon: Lexicon, question: object, text: str, settle: Settle) -> Found:
    """Judge the zero vector of a space, or the negative of a vector."""
    text = value_part(cleaned(text))
    match question:
        case ZeroOf(space):
            return _zero(space, read_value(space, lexicon, text), settle)
        case NegativeOf(space):
            return _negative(question, read_value(space, lexicon, text), settle)
    raise TypeError("a question for a zero vector or a negative is due")


def _zero(space: UserSpace, vector: Vector, settle: Settle) -> Found:
    echo, signs = vector_text(space, vector), signs_of(space)
    inside = settle(Closed(space.field, laws.inside(space, vector)))
    if inside.theorem is None:
        return undecided(echo, inside)
    if inside.verdict == "refuted":
        found = bad(echo, theorems_of(inside), (f"{echo} is not in the carrier",))
    else:
        neutral_here = settle(Universal(neutral(space, vector)))
        if neutral_here.theorem is None:
            return undecided(echo, neutral_here)
        theorems = theorems_of(inside, neutral_here)
        if neutral_here.verdict == "proved":
            return good(echo, theorems)
        u = vector_text(space, neutral_here.answer.values)
        said = f"u {signs.plus} {echo} is not u, for instance for u = {u}"
        found = bad(echo, theorems, (said,))
    if all(x == Constant(0) for x in vector):
        return replace(found, mistake="axiom.standard-zero")
    return found


def _negative(question: NegativeOf, vector: Vector, settle: Settle) -> Found:
    space, echo = question.space, vector_text(question.space, vector)
    zero = settle(ZeroOf(space))
    if zero.theorem is None:
        return undecided(echo, zero)
    outcome = settle(Closed(space.field, question.cancels(zero.answer, vector)))
    if outcome.theorem is None:
        return undecided(echo, outcome)
    theorems = theorems_of(zero, outcome)
    if outcome.verdict == "proved":
        return good(echo, theorems)
    plus = signs_of(space).plus
    said = f"{vector_text(space, question.vector)} {plus} {echo} is not the zero vector"
    mistake = "axiom.standard-negative" if vector == _opposite(space, question.vector) else ""
    return bad(echo, theorems, (said,), mistake)


def _opposite(space: UserSpace, vector: Vector) -> Vector:
    pairs = zip(vector, space.domains, strict=True)
    return tuple(value_of(Apply("-", (x,)), domain) or x for x, domain in pairs)
