"""Is this map linear? It is defined everywhere, additive and homogeneous."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from exactspaces.api.processes.budget import Budget, Work
from exactspaces.api.structures.condition_reports import AnswerReport, ConditionReport
from exactspaces.api.structures.sets import first_theorem, shown, small_values, within
from exactspaces.kernel.formulas import Compare, Constant, Every, Formula, Variable
from exactspaces.kernel.replacing import replaced
from exactspaces.kernel.sentences import domain_text, formula_text
from exactspaces.kernel.statements import Instance
from exactspaces.questions import laws
from exactspaces.rendering.spaces import carrier_text
from exactspaces.rendering.vectors import Signs, signs_of, vector_text
from exactspaces.spaces.user import Entries, Single, UserSpace, Vector
from exactspaces.spaces.values import value_of

ASKS = {
    "defined": "The map is defined everywhere, with values in the target",
    "additive": "The map of a sum is the sum of the maps",
    "homogeneous": "The map of a multiple is the multiple of the map",
}


@dataclass(frozen=True)
class MapBetween:
    """A map given by formulas in u, from one space to another over the same field."""

    source: UserSpace
    target: UserSpace
    formulas: Vector
    name: str = "T"

    def at(self, vector: Vector) -> Vector:
        """Give the image of a vector."""
        bound = dict(zip(self.source.names("u"), vector, strict=True))
        return tuple(replaced(x, bound) for x in self.formulas)

    def statement(self, name: str) -> laws.Statement:
        """State one of the three conditions."""
        source, target, a = self.source, self.target, Variable("a")
        u, v = source.vector("u"), source.vector("v")
        if name == "defined":
            return laws.about(source, "u", "a", laws.inside(target, self.formulas))
        if name == "additive":
            sides = self.at(source.sum(u, v)), target.sum(self.at(u), self.at(v))
            found = laws.about(source, "uv", "a", laws.same(*sides))
        else:
            sides = self.at(source.multiple(a, u)), target.multiple(a, self.at(u))
            found = laws.about(source, "u", "a", laws.same(*sides))
        partial = (x for side in sides for x in side if not laws.is_total(x))
        defined = tuple(Compare("=", x, x) for x in partial)
        return replace(found, hypotheses=(*found.hypotheses, *defined))


@dataclass(frozen=True)
class _Asked(Work):
    one: MapBetween
    name: str

    def result(self) -> ConditionReport:
        return _settled(self.one, self.name)


def linear_report(one: MapBetween, budget: Budget, subject: str = "") -> AnswerReport:
    """Settle whether the map is defined everywhere, additive and homogeneous."""
    found = AnswerReport(
        subject or one.name,
        f"a linear map from {carrier_text(one.source)} to {carrier_text(one.target)}",
        domain_text(one.source.field),
        tuple(within(_Asked(one, name), name, asks, budget) for name, asks in ASKS.items()),
    )
    matrix = _matrix(one) if found.verdict == "proved" else None
    return replace(found, facts={"matrix": matrix})


def _settled(one: MapBetween, name: str) -> ConditionReport:
    statement, asks = one.statement(name), ASKS[name]
    theorem = shown(statement)
    if theorem is not None:
        return ConditionReport(name, asks, "proved", _rule(one, name), None, theorem)
    for values in small_values(statement):
        theorem = first_theorem(statement.refuted(), (Instance(values),))
        if theorem is not None:
            names = [quantity.name for quantity in statement.quantities]
            known = dict(zip(names, values, strict=True))
            reason, witness = _failure(one, name, known)
            return ConditionReport(name, asks, "refuted", reason, witness, theorem)
    why = "neither a proof nor a counterexample was found"
    return ConditionReport(name, asks, "undecided", why)


def _failure(one: MapBetween, name: str, known: Mapping[str, Formula]) -> tuple[str, Any]:
    source = one.source
    values: dict[str, Vector] = {"a": (known["a"],)}
    for letter in "uv":
        if source.names(letter)[0] in known:
            values[letter] = tuple(known[x] for x in source.names(letter))
    if name != "defined":
        return _fails(one, name, values, (signs_of(source), signs_of(one.target)))
    at = vector_text(source, values["u"])
    value = _value_text(one.target, one.at(values["u"]))
    said = "has no value" if value == "no value" else f"= {value} is not in the target"
    return f"{one.name}({_bare(at)}) {said}", {"u": at}


def _rule(one: MapBetween, name: str) -> str:
    here, there, t = signs_of(one.source), signs_of(one.target), one.name
    if name == "defined":
        return f"{t}(u) is in the target for all u"
    if name == "additive":
        return f"{t}(u {here.plus} v) = {t}(u) {there.plus} {t}(v)"
    return f"{t}(a{here.times}u) = a{there.times}{t}(u)"


def _fails(
    one: MapBetween, name: str, values: Mapping[str, Vector], signs: tuple[Signs, Signs]
) -> tuple[str, dict[str, object]]:
    n, t = one.source.size, one.name
    source, target, (here, there) = one.source, one.target, signs
    u = values["u"][:n]
    at_u = vector_text(source, u)
    if name == "additive":
        v = values["v"][:n]
        at_v = vector_text(source, v)
        second = f"({at_v})" if at_v.startswith("-") else at_v
        left = f"{at_u} {here.plus} {second}"
        right = f"{t}({_bare(at_u)}) {there.plus} {t}({_bare(at_v)})"
        images = one.at(source.sum(u, v)), target.sum(one.at(u), one.at(v))
        shown = {"u": at_u, "v": at_v}
    else:
        a = values["a"][0]
        scalar = formula_text(a)
        scalar = scalar if scalar.isalnum() else f"({scalar})"
        inner = f"({at_u})" if at_u.startswith("-") else at_u
        left = f"{scalar}{here.times}{inner}"
        right = f"{scalar}{there.times}{t}({_bare(at_u)})"
        images = one.at(source.multiple(a, u)), target.multiple(a, one.at(u))
        shown = {"a": scalar, "u": at_u}
    first, last = (_value_text(target, x) for x in images)
    witness: dict[str, object] = {"values": shown, "left": first, "right": last}
    shown_left, shown_right = (
        f"{side} has no value" if x == "no value" else f"{side} = {x}"
        for side, x in ((f"{t}({left})", first), (right, last))
    )
    return f"{shown_left} but {shown_right}", witness


def _bare(text: str) -> str:
    """Leave out the brackets of a tuple that is the argument of a function."""
    return text[1:-1] if text.startswith("(") and text.endswith(")") else text


def _value_text(space: UserSpace, vector: Vector) -> str:
    found = [value_of(x, d) for x, d in zip(vector, space.domains, strict=True)]
    known = tuple(x for x in found if x is not None)
    return vector_text(space, known) if len(known) == len(found) else "no value"


def _matrix(one: MapBetween) -> str | None:
    """Give the matrix of a map between tuples, in the standard bases."""
    spaces = one.source, one.target
    plain = all(
        isinstance(x.form, Entries | Single) and x.condition == Every(()) and _is_usual(x)
        for x in spaces
    )
    if not plain:
        return None
    n, m = one.source.size, one.target.size
    columns: list[tuple[Formula, ...]] = []
    for k in range(n):
        unit = tuple(Constant(int(j == k)) for j in range(n))
        images = zip(one.at(unit), one.target.domains, strict=True)
        columns.append(tuple(value_of(x, domain) or x for x, domain in images))
    rows = [[formula_text(columns[j][i]) for j in range(n)] for i in range(m)]
    return f"[{'; '.join(' '.join(row) for row in rows)}]"


def _is_usual(space: UserSpace) -> bool:
    signs = signs_of(space)
    return (signs.plus, signs.times) == ("+", "·")
