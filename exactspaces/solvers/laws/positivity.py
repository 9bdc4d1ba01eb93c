"""Inequalities as non-negative combinations of products of hypotheses and squares (Handelman)."""

from fractions import Fraction
from itertools import combinations, combinations_with_replacement
from typing import Any

from exactspaces.kernel import formulas as f
from exactspaces.kernel import sums as s
from exactspaces.kernel.errors import KernelError
from exactspaces.kernel.formulas import Formula
from exactspaces.kernel.settings import POSITIVE, Setting
from exactspaces.kernel.statements import Cofactors, ForAll, Lemma, Normalised, Positive
from exactspaces.kernel.sums import Sum
from exactspaces.kernel.universal import comparisons
from exactspaces.kernel.valuation import value
from exactspaces.solvers.laws.build import ONE, ZERO, Deadline, constant, mul, power, sub
from exactspaces.solvers.laws.factoring import setting_of, written
from exactspaces.solvers.laws.simplex import nonnegative

ORDER = {">": 1, ">=": 1, "<": -1, "<=": -1}
MAX_PRODUCTS, MAX_SQUARES = 160, 40


def upward(setting: Setting, one: f.Compare) -> Sum:
    """Give the difference that an inequality says to be >= 0 or > 0."""
    difference = s.minus(value(setting, one.left), value(setting, one.right))
    return s.scaled(difference, ORDER[one.relation])


def find_positive(claim: ForAll, deadline: Deadline) -> Positive | None:
    """Give a certificate that the inequality claimed is a combination of hypotheses."""
    goal = claim.conclusion
    if not isinstance(goal, f.Compare) or goal.relation not in ORDER:
        return None
    try:
        setting = setting_of(claim)
        target, below = s.cleared(upward(setting, goal))
        if any(k % 2 and setting.sign(a[1]) != POSITIVE for a, k in below.items()):
            return None
        known = _known(setting, claim)
    except KernelError:
        return None
    factor = mul(*(power(written(a[1]), constant(k)) for a, k in below.items()))
    terms = _combined(target, known, deadline)
    if terms is None:
        other = _conjugate(target)
        if other is None or setting.sign(other) != POSITIVE:
            return None
        factor = mul(factor, written(other))
        terms = _combined(s.cleared(s.times(target, other))[0], known, deadline)
    return None if terms is None else Positive(factor, terms)


Terms = tuple[tuple[Formula, tuple[int, ...], Formula], ...]


def _combined(target: Sum, known: list[tuple[int, Sum]], deadline: Deadline) -> Terms | None:
    """Write the target with products of what is known and squares."""
    products = _products(known)
    columns: list[tuple[tuple[int, ...], Sum, Sum]] = []
    for places, one, _ in products:
        columns.append((places, s.ONE, one))
    for root in _squares(target, [x for _, x, _ in products[:24]]):
        square = s.times(root, root)
        columns.append(((), root, square))
        columns += [(p, root, s.times(square, x)) for p, x, n in products if 0 < n <= 1]
    terms = nonnegative([dict(x) for _, _, x in columns], dict(target), deadline.passed)
    if terms is None:
        return None
    return tuple(
        (constant(c), places, written(root))
        for c, (places, root, _) in zip(terms, columns, strict=True)
        if c
    )


def _conjugate(target: Sum) -> Sum | None:
    """Give Q - P for a sum P + Q, where Q has the terms with roots."""
    rooted = [any(s.constant_of(e) != s.whole_part(e) for _, e in m) for m, _ in target]
    if not any(rooted) or all(rooted):
        return None
    return tuple((m, c if r else -c) for (m, c), r in zip(target, rooted, strict=True))


def find_contradiction(claim: ForAll, deadline: Deadline) -> Lemma | None:
    """Show that the hypotheses exclude each other: products of them, one > 0, add up to 0."""
    try:
        setting = setting_of(claim)
        known = _known(setting, claim)
    except KernelError:
        return None
    relations = [x.relation for x in comparisons(claim.hypotheses)]
    products = [x for x in _products(known, 2) if x[2]]
    columns: list[dict[Any, Fraction]] = []
    for places, one, _ in products:
        strict = all(relations[k] in ("<", ">") for k in places)
        columns.append({"strict": Fraction(int(strict))} | dict[Any, Fraction](one))
    terms = nonnegative(columns, {"strict": Fraction(1)}, deadline.passed) if columns else None
    if terms is None:
        return None
    chosen = tuple(
        (constant(c), places, ONE) for c, (places, _, _) in zip(terms, products, strict=True) if c
    )
    return Lemma(f.Compare(">", ZERO, ZERO), Positive(ONE, chosen), Normalised())


