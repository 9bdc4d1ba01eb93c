"""Reading maps, T(x, y) = (x + 1, y), and forms, <u, v> = u1*v1 + 2*u2*v2."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from exactspaces.fields.names import Over
from exactspaces.kernel.formulas import ComplexNumbers, Domain, Formula
from exactspaces.reading.spaces.bases import Base, default_base
from exactspaces.reading.spaces.carriers import carrier_of
from exactspaces.reading.spaces.domains import read_scalars
from exactspaces.reading.spaces.evaluate import arguments, evaluate, number
from exactspaces.reading.spaces.patterns import bare, bound, coefficients, pattern_parts, together
from exactspaces.reading.spaces.scope import Scope
from exactspaces.reading.spaces.sets import read_given
from exactspaces.reading.spaces.shapes import fitted, shape_text, unknown_of
from exactspaces.reading.spaces.trees import Node, parse, reading
from exactspaces.reading.spaces.values import Mat, Poly, Tup, Value
from exactspaces.spaces.formula_maps import FormulaForm, FormulaMap
from exactspaces.spaces.sets import ConditionSet
from exactspaces.spaces.user import Coefficients, Entries, Form, Grid, Single, UserSpace

_ANGLES = re.compile(r"\s*([<⟨])([^<>⟨⟩=]*)([>⟩])\s*=")
_INDEXED = re.compile(r"[A-Za-z]+_?([1-9][0-9]?)'*")
_MOST_ENTRIES = 64


@dataclass(frozen=True)
class _Parts:
    """A map as it was written: its name, where it goes, what stands for the vector, the image."""

    name: str
    ends: tuple[Node, Node] | None
    pattern: Node
    image: Node


def read_formula_map(
    text: str,
    field: "str | Domain | Over" = "R",
    given: Mapping[str, str] | None = None,
    source: UserSpace | None = None,
    target: UserSpace | None = None,
) -> FormulaMap:
    """Read a map, with the spaces that it goes between where they are said.

    Raises Unreadable, or NotAField.

    >>> read_formula_map("T(x, y) = (x + 1, y)").target.size
    2
    >>> read_formula_map("T: P_3 -> P_2, T(p) = p'").target.size
    3
    """
    scalars = source.field if source is not None else read_scalars(field)
    return map_in_scope(text, Scope(read_given(given or {}, scalars), scalars), source, target)


def map_in_scope(
    text: str, scope: Scope, source: UserSpace | None = None, target: UserSpace | None = None
) -> FormulaMap:
    """Read a map with the names of a scope.

    Raises Unreadable.
    """
    scalars = scope.scalars
    with reading(text):
        parts = _map_parts(parse(text, scope.names))
        start = source or _space(_source(parts, scope), scalars)
        if target is None and parts.ends:
            target = _space(carrier_of(parts.ends[1], scope).base, scalars)
        names = bound(parts.pattern, start.form, "u")
        if target is not None:
            names = {**unknown_of(target.form), **names}
        image = evaluate(parts.image, _scope(scope, start.form, names))
        if target is None:
            target = _space(default_base(_shape(image, parts.image), scalars), scalars)
        formulas = fitted(image, target.form, parts.image, "The image")
    return FormulaMap(start, target, formulas, parts.name)


def _scope(scope: Scope, form: Form, names: Mapping[str, Value]) -> Scope:
    square = form.rows if isinstance(form, Grid) and form.rows == form.columns else None
    known = {**scope.names, **unknown_of(form), **names}
    return Scope(known, scope.scalars, square, isinstance(scope.scalars, ComplexNumbers))


def _space(base: Base, scalars: Domain) -> UserSpace:
    return ConditionSet(scalars, base.form, base.domains, base.condition).as_space()


def _shape(image: Value, node: Node) -> Form:
    match image:
        case Tup(items):
            return Entries(len(items))
        case Mat():
            return Grid(*image.shape)
        case Poly(coefficients):
            return Coefficients(len(coefficients) - 1)
    if not hasattr(image, "values"):
        raise node.fail("A vector is due here.")
    return Single()


def _map_parts(tree: Node) -> _Parts:
    """Read T(x, y) = ..., T: R^2 -> R^3, T(x, y) = ..., (x, y) -> ..., T: (x, y) -> ..."""
    pieces = tree.parts if tree.kind == "listing" else (tree,)
    ends, name = None, "T"
    for piece in pieces:
        if piece.kind == "typed" and piece.parts[1].kind == "arrow":
            name, arrow = piece.parts[0].text, piece.parts[1]
            if len(pieces) == 1:
                return _Parts(name, None, *arrow.parts)
            ends = (arrow.parts[0], arrow.parts[1])
        elif piece.kind == "arrow":
            return _Parts(name, ends, *piece.parts)
        elif piece.kind == "chain" and piece.text == "=" and piece.parts[0].kind == "call":
            left, image = piece.parts
            return _Parts(left.parts[0].text, ends, together(arguments(left)), image)
    raise tree.fail(
        "A map is due here.",
        "Write T(x, y) = (x + 1, y), or T: R^2 -> R^3, T(x, y) = (x, y, 0).",
    )


def _source(parts: _Parts, scope: Scope) -> Base:
    """Give the space that a map goes from."""
    if parts.ends is not None:
        return carrier_of(parts.ends[0], scope).base
    powers = coefficients(bare(parts.pattern))
    if powers:
        return default_base(Coefficients(len(powers) - 1), scope.scalars)
    names = pattern_parts(bare(parts.pattern))
    if len(names) > 1:
        return default_base(Entries(len(names)), scope.scalars)
    name = names[0].text if names else ""
    known = (scope.names.get(x) for x in _mentioned(parts.image))
    vague = any(x is not None and not isinstance(x, Formula) for x in known)
    if name.isupper() or vague or name in _called(parts.image):
        raise parts.pattern.fail(
            f"It is not said what {name or 'this'} is.",
            f"Write where the map goes: T: R^3 -> R^2, T({name}) = ...",
        )
    indices = _indices(parts.image, name)
    size = max(indices, default=1)
    return default_base(Single() if size == 1 else Entries(size), scope.scalars)


def _called(node: Node) -> set[str]:
    """Give the names that are used like functions."""
    own = {node.parts[0].text} if node.kind in ("call", "prime") else set()
    return own.union(*map(_called, node.parts))


def _mentioned(node: Node) -> set[str]:
    own = {node.text} if node.kind == "name" else set()
    return own.union(*map(_mentioned, node.parts))


def _indices(node: Node, letter: str) -> Iterator[int]:
    """Give the places of the components of a vector that occur."""
    if node.kind == "name" and node.text.startswith(letter):
        found = _INDEXED.fullmatch(node.text)
        if found:
            yield min(int(found.group(1)), _MOST_ENTRIES)
    if node.kind == "item" and node.parts[0].text == letter and node.parts[1].text.isdigit():
        yield min(int(node.parts[1].text[:3]), _MOST_ENTRIES)
    for part in node.parts:
        yield from _indices(part, letter)


def read_formula_form(
    text: str,
    field: "str | Domain | Over" = "R",
    space: str | None = None,
    given: Mapping[str, str] | None = None,
) -> FormulaForm:
    """Read a form in two vectors; without a space, it is on F^n for the largest index n.

    The space may follow the form after "on", as in <p, q> = integral(p*q, 0, 1) on P_2.

    Raises Unreadable, or NotAField.

    >>> read_formula_form("<u, v> = u1*v1 + 2*u2*v2").space.size
    2
    """
    scalars = read_scalars(field)
    return form_in_scope(text, Scope(read_given(given or {}, scalars), scalars), space)


def form_in_scope(text: str, scope: Scope, space: str | None = None) -> FormulaForm:
    """Read a form with the names of a scope; the space may follow it after "on".

    Raises Unreadable.
    """
    scalars = scope.scalars
    base = None
    if space is None:
        text, space = form_parts(text)
    if space is not None:
        with reading(space):
            base = carrier_of(parse(space, scope.names), scope).base
    with reading(text):
        name, first, second, body = _form_parts(parse(_unangled(text), {*scope.names, "u", "v"}))
        base = base or _form_base(first, second, body, scope)
        names = bound(first, base.form, "u") | bound(second, base.form, "v")
        formula = number(body, _scope(scope, base.form, names))
    return FormulaForm(_space(base, scalars), formula, name)


def form_parts(text: str) -> tuple[str, str | None]:
    """Split "<p, q> = integral(p*q, 0, 1) on P_2" into the form and the space.

    >>> form_parts("<p, q> = integral(p*q, 0, 1) on P_2")
    ('<p, q> = integral(p*q, 0, 1)', 'P_2')
    """
    form, on, space = text.partition(" on ")
    return form, space.strip() if on else None


def _has_integral(node: Node) -> bool:
    called = node.kind == "call" and node.parts[0].text == "integral"
    return called or any(map(_has_integral, node.parts))


def _unangled(text: str) -> str:
    """Write the angles of <u, v> = ... as brackets."""
    found = _ANGLES.match(text)
    if not found:
        return text
    low, high = found.start(1), found.start(3)
    inside = text[low + 1 : high].replace("|", ",")
    return f"{text[:low]}({inside}){text[high + 1 :]}"


def _form_parts(tree: Node) -> tuple[str, Node, Node, Node]:
    u, v = (Node("name", tree.start, tree.start, (), letter) for letter in "uv")
    if tree.kind != "chain" or tree.text != "=":
        return "B", u, v, tree
    left, body = tree.parts
    inside = arguments(left) if left.kind == "call" else left.parts
    if left.kind not in ("call", "tuple", "binary") or len(inside) != 2:
        raise left.fail("A form has two vectors.", "Write <u, v> = ... or B(u, v) = ...")
    name = left.parts[0].text if left.kind == "call" else "B"
    return name, inside[0], inside[1], body


def _form_base(first: Node, second: Node, body: Node, scope: Scope) -> Base:
    counts = [len(pattern_parts(bare(x))) for x in (first, second)]
    if max(counts) > 1:
        form: Form = Entries(counts[0])
        if counts[0] != counts[1]:
            raise second.fail(f"This is no vector like the first, {shape_text(form)}.")
        return default_base(form, scope.scalars)
    if _has_integral(body):
        raise body.fail("Integrals are of polynomials, and it is not said of which degrees.",
                        "Name the space: <p, q> = integral(p*q, 0, 1) on P_2.")  # fmt: skip
    letters = bare(first).text, bare(second).text
    size = max((k for x in letters for k in _indices(body, x)), default=1)
    return default_base(Single() if size == 1 else Entries(size), scope.scalars)
