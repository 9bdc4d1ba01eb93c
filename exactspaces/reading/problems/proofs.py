"""Reading proofs whose lines are to be put in order, and proofs with gaps."""

from collections.abc import Iterable

from exactspaces.errors import ExactSpacesError
from exactspaces.reading.problems.faults import nearest, shown
from exactspaces.reading.problems.letters import World
from exactspaces.reading.problems.opaque import Opaque
from exactspaces.reading.problems.statements import claimed, lettered
from exactspaces.reading.problems.tables import Table
from exactspaces.reading.problems.tasks import ProofLine, ProofOrder, ProofSlots, Slot
from exactspaces.reading.problems.texts import Look, read_text

_MOST_LINES = 60
_LINE = ("id", "text", "after", "claim", "letters", "where", "wrong", "says")
_SLOT = ("id", "equals", "from", "to", "reason", "among")


def read_order(table: Table, world: World, look: Look) -> ProofOrder:
    """Read the tables [[part.answer.line]].

    Raises BadProblem: also for lines that need one another.
    """
    table.only(("kind", "line", "letters", "where"))
    rows = table.list_of_tables("line")
    if not 2 <= len(rows) <= _MOST_LINES:
        table.place.at("line").fail(
            f"{len(rows)} lines; write [[part.answer.line]] from 2 to {_MOST_LINES} times"
        )
    lines = tuple(_line(row, table, world, look) for row in rows)
    ids = [one.id for one in lines]
    _require_different(table, "line", ids)
    belonging = {one.id for one in lines if not one.wrong}
    for row, one in zip(rows, lines, strict=True):
        for number, name in enumerate(one.after, 1):
            if name not in belonging:
                row.place.at("after").item(number).fail(
                    f"{shown(name)} is no line of the proof; {nearest(name, belonging)}"
                )
    _require_order(table, lines)
    return ProofOrder(lines)


def _line(row: Table, table: Table, world: World, look: Look) -> ProofLine:
    row.only(_LINE)
    question = None
    if "claim" in row.data:
        source = row if "letters" in row.data else table
        lexicon = lettered(source, world)
        given = row.data.get("where", table.data.get("where"))
        question = claimed(row.place.at("claim"), row.text("claim"), world, lexicon, given)
    wrong = row.text("wrong", "")
    if wrong and "after" in row.data:
        row.place.at("after").fail("a line that does not belong needs no others; take it out")
    return ProofLine(
        row.slug("id"),
        read_text(row.place.at("text"), row.text("text"), look),
        row.texts("after"),
        question,
        wrong,
        row.text("says", ""),
    )


def _require_different(table: Table, key: str, ids: list[str]) -> None:
    for number, name in enumerate(ids):
        if name in ids[:number]:
            table.place.at(key).fail(f"two are called {shown(name)}; rename one")


def _require_order(table: Table, lines: Iterable[ProofLine]) -> None:
    """Refuse lines that need one another."""
    waiting = {one.id: set(one.after) for one in lines if not one.wrong}
    while waiting:
        free = {name for name, needs in waiting.items() if not needs & set(waiting)}
        if not free:
            listed = ", ".join(sorted(waiting))
            table.place.at("line").fail(f"the lines {listed} wait for one another; cut the circle")
        waiting = {name: needs for name, needs in waiting.items() if name not in free}


def read_slots(table: Table, world: World) -> ProofSlots:
    """Read the tables [[part.answer.slot]].

    Raises BadProblem.
    """
    table.only(("kind", "slot", "letters", "functions", "where"))
    lexicon = lettered(table, world)
    given = table.data.get("where", [])
    hypotheses = (given,) if isinstance(given, str) else table.texts("where")
    functions = table.texts("functions")
    rows = table.list_of_tables("slot")
    if not 1 <= len(rows) <= _MOST_LINES:
        table.place.at("slot").fail("write [[part.answer.slot]] at least once")
    slots = tuple(map(_slot, rows))
    _require_different(table, "slot", [one.id for one in slots])
    task = ProofSlots(slots, lexicon, functions, tuple(hypotheses))
    opaque = Opaque(lexicon, functions)
    for row, one in zip(rows, slots, strict=True):
        for text in one.due if one.sort != "reason" else ():
            try:
                opaque.value(text)
            except ExactSpacesError as error:
                row.place.fail(f"{shown(text)} is not understood. {error}")
    return task


def _slot(row: Table) -> Slot:
    row.only(_SLOT)
    name = row.text("id")
    if not name.replace("-", "").isalnum() or len(name) > 30:
        row.place.at("id").fail("a slot has a short name such as 1 or sum")
    if "equals" in row.data:
        return Slot(name, "expression", (row.text("equals"),))
    if "from" in row.data:
        return Slot(name, "step", (row.text("from"), row.text("to")))
    among, due = row.texts("among"), row.text("reason")
    if due not in among:
        row.place.at("reason").fail(f"{shown(due)} is not in the list `among`; add it there")
    return Slot(name, "reason", (due,), among)
