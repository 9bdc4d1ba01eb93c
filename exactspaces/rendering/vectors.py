"""Vectors of a space given by formulas: in one line of text, and set as mathematics.

The operations are written + and · where they are the usual ones, ⊕ and ⊙ where they are not.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from exactspaces.kernel import formulas as k
from exactspaces.kernel.formulas import Apply, Constant, Variable
from exactspaces.kernel.sentences import formula_text
from exactspaces.questions.sides import Added, Letter, Multiplied, Side
from exactspaces.rendering.formulas import (
    Formula,
    Grid,
    Group,
    Join,
    Num,
    Raised,
    Sum,
    Sym,
    Tuple,
)
from exactspaces.rendering.statements import number_box
from exactspaces.spaces.user import (
    Coefficients,
    Entries,
    Named,
    Single,
    Slots,
    UserSpace,
    Vector,
)
from exactspaces.spaces.user import Grid as Matrices
from exactspaces.spaces.values import simplified


@dataclass(frozen=True)
class Signs:
    """How addition and scaling are written, in text and in formulas."""

    plus: str
    times: str

    @property
    def joins(self) -> tuple[str, str]:
        """The operators of `Join` for the two."""
        return "+" if self.plus == "+" else "direct", "*" if self.times == "·" else "dot"


def signs_of(space: UserSpace) -> Signs:
    """Choose the signs: · also for an unusual scaling of tuples, which cannot be mistaken."""
    u, v, a = space.vector("u"), space.vector("v"), Variable("a")
    sums = tuple(Apply("+", pair) for pair in zip(u, v, strict=True))
    multiples = tuple(Apply("*", (a, x)) for x in u)
    numbers = not isinstance(space.form, Named)
    usual = numbers and _agree(space, space.add, sums)
    scaled = numbers and _agree(space, space.scale, multiples)
    single = isinstance(space.form, Single | Named)
    return Signs("+" if usual else "⊕", "⊙" if single and not scaled else "·")


def _agree(space: UserSpace, left: Vector, right: Vector) -> bool:
    domains = {q.name: q.domain for q in space.quantities("uv")} | {"a": space.field}
    pairs = zip(left, right, strict=True)
    return all(x == y or simplified(x, domains) == simplified(y, domains) for x, y in pairs)


def vector_text(space: UserSpace, vector: Vector) -> str:
    """Write a vector in one line: 2, (0,1), [1 2; 3 4], 1 + x, f(0) = 1."""
    texts = [formula_text(x) for x in vector]
    match space.form:
        case Single():
            return texts[0]
        case Matrices(_, columns):
            rows = [texts[i : i + columns] for i in range(0, len(texts), columns)]
            comma = ", " if any(" " in x for x in texts) else " "
            return f"[{'; '.join(map(comma.join, rows))}]"
        case Named(labels):
            return _label(vector[0], labels)
        case Coefficients(_, variable):
            return formula_text(_polynomial(vector, variable))
        case Slots(names):
            return ", ".join(f"{name} = {x}" for name, x in zip(names, texts, strict=True))
    return f"({','.join(texts)})"


def _label(one: k.Formula, labels: tuple[str, ...]) -> str:
    if isinstance(one, Constant) and 0 <= one.numerator < len(labels):
        return labels[one.numerator]
    return formula_text(one)


def _polynomial(vector: Vector, variable: str) -> k.Formula:
    total: k.Formula | None = None
    for power, coefficient in enumerate(vector):
        if coefficient == Constant(0):
            continue
        x = Variable(variable)
        base: k.Formula = x if power == 1 else Apply("^", (x, Constant(power)))
        one = base if coefficient == Constant(1) else Apply("*", (coefficient, base))
        term = one if power else coefficient
        total = term if total is None else Apply("+", (total, term))
    return Constant(0) if total is None else total


def vector_box(space: UserSpace, vector: Vector) -> Formula:
    """Set a vector as mathematics."""
    boxes = tuple(map(number_box, vector))
    match space.form:
        case Single():
            return boxes[0]
        case Matrices(_, columns):
            return Grid(tuple(boxes[i : i + columns] for i in range(0, len(boxes), columns)))
        case Named(labels):
            known = isinstance(vector[0], Constant)
            return Sym(_label(vector[0], labels)) if known else boxes[0]
        case Coefficients(_, variable):
            if all(isinstance(x, Constant) for x in vector):
                return number_box(_polynomial(vector, variable))
            return _sum_of_powers(boxes, variable)
        case Slots(names) if all(isinstance(x, Constant) for x in vector):
            pairs = zip(names, boxes, strict=True)
            return Join(",", tuple(Join("=", (Sym(name), x)) for name, x in pairs))
    return Tuple(boxes)


def _sum_of_powers(boxes: tuple[Formula, ...], variable: str) -> Formula:
    powers = [
        Sym(variable) if n == 1 else Raised(Sym(variable), Num(n)) for n in range(len(boxes))
    ]
    terms = [
        Join("", (x, power)) if n else x
        for n, (x, power) in enumerate(zip(boxes, powers, strict=True))
    ]
    return Sum(tuple(("+", term) for term in terms))


def side_text(space: UserSpace, side: Side, values: Mapping[str, Vector], signs: Signs) -> str:
    """Write a side of a law with values in the place of its letters: (1+1)·(0,1).

    Scalars are among the values as vectors with one component.
    """
    match side:
        case Letter(name):
            return vector_text(space, values[name])
        case Added(left, right):
            parts = (side_text(space, x, values, signs) for x in (left, right))
            first, second = (
                f"({text})" if _is_loose(space, x, text) else text
                for x, text in zip((left, right), parts, strict=True)
            )
            return f"{first} {signs.plus} {second}"
        case Multiplied(scalar, vector):
            text = side_text(space, vector, values, signs)
            inner = f"({text})" if not isinstance(vector, Letter) or " " in text else text
            if isinstance(vector, Letter) and _is_negative(text):
                inner = f"({text})"
            return f"{_scalar_text(scalar, values)}{signs.times}{inner}"
    raise TypeError(f"{type(side).__name__} is no side of a law")


def _is_loose(space: UserSpace, side: Side, text: str) -> bool:
    if isinstance(side, Added):
        return True
    open_text = isinstance(side, Letter) and not isinstance(space.form, Entries | Matrices)
    return open_text and (" " in text or _is_negative(text))


def _is_negative(text: str) -> bool:
    return text.startswith("-")


def _scalar_text(scalar: k.Formula, values: Mapping[str, Vector]) -> str:
    match scalar:
        case Apply(sign, (Variable(a), Variable(b))):
            parts = [_scalar_text(Variable(x), values) for x in (a, b)]
            return f"({('+' if sign == '+' else '·').join(parts)})"
        case Variable(name):
            text = formula_text(values[name][0])
            return text if text.isalnum() else f"({text})"
    return formula_text(scalar)


def side_box(side: Side, signs: Signs, values: Mapping[str, Formula] | None = None) -> Formula:
    """Set a side of a law as mathematics, with values in the place of letters where given."""
    known = values or {}
    plus, times = signs.joins
    match side:
        case Letter(name):
            return known.get(name, Sym(name))
        case Added(left, right):
            parts = tuple(_summand(x, side_box(x, signs, values)) for x in (left, right))
            return Join(plus, parts)
        case Multiplied(scalar, vector):
            inner = side_box(vector, signs, values)
            inner = Group(inner) if isinstance(vector, Added | Multiplied) else inner
            return Join(times, (_scalar_box(scalar, known), inner))
    raise TypeError(f"{type(side).__name__} is no side of a law")


def _summand(side: Side, box: Formula) -> Formula:
    return Group(box) if isinstance(side, Added) else box


def _scalar_box(scalar: k.Formula, values: Mapping[str, Formula]) -> Formula:
    match scalar:
        case Apply(sign, (Variable(a), Variable(b))):
            parts = tuple(values.get(x, Sym(x)) for x in (a, b))
            return Group(Join(sign, parts))
        case Variable(name):
            return values.get(name, Sym(name))
    return number_box(scalar)
