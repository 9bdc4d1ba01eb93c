"""From text to tokens: spellings, LaTeX, brackets, rows. One pass, no recursion."""

from __future__ import annotations

import re

from exactspaces.reading.grammar import signs
from exactspaces.reading.grammar.floats import refuse_float
from exactspaces.reading.grammar.frames import Frames
from exactspaces.reading.grammar.tokens import CONTINUES, ENDS, GOES_ON, OPENERS, Token
from exactspaces.reading.limits import require_digits, require_tokens
from exactspaces.reading.slips import Slip

_LETTER = "A-Za-z" + "".join(signs.GREEK) + "".join(signs.BLACKBOARD)
_SPELLINGS = "|".join(re.escape(sign) for sign in sorted(signs.SIGNS, key=len, reverse=True))
_STYLES = "operatorname|mathrm|mathbf|mathbb|mathsf|text|vec"
_TOKEN = re.compile(
    rf"""
      (?P<blank>  (?:[ \t\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff]|\\[ ,:;!])+ )
    | (?P<newline> \s+ )
    | (?P<number> [0-9]+(?:\.[0-9]+)*|\.[0-9]+ )
    | (?P<name>   [{_LETTER}](?:[{_LETTER}0-9₀-₉]|_(?!\{{))*(?:_\{{[A-Za-z0-9]+\}})? )
    | (?P<flip>   \^\s*(?:T(?![{_LETTER}0-9_])|\\top(?![A-Za-z])|⊤|\{{\s*(?:T|\\top|⊤)\s*\}}) )
    | (?P<raised> [⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+ )
    | (?P<begin>  \\begin\s*\{{(?P<env>[A-Za-z]+)\}}(?:\{{(?P<spec>[lcr|\ ]*)\}})? )
    | (?P<finish> \\end\s*\{{[A-Za-z]+\}} )
    | (?P<styled> \\(?:{_STYLES})\s*\{{(?P<inner>[A-Za-z]+)\}} )
    | (?P<command> \\(?P<word>[A-Za-z]+) )
    | (?P<newrow> \\\\ )
    | (?P<escape> \\(?P<escaped>[{{}}]) )
    | (?P<sign>   {_SPELLINGS} )
    """,
    re.VERBOSE,
)
# What follows < where it opens a vector: entries with commas, up to >.
_VECTOR = re.compile(r"[^<>;]{0,1000},[^<>;]{0,1000}>")
_KEYWORDS = {"not": "NOT", "in": "COMPARE", "of": "OF"}
_LETTERS = str.maketrans(signs.GREEK | signs.BLACKBOARD)


