"""Positivity of a Hermitian form: complex components are written with real and imaginary parts."""

from fractions import Fraction

from exactspaces.kernel import Certificate
from exactspaces.kernel.formulas import (
    Apply,
    ComplexNumbers,
    Constant,
    Formula,
    Quantity,
    Reals,
    Variable,
)
from exactspaces.kernel.replacing import replaced
from exactspaces.kernel.statements import (
    Alternative,
    Cofactors,
    Normalised,
    Positive,
    Severally,
    Substitution,
    Vanishing,
)

Rows = tuple[tuple[Fraction, ...], ...]
I = Variable("i")


def split(names: tuple[str, ...], proof: Certificate) -> Certificate:
    """Replace each component u by x + i y, with the proof for the real quantities x and y.

    The statement is about a complex scalar `a` and the components, in this order.
    """
    quantities = tuple(Quantity(part, Reals()) for name in names for part in parts_of(name))
    a = Variable("a")
    old = tuple(_joined(name) for name in names)
    new = tuple(Apply(part, (Variable(name),)) for name in names for part in ("re", "im"))
    return Substitution(
        (Quantity("a", ComplexNumbers()), *quantities),
        (),
        (a, *old),
        (a, *new),
        Normalised(),
        proof,
    )


def parts_of(name: str) -> tuple[str, str]:
    """Give the names of the real and of the imaginary part of a component."""
    return f"re_{name}", f"im_{name}"


def _joined(name: str) -> Formula:
    x, y = map(Variable, parts_of(name))
    return Apply("+", (x, Apply("*", (I, y))))


def positive(
    names: tuple[str, ...],
    numbers: tuple[Fraction, ...],
    roots: tuple[Formula, ...],
    inverse: Rows,
) -> Certificate:
    """Show that a sum of positive numbers times squared absolute values is positive, or u = 0.

    `roots` are real combinations of the components. One of their real and imaginary parts is not
    zero, or all components are the stated combinations (`inverse`) of zeros.
    """
    real = {name: Variable(parts_of(name)[0]) for name in names}
    imaginary = {name: Variable(parts_of(name)[1]) for name in names}
    squared = [
        (number, replaced(root, part))
        for number, root in zip(numbers, roots, strict=True)
        for part in (real, imaginary)
    ]
    terms = tuple((_constant(number), (), root) for number, root in squared)
    above: Certificate = Alternative(0, Positive(Constant(1), terms))
    zeros = tuple(Cofactors(Constant(1), _multipliers(row)) for row in inverse)
    proof: Certificate = Alternative(1, zeros[0] if len(zeros) == 1 else Severally(zeros))
    for _, root in reversed(squared):
        proof = Vanishing(root, proof, above)
    return split(names, proof)


def _multipliers(row: tuple[Fraction, ...]) -> tuple[Formula, ...]:
    return tuple(
        factor
        for number in row
        for factor in (_constant(number), Apply("*", (I, _constant(number))))
    )


def _constant(number: Fraction) -> Constant:
    return Constant(number.numerator, number.denominator)
