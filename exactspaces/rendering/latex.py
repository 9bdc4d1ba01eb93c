r"""Formulas in LaTeX (amsmath), of commands that Markdown viewers know too.

Braces are \lbrace and \rbrace and blanks are ~: Markdown would take a backslash before
punctuation for one of its own.
"""

from collections.abc import Iterable

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
from exactspaces.rendering.lines import PREFIXES
from exactspaces.rendering.names import BLACKBOARD, GREEK_WORDS, read_name

_OPERATORS = {
    "*": r" \cdot ", "": " ", "=": " = ", "!=": r" \neq ", "in": r" \in ", "not in": r" \notin ",
    "<=": r" \subseteq ", "not <=": r" \nsubseteq ", "&": r" \cap ", "direct": r" \oplus ",
    "<": " < ", ">": " > ", "at most": r" \leq ", "at least": r" \geq ", "dot": r" \odot ",
    "tensor": r" \otimes ", "maps to": r" \mapsto ",
    "->": r" \to ", "<->": r" \leftrightarrow ", ",": ",~ ", "by": r" \times ",
}  # fmt: skip
_SPECIAL = {
    "\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    "<": r"\textless{}", ">": r"\textgreater{}", "|": r"\textbar{}", '"': r"\textquotedbl{}",
    "“": "``", "”": "''", **{c: f"\\{c}" for c in "#$%&_{}"},
}  # fmt: skip
_SIGNS = {
    "−": "-", "·": r"\cdot", "×": r"\times", "≠": r"\neq", "≤": r"\leq", "≥": r"\geq",
    "√": r"\surd", "∈": r"\in", "∉": r"\notin", "⊆": r"\subseteq", "∩": r"\cap",
    "⊕": r"\oplus", "⊙": r"\odot", "→": r"\to",
    "↔": r"\leftrightarrow", "↦": r"\mapsto", "⊗": r"\otimes",
    **{letter: f"\\{word}" for letter, word in GREEK_WORDS.items()},
    **{letter: f"\\mathbb{{{word[0]}}}" for word, letter in BLACKBOARD.items()},
}  # fmt: skip
_ESCAPES = str.maketrans(_SPECIAL | {c: rf"\ensuremath{{{x}}}" for c, x in _SIGNS.items()})
_LONE = {**_SIGNS, **{c: c for c in "<>"}, "…": r"\ldots", "⋮": r"\vdots", "⋱": r"\ddots"}
_FENCES = {"angles": (r"\langle ", r" \rangle"), "bars": (r"\lVert ", r" \rVert")}
_NAMED = frozenset(
    {"det", "dim", "ker", "exp", "log", "max", "min", "tan", "sinh", "tanh", "arctan"}
)


def latex(formula: Formula) -> str:
    r"""Write a formula in LaTeX, without the signs that switch to mathematics.

    >>> from exactspaces.rendering.formulas import Num
    >>> latex(Call("rank", (Sym("A_1"),))), latex(Raised(Sym("QQ"), Num(3)))
    ('\\operatorname{rank} A_{1}', '\\mathbb{Q}^{3}')
    """
    return _set(grouped(formula))


def escaped(text: str) -> str:
    """Write text so that LaTeX prints it as it is."""
    printable = "".join(c if c.isprintable() else " " for c in text)
    return printable.translate(_ESCAPES)


def _set(formula: Formula) -> str:
    match formula:
        case Digits(text):
            return text
        case Sym(name):
            return latex_name(name)
        case Words(text):
            return _LONE.get(text) or rf"\text{{{escaped(text)}}}"
        case Grid():
            return _grid(formula)
        case Join(operator, parts):
            return _OPERATORS[operator].join(map(_set, parts))
        case Sum(terms):
            first = "-" if terms[0][0] == "-" else ""
            rest = "".join(f" {sign} {_set(part)}" for sign, part in terms[1:])
            return first + _set(terms[0][1]) + rest
        case _:
            return _composed(formula)


