"""Reading the kinds of answers that are about statements, spaces of one's own and proofs."""

import re
from collections.abc import Callable, Mapping
from typing import Any, cast

from exactspaces.errors import ExactSpacesError
from exactspaces.kernel import Dependent, Given, Independent
from exactspaces.kernel.formulas import Some
from exactspaces.questions import Decision, Question, laws
from exactspaces.questions.formal import (
    AxiomsOf,
    CounterexampleTo,
    IsSubspace,
    IsVectorSpace,
    Universal,
    contains_zero,
)
from exactspaces.questions.obligations import Obligation
from exactspaces.reading.problems.axiom_words import NUMBERED, obligation_named, words_of
from exactspaces.reading.problems.faults import BadProblem, Place, shown
from exactspaces.reading.problems.letters import Letter, Lexicon, World
from exactspaces.reading.problems.model import AnswerSpec
from exactspaces.reading.problems.predicates import is_formal_claim, read_law, set_of, space_of
from exactspaces.reading.problems.proofs import read_order, read_slots
from exactspaces.reading.problems.statements import claimed, lettered
from exactspaces.reading.problems.tables import Table, as_table
from exactspaces.reading.problems.tasks import Axioms, Backed, Reason, Relation, Supports, Witness
from exactspaces.reading.problems.texts import Look
from exactspaces.reading.request import Request

_CALL = re.compile(r"\s*(is_subspace)\s*\((.*)\)\s*", re.DOTALL)
RELATION = "dependence-relation"
_LISTED = re.compile(r"dependent\s*\{([^{}]*)\}")
Read = tuple[AnswerSpec, tuple[Request, ...]]
SUBSPACE_WORDS: Mapping[str, tuple[str, Supports, str]] = {
    "zero-missing": ("zero", "no", "the zero vector is missing"),
    "zero-inside": ("zero", "", "the zero vector is in the set"),
    "sum-escapes": ("closed_add", "no", "a sum of two members is no member"),
    "multiple-escapes": ("closed_scale", "no", "a multiple of a member is no member"),
}


def read_formal_answer(table: Table, world: World, look: Look) -> Read | None:
    """Read an answer of one of these kinds; None for the others.

    Raises BadProblem.
    """
    kind = table.text("kind")
    reader = _READERS.get(kind)
    if kind == "yes-no":
        own = {"because", "letters"} & set(table.data) or is_formal_claim(table.data.get("truth"))
        reader = _yes_no if own else None
    if reader is None:
        return None
    try:
        return reader(table, world, look)
    except ExactSpacesError as error:
        if isinstance(error, BadProblem):
            raise
        table.place.fail(f"this is not understood. {error}")


def _request(world: World, text: str, question: Question) -> Request:
    return Request(text, world.over, world.over.ring, question, None, {})


def _spec(kind: str, of: tuple[str, ...], task: Any) -> AnswerSpec:
    return AnswerSpec(kind, of, {"task": task})


def _yes_no(table: Table, world: World, _look: Look) -> Read:
    table.only(("kind", "truth", "because", "letters", "where"))
    text, where = table.text("truth"), table.place.at("truth")
    lexicon = lettered(table, world)
    question = claimed(where, text, world, lexicon, table.data.get("where"))
    task = _backed(table, world, text, question, lexicon)
    request = _request(world, text, question)
    return _spec("yes-no", (text,), task), (request,)


def _backed(table: Table, world: World, text: str, question: Question, lexicon: Lexicon) -> Backed:
    place, items = table.place.at("because"), table.data.get("because", [])
    if not isinstance(items, list):
        place.fail(f"a list of reasons is due, and this is {shown(items)}")
    reasons = []
    for number, item in enumerate(items, 1):
        where = place.item(number)
        if isinstance(item, str):
            reasons.append(_known_reason(where, item, question))
        else:
            reasons.append(_own_reason(as_table(where, item), world, lexicon))
    ids = [one.id for one in reasons]
    for number, name in enumerate(ids, 1):
        if name in ids[: number - 1]:
            place.item(number).fail(f"{shown(name)} stands here twice")
    match question:
        case IsSubspace(space):
            found = _CALL.fullmatch(text)
            shape = set_of(world, found[2]) if found else None
            return Backed(_with_zero_test(tuple(reasons), question), space, True, shape)  # noqa: FBT003
        case IsVectorSpace(space):
            return Backed(tuple(reasons), space)
    return Backed(tuple(reasons), relation=_relation(world, text, question))


def _relation(world: World, text: str, question: Question) -> Relation | None:
    """Give the vectors of "independent{v1, v2}", of which a dependence relation may be due."""
    match question:
        case Decision(Independent(Given(rows)) | Dependent(Given(rows))):
            found = _LISTED.search(text)
            names = tuple(x.strip() for x in found[1].split(",")) if found else ()
            known = names if len(names) == rows.height and set(names) <= set(world.given) else ()
            return Relation(world.over, rows, known)
    return None


