"""Formulas as characters, in Unicode or in the ASCII that the reader of expressions accepts.

`spelled` gives a formula as strings with the matrices left between them as they are: written on
one line (`line`, `plain`), or drawn over several (`exactspaces.rendering.boxes`).
"""

from collections.abc import Iterable, Iterator

from exactspaces.rendering.alphabets import ASCII, UNICODE, Alphabet
from exactspaces.rendering.formulas import (
    Branches,
    Call,
    Digits,
    Fenced,
    Formula,
    Fraction,
    Grid,
    Group,
    Indexed,
    Join,
    Phrase,
    Raised,
    Root,
    SetOf,
    Sum,
    Sym,
    Total,
    Tuple,
    Words,
)
from exactspaces.rendering.grouping import ATOM, POWER, PRODUCT, grouped, level

Piece = str | Grid | Branches
# Functions that are written without parentheses before a single letter or matrix.
_FENCES = {"angles": (("⟨", "⟩"), ("<", ">")), "bars": (("‖", "‖"), ("||", "||"))}
PREFIXES = frozenset({"rank", "nullity", "det", "tr", "dim", "rref", "pivots"})


def line(formula: Formula) -> str:
    """Write a formula on one line, in Unicode."""
    return _one_line(grouped(formula), UNICODE)


def plain(formula: Formula) -> str:
    """Write a formula on one line in ASCII, as the reader of expressions accepts it.

    >>> from exactspaces.rendering.formulas import Num, Root
    >>> plain(Grid(((Num(1), Fraction(Root(Num(2)), Num(2))), (Num(-3), Num(4)))))
    '[1 sqrt(2)/2; -3 4]'
    """
    return _one_line(grouped(formula), ASCII)


def _one_line(formula: Formula, alphabet: Alphabet) -> str:
    return "".join(
        piece if isinstance(piece, str) else inline(piece, alphabet)
        for piece in spelled(formula, alphabet)
    )


def inline(piece: Grid | Branches, alphabet: Alphabet) -> str:
    """Write a matrix such as [1 2; 3 4], or a distinction of cases, on one line."""
    if isinstance(piece, Branches):
        cases = ([_one_line(x, alphabet) for x in case] for case in piece.cases)
        return "; ".join(f"{value} if {condition}" for value, condition in cases)
    return f"[{'; '.join(grid_rows(piece, alphabet))}]"


def grid_rows(grid: Grid, alphabet: Alphabet) -> list[str]:
    """Write the rows of a matrix.

    Where an entry contains a blank there are commas; in ASCII, as in the echo of the reader, such
    entries stand in parentheses.
    """
    rows = [[_one_line(x, alphabet) for x in row] for row in grid.rows]
    spaced = any(" " in x for row in rows for x in row)
    if alphabet.is_ascii:
        rows = [[_entry(x, alphabet) for x in row] for row in grid.rows]
    comma = "," if spaced and not alphabet.is_ascii else ""
    return [_row(row, grid.bar, comma, alphabet) for row in rows]


def _entry(entry: Formula, alphabet: Alphabet) -> str:
    text = _one_line(entry, alphabet)
    return f"({text})" if " " in text and level(entry) < PRODUCT else text


def _row(entries: list[str], bar: int | None, comma: str, alphabet: Alphabet) -> str:
    text = ""
    for place, entry in enumerate(entries):
        between = f" {alphabet.bar} " if place == bar and place else f"{comma} "
        text += between + entry if place else entry
    return text


def spelled(formula: Formula, alphabet: Alphabet) -> Iterator[Piece]:
    """Give the pieces of a grouped formula from left to right."""
    match formula:
        case Grid() | Branches():
            yield formula
        case Digits(text) | Words(text):
            yield text
        case Sym(name):
            yield alphabet.name(name)
        case Join(operator, parts):
            yield from _join(operator, parts, alphabet)
        case Sum(terms):
            for place, (sign, part) in enumerate(terms):
                yield _sign(place, sign, alphabet)
                yield from spelled(part, alphabet)
        case Phrase(parts):
            yield from _separated(parts, " ", alphabet)
        case _:
            yield from _composed(formula, alphabet)