def _composed(formula: Formula) -> str:
    match formula:
        case Fraction(top, bottom):
            return rf"\frac{{{_set(top)}}}{{{_set(bottom)}}}"
        case Root(part, index):
            return rf"\sqrt{f'[{index}]' if index != 2 else ''}{{{_set(part)}}}"
        case Raised(base, exponent):
            return f"{_held(base)}^{{{_exponent(exponent)}}}"
        case Indexed(base, index):
            inner = base.part if isinstance(base, Group) else base
            return f"{_fenced('[', [inner], ']')}_{{{_set(index)}}}"
        case Total(below, above, part):
            return rf"\sum{_limit('_', below)}{_limit('^', above)} {_set(part)}"
        case Phrase(parts):
            return "~".join(map(_set, parts))
        case Branches(cases):
            rows = (rf"{_set(value)} & \text{{if }} {_set(x)}" for value, x in cases)
            return r"\begin{cases} " + r" \\[4pt] ".join(rows) + r" \end{cases}"
        case _:
            return _bracketed(formula)


def _bracketed(formula: Formula) -> str:
    match formula:
        case Tuple(items):
            return _fenced("(", items, ")")
        case SetOf(items):
            return _fenced(r"\lbrace ", items, r" \rbrace")
        case Group(part):
            return _fenced("(", [part], ")")
        case Fenced(fence, items, index):
            left, right = _FENCES[fence]
            return _fenced(left, items, right) + _limit("_", index)
        case Call(name, (SetOf() | Group() as argument,)):
            return _function(name) + _set(argument)
        case Call(name, (Sym() | Grid() as argument,)) if name in PREFIXES:
            return f"{_function(name)} {_set(argument)}"
        case Call(name, arguments):
            return _function(name) + _fenced("(", arguments, ")")
        case _:
            raise TypeError(f"{type(formula).__name__} is not a formula")


def _limit(sign: str, limit: Formula | None) -> str:
    return "" if limit is None else f"{sign}{{{_set(limit)}}}"


def _fenced(left: str, items: Iterable[Formula], right: str) -> str:
    items = list(items)
    inner = ", ".join(map(_set, items))
    if any(map(is_tall, items)):
        return rf"\left{left}{inner}\right{right.strip()}"
    return f"{left}{inner}{right}" if inner else f"{left.strip()}{right}"


def _held(base: Formula) -> str:
    """Set the base of a power; one that has a superscript of its own is held together."""
    text = _set(base)
    return f"{{{text}}}" if isinstance(base, Sym) and "^" in text else text


def _exponent(exponent: Formula) -> str:
    return r"\mathsf{T}" if exponent == Sym("T") else _set(exponent)


def _grid(grid: Grid) -> str:
    width = len(grid.rows[0]) if grid.rows else 0
    bar = width if grid.bar is None else grid.bar
    columns = "r" * bar + ("|" + "r" * (width - bar) if bar < width else "") or "c"
    end = r" \\[4pt] " if any(is_tall(x) for row in grid.rows for x in row) else r" \\ "
    rows = end.join(" & ".join(map(_set, row)) for row in grid.rows)
    return rf"\left[\begin{{array}}{{{columns}}} {rows} \end{{array}}\right]"


def _function(name: str) -> str:
    if name in _NAMED:
        return f"\\{name}"
    if name.isalpha() and name not in BLACKBOARD:
        return rf"\operatorname{{{name}}}"
    return latex_name(name)


def latex_name(text: str) -> str:
    """Write a name: a letter in italics, a word upright or in italics, a field in outline."""
    name = read_name(text)
    if name.style == "field":
        letters = rf"\mathbb{{{name.letters[0]}}}"
    elif name.style == "letter":
        letters = f"\\{GREEK_WORDS[name.letters]}" if name.letters in GREEK_WORDS else name.letters
    elif name.letters.isalpha() and name.letters.isascii():
        letters = rf"\mathit{{{name.letters}}}"
    else:
        letters = rf"\text{{{escaped(name.letters)}}}"
    below = f"_{{{escaped(name.below)}}}" if name.below else ""
    above = f"^{{{escaped(name.above)}}}" if name.above else ""
    return letters + below + above
