"""Random terms and claims over small prime fields, and random damage to theorem files."""

# ruff: noqa: PLR0912, C901, PLR0911, PLR0915 - chance here is not secret; one arm for each kind of claim

from __future__ import annotations

import copy
from random import Random

from exactspaces.kernel import claims as s
from exactspaces.kernel import terms as t
from exactspaces.kernel.matrices import Matrix
from exactspaces.kernel.scalars import PrimeField
from exactspaces.questions import BasisOf, Consistent, DirectSum, Projection
from exactspaces.questions import denial as contrary


def matrix(rng: Random, p: int, height: int, width: int) -> Matrix:
    rows = (tuple(rng.randrange(p) for _ in range(width)) for _ in range(height))
    return Matrix(PrimeField(p), tuple(rows), width)


def given(rng: Random, p: int, height: int, width: int) -> t.Term:
    """A matrix term of this shape."""
    kind = rng.randrange(8)
    if kind == 0:
        return t.Transpose(given(rng, p, width, height))
    if kind == 1:
        middle = rng.randrange(3)
        return t.Product(given(rng, p, height, middle), given(rng, p, middle, width))
    if kind == 2:
        return t.Add(given(rng, p, height, width), t.Given(matrix(rng, p, height, width)))
    if kind == 3 and width:
        left = rng.randrange(width + 1)
        wide = t.Given(matrix(rng, p, height, width - left))
        return t.Augmented(t.Given(matrix(rng, p, height, left)), wide)
    return t.Given(matrix(rng, p, height, width))


def space(rng: Random, p: int, length: int, depth: int = 2) -> t.Term:
    kind = rng.randrange(6 if depth else 4)
    if kind == 0:
        return t.Null(given(rng, p, rng.randrange(4), length))
    if kind == 1:
        return t.Span(t.Transpose(given(rng, p, length, rng.randrange(4))))
    if kind in (2, 3):
        return t.Span(given(rng, p, rng.randrange(4), length))
    join = t.SpaceSum if kind == 4 else t.Meet
    return join(space(rng, p, length, depth - 1), space(rng, p, length, depth - 1))


def denial(claim: s.Claim) -> s.Claim | None:
    try:
        return contrary(claim)
    except TypeError:
        return None


def claim(rng: Random) -> s.Claim:
    """A random claim over F_2 or F_3, true or false."""
    p, size, other = rng.choice((2, 3)), rng.randrange(4), rng.randrange(4)
    pick = rng.randrange(18)
    if pick > 15:
        some = (_claim(rng, p, size, other, rng.randrange(13)) for _ in range(rng.randrange(4)))
        return (s.AllOf if pick == 16 else s.AnyOf)(tuple(some))
    found = _claim(rng, p, size, other, pick)
    return denial(found) or found if rng.randrange(2) else found


def _claim(rng: Random, p: int, size: int, other: int, pick: int) -> s.Claim:
    a = given(rng, p, other, size)
    match pick:
        case 0:
            return s.Equal(space(rng, p, size), space(rng, p, size))
        case 1:
            return s.Equal(
                rng.choice((t.Rank, lambda x: t.Dimension(t.Null(x))))(a),
                t.Count(rng.randrange(4)),
            )
        case 2:
            return s.Equal(t.Dimension(space(rng, p, size)), t.Count(rng.randrange(4)))
        case 3:
            square = given(rng, p, size, size)
            number = t.Number(matrix(rng, p, 1, 1))
            return s.Equal(rng.choice((t.Determinant, t.Trace))(square), number)
        case 14:
            square = given(rng, p, 2, 2)
            diagonal = s.Equal(t.Diagonal(square), t.Given(matrix(rng, p, 2, 1)))
            return s.AnyOf((s.LowerTriangular(square), diagonal))
        case 4:
            wide = t.Given(matrix(rng, p, other, size))
            return s.Equal(t.ReducedEchelon(a), rng.choice((wide, t.ReducedEchelon(wide))))
        case 5:
            square = given(rng, p, 2, 2)
            powers = (t.Power(square, rng.randrange(5)), t.Given(matrix(rng, p, 2, 2)))
            return s.Equal(*powers)
        case 6:
            return s.Member(t.Given(matrix(rng, p, size, 1)), space(rng, p, size))
        case 7:
            return s.Included(space(rng, p, size), space(rng, p, size))
        case 8:
            return s.Independent(a)
        case 9:
            return BasisOf(given(rng, p, rng.randrange(3), size), space(rng, p, size, 1)).claim
        case 10:
            return s.Invertible(given(rng, p, size, size if rng.randrange(4) else other))
        case 11:
            return Consistent(a, t.Given(matrix(rng, p, other, 1))).claim
        case 12:
            parts = tuple(space(rng, p, size, 0) for _ in range(rng.randrange(4)))
            return DirectSum(parts, space(rng, p, size, 0)).claim
        case 13:
            onto, along = space(rng, p, size, 0), space(rng, p, size, 0)
            return Projection(matrix(rng, p, size, size), onto, along).claim
    right = t.Given(matrix(rng, p, other, 1))
    some = matrix(rng, p, rng.randrange(3), size)
    return s.Solutions(a, right, matrix(rng, p, size, 1), some)


Json = object


def damage(data: Json, rng: Random) -> Json:
    """Change a copy in one to three places."""
    data = copy.deepcopy(data)
    for _ in range(rng.choice((1, 1, 1, 2, 3))):
        places = list(_places(data))
        if not places:
            return data
        holder, key = rng.choice(places)
        _change(holder, key, places, rng)
    return data


def _places(data: Json):
    keys = data if isinstance(data, dict) else range(len(data)) if isinstance(data, list) else ()
    for key in keys:
        yield data, key
        yield from _places(data[key])


def _change(holder, key, places, rng: Random) -> None:
    old = holder[key]
    kind = rng.randrange(12)
    if kind < 5 and isinstance(old, int | str):
        holder[key] = _other(old, rng)
    elif kind < 6 and isinstance(holder, list):
        del holder[key]
    elif kind < 7 and isinstance(holder, list):
        holder.insert(key, copy.deepcopy(old))
    elif kind < 9 and isinstance(holder, list):
        other = rng.randrange(len(holder))
        holder[key], holder[other] = holder[other], holder[key]
    elif kind < 11:
        source, place = rng.choice(places)
        if isinstance(source, dict) or place < len(source):
            holder[key] = copy.deepcopy(
                source.get(place) if isinstance(source, dict) else source[place]
            )
    else:
        strange = (
            None,
            True,
            -1,
            10**9,
            "",
            "1/0",
            "x",
            [],
            {},
            [[]],
            2,
            "0",
            "1/2",
            {"kind": "Computed", "parts": []},
        )
        holder[key] = copy.deepcopy(rng.choice(strange))


def _other(old: int | str, rng: Random) -> int | str:
    if isinstance(old, int):
        return rng.choice((old + 1, old - 1, 0, 1, 2, -old))
    if old[:1].isdigit() or old[:1] == "-":
        return rng.choice(("0", "1", "-1", "2", "1/2", old + "0", "-" + old, old[::-1]))
    kinds = (
        "Computed",
        "Basis",
        "Combination",
        "Regular",
        "Each",
        "Choice",
        "AllOf",
        "AnyOf",
        "LowerTriangular",
        "Diagonal",
        "Span",
        "Null",
        "Given",
        "Rank",
        "Minor",
    )
    return rng.choice(kinds)
