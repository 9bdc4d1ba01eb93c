"""Rules for statements about all values of some quantities."""

from itertools import product as combinations
from math import prod

from exactspaces.kernel import formulas as f
from exactspaces.kernel import statements as st
from exactspaces.kernel import sums as s
from exactspaces.kernel.errors import Rejected, require
from exactspaces.kernel.finite import Arithmetic, Worked, arithmetic, decided, size_of, worked
from exactspaces.kernel.powers import learn_product
from exactspaces.kernel.replacing import replaced
from exactspaces.kernel.rules import RULES, prove
from exactspaces.kernel.scalars import Extension, PrimeField
from exactspaces.kernel.settings import Setting
from exactspaces.kernel.sums import Sum
from exactspaces.kernel.valuation import assume, truth, value

MAX_CASES = 5_000_000


def _setting(claim: st.Quantified) -> Setting:
    """Give what the hypotheses state, for numbers of characteristic 0."""
    for quantity in claim.quantities:
        finite = isinstance(quantity.domain, f.Finite)
        require(not finite, "normal forms are for numbers of characteristic 0")
    setting = Setting({quantity.name: quantity.domain for quantity in claim.quantities})
    for _ in range(2):  # the second time with what the last hypotheses say of the first ones
        assume(setting, claim.hypotheses)
    if setting.solved:  # what was stated before an equation was used is said once more with it
        assume(setting, claim.hypotheses)
    return setting


def _under(claim: st.ForAll, *more: f.Condition) -> st.ForAll:
    return st.ForAll(claim.quantities, (*claim.hypotheses, *more), claim.conclusion)


def _concluding(claim: st.ForAll, conclusion: f.Condition) -> st.ForAll:
    return st.ForAll(claim.quantities, claim.hypotheses, conclusion)


def by_normal_forms(claim: st.ForAll, proof: st.Normalised) -> None:
    """Equal normal forms are equal values; signs are read off terms and hypotheses.

    When the hypotheses contradict each other there is nothing to show.
    """
    setting = _setting(claim)
    if any(_is_contradicted(setting, *fact) for fact in setting.facts):
        return
    for factors in proof.products:
        learn_product(setting, tuple((value(setting, x), k) for x, k in factors))
    require(truth(setting, claim.conclusion), "the normal forms do not show the conclusion")


def _is_contradicted(setting: Setting, relation: str, one: Sum) -> bool:
    """Say whether the facts together do not allow the sum to have this relation to zero."""
    match relation:
        case "=":
            return setting.is_nonzero(one)
        case "!=":
            return setting.vanishes(one)
        case ">":
            return setting.sign(s.scaled(one, -1)) is not None
    return setting.sign(s.scaled(one, -1)) == ">"


def severally(claim: st.ForAll, proof: st.Severally) -> None:
    """Several conditions are true when each is."""
    conclusion = claim.conclusion
    if not isinstance(conclusion, f.Every):
        raise Rejected("the conclusion does not consist of several conditions")
    require(len(conclusion.conditions) == len(proof.proofs), "one proof for each condition is due")
    for condition, evidence in zip(conclusion.conditions, proof.proofs, strict=True):
        prove(_concluding(claim, condition), evidence)


def by_alternative(claim: st.ForAll, proof: st.Alternative) -> None:
    """At least one of several conditions is true when the named one is."""
    conclusion = claim.conclusion
    if not isinstance(conclusion, f.Some):
        raise Rejected("the conclusion offers no alternatives")
    require(0 <= proof.index < len(conclusion.conditions), "there is no such alternative")
    prove(_concluding(claim, conclusion.conditions[proof.index]), proof.proof)


def by_signs(claim: st.ForAll, proof: st.Signs) -> None:
    """A real number is negative, zero or positive. The formula is shown to have a real value."""
    setting, zero = _setting(claim), f.Constant(0)
    require(setting.is_real(value(setting, proof.formula)), "the formula is not shown to be real")
    cases = ("<", proof.negative), ("=", proof.zero), (">", proof.positive)
    for relation, evidence in cases:
        prove(_under(claim, f.Compare(relation, proof.formula, zero)), evidence)


