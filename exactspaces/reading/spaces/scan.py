"""From a text to tokens: spellings, LaTeX, keywords. One pass, no recursion."""

import re

from exactspaces.reading.grammar import signs
from exactspaces.reading.grammar.floats import refuse_float
from exactspaces.reading.limits import require_brackets, require_digits
from exactspaces.reading.slips import Slip
from exactspaces.reading.spaces.tokens import COMMANDS, KEYWORDS, SIGNS, WORDS, Token

_LETTER = "A-Za-z" + "".join(signs.GREEK) + "".join(signs.BLACKBOARD)
_SPELLINGS = "|".join(
    re.escape(sign) for sign in sorted(SIGNS, key=len, reverse=True) if not sign.isalpha()
)
_STYLES = "operatorname|mathrm|mathbf|mathbb|mathsf|text|vec"
_TOKEN = re.compile(
    rf"""
      (?P<blank>  (?:\s|[\u200b\ufeff]|\\[,:;!])+ )
    | (?P<number> [0-9]+(?:\.[0-9]+)*|\.[0-9]+ )
    | (?P<part>   (?P<whole>[RQZFℝℚℤ])(?:\\?_\{{\s*(?P<sign>>=?|≥|!=|≠)\s*0\s*\}}
                  |_(?P<short>>=?|≥|!=|≠)\s*0|[_^]\{{?(?P<plus>[+*×])\}}?(?=\s*(?:$|[\^),×:}}]))) )
    | (?P<name>   (?:[{_LETTER}]|∞)[{_LETTER}]*[0-9₀-₉]*(?:_[A-Za-z0-9]+|_\{{[A-Za-z0-9]+\}})* )
    | (?P<under>  _\{{ )
    | (?P<flip>   \^\s*(?:T(?![{_LETTER}0-9_])|\\top(?![A-Za-z])|⊤|\{{\s*(?:T|\\top|⊤)\s*\}}) )
    | (?P<shape>  \^\s*(?:[({{]\s*)?[0-9]+\s*(?:x|×|\*|\\times)\s*[0-9]+(?:\s*[)}}])? )
    | (?P<raised> [⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+ )
    | (?P<styled> \\(?:{_STYLES})\s*\{{(?P<inner>[A-Za-z]+)\}} )
    | (?P<command> \\(?P<word>[A-Za-z]+) )
    | (?P<escape> \\(?P<escaped>[{{}}|]) )
    | (?P<sign_>  {_SPELLINGS} )
    """,
    re.VERBOSE,
)
_SHAPED = re.compile(r"[0-9]+")
_LETTERS = str.maketrans(signs.GREEK | signs.BLACKBOARD)
_MOST_TOKENS = 20_000
_GREEK = "".join(signs.GREEK)
_APART = re.compile(rf"[{_GREEK}][^A-Za-z{_GREEK}]*|[^{_GREEK}]+")
_DOMAIN = re.compile(r"R|C|Q|Z|F|K|RR|CC|QQ|ZZ|F_?[0-9]+|GF")
_OPENERS = {"LPAR": "(", "LBRACKET": "[", "LBRACE": "{", "LGROUP": "{"}
_CLOSERS = {"RPAR": "([", "RBRACKET": "[(", "RBRACE": "{"}


