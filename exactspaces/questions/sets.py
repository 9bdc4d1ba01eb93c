"""Is a set given by conditions the span of finitely many vectors?"""

from dataclasses import dataclass
from fractions import Fraction

from exactspaces.kernel import AllOf, Claim, Extension, Given, Independent, Matrix
from exactspaces.kernel.formulas import Apply, Constant, Formula, Quantity, Variable
from exactspaces.kernel.statements import ForAll
from exactspaces.questions.asks import Question
from exactspaces.questions.laws import about, inside, same
from exactspaces.spaces.user import UserSpace, Vector


@dataclass(frozen=True)
class SpannedBy(Question):
    """Which vectors are a basis of the set? The answer is a matrix with an identity block.

    The operations of the space are the usual ones of F^n; `condition` says which vectors are in
    the set.
    """

    space: UserSpace

    def claim(self, answer: Matrix) -> Claim:
        """Say that each combination is in the set, each member is a combination, and independence.

        The coefficients of a member are its entries in the columns of the identity block.
        """
        space, field = self.space, self.space.field
        names = tuple(f"t{k}" for k in range(1, answer.height + 1))
        combination = combined(answer, tuple(map(Variable, names)))
        quantities = tuple(Quantity(name, field) for name in names) or (Quantity("a", field),)
        u = space.vector("u")
        again = combined(answer, tuple(u[column] for column in block(answer)))
        return AllOf(
            (
                ForAll(quantities, (), inside(space, combination)),
                about(space, "u", "", same(u, again)).proved(),
                Independent(Given(answer)),
            )
        )


def block(basis: Matrix) -> tuple[int, ...]:
    """Give the columns (from 0) in which the rows have an identity matrix.

    Raises ValueError when there are none.
    """
    columns = tuple(zip(*basis.rows, strict=True))
    units = [
        tuple(basis.scale if i == k else basis.ring.integer(0) for i in range(basis.height))
        for k in range(basis.height)
    ]
    return tuple(columns.index(unit) for unit in units)


def combined(basis: Matrix, coefficients: Vector) -> Vector:
    """Give the combination of the rows with these coefficients, a formula for each entry."""
    return tuple(
        _total(
            [
                _times(entry_formula(basis, row[j]), coefficient)
                for row, coefficient in zip(basis.rows, coefficients, strict=True)
                if row[j]
            ]
        )
        for j in range(basis.width)
    )


def entry_formula(matrix: Matrix, value: object) -> Formula:
    """Give the entry with this value as a formula: a number, or a polynomial in the generator."""
    if isinstance(value, int):
        return _number(value, matrix.denominator)
    ring = matrix.ring
    if not isinstance(ring, Extension) or not isinstance(value, tuple):
        raise TypeError("a number of a field is due")
    generator = Variable(ring.names[0])
    return _total(
        [
            _times(_number(c, matrix.denominator), Apply("^", (generator, Constant(e))))
            for (e,), c in value
        ]
    )


def _number(numerator: int, denominator: int) -> Constant:
    reduced = Fraction(numerator, denominator)
    return Constant(reduced.numerator, reduced.denominator)


def _times(x: Formula, y: Formula) -> Formula:
    return y if x == Constant(1) else Apply("*", (x, y))


def _total(terms: list[Formula]) -> Formula:
    total: Formula = terms[0] if terms else Constant(0)
    for term in terms[1:]:
        total = Apply("+", (total, term))
    return total