def by_vanishing(claim: st.ForAll, proof: st.Vanishing) -> None:
    """A number is zero or not. The formula is shown to have a value."""
    zero = f.Constant(0)
    value(_setting(claim), proof.formula)
    prove(_under(claim, f.Compare("=", proof.formula, zero)), proof.zero)
    prove(_under(claim, f.Compare("!=", proof.formula, zero)), proof.nonzero)


def by_lemma(claim: st.ForAll, proof: st.Lemma) -> None:
    """What holds for all values may be used as a hypothesis."""
    prove(_concluding(claim, proof.condition), proof.proof)
    prove(_under(claim, proof.condition), proof.rest)


def by_cofactors(claim: st.ForAll, proof: st.Cofactors) -> None:
    """A product with a factor that is not zero vanishes, so the difference does.

    The factor times the difference is a combination of differences that the hypotheses make zero.
    """
    setting = _setting(claim)
    equations = [x for x in comparisons(claim.hypotheses) if x.relation == "="]
    require(len(equations) == len(proof.multipliers), "one multiplier for each equation is due")
    total = s.ZERO
    for equation, multiplier in zip(equations, proof.multipliers, strict=True):
        total = s.plus(total, s.times(_difference(setting, equation), value(setting, multiplier)))
    goal, factor = _goal(claim, "="), value(setting, proof.factor)
    require(setting.is_nonzero(factor), "the factor is not shown to be different from zero")
    left = s.times(_difference(setting, goal), factor)
    require(s.is_zero(s.minus(left, total)), "the combination is not the difference of the sides")


def by_products(claim: st.ForAll, proof: st.Positive) -> None:
    """A product with a positive factor is a sum of terms >= 0, one of them > 0 if that is claimed.

    Each term is a positive number times differences that the hypotheses make >= 0 or > 0, times
    the square of a real number.
    """
    setting, hypotheses = _setting(claim), comparisons(claim.hypotheses)
    total, positive = s.ZERO, False
    for number, places, root in proof.terms:
        c, square = value(setting, number), value(setting, root)
        require(setting.sign(c) == ">" and s.is_independent(c), "a number is not positive")
        require(setting.is_real(square), "a square is not of a real number")
        strict = setting.is_nonzero(square)
        term = s.product(c, square, square)
        for place in places:
            require(0 <= place < len(hypotheses), "there is no such hypothesis")
            relation, difference = _upward(setting, hypotheses[place])
            term, strict = s.times(term, difference), strict and relation == ">"
        total, positive = s.plus(total, term), positive or strict
    goal = claim.conclusion
    if not isinstance(goal, f.Compare):
        raise Rejected("the conclusion is no inequality")
    relation, difference = _upward(setting, goal)
    factor = value(setting, proof.factor)
    require(setting.sign(factor) == ">", "the factor is not shown to be positive")
    left = s.times(difference, factor)
    require(s.is_zero(s.minus(left, total)), "the terms do not add up to the difference")
    require(positive or relation == ">=", "no term is shown to be positive")


def _upward(setting: Setting, condition: f.Compare) -> tuple[str, Sum]:
    """Give an inequality as a difference that is > or >= 0."""
    difference = _difference(setting, condition)
    require(condition.relation in ("<", "<=", ">", ">="), "an inequality is due")
    require(setting.is_real(difference), "an order is between real numbers")
    if condition.relation in (">", ">="):
        return condition.relation, difference
    return {"<": ">", "<=": ">="}[condition.relation], s.scaled(difference, -1)


def comparisons(conditions: tuple[f.Condition, ...]) -> list[f.Compare]:
    """Give the comparisons among conditions, in the order in which certificates count them."""
    waiting, found = list(reversed(conditions)), []
    while waiting:
        condition = waiting.pop()
        if isinstance(condition, f.Every):
            waiting += reversed(condition.conditions)
        elif isinstance(condition, f.Compare):
            found.append(condition)
    return found


def _difference(setting: Setting, condition: f.Compare) -> Sum:
    return s.minus(value(setting, condition.left), value(setting, condition.right))


def _goal(claim: st.ForAll, relation: str) -> f.Compare:
    goal = claim.conclusion
    if isinstance(goal, f.Compare) and goal.relation == relation:
        return goal
    raise Rejected(f"the conclusion is not of the form x {relation} y")


