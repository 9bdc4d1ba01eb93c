"""What a lecturer writes for one obligation of a vector space: what is to be shown, and why."""

from collections.abc import Iterator, Mapping

from exactspaces.kernel.formulas import Every, Finite, Formula, Lookup
from exactspaces.kernel.replacing import replaced
from exactspaces.kernel.sentences import formula_text
from exactspaces.questions.obligations import Absent, Broken, Chart, Obligation, Shown
from exactspaces.questions.sides import RESULTS, SIDES, Added, Letter, Multiplied, Side, worked_out
from exactspaces.rendering import formulas as r
from exactspaces.rendering.documents import Block, Display, Paragraph, Pieces, Table
from exactspaces.rendering.formulas import Join, Sym
from exactspaces.rendering.lines import line
from exactspaces.rendering.spaces import carrier_box, operation_boxes
from exactspaces.rendering.statements import condition_box, domain_box, number_box
from exactspaces.rendering.vectors import Signs, side_box, signs_of, vector_box, vector_text
from exactspaces.settle import Outcome
from exactspaces.spaces.user import Named, UserSpace, Vector
from exactspaces.spaces.values import element
from exactspaces.worked.judged import Judged, basis_of, parameters_of
from exactspaces.worked.law_reasons import (
    bindings,
    common_form,
    failing_condition,
    method,
    values_of,
    whole,
    worked_values,
)

Blocks = tuple[Block, ...]


def definition(judged: Judged) -> Blocks:
    """Say what the space is: its carrier, its field, its operations."""
    space = judged.space
    field = domain_box(space.field)
    signs = signs_of(space)
    operations: Blocks = tuple(map(Display, operation_boxes(space, signs)))
    if isinstance(space.form, Named):
        operations = tuple(operation_tables(space, space.form.labels, signs)) or operations
    carrier = Join("=", (Sym(judged.name), carrier_box(space)))
    return (
        Paragraph((carrier, " has scalars from ", field, " and the operations")),
        *operations,
    )


def operation_tables(space: UserSpace, labels: tuple[str, ...], signs: Signs) -> Iterator[Block]:
    """Give the tables of addition and scaling of a finite set."""
    for (one,), sign, domain in (
        (space.add, signs.plus, space.domains[0]),
        (space.scale, signs.times, space.field),
    ):
        if isinstance(one, Lookup) and isinstance(domain, Finite):
            heads = [vector_text(space, (element(k, domain),)) for k in range(len(one.table))]
            if sign == signs.times:
                heads = [formula_text(element(k, domain)) for k in range(len(one.table))]
            rows = (
                ((head,), *((labels[k],) for k in line))
                for head, line in zip(heads, one.table, strict=True)
            )
            yield Table((sign, *labels), tuple(rows))


def steps_for(judged: Judged, name: str) -> Blocks:
    """Write what is to be shown for an obligation, and how it is shown or fails."""
    outcome = judged.outcomes[name]
    if outcome.theorem is None:
        return (Paragraph((f"This stays open: {outcome.reason}.",)),)
    match outcome.answer:
        case Broken() as answer if name in RESULTS:
            return _leaves(judged, name, answer)
        case Broken() as answer:
            return _fails(judged, name, answer)
        case Absent(witness):
            return _absent(judged, outcome, witness)
        case Shown(tuple() as witness) if name == "zero_exists":
            return _zero(judged, witness)
        case Shown(tuple() as witness):
            return _negative(judged, outcome, witness)
    return _stays(judged, name) if name in RESULTS else _holds(judged, name)


def _for_all(judged: Judged, *sides: Side) -> Pieces:
    """Give "for all u, v in V and a in R" for the letters in the sides."""
    vectors, scalars = _letters(sides)
    pieces: list[str | r.Formula] = [" for all ", _members(vectors, Sym(judged.name))]
    if scalars:
        pieces += [" and ", _members(scalars, domain_box(judged.space.field))]
    return tuple(pieces)


def _members(letters: list[str], whole_set: r.Formula) -> r.Formula:
    *first, last = map(Sym, letters)
    member = Join("in", (last, whole_set))
    return Join(",", (*first, member)) if first else member


