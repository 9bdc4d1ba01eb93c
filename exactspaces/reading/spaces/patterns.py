"""Patterns that give names to a vector and its components: u, u', (x, y), (x1, y1), [p q; r s]."""

from exactspaces.kernel.formulas import Variable
from exactspaces.reading.spaces.shapes import generic, names_for, shape_text, size_of
from exactspaces.reading.spaces.trees import Node
from exactspaces.reading.spaces.values import Value
from exactspaces.spaces.user import Form

_NESTED = ("tuple", "brackets", "rows", "row", "listing")


def bound(pattern: Node, form: Form, letter: str) -> dict[str, Value]:
    """Give what the names in a pattern stand for, for the vector with a letter.

    Raises Slip.
    """
    components = generic(form, letter)
    pattern = bare(pattern)
    if pattern.kind in ("name", "prime"):
        return names_for(name_of(pattern), form, components)
    parts = coefficients(pattern) or pattern_parts(pattern)
    if len(parts) != size_of(form):
        raise pattern.fail(
            f"There are {len(parts)} names, and a vector of the carrier is {shape_text(form)}."
        )
    names = [name_of(part) for part in parts]
    for k, part in enumerate(parts):
        if names.index(names[k]) < k:
            raise part.fail(f'The name "{names[k]}" stands here twice.')
    found: dict[str, Value] = dict(zip(names, components, strict=True))
    return found


def coefficients(pattern: Node) -> list[Node]:
    """Give the names in a + b*x + c*x^2, from the constant term up; nothing for other patterns.

    b x and bx are read as well; each power up to the highest occurs once.
    """
    terms, rest = [], pattern
    while rest.kind == "binary" and rest.text == "+":
        terms.append(rest.parts[1])
        rest = rest.parts[0]
    found = dict(filter(None, map(_term, [*terms, rest]))) if terms else {}
    return [found[k] for k in sorted(found)] if sorted(found) == [*range(len(terms) + 1)] else []


def _term(node: Node) -> tuple[int, Node] | None:
    """Read b*x^2, or bx^2, as its power and its name."""
    match node:
        case Node(kind="binary", text="*", parts=(Node(kind="name") as name, power)):
            degree = _degree(power)
            return (degree, name) if degree else None
        case Node(kind="binary", text="^", parts=(Node(kind="name") as name, exponent)):
            short = _without_letter(name)
            return (int(exponent.text), short) if short and _is_degree(exponent) else None
        case Node(kind="name"):
            short = _without_letter(node)
            return (1, short) if short else (0, node)
    return None


def _degree(node: Node) -> int | None:
    match node:
        case Node(kind="name", text="x" | "t"):
            return 1
        case Node(kind="binary", text="^", parts=(Node(kind="name", text="x" | "t"), exponent)):
            return int(exponent.text) if _is_degree(exponent) else None
    return None


def _is_degree(node: Node) -> bool:
    return node.kind == "number" and node.text.isdigit() and 1 <= int(node.text[:3]) <= 64


def _without_letter(name: Node) -> Node | None:
    """Take x or t off the end of a name of two letters."""
    if len(name.text) != 2 or name.text[1] not in "xt":
        return None
    return Node("name", name.start, name.start + 1, (), name.text[0])


def bare(node: Node) -> Node:
    """Take brackets around one thing off, and the variable of a polynomial: p of p(x)."""
    while node.kind == "group":
        node = node.parts[0]
    match node:
        case Node(kind="call", parts=(Node(kind="name") as name, Node(text="x" | "t"))):
            return name
    return node


def pattern_parts(pattern: Node) -> list[Node]:
    """Give the names in a pattern of several."""
    parts = [pattern]
    while parts and parts[0].kind in _NESTED:
        parts = [inner for part in parts for inner in part.parts]
    return parts


def name_of(node: Node) -> str:
    """Give the name that a pattern of one name is.

    Raises Slip.
    """
    primes = ""
    while node.kind == "prime" and node.text != "^T":
        primes, node = primes + node.text, node.parts[0]
    if node.kind != "name":
        raise node.fail("A name is due here.", "Write names only before the sign, as in (x, y).")
    return (node.text.replace("_", "") if node.text[-1:].isdigit() else node.text) + primes


def scalar_of(node: Node) -> dict[str, Value]:
    """Give the scalar its name.

    Raises Slip.
    """
    if node.kind != "name":
        raise node.fail("The name of the scalar is due here.", "Write (a, u) -> ... or a*u = ...")
    return {node.text: Variable("a")}


def together(parts: tuple[Node, ...]) -> Node:
    """Give one pattern for the arguments of a call."""
    if len(parts) == 1:
        return parts[0]
    return Node("tuple", parts[0].start, parts[-1].end, parts)
