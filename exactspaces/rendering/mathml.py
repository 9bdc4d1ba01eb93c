"""Formulas in presentation MathML, each with its text form for those who hear it."""

from collections.abc import Iterable
from html import escape

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
from exactspaces.rendering.grouping import grouped, is_tall
from exactspaces.rendering.lines import PREFIXES, line
from exactspaces.rendering.names import BLACKBOARD, read_name

_OPERATORS = {
    "*": "⋅", "": "\u2062", "=": "=", "!=": "≠", "in": "∈", "not in": "∉", "<=": "⊆",
    "not <=": "⊈", "&": "∩", "direct": "⊕", "->": "→", "<->": "↔", ",": ",", "by": "×",
    "<": "<", ">": ">", "at most": "≤", "at least": "≥", "dot": "⊙",
    "tensor": "⊗", "maps to": "↦",
}  # fmt: skip
_KEPT = (9, 10)
_CONTROLS = (*range(32), *range(127, 160), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF)
_FORBIDDEN = {n: "\ufffd" for n in _CONTROLS if n not in _KEPT}
_BLANK = '<mspace width="0.35em"/>'
_WIDE = '<mspace width="1em"/>'


def mathml(formula: Formula, *, display: bool = False) -> str:
    """Write a formula as a math element.

    >>> mathml(Sym("x"))
    '<math alttext="x"><mi>x</mi></math>'
    """
    shown = ' display="block"' if display else ""
    return f'<math{shown} alttext="{escape_xml(line(formula))}">{_set(grouped(formula))}</math>'


def mathml_arrow(labels: Iterable[Formula], target: Formula) -> str:
    """Write an arrow with operations on it, and the matrix it leads to."""
    labels = list(labels)
    rows = "".join(f"<mtr><mtd>{_set(grouped(x))}</mtd></mtr>" for x in labels)
    spoken = escape_xml(f"{', '.join(map(line, labels))}: {line(target)}")
    over = f'<mtable class="labels">{rows}</mtable>'
    arrow = f'<mover><mo stretchy="true">→</mo>{over}</mover>'
    return f'<math alttext="{spoken}"><mrow>{arrow}{_BLANK}{_set(grouped(target))}</mrow></math>'


def escape_xml(text: str) -> str:
    """Write text so that it stands in XML and HTML as it is."""
    return escape(text.translate(_FORBIDDEN))


def _set(formula: Formula) -> str:
    match formula:
        case Digits(text):
            return f"<mn>{text}</mn>"
        case Sym(name):
            return _name(name)
        case Words(text):
            return f"<mtext>{escape_xml(text)}</mtext>"
        case Grid():
            return _grid(formula)
        case Join(operator, parts):
            sign = _operator(_OPERATORS[operator])
            return _row([sign.join(map(_set, parts))])
        case Sum(terms):
            return _row([_term(place, *term) for place, term in enumerate(terms)])
        case Phrase(parts):
            return _row([_BLANK.join(map(_set, parts))])
        case _:
            return _composed(formula)


def _composed(formula: Formula) -> str:
    match formula:
        case Fraction(top, bottom):
            return f"<mfrac>{_set(top)}{_set(bottom)}</mfrac>"
        case Root(part, index):
            if index != 2:
                return f"<mroot>{_set(part)}<mn>{index}</mn></mroot>"
            return f"<msqrt>{_set(part)}</msqrt>"
        case Raised(base, exponent):
            return f"<msup>{_set(base)}{_exponent(exponent)}</msup>"
        case Indexed(base, index):
            inner = base.part if isinstance(base, Group) else base
            return f"<msub>{_fenced('[', [inner], ']')}{_set(index)}</msub>"
        case Branches(cases):
            rows = "".join(map(_case, cases))
            return _row([_fence("{", "prefix"), f'<mtable class="cases">{rows}</mtable>'])
        case Total():
            return _total(formula)
        case _:
            return _bracketed(formula)


