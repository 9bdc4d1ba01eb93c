"""Polynomials in one unknown, as lists of numbers from the constant term up."""

from collections.abc import Sequence

from exactspaces.fields.numbers import Scalar


def polynomial_text(coefficients: Sequence[Scalar], variable: str = "x") -> str:
    """Write a polynomial, highest power first.

    >>> from exactspaces.fields import QQ, number
    >>> polynomial_text([number(QQ, -4), number(QQ, -3), number(QQ, 1)])
    'x^2 - 3*x - 4'
    """
    text = ""
    for power, c in reversed(list(enumerate(coefficients))):
        if not c:
            continue
        shown = str(c)
        negative = shown.startswith("-") and " " not in shown
        size = shown.removeprefix("-") if negative else shown
        letter = "" if power == 0 else variable if power == 1 else f"{variable}^{power}"
        size = f"({size})" if " " in size and (letter or text) else size
        body = size if not letter else letter if size == "1" else f"{size}*{letter}"
        sign = ("-" if negative else "") if not text else (" - " if negative else " + ")
        text += sign + body
    return text or "0"
