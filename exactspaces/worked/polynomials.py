"""Polynomials in one letter as formulas."""

from exactspaces.fields import entries
from exactspaces.kernel import Matrix
from exactspaces.rendering.formulas import Formula, Num, Raised, Sym
from exactspaces.worked.notation import Term, multiple, split_sign, total


def polynomial_formula(coefficients: Matrix, letter: str) -> Formula:
    """Give c_n x^n + ... + c_0 for coefficients in a row, from the constant term up."""
    terms: list[Term] = []
    for power, c in reversed(list(enumerate(entries(coefficients)[0]))):
        if c:
            sign, size = split_sign(c)
            terms.append((sign, multiple(size, _power(letter, power)) if power else Num(size)))
    return total(terms)


def _power(letter: str, power: int) -> Formula:
    return Sym(letter) if power == 1 else Raised(Sym(letter), Num(power))
