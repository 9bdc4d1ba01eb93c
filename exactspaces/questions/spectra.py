"""Spectra: characteristic and minimal polynomials, eigenvalues, diagonal and Jordan form."""

from dataclasses import dataclass
from functools import reduce
from itertools import combinations
from typing import ClassVar

from exactspaces.fields import Scalar, entries, matrix_from, number
from exactspaces.fields.conjugation import lifted
from exactspaces.fields.numbers import generator
from exactspaces.kernel import (
    Add,
    Count,
    Determinant,
    Dimension,
    Equal,
    Extension,
    Given,
    Independent,
    Invertible,
    Matrix,
    NotInvertible,
    Null,
    Parameters,
    Power,
    Product,
    Rationals,
    Scaled,
    Term,
    Trace,
    Transpose,
    Unequal,
)
from exactspaces.kernel.matrices import minus
from exactspaces.questions.companions import Companions, as_polynomial, form_lines
from exactspaces.questions.constructions import Construct, Construction, Line, Literals, demand
from exactspaces.questions.irreducible import Irreducible, other_words, sign_changes
from exactspaces.questions.roots import demand_generated, irreducible_line, numeral, value_at
from exactspaces.questions.signs import signed_lines

SYMBOLIC = 7  # up to this size det(x I - A) is compared as a polynomial in x


def polynomial_at(coefficients: Matrix, matrix: Given) -> Term:
    """Give c_0 I + c_1 A + c_2 A^2 + ... for the coefficients in a row."""
    pairs = [(c, k) for k, c in enumerate(entries(coefficients)[0]) if c]
    one = number(coefficients.ring, 1)
    powers = [(c, matrix if k == 1 else Power(matrix, k)) for c, k in pairs]
    terms: list[Term] = [power if c == one else Scaled(numeral(c), power) for c, power in powers]
    if not terms:
        return Scaled(numeral(number(coefficients.ring, 0)), matrix)
    return reduce(Add, reversed(terms))


def is_monic(coefficients: Matrix) -> bool:
    """Say whether the last coefficient of a polynomial is 1."""
    return bool(coefficients.width) and entries(coefficients)[0][-1] == number(
        coefficients.ring, 1
    )


def is_jordan(matrix: Matrix, *, diagonal: bool) -> bool:
    """Say whether a matrix has Jordan form; with ones beside the diagonal unless `diagonal`."""
    rows, one = entries(matrix), number(matrix.ring, 1)
    for i, row in enumerate(rows):
        for j, x in enumerate(row):
            above = j == i + 1 and not diagonal
            if j != i and x and not (above and x == one and row[i] == rows[j][j]):
                return False
    return matrix.is_square


def zero_matrix(matrix: Given) -> Given:
    """Give the zero matrix of the same shape."""
    a = matrix.matrix
    return Given(a.with_rows(((a.ring.integer(0),) * a.width,) * a.height))


def characteristic_lines(
    matrix: Given, factors: tuple[tuple[Matrix, int], ...], form: Companions | None = None
) -> list[Line]:
    """Say that det(x I - A) is the product of the monic polynomials to their exponents.

    Small matrices: as polynomials in x, or over larger fields and with parameters at n values of
    x. Others: A is similar to companion matrices, whose characteristic polynomials have the same
    product.
    """
    a, n = matrix.matrix, matrix.matrix.height
    degree = sum((f.width - 1) * e for f, e in factors)
    demand(degree == n and all(is_monic(f) for f, _ in factors), "monic of the right degree")
    if form is not None:
        return [*form_lines(matrix, form), *_same_product(form, factors)]
    few = 0 < a.ring.characteristic < n
    demand(few or n <= SYMBOLIC, "companion matrices for a large matrix")
    parameters = isinstance(a.ring, Parameters)
    demand(not (few and parameters), "more numbers in the field than the size, with parameters")
    if few or not (parameters or isinstance(a.ring, Extension)):
        return [_symbolic(matrix, factors)]
    words = "det(x I - A) and the polynomial are monic of one degree and agree at n values of x."
    return [
        Line(words, Equal(Determinant(Given(shifted(a, number(a.ring, k), -1))),
                          numeral(_product_at(factors, number(a.ring, k)))))
        for k in range(n)
    ]  # fmt: skip


