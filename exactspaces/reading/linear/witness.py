"""Vectors at which a map is not linear, and what they show."""

from collections.abc import Callable, Iterator
from itertools import islice, product
from math import isqrt

from exactspaces.errors import ExactSpacesError
from exactspaces.fields import Scalar, generator, number
from exactspaces.fields.texts import quantity_names
from exactspaces.kernel import Rationals, Ring
from exactspaces.kernel.formulas import Apply, Constant, Formula, Variable
from exactspaces.spaces import Ambient, Coordinates

Point = tuple[Scalar, ...]
Failure = tuple[str, tuple[Point, ...], Scalar | None]
MAX_POINTS, MAX_EXPONENT, MAX_WORK = 400, 50, 120_000


class UnknownError(Exception):
    """The formula has no value that is worked out here."""


class Values:
    """The values of formulas at points; a part that occurs several times is worked out once."""

    def __init__(
        self,
        ring: Ring,
        names: tuple[str, ...],
        formulas: tuple[Formula, ...],
        known: Callable[[str], Scalar | None],
    ) -> None:
        """Take the formulas, the names of the coordinates, and what other names stand for."""
        self.ring, self.names, self.formulas, self.known = ring, names, formulas, known
        self.work = 0

    def at(self, point: Point) -> Point | None:
        """Give the value; None where it is not known, or when too much was worked out already."""
        done: dict[int, Scalar] = {}
        bound = dict(zip(self.names, point, strict=True))
        try:
            found = tuple(self._value(x, bound, done) for x in self.formulas)
        except (UnknownError, ExactSpacesError):
            found = None
        self.work += len(done) + 1
        return found

    def _value(
        self, formula: Formula, bound: dict[str, Scalar], done: dict[int, Scalar]
    ) -> Scalar:
        if self.work + len(done) > MAX_WORK:
            raise UnknownError
        if id(formula) not in done:
            done[id(formula)] = self._worked(formula, bound, done)
        return done[id(formula)]

    def _worked(
        self, formula: Formula, bound: dict[str, Scalar], done: dict[int, Scalar]
    ) -> Scalar:
        match formula:
            case Constant(top, bottom):
                return number(self.ring, top) / number(self.ring, bottom)
            case Variable(name):
                found = bound[name] if name in bound else self.known(name)
                if found is None:
                    raise UnknownError
                return found
            case Apply("^", (base, Constant(k, 1))) if abs(k) <= MAX_EXPONENT:
                return self._value(base, bound, done) ** k
            case Apply(function, arguments) if function in _METHODS:
                parts = [self._value(x, bound, done) for x in arguments]
                if function in _ORDERED and not isinstance(self.ring, Rationals):
                    raise UnknownError
                return _METHODS[function](*parts)
        raise UnknownError


def _positive(x: Scalar) -> bool:
    return bool(x.fraction is not None and x.fraction > 0)


def _floor(x: Scalar) -> Scalar:
    return number(x.ring, (x.fraction or 0) // 1)


def _sign(x: Scalar) -> Scalar:
    return number(x.ring, int(_positive(x)) - int(_positive(-x)))


_ORDERED = frozenset(["abs", "max", "min", "sgn", "floor"])
_METHODS: dict[str, Callable[..., Scalar]] = {
    "+": lambda x, y: x + y,
    "-": lambda x: -x,
    "*": lambda x, y: x * y,
    "/": lambda x, y: x / y,
    "abs": lambda x: x if _positive(x) else -x,
    "max": lambda x, y: x if _positive(x - y) else y,
    "min": lambda x, y: y if _positive(x - y) else x,
    "sgn": _sign,
    "floor": _floor,
}


def points(ring: Ring, width: int) -> Iterator[Point]:
    """Give unit vectors, their negatives and sums, then other small vectors."""
    zero, one = number(ring, 0), number(ring, 1)
    units = [tuple(one if j == k else zero for j in range(width)) for k in range(width)]
    yield from units
    yield from (tuple(-x for x in u) for u in units)
    for u, v in product(units, units):
        yield tuple(x + y for x, y in zip(u, v, strict=True))
    small = [number(ring, k) for k in (0, 1, 2, -1)]
    yield from islice(product(small, repeat=width), MAX_POINTS)


def special(ring: Ring, width: int) -> list[Point]:
    """Give the vector of ones, and the identity where the coordinates are those of a matrix."""
    one, zero, n = number(ring, 1), number(ring, 0), isqrt(width)
    unit = tuple(one if k % (n + 1) == 0 else zero for k in range(width))
    return [unit, (one,) * width] if n * n == width else [(one,) * width]


def factors(ring: Ring) -> Iterator[Scalar]:
    """Give a few numbers to multiply by."""
    yield from (number(ring, k) for k in (-1, 2, 3))
    for name in quantity_names(ring):
        yield generator(ring, name)


def failure(width: int, values: Values) -> Failure | None:
    """Find vectors at which a map is not additive, or a vector and a factor where not homogeneous.

    None says that nothing was found at a few small vectors.
    """
    ring = values.ring
    zero: Point = (number(ring, 0),) * width
    origin = values.at(zero)
    if origin is not None and any(origin):
        return "zero", (zero,), None
    some = list(islice(points(ring, width), MAX_POINTS))
    few = some[: max(2 * width, 8)]
    for u, v in product(few, few):
        both = values.at(tuple(x + y for x, y in zip(u, v, strict=True)))
        left, right = values.at(u), values.at(v)
        if 2 * values.work > MAX_WORK:
            break
        if both is None or left is None or right is None:
            continue
        if any(a - b - c for a, b, c in zip(both, left, right, strict=True)):
            return "additive", (u, v), None
    for u, a in product([*special(ring, width), *some], list(factors(ring))):
        left, right = values.at(tuple(a * x for x in u)), values.at(u)
        if left and right and any(x - a * y for x, y in zip(left, right, strict=True)):
            return "homogeneous", (u,), a
    return None


def sentence(name: str, spaces: tuple[Ambient, Ambient], values: Values, found: Failure) -> str:
    """Say at which vectors a map fails to be linear, with both sides."""
    kind, vectors, factor = found
    source, target = spaces
    values.work = 0

    def image(point: Point) -> str:
        return _shown(target, values.at(point) or ())

    def applied(point: Point) -> str:
        shown = _shown(source, point)
        return f"{name}{shown}" if shown.startswith("(") else f"{name}({shown})"

    if kind == "zero":
        return f"{name}(0) = {image(vectors[0])}, and a linear map takes 0 to 0"
    if kind == "additive":
        u, v = vectors
        both = tuple(x + y for x, y in zip(u, v, strict=True))
        return (
            f"{applied(u)} = {image(u)} and {applied(v)} = {image(v)}, "
            f"but at their sum {applied(both)} = {image(both)}"
        )
    u = vectors[0]
    times = tuple(factor * x for x in u) if factor is not None else u
    return f"{applied(u)} = {image(u)}, but at {factor} times the vector it is {image(times)}"


def _shown(space: Ambient, point: Point) -> str:
    """Write a vector; one of F as a number."""
    return str(point[0]) if space == Coordinates(1) and point else space.plain(point)
