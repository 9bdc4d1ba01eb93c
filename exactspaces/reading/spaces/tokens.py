"""The signs of formulas and conditions, and the tokens made of them."""

from dataclasses import dataclass, field

from exactspaces.reading.grammar.tokens import kinds

# From a spelling to (kind of token, plain spelling).
SIGNS: dict[str, tuple[str, str]] = {
    "+": ("PLUS", "+"),
    "-": ("MINUS", "-"),
    "*": ("STAR", "*"),
    "/": ("SLASH", "/"),
    "^": ("CARET", "^"),
    "**": ("CARET", "^"),
    "(+)": ("OPLUS", "(+)"),
    "(*)": ("ODOT", "(.)"),
    "(.)": ("ODOT", "(.)"),
    ".": ("ODOT", "(.)"),
    "\\": ("WITHOUT", "\\"),
    "=": ("RELATION", "="),
    "==": ("RELATION", "="),
    ":=": ("RELATION", "="),
    "!=": ("RELATION", "!="),
    "<": ("RELATION", "<"),
    "<=": ("RELATION", "<="),
    ">": ("RELATION", ">"),
    ">=": ("RELATION", ">="),
    "in": ("RELATION", "in"),
    "not in": ("RELATION", "not in"),
    "and": ("AND", "and"),
    "or": ("OR", "or"),
    "not": ("NOT", "not"),
    "->": ("ARROW", "->"),
    "'": ("PRIME", "'"),
    '"': ("PRIME", "''"),
    ",": ("COMMA", ","),
    ";": ("COMMA", ";"),
    ":": ("COLON", ":"),
    "|": ("BAR", "|"),
    "(": ("LPAR", "("),
    ")": ("RPAR", ")"),
    "[": ("LBRACKET", "["),
    "]": ("RBRACKET", "]"),
    "{": ("LBRACE", "{"),
    "}": ("RBRACE", "}"),
    "√": ("ROOT", "sqrt"),
    "∛": ("ROOT", "cbrt"),
}
_ALIKE = {
    "-": "−‐‑‒–—﹣－",
    "+": "＋",
    "*": "·×⋅∙•∗",
    "/": "÷∕⁄",
    "=": "＝≔",
    "!=": "≠",
    "<=": "≤⩽",
    ">=": "≥⩾",
    "<": "＜",
    ">": "＞",
    "in": "∈⊆⊂",
    "not in": "∉",
    "and": "∧&",
    "or": "∨",
    "not": "¬",
    "->": "→↦⟶⟼",
    "(+)": "⊕⊞",
    "(.)": "⊙⊗⊡",
    "\\": "∖",
    "'": "’‘′ʹᵀ⊤",
    ",": "，",
    ";": "；",
    "|": "∣｜",
    "(": "（",
    ")": "）",
    ":": "：",
}
SIGNS |= {letter: SIGNS[plain] for plain, letters in _ALIKE.items() for letter in letters}
SIGNS |= {"″": ("PRIME", "''"), "&&": SIGNS["and"], "||": ("BARS", "||"), "‖": ("BARS", "||")}

# Words that are read as signs, and LaTeX commands for signs.
WORDS = {"in": "in", "and": "and", "or": "or", "not": "not"}
KEYWORDS = {"if": "IF", "else": "ELSE", "cases": "CASES", "otherwise": "OTHERWISE"}
COMMANDS = {
    "cdot": "*", "times": "*", "ast": "*",
    "in": "in", "notin": "not in", "subset": "in", "subseteq": "in",
    "le": "<=",
    "leq": "<=", "ge": ">=", "geq": ">=", "lt": "<", "gt": ">", "ne": "!=", "neq": "!=",
    "to": "->", "mapsto": "->", "oplus": "(+)", "odot": "(.)", "otimes": "(.)",
    "setminus": "\\", "land": "and", "wedge": "and", "lor": "or", "vee": "or", "lnot": "not",
    "neg": "not", "mid": "|", "vert": "|", "lvert": "|", "rvert": "|", "colon": ":",
    "lbrace": "{", "rbrace": "}", "lbrack": "[", "rbrack": "]",
}  # fmt: skip

ENDS = kinds("NUMBER NAME RPAR RBRACKET RBRACE RGROUP PRIME CLOSEBAR SHAPE SUP")
STARTS = kinds("NUMBER NAME LPAR LBRACKET LBRACE ROOT OPENBAR FRAC SQRT CASES WORD")


@dataclass(slots=True)
class Token:
    """One piece: its kind, its plain spelling, its place, and whether blanks stand around it.

    `space` says that one stands before it, `tight` that none stands after it.
    """

    type: str
    value: str
    start: int
    end: int
    space: bool = False
    tight: bool = True

    # The parser copies these to the end marker it makes; places are kept in start and end.
    start_pos: int = field(default=0, init=False, repr=False)
    line: int = field(default=1, init=False, repr=False)
    column: int = field(default=1, init=False, repr=False)
    end_line: int = field(default=1, init=False, repr=False)
    end_column: int = field(default=1, init=False, repr=False)
    end_pos: int = field(default=0, init=False, repr=False)