def _same_product(form: Companions, factors: tuple[tuple[Matrix, int], ...]) -> list[Line]:
    if [(f, 1) for f in form.polynomials] == [(entries(f)[0], e) for f, e in factors]:
        return []
    blocks: list[Term] = [as_polynomial(f) for f in form.polynomials]
    same = Equal(reduce(Product, blocks), multiplied(factors))
    return [Line("The polynomials of the blocks have this product.", same)]


def multiplied(factors: tuple[tuple[Matrix, int], ...]) -> Term:
    """Give the product of polynomials to their exponents."""
    found = [(as_polynomial(entries(f)[0]), e) for f, e in factors]
    pieces: list[Term] = [Power(n, e) if e > 1 else n for n, e in found]
    return reduce(Product, pieces)


def _product_at(factors: tuple[tuple[Matrix, int], ...], x: Scalar) -> Scalar:
    total = number(x.ring, 1)
    for f, exponent in factors:
        total = total * value_at(f, x) ** exponent
    return total


def _symbolic(matrix: Given, factors: tuple[tuple[Matrix, int], ...]) -> Line:
    value = multiplied(factors)
    ring = as_polynomial(entries(factors[0][0])[0]).value.ring
    x = generator(ring, ring.names[-1])  # type: ignore[union-attr]
    determinant = Determinant(Given(shifted(lifted(ring, matrix.matrix), x, -1)))
    return Line("This is the characteristic polynomial.", Equal(determinant, value))


def shifted(matrix: Matrix, by: Scalar, sign: int = 1) -> Matrix:
    """Give A - c I, or with sign -1 c I - A."""
    rows = [list(row) for row in entries(matrix)]
    for i, row in enumerate(rows):
        row[i] = row[i] - by
    if sign < 0:
        rows = [[-x for x in row] for row in rows]
    return matrix_from(matrix.ring, rows, matrix.width)


def form_of(answer: Construct) -> Companions | None:
    """Give the companion matrices that an answer rests on, if it does."""
    return answer if isinstance(answer, Companions) else None


@dataclass(frozen=True)
class CharacteristicPolynomial(Construction):
    """What is det(x I - A)?"""

    asks: ClassVar[str] = "Find the characteristic polynomial of {matrix}"
    matrix: Term

    def lines(self, given: Literals, answer: Construct) -> tuple[Line, ...]:
        return tuple(characteristic_lines(given[0], ((answer["charpoly"], 1),), form_of(answer)))


@dataclass(frozen=True)
class CayleyHamilton(Construction):
    """Does the matrix satisfy its characteristic equation? It does; the answer shows it."""

    asks: ClassVar[str] = "Show that {matrix} satisfies its characteristic equation"
    matrix: Term

    def lines(self, given: Literals, answer: Construct) -> tuple[Line, ...]:
        p, a = answer["charpoly"], given[0]
        zero = Equal(polynomial_at(p, a), zero_matrix(a))
        lines = characteristic_lines(a, ((p, 1),), form_of(answer))
        return (*lines, Line("With A inserted it gives 0.", zero))


def krylov_lines(a: Given, b: Given, powers: Matrix) -> tuple[Line, ...]:
    """Say that the columns are b, A b, A^2 b, ..., and independent."""
    k = Given(powers)
    before, after = powers.columns(range(powers.width - 1)), powers.columns(range(1, powers.width))
    steps = Line("Each column is A times the one before.", Equal(Product(a, Given(before)),
                                                               Given(after)))  # fmt: skip
    first = Given(powers.columns((0,))) if powers.width else b
    return (
        Line("The first column is the vector.", Equal(b, first)),
        *((steps,) if powers.width > 1 else ()),
        Line("The columns are independent.", Independent(Transpose(k))),
    )


