"""Answers that choose: yes or no with a reason, axioms by name, lines in an order, gaps filled."""

import re
from collections.abc import Sequence

from exactspaces.reading.answers.points import pieces
from exactspaces.reading.answers.setting import NotRead, cleaned
from exactspaces.reading.answers.values import NO, YES
from exactspaces.reading.problems.axiom_words import obligation_named

_WORD = re.compile(r"\s*(?P<word>[A-Za-zÄÖÜäöü]+)(?P<rest>.*)", re.DOTALL)
_GAP = r"(?:[\s,.:;–—]|-(?!\d))*"
_LINK = re.compile(rf"^{_GAP}(because(\s+of)?|since|reason|weil|denn)?{_GAP}", re.IGNORECASE)
_NONE = frozenset(["none", "no axiom", "all hold", "{}", "nothing"])
_ARROWS = re.compile(r"\s*(?:->|→|>|,|;|\n|\s)\s*")


def read_backed(text: str) -> tuple[bool, str]:
    """Read yes or no, and what stands behind it as a reason; nothing where there is none.

    Raises NotRead.

    >>> read_backed("No, because: zero-missing")
    (False, 'zero-missing')
    >>> read_backed("no, -1*(1, 0)")
    (False, '-1*(1, 0)')
    """
    found = _WORD.fullmatch(cleaned(text))
    word = found["word"].lower() if found else ""
    if found is None or word not in YES | NO:
        raise NotRead("input.wrong-sort", f'"{text[:60]}" is read neither as yes nor as no')
    rest = _LINK.sub("", found["rest"], count=1).strip().rstrip(".")
    return word in YES, rest


def slug_of(text: str) -> str:
    """Write a reason with hyphens, as in the list of reasons."""
    return re.sub(r"[\s_]+", "-", text.strip().lower())


def read_axioms(text: str) -> tuple[str, ...]:
    """Read axioms by their names or numbers.

    Raises NotRead.

    >>> read_axioms("3 and closed-add")
    ('zero_exists', 'closed_add')
    """
    plain = re.sub(r"[{}()\[\]]", " ", cleaned(text))
    if " ".join(plain.lower().split()) in _NONE or not plain.strip():
        return ()
    words = pieces(plain)
    if len(words) == 1 and re.fullmatch(r"[\d\s]+", words[0]):
        words = words[0].split()
    found: list[str] = []
    for word in words:
        name = obligation_named(word)
        if name is None:
            message = (
                f'"{word[:40]}" is no axiom; write numbers 1 to 8, closed-add or closed-scale'
            )
            raise NotRead("input.wrong-sort", message)
        if name not in found:
            found.append(name)
    return tuple(found)


def read_lines(text: str, known: Sequence[str]) -> tuple[str, ...]:
    """Read the names of lines in an order.

    Raises NotRead for a name that is no line, and for a line that stands twice.
    """
    words = [word for word in _ARROWS.split(cleaned(text)) if word]
    for number, word in enumerate(words):
        if word not in known:
            message = f'"{word[:40]}" is no line; the lines are {", ".join(known)}'
            raise NotRead("input.no-such-line", message)
        if word in words[:number]:
            raise NotRead("input.twice", f"the line {word} stands here twice")
    return tuple(words)


def read_gaps(text: str, names: Sequence[str]) -> dict[str, str]:
    """Read what stands in each gap: "sum: f(x) + g(x)" in lines, or all in their order.

    Raises NotRead.
    """
    found = pieces(cleaned(text), ";\n")
    named = [re.fullmatch(r"\s*\[?([\w-]+)\]?\s*:(?!=)\s*(.+)", x, re.DOTALL) for x in found]
    listed = "; ".join(f"{name}: ..." for name in names)
    if not any(named):
        if len(found) != len(names):
            message = f"read as {len(found)} answers; {len(names)} are due: {listed}"
            raise NotRead("input.several", message)
        return dict(zip(names, found, strict=True))
    values: dict[str, str] = {}
    for one, whole in zip(named, found, strict=True):
        name = one[1] if one else ""
        if one is None or name not in names or name in values:
            message = f'"{whole[:40]}" names no gap, or one that is filled; write {listed}'
            raise NotRead("input.other-gap", message)
        values[name] = one[2].strip()
    missing = [name for name in names if name not in values]
    if missing:
        raise NotRead("input.missing", f"{', '.join(missing)} is not filled; write {listed}")
    return values
