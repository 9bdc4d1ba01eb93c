"""What the reader of an answer knows, and what it gives back."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from exactspaces.errors import NotUnderstood
from exactspaces.fields.names import Over
from exactspaces.reading.expansion import walk
from exactspaces.reading.grammar.parse import parse
from exactspaces.reading.grammar.syntax import Brackets, Call, Node, Number, Tuple
from exactspaces.reading.request import Request, read_request
from exactspaces.spaces import Ambient

MOST_CHARACTERS = 20_000
ANSWER = "answer_"
_ALLOWED = frozenset(["sqrt", "c", "r", "span", "columns", "rows", "identity", "zeros"])
_MOST_UNITS = 50
_WIDE = {0xFF01 + k: 0x21 + k for k in range(94)}  # the letters and signs of East Asian keyboards
_TYPED = {"“": " ", "”": " ", "„": " ", "‘": "'", "’": "'"}
_QUOTES: dict[int, int | str] = {**_WIDE, **{ord(k): v for k, v in _TYPED.items()}}
_FLOAT_LIKE = re.compile(r"(?<![\w.])(\d+)e(\d{1,2})(?!\w)")


class NotRead(NotUnderstood):
    """An answer that is not read, or of the wrong form; `code` names the reason."""

    def __init__(self, code: str, message: str, text: str = "", place: int | None = None) -> None:
        super().__init__(message, text, place)
        self.code = code


@dataclass(frozen=True)
class Answer:
    """An answer as it was read: the value, how it is echoed, and remarks about the reading."""

    value: Any
    echo: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Setting:
    """The field, what names stand for, and the space of the vectors where it is known."""

    over: Over
    given: Mapping[str, str]
    ambient: Ambient | None = None

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The given names, and e1, e2, ... where they are free."""
        n = self.ambient.dimension if self.ambient else 0
        places = range(1, min(n, _MOST_UNITS) + 1) if n > 1 else ()
        units = {f"e{low}{k}": _unit(k, n) for k in places for low in ("", "_")}
        return {**units, **self.given}

    def request(self, text: str, form: str = ANSWER) -> Request:
        """Read an answer inside a form such as span(answer_).

        Raises NotRead, with the place, when it has no meaning.
        """
        self.plain(text)
        try:
            return read_request(form, self.over, {**self.names, ANSWER: text})
        except NotUnderstood as error:
            message = _for_students(error.message.replace(f"{ANSWER}: ", ""), self.ambient)
            where = (error.text, error.position) if error.text != form else ("", None)
            raise NotRead("input.unreadable", message, *where) from error

    def plain(self, text: str) -> Node:
        """Parse an answer, and refuse functions: an answer is worked out."""
        node = parsed(text)
        for inner in walk(node):
            if isinstance(inner, Call) and self._is_question(inner):
                message = f"{inner.function}(...) is not worked out; write the result itself"
                raise NotRead("input.not-worked-out", message, text, inner.start)
        return node

    def _is_question(self, call: Call) -> bool:
        if call.function == "transpose":
            return not all(isinstance(x, Brackets | Tuple) for x in call.arguments)
        if call.function == "col":
            return len(call.arguments) == 1 and not isinstance(call.arguments[0], Number)
        known = call.function in _ALLOWED or call.function in self.names
        return not known and len(call.function) > 1


Read = Callable[[Setting, str], Answer]


def _for_students(message: str, ambient: Ambient | None) -> str:
    """Say of i what helps in an answer, where the field cannot be chosen."""
    if not message.startswith("i is not given") and "sqrt(-1) is not real" not in message:
        return message
    units = "; unit vectors are e1, e2, e3" if ambient and ambient.dimension > 1 else ""
    return f"i is not a number here{units}"


def parsed(text: str) -> Node:
    """Parse an answer.

    Raises NotRead with the place and the remedy.
    """
    try:
        return parse(text)
    except NotUnderstood as error:
        raise NotRead("input.unreadable", str(error)) from error


def _unit(k: int, n: int) -> str:
    return "(" + ", ".join(str(int(j == k)) for j in range(1, n + 1)) + ")"


def cleaned(text: str) -> str:
    """Repair what typing and pasting leave behind: quotes, dollar signs, separators at the end.

    Raises NotRead for what is empty or far too long.
    """
    if not isinstance(text, str):
        raise NotRead("input.no-text", f"an answer is a text, not {type(text).__name__}")
    if len(text) > MOST_CHARACTERS:
        message = f"the answer has {len(text):,} characters; at most {MOST_CHARACTERS:,} are read"
        raise NotRead("input.too-long", message)
    if text.strip()[:1] in ("‘", "‚"):
        text = text.strip()[1:].removesuffix("’").removesuffix("‘")
    text = text.translate(_QUOTES).strip().strip("$").strip().rstrip(",;. \t\n").lstrip(",; \t\n")
    if not text:
        raise NotRead("input.empty", "nothing was typed; type an answer")
    return text


def units_written_out(text: str) -> tuple[str, tuple[str, ...]]:
    """Read 2e1 as 2*e1 where vectors are due, and say so."""
    if not _FLOAT_LIKE.search(text):
        return text, ()
    return _FLOAT_LIKE.sub(r"\1*e\2", text), ("2e1 and the like are read as 2*e1",)
