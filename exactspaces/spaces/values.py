"""The exact value of a formula for given numbers, and whether a condition is true there.

The kernel works the numbers out; what it cannot work out stays as it is written.
"""

from collections.abc import Mapping

from exactspaces.kernel.errors import KernelError
from exactspaces.kernel.finite import (
    Arithmetic,
    NoValueError,
    arithmetic,
    decided,
    worked,
)
from exactspaces.kernel.formulas import (
    Apply,
    Condition,
    Constant,
    Domain,
    Finite,
    Formula,
    Variable,
)
from exactspaces.kernel.scalars import Extension, PrimeField
from exactspaces.kernel.settings import Setting, Undefined
from exactspaces.kernel.valuation import assume, truth, value
from exactspaces.spaces.normal import formula_of


def value_of(formula: Formula, domain: Domain) -> Formula | None:
    """Give the value of a formula without variables, short; None where it has no value.

    >>> from exactspaces.kernel.formulas import Reals
    >>> value_of(Apply("+", (Constant(1), Constant(1, 2))), Reals())
    Constant(numerator=3, denominator=2)
    """
    try:
        if isinstance(domain, Finite):
            return element(worked(formula, {}, _field(domain))(()), domain)
        return formula_of(value(Setting({}), formula))
    except (Undefined, NoValueError):
        return None
    except KernelError:
        return formula


def element_of(
    formula: Formula, values: Mapping[str, Formula], domains: Mapping[str, Domain], to: Finite
) -> Formula | None:
    """Give the value of a formula on finite sets; `to` is where it lies."""
    fields = [d for d in (to, *domains.values()) if isinstance(d, PrimeField | Extension)]
    field = arithmetic(fields[0]) if fields else None
    places = {name: place for place, name in enumerate(values)}
    try:
        numbers = tuple(worked(x, {}, _field(domains[n]))(()) for n, x in values.items())
        return element(worked(formula, places, field)(numbers), to)
    except NoValueError:
        return None
    except KernelError:
        return formula


def simplified(
    formula: Formula, domains: Mapping[str, Domain], hypotheses: tuple[Condition, ...] = ()
) -> Formula:
    """Give the normal form of a formula under hypotheses; the formula itself without one."""
    if any(isinstance(domain, Finite) for domain in domains.values()):
        return formula
    setting = Setting(dict(domains))
    try:
        assume(setting, hypotheses)
        return formula_of(value(setting, formula))
    except KernelError:
        return formula


def is_true(condition: Condition, domain: Domain) -> bool | None:
    """Say whether a condition without variables is true; None when that is not seen."""
    try:
        if isinstance(domain, Finite):
            return bool(decided(condition, {}, _field(domain))(()))
        return truth(Setting({}), condition)
    except Undefined:
        return False
    except KernelError:
        return None


def _field(domain: Domain) -> Arithmetic | None:
    return arithmetic(domain) if isinstance(domain, PrimeField | Extension) else None


def element(number: int, domain: Finite) -> Formula:
    """Give the element with this number: a residue, a label, or a polynomial in the generator."""
    field = _field(domain)
    if field is None or field.generator is None:
        return Constant(number)
    name, p = field.generator
    terms: list[Formula] = []
    for k in range(number.bit_length()):
        number, digit = divmod(number, p)
        power: Formula = Variable(name) if k == 1 else Apply("^", (Variable(name), Constant(k)))
        if digit:
            size = Constant(digit)
            terms.append(size if not k else power if digit == 1 else Apply("*", (size, power)))
    total: Formula = terms[-1] if terms else Constant(0)
    for term in reversed(terms[:-1]):
        total = Apply("+", (total, term))
    return total