@dataclass(frozen=True)
class MinimalPolynomial(Construction):
    """Which monic polynomial of least degree is 0 at the matrix?

    The part v is a vector for which v, A v, A^2 v, ... are independent up to the degree. For
    large matrices it is the last of the companion blocks, each of which divides the next.
    """

    asks: ClassVar[str] = "Find the minimal polynomial of {matrix}"
    matrix: Term

    def lines(self, given: Literals, answer: Construct) -> tuple[Line, ...]:
        m, a = answer["minpoly"], given[0]
        if isinstance(answer, Companions):
            demand(answer.polynomials[-1] == entries(m)[0], "the last block")
            return form_lines(a, answer)
        v = answer.given("v")
        zero = Equal(polynomial_at(m, a), zero_matrix(a))
        powers = answer["K"]
        demand(is_monic(m) and powers.width == m.width - 1, "as many vectors as the degree")
        return (Line("The polynomial is 0 at A.", zero), *krylov_lines(a, v, powers))


@dataclass(frozen=True)
class KrylovSpace(Construction):
    """What is the span of b, A b, A^2 b, ..., and which relation ends the list?"""

    asks: ClassVar[str] = "Find the Krylov space of {matrix} and {vector}"
    matrix: Term
    vector: Term

    def lines(self, given: Literals, answer: Construct) -> tuple[Line, ...]:
        (a, b), powers = given, answer["basis"].transpose
        demand(is_monic(answer["minpoly"]), "a monic relation")
        demand(answer["minpoly"].width == powers.width + 1, "as many vectors as the degree")
        demand(answer["dimension"] == str(powers.width), "as many vectors as the dimension")
        if not powers.width:
            zero = b.matrix.with_rows(((b.matrix.ring.integer(0),),) * b.matrix.height)
            return (Line("The vector is 0.", Equal(b, Given(zero))),)
        last = Given(powers.columns((powers.width - 1,)))
        coefficients = [[-x] for x in entries(answer["minpoly"])[0][:-1]]
        c = Given(matrix_from(powers.ring, coefficients, 1))
        ends = Equal(Product(a, last), Product(Given(powers), c))
        return (
            *krylov_lines(a, b, powers),
            Line("A times the last one is their combination; so the space is invariant.", ends),
        )


@dataclass(frozen=True)
class Root:
    """An eigenvalue in the field: its multiplicities."""

    value: Scalar
    algebraic: int
    geometric: int


@dataclass(frozen=True)
class Spectrum(Construct):
    """Eigenvalues in the field, and irreducible factors for the others."""

    roots: tuple[Root, ...] = ()
    others: tuple[Irreducible, ...] = ()
    form: Companions | None = None


def spectrum_words(found: Spectrum) -> str:
    """Say what the eigenvalues are."""
    roots = (f"{r.value} (algebraic {r.algebraic}, geometric {r.geometric})" for r in found.roots)
    return "; ".join((*roots, *map(other_words, found.others)))


@dataclass(frozen=True)
class Eigenvalues(Construction):
    """What are the eigenvalues, with algebraic and geometric multiplicities?"""

    asks: ClassVar[str] = "Find the eigenvalues of {matrix}"
    matrix: Term

    def lines(self, given: Literals, answer: Construct) -> tuple[Line, ...]:
        if not isinstance(answer, Spectrum):
            raise TypeError("a spectrum is due")
        a = given[0]
        demand(len({r.value for r in answer.roots}) == len(answer.roots), "each eigenvalue once")
        demand(answer["eigenvalues"] == spectrum_words(answer), "the eigenvalues in words")
        one = number(a.matrix.ring, 1)
        linear = [(matrix_from(a.matrix.ring, [[-r.value, one]], 2), r.algebraic)
                  for r in answer.roots]  # fmt: skip
        rest = [(x.polynomial, x.exponent) for x in answer.others]
        lines = characteristic_lines(a, (*linear, *rest), answer.form)
        if isinstance(a.matrix.ring, Parameters):
            lines += _apart([root.value for root in answer.roots])
        for root in answer.roots:
            space = Null(Given(shifted(a.matrix, root.value)))
            size = Equal(Dimension(space), Count(root.geometric))
            lines.append(Line(f"The eigenspace for {root.value} has this dimension.", size))
        for other in answer.others:
            if other.field is not None:
                lines.append(irreducible_line(other.field, other.scale, other.polynomial))
            lines += [Line("The factor changes its sign here.", x) for x in sign_changes(other)]
        return tuple(lines)