def _composed(formula: Formula, alphabet: Alphabet) -> Iterator[Piece]:
    match formula:
        case Tuple() | SetOf() | Group() | Fenced():
            yield from _enclosed(formula, alphabet)
        case Call():
            yield from _call(formula, alphabet)
        case Fraction(top, bottom):
            yield from _placed(top, PRODUCT, alphabet)
            yield "/"
            yield from _placed(bottom, POWER, alphabet)
        case Root(part, index):
            yield alphabet.root(_one_line(part, alphabet), level(part) == ATOM, index)
        case Raised(base, exponent):
            yield from spelled(base, alphabet)
            yield alphabet.power(_one_line(exponent, alphabet))
        case Indexed(base, index):
            inner = base.part if isinstance(base, Group) else base
            yield from _wrapped("[", spelled(inner, alphabet), "]")
            yield "_" + _one_line(index, alphabet)
        case Total():
            yield from _total(formula, alphabet)


def _enclosed(formula: Tuple | SetOf | Group | Fenced, alphabet: Alphabet) -> Iterator[Piece]:
    match formula:
        case Tuple(items):
            last = ",)" if len(items) == 1 and alphabet.is_ascii else ")"
            yield from _wrapped("(", _separated(items, ", ", alphabet), last)
        case SetOf(items):
            yield from _wrapped("{", _separated(items, ", ", alphabet), "}")
        case Group(part):
            yield from _wrapped("(", spelled(part, alphabet), ")")
        case Fenced(fence, items, index):
            left, right = _FENCES[fence][alphabet.is_ascii]
            yield from _wrapped(left, _separated(items, ", ", alphabet), right)
            yield "_" + _one_line(index, alphabet) if index is not None else ""


def _total(total: Total, alphabet: Alphabet) -> Iterator[Piece]:
    yield "sum" if alphabet.is_ascii else "∑"
    if total.below is not None:
        below = _one_line(total.below, alphabet)
        yield f"_{below}" if below.isalnum() else f"_({below})"
    if total.above is not None:
        yield alphabet.power(_one_line(total.above, alphabet))
    yield " "
    yield from spelled(total.part, alphabet)


def _wrapped(left: str, pieces: Iterable[Piece], right: str) -> Iterator[Piece]:
    yield left
    yield from pieces
    yield right


def _separated(parts: Iterable[Formula], between: str, alphabet: Alphabet) -> Iterator[Piece]:
    for place, part in enumerate(parts):
        if place:
            yield between
        yield from spelled(part, alphabet)


def _placed(formula: Formula, least: int, alphabet: Alphabet) -> Iterator[Piece]:
    """Spell a part, in parentheses where it is looser than its place, or a fraction in one."""
    loose = level(formula) < least or isinstance(formula, Fraction)
    inner = spelled(formula, alphabet)
    yield from _wrapped("(", inner, ")") if loose else inner


def _sign(place: int, sign: str, alphabet: Alphabet) -> str:
    shown = alphabet.minus if sign == "-" else "+"
    return f" {shown} " if place else (shown if sign == "-" else "")


def _call(formula: Call, alphabet: Alphabet) -> Iterator[Piece]:
    name, arguments = formula.name, formula.arguments
    yield alphabet.name(name)
    match arguments:
        case (SetOf() | Group(),):
            yield from spelled(arguments[0], alphabet)
        case (Sym() | Grid(),) if name in PREFIXES and not alphabet.is_ascii:
            yield " "
            yield from spelled(arguments[0], alphabet)
        case _:
            yield from _wrapped("(", _separated(arguments, ", ", alphabet), ")")


def _join(operator: str, parts: tuple[Formula, ...], alphabet: Alphabet) -> Iterator[Piece]:
    if operator == "not <=" and alphabet.is_ascii:
        yield "not "
        operator = "<="
    for place, part in enumerate(parts):
        if place and operator == "":
            yield _glue(parts[place - 1], part, alphabet)
        elif place:
            yield alphabet.operators[operator]
        if place and operator in {"", "*"}:
            yield from _placed(part, PRODUCT, alphabet)
        else:
            yield from spelled(part, alphabet)


def _glue(left: Formula, right: Formula, alphabet: Alphabet) -> str:
    """Give what stands between two factors set side by side: nothing where that is clear."""
    right = right.base if isinstance(right, Raised) else right
    if isinstance(left, Digits) and isinstance(right, Sym):
        return "*" if alphabet.is_ascii and right.name[:1] in "eE" else ""
    if isinstance(left, Digits) and isinstance(right, Root) and not alphabet.is_ascii:
        return ""
    return alphabet.operators["*"]
