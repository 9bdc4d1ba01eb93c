"""Spaces given by formulas: their carriers and operations, in text and as mathematics."""

from exactspaces.kernel.formulas import Domain, Every, Labels, Variable
from exactspaces.kernel.sentences import condition_text, domain_text, formula_text
from exactspaces.questions.sides import RESULTS
from exactspaces.rendering.formulas import Call, Formula, Join, Num, Phrase, SetOf, Sym, Words
from exactspaces.rendering.statements import condition_box, domain_box
from exactspaces.rendering.vectors import Signs, side_box, vector_box, vector_text
from exactspaces.spaces.user import Coefficients, Entries, Grid, Named, Slots, UserSpace


def carrier_text(space: UserSpace) -> str:
    """Write the carrier: {u in RR : u > 0}.

    >>> from exactspaces.kernel.formulas import Reals
    >>> carrier_text(UserSpace(Reals(), Entries(2), (Reals(), Reals()), Every(()), (), ()))
    'RR^2'
    """
    everything = ambient_text(space)
    if space.condition == Every(()):
        return everything
    return f"{{{_generic_text(space)} in {everything} : {condition_text(space.condition)}}}"


def _generic_text(space: UserSpace) -> str:
    return "u" if space.size == 1 else f"({', '.join(space.names('u'))})"


def ambient_text(space: UserSpace) -> str:
    """Write where the vectors are taken from."""
    first = _domain_text(space.domains)
    match space.form:
        case Entries(length) if len(set(space.domains)) == 1:
            return f"{first}^{length}"
        case Grid(rows, columns):
            return f"{first}^({rows}x{columns})"
        case Coefficients(degree):
            return f"P_{degree}({first})"
        case Named(labels):
            return "{" + ", ".join(labels) + "}"
        case Slots(quantities):
            return f"functions, by {', '.join(quantities)}"
    return " x ".join(map(domain_text, space.domains))


def _domain_text(domains: tuple[Domain, ...]) -> str:
    return domain_text(domains[0]) if domains else "RR"


def operations_text(space: UserSpace, signs: Signs) -> str:
    """Write the two operations: u ⊕ v = u*v, a⊙u = u^a."""
    u, v, a = space.vector("u"), space.vector("v"), Variable("a")
    total = vector_text(space, space.sum(u, v))
    multiple = vector_text(space, space.multiple(a, u))
    return f"u {signs.plus} v = {total}, {formula_text(a)}{signs.times}u = {multiple}"


def carrier_box(space: UserSpace) -> Formula:
    """Set the carrier as mathematics."""
    everything = ambient_box(space)
    if space.condition == Every(()):
        return everything
    member = Join("in", (vector_box(space, space.vector("u")), everything))
    condition = condition_box(space.condition)
    tail = condition.parts if isinstance(condition, Phrase) else (condition,)
    return SetOf((Phrase((member, Words(":"), *tail)),))


def ambient_box(space: UserSpace) -> Formula:
    """Set the place where vectors are taken from as mathematics."""
    domains = space.domains
    match space.form:
        case Entries(length) if len(set(domains)) == 1 and not isinstance(domains[0], Labels):
            return Sym(f"{domain_text(domains[0])}^{length}")
        case Grid(rows, columns):
            size = Join("by", (Num(rows), Num(columns)))
            return Phrase((size, Words("matrices over"), domain_box(domains[0])))
        case Coefficients(degree):
            return Call(f"P_{degree}", (domain_box(domains[0]),))
        case Named(labels):
            return SetOf(tuple(map(Sym, labels)))
        case Slots(quantities):
            return Phrase((Words("the functions, by"), Join(",", tuple(map(Sym, quantities)))))
    boxes = tuple(map(domain_box, domains))
    return boxes[0] if len(boxes) == 1 else Join("by", boxes)


def operation_boxes(space: UserSpace, signs: Signs) -> tuple[Formula, Formula]:
    """Set the definitions of the two operations as mathematics."""
    u, v = space.vector("u"), space.vector("v")
    generic = {"u": vector_box(space, u), "v": vector_box(space, v)}
    results = space.sum(u, v), space.multiple(Variable("a"), u)
    total, multiple = (
        Join("=", (side_box(RESULTS[name], signs, generic), vector_box(space, result)))
        for name, result in zip(("closed_add", "closed_scale"), results, strict=True)
    )
    return total, multiple