def by_substitution(claim: st.ForAll, proof: st.Substitution) -> None:
    """Every choice of the old quantities comes from one of the new quantities.

    For values of the old ones with the hypotheses, the stated values of the new ones lie in their
    domains, fulfil their hypotheses, and give back the old ones. So the conclusion, which holds
    with the formulas in the new quantities inserted, holds for the old ones.
    """
    require(len(proof.old) == len(claim.quantities), "one formula for each old quantity is due")
    require(len(proof.new) == len(proof.quantities), "one formula for each new quantity is due")
    names = [quantity.name for quantity in proof.quantities]
    new = dict(zip(names, proof.new, strict=True))
    back = [
        f.Compare("=", replaced(formula, new), f.Variable(quantity.name))
        for formula, quantity in zip(proof.old, claim.quantities, strict=True)
    ]
    inside = [f.Within(new[quantity.name], quantity.domain) for quantity in proof.quantities]
    meets = [replaced(condition, new) for condition in proof.hypotheses]
    prove(_concluding(claim, f.Every((*inside, *meets, *back))), proof.onto)
    old = {q.name: x for q, x in zip(claim.quantities, proof.old, strict=True)}
    conclusion = replaced(claim.conclusion, old)
    prove(st.ForAll(proof.quantities, proof.hypotheses, conclusion), proof.proof)


def by_running_through(claim: st.ForAll, _: st.RunThrough) -> None:
    """Each choice of elements of finite sets is tried."""
    sizes = [size_of(quantity.domain) for quantity in claim.quantities]
    require(prod(sizes) <= MAX_CASES, f"more than {MAX_CASES} cases are not run through")
    test, conclusion = _finite(claim)
    for values in combinations(*map(range, sizes)):
        if test(values):
            require(conclusion(values), "the conclusion is not true in every case")


def _finite(claim: st.Quantified) -> tuple[Worked, Worked]:
    field, places = _finite_field(claim), _places(claim)
    hypotheses = decided(f.Every(claim.hypotheses), places, field)
    return hypotheses, decided(claim.conclusion, places, field)


def _places(claim: st.Quantified) -> dict[str, int]:
    return {quantity.name: place for place, quantity in enumerate(claim.quantities)}


def _finite_field(claim: st.Quantified) -> Arithmetic | None:
    domains = [q.domain for q in claim.quantities if isinstance(q.domain, PrimeField | Extension)]
    require(all(x == domains[0] for x in domains), "the quantities are from different fields")
    return arithmetic(domains[0]) if domains else None


def by_instance(claim: st.NotForAll, proof: st.Instance) -> None:
    """The hypotheses are true for the stated values, and the conclusion is not.

    Values and differences are numbers in a form that shows whether they are zero, and their sign.
    """
    require(len(proof.point) == len(claim.quantities), "one value for each quantity is due")
    if claim.quantities and all(isinstance(q.domain, f.Finite) for q in claim.quantities):
        _finite_instance(claim, proof)
        return
    setting = Setting({})
    values = {q.name: x for q, x in zip(claim.quantities, proof.point, strict=True)}
    domains = [f.Within(values[q.name], q.domain) for q in claim.quantities]
    hypotheses = [replaced(condition, values) for condition in claim.hypotheses]
    require(truth(setting, f.Every((*domains, *hypotheses))), "a hypothesis is not met")
    conclusion = replaced(claim.conclusion, values)
    require(truth(setting, conclusion) is False, "the conclusion is not shown to be false")


def _finite_instance(claim: st.NotForAll, proof: st.Instance) -> None:
    hypotheses, conclusion = _finite(claim)
    field = _finite_field(claim)
    values = []
    for quantity, formula in zip(claim.quantities, proof.point, strict=True):
        labels = isinstance(quantity.domain, f.Labels)
        number = worked(formula, {}, None if labels else field)(())
        require(0 <= number < size_of(quantity.domain), "a value is outside its domain")
        values.append(number)
    require(hypotheses(tuple(values)), "a hypothesis is not met")
    require(not conclusion(tuple(values)), "the conclusion is true there")


RULES.file(
    by_normal_forms, severally, by_alternative, by_signs, by_vanishing, by_lemma, by_cofactors,
    by_products, by_substitution, by_running_through, by_instance,
)  # fmt: skip
