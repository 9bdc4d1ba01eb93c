"""Polynomials, as lists of numbers from the constant term up, and other sums, as texts."""

from collections.abc import Sequence

from exactspaces.fields.numbers import Scalar


def polynomial_text(coefficients: Sequence[Scalar], variable: str = "x") -> str:
    """Write a polynomial, highest power first.

    >>> from exactspaces.fields import QQ, number
    >>> polynomial_text([number(QQ, -4), number(QQ, -3), number(QQ, 1)])
    'x^2 - 3*x - 4'
    """
    letters = ["", variable, *(f"{variable}^{k}" for k in range(2, len(coefficients)))]
    return combination_text(coefficients[::-1], letters[: len(coefficients)][::-1])


def combination_text(coefficients: Sequence[Scalar], names: Sequence[str]) -> str:
    """Write a sum of multiples of named things; the name of 1 is empty.

    >>> from exactspaces.fields import QQ, number
    >>> combination_text([number(QQ, 2), number(QQ, 0), number(QQ, -1)], ["v1", "v2", "v3"])
    '2*v1 - v3'
    """
    text = ""
    for c, letter in zip(coefficients, names, strict=True):
        if not c:
            continue
        shown = str(c)
        negative = shown.startswith("-") and " " not in shown
        size = shown.removeprefix("-") if negative else shown
        size = f"({size})" if " " in size and (letter or text) else size
        body = size if not letter else letter if size == "1" else f"{size}*{letter}"
        sign = ("-" if negative else "") if not text else (" - " if negative else " + ")
        text += sign + body
    return text or "0"
