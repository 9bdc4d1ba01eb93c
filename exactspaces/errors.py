"""What a user can meet, drawn as a tree.

    ExactSpacesError
    ├── NotUnderstood       a text could not be read, or means nothing here; carries the place
    ├── NotAField           a field was asked for that is none, or is not known to be one
    ├── NotExact            a float, or another number without an exact value
    ├── WrongShape          sizes or sorts that do not fit together
    ├── NoAnswer            what was asked for does not exist; the text says why
    └── TooLarge            a limit on size or time

Refusals of the kernel (`exactspaces.kernel.KernelError`) are not among them: a certificate that
our own solvers made and the kernel refuses gives the verdict "undecided".
"""


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
        return f"{self.message}\n{_with_caret(self.text, self.position)}"


class NotAField(ExactSpacesError):
    """A field that is none, such as GF(6), or is not known to be one."""


class NotExact(ExactSpacesError):
    """A float where an exact number is due."""


class WrongShape(ExactSpacesError):
    """Sizes or sorts that do not fit together."""


class NoAnswer(ExactSpacesError):
    """What was asked for does not exist."""


class TooLarge(ExactSpacesError):
    """A limit on size or time."""


def _with_caret(text: str, position: int, around: int = 60) -> str:
    """Show the line around a position with a caret under it."""
    position = max(0, min(position, len(text)))
    start = text.rfind("\n", 0, position) + 1
    end = text.find("\n", position)
    end = len(text) if end < 0 else end
    left, right = max(start, position - around), min(end, position + around)
    shown = text[left:right].replace("\t", " ")
    prefix = "  ... " if left > start else "  "
    return f"{prefix}{shown}\n{' ' * (len(prefix) + position - left)}^"
