"""What + - * / ^ & mean between two things."""

from collections.abc import Callable
from fractions import Fraction

from exactspaces.errors import ExactSpacesError, NotUnderstood
from exactspaces.fields import Scalar, matrix_from, number
from exactspaces.kernel import (
    Add,
    Count,
    Given,
    Inverse,
    Meet,
    Number,
    Power,
    Product,
    Scaled,
    SpaceSum,
    Term,
    Transpose,
)
from exactspaces.kernel.matrices import plus, scaled
from exactspaces.kernel.scalars import Value
from exactspaces.questions import Complement, shape_of
from exactspaces.reading.affine import shifted
from exactspaces.reading.context import Context
from exactspaces.reading.grammar.syntax import Name, Node
from exactspaces.reading.linear.algebra import MAX_EXPONENT, combined, literal
from exactspaces.reading.lists import column_of
from exactspaces.reading.meanings import (
    Asked,
    Constant,
    CountTerm,
    ElementTerm,
    MapTerm,
    MatrixTerm,
    Meaning,
    NumberTerm,
    Polynomial,
    SpaceTerm,
    VectorTerm,
)
from exactspaces.reading.words import kind_of
from exactspaces.spaces import Polynomials

_MAX_DEGREE = 200
_MAX_BITS = 100_000
Numbers = tuple[Scalar, ...]


def binary(context: Context, node: Node, operator: str, sides: tuple[Meaning, Meaning]) -> Meaning:
    """Combine two meanings by an operator.

    Raises NotUnderstood, pointing at the node, when the operator means nothing for them.
    """
    if any(isinstance(side, MapTerm | ElementTerm) for side in sides):
        return _of_maps(context, node, operator, sides)
    left, right = sides
    if operator == "-":
        return binary(context, node, "+", (left, negated(context, node, right)))
    if operator == "^":
        return power(context, node, sides)
    if operator == "&":
        return meet(context, node, sides)
    if operator == "/":
        return quotient(context, node, sides)
    method = sum_of if operator == "+" else product_of
    try:
        found = method(context, left, right)
        if found is not None:
            check_shape(found)
            return found
    except NotUnderstood as error:
        context.fail(node, error.message)
    except ExactSpacesError as error:
        context.fail(node, str(error))
    verb = "added" if operator == "+" else "multiplied"
    context.fail(node, f"{kind_of(left)} and {kind_of(right)} cannot be {verb}.")


def _of_maps(
    context: Context, node: Node, operator: str, sides: tuple[Meaning, Meaning]
) -> Meaning:
    """Combine maps; what is computed by one is worked out."""
    left, right = (literal(context, node, side) for side in sides)
    if operator == "-":
        operator, right = "+", negated(context, node, right)
    if operator == "/" and isinstance(right, Constant) and right.value:
        operator, right = "*", Constant(context.divided(1 / right.value), None)
    if isinstance(left, MapTerm) or isinstance(right, MapTerm):
        return combined(context, node, operator, (left, right))
    return binary(context, node, operator, (left, right))


def check_shape(meaning: Meaning) -> None:
    """Raise WrongShape when the parts of the term do not fit together."""
    term = getattr(meaning, "term", None)
    if isinstance(term, Term):
        shape_of(term)


def number_term(meaning: Meaning) -> Term | None:
    """Give the term of a number."""
    if isinstance(meaning, Constant):
        return Number(matrix_from(meaning.value.ring, [[meaning.value]]))
    return meaning.term if isinstance(meaning, NumberTerm) else None


def count_term(meaning: Meaning) -> Term | None:
    """Give the term of a whole number."""
    if isinstance(meaning, Constant) and meaning.rational is not None:
        whole = meaning.rational.denominator == 1
        return Count(meaning.rational.numerator) if whole else None
    return meaning.term if isinstance(meaning, CountTerm) else None