def _apart(values: list[Scalar]) -> list[Line]:
    words = "These eigenvalues are different for all values of the parameters in this case."
    return [Line(words, Unequal(numeral(x), numeral(y))) for x, y in combinations(values, 2)]


def negative_trace_lines(a: Given, answer: Construct) -> tuple[Line, ...]:
    """Say that the trace of h(A)^2 is negative: minus it is a sum of squares, not all 0.

    It is the sum of the squares of h(c) for the eigenvalues c, so these are not all real.
    """
    demand(isinstance(a.matrix.ring, Rationals), "a rational matrix")
    trace = Trace(Power(polynomial_at(answer["h"], a), 2))
    return signed_lines("The trace of h(A)^2", trace, answer.given("squares"), -1)


def no_form_lines(a: Given, answer: Construct, extend: str) -> tuple[Line, ...]:
    """Say that an eigenvalue is not in the field, or, over the real numbers, is not real."""
    if not isinstance(answer, Spectrum):
        demand(extend == "real", "what is said of the real numbers")
        return negative_trace_lines(a, answer)
    demand(not extend and answer.missing, "what is said of the field itself")
    other = answer.others[0]
    if other.field is None:
        raise TypeError("a field is due")
    return (root_line(a, other.polynomial, other.scale, other.field),)


def root_line(matrix: Given, polynomial: Matrix, scale: int, field: Extension) -> Line:
    """Say that a root of an irreducible polynomial, which generates the field, is an eigenvalue.

    `scale` times the root is the generator of the field.
    """
    demand(not isinstance(matrix.matrix.ring, Extension), "a matrix over QQ or a prime field")
    degree, name = polynomial.width - 1, field.names[-1]
    demand_generated(field, degree)
    demand(degree > 1, "a generator that is not in the field of the matrix")
    shift = shifted(lifted(field, matrix.matrix), generator(field, name) / scale)
    words = f"Over the field of degree {degree} with {name}, which is a multiple of a "
    words += "root c of the irreducible factor, the matrix A - c I is singular."
    return Line(words, NotInvertible(Given(shift)))


@dataclass(frozen=True)
class NormalForm(Construction):
    """Which P takes the matrix to diagonal form, or to Jordan form (blocks with ones above)?

    `extend` is "real" or "complex" where square roots may be adjoined to the field.
    """

    asks: ClassVar[str] = "Find an invertible P that brings {matrix} to diagonal or Jordan form"
    matrix: Term
    diagonal: bool
    extend: str = ""

    def lines(self, given: Literals, answer: Construct) -> tuple[Line, ...]:
        a = given[0]
        if isinstance(answer, Spectrum) or answer.missing == "not real":
            return no_form_lines(a, answer, self.extend)
        if answer.missing:
            return self._generalised(a, answer)
        p, j = answer.given("P"), answer.given("D" if self.diagonal else "J")
        demand(is_jordan(j.matrix, diagonal=self.diagonal), "a diagonal or Jordan form")
        whole = Given(lifted(p.matrix.ring, a.matrix))
        return (
            Line("A P = P times the form.", Equal(Product(whole, p), Product(p, j))),
            Line("P is invertible.", Invertible(p)),
        )

    @staticmethod
    def _generalised(a: Given, answer: Construct) -> tuple[Line, ...]:
        v, image, value = answer.given("v"), answer.given("w"), answer["eigenvalue"]
        ring = value.ring
        shift = Given(shifted(lifted(ring, a.matrix), entries(value)[0][0]))
        zero = Given(minus(image.matrix, image.matrix))
        return (
            Line("w = (A - c I) v.", Equal(Product(shift, v), image)),
            Line("w is not 0.", Independent(Transpose(image))),
            Line("(A - c I) w = 0: v is a generalised eigenvector and no eigenvector.",
                 Equal(Product(shift, image), zero)),
        )  # fmt: skip
