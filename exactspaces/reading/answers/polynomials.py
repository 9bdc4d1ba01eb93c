"""Polynomials in one letter, in any usual notation: expanded, factored, as an equation."""

import re

from exactspaces.fields import entries
from exactspaces.fields.polynomials import polynomial_text
from exactspaces.fields.texts import quantity_names
from exactspaces.kernel import Given, Number
from exactspaces.questions import ValueOf
from exactspaces.reading.answers.pieces import split_outside
from exactspaces.reading.answers.setting import Answer, NotRead, Setting, cleaned, parsed
from exactspaces.reading.expansion import walk
from exactspaces.reading.syntax import Call, Name
from exactspaces.spaces import Polynomials

_LETTERS = ("x", "t", "s", "z")
_DUE = "a polynomial in one letter is due, such as t^2 - 3t + 2"


def read_polynomial(setting: Setting, text: str) -> Answer:
    """Read a polynomial as its coefficients from the constant term up, in one row.

    >>> from exactspaces.fields.names import read_over
    >>> read_polynomial(Setting(read_over("QQ"), {}), "p(λ) = (λ - 1)(λ + 2)").echo
    'λ^2 + λ - 2'
    """
    text, notes = _right_side(cleaned(text))
    text = re.sub(r"\\lambda\b|\blambda\b", "λ", text)
    plain = Setting(setting.over, {}, None)
    letter = _letter(plain, text)
    taken = quantity_names(setting.over.ring)
    inner = next(x for x in _LETTERS if x not in taken)
    if letter not in ("", inner):
        text = re.sub(rf"(?<![A-Za-z_λ]){re.escape(letter)}(?![A-Za-z_0-9λ])", inner, text)
    # A letter before a bracket is a factor here, and no function.
    text = re.sub(rf"(?<![A-Za-z_]){inner}\s*\(", f"{inner}*(", text)
    request = plain.request(text)
    match request.question:
        case ValueOf(Number(value)):
            row = value
        case ValueOf(Given(matrix)) if isinstance(request.ambient, Polynomials):
            row = matrix.transpose
        case _:
            raise NotRead("input.wrong-sort", _DUE)
    return Answer(row, polynomial_text(entries(row)[0], letter or "x"), notes)


def _right_side(text: str) -> tuple[str, tuple[str, ...]]:
    """Leave out p(t) = before the polynomial, and = 0 behind it."""
    sides = split_outside(text, "=")
    if len(sides) > 1 and sides[-1] == "0":
        return sides[-2], ("read the polynomial of the equation",)
    return (sides[-1] if sides else text), ()


def _letter(setting: Setting, text: str) -> str:
    """Find the one letter of the polynomial; none for a constant."""
    taken = {*quantity_names(setting.over.ring), "i"}
    found = set()
    for node in walk(parsed(text)):
        name = node.text if isinstance(node, Name) else ""
        name = node.function if isinstance(node, Call) else name
        if name and name not in taken and name != "sqrt":
            found.add("λ" if name == "lambda" else name)
    long = [name for name in found if len(name) > 1]
    if long:
        raise NotRead("input.unknown-letter", f"{_DUE}; {long[0][:40]} is no letter")
    if len(found) > 1:
        shown = ", ".join(sorted(found))
        raise NotRead("input.unknown-letter", f"{_DUE}; these letters are there: {shown}")
    return found.pop() if found else ""
