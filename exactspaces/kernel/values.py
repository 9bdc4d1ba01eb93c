"""The value of a term, established from the evidence for it.

`VALUES` lists, for each kind of term and of certificate, the rule that turns the values of the
parts and the evidence into the value of the term. A value is a matrix, a count, a list of pivot
columns (from 1) or a `Space`. The rules are in `evaluation`.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, get_args

from exactspaces.kernel import matrices as m
from exactspaces.kernel.certificates import Certificate
from exactspaces.kernel.errors import Rejected, require
from exactspaces.kernel.forms import kind_names
from exactspaces.kernel.matrices import Matrix
from exactspaces.kernel.records import Record
from exactspaces.kernel.spaces import Space, combination, has_unit, outside
from exactspaces.kernel.terms import Term

Value = Matrix | int | tuple[int, ...] | Space


class Table(dict[tuple[type[Record], type[Certificate]], Callable[..., Any]]):
    """Rules, each under the kind of statement and the kind of certificate it is about.

    A rule is a function of a statement (a claim or a term), of a certificate, and of the values of
    the parts of the statement. Its annotations say where it is filed and what the values must be.
    """

    def file(self, *rules: Callable[..., Any]) -> None:
        """File rules where they belong."""
        for rule in rules:
            statements, evidence, *_ = rule.__annotations__.values()
            for kind in get_args(statements) or (statements,):
                require((kind, evidence) not in self, "there are two rules for one purpose")
                self[kind, evidence] = _checked(rule)

    def apply(self, statement: Record, certificate: Certificate, parts: tuple[Term, ...]) -> Any:
        """Establish the values of the parts and apply the rule; refuse when there is none."""
        kinds = type(statement), type(certificate)
        if kinds not in self:
            raise Rejected(f"{kinds[1].__name__} is no evidence for {kinds[0].__name__}")
        below: tuple[Certificate, ...] = getattr(certificate, "parts", ())
        require(len(parts) == len(below), "one certificate for each part is due")
        return self[kinds](statement, certificate, tuple(map(value_of, parts, below)))


VALUES = Table()


def _checked(rule: Callable[..., Any]) -> Callable[..., Any]:
    """Give the rule with a look at the sorts of the values; they arrive as one tuple."""
    _, _, *sorts, _ = rule.__annotations__.values()

    @wraps(rule)
    def checked(statement: Record, certificate: Certificate, values: tuple[Value, ...]) -> Any:
        for value, sort in zip(values, sorts + sorts[-1:] * len(values), strict=False):
            if not isinstance(value, sort):
                raise Rejected(f"{kind_names(sort)} is due here")
        return rule(statement, certificate, *values)

    return checked


def value_of(term: Term, certificate: Certificate) -> Value:
    """Establish the value of the term, or refuse.

    Raises Rejected when the evidence does not determine it.
    """
    value: Value = VALUES.apply(term, certificate, term.parts)
    return value


def same(left: object, right: object) -> bool:
    """Say whether two established values are equal; refuse to compare different sorts."""
    if isinstance(left, Space) and isinstance(right, Space):
        require(left.basis.width == right.basis.width, "the spaces have different ambient spaces")
        same_size = left.basis.height == right.basis.height
        return same_size and combination(left.basis, right)
    if isinstance(left, Matrix) and isinstance(right, Matrix):
        return m.equal(left, right)
    require(type(left) is type(right), "values of different sorts are not compared")
    return left == right


def surely_different(left: object, right: object) -> bool:
    """Say whether two established values differ at every point.

    Over a field this is the negation of `same`. With parameters an entry of the difference has to
    be a unit; spaces have different dimensions, or a vector of the one is outside the other.
    """
    if isinstance(left, Matrix) and isinstance(right, Matrix):
        return left.shape != right.shape or has_unit(m.minus(left, right))
    if isinstance(left, Space) and isinstance(right, Space):
        return outside(left.basis, right) or left.basis.height != right.basis.height
    return not same(left, right)