def _letters(sides: tuple[Side, ...]) -> tuple[list[str], list[str]]:
    vectors: set[str] = set()
    scalars: set[str] = set()
    for side in sides:
        match side:
            case Letter(name):
                vectors.add(name)
            case Added(left, right):
                found = _letters((left, right))
                vectors, scalars = vectors.union(found[0]), scalars.union(found[1])
            case Multiplied(scalar, vector):
                found = _letters((vector,))
                vectors, scalars = vectors.union(found[0]), scalars.union(found[1])
                scalars |= {x for x in "ab" if _occurs(x, scalar)}
    return sorted(vectors), sorted(scalars)


def _occurs(name: str, formula: Formula) -> bool:
    return replaced(formula, {name: formula}) != formula


def _holds(judged: Judged, name: str) -> Blocks:
    """Expand both sides of a law, down to the normal form that they share."""
    space, signs = judged.space, signs_of(judged.space)
    sides = SIDES[name]
    law = Join("=", tuple(side_box(x, signs) for x in sides))
    shared = common_form(space, name)
    blocks: list[Block] = [Paragraph(("To show: ", law, *_for_all(judged, *sides), "."))]
    made = [side for side in sides if not isinstance(side, Letter)]
    if isinstance(space.form, Named):
        made = []
    blocks += [Display(_expanded(space, side, signs, shared)) for side in made]
    theorem = judged.outcomes[name].theorem
    how = "" if theorem is None else method(theorem.certificate)
    said = "The two sides are equal" if shared is None else "Both sides are the same"
    if len(made) == 1:
        said = "This is the vector itself"
    return (*blocks, Paragraph((f"{said}{how}.",)))


def _expanded(space: UserSpace, side: Side, signs: Signs, shared: Vector | None) -> r.Formula:
    chain = [side_box(side, signs), vector_box(space, worked_out(space, side))]
    if shared is not None:
        chain.append(vector_box(space, shared))
    return _chain(chain)


def _chain(boxes: list[r.Formula]) -> r.Formula:
    """Give a chain of equations, without repeating what looks the same."""
    kept = [x for k, x in enumerate(boxes) if not k or line(x) != line(boxes[k - 1])]
    return Join("=", tuple(kept)) if len(kept) > 1 else kept[0]


def _taken(space: UserSpace, values: Mapping[str, Vector]) -> Pieces:
    """Give "Take a = 1, u = (0, 1)."."""
    pieces: list[str | r.Formula] = ["This fails. Take "]
    for place, (letter, box) in enumerate(_value_boxes(space, values).items()):
        pieces += [", " if place else "", Join("=", (Sym(letter), box))]
    return (*pieces, ".")


def _value_boxes(space: UserSpace, values: Mapping[str, Vector]) -> dict[str, r.Formula]:
    return {
        letter: number_box(vector[0]) if letter in "ab" else vector_box(space, vector)
        for letter, vector in values.items()
    }


def _bracketed(boxes: Mapping[str, r.Formula]) -> dict[str, r.Formula]:
    """Put negative numbers in brackets, to stand among operations."""
    return {k: r.Group(x) if isinstance(x, r.Negative) else x for k, x in boxes.items()}


def _evaluated(space: UserSpace, side: Side, values: Mapping[str, Vector]) -> r.Formula:
    """Give a side with values in it, the formula with values in it, and what comes out."""
    formulas = worked_out(space, side)
    bound = bindings(space, values)
    boxes = _value_boxes(space, values)
    chain = [side_box(side, signs_of(space), _bracketed(boxes))]
    found = whole(worked_values(space, formulas, values))
    middle = vector_box(space, tuple(replaced(x, bound) for x in formulas))
    last = None if found is None else vector_box(space, found)
    if not isinstance(side, Letter) and not isinstance(space.form, Named):
        chain.append(middle)
    return _chain(chain if last is None else [*chain, last])


def _fails(judged: Judged, name: str, answer: Broken) -> Blocks:
    """Work out both sides of a law for the values of a counterexample."""
    space, sides = judged.space, SIDES[name]
    values = values_of(space, name, answer)
    law = Join("=", tuple(side_box(x, signs_of(space)) for x in sides))
    return (
        Paragraph(("Asked: ", law, *_for_all(judged, *sides), ".")),
        Paragraph(_taken(space, values)),
        *(Display(_evaluated(space, side, values)) for side in sides),
        Paragraph(("The two sides differ.",)),
    )


