"""The ten obligations of a vector space, as statements about a space given by formulas.

For closure, the vector is in the carrier and each component in its domain. The laws are judged
wherever both sides have values, so that they can be asked where closure fails. Of the zero vector
`v + z = v` is asked, of the negative `v + w = z`; commutativity is an obligation of its own.
"""

from dataclasses import dataclass

from exactspaces.kernel import AllOf, Claim
from exactspaces.kernel.formulas import (
    Apply,
    Compare,
    Condition,
    Conditional,
    Constant,
    Every,
    Formula,
    Quantity,
    Some,
    Variable,
    Within,
)
from exactspaces.kernel.replacing import replaced
from exactspaces.kernel.scalars import Extension
from exactspaces.kernel.statements import ForAll, NotForAll
from exactspaces.spaces.user import UserSpace, Vector

CLOSURE = ("closed_add", "closed_scale")
LAWS = (
    "add_comm", "add_assoc", "one_scale", "scale_assoc", "scale_add_vectors", "scale_add_scalars",
)  # fmt: skip
EXISTENCE = ("zero_exists", "neg_exists")
OBLIGATIONS = (
    "closed_add", "closed_scale", "add_comm", "add_assoc", "zero_exists", "neg_exists",
    "one_scale", "scale_assoc", "scale_add_vectors", "scale_add_scalars",
)  # fmt: skip


@dataclass(frozen=True)
class Statement:
    """What is to hold for all values of the quantities that fulfil the hypotheses."""

    quantities: tuple[Quantity, ...]
    hypotheses: tuple[Condition, ...]
    conclusion: Condition

    def proved(self) -> ForAll:
        """Give the claim that it holds."""
        return ForAll(self.quantities, self.hypotheses, self.conclusion)

    def refuted(self) -> NotForAll:
        """Give the claim that it does not."""
        return NotForAll(self.quantities, self.hypotheses, self.conclusion)


def same(left: Vector, right: Vector) -> Condition:
    """Give the condition that two vectors are equal, component by component."""
    return _joined([Compare("=", x, y) for x, y in zip(left, right, strict=True)])


def different(left: Vector, right: Vector) -> Condition:
    """Give the condition that two vectors differ in a component."""
    parts = [Compare("!=", x, y) for x, y in zip(left, right, strict=True)]
    return parts[0] if len(parts) == 1 else Some(tuple(parts))


def inside(space: UserSpace, vector: Vector) -> Condition:
    """Give the condition that a vector lies in the carrier, its components in their domains."""
    domains = [Within(x, domain) for x, domain in zip(vector, space.domains, strict=True)]
    return _joined([*domains, space.contains(vector)])


def both(first: Condition, second: Condition) -> Condition:
    """Give the condition that two conditions are true."""
    return _joined([first, second])


def _joined(conditions: list[Condition]) -> Condition:
    flat: list[Condition] = []
    for one in conditions:
        flat += one.conditions if isinstance(one, Every) else [one]
    return flat[0] if len(flat) == 1 else Every(tuple(flat))


def statement(space: UserSpace, name: str) -> Statement:
    """Give the statement of a closure or of a law."""
    u, v, a = space.vector("u"), space.vector("v"), Variable("a")
    if name == "closed_add":
        return about(space, "uv", "", inside(space, space.sum(u, v)))
    if name == "closed_scale":
        return about(space, "u", "a", inside(space, space.multiple(a, u)))
    letters, scalars, left, right = _law(space, name)
    found = about(space, letters, scalars, same(left, right))
    defined = tuple(Compare("=", x, x) for x in (*left, *right) if not is_total(x))
    return Statement(found.quantities, (*found.hypotheses, *defined), found.conclusion)


def third_letter(space: UserSpace) -> str:
    """Give the letter of the third vector of a law: w, unless that is a number of the field."""
    names = space.field.names if isinstance(space.field, Extension) else ()
    return next(letter for letter in "wxyz" if letter not in names)


def _law(space: UserSpace, name: str) -> tuple[str, str, Vector, Vector]:
    """Give the letters of the vectors and scalars of a law, and its two sides."""
    third = third_letter(space)
    u, v, w = (space.vector(letter) for letter in ("u", "v", third))
    a, b = Variable("a"), Variable("b")
    add, scale = space.sum, space.multiple
    match name:
        case "add_comm":
            return "uv", "", add(u, v), add(v, u)
        case "add_assoc":
            return f"uv{third}", "", add(add(u, v), w), add(u, add(v, w))
        case "one_scale":
            return "u", "", scale(Constant(1), u), u
        case "scale_assoc":
            return "u", "ab", scale(a, scale(b, u)), scale(_times(a, b), u)
        case "scale_add_vectors":
            return "uv", "a", scale(a, add(u, v)), add(scale(a, u), scale(a, v))
        case "scale_add_scalars":
            return "u", "ab", scale(_plus(a, b), u), add(scale(a, u), scale(b, u))
    raise KeyError(name)