class Scanner:
    """The state of one pass over a text: the tokens so far and the open brackets.

    After `run`, `tokens` holds the pieces, `lines` says whether the text has several
    lines outside brackets, and `tabbed` lists the tokens that follow a value and a tab.
    """

    def __init__(self, text: str) -> None:
        """Start before the first character."""
        self.text = text
        self.tokens: list[Token] = []
        self.frames = Frames()
        self.lines = False
        self.tabbed: list[int] = []
        self._space = self._newline = self._tab = False

    def run(self) -> None:
        """Go through the whole text."""
        position, size = 0, len(self.text)
        while position < size:
            found = _TOKEN.match(self.text, position)
            if found is None:
                raise _stray(self.text, position)
            position = self._take(found)
        self.frames.require_closed()

    def _take(self, found: re.Match[str]) -> int:
        """Take one piece; give the position after it."""
        start, end, piece = found.start(), found.end(), found.group()
        match found.lastgroup:
            case "sign":
                return self._sign(piece, start, end)
            case "number":
                self._number(piece, start, end)
            case "blank":
                self._blank(piece)
            case "newline":
                self._space = self._newline = True
            case "name":
                self._name(piece, start, end)
            case _:
                self._rarer(found)
        return end

    def _rarer(self, found: re.Match[str]) -> None:
        """Take a superscript, a transpose, or a piece of LaTeX."""
        start, end, piece = found.start(), found.end(), found.group()
        match found.lastgroup:
            case "flip":
                self._add("TRANSPOSE", "'", start, end)
            case "raised":
                self._add("SUP", piece.translate(signs.SUPERSCRIPTS), start, end)
            case "begin":
                self._begin(found)
            case "finish":
                self._add("ENVCLOSE", piece, start, end)
            case "newrow":
                self._add("SEMI", ";", start, end)
            case "escape":
                self._sign(found["escaped"], start, end)
            case "styled":
                self._name(found["inner"], start, end)
            case _:
                self._command(found["word"], start, end)

    def _blank(self, piece: str) -> None:
        """Remember that a blank stands before the next piece."""
        self._space = True
        self._tab = self._tab or "\t" in piece

    def _number(self, piece: str, start: int, end: int) -> None:
        """Take a number without sign or exponent."""
        require_digits(len(piece), start)
        if piece.count(".") > 1:
            raise Slip(f'"{piece}" has two decimal points.', piece.rindex(".") + start)
        refuse_float(self.text, start, end)
        self._add("NUMBER", piece, start, end)

    def _name(self, piece: str, start: int, end: int) -> None:
        """Take a name or one of the words not, in, of."""
        kind = _KEYWORDS.get(piece)
        if kind is None:
            if not piece.isascii():
                piece = piece.translate(_LETTERS).translate(signs.SUBSCRIPTS)
            self._add("NAME", piece.replace("{", "").replace("}", ""), start, end)
            return
        last = self.tokens[-1] if self.tokens else None
        if kind == "COMPARE" and last and last.type == "NOT":
            last.type, last.value, last.end = "COMPARE", "not in", end
            return
        self._add(kind, piece, start, end)

    def _begin(self, found: re.Match[str]) -> None:
        """Take the beginning of a LaTeX matrix."""
        if found["env"] not in signs.ENVIRONMENTS:
            raise Slip(
                f"The LaTeX environment {found['env']} is not read here.",
                found.start(),
                remedy="Use pmatrix or bmatrix.",
            )
        self._add("ENVOPEN", (found["spec"] or "").replace(" ", ""), found.start(), found.end())

    def _command(self, word: str, start: int, end: int) -> None:
        """Take a LaTeX command."""
        if word in signs.SILENT:
            self._space = True
        elif word in signs.COMMANDS:
            self._sign(signs.COMMANDS[word], start, end)
        elif word in signs.FRACTIONS:
            self._add("FRAC", word, start, end)
        elif word == "sqrt":
            self._add("SQRT", word, start, end)
        elif word in signs.WORDS:
            self._add("NAME", word, start, end)
        else:
            raise Slip(
                f"The LaTeX command \\{word} is not read here.",
                start,
                remedy="Write it in plain text, such as sqrt(2), 3/4 or [1 2; 3 4].",
            )

    def _sign(self, piece: str, start: int, end: int) -> int:
        """Take an operator, a bracket or a separator; give the position after it."""
        kind, value = signs.SIGNS[piece]
        inside = self.frames.row.inside
        if piece in "<>" and self._is_relation(piece, end):
            kind = "COMPARE"
        elif piece == ">=" and inside == "LANGLE":
            # In <1, 2>=v the bracket closes and the relation is "=".
            kind, value, end = "RANGLE", ">", end - 1
        elif kind == "AND" and inside == "ENVOPEN":
            kind = "COMMA"
        elif kind == "LBRACE" and self._starts_group():
            kind = "LGROUP"
        elif kind == "RBRACE" and inside == "LGROUP":
            kind = "RGROUP"
        self._add(kind, value, start, end)
        return end

    def _is_relation(self, piece: str, end: int) -> bool:
        """Whether < or > compares two values and is no bracket, as in rank(A) < 3.

        After a value < opens a vector only where one is written close to it, as in 2<1, 2>.
        """
        inside = self.frames.row.inside
        if not self.tokens or self.tokens[-1].type not in ENDS or inside == "LANGLE":
            return False
        if piece == ">":
            return True
        if inside not in {"", "LPAR"}:
            return False
        return self._space or _VECTOR.match(self.text, end) is None

    def _starts_group(self) -> bool:
        """Whether a brace here is LaTeX's grouping and not a set."""
        if not self.tokens:
            return False
        last = self.tokens[-1]
        follows = last.type == "RGROUP" and last.value == "again"
        return follows or last.type in {"FRAC", "SQRT", "CARET"}

    def _add(self, kind: str, value: str, start: int, end: int) -> None:
        """Append a token, with the layout before it, and follow the brackets."""
        token = Token(kind, value, start, end, self.frames.row, self._space)
        if self._newline or self._tab:
            self._break(token)
        self.frames.follow(token, self.tokens)
        self.tokens.append(token)
        self._space = self._newline = self._tab = False
        require_tokens(len(self.tokens), start)

    def _break(self, token: Token) -> None:
        """Decide whether a new row begins at the first token of a line."""
        inside, last = self.frames.row.inside, self.tokens[-1] if self.tokens else None
        if last is None or inside not in {"", "LBRACKET"}:
            return
        ends_row = self._newline and last.type not in GOES_ON | OPENERS
        if ends_row and token.type not in CONTINUES:
            token.breaks = True
            token.row = self.frames.start_row()
        if not inside and (token.breaks or (self._newline and last.type == "SEMI")):
            self.lines = True
        elif not inside and self._tab and last.type in ENDS:
            self.tabbed.append(len(self.tokens))


def _stray(text: str, position: int) -> Slip:
    """Word the refusal of a character that has no meaning here."""
    letter = text[position]
    shown = f'"{letter}"' if letter.isprintable() else f"The character U+{ord(letter):04X}"
    remedy = "Write 1/2 instead of 50%." if letter == "%" else "Remove it, or write it in words."
    return Slip(f"{shown} has no meaning here.", position, remedy=remedy)
