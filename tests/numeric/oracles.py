"""Exact values, by somebody else: FLINT's characteristic polynomials, roots and solutions.

A float is an exact rational number. Roots come as balls of 160 bits and more, far thinner than any
bound that is tested against them.
"""

from __future__ import annotations

from fractions import Fraction
from math import lcm

import numpy as np
from flint import arb, ctx, fmpq, fmpq_mat, fmpz_mat

ctx.prec = 256


def rational(x: float) -> fmpq:
    exact = Fraction(x)
    return fmpq(exact.numerator, exact.denominator)


def embedded(A: np.ndarray) -> np.ndarray:
    """The real matrix of twice the size, with every singular value twice, for a complex one."""
    return np.block([[A.real, -A.imag], [A.imag, A.real]]) if np.iscomplexobj(A) else A


def exact(A: np.ndarray) -> fmpq_mat:
    rows = [[rational(float(x)) for x in row] for row in A]
    return fmpq_mat(len(rows), len(rows[0]), [x for row in rows for x in row])


def whole(A: np.ndarray) -> tuple[fmpz_mat, int]:
    """A times a common denominator, as integers, and that denominator."""
    rows = [[Fraction(float(x)) for x in row] for row in A]
    d = lcm(*(x.denominator for row in rows for x in row))
    flat = [int(x * d) for row in rows for x in row]
    return fmpz_mat(len(rows), len(rows[0]), flat), d


def real_roots(matrix: fmpz_mat) -> list[arb]:
    """The eigenvalues, known to be real, with multiplicities, ascending."""
    _, factors = matrix.charpoly().factor()
    found = []
    for factor, times in factors:
        for root, again in factor.complex_roots():
            found += [root.real] * (again * times)
    return sorted(found, key=lambda x: x.mid())


def singular_values(A: np.ndarray) -> list[arb]:
    """All min(m, n) singular values, largest first."""
    full = embedded(A)
    B, d = whole(full if full.shape[0] >= full.shape[1] else full.T)
    roots = real_roots(B.transpose() * B)[::-1]
    roots = roots[::2] if np.iscomplexobj(A) else roots
    return [(abs(x) if x.contains(0) else x).sqrt() / d for x in roots]


def eigenvalues(A: np.ndarray) -> list[arb]:
    """The eigenvalues of a Hermitian matrix, ascending."""
    B, d = whole(embedded(A))
    roots = real_roots(B)
    return [x / d for x in (roots[::2] if np.iscomplexobj(A) else roots)]


def solution(A: np.ndarray, b: np.ndarray) -> list[Fraction]:
    found = exact(A).solve(exact(b[:, None]))
    return [Fraction(int(x.p), int(x.q)) for x in found.entries()]


def least_squares(A: np.ndarray, b: np.ndarray) -> list[Fraction]:
    M, right = exact(A), exact(b[:, None])
    found = (M.transpose() * M).solve(M.transpose() * right)
    return [Fraction(int(x.p), int(x.q)) for x in found.entries()]


def squared_cosines(A: np.ndarray, B: np.ndarray) -> list[arb]:
    """Squares of the cosines of the principal angles, largest first; independent columns."""
    a, b = exact(A), exact(B)
    if A.shape[1] < B.shape[1]:
        a, b = b, a
    cross = a.transpose() * b
    inner = (b.transpose() * b).inv() * cross.transpose() * (a.transpose() * a).inv() * cross
    top, d = inner.numer_denom()
    return [x / int(d) for x in real_roots(top)][::-1]


def is_inside(value: arb, lower: float, upper: float) -> bool:
    """Whether a value is not certainly outside; the balls are thin, so nothing slips through."""
    return not (value < arb(float(lower))) and not (value > arb(float(upper)))


def all_inside(values: list[arb], bound: object, upper: object = None) -> bool:
    lower, upper = np.atleast_1d(bound.lower), np.atleast_1d(bound.upper)
    assert len(lower) == len(values)
    return all(is_inside(*row) for row in zip(values, lower, upper, strict=True))


def distance(x: np.ndarray, y: list[Fraction]) -> arb:
    total = sum((Fraction(float(a)) - b) ** 2 for a, b in zip(x, y, strict=True))
    return (arb(total.numerator) / arb(total.denominator)).sqrt()
