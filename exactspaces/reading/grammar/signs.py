"""The signs of the language and their other spellings: what each stands for.

One table from a spelling to (kind of token, plain spelling), one from LaTeX commands to
plain spellings. Adding a spelling is adding a line here.
"""

from __future__ import annotations

_GREEK_WORDS = """
    alpha beta gamma delta epsilon zeta eta theta kappa lambda mu nu xi pi rho sigma sigma tau
    phi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega
"""
_FUNCTION_WORDS = "det dim ker exp log sin cos tan min max gcd"
_SILENT_WORDS = "left right big Big bigl bigr Bigl Bigr quad qquad displaystyle hline"

SIGNS: dict[str, tuple[str, str]] = {
    "+": ("PLUS", "+"),
    "-": ("MINUS", "-"),
    "*": ("STAR", "*"),
    "/": ("SLASH", "/"),
    "^": ("CARET", "^"),
    "**": ("CARET", "^"),
    "&": ("AND", "&"),
    "@": ("AT", "@"),
    "==": ("COMPARE", "=="),
    "=": ("COMPARE", "=="),
    "!=": ("COMPARE", "!="),
    "<=": ("COMPARE", "<="),
    ">=": ("COMPARE", ">="),
    "∈": ("COMPARE", "in"),
    "∉": ("COMPARE", "not in"),
    "'": ("TRANSPOSE", "'"),
    ",": ("COMMA", ","),
    ";": ("SEMI", ";"),
    "|": ("BAR", "|"),
    "√": ("ROOT", "√"),
    "(": ("LPAR", "("),
    ")": ("RPAR", ")"),
    "[": ("LBRACKET", "["),
    "]": ("RBRACKET", "]"),
    "{": ("LBRACE", "{"),
    "}": ("RBRACE", "}"),
    "<": ("LANGLE", "<"),
    ">": ("RANGLE", ">"),
}

_ALIKE = {
    "-": "−‐‑‒–—﹣－",
    "+": "＋",
    "*": "·×⋅∙•∗",
    "/": "÷∕⁄",
    "&": "∩",
    "=": "＝",
    "!=": "≠",
    "<=": "≤⩽⊆",
    ">=": "≥⩾⊇",
    "'": "’‘′ʹᵀ⊤",
    ",": "，",
    ";": "；",
    "|": "∣｜",
    "(": "（",
    ")": "）",
    "<": "⟨〈",
    ">": "⟩〉",
}
SIGNS |= {letter: SIGNS[plain] for plain, letters in _ALIKE.items() for letter in letters}

GREEK = dict(zip("αβγδεζηθκλμνξπρσςτφχψωΓΔΘΛΞΠΣΦΨΩ", _GREEK_WORDS.split(), strict=True))
BLACKBOARD = dict(zip("ℝℚℂℤℕ𝔽", "RQCZNF", strict=True))

# LaTeX commands that are spelled with another sign of ours.
COMMANDS = {
    "cdot": "*",
    "times": "*",
    "ast": "*",
    "div": "/",
    "cap": "&",
    "in": "∈",
    "notin": "∉",
    "le": "<=",
    "leq": "<=",
    "subseteq": "<=",
    "ge": ">=",
    "geq": ">=",
    "supseteq": ">=",
    "ne": "!=",
    "neq": "!=",
    "langle": "<",
    "rangle": ">",
    "lbrace": "{",
    "rbrace": "}",
    "lbrack": "[",
    "rbrack": "]",
    "mid": "|",
}
# LaTeX commands that leave no trace: they only change the looks.
SILENT = frozenset(_SILENT_WORDS.split())
# LaTeX commands that are words of ours.
WORDS = frozenset(GREEK.values()) | frozenset(_FUNCTION_WORDS.split())
FRACTIONS = frozenset({"frac", "dfrac", "tfrac"})
ENVIRONMENTS = frozenset({"matrix", "pmatrix", "bmatrix", "Bmatrix", "smallmatrix", "array"})
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
