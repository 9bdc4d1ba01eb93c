"""Reading the sets that carriers are cut out of: R, R>0, [0, oo), R^3, R^(2x2), P_2, ..."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from exactspaces.kernel.formulas import (
    ComplexNumbers,
    Condition,
    Domain,
    Every,
    Reals,
    Variable,
)
from exactspaces.kernel.replacing import replaced
from exactspaces.reading.spaces.conditions import PARTS, every, negated, related, some, within
from exactspaces.reading.spaces.domains import domain_of
from exactspaces.reading.spaces.evaluate import arguments, evaluate
from exactspaces.reading.spaces.scope import Scope
from exactspaces.reading.spaces.shapes import generic, size_of, vector
from exactspaces.reading.spaces.trees import Node
from exactspaces.reading.spaces.values import MismatchError, Value
from exactspaces.spaces.user import Coefficients, Entries, Form, Grid, Single

_MOST_ENTRIES, _MOST_ROWS = 64, 8
_POLYNOMIALS = re.compile(r"P_?([0-9]{1,4})")
_TWO_SIZES = re.compile(r"M(?:at)?_?([1-8])([1-8])")
_MATRICES = re.compile(r"M(?:at)?_?([0-9]{1,4})")


@dataclass(frozen=True)
class Base:
    """A set of vectors: their form, the domain of each component, a condition on u, u1, ..."""

    form: Form
    domains: tuple[Domain, ...]
    condition: Condition


def base_of(node: Node, scope: Scope) -> Base | None:
    """Read a set by its name; None where it is something else.

    Raises Slip.
    """
    for reader in _READERS:
        found = reader(node, scope)
        if found is not None:
            return found
    return None


def default_base(form: Form, scalars: Domain) -> Base:
    """Give all vectors of a form over the field of the scalars."""
    return Base(form, (scalars,) * size_of(form), Every(()))


def _group(node: Node, scope: Scope) -> Base | None:
    return base_of(node.parts[0], scope) if node.kind == "group" else None


def _plain(node: Node, scope: Scope) -> Base | None:
    domain = domain_of(node, scope.scalars)
    return Base(Single(), (domain,), Every(())) if domain is not None else None


def _part(node: Node, scope: Scope) -> Base | None:
    """Read R_{>0}, R > 0, an interval, a finite set of numbers."""
    whole, inside = node, node
    if node.kind == "chain" and len(node.parts) == 2:
        return _compared(node, scope)
    if node.kind == "name" and node.text in PARTS:
        whole = Node("name", node.start, node.end, (), node.text[0])
    elif node.kind not in ("tuple", "left_open", "right_open", "brackets", "braces"):
        return None
    if node.kind == "tuple" and len(node.parts) != 2:
        return None
    domain = domain_of(whole, scope.scalars) or _numbers(scope)
    return Base(Single(), (domain,), within(Variable("u"), inside, scope, evaluate))


def _numbers(scope: Scope) -> Domain:
    """Give the domain of an interval: the field of the scalars, or R where that is C."""
    return Reals() if isinstance(scope.scalars, ComplexNumbers) else scope.scalars


def _compared(node: Node, scope: Scope) -> Base | None:
    domain = domain_of(node.parts[0], scope.scalars)
    if domain is None:
        return None
    inner = scope.having({"u": Variable("u")})
    left = Node("name", node.start, node.start, (), "u")
    chain = Node("chain", node.start, node.end, (left, node.parts[1]), node.text)
    found = evaluate(chain, inner)
    return Base(Single(), (domain,), found) if isinstance(found, Condition) else None


def _power(node: Node, scope: Scope) -> Base | None:
    """Read R^3 and [0, 1]^2."""
    if node.kind == "superscript":
        exponent, text = node, node.text
    elif node.kind == "binary" and node.text == "^":
        exponent = node.parts[1]
        text = exponent.text if exponent.kind == "number" else ""
    else:
        return None
    one = base_of(node.parts[0], scope)
    if one is None:
        return None
    if exponent.kind == "name" and exponent.text == "R":
        return None
    if not text.isdigit() or not isinstance(one.form, Single):
        raise exponent.fail("A whole number is due here.", "Write for instance R^3 or R^(2x2).")
    length = _limited(text, _MOST_ENTRIES, exponent)
    return _joined([one] * length)


def _limited(text: str, most: int, node: Node) -> int:
    if not text.isdigit() or len(text) > 6 or not 1 <= int(text) <= most:
        raise node.fail(f"A whole number from 1 to {most} is due here.")
    return int(text)


def _joined(parts: list[Base]) -> Base:
    """Give the product of sets of numbers."""
    form = Entries(len(parts))
    names = generic(form, "u")
    pairs = zip(parts, names, strict=True)
    conditions = [replaced(part.condition, {"u": name}) for part, name in pairs]
    return Base(form, tuple(x for part in parts for x in part.domains), every(conditions))


def _product(node: Node, scope: Scope) -> Base | None:
    """Read R × R."""
    if node.kind != "binary" or node.text != "*":
        return None
    parts, rest = [node.parts[1]], node.parts[0]
    while rest.kind == "binary" and rest.text == "*":
        parts.append(rest.parts[1])
        rest = rest.parts[0]
    found = [base_of(part, scope) for part in reversed([*parts, rest])]
    bases = [one for one in found if one is not None and isinstance(one.form, Single)]
    return _joined(bases) if len(bases) == len(found) <= _MOST_ENTRIES else None


def _shaped(node: Node, scope: Scope) -> Base | None:
    """Read R^(2x2)."""
    if node.kind != "shape":
        return None
    one = base_of(node.parts[0], scope)
    if one is None or not isinstance(one.form, Single):
        raise node.parts[0].fail("A set of numbers is due before the size of a matrix.")
    rows, columns = (_limited(x, _MOST_ROWS, node) for x in node.text.split("x"))
    joined = _joined([one] * (rows * columns))
    return Base(Grid(rows, columns), joined.domains, joined.condition)


def _lettered(node: Node, scope: Scope) -> Base | None:
    """Read P_3, P_3(R), M_2, M_2(R)."""
    named, domain = node, scope.scalars
    if node.kind == "call" and node.parts[0].text in ("M", "Mat", "P"):
        return _sized(node, domain)
    if node.kind == "call" and len(node.parts) == 2:
        named = node.parts[0]
        domain = domain_of(node.parts[1], scope.scalars) or domain
    if named.kind != "name":
        return None
    if found := _POLYNOMIALS.fullmatch(named.text):
        degree = 0 if found.group(1) == "0" else _limited(found.group(1), _MOST_ENTRIES, named)
        return Base(Coefficients(degree), (domain,) * (degree + 1), Every(()))
    if found := _TWO_SIZES.fullmatch(named.text):
        return _all_matrices((int(found.group(1)), int(found.group(2))), domain)
    if found := _MATRICES.fullmatch(named.text):
        rows = _limited(found.group(1), _MOST_ROWS, named)
        return Base(Grid(rows, rows), (domain,) * rows**2, Every(()))
    return None


def _sized(node: Node, domain: Domain) -> Base | None:
    """Read M(2, 3), M(2) and P(3)."""
    sizes = [part.text for part in arguments(node)]
    if not all(text.isdigit() for text in sizes):
        return None
    if node.parts[0].text == "P" and len(sizes) == 1:
        degree = 0 if sizes[0] == "0" else _limited(sizes[0], _MOST_ENTRIES, node)
        return Base(Coefficients(degree), (domain,) * (degree + 1), Every(()))
    if node.parts[0].text == "P" or len(sizes) > 2:
        return None
    rows, columns = (_limited(text, _MOST_ROWS, node) for text in (sizes[0], sizes[-1]))
    return _all_matrices((rows, columns), domain)


def _all_matrices(shape: tuple[int, int], domain: Domain) -> Base:
    return Base(Grid(*shape), (domain,) * (shape[0] * shape[1]), Every(()))


def _difference(node: Node, scope: Scope) -> Base | None:
    """Read a set without some of its elements."""
    if node.kind != "binary" or node.text != "\\":
        return None
    whole = base_of(node.parts[0], scope)
    if whole is None:
        raise node.parts[0].fail("A set is due before the sign \\.")
    removed = node.parts[1]
    if isinstance(whole.form, Single):
        gone = within(Variable("u"), removed, scope, evaluate)
    else:
        gone = _one_of(vector(whole.form, generic(whole.form, "u")), removed, scope)
    return Base(whole.form, whole.domains, every([whole.condition, negated(gone)]))


def _one_of(value: Value, node: Node, scope: Scope) -> Condition:
    if node.kind != "braces" or not node.parts:
        raise node.fail("A finite set is due here.", "Write for instance {(0, 0)}.")
    listed = node.parts[0].parts if node.parts[0].kind == "listing" else node.parts
    try:
        return some([related(value, "=", evaluate(one, scope)) for one in listed])
    except MismatchError as error:
        raise node.fail(f"In this set, {error}.") from None


_READERS: tuple[Callable[[Node, Scope], Base | None], ...] = (
    _plain, _group, _lettered, _power, _shaped, _difference, _product, _part,
)  # fmt: skip
