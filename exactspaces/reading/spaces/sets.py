"""Reading sets given by conditions, of tuples, matrices, polynomials, functions and sequences."""

from collections.abc import Mapping

from exactspaces.fields.names import Over
from exactspaces.kernel.formulas import Domain
from exactspaces.reading.spaces.bases import base_of
from exactspaces.reading.spaces.carriers import carrier_of
from exactspaces.reading.spaces.domains import read_scalars
from exactspaces.reading.spaces.evaluate import evaluate
from exactspaces.reading.spaces.function_sets import function_set
from exactspaces.reading.spaces.scope import Scope
from exactspaces.reading.spaces.trees import Node, parse, reading
from exactspaces.reading.spaces.values import Mat, Tup, Value
from exactspaces.spaces.sets import ConditionSet


def read_condition_set(
    text: str, field: "str | Domain | Over" = "R", given: Mapping[str, str] | None = None
) -> ConditionSet:
    """Read a set given by a condition; `given` has the matrices and vectors that it names.

    Raises Unreadable, or NotAField for scalars that are none.

    >>> found = read_condition_set("{(x, y, z) in R^3 : 2x - y + 3z = 0}")
    >>> [str(c) for c in found.linear_system().rows[0]]
    ['2', '-1', '3']
    >>> read_condition_set("{f : f(0) = 1}").form.quantities
    ('f(0)',)
    """
    scalars = read_scalars(field)
    scope = Scope(read_given(given or {}, scalars), scalars)
    with reading(text):
        node = _subset(parse(text, scope.names), scope)
        functions = function_set(node, scope)
        if functions is not None:
            return functions
        base = carrier_of(node, scope).base
    return ConditionSet(scalars, base.form, base.domains, base.condition)


def read_given(given: Mapping[str, str], scalars: Domain) -> dict[str, Value]:
    """Read named numbers, vectors and matrices; a column is a vector.

    Raises Unreadable.
    """
    found: dict[str, Value] = {}
    for name, text in given.items():
        with reading(text):
            value = evaluate(parse(text), Scope({}, scalars))
        if isinstance(value, Mat) and value.shape[1] == 1:
            value = Tup(tuple(row[0] for row in value.rows))
        found[name] = value
    return found


def _subset(node: Node, scope: Scope) -> Node:
    """Give Z^2 of "Z^2 in R^2"."""
    if node.kind == "chain" and node.text == "in" and base_of(node.parts[0], scope) is not None:
        return node.parts[0]
    return node
