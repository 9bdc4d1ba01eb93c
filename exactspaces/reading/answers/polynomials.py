"""Polynomials in one letter, in any usual notation: expanded, factored, as an equation."""

import re

from exactspaces.errors import ExactSpacesError
from exactspaces.fields import entries
from exactspaces.fields.polynomials import polynomial_text
from exactspaces.fields.texts import quantity_names
from exactspaces.kernel import Given, Matrix, Number
from exactspaces.kernel.matrices import equal
from exactspaces.questions import ValueOf
from exactspaces.reading.answers.pieces import split_outside
from exactspaces.reading.answers.setting import Answer, NotRead, Setting, cleaned, parsed
from exactspaces.reading.answers.values import padded
from exactspaces.reading.bindings import carried
from exactspaces.reading.expansion import walk
from exactspaces.reading.grammar.syntax import Call, Name
from exactspaces.spaces import Polynomials

_LETTERS = ("x", "t", "s", "z")
_MOST_SIDES = 10
_DUE = "a polynomial in one letter is due, such as t^2 - 3t + 2"


def read_polynomial(setting: Setting, text: str) -> Answer:
    """Read a polynomial as its coefficients from the constant term up, in one row.

    >>> from exactspaces.fields.names import read_over
    >>> read_polynomial(Setting(read_over("QQ"), {}), "p(λ) = (λ - 1)(λ + 2)").echo
    'λ^2 + λ - 2'
    """
    plain = Setting(setting.over, {}, None)
    *others, last = _sides(re.sub(r"\\lambda\b|(?<![A-Za-z_])lambda\b", "λ", cleaned(text)))
    row, letter = _coefficients(plain, last)
    if not all(_is_name(plain, side, row, letter) for side in others if side != "0"):
        message = "read as an equation between polynomials that differ; bring all to one side"
        raise NotRead("input.two-readings", message)
    notes = ("read the polynomial of the equation",) if "0" in others else ()
    return Answer(row, polynomial_text(entries(row)[0], letter or "x"), notes)


def _sides(text: str) -> list[str]:
    """Split at equality signs; the last side is the polynomial, also of one that is = 0."""
    sides = split_outside(text, "=") or [text]
    if len(sides) > _MOST_SIDES:
        raise NotRead("input.too-long", f"at most {_MOST_SIDES} equal expressions are read")
    return ["0", *sides[:-1]] if len(sides) > 1 and sides[-1] == "0" else sides


def _is_name(setting: Setting, side: str, row: Matrix, letter: str) -> bool:
    """Say whether what stands before the polynomial is a name for it, such as p(t), or equal."""
    try:
        mine, other = _coefficients(setting, side)
    except NotRead:
        return True
    if other and other != letter and (letter or side == other):
        return True
    width = max(mine.width, row.width)
    mine, row = (padded(one, width) for one in (mine, row))
    for one, two in ((mine, row), (row, mine)):
        try:
            return equal(one, carried(two, one.ring))
        except ExactSpacesError:  # the other of the two fields is the larger one
            continue
    return False


def _coefficients(plain: Setting, text: str) -> tuple[Matrix, str]:
    """Give the coefficients of one expression in a row, and its letter."""
    letter = _letter(plain, text)
    taken = quantity_names(plain.over.ring)
    inner = next(x for x in _LETTERS if x not in taken)
    if letter not in ("", inner):
        text = re.sub(rf"(?<![A-Za-z_λ]){re.escape(letter)}(?![A-Za-z_0-9λ])", inner, text)
    # A letter before a bracket is a factor here, and no function.
    text = re.sub(rf"(?<![A-Za-z_]){inner}\s*\(", f"{inner}*(", text)
    request = plain.request(text)
    match request.question:
        case ValueOf(Number(value)):
            return value, letter
        case ValueOf(Given(matrix)) if isinstance(request.ambient, Polynomials):
            return matrix.transpose, letter
    raise NotRead("input.wrong-sort", _DUE)


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
