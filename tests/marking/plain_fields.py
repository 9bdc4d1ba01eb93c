"""Six fields and linear algebra over them, written once more, to check marks by.

Nothing of the package is used here. A number is a + b w with w^2 = u w + v, over Q or modulo p.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Plain:
    """A field: its label, the name of w, u and v, and the modulus or 0."""

    label: str
    name: str
    u: int
    v: int
    p: int

    def __call__(self, a, b=0):
        return Element(self, self.residue(a), self.residue(b))

    def residue(self, x):
        if not self.p:
            return Fraction(x)
        x = Fraction(x)
        return x.numerator * pow(x.denominator, -1, self.p) % self.p

    def draw(self, chance, *, nonzero=False):
        """A small number."""
        while True:
            b = chance.randint(-1, 1) if self.name else 0
            x = self(chance.randint(-2, 2), b)
            if x or not nonzero:
                return x


@dataclass(frozen=True)
class Element:
    """a + b w."""

    field: Plain
    a: object
    b: object

    def _of(self, other):
        return other if isinstance(other, Element) else self.field(other)

    def __add__(self, other):
        other = self._of(other)
        return self.field(self.a + other.a, self.b + other.b)

    def __neg__(self):
        return self.field(-self.a, -self.b)

    def __sub__(self, other):
        return self + (-self._of(other))

    def __mul__(self, other):
        x, f = self._of(other), self.field
        last = self.b * x.b
        return f(self.a * x.a + last * f.v, self.a * x.b + self.b * x.a + last * f.u)

    def __truediv__(self, other):
        x, f = self._of(other), self.field
        turned = f(x.a + x.b * f.u, -x.b)
        norm = x.a * x.a + x.a * x.b * f.u - x.b * x.b * f.v
        top = self * turned
        inverse = Fraction(1) / norm if not f.p else pow(int(norm) % f.p, -1, f.p)
        return f(top.a * inverse, top.b * inverse)

    def __bool__(self):
        return bool(self.a) or bool(self.b)

    def conjugate(self):
        return self.field(self.a, -self.b) if self.field.name == "i" else self

    def __str__(self):
        return f"({self.a} + ({self.b})*{self.field.name})" if self.b else f"({self.a})"


FIELDS = (
    Plain("QQ", "", 0, 0, 0),
    Plain("GF(5)", "", 0, 0, 5),
    Plain("GF(2)", "", 0, 0, 2),
    Plain("QQ(sqrt(2))", "sqrt(2)", 0, 2, 0),
    Plain("QQ(i)", "i", 0, -1, 0),
    Plain("GF(9)", "w", 1, 1, 3),
)


def times(a, b):
    return [
        [_total(x * y for x, y in zip(row, col, strict=True)) for col in turned(b)] for row in a
    ]


def _total(values):
    first, *rest = values
    for x in rest:
        first = first + x
    return first


def turned(a):
    return [list(col) for col in zip(*a, strict=True)]


def reduced(a):
    """The reduced echelon form without rows of zeros, and the pivots."""
    rows, pivots, top = [list(row) for row in a], [], 0
    for j in range(len(rows[0]) if rows else 0):
        at = next((i for i in range(top, len(rows)) if rows[i][j]), None)
        if at is None:
            continue
        rows[top], rows[at] = rows[at], rows[top]
        lead = rows[top][j]
        rows[top] = [x / lead for x in rows[top]]
        for i in range(len(rows)):
            if i != top and rows[i][j]:
                c = rows[i][j]
                rows[i] = [x - c * y for x, y in zip(rows[i], rows[top], strict=True)]
        pivots.append(j)
        top += 1
    return rows[:top], pivots


def rank(a):
    return len(reduced(a)[1])


def same_span(a, b):
    return reduced(a)[0] == reduced(b)[0]


def unit(f, n):
    return [[f(int(i == j)) for j in range(n)] for i in range(n)]


def inverse(f, a):
    n = len(a)
    both, _ = reduced([[*row, *one] for row, one in zip(a, unit(f, n), strict=True)])
    return [row[n:] for row in both]


def null(f, a):
    """A basis of the null space."""
    rows, pivots = reduced(a)
    n = len(a[0])
    out = []
    for free in (j for j in range(n) if j not in pivots):
        vector = [f(0)] * n
        vector[free] = f(1)
        for row, pivot in zip(rows, pivots, strict=True):
            vector[pivot] = -row[free]
        out.append(vector)
    return out


def product(u, v):
    """<u, v>, conjugate-linear in u where there is i."""
    return _total(x.conjugate() * y for x, y in zip(u, v, strict=True))


def drawn(f, chance, height, width):
    return [[f.draw(chance) for _ in range(width)] for _ in range(height)]


def invertible(f, chance, n):
    while True:
        a = drawn(f, chance, n, n)
        if rank(a) == n:
            return a


def matrix_text(a):
    return "[" + "; ".join(", ".join(map(str, row)) for row in a) + "]"


def vector_text(v):
    return "(" + ", ".join(map(str, v)) + ("," if len(v) == 1 else "") + ")"


def list_text(rows):
    return "{" + ", ".join(map(vector_text, rows)) + "}"
