"""Why an obligation is fulfilled or not: one line, with values that can be checked by hand."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from math import prod
from typing import Any

from exactspaces.kernel import Certificate
from exactspaces.kernel import statements as st
from exactspaces.kernel.finite import size_of
from exactspaces.kernel.formulas import (
    Compare,
    Condition,
    Domain,
    Every,
    Finite,
    Formula,
    Variable,
    Within,
)
from exactspaces.kernel.replacing import replaced
from exactspaces.kernel.sentences import condition_text, domain_text, formula_text
from exactspaces.questions import laws
from exactspaces.questions.obligations import Absent, Broken, Obligation, Shown
from exactspaces.questions.sides import RESULTS, SIDES, Letter, worked_out
from exactspaces.rendering.vectors import Signs, side_text, signs_of, vector_text
from exactspaces.settle import Outcome
from exactspaces.spaces.user import Single, UserSpace, Vector
from exactspaces.spaces.values import element_of, is_true, simplified, value_of

LETTERS = "uvw"


@dataclass(frozen=True)
class Explained:
    """The reason in words, and the witness as plain data (None where there is none)."""

    reason: str
    witness: Any = None


def explained(space: UserSpace, outcome: Outcome) -> Explained:
    """Give the reason for the verdict on an obligation."""
    question, answer = outcome.question, outcome.answer
    if outcome.theorem is None or not isinstance(question, Obligation):
        return Explained(outcome.reason.removeprefix("undecided: "))
    signs, name = signs_of(space), question.name
    match answer:
        case Broken():
            return broken(space, name, answer, signs)
        case Absent(witness):
            return _absent(question, witness, signs)
        case Shown(None):
            return Explained(_shown(space, name, signs, outcome.theorem.certificate))
        case Shown(tuple() as witness):
            return _found(question, witness, signs)
    return Explained("")


def values_of(space: UserSpace, name: str, answer: Broken) -> dict[str, Vector]:
    """Give the values of a counterexample for each letter; a scalar has one component."""
    names = [quantity.name for quantity in laws.statement(space, name).quantities]
    known = dict(zip(names, answer.values, strict=True))
    found: dict[str, Vector] = {letter: (known[letter],) for letter in "ab" if letter in known}
    for letter in LETTERS:
        parts = _names(space, letter)
        if all(part in known for part in parts):
            found[letter] = tuple(known[part] for part in parts)
    return found


def bindings(space: UserSpace, values: Mapping[str, Vector]) -> dict[str, Formula]:
    """Give the value of each component of the letters."""
    return {
        name: part
        for letter, vector in values.items()
        for name, part in zip(
            (letter,) if letter in "ab" else _names(space, letter), vector, strict=True
        )
    }


def _names(space: UserSpace, letter: str) -> tuple[str, ...]:
    return space.names(laws.third_letter(space) if letter == "w" else letter)


def worked_values(
    space: UserSpace, vector: Vector, values: Mapping[str, Vector]
) -> tuple[Formula | None, ...]:
    """Give the value of each component for values of the letters; None where it has none."""
    bound = bindings(space, values)
    if not any(isinstance(domain, Finite) for domain in space.domains):
        pairs = zip(vector, space.domains, strict=True)
        return tuple(value_of(replaced(x, bound), domain) for x, domain in pairs)
    domains: dict[str, Domain] = {"a": space.field, "b": space.field}
    third = laws.third_letter(space)
    domains |= {q.name: q.domain for q in space.quantities(f"uv{third}")}
    return tuple(
        element_of(x, bound, domains, to)
        for x, to in zip(vector, space.domains, strict=True)
        if isinstance(to, Finite)
    )


def whole(vector: tuple[Formula | None, ...]) -> Vector | None:
    """Give the vector when each component has a value."""
    return None if None in vector else tuple(x for x in vector if x is not None)


def broken(space: UserSpace, name: str, answer: Broken, signs: Signs) -> Explained:
    """Show the two sides, or the vector outside the carrier, for the values found."""
    values = values_of(space, name, answer)
    plain = {
        k: formula_text(v[0]) if k in "ab" else vector_text(space, v) for k, v in values.items()
    }
    if name in RESULTS:
        return _outside(space, name, values, plain, signs)
    shown = []
    for side in SIDES[name]:
        found = whole(worked_values(space, worked_out(space, side), values))
        shown.append("no value" if found is None else vector_text(space, found))
    left, right = (side_text(space, side, values, signs) for side in SIDES[name])
    witness = {"values": plain, "left": shown[0], "right": shown[1]}
    if isinstance(SIDES[name][1], Letter):
        return Explained(f"{left} = {shown[0]}, not {right}", witness)
    return Explained(f"{left} = {shown[0]} but {right} = {shown[1]}", witness)


def _outside(
    space: UserSpace,
    name: str,
    values: Mapping[str, Vector],
    plain: Mapping[str, str],
    signs: Signs,
) -> Explained:
    side = RESULTS[name]
    vector = worked_out(space, side)
    parts = worked_values(space, vector, values)
    found = whole(parts)
    left = side_text(space, side, values, signs)
    if found is None:
        bound = bindings(space, values)
        text = formula_text(replaced(vector[parts.index(None)], bound))
        return Explained(
            f"{left} = {text} has no value", {"values": dict(plain), "result": "no value"}
        )
    result = vector_text(space, found)
    why = failing_condition(space, found)
    text = f"{left} = {result} is not in the carrier" + (f": {why}" if why else "")
    return Explained(text, {"values": dict(plain), "result": result})


def failing_condition(space: UserSpace, vector: Vector) -> str:
    """Say which condition of the carrier a vector of numbers does not meet."""
    condition = laws.inside(space, vector)
    parts = condition.conditions if isinstance(condition, Every) else (condition,)
    domain = space.domains[0] if space.domains else space.field
    failing = (x for x in parts if is_true(x, domain) is False)
    return next((_denied(x, space) for x in failing), "")


def _denied(condition: Condition, space: UserSpace) -> str:
    match condition:
        case Within(formula, domain):
            return f"{formula_text(formula)} is not in {domain_text(domain)}"
        case Compare("=", left, right):
            values = [value_of(x, space.domains[0]) or x for x in (left, right)]
            found, due = map(formula_text, values)
            if values[0] != left:
                return f"{formula_text(left)} = {found}, not {due}"
    return f"{condition_text(condition)} is false"


def _found(question: Obligation, witness: Vector, signs: Signs) -> Explained:
    space = question.space
    text = vector_text(space, witness)
    if question.name == "zero_exists":
        shown = f"({text})" if " " in text or text.startswith("-") else text
        return Explained(f"u {signs.plus} {shown} = u for all u", {"zero": text})
    zero = vector_text(space, question.zero) if question.zero is not None else "zero"
    shown = text if text.isalnum() or text[0] in "([" else f"({text})"
    return Explained(f"u {signs.plus} {shown} = {zero}", {"negative": text})


def _absent(question: Obligation, witness: Vector | None, signs: Signs) -> Explained:
    space = question.space
    if witness is None:
        return Explained("the carrier is empty: it has no zero vector")
    domains = {q.name: q.domain for q in space.quantities("u")}
    text = vector_text(space, tuple(simplified(x, domains) for x in witness))
    if question.name == "neg_exists" and question.zero is not None:
        zero = vector_text(space, question.zero)
        return Explained(
            f"{text} has no negative: {text} {signs.plus} u is {zero} for no u in the carrier",
            {"vector": text},
        )
    if question.name == "neg_exists":
        return Explained("there is no zero vector")
    why = f"w = {text} gives w {signs.plus} u different from w"
    return Explained(f"no u is a zero: for each u in the carrier, {why}", {"w": text})


def _shown(space: UserSpace, name: str, signs: Signs, certificate: Certificate) -> str:
    how = method(certificate)
    if isinstance(certificate, st.RunThrough):
        sizes = (size_of(q.domain) for q in laws.statement(space, name).quantities)
        how = f" in all {prod(sizes)} cases"
    generic = {x: (Variable(x),) for x in "abuvw"}
    letters = replace(space, form=Single())
    if name in RESULTS:
        left = side_text(letters, RESULTS[name], generic, signs)
        return f"{left} is in the carrier{how}"
    common = common_form(space, name)
    if common is not None:
        return f"both sides are {vector_text(space, common)}"
    left, right = (side_text(letters, side, generic, signs) for side in SIDES[name])
    return f"{left} = {right}{how}"


@lru_cache(maxsize=256)
def common_form(space: UserSpace, name: str) -> Vector | None:
    """Give the normal form that the two sides of a law share, where they have one."""
    claim = laws.statement(space, name)
    domains = {quantity.name: quantity.domain for quantity in claim.quantities}
    if any(isinstance(domain, Finite) for domain in domains.values()):
        return None
    for hypotheses in ((), claim.hypotheses):
        left, right = (
            tuple(simplified(x, domains, hypotheses) for x in worked_out(space, side))
            for side in SIDES[name]
        )
        if left == right:
            return left
    return None


_METHODS: Mapping[type[Certificate], str] = {
    st.RunThrough: ": all cases were tried",
    st.Signs: ": by cases on a sign",
    st.Vanishing: ": by cases on what is zero",
    st.Cofactors: ": by a combination of the equations of the carrier",
    st.Positive: ": by a sum of terms that are not negative",
    st.Substitution: ": by a substitution",
}


def method(certificate: Certificate) -> str:
    """Say how a statement was proved, in a few words that follow it; nothing for normal forms."""
    known = _METHODS.get(type(certificate))
    if known is not None:
        return known
    parts: tuple[Certificate, ...] = ()
    match certificate:
        case st.Severally(proofs):
            parts = proofs
        case st.Alternative(_, proof) | st.Lemma(_, _, proof):
            parts = (proof,)
    return next((words for words in map(method, parts) if words), "")
