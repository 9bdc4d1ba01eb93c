"""Small exact numbers and vectors of a carrier, the smallest first."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Any

from exactspaces.kernel import formulas as f
from exactspaces.kernel.formulas import Formula
from exactspaces.kernel.records import Record
from exactspaces.kernel.scalars import Rationals
from exactspaces.solvers.laws.build import add, call, constant, mul
from exactspaces.solvers.laws.guess import NoGuessError, guessed, tested

MAX_POINTS = 220
MAX_TRIES = 30_000
_LARGE = 10**6
FEW_POINTS, FEW_TRIES = 16, 1500
MAX_WORK = 40_000  # points tried and equations solved, once there are some points


@dataclass(frozen=True)
class Value:
    """A number: how tall it is, a quick value, and the formula."""

    height: int
    guess: Any
    formula: Formula


@dataclass(frozen=True)
class Point:
    """A vector: how tall it is, quick values, and formulas."""

    height: int
    guesses: tuple[Any, ...]
    formulas: tuple[Formula, ...]


def rational(x: Fraction | int, height: int | None = None) -> Value:
    """Give a rational number; its height grows with numerator and denominator."""
    x = Fraction(x)
    tall = abs(x.numerator) + x.denominator - 1 if height is None else height
    return Value(tall, int(x) if x.denominator == 1 else x, constant(x))


_WHOLE = [0, 1, -1, 2, -2, 3, -3, 4, -4, 5, 6]
_PARTS = [(1, 2), (-1, 2), (1, 3), (3, 2), (-1, 3), (2, 3), (1, 4), (3, 4), (-3, 2), (5, 2),
          (3, 5), (4, 5), (1, 10), (9, 10)]  # fmt: skip


def values_of(domain: f.Domain, *, more: tuple[Fraction, ...] = ()) -> list[Value]:
    """Give numbers of a domain, the smallest first."""
    found = [rational(n) for n in _WHOLE]
    if not isinstance(domain, f.Integers):
        found += [rational(Fraction(*x)) for x in _PARTS]
    found += [rational(x, 3) for x in more]
    if isinstance(domain, f.Reals | f.ComplexNumbers):
        for n, height in ((2, 5), (3, 7)):
            found.append(Value(height, n**0.5, call("root", constant(n), constant(2))))
    if isinstance(domain, f.ComplexNumbers):
        i = f.Variable("i")
        found += [
            Value(1, 1j, i),
            Value(2, 1 + 1j, add(constant(1), i)),
            Value(2, -1j, mul(constant(-1), i)),
            Value(3, 2j, mul(constant(2), i)),
            *(_cube_root_of_one(sign) for sign in (1, -1)),
        ]
    return sorted(found, key=lambda x: x.height)


def _cube_root_of_one(sign: int) -> Value:
    """Give (-1 + i sqrt 3) / 2 or its conjugate, on which conditions of degree 3 part company."""
    imaginary = mul(
        constant(Fraction(sign, 2)), mul(f.Variable("i"), call("root", constant(3), constant(2)))
    )
    return Value(3, complex(-0.5, sign * 3**0.5 / 2), add(constant(Fraction(-1, 2)), imaginary))


def numbers_in(part: Any) -> set[Fraction]:
    """Give the rational numbers written in a formula or condition."""
    if isinstance(part, f.Constant):
        return {Fraction(part.numerator, part.denominator)}
    values = part if isinstance(part, tuple) else part.values if isinstance(part, Record) else ()
    return {x for one in values for x in numbers_in(one)}


def vectors_in(
    domains: tuple[f.Domain, ...],
    names: tuple[str, ...],
    condition: f.Condition,
    most: int = MAX_TRIES,
) -> list[Point]:
    """Give vectors of a carrier, the smallest first; the condition is in these names."""
    places = {name: k for k, name in enumerate(names)}
    inside = tested(condition, places)
    near = _near(condition)
    lists = [values_of(d, more=() if isinstance(d, f.Integers) else near) for d in domains]
    solved = _solved(condition, places, domains)
    found: dict[tuple[Formula, ...], Point] = {}
    single = [[Point(x.height, (x.guess,), (x.formula,)) for x in y] for y in lists]
    for tries, point in enumerate(ordered(single)):
        if inside(point.guesses):
            found.setdefault(point.formulas, point)
        for k, root in (one for solve in solved for one in solve(point)):
            if inside((*point.guesses[:k], root, *point.guesses[k + 1 :])):
                one = _moved(point, k, root)
                found.setdefault(one.formulas, one)
        enough = tries > FEW_TRIES and len(found) >= FEW_POINTS
        enough |= len(found) > 0 and tries * (1 + len(solved)) > MAX_WORK
        if len(found) >= MAX_POINTS or tries >= most or enough:
            break
    return sorted(found.values(), key=lambda x: x.height)


def _near(condition: f.Condition) -> tuple[Fraction, ...]:
    """Give numbers between and beyond those that bound a carrier."""
    ends = sorted(numbers_in(condition))[:12]
    shifts = (Fraction(0), Fraction(1), Fraction(-1), Fraction(1, 2), Fraction(-1, 2))
    near = {x + y for x in ends for y in shifts}
    for x, y in pairwise(ends):
        near |= {(x + y) / 2, (3 * x + y) / 4, (x + 3 * y) / 4}
    known = {Fraction(n) for n in _WHOLE} | {Fraction(*x) for x in _PARTS}
    return tuple(sorted(near - known))


def _solved(
    condition: f.Condition, places: dict[str, int], domains: tuple[f.Domain, ...]
) -> list[Any]:
    """Give, for each equation, ways to change one entry of a point so that it is fulfilled."""
    found = []
    for equation in equations_in(condition):
        try:
            work = guessed(add(equation.left, mul(constant(-1), equation.right)), places)
        except NoGuessError:
            continue
        found += [_solver(work, k) for k in range(len(domains)) if k < len(domains)]
    return found


def _solver(work: Any, k: int) -> Any:
    """Make what gives the place k and the number there at which a linear formula is 0."""

    def solve(point: Point) -> Iterator[tuple[int, Fraction]]:
        def at(x: Any) -> Any:
            return work([*point.guesses[:k], x, *point.guesses[k + 1 :]])

        try:
            low, slope = at(0), at(1) - at(0)
            root = Fraction(-low) / Fraction(slope)
        except (ArithmeticError, ValueError, TypeError):
            return
        if root.denominator <= _LARGE:  # what comes from a rounded root is no exact solution
            yield k, root

    return solve


def _moved(point: Point, k: int, root: Fraction) -> Point:
    """Put a number into one place."""
    value = rational(root)
    return Point(
        point.height + value.height,
        (*point.guesses[:k], value.guess, *point.guesses[k + 1 :]),
        (*point.formulas[:k], value.formula, *point.formulas[k + 1 :]),
    )


def equations_in(condition: f.Condition) -> list[f.Compare]:
    """Give the equations that a condition consists of."""
    match condition:
        case f.Every(conditions) | f.Some(conditions):
            return [x for one in conditions for x in equations_in(one)]
        case f.Compare("=", _, _):
            return [condition]
    return []


def ordered(lists: list[list[Point]]) -> Iterator[Point]:
    """Give the ways to choose one of each list, joined, by their total height."""
    by_height = [_sorted_by_height(x) for x in lists]
    if not all(by_height):
        return
    totals = {0}
    for one in by_height:
        totals = {total + height for total in totals for height in one}
    for total in sorted(totals):
        yield from _of_height(by_height, total)


def _sorted_by_height(points: list[Point]) -> dict[int, list[Point]]:
    out: dict[int, list[Point]] = {}
    for point in points:
        out.setdefault(point.height, []).append(point)
    return out


def _of_height(lists: list[dict[int, list[Point]]], total: int) -> Iterator[Point]:
    if not lists:
        if total == 0:
            yield Point(0, (), ())
        return
    first, rest = lists[0], lists[1:]
    least = sum(min(x) for x in rest)
    for height in sorted(first, reverse=True):
        if height + least <= total:
            for tail in _of_height(rest, total - height):
                for one in first[height]:
                    yield Point(total, one.guesses + tail.guesses, one.formulas + tail.formulas)


def is_exact(domain: f.Domain) -> bool:
    """Say whether quick values of the domain are mostly exact."""
    return isinstance(domain, Rationals | f.Integers)
