"""Notations of sets that the expression language does not have, put into those that it has.

These are texts of answers only: parameters in front of any bracket, words behind a set, LaTeX of
sets, and c(1, 2) where c can be a letter or the function that makes a column.
"""

import re

from exactspaces.reading.answers.setting import NotRead

_GREEK = "alpha|beta|gamma|delta|lambda|mu|nu|rho|sigma|tau|theta|kappa"
_LETTER = rf"(?:\\(?:{_GREEK})\b|\b(?:{_GREEK})\b|(?<![A-Za-z_\\0-9])[A-Za-zα-ω](?:_?\d{{1,3}})?)"
_BEFORE_CALL = re.compile(rf"(\\(?:{_GREEK})\b|\b(?:{_GREEK})\b|(?<![A-Za-z_\\])[α-ω])\s*(?=\()")
_BEFORE_BRACKET = re.compile(rf"({_LETTER})\s*(?=\[|<|\\begin|\\left\s*[\[(])")
_LATEX = (
    (re.compile(r"\\math(?:bb|bf|rm|cal)\s*\{(\w+)\}"), r" \1"),
    (re.compile(r"\\(?:in|isin)\b"), " in "),
    (re.compile(r"\\mid\b|\\vert\b"), "|"),
    (re.compile(r"\\colon\b"), ":"),
    (re.compile(r"\\(?:emptyset|varnothing)\b"), "∅"),
    (re.compile(r"\\\{"), "{"),
    (re.compile(r"\\\}"), "}"),
    (re.compile(r"\\(?:left|right|quad|[,;! ])"), " "),
    (re.compile(r"\^\s*\{(\d+)\}"), r"^\1"),
)
_ANY = re.compile(
    r",?\s*\b(?:for|where|with)\s+(?:all|any|every|each|arbitrary)\s+[\w\s,]{1,60}"
    r"(?:(?:\bin\b|∈)\s*[\w^()]{1,20})?\s*$"
)
_ARBITRARY = re.compile(
    r",?\s*\b[A-Za-z]\w{0,3}\s+(?:is\s+)?any\s+(?:real\s+)?(?:number|scalar)\s*$"
)
_POINT = re.compile(r"^\s*\(\s*[A-Za-z]\w*(?:\s*,\s*[A-Za-z]\w*)*\s*\)\s*=\s*(?=[^=])")
_COLUMN = re.compile(r"(?<![A-Za-z_\\0-9])(c|r)\s*\(")
_TIMES = re.compile(r"[\w)]\s*\*\s*[cr]\s*\(")
_DECLARED = re.compile(r"(?<!\w)(c|r)(?:\s*,\s*\w+)*\s*(?:\bin\b|∈|\bfree\b|\bis free\b)")
_LONG = 4000


def set_notation(text: str) -> str:
    r"""Put the notations of an answer that is a set into those that are read.

    >>> set_notation(r"\{(4, 0) + \lambda(1, 2) : \lambda \in \mathbb{R}\}")
    '{(4, 0) + \\lambda*(1, 2) : \\lambda  in   R}'
    >>> set_notation("(x, y) = (1, 2) + t[3; 4] for all t")
    '(1, 2) + t*[3; 4]'
    """
    if len(text) > _LONG:
        return text
    for pattern, plain in _LATEX:
        text = pattern.sub(plain, text)
    text = _ARBITRARY.sub("", _ANY.sub("", text))
    text = _POINT.sub("", text) if _has_vector_behind(text) else text
    text = _with_columns_settled(text)
    return _BEFORE_BRACKET.sub(r"\1*", _BEFORE_CALL.sub(r"\1*", text))


def _has_vector_behind(text: str) -> bool:
    found = _POINT.match(text)
    return found is not None and text[found.end() :].startswith(("(", "[", "<", "\\begin"))


def _with_columns_settled(text: str) -> str:
    """Decide what c(1, 2) is: with "c in R" a multiple; as in c(4, 0) + t*c(1, 2) a column.

    Raises NotRead for others: it can be the column (1, 2), or c times it.
    """
    for letter in sorted(set(_DECLARED.findall(text))):
        text = re.sub(rf"(?<![A-Za-z_\\0-9]){letter}\s*\(", f"{letter}*(", text)
    found = _COLUMN.findall(text)
    if not found or _is_list_of_columns(text, found):
        return text
    letter = found[0]
    message = (
        f"{letter}(...) can be a column, or {letter} times a vector; write {letter}*(...) for the "
        "multiples, (...) for the column"
    )
    raise NotRead("input.two-readings", message)


def _is_list_of_columns(text: str, found: list[str]) -> bool:
    """Say whether every vector is written with the one function, and one is multiplied by *."""
    others = re.search(r"[(\[<]", _COLUMN.sub("", text))
    return len(found) > 1 and len(set(found)) == 1 and not others and bool(_TIMES.search(text))


def adds_columns(text: str) -> bool:
    """Say whether something is added to c(1, 2), so that c may be a letter."""
    return bool(_COLUMN.search(text)) and bool(re.search(r"\)\s*[+-]|[+-]\s*[cr]\s*\(", text))