def _with_zero_test(reasons: tuple[Reason, ...], question: Question) -> tuple[Reason, ...]:
    """Add the reason that proves nothing, so that it is understood when it is given."""
    if any(one.id == "zero-inside" for one in reasons):
        return reasons
    return (*reasons, _known_reason(Place(""), "zero-inside", question))


def _known_reason(where: Place, word: str, question: Question) -> Reason:
    match question:
        case Decision(Independent(Given()) | Dependent(Given())) if word == RELATION:
            holds = isinstance(question.positive, Dependent)
            supports: Supports = "yes" if holds else "no"
            return Reason(word, "a dependence relation", question, holds, supports)
        case IsSubspace(space) if word in SUBSPACE_WORDS:
            name, supported, said = SUBSPACE_WORDS[word]
            asked = Universal(contains_zero(space)) if name == "zero" else Obligation(space, name)
            return Reason(word, said, asked, holds=not supported, supports=supported)
        case IsVectorSpace(space):
            name_of = obligation_named(word)
            if name_of is not None:
                said = f"this fails: {words_of(name_of)}"
                return Reason(word, said, Obligation(space, name_of), holds=False, supports="no")
    known = ", ".join(SUBSPACE_WORDS) if isinstance(question, IsSubspace) else "an axiom"
    where.fail(
        f"{shown(word)} is no reason that is known here; write {known}, or a table "
        '{ id = "...", text = "...", claim = "...", supports = "no" }'
    )


def _own_reason(table: Table, world: World, lexicon: Lexicon) -> Reason:
    table.only(("id", "text", "claim", "supports", "letters", "where"))
    supports = table.word("supports", ("yes", "no", "nothing"))
    own = lettered(table, world) if "letters" in table.data else lexicon
    where = table.place.at("claim")
    asked = claimed(where, table.text("claim"), world, own, table.data.get("where"))
    plain = cast("Supports", "" if supports == "nothing" else supports)
    return Reason(table.slug("id"), table.text("text"), asked, holds=True, supports=plain)


def _axioms(table: Table, world: World, _look: Look) -> Read:
    table.only(("kind", "of", "among"))
    name = table.text("of")
    space = space_of(world, name)
    eight = "among" in table.data and table.word("among", ("ten", "eight")) == "eight"
    task = Axioms(space, NUMBERED if eight else laws.OBLIGATIONS)
    return _spec("failing-axioms", (name,), task), (_request(world, name, AxiomsOf(space)),)


def _counterexample(table: Table, world: World, _look: Look) -> Read:
    table.only(("kind", "to", "give", "letters", "where"))
    text, names = table.text("to"), table.texts("give")
    law = read_law(world, text, names)
    if law is not None:
        lexicon = Lexicon(world, law.letters)
        task = Witness(law.statement, law.letters, lexicon, law.name, law.space)
    else:
        lexicon = lettered(table, world, names)
        _require_letters(table, lexicon.letters)
        where = _clauses(table, "where", lexicon)
        statement = lexicon.statement(where, lexicon.condition(text))
        task = Witness(statement, lexicon.letters, lexicon)
    request = _request(world, text, CounterexampleTo(task.statement))
    return _spec("counterexample", (text,), task), (request,)


def _require_letters(table: Table, letters: tuple[Letter, ...]) -> None:
    if not letters:
        table.place.at("give").fail('the letters to be given are due, such as give = ["u", "v"]')


def _clauses(table: Table, key: str, lexicon: Lexicon) -> tuple[Any, ...]:
    value = table.data.get(key, [])
    texts = (value,) if isinstance(value, str) else table.texts(key)
    return tuple(map(lexicon.condition, texts))


def _example(table: Table, world: World, _look: Look) -> Read:
    table.only(("kind", "such_that", "give", "letters"))
    names, texts = table.texts("give"), table.texts("such_that")
    lexicon = lettered(table, world, names)
    _require_letters(table, lexicon.letters)
    if not texts:
        table.place.at("such_that").fail("what the example has to fulfil is due")
    clauses = _clauses(table, "such_that", lexicon)
    # An example of something is a counterexample to "nothing is such".
    statement = lexicon.statement(clauses, Some(()))
    single = zip(texts, clauses, strict=True)
    parts = tuple((text, lexicon.statement((), clause)) for text, clause in single)
    task = Witness(statement, lexicon.letters, lexicon, clauses=parts)
    request = _request(world, "; ".join(texts), CounterexampleTo(statement))
    return _spec("example", texts, task), (request,)


def _order(table: Table, world: World, look: Look) -> Read:
    task = read_order(table, world, look)
    asked = [(one, one.question) for one in task.lines if one.question is not None]
    requests = tuple(_request(world, one.text.source, question) for one, question in asked)
    return _spec("proof-order", tuple(one.id for one in task.lines), task), requests


def _slots(table: Table, world: World, _look: Look) -> Read:
    task = read_slots(table, world)
    return _spec("proof-slots", tuple(one.id for one in task.slots), task), ()


_READERS: Mapping[str, Callable[[Table, World, Look], Read]] = {
    "failing-axioms": _axioms,
    "counterexample": _counterexample,
    "example": _example,
    "proof-order": _order,
    "proof-slots": _slots,
}
