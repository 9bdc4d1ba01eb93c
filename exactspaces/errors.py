"""What a user can meet, drawn as a tree.

    ExactSpacesError
    ├── NotUnderstood       a text could not be read, or means nothing here; carries the place
    ├── NotAField           a field was asked for that is none, or is not known to be one
    ├── NotExact            a float, or another number without an exact value
    ├── NotNumeric          an array whose entries are not finite floating numbers
    ├── NotSuitable         a matrix without the property that a numeric method needs
    ├── WrongShape          sizes or sorts that do not fit together
    ├── NoAnswer            what was asked for does not exist; the text says why
    └── TooLarge            a limit on size or time

Refusals of the kernel (`exactspaces.kernel.KernelError`) are not among them: a certificate that
our own solvers made and the kernel refuses gives the verdict "undecided".
"""

_WIDEST_LINE = 100
_MARGIN = 40


class ExactSpacesError(Exception):
    """Anything a user can meet; the text says what was read, what was expected, what to do."""


class NotUnderstood(ExactSpacesError):
    """A text that could not be read, with the place where reading stopped."""

    def __init__(self, message: str, text: str = "", position: int | None = None) -> None:
        super().__init__(message)
        self.message, self.text, self.position = message, text, position

    def __str__(self) -> str:
        if self.position is None or not self.text:
            return self.message
        return "\n".join([self.message, *pointed_line(self.text, self.position)])


class NotAField(ExactSpacesError):
    """A field that is none, such as GF(6), or is not known to be one."""


class NotExact(ExactSpacesError):
    """A float where an exact number is due."""


class NotNumeric(ExactSpacesError):
    """An array whose entries are not finite floating numbers."""


class NotSuitable(ExactSpacesError):
    """A matrix that is not symmetric, not positive definite or not linear where it has to be."""


class WrongShape(ExactSpacesError):
    """Sizes or sorts that do not fit together."""


class NoAnswer(ExactSpacesError):
    """What was asked for does not exist."""


class TooLarge(ExactSpacesError):
    """A limit on size or time."""


def pointed_line(text: str, position: int) -> list[str]:
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
