"""The names of the generators of number fields as formulas: i, sqrt(2), sqrt(2+sqrt(2))."""

import re

from exactspaces.rendering.formulas import Digits, Formula, Group, Join, Raised, Root, Sum, Sym

_TOKEN = re.compile(r"\d+|[^\W\d]\w*|[-+*^()]")
_ROOT = re.compile(r"sqrt\(.*\)")


def generator_formula(name: str) -> Formula:
    """Give the formula for a generator; a name that is not a root stays a name.

    >>> generator_formula("sqrt(5)")
    Root(part=Digits(text='5'), index=2)
    """
    if not _ROOT.fullmatch(name):
        return Sym(name)
    reader = _Reader(_TOKEN.findall(name))
    try:
        formula = reader.sum()
    except (IndexError, RecursionError):
        return Sym(name)
    return Sym(name) if reader.tokens else formula


class _Reader:
    """Reads sums of products of powers of numbers, names and roots."""

    def __init__(self, tokens: list[str]) -> None:
        self.tokens = tokens

    def _take(self, *wanted: str) -> bool:
        if self.tokens and self.tokens[0] in wanted:
            del self.tokens[0]
            return True
        return False

    def sum(self) -> Formula:
        terms: list[tuple[str, Formula]] = []
        sign = "-" if self._take("-") else "+"
        while True:
            terms.append((sign, self._product()))
            if self._take("+"):
                sign = "+"
            elif self._take("-"):
                sign = "-"
            else:
                break
        if len(terms) == 1 and terms[0][0] == "+":
            return terms[0][1]
        return Sum(tuple(("-" if s == "-" else "+", term) for s, term in terms))

    def _product(self) -> Formula:
        factors = [self._power()]
        while self._take("*"):
            factors.append(self._power())
        return Join("", tuple(factors)) if len(factors) > 1 else factors[0]

    def _power(self) -> Formula:
        base = self._atom()
        return Raised(base, self._atom()) if self._take("^") else base

    def _atom(self) -> Formula:
        word = self.tokens.pop(0)
        if word.isdigit():
            return Digits(word)
        if word != "(":
            if word != "sqrt" or not self._take("("):
                return Sym(word)
            inner: Formula = self.sum()
            self._take(")")
            return Root(inner)
        inner = self.sum()
        self._take(")")
        return Group(inner)
