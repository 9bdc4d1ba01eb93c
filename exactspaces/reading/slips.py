"""What goes wrong when text is read, with the place and the remedy.

Unreadable      met by users: the whole text, the place, what was due, what to type
Slip            raised inside the reader, which knows the place but not yet the text
"""

from __future__ import annotations

_WIDEST_LINE = 100
_MARGIN = 40


class Slip(Exception):
    """A fault at a position; `parse` turns it into an `Unreadable`."""

    def __init__(
        self,
        message: str,
        position: int,
        expected: tuple[str, ...] = (),
        remedy: str = "",
    ) -> None:
        """Keep the fault and its place."""
        super().__init__(message)
        self.message = message
        self.position = position
        self.expected = expected
        self.remedy = remedy


class Unreadable(Exception):
    """The text has no single reading; printing this says where, why and what to type."""

    def __init__(
        self,
        message: str,
        text: str,
        position: int,
        expected: tuple[str, ...] = (),
        remedy: str = "",
    ) -> None:
        """Keep the text, the place of the fault, what was due there and the remedy."""
        super().__init__(message, text, position, expected, remedy)
        self.message = message
        self.text = text
        self.position = position
        self.expected = expected
        self.remedy = remedy

    def __str__(self) -> str:
        """Show the message, the line with a caret, what was expected and what to do."""
        lines = [self.message, *_pointed_line(self.text, self.position)]
        if self.expected:
            lines.append("Expected: " + _either(self.expected) + ".")
        if self.remedy:
            lines.append(self.remedy)
        return "\n".join(lines)


def _either(words: tuple[str, ...]) -> str:
    """Join alternatives as in a sentence."""
    if len(words) == 1:
        return words[0]
    return ", ".join(words[:-1]) + " or " + words[-1]


def _pointed_line(text: str, position: int) -> list[str]:
    """Give the line around the position, cut when long, and a caret under the place."""
    position = min(max(position, 0), len(text))
    first = text.rfind("\n", 0, position) + 1
    last = text.find("\n", position)
    last = len(text) if last < 0 else last
    before, after = "", ""
    if last - first > _WIDEST_LINE:
        # A long line is cut on both sides so that the caret stays on the screen.
        if position - first > _MARGIN:
            first, before = position - _MARGIN, "..."
        if last - position > _MARGIN:
            last, after = position + _MARGIN, "..."
    shown = "".join(letter if letter.isprintable() else " " for letter in text[first:last])
    number = text.count("\n", 0, position) + 1
    label = f"line {number}: " if "\n" in text else "  "
    caret = " " * (len(label) + len(before) + position - first) + "^"
    return [label + before + shown + after, caret]