def _stays(judged: Judged, name: str) -> Blocks:
    """Say what the carrier asks of a sum or a multiple, and that it is fulfilled."""
    space, side = judged.space, RESULTS[name]
    result = worked_out(space, side)
    box, carrier = side_box(side, signs_of(space)), Sym(judged.name)
    start: Pieces = ("To show: ", Join("in", (box, carrier)), *_for_all(judged, side), ".")
    if isinstance(space.form, Named):
        return Paragraph(start), Paragraph(("Each entry of the table is in ", carrier, "."))
    shown = Display(_chain([box, vector_box(space, result)]))
    condition = space.contains(result)
    theorem = judged.outcomes[name].theorem
    how = "" if theorem is None else method(theorem.certificate)
    if condition == Every(()):
        said: Pieces = ("This is again in ", carrier, f": nothing more is asked{how}.")
    else:
        said = ("It meets the condition ", condition_box(condition), f"{how}.")
    return Paragraph(start), shown, Paragraph(said)


def _leaves(judged: Judged, name: str, answer: Broken) -> Blocks:
    """Show a sum or a multiple that is not in the carrier."""
    space, side = judged.space, RESULTS[name]
    values = values_of(space, name, answer)
    found = whole(worked_values(space, worked_out(space, side), values))
    why = failing_condition(space, found) if found is not None else ""
    member = Join("in", (side_box(side, signs_of(space)), Sym(judged.name)))
    said = "This has no value" if found is None else "This is not in the carrier"
    return (
        Paragraph(("Asked: ", member, *_for_all(judged, side), ".")),
        Paragraph(_taken(space, values)),
        Display(_evaluated(space, side, values)),
        Paragraph((f"{said}: {why}." if why else f"{said}.",)),
    )


def _sum_with(judged: Judged, left: str, right: r.Formula) -> r.Formula:
    return side_box(Added(Letter(left), Letter("z")), signs_of(judged.space), {"z": right})


def _zero(judged: Judged, zero: Vector) -> Blocks:
    """Say what the zero vector has to fulfil, which vector does, and check it."""
    space, u = judged.space, judged.space.vector("u")
    names, carrier = space.vector("z"), Sym(judged.name)
    asked = Join("=", (_sum_with(judged, "u", Sym("z")), Sym("u")))
    reads = Join("=", (vector_box(space, space.sum(u, names)), vector_box(space, u)))
    found = Join("=", (Sym("z"), vector_box(space, zero)))
    left = _sum_with(judged, "u", vector_box(space, zero))
    check = (left, vector_box(space, space.sum(u, zero)), vector_box(space, u))
    if isinstance(space.form, Named):
        said = Join("=", (left, Sym("u")))
        return (Paragraph((said, " for all ", Join("in", (Sym("u"), carrier)), ".")),)
    return (
        Paragraph(
            ("We look for ", Join("in", (Sym("z"), carrier)), " with ", asked, ", which reads")
        ),
        Display(reads),
        Paragraph(("for all ", Join("in", (Sym("u"), carrier)), ". This is so for ", found, ":")),
        Display(Join("=", check)),
        Paragraph(("and ", vector_box(space, zero), " is in ", carrier, ".")),
    )


def _negative(judged: Judged, outcome: Outcome, negative: Vector) -> Blocks:
    """Say what the negative of u has to fulfil, which formula does, and check it."""
    space, u = judged.space, judged.space.vector("u")
    question, carrier = outcome.question, Sym(judged.name)
    zero = question.zero if isinstance(question, Obligation) and question.zero else ()
    asked = Join("=", (_sum_with(judged, "u", Sym("w")), vector_box(space, zero)))
    names = space.vector("w")
    if isinstance(space.form, Named):
        asks = Join("in", (Sym("u"), carrier))
        return (Paragraph(("For each ", asks, " there is a ", Sym("w"), " with ", asked, ".")),)
    reads = Join("=", (vector_box(space, space.sum(u, names)), vector_box(space, zero)))
    short = judged.negative or negative
    found = Join("=", (Sym("w"), vector_box(space, short)))
    check = (vector_box(space, space.sum(u, short)), vector_box(space, zero))
    return (
        Paragraph(("For each ", Join("in", (Sym("u"), carrier)), " we look for ",
                   Join("in", (Sym("w"), carrier)), " with ", asked, ", which reads")),
        Display(reads),
        Paragraph(("This is so for ", found, ", which is in ", carrier, ":")),
        Display(Join("=", check)),
    )  # fmt: skip