class Scanner:
    """The state of one pass over a text: the tokens so far and the open brackets."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: list[Token] = []
        self._open: list[Token] = []
        self._space = False

    def run(self) -> list[Token]:
        """Go through the whole text."""
        position, size = 0, len(self.text)
        while position < size:
            found = _TOKEN.match(self.text, position)
            if found is None:
                raise _stray(self.text, position)
            position = self._take(found)
        if self._open:
            last = self._open[-1]
            raise Slip(
                f'This "{last.value}" is never closed.',
                last.start,
                remedy="Close it, or remove it.",
            )
        return self.tokens

    def _take(self, found: re.Match[str]) -> int:
        """Take one piece; give the position after it."""
        start, end, piece = found.start(), found.end(), found.group()
        match found.lastgroup:
            case "blank":
                self._space = True
                if self.tokens:
                    self.tokens[-1].tight = False
            case "number":
                self._number(piece, start, end)
            case "name":
                self._name(piece, start, end)
            case "sign_":
                self._sign(piece, start, end)
            case "shape":
                return self._shape(piece, start, end)
            case _:
                self._rarer(found)
        return end

    def _rarer(self, found: re.Match[str]) -> None:
        """Take a subscript, a superscript, a transpose, or a piece of LaTeX."""
        start, end, piece = found.start(), found.end(), found.group()
        match found.lastgroup:
            case "part":
                self._part(found)
            case "under":
                self._add("SUB", "_", start, start + 1)
                self._add("LGROUP", "{", start + 1, end)
            case "flip":
                self._add("PRIME", "^T", start, end)
            case "raised":
                self._add("SUP", piece.translate(signs.SUPERSCRIPTS).lstrip("+"), start, end)
            case "styled":
                self._name(found["inner"], start, end)
            case "escape":
                self._sign(found["escaped"], start, end)
            case _:
                self._command(found["word"], start, end)

    def _number(self, piece: str, start: int, end: int) -> None:
        require_digits(len(piece), start)
        if piece.count(".") > 1:
            raise Slip(f'"{piece}" has two decimal points.', piece.rindex(".") + start)
        refuse_float(self.text, start, end)
        self._add("NUMBER", piece, start, end)

    def _part(self, found: re.Match[str]) -> None:
        """Take a part of a field, such as R_{>0}."""
        sign = found["sign"] or found["short"] or {"+": ">", None: ""}.get(found["plus"], "!=")
        sign = {"≥": ">=", "≠": "!="}.get(sign, sign)
        whole = found["whole"].translate(_LETTERS)
        self._add("NAME", f"{whole}{sign}0", found.start(), found.end())

    def _name(self, piece: str, start: int, end: int) -> None:
        """Take a name or a keyword."""
        if piece in WORDS:
            self._sign(WORDS[piece], start, end)
        elif piece in KEYWORDS:
            self._add(KEYWORDS[piece], piece, start, end)
        else:
            for part in _APART.finditer(piece):
                plain = part.group().translate(_LETTERS).translate(signs.SUBSCRIPTS)
                plain = plain.replace("{", "").replace("}", "").replace("∞", "oo")
                self._add("NAME", plain, start + part.start(), start + part.end())

    def _shape(self, piece: str, start: int, end: int) -> int:
        """Take the size in R^(2x2); elsewhere the caret is a power."""
        last = self.tokens[-1] if self.tokens else None
        power = last is None or not (last.type == "RPAR" or _DOMAIN.fullmatch(last.value))
        opened, closed = any(c in piece for c in "({"), piece[-1] in ")}"
        if power or opened != closed or (last and last.type == "RPAR" and not opened):
            self._add("CARET", "^", start, start + 1)
            return start + 1
        self._add("SHAPE", "x".join(_SHAPED.findall(piece)), start, end)
        return end

    def _command(self, word: str, start: int, end: int) -> None:
        """Take a LaTeX command."""
        if word in signs.SILENT:
            self._space = True
        elif word in COMMANDS:
            self._sign(COMMANDS[word], start, end)
        elif word in signs.FRACTIONS:
            self._add("FRAC", word, start, end)
        elif word == "sqrt":
            self._add("SQRT", word, start, end)
        elif word == "infty":
            self._add("NAME", "oo", start, end)
        elif word in signs.WORDS or word in ("ln", "sinh", "tanh", "arctan", "operatorname"):
            self._add("NAME", word, start, end)
        else:
            raise Slip(
                f"The LaTeX command \\{word[:30]} is not read here.",
                start,
                remedy="Write it in plain text, such as sqrt(2), 3/4 or x_1.",
            )

    def _sign(self, piece: str, start: int, end: int) -> None:
        """Take an operator, a bracket or a separator."""
        kind, value = SIGNS[piece]
        last = self.tokens[-1] if self.tokens else None
        if value == "in" and last and last.type == "NOT":
            last.type, last.value, last.end = "RELATION", "not in", end
            return
        if kind == "LBRACE" and last and _opens_group(last):
            kind = "LGROUP"
        self._add(kind, value, start, end)

    def _add(self, kind: str, value: str, start: int, end: int) -> None:
        """Append a token, and follow the brackets."""
        token = Token(kind, value, start, end, self._space)
        if kind in _OPENERS:
            require_brackets(len(self._open) + 1, start)
            before = self.tokens[-1].type if self.tokens else ""
            token.value = "frac" if kind == "LGROUP" and before == "FRAC" else value
            self._open.append(token)
        elif kind in _CLOSERS:
            self._close(token)
        self.tokens.append(token)
        self._space = False
        if len(self.tokens) > _MOST_TOKENS:
            raise Slip(
                f"The text has more than {_MOST_TOKENS:,} numbers, names and signs.",
                start,
                remedy="Write a shorter formula.",
            )

    def _close(self, token: Token) -> None:
        if not self._open:
            raise Slip(f'This "{token.value}" closes nothing.', token.start, remedy="Remove it.")
        opener = self._open.pop()
        sign = _OPENERS[opener.type]
        if sign not in _CLOSERS[token.type]:
            raise Slip(
                f'"{token.value}" does not close the "{sign}" that is open.',
                token.start,
                remedy=f'Close the "{sign}" first.',
            )
        if opener.type == "LGROUP":
            token.type, token.value = "RGROUP", "again" if opener.value == "frac" else "}"


def _opens_group(last: Token) -> bool:
    """Whether a brace after this groups, as in LaTeX."""
    return last.type in ("CARET", "FRAC", "SQRT") or (last.type, last.value) == ("RGROUP", "again")


def _stray(text: str, position: int) -> Slip:
    """Word the refusal of a character that has no meaning here."""
    letter = text[position]
    shown = f'"{letter}"' if letter.isprintable() else f"The character U+{ord(letter):04X}"
    remedy = "Remove it, or write it in words."
    if letter == "@":
        remedy = "Write u (+) v for your own addition, A*B for a product of matrices."
    return Slip(f"{shown} has no meaning here.", position, remedy=remedy)
