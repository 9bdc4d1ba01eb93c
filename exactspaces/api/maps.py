"""Is this map linear? It is when its graph is a subspace of the product of its two spaces."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, product

from exactspaces.api.budget import Budget
from exactspaces.api.condition_reports import AnswerReport, ConditionReport
from exactspaces.api.sets import first_theorem
from exactspaces.api.spaces import settled
from exactspaces.kernel.formulas import Compare, Constant, Every, Formula, Labels, Variable
from exactspaces.kernel.replacing import replaced
from exactspaces.kernel.sentences import domain_text, formula_text
from exactspaces.kernel.statements import Instance, Normalised, RunThrough
from exactspaces.questions import laws
from exactspaces.questions.obligations import Broken, Obligation, Shown
from exactspaces.rendering.spaces import carrier_text
from exactspaces.rendering.vectors import Signs, signs_of, vector_text
from exactspaces.settle import Outcome
from exactspaces.spaces.user import Entries, Single, UserSpace, Vector
from exactspaces.spaces.values import is_true, value_of
from exactspaces.worked.law_reasons import values_of

ASKS = {
    "defined": "The map is defined everywhere, with values in the target",
    "additive": "The map of a sum is the sum of the maps",
    "homogeneous": "The map of a multiple is the multiple of the map",
}
_SMALL = (Constant(0), Constant(1), Constant(-1), Constant(2), Constant(1, 2))
_MOST_TRIED = 500


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

    @property
    def graph(self) -> UserSpace:
        """The pairs (u, T(u)) with the operations of the two spaces."""
        source, target = self.source, self.target
        n, m = source.size, target.size
        frame = UserSpace(
            source.field, Entries(n + m), source.domains + target.domains, Every(()), (), ()
        )
        u, v = frame.vector("u"), frame.vector("v")
        a = Variable("a")
        equations = tuple(Compare("=", y, x) for y, x in zip(u[n:], self.at(u[:n]), strict=True))
        inside = source.contains(u[:n]), target.contains(u[n:])
        condition = Every((*(x for x in inside if x != Every(())), *equations))
        add = source.sum(u[:n], v[:n]) + target.sum(u[n:], v[n:])
        scale = source.multiple(a, u[:n]) + target.multiple(a, u[n:])
        return UserSpace(frame.field, frame.form, frame.domains, condition, add, scale)


def linear_report(one: MapBetween, budget: Budget, subject: str = "") -> AnswerReport:
    """Settle whether the map is defined everywhere, additive and homogeneous."""
    conditions = [_defined(one)]
    for name, law in (("additive", "closed_add"), ("homogeneous", "closed_scale")):
        conditions.append(_closed(one, name, settled(Obligation(one.graph, law), budget)))
    found = AnswerReport(
        subject or one.name,
        f"a linear map from {carrier_text(one.source)} to {carrier_text(one.target)}",
        domain_text(one.source.field),
        tuple(conditions),
    )
    matrix = _matrix(one) if found.verdict == "proved" else None
    return AnswerReport(
        found.subject, found.noun, found.field, found.conditions, {"matrix": matrix}
    )


def _closed(one: MapBetween, name: str, outcome: Outcome) -> ConditionReport:
    signs = signs_of(one.source), signs_of(one.target)
    reason, witness = outcome.reason, None
    match outcome.answer:
        case Shown():
            reason = _rule(one, name, signs)
        case Broken() as answer:
            law = "closed_add" if name == "additive" else "closed_scale"
            reason, witness = _fails(one, name, values_of(one.graph, law, answer), signs)
    return ConditionReport(name, ASKS[name], outcome.verdict, reason, witness, outcome.theorem)


def _rule(one: MapBetween, name: str, signs: tuple[Signs, Signs]) -> str:
    here, there = signs
    t = one.name
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


def _defined(one: MapBetween) -> ConditionReport:
    inside = laws.inside(one.target, one.formulas)
    statement = laws.about(one.source, "u", "a", inside)
    theorem = first_theorem(statement.proved(), (Normalised(), RunThrough()))
    asks = ASKS["defined"]
    if theorem is not None:
        said = f"{one.name}(u) is in the target for all u"
        return ConditionReport("defined", asks, "proved", said, None, theorem)
    for values in _candidates(one.source):
        theorem = first_theorem(statement.refuted(), (Instance((Constant(0), *values)),))
        if theorem is not None:
            at = vector_text(one.source, values)
            value = _value_text(one.target, one.at(values))
            reason = f"{one.name}({_bare(at)}) = {value} is not in the target"
            if value == "no value":
                reason = f"{one.name}({_bare(at)}) has no value"
            return ConditionReport("defined", asks, "refuted", reason, {"u": at}, theorem)
    return ConditionReport("defined", asks, "undecided", "it is not seen whether it is")


def _candidates(space: UserSpace) -> Iterator[Vector]:
    """Give small vectors of the carrier."""
    if any(isinstance(x, Labels) for x in space.domains):
        return
    for values in islice(product(_SMALL, repeat=space.size), _MOST_TRIED):
        if is_true(laws.inside(space, values), space.field):
            yield values


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