def _known(setting: Setting, claim: ForAll) -> list[tuple[int, Sum]]:
    found: list[tuple[int, Sum]] = []
    for place, one in enumerate(comparisons(claim.hypotheses)):
        if one.relation in ORDER:
            try:
                difference = upward(setting, one)
            except KernelError:
                continue
            if difference and all(x != difference for _, x in found):
                found.append((place, difference))
    return found[:10]


def _products(
    known: list[tuple[int, Sum]], most: int = 3
) -> list[tuple[tuple[int, ...], Sum, int]]:
    found: list[tuple[tuple[int, ...], Sum, int]] = [((), s.ONE, 0)]
    for degree in range(1, most + 1):
        for chosen in combinations_with_replacement(known, degree):
            if len(found) >= MAX_PRODUCTS:
                return found
            one = s.product(*(x for _, x in chosen))
            found.append((tuple(p for p, _ in chosen), one, degree))
    return found


_NEAR = (Fraction(1), Fraction(-1), Fraction(1, 2), Fraction(-1, 2))


def _squares(target: Sum, others: list[Sum]) -> list[Sum]:
    """Give sums worth squaring: the halves of the monomials, and sums of two of them."""
    monomials: dict[s.Monomial, None] = {}
    for one in (target, *others):
        for monomial, _ in one:
            parts = [(a, e, s.constant_of(e)) for a, e in monomial]
            halves = [
                (a, s.number(c // 2)) for a, _, c in parts if c is not None and c.denominator == 1
            ]
            if len(halves) == len(parts):
                monomials[tuple((a, e) for a, e in halves if e)] = None
            for a, e, c in parts:
                if c == 1:
                    monomials[((a, e),)] = None
    monomials.pop((), None)
    bare = [((m, Fraction(1)),) for m in list(monomials)[:8]]
    roots: list[Sum] = list(bare)
    for x in bare:
        roots += [s.plus(x, s.number(c)) for c in _NEAR]
    for x, y in combinations(bare, 2):
        roots += [s.plus(x, s.scaled(y, c)) for c in _NEAR]
    return roots[:MAX_SQUARES]


def find_cofactors(claim: ForAll, deadline: Deadline) -> Cofactors | None:
    """Give multipliers of the equations among the hypotheses that make up the one claimed."""
    goal = claim.conclusion
    equations = [x for x in comparisons(claim.hypotheses) if x.relation == "="]
    if not isinstance(goal, f.Compare) or goal.relation != "=" or not equations:
        return None
    try:
        setting = setting_of(claim)
        target, below = s.cleared(value(setting, sub(goal.left, goal.right)))
        sides = [value(setting, sub(x.left, x.right)) for x in equations]
        if not all(setting.is_nonzero(a[1]) for a in below):
            return None
    except KernelError:
        return None
    columns, labels = [], []
    for place, side in enumerate(sides):
        for monomial in _quotients(target, side):
            product = s.times(side, ((monomial, Fraction(1)),))
            for sign in (1, -1):
                columns.append(dict(s.scaled(product, sign)))
                labels.append((place, s.scaled(((monomial, Fraction(1)),), sign)))
    found = nonnegative(columns, dict(target), deadline.passed)
    if found is None:
        return None
    multipliers = [s.ZERO] * len(sides)
    for c, (place, one) in zip(found, labels, strict=True):
        multipliers[place] = s.plus(multipliers[place], s.scaled(one, c))
    factor: Formula = mul(ONE, *(power(written(a[1]), constant(k)) for a, k in below.items()))
    return Cofactors(factor, tuple(map(written, multipliers)))


def _quotients(target: Sum, side: Sum) -> list[s.Monomial]:
    """Give monomials m for which m * side may occur: quotients of terms, and what they lead to."""
    found: dict[s.Monomial, None] = {}
    reach = [m for m, _ in target]
    for _ in range(2):
        more = []
        for m in reach:
            for n, _ in side:
                quotient = _quotient(m, n)
                if quotient is not None and quotient not in found and len(found) < 60:
                    found[quotient] = None
                    more += [x for x, _ in s.times(side, ((quotient, Fraction(1)),))]
        reach = more
    return list(found)


def _quotient(m: s.Monomial, n: s.Monomial) -> s.Monomial | None:
    exponents = dict(m)
    for a, e in n:
        left = s.minus(exponents.get(a, s.ZERO), e)
        c = s.constant_of(left)
        if c is None or c < 0:
            return None
        exponents[a] = left
    return tuple((a, e) for a, e in sorted(exponents.items()) if e)