_PARTIAL = {"/", "^", "root", "log", "atanh", "tan"}


def is_total(formula: Formula) -> bool:
    """Say that a formula has a value for all values of its variables."""
    match formula:
        case Apply("^", (base, Constant(n, 1))):
            return n >= 0 and is_total(base)
        case Apply("root", (base, Constant(n, 1))):
            return n % 2 == 1 and is_total(base)
        case Apply(function, arguments):
            return function not in _PARTIAL and all(map(is_total, arguments))
        case Conditional(_, then, otherwise):
            return is_total(then) and is_total(otherwise)
    return True


def about(space: UserSpace, letters: str, scalars: str, conclusion: Condition) -> Statement:
    """State something of all vectors and scalars with these letters."""
    quantities = tuple(Quantity(name, space.field) for name in scalars)
    hypotheses = tuple(space.contains(space.vector(letter)) for letter in letters)
    return Statement((*quantities, *space.quantities(letters)), hypotheses, conclusion)


def zero_claim(space: UserSpace, zero: Vector) -> Claim:
    """Say that the vector lies in the carrier and that v + zero = v for all v."""
    u = space.vector("u")
    neutral = about(space, "u", "", same(space.sum(u, zero), u))
    return AllOf((constant_inside(space, zero), neutral.proved()))


def constant_inside(space: UserSpace, vector: Vector) -> ForAll:
    """Say that a vector of numbers lies in the carrier; a scalar `a` names the field."""
    return about(space, "", "a", inside(space, vector)).proved()


def no_zero_claim(space: UserSpace, witness: Vector) -> ForAll:
    """Say that no u in the carrier is a zero: w + u is not w for the stated w, a formula in u."""
    u = space.vector("u")
    conclusion = _joined([inside(space, witness), different(space.sum(witness, u), witness)])
    return about(space, "u", "", conclusion).proved()


def empty_claim(space: UserSpace) -> ForAll:
    """Say that the carrier is empty."""
    return about(space, "u", "", Some(())).proved()


def negative_claim(space: UserSpace, zero: Vector, negative: Vector) -> ForAll:
    """Say that each u has the stated negative, a formula in u: it is inside, and adds to zero."""
    u = space.vector("u")
    conclusion = _joined([inside(space, negative), same(space.sum(u, negative), zero)])
    return about(space, "u", "", conclusion).proved()


def no_negative_claim(space: UserSpace, zero: Vector, vector: Vector) -> Claim:
    """Say that a vector of numbers lies in the carrier and has no negative: it + u is not zero."""
    without = about(space, "u", "", different(space.sum(vector, space.vector("u")), zero))
    return AllOf((constant_inside(space, vector), without.proved()))


def transport_claim(space: UserSpace, chart: Vector, back: Vector) -> Claim:
    """Say that `chart` (formulas in u) is an isomorphism onto F^n with the inverse `back`.

    The formulas of `back` are in t (or t1, t2, ...), which run over the field.
    """
    u, v, a = space.vector("u"), space.vector("v"), Variable("a")
    there = [space.sum(u, v), space.multiple(a, u)]
    images = [_image(space, chart, vector) for vector in there]
    at_u, at_v = chart, _image(space, chart, v)
    sums = tuple(_plus(x, y) for x, y in zip(at_u, at_v, strict=True))
    multiples = tuple(_times(a, x) for x in at_u)
    names = ("t",) if len(chart) == 1 else tuple(f"t{k + 1}" for k in range(len(chart)))
    targets = tuple(Quantity(name, space.field) for name in names)
    round_trip = tuple(replaced(x, dict(zip(names, chart, strict=True))) for x in back)
    again = same(_image(space, chart, back), tuple(map(Variable, names)))
    onto = _joined([inside(space, back), again])
    real = [Within(x, space.field) for x in chart]
    return AllOf(
        (
            about(space, "uv", "", same(images[0], sums)).proved(),
            about(space, "u", "a", same(images[1], multiples)).proved(),
            about(space, "u", "", _joined([*real, same(round_trip, u)])).proved(),
            ForAll(targets, (), onto),
        )
    )


def _image(space: UserSpace, chart: Vector, vector: Vector) -> Vector:
    bound = dict(zip(space.names("u"), vector, strict=True))
    return tuple(replaced(formula, bound) for formula in chart)


def _times(x: Formula, y: Formula) -> Formula:
    return Apply("*", (x, y))


def _plus(x: Formula, y: Formula) -> Formula:
    return Apply("+", (x, y))