def _absent(judged: Judged, outcome: Outcome, witness: Vector | None) -> Blocks:
    """Show that there is no zero, or a vector without a negative."""
    space, carrier = judged.space, Sym(judged.name)
    if witness is None:
        return (Paragraph((carrier, " is empty, so it has no zero vector.")),)
    question = outcome.question
    zero = question.zero if isinstance(question, Obligation) else None
    name = question.name if isinstance(question, Obligation) else ""
    if name == "neg_exists" and zero is None:
        return (Paragraph(("There is no zero vector, so no vector has a negative.",)),)
    u, box = space.vector("u"), vector_box(space, witness)
    named = isinstance(space.form, Named)
    total = vector_box(space, space.sum(witness, u))
    left = side_box(Added(Letter("w"), Letter("u")), signs_of(space))
    start = Join("=", (Sym("w"), box))
    if name == "neg_exists" and zero is not None:
        target = vector_box(space, zero)
        return (
            Paragraph(
                ("This fails. Take ", start, ". For each ", Join("in", (Sym("u"), carrier)))
            ),
            Display(left if named else Join("=", (left, total))),
            Paragraph(("is different from the zero vector ", target, ".")),
        )
    return (
        Paragraph(("No ", Join("in", (Sym("u"), carrier)), " is a zero: take ", start,
                   ", which is in ", carrier, ". Then")),
        Display(left if named else Join("=", (left, total))),
        Paragraph(("is different from ", Sym("w"), ".")),
    )  # fmt: skip


def transport_pieces(judged: Judged, chart: Chart) -> Pieces:
    """Say what the space is a copy of, and by which map."""
    space, n = judged.space, len(chart.there)
    onto = Sym(f"{judged.field}^{n}")
    source = _tuple(tuple(map(Sym, parameters_of(chart))))
    pieces: list[str | r.Formula] = [
        Sym(judged.name), " is a copy of ", onto, ": ",
        Join("->", (Sym("u"), _tuple(tuple(map(number_box, chart.there))))),
        " is an isomorphism, with the inverse ",
        Join("->", (source, vector_box(space, chart.back))), f"; dimension {n}",
    ]  # fmt: skip
    for place, vector in enumerate(basis_of(space, chart)):
        pieces += [", " if place else ", basis ", vector_box(space, vector)]
    return tuple(pieces)


def _tuple(parts: tuple[r.Formula, ...]) -> r.Formula:
    return parts[0] if len(parts) == 1 else r.Tuple(parts)


def transport_steps(judged: Judged, chart: Chart) -> Blocks:
    """Show that the map turns the operations into those of F^n."""
    space, signs = judged.space, signs_of(judged.space)
    images = {x: _image(space, chart, space.vector(x)) for x in "uv"}
    plus, times = (RESULTS[name] for name in ("closed_add", "closed_scale"))
    rules = []
    for side, right in (
        (plus, Join("+", (images["u"], images["v"]))),
        (times, Join("*", (Sym("a"), images["u"]))),
    ):
        image = _image(space, chart, worked_out(space, side))
        rules.append(Join("=", (r.Call("phi", (side_box(side, signs),)), image, right)))
    start: Pieces = ("The map ", Join("=", (r.Call("phi", (Sym("u"),)), images["u"])), " gives")
    return (
        Paragraph(start),
        *map(Display, rules),
        Paragraph(("So ", *transport_pieces(judged, chart), ".")),
    )


def _image(space: UserSpace, chart: Chart, vector: Vector) -> r.Formula:
    bound = dict(zip(space.names("u"), vector, strict=True))
    return _tuple(tuple(number_box(replaced(x, bound)) for x in chart.there))
