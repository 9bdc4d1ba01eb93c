"""Lengths, distances and angles in the standard inner product or another one."""

from collections.abc import Callable
from dataclasses import replace

from exactspaces.errors import NoAnswer
from exactspaces.fields import Scalar, entries
from exactspaces.fields.numbers import lift
from exactspaces.kernel import Given, Matrix, Span
from exactspaces.kernel.matrices import minus
from exactspaces.questions.constructions import Construct, Construction, Part
from exactspaces.questions.inner import ProjectionOfVector
from exactspaces.questions.lengths import AngleBetween, Distance, NormOf
from exactspaces.questions.symmetric import Definiteness
from exactspaces.solvers.inner import form_for, larger_field, projection, square_roots
from exactspaces.solvers.symmetric import definiteness
from exactspaces.solvers.tables import adjoint_of, product, row, trace_of
from exactspaces.spaces import Coordinates


def norm(_: NormOf, vector: Matrix, form: Matrix | None = None) -> Construct:
    """Take the principal root of <v, v>."""
    signs = _inner_product(vector.height, form)
    (length,) = square_roots([_paired(vector, vector, form)])
    parts = (_number("norm", length), *signs)
    return Construct(parts, "", larger_field(vector.ring, length.ring))


def distance(question: Distance, vector: Matrix, basis: Matrix, *others: Matrix) -> Construct:
    """Take the length of what is left of the vector without its projection."""
    form = others[-1] if question.form is not None else None
    signs = _inner_product(vector.height, form)
    moved = vector if question.point is None else minus(vector, others[0])
    asked = ProjectionOfVector(Given(moved), Span(Given(basis)))
    found = projection(asked, moved, basis, form)
    if found.missing:
        return found
    residual = found["residual"]
    (length,) = square_roots([_paired(residual, residual, form)])
    nearest = minus(vector, residual)
    parts = (
        _number("distance", length),
        Part("nearest", nearest, "vector", shown=False),
        Part("residual", residual, "vector", shown=False),
        *signs,
    )
    ambient = question.ambient or Coordinates(vector.height)
    said = f"{ambient.plain([x for (x,) in entries(nearest)])} is nearest"
    larger = larger_field(vector.ring, length.ring)
    return Construct(parts, "", "; ".join(filter(None, (said, larger))))


def angle(_: AngleBetween, left: Matrix, right: Matrix, form: Matrix | None = None) -> Construct:
    """cos = <u, v> / sqrt(<u, u> <v, v>)."""
    signs = _inner_product(left.height, form)
    squares = [_paired(x, x, form) for x in (left, right)]
    if not all(squares):
        raise NoAnswer("the angle with the zero vector is not defined")
    (lengths,) = square_roots([squares[0] * squares[1]])
    cosine = lift(lengths.ring, _paired(left, right, form)) / lengths
    parts = _number("cosine", cosine), replace(_number("lengths", lengths), shown=False), *signs
    return Construct(parts, "", larger_field(left.ring, lengths.ring))


def _number(name: str, value: Scalar) -> Part:
    return Part(name, row(value.ring, [value]), "number")


def _paired(left: Matrix, right: Matrix, form: Matrix | None) -> Scalar:
    """Give <u, v>; for matrices the sum over their entries."""
    weighted = right if form is None else product(form, right)
    return trace_of(product(adjoint_of(left), weighted))


def _inner_product(n: int, form: Matrix | None) -> tuple[Part, ...]:
    """Give the evidence that a form is positive definite.

    Raises NoAnswer for a form that is not, or has another size.
    """
    if form is None:
        return ()
    found = definiteness(Definiteness(Given(form)), form_for(n, form.ring, form))
    if found["kind"] != "positive definite":
        raise NoAnswer(f"the form is {found['kind']}, so it gives no lengths")
    return tuple(replace(part, shown=False) for part in found.parts)


MAKERS: dict[type[Construction], Callable[..., Construct]] = {
    NormOf: norm,
    AngleBetween: angle,
    Distance: distance,
}
