"""What goes wrong when text is read, with the place and the remedy.

Unreadable      met by users: the whole text, the place, what was due, what to type
Slip            raised inside the reader, which knows the place but not yet the text
"""

from __future__ import annotations

from exactspaces.errors import NotUnderstood, pointed_line


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


class Unreadable(NotUnderstood):
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
        super().__init__(message, text, position)
        self.position: int = position
        self.expected = expected
        self.remedy = remedy

    def __str__(self) -> str:
        """Show the message, the line with a caret, what was expected and what to do."""
        lines = [self.message, *pointed_line(self.text, self.position)]
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