def sum_of(context: Context, left: Meaning, right: Meaning) -> Meaning | None:
    """Add two numbers, counts, matrices, vectors, polynomials or spaces; a point and a space."""
    match left, right:
        case Constant(a, p), Constant(b, q):
            return Constant(a + b, None if p is None or q is None else p + q)
        case (CountTerm(), _) | (_, CountTerm()):
            return _of_terms(CountTerm, Add, (count_term(left), count_term(right)))
        case (NumberTerm(), _) | (_, NumberTerm()):
            return _of_terms(NumberTerm, Add, (number_term(left), number_term(right)))
        case MatrixTerm(a), MatrixTerm(b):
            return MatrixTerm(_folded(Add(a, b)))
        case VectorTerm(a), VectorTerm(b):
            return VectorTerm(_folded(Add(a, b)))
        case SpaceTerm(a, ambient), SpaceTerm(b, other) if ambient == other:
            return SpaceTerm(SpaceSum(a, b), ambient)
        case (VectorTerm(point), SpaceTerm() as space) | (SpaceTerm() as space, VectorTerm(point)):
            return shifted(context, point, space)
        case (point, SpaceTerm() as space) | (SpaceTerm() as space, point):
            return _coset(context, point, space)
        case Polynomial(a), (Polynomial() | Constant()):
            return _polynomial_sum(a, _coefficients(right))
        case Constant(), Polynomial(b):
            return _polynomial_sum(_coefficients(left), b)
    return None


def _coset(context: Context, point: Meaning, space: SpaceTerm) -> Meaning | None:
    """Give a matrix or polynomial plus a space of these."""
    number = isinstance(point, Constant) and isinstance(space.ambient, Polynomials)
    if not (number or isinstance(point, MatrixTerm | Polynomial)):
        return None
    return shifted(context, column_of(context, Name(""), point, space.ambient), space)


def _of_terms(
    kind: Callable[[Term], Meaning],
    make: Callable[[Term, Term], Term],
    terms: tuple[Term | None, Term | None],
) -> Meaning | None:
    left, right = terms
    return None if left is None or right is None else kind(make(left, right))


def _folded(term: Term) -> Term:
    """Carry out a sum or multiple of literal matrices at once: the literal is what was meant."""
    match term:
        case Add(Given(a), Given(b)) if (a.height, a.width) == (
            b.height,
            b.width,
        ) and a.width == 1:
            return Given(plus(a, b))
        case Scaled(Number(c), Given(a)) if a.width == 1:
            return Given(scaled(c, a))
    return term


def _coefficients(meaning: Polynomial | Constant) -> Numbers:
    return meaning.coefficients if isinstance(meaning, Polynomial) else (meaning.value,)


def _polynomial_sum(a: Numbers, b: Numbers) -> Polynomial:
    zero = number((a or b)[0].ring, 0)
    size = max(len(a), len(b))
    a, b = a + (zero,) * (size - len(a)), b + (zero,) * (size - len(b))
    return _trimmed([x + y for x, y in zip(a, b, strict=True)])


def _trimmed(coefficients: list[Scalar]) -> Polynomial:
    while len(coefficients) > 1 and not coefficients[-1]:
        coefficients.pop()
    return Polynomial(tuple(coefficients))


def product_of(context: Context, left: Meaning, right: Meaning) -> Meaning | None:
    """Multiply numbers, counts, matrices, a matrix and a vector, a number and one of these."""
    match left, right:
        case Constant(a, p), Constant(b, q):
            return Constant(a * b, None if p is None or q is None else p * q)
        case (CountTerm(), _) | (_, CountTerm()):
            return _of_terms(CountTerm, Product, (count_term(left), count_term(right)))
        case MatrixTerm(a), MatrixTerm(b):
            return MatrixTerm(Product(a, b))
        case MatrixTerm(a), VectorTerm(b):
            return VectorTerm(Product(a, b))
        case ((Polynomial() | Constant()), (Polynomial() | Constant())):
            return _polynomial_product(context, _coefficients(left), _coefficients(right))
        case ((Constant() | NumberTerm()), (Constant() | NumberTerm())):
            return _of_terms(NumberTerm, Product, (number_term(left), number_term(right)))
        case ((Constant() | NumberTerm()), _):
            return _scaled(left, right)
        case _, (Constant() | NumberTerm()):
            return _scaled(right, left)
    return None


def _polynomial_product(context: Context, a: Numbers, b: Numbers) -> Polynomial:
    if len(a) + len(b) > _MAX_DEGREE:
        raise ExactSpacesError(f"polynomials have degree at most {_MAX_DEGREE} here")
    out = [context.number(0)] * (len(a) + len(b) - 1)
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            out[i + j] = out[i + j] + x * y
    return _trimmed(out)


def _scaled(factor: Meaning, thing: Meaning) -> Meaning | None:
    term = number_term(factor)
    if term is None:
        return None
    match thing:
        case MatrixTerm(a):
            return MatrixTerm(_folded(Scaled(term, a)))
        case VectorTerm(a):
            return VectorTerm(_folded(Scaled(term, a)))
        case SpaceTerm() if isinstance(factor, Constant) and factor.value:
            return thing
    return None


