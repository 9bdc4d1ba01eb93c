r"""The mathematics in the texts of problems as formulas, so that every format can show it.

What is read is the part of LaTeX that linear algebra needs: letters with indices and powers,
sums, products, fractions, vectors, matrices, sets, relations, norms, inner products, \sum with
limits, \operatorname, \mathbb. A chain of different relations becomes formulas with signs between
them.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NoReturn

from exactspaces.reading.problems.faults import Place, shown
from exactspaces.reading.problems.texts import COMMANDS, GREEK, Mathematics, Shown, Sign
from exactspaces.rendering.documents import Pieces
from exactspaces.rendering.formulas import (
    Call,
    Digits,
    Fenced,
    Formula,
    Fraction,
    Grid,
    Group,
    Indexed,
    Join,
    Negative,
    Phrase,
    Raised,
    Root,
    SetOf,
    Sym,
    Total,
    Tuple,
    Words,
)

Show = Callable[[Shown], Formula]
_RELATIONS = {
    "=": "=", "neq": "!=", "ne": "!=", "in": "in", "notin": "not in", "subseteq": "<=",
    "to": "->", "leftrightarrow": "<->", "mapsto": "maps to", "<": "<", ">": ">",
    **dict.fromkeys(("le", "leq"), "at most"), **dict.fromkeys(("ge", "geq"), "at least"),
}  # fmt: skip
_SUMS = {"+": "+", "-": "-", "cap": "&", "oplus": "direct"}
_LOOSE = {"times": "by", "otimes": "tensor"}
_CLOSERS = (")", "]", "}", "rbrace", "rangle", "mid", "|", "&", "\\", "end")
_ENDS = (*_RELATIONS, *_SUMS, *_LOOSE, ",", ":", *_CLOSERS)
_FUNCTIONS = ("det", "dim", "ker")
_NAMES_OF_FUNCTIONS = ("f", "g", "h", "p", "q", "T")
_DOTS = {**dict.fromkeys(("dots", "ldots", "cdots"), "…"), "vdots": "⋮", "ddots": "⋱"}
_MATRICES = ("matrix", "pmatrix", "bmatrix")
_BETWEEN = {
    "=": " = ", "!=": " ≠ ", "in": " ∈ ", "not in": " ∉ ", "<=": " ⊆ ", "->": " → ",
    "<->": " ↔ ", ",": ", ", ":": ": ", "maps to": " ↦ ", "<": " < ", ">": " > ",
    "at most": " ≤ ", "at least": " ≥ ",
}  # fmt: skip
_FIELDS = {"Q": "QQ", "R": "RR", "C": "CC", "Z": "ZZ", "N": "NN", "F": "FF"}


def math_pieces(place: Place, source: Mathematics, show: Show) -> Pieces:
    """Give what stands between two $ signs; `show` gives the formula for a value.

    Raises BadProblem for what is not read.
    """
    reader = _Reader(place, source.source, source.signs, show)
    try:
        return reader.pieces()
    except RecursionError:
        reader.fail("brackets are nested too deeply")


def _spelt(text: str) -> str:
    if text == "Vert":
        return "\\|"
    return f"\\{text}" if text in COMMANDS or text == "\\" else text


class _Reader:
    """Reads signs from left to right."""

    def __init__(
        self, place: Place, source: str, signs: Sequence[Sign | Shown], show: Show
    ) -> None:
        self.place, self.source, self.signs, self.show = place, source, signs, show
        self.at = 0
        self.norms = 0  # how many are open

    def fail(self, what: str) -> NoReturn:
        self.place.fail(f"the mathematics {shown(self.source)} is not read: {what}")

    def peek(self) -> str:
        """Give the text of the next sign; nothing at the end or before a value."""
        sign = self.signs[self.at] if self.at < len(self.signs) else None
        return sign.text if isinstance(sign, Sign) and sign.sort != "group" else ""

    def take(self, *texts: str) -> bool:
        """Go on when the next sign is one of these."""
        if self.peek() in texts and self.peek():
            self.at += 1
            return True
        return False

    def expect(self, text: str) -> None:
        if not self.take(text):
            self.fail(f'"{_spelt(text)}" is missing')

    def group(self) -> tuple[Sign | Shown, ...]:
        """Take what stands in braces, or one sign."""
        if self.at >= len(self.signs):
            self.fail("it ends too early")
        sign = self.signs[self.at]
        self.at += 1
        return sign.inside if isinstance(sign, Sign) and sign.sort == "group" else (sign,)

    def pieces(self) -> Pieces:
        sides: list[Formula] = [self.sum()]
        signs: list[str] = []
        while self.at < len(self.signs):
            signs.append(self._relation())
            sides.append(self.sum())
        if len(set(signs)) == 1 and signs[0] not in (",", ":"):
            return (Join(signs[0], tuple(sides)),)
        out: Pieces = (sides[0],)
        for sign, side in zip(signs, sides[1:], strict=True):
            out = (*out, _BETWEEN[sign], side)
        return out

    def _relation(self) -> str:
        text = self.peek()
        if text not in (*_RELATIONS, ",", ":"):
            self.fail(f'"{_spelt(text)}" is out of place' if text else "a sign is missing")
        self.at += 1
        return _RELATIONS.get(text, text)

    def whole(self) -> Formula:
        """Read all signs as one formula."""
        formula = self.sum()
        if self.at < len(self.signs):
            self.fail(f'"{self.peek() or "{"}" is out of place')
        return formula

    def sum(self) -> Formula:
        left = self._signed()
        while self.peek() in _SUMS:
            operator = _SUMS[self.peek()]
            self.at += 1
            left = Join(operator, (left, self.term()))
        return left

    def _signed(self) -> Formula:
        if self.take("-"):
            return Negative(self.term())
        return self.term()

    def term(self) -> Formula:
        """Read products with signs such as that of the tensor product between them."""
        left = self.product()
        while self.peek() in _LOOSE:
            operator = _LOOSE[self.peek()]
            self.at += 1
            left = Join(operator, (left, self.product()))
        return left

    def product(self) -> Formula:
        factors = [self.power()]
        operators = {""}
        while self._goes_on():
            if self.take("/"):
                factors[-1] = Fraction(factors[-1], self.power())
            else:
                operators |= {"*"} if self.take("cdot") else set()
                factors.append(self.power())
        if len(factors) == 1:
            return factors[0]
        return Join("*" if "*" in operators else "", tuple(factors))

    def _goes_on(self) -> bool:
        if self.at >= len(self.signs):
            return False
        if self.peek() == "Vert":
            return not self.norms
        return self.peek() not in _ENDS

    def power(self) -> Formula:
        base = self._atom()
        while True:
            if self.take("'"):
                base = Sym(f"{base.name}'") if isinstance(base, Sym) else base
            elif self.take("_"):
                base = self._lowered(base)
            elif self.take("^"):
                base = Raised(base, self._inner(self.group()))
            else:
                return base

    def _lowered(self, base: Formula) -> Formula:
        inside = self.group()
        text = "".join(sign.text for sign in inside if isinstance(sign, Sign))
        if isinstance(base, Sym) and base.name == "FF":
            return Sym(f"GF({text})")
        if isinstance(base, Sym) and text.isalnum():
            return Sym(f"{base.name.rstrip(chr(39))}_{text}" + chr(39) * base.name.count(chr(39)))
        if isinstance(base, Group):
            return Indexed(base.part, self._inner(inside))
        if isinstance(base, Fenced) and base.index is None:
            return replace(base, index=self._inner(inside))
        self.fail("only a letter, a norm and an inner product have an index, and [v]_B")

    def _inner(self, signs: Sequence[Sign | Shown]) -> Formula:
        if len(signs) == 1 and isinstance(signs[0], Sign) and signs[0].text in ("T", "top"):
            return Sym("T")
        return _Reader(self.place, self.source, signs, self.show).whole()

    def _atom(self) -> Formula:
        if self.at >= len(self.signs):
            self.fail("it ends too early")
        sign = self.signs[self.at]
        self.at += 1
        if isinstance(sign, Shown):
            return self.show(sign)
        if sign.sort == "digits":
            return Digits(sign.text)
        if sign.sort == "letter":
            return self._letter(sign.text)
        if sign.sort == "command":
            return self._command(sign.text)
        return self._bracketed(sign.text)

    def _letter(self, letter: str) -> Formula:
        """Read a letter; f(x) is a value, where c(x + y) is a product."""
        if letter in _NAMES_OF_FUNCTIONS and self.take("("):
            return Call(letter, self._items(")"))
        return Sym(letter)

    def _bracketed(self, text: str) -> Formula:
        if text == "(":
            items = self._items(")")
            return Group(items[0]) if len(items) == 1 else Tuple(items)
        if text == "[":
            return self._square()
        self.fail(f'"{text}" is out of place')

    def _square(self) -> Formula:
        """Read [v], to which an index belongs, or [A | b]."""
        first = self.sum()
        if self.take("mid", "|"):
            second = self.sum()
            self.expect("]")
            return Grid(((first, second),), 1)
        self.expect("]")
        return Group(first)

    def _items(self, end: str) -> tuple[Formula, ...]:
        items: list[Formula] = []
        while not self.take(end):
            if items and self.at < len(self.signs):
                self.expect(",")
            elif items:
                self.expect(end)
            items.append(self.sum())
        return tuple(items)

    def _command(self, name: str) -> Formula:
        if name in ("operatorname", "mathrm"):
            return self._call("".join(s.text for s in self.group() if isinstance(s, Sign)))
        if name in _FUNCTIONS:
            return self._call(name)
        if name in ("{", "lbrace"):
            return SetOf(self._items("}" if name == "{" else "rbrace"))
        if name == "mathbb":
            return self._field()
        larger = self._larger(name)
        if larger is not None:
            return larger
        if name in _DOTS:
            return Words(_DOTS[name])
        if name in GREEK:
            return Sym(name)
        self.fail(f"\\{name} is out of place")

    def _larger(self, name: str) -> Formula | None:
        """Read what consists of several formulas; None for another command."""
        match name:
            case "sqrt":
                return Root(self._inner(self.group()))
            case "frac":
                return Fraction(self._inner(self._braces(name)), self._inner(self._braces(name)))
            case "sum":
                return Total(*self._limits(), self.product())
            case "langle":
                return Fenced("angles", self._items("rangle"))
            case "Vert":
                return self._norm()
            case "begin":
                return self._matrix()
        return None

    def _braces(self, name: str) -> tuple[Sign | Shown, ...]:
        """Take what stands in braces; digits side by side would be taken for one number."""
        sign = self.signs[self.at] if self.at < len(self.signs) else None
        if not isinstance(sign, Sign) or sign.sort != "group":
            self.fail(f"\\{name} is followed by braces, as in \\frac{{1}}{{2}}")
        return self.group()

    def _limits(self) -> tuple[Formula | None, Formula | None]:
        """Read what stands below and above a sum, in either order."""
        found: dict[str, Formula] = {}
        while self.peek() in ("_", "^"):
            sign = self.peek()
            self.at += 1
            if sign in found:
                self.fail("a sum has one limit below and one above")
            pieces = _Reader(self.place, self.source, self.group(), self.show).pieces()
            words = (Words(x.strip()) if isinstance(x, str) else x for x in pieces)
            found[sign] = Phrase(tuple(words)) if len(pieces) > 1 else next(words)
        return found.get("_"), found.get("^")

    def _norm(self) -> Formula:
        self.norms += 1
        inside = self.sum()
        self.expect("Vert")
        self.norms -= 1
        return Fenced("bars", (inside,))

    def _matrix(self) -> Formula:
        """Read rows up to the end; an end of line after the last of them is allowed."""
        name = self._environment()
        rows: list[tuple[Formula, ...]] = []
        while self.peek() != "end":
            row = [self.sum()]
            while self.take("&"):
                row.append(self.sum())
            rows.append(tuple(row))
            if not self.take("\\"):
                break
        self.expect("end")
        if self._environment() != name:
            self.fail(f"\\begin{{{name}}} ends with \\end{{{name}}}")
        if len({len(row) for row in rows}) != 1:
            self.fail("the rows of a matrix have one and the same number of entries, at least one")
        return Grid(tuple(rows))

    def _environment(self) -> str:
        name = "".join(s.text for s in self.group() if isinstance(s, Sign))
        if name not in _MATRICES:
            self.fail(f"\\begin{{{name}}} is not known; write \\begin{{pmatrix}}")
        return name

    def _field(self) -> Formula:
        letter = "".join(s.text for s in self.group() if isinstance(s, Sign))
        if letter not in _FIELDS:
            self.fail(f"\\mathbb{{{letter}}} is no field; write Q, R, C, Z, N or F")
        return Sym(_FIELDS[letter])

    def _call(self, name: str) -> Formula:
        if self.take("("):
            return Call(name, self._items(")"))
        return Call(name, (self.power(),)) if self._goes_on() else Words(name)
