"""Which texts are maps, and the definitions after "where"."""

import re
from collections.abc import Mapping

from exactspaces.errors import NotUnderstood

_ARROWS = re.compile(r"\|->|↦|⟼|⟶|→|\\mapsto\b|\\to\b|\\rightarrow\b|\\longmapsto\b")
_HEAD = re.compile(r"\s*([A-Za-z]\w*)\s*\(([^()=]*|\[[^\]=]*\])\)\s*=(?!=)")
_TYPED = re.compile(r"\s*([A-Za-z]\w*)\s*:[^=]*->")
_FORM = re.compile(r"\s*[<⟨][^<>⟨⟩=]*[>⟩]\s*=(?!=)")
_WHERE = re.compile(r"(?<=[\s)\]}])where\s")
_POLYNOMIALS = re.compile(r"\bP_?([0-9]{1,3})\b")
_WORD = re.compile(r"[A-Za-z]\w*")


def is_map(text: str, name: str = "") -> bool:
    """Say whether a text gives a map; `name` is what it is going to be called.

    >>> [is_map(t) for t in ("T(x) = 2x", "x -> 2x", "T: P_2 -> P_1, T(p) = p'", "rank(A) == 2")]
    [True, True, True, False]
    """
    plain = arrows(text)
    head = head_of(plain)
    return "->" in plain or (head != "" and (head == name or _plain_arguments(plain)))


def is_form(text: str) -> bool:
    """Say whether a text gives a form.

    >>> is_form("<u, v> = u1*v1 + 2*u2*v2"), is_form("<1, 2>")
    (True, False)
    """
    return _FORM.match(text) is not None


def _plain_arguments(text: str) -> bool:
    """Whether single names stand in the brackets, and the function is none that is known."""
    found = _HEAD.match(text)
    if found is None or len(found[1]) > 2:
        return False
    return all(_WORD.fullmatch(x.strip()) for x in found[2].split(","))


def arrows(text: str) -> str:
    """Write all arrows in one way."""
    return _ARROWS.sub("->", text)


def head_of(text: str) -> str:
    """Give the name of a map in T(x, y) = ... or T: R^2 -> R; nothing where there is none.

    >>> head_of("T(x, y) = x"), head_of("S: P_2 -> P_1, p -> p'"), head_of("p -> p'")
    ('T', 'S', '')
    """
    found = _HEAD.match(text) or _TYPED.match(text)
    return found[1] if found else ""


def words(text: str) -> set[str]:
    """Give all words that occur in a text."""
    return set(_WORD.findall(text))


def degree_in(text: str) -> int:
    """Give the largest degree of the spaces of polynomials that a text names.

    >>> degree_in("T: P_3 -> P_2, T(p) = p'")
    3
    """
    return max((int(found) for found in _POLYNOMIALS.findall(text)), default=0)


def split_where(text: str) -> tuple[str, Mapping[str, str]]:
    """Split "kernel(T) where T(x, y) = (x, 0); A = [1 2]" into the question and definitions.

    Raises NotUnderstood for what is no definition.

    >>> split_where("kernel(T) where T(x, y) = (x, 0)")
    ('kernel(T)', {'T': 'T(x, y) = (x, 0)'})
    """
    pieces = _WHERE.split(text, maxsplit=1)
    if len(pieces) == 1:
        return text, {}
    found: dict[str, str] = {}
    for piece in _definitions(pieces[1]):
        name, value = named(piece)
        if name in found:
            raise NotUnderstood(f"{name} is defined twice after where", text, text.rindex(name))
        found[name] = value
    return pieces[0].rstrip(" ,;"), found


def _definitions(text: str) -> list[str]:
    """Split at semicolons outside brackets."""
    out, depth, last = [], 0, 0
    for place, sign in enumerate(text):
        depth += (sign in "([{") - (sign in ")]}")
        if sign == ";" and depth == 0:
            out.append(text[last:place])
            last = place + 1
    return [*out, text[last:]]


def named(definition: str) -> tuple[str, str]:
    """Give the name and the text of NAME = TEXT, or of a map with its name.

    Raises NotUnderstood.

    >>> named("A = [1 2; 3 4]"), named("T(x) = 2x")
    (('A', '[1 2; 3 4]'), ('T', 'T(x) = 2x'))
    """
    plain = arrows(definition)
    head = head_of(plain)
    if head:
        return head, definition.strip()
    name, equals, value = definition.partition("=")
    if not equals or not name.strip().isidentifier() or not value.strip():
        raise NotUnderstood(
            f"{definition.strip()!r} defines nothing; "
            "write NAME = TEXT, T(x, y) = (x + y, 2x), or T: P_2 -> P_1, T(p) = p'"
        )
    return name.strip(), value.strip()
