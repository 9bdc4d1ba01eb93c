"""What a text grows to when its names are put in, found without doing so."""

from collections.abc import Iterator, Mapping

from exactspaces.errors import TooLarge
from exactspaces.reading.grammar.syntax import Call, Name, Node, parts

MOST_PARTS = 500_000


def walk(node: Node) -> Iterator[Node]:
    """Give the node and everything inside it."""
    stack = [node]
    while stack:
        here = stack.pop()
        yield here
        stack.extend(parts(here))


def _names_in(node: Node) -> Iterator[str]:
    for inner in walk(node):
        if isinstance(inner, Name):
            yield inner.text
        elif isinstance(inner, Call):
            yield inner.function


def used_names(node: Node, texts: Mapping[str, Node]) -> set[str]:
    """Give the names that the node uses, directly or through the texts of other names."""
    used: set[str] = set()
    open_ones = [node]
    while open_ones:
        fresh = set(_names_in(open_ones.pop())) - used
        used |= fresh
        open_ones.extend(texts[name] for name in fresh if name in texts)
    return used


def require_expansion(node: Node, texts: Mapping[str, Node]) -> None:
    """Refuse names that are defined through one another so that the whole becomes too large.

    Forty names, each the sum of the next one with itself, stand for 2^40 summands.
    """
    used = used_names(node, texts) & set(texts)
    inner = {name: list(_names_in(texts[name])) for name in used}
    sizes = {name: sum(1 for _ in walk(texts[name])) for name in used}
    plain = dict(sizes)
    # A chain of k names is put in after k rounds; a circle never ends and is refused elsewhere.
    for _ in used:
        grown = {n: plain[n] + sum(sizes.get(m, 0) for m in inner[n]) for n in used}
        if any(size > MOST_PARTS for size in grown.values()):
            raise TooLarge(
                f"with its names put in, the expression has more than {MOST_PARTS:,} parts; "
                "give the large inner parts as matrices"
            )
        if grown == sizes:
            return
        sizes = grown
