"""Short ways to write rings, matrices and certificates in tests."""

from __future__ import annotations

import ast
from fractions import Fraction
from math import lcm

from exactspaces.kernel import (
    Certificate,
    Computed,
    Extension,
    Given,
    Irreducible,
    Matrix,
    Minor,
    Number,
    Parameters,
    PrimeField,
    Rationals,
)

QQ = Rationals()
F2, F3, F5, F7 = (PrimeField(p) for p in (2, 3, 5, 7))
C = Computed()


def comp(*parts: Certificate) -> Computed:
    return Computed(parts)


def extension(base, moduli: dict[str, str], *evidence: Irreducible) -> Extension:
    """Make base[x]/(m): {"w": "w**2 + w + 1"}; towers list several."""
    names = tuple(moduli)
    p = base.characteristic
    polynomials = tuple(polynomial(text, names, p) for text in moduli.values())
    return Extension(base, names, polynomials, evidence)


def parameters(names="a", zero=(), nonzero=(), field=QQ, solved=None) -> Parameters:
    """Make polynomials in parameters; `zero` and `nonzero` are lists of texts."""
    own = tuple(names.split())
    below = field.names if isinstance(field, Extension) else ()
    every = (*below, *own)
    p = field.characteristic
    equations = tuple(polynomial(f, every, p) for f in zero)
    solved = tuple(len(below) + i for i in range(len(zero))) if solved is None else solved
    return Parameters(
        field, own, equations, solved, tuple(polynomial(f, every, p) for f in nonzero)
    )


def polynomial(text: str, names: tuple[str, ...], p: int = 0):
    """Read a polynomial with integer coefficients, such as "a**2 - 3*a*b"."""
    terms = _terms(ast.parse(text, mode="eval").body, names)
    if any(c.denominator != 1 for c in terms.values()):
        raise ValueError(text)
    whole = {e: int(c) % p if p else int(c) for e, c in terms.items()}
    return tuple(sorted(((e, c) for e, c in whole.items() if c), reverse=True))


def _terms(node: ast.AST, names: tuple[str, ...]) -> dict[tuple[int, ...], Fraction]:
    match node:
        case ast.Constant(value=int() as n):
            return {(0,) * len(names): Fraction(n)}
        case ast.Name(id=name):
            return {tuple(int(name == x) for x in names): Fraction(1)}
        case ast.UnaryOp(op=ast.USub(), operand=inner):
            return {e: -c for e, c in _terms(inner, names).items()}
        case ast.BinOp(left=left, op=ast.Pow(), right=ast.Constant(value=int() as n)):
            out = {(0,) * len(names): Fraction(1)}
            for _ in range(n):
                out = _product(out, _terms(left, names))
            return out
        case ast.BinOp(left=left, op=op, right=right):
            one, other = _terms(left, names), _terms(right, names)
            if isinstance(op, ast.Mult):
                return _product(one, other)
            if isinstance(op, ast.Div):
                return {e: c / next(iter(other.values())) for e, c in one.items()}
            sign = -1 if isinstance(op, ast.Sub) else 1
            return {e: one.get(e, 0) + sign * other.get(e, 0) for e in one | other}
    raise ValueError(ast.dump(node))


def _product(one, other):
    out: dict[tuple[int, ...], Fraction] = {}
    for left, a in one.items():
        for right, b in other.items():
            e = tuple(map(int.__add__, left, right))
            out[e] = out.get(e, Fraction(0)) + a * b
    return out


def names_of(ring) -> tuple[str, ...]:
    if isinstance(ring, Parameters):
        return (*names_of(ring.field), *ring.names)
    return ring.names if isinstance(ring, Extension) else ()


def m(text: str, ring=QQ, width: int | None = None, powers: tuple[int, ...] = ()) -> Matrix:
    """Read "1 2; 3 1/2", or "a + 1, 2; 0, b" with commas."""
    lines = [line for line in text.split(";") if line.strip()]
    split = "," if "," in text or names_of(ring) else None
    cells = [[x.strip() for x in line.split(split)] for line in lines]
    width = len(cells[0]) if width is None else width
    names, p = names_of(ring), ring.characteristic
    if not names:
        return from_numbers([[Fraction(x) for x in row] for row in cells], ring, width)
    terms = [[_terms(ast.parse(x, mode="eval").body, names) for x in row] for row in cells]
    d = lcm(*(c.denominator for row in terms for x in row for c in x.values()))
    values = tuple(
        tuple(
            tuple(
                sorted(
                    (
                        (e, int(c * d) % p if p else int(c * d))
                        for e, c in x.items()
                        if (int(c * d) % p if p else c)
                    ),
                    reverse=True,
                )
            )
            for x in row
        )
        for row in terms
    )
    return Matrix(ring, values, width, d, powers)


def from_numbers(rows, ring, width: int) -> Matrix:
    """Make a matrix of fractions, or of residues where the ring is a prime field."""
    p = ring.characteristic
    if p:
        return Matrix(ring, tuple(tuple(int(x) % p for x in row) for row in rows), width)
    d = lcm(*(Fraction(x).denominator for row in rows for x in row))
    return Matrix(QQ, tuple(tuple(int(x * d) for x in row) for row in rows), width, d)


def g(text: str, ring=QQ, width: int | None = None) -> Given:
    return Given(m(text, ring, width))


def n(text: str, ring=QQ) -> Number:
    return Number(m(text, ring))


def column(text: str, ring=QQ) -> Given:
    """Read "1 2 3" as a column."""
    return Given(m(text, ring).transpose)


def minor(rows, columns, inverse, modulus: int = 0) -> Minor:
    return Minor(tuple(rows), tuple(columns), modulus, inverse)


def nothing(ring=QQ) -> Minor:
    """The minor of size 0."""
    return Minor((), (), 0, Matrix(ring, (), 0))


SQRT2 = extension(QQ, {"s": "s**2 - 2"}, Irreducible(3, ()))
QQI = extension(QQ, {"i": "i**2 + 1"}, Irreducible(3, ()))
F4 = extension(F2, {"w": "w**2 + w + 1"})
F8 = extension(F2, {"w": "w**3 + w + 1"})
F9 = extension(F3, {"w": "w**2 + 2*w + 2"})
