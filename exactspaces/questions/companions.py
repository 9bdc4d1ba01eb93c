"""Companion matrices: characteristic and minimal polynomials, and rational form, of any size.

The companion matrix of a monic f of degree d has ones below the diagonal and minus the
coefficients of f in its last column. Its characteristic and its minimal polynomial are f. So
A P = P C with an invertible P and C built from the companion matrices of d_1, d_2, ..., each a
divisor of the next, says all three at once (F. Gantmacher, The Theory of Matrices, chapter VI).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from exactspaces.fields import Scalar, entries, matrix_from, number, with_parameters
from exactspaces.fields.numbers import generator, lift
from exactspaces.kernel import (
    Equal,
    Given,
    Independent,
    Invertible,
    Matrix,
    Number,
    Product,
    Ring,
    Transpose,
)
from exactspaces.questions.constructions import Construct, Line, demand

LETTERS = ("x", "z", "X", "Y", "Z")
Coefficients = Sequence[Scalar]


def companion_form(ring: Ring, blocks: Sequence[Coefficients]) -> Matrix:
    """Give the matrix with the companion matrices of monic polynomials along its diagonal."""
    n = sum(len(f) - 1 for f in blocks)
    nothing, one = number(ring, 0), number(ring, 1)
    rows = [[nothing] * n for _ in range(n)]
    start = 0
    for f in blocks:
        end = start + len(f) - 2
        for k in range(start, end):
            rows[k + 1][k] = one
        for k, c in enumerate(f[:-1]):
            rows[start + k][end] = -c
        start = end + 1
    return matrix_from(ring, rows, n)


def as_polynomial(f: Coefficients) -> Number:
    """Give the polynomial as a number of the ring with one more parameter."""
    field = f[0].ring
    name = next(x for x in LETTERS if x not in getattr(field, "names", ()))
    ring = with_parameters(field, (name,))  # type: ignore[arg-type]
    x, total = generator(ring, name), number(ring, 0)
    for c in reversed(f):
        total = total * x + lift(ring, c)
    return Number(matrix_from(ring, [[total]], 1))


@dataclass(frozen=True)
class Companions(Construct):
    """What was found, with the blocks d_1, d_2, ... and a P for which A P = P C.

    `quotients` are d_2 / d_1, d_3 / d_2, ... With one block the columns of P are v, A v, ...
    """

    blocks: tuple[Matrix, ...] = ()
    base: Matrix | None = None
    quotients: tuple[Matrix, ...] = ()

    @property
    def polynomials(self) -> list[list[Scalar]]:
        """The blocks as lists of coefficients."""
        return [entries(f)[0] for f in self.blocks]


def form_lines(a: Given, answer: Companions) -> tuple[Line, ...]:
    """Say that A P = P C with an invertible P, and that each block divides the next."""
    found, base, n = answer.polynomials, answer.base, a.matrix.height
    one = number(a.matrix.ring, 1)
    demand(base is not None and base.shape == (n, n), "a square P")
    demand(all(len(f) > 1 and f[-1] == one for f in found), "monic polynomials")
    demand(sum(len(f) - 1 for f in found) == n, "polynomials whose degrees add up to the size")
    demand(len(answer.quotients) == len(found) - 1, "a quotient for each two neighbours")
    p = Given(base)  # type: ignore[arg-type]
    if len(found) == 1:
        return _one_block(a, p, found[0])
    pairs = zip(found[:-1], found[1:], answer.quotients, strict=True)
    divide = tuple(
        Line("Each block divides the next: its product with this is the next.",
             Equal(as_polynomial(g), Product(as_polynomial(f), as_polynomial(entries(q)[0]))))
        for f, g, q in pairs
    )  # fmt: skip
    form = Given(companion_form(a.matrix.ring, found))
    return (
        Line("A P is P times the matrix with the companion matrices as blocks.",
             Equal(Product(a, p), Product(p, form))),
        Line("P is invertible, so the two are similar.", Invertible(p)),
        *divide,
    )  # fmt: skip


def _one_block(a: Given, p: Given, f: Coefficients) -> tuple[Line, ...]:
    """Say A P = P C column by column: the columns are v, A v, ..., and f(A) v = 0."""
    base, n = p.matrix, p.matrix.width
    before, after = base.columns(range(n - 1)), base.columns(range(1, n))
    last = Given(base.columns((n - 1,)))
    ends = Given(matrix_from(base.ring, [[-c] for c in f[:-1]], 1))
    steps = Line("Each column of P is A times the one before.",
                 Equal(Product(a, Given(before)), Given(after)))  # fmt: skip
    return (
        *((steps,) if n > 1 else ()),
        Line("A times the last one is their combination with minus the coefficients.",
             Equal(Product(a, last), Product(p, ends))),
        Line("The columns are a basis, in which A has the companion matrix of the polynomial.",
             Independent(Transpose(p))),
    )  # fmt: skip