def negated(context: Context, node: Node, meaning: Meaning) -> Meaning:
    """Give minus one times the meaning; a space is its own negative."""
    if isinstance(meaning, Constant):
        return Constant(-meaning.value, None if meaning.rational is None else -meaning.rational)
    if isinstance(meaning, CountTerm):
        return CountTerm(Product(Count(-1), meaning.term))
    minus = Constant(context.number(-1), Fraction(-1))
    if isinstance(meaning, MapTerm | ElementTerm):
        return _of_maps(context, node, "*", (minus, meaning))
    found = None if isinstance(meaning, SpaceTerm) else product_of(context, minus, meaning)
    if found is None:
        context.fail(node, f"{kind_of(meaning)} cannot be subtracted.")
    return found


def power(context: Context, node: Node, sides: tuple[Meaning, Meaning]) -> Meaning:
    """Raise to a whole power; negative powers of matrices use the inverse."""
    base, exponent = sides
    rational = exponent.rational if isinstance(exponent, Constant) else None
    if rational is None or rational.denominator != 1 or abs(rational) > MAX_EXPONENT:
        context.fail(node, f"An exponent is a whole number up to {MAX_EXPONENT}.")
    k = rational.numerator
    match base:
        case Constant(value, written):
            if k < 0 and not value:
                context.fail(node, "Division by zero.")
            if abs(k) * _bits(value) > _MAX_BITS:
                context.fail(node, "This power has too many digits.")
            return Constant(context.divided(value**k), _power_as_written(written, k))
        case MatrixTerm(term):
            term = Inverse(term) if k < 0 else term
            found = MatrixTerm(term if k in (1, -1) else Power(term, abs(k)))
            try:
                check_shape(MatrixTerm(Power(base.term, 1)))
            except ExactSpacesError as error:
                context.fail(node, str(error))
            return found
        case Polynomial() if k >= 0:
            result: Meaning = Constant(context.number(1), Fraction(1))
            for _ in range(k):
                result = binary(context, node, "*", (result, base))
            return result
        case NumberTerm(term) if k >= 0:
            return NumberTerm(Power(term, k))
    context.fail(node, f"{kind_of(base)} has no power {k}.")


def _power_as_written(written: Fraction | None, k: int) -> Fraction | None:
    """Give the power before it is taken modulo a prime; None when it is not needed or too long."""
    if written is None or (k < 0 and not written):
        return None
    size = written.numerator.bit_length() + written.denominator.bit_length()
    return written**k if abs(k) * size <= _MAX_BITS else None


def _bits(value: Scalar) -> int:
    """Give the number of bits of the largest coefficient; those modulo p do not grow."""
    if value.ring.characteristic:
        return 1
    return max(map(_length, (value.top, value.bottom)))


def _length(value: Value) -> int:
    if isinstance(value, int):
        return value.bit_length()
    return max((c.bit_length() for _, c in value), default=1) + len(value)


def meet(context: Context, node: Node, sides: tuple[Meaning, Meaning]) -> Meaning:
    """Intersect two spaces."""
    match sides:
        case SpaceTerm(a, ambient), SpaceTerm(b, other):
            if ambient == other:
                return SpaceTerm(Meet(a, b), ambient)
            context.fail(node, f"The spaces lie in {ambient} and {other}.")
    left, right = map(kind_of, sides)
    context.fail(node, f"& intersects two spaces, and these are {left} and {right}.")


def quotient(context: Context, node: Node, sides: tuple[Meaning, Meaning]) -> Meaning:
    """Divide by a number; V / W asks for a basis of the quotient space."""
    left, right = sides
    match left, right:
        case SpaceTerm(whole, ambient), SpaceTerm(space, other) if ambient == other:
            return Asked(Complement(space, whole), ambient)
        case _, Constant(value, written):
            if not value:
                context.fail(node, f"Division by zero{_why(context, written)}.")
            inverse = Constant(context.divided(1 / value), 1 / written if written else None)
            return binary(context, node, "*", (left, inverse))
        case _, NumberTerm(term):
            return binary(context, node, "*", (left, NumberTerm(Inverse(term))))
    context.fail(node, f"{kind_of(left)} cannot be divided by {kind_of(right)}.")


def _why(context: Context, written: Fraction | None) -> str:
    return f": {written} = 0 in {context.over.label}" if written else ""


def transposed(term: Term) -> Term:
    """Transpose, undoing an earlier transposition."""
    return term.matrix if isinstance(term, Transpose) else Transpose(term)