def _bracketed(formula: Formula) -> str:
    match formula:
        case Tuple(items):
            return _fenced("(", items, ")")
        case SetOf(items):
            return _fenced("{", items, "}")
        case Group(part):
            return _fenced("(", [part], ")")
        case Fenced(fence, items, index):
            left, right = "⟨⟩" if fence == "angles" else "‖‖"
            inside = _fenced(left, items, right)
            return inside if index is None else f"<msub>{inside}{_set(index)}</msub>"
        case Call(name, arguments):
            return _call(name, arguments)
        case _:
            raise TypeError(f"{type(formula).__name__} is not a formula")


def _total(total: Total) -> str:
    """Set a sum with what stands below and above its sign."""
    below, above = total.below is not None, total.above is not None
    name = ("munder" if below else "m") + ("over" if above else "")
    limits = "".join(_set(x) for x in (total.below, total.above) if x is not None)
    sign = f"<{name}><mo>∑</mo>{limits}</{name}>" if limits else "<mo>∑</mo>"
    return _row([sign, _set(total.part)])


def _row(parts: Iterable[str]) -> str:
    return f"<mrow>{''.join(parts)}</mrow>"


def _operator(sign: str) -> str:
    return f"<mo>{escape(sign)}</mo>{_BLANK if sign == ',' else ''}"


def _fence(sign: str, form: str, *, tall: bool = True) -> str:
    # A bracket that need not grow is set closer to what it holds.
    stretchy = "true" if tall else "false"
    return f'<mo form="{form}" stretchy="{stretchy}" lspace="0" rspace="0">{sign}</mo>'


def _fenced(left: str, items: Iterable[Formula], right: str) -> str:
    items = list(items)
    inner = "<mo>,</mo>".join(map(_set, items))
    tall = any(map(is_tall, items))
    return _row([_fence(left, "prefix", tall=tall), inner, _fence(right, "postfix", tall=tall)])


def _term(place: int, sign: str, part: Formula) -> str:
    shown = "−" if sign == "-" else "+"
    form = "infix" if place else "prefix"
    before = f'<mo form="{form}">{shown}</mo>' if place or sign == "-" else ""
    return before + _set(part)


def _case(case: tuple[Formula, Formula]) -> str:
    value, condition = map(_set, case)
    words = f"<mtext>if</mtext>{_BLANK}{condition}"
    return f"<mtr><mtd>{value}</mtd><mtd>{_WIDE}{words}</mtd></mtr>"


def _exponent(exponent: Formula) -> str:
    return '<mi mathvariant="normal">T</mi>' if exponent == Sym("T") else _set(exponent)


def _grid(grid: Grid) -> str:
    rows = "".join(f"<mtr>{_entries(row, grid.bar)}</mtr>" for row in grid.rows)
    table = f'<mtable class="grid" columnalign="right">{rows}</mtable>'
    return _row([_fence("[", "prefix"), table, _fence("]", "postfix")])


def _entries(row: tuple[Formula, ...], bar: int | None) -> str:
    return "".join(
        f'<mtd class="bar">{_set(x)}</mtd>' if place == bar and place else f"<mtd>{_set(x)}</mtd>"
        for place, x in enumerate(row)
    )


def _call(name: str, arguments: tuple[Formula, ...]) -> str:
    upright = f'<mi mathvariant="normal">{escape_xml(name)}</mi>'
    function = _name(name) if name in BLACKBOARD else upright
    match arguments:
        case (SetOf() | Group() as argument,):
            inner = _set(argument)
        case (Sym() | Grid() as argument,) if name in PREFIXES:
            inner = '<mspace width="0.17em"/>' + _set(argument)
        case _:
            inner = _fenced("(", arguments, ")")
    return _row([function, "<mo>\u2061</mo>", inner])


def _name(text: str) -> str:
    """Write a name: one letter in italics, a word upright, with what stands below and above."""
    name = read_name(text)
    letters = f"<mi>{escape_xml(BLACKBOARD.get(name.letters, name.letters))}</mi>"
    below, above = (_mark(x) for x in (name.below, name.above))
    if below and above:
        return f"<msubsup>{letters}{below}{above}</msubsup>"
    if below:
        return f"<msub>{letters}{below}</msub>"
    return f"<msup>{letters}{above}</msup>" if above else letters


def _mark(text: str) -> str:
    if not text:
        return ""
    return f"<mn>{text}</mn>" if text.isdecimal() else f"<mi>{escape_xml(text)}</mi>"
