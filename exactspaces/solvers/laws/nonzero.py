"""Proofs that a product is not zero because none of its factors is.

Where d = f1^k1 f2^k2 ... were zero, dividing by one factor after the other that is not zero would
leave a factor that is zero, against what is known of it.
"""

from exactspaces.kernel import formulas as f
from exactspaces.kernel import statements as st
from exactspaces.kernel import sums as s
from exactspaces.kernel.certificates import Certificate
from exactspaces.kernel.errors import KernelError
from exactspaces.kernel.statements import ForAll
from exactspaces.kernel.universal import comparisons
from exactspaces.kernel.valuation import value
from exactspaces.solvers.laws.build import ONE, ZERO, constant, mul, sub
from exactspaces.solvers.laws.factoring import factors_of, setting_of

MAX_FACTORS = 6


def by_factors(claim: ForAll, left: f.Formula, right: f.Formula) -> Certificate | None:
    """Give evidence for left != right where the difference has known factors, or None."""
    try:
        setting = setting_of(claim)
        whole = s.cleared(s.minus(value(setting, left), value(setting, right)))[0]
        factors = [factor for factor, k in factors_of(whole) or () for _ in range(k)]
        if not 2 <= len(factors) <= MAX_FACTORS:
            return None
        product = s.product(*(value(setting, factor) for factor in factors))
    except KernelError:
        return None
    if not product or product[0][0] != whole[0][0]:
        return None
    first = constant(product[0][1] / whole[0][1])
    difference = sub(left, right)
    equations = sum(x.relation == "=" for x in comparisons(claim.hypotheses)) + 1
    proof: Certificate = st.Normalised()
    steps = [
        (factors[k], f.Compare("=", mul(*factors[k + 1 :]), ZERO)) for k in range(len(factors) - 1)
    ]
    for place, (factor, rest) in reversed(list(enumerate(steps))):
        zeros = (ZERO,) * (equations + place - 1)
        multiplier = ONE if place else first
        proof = st.Lemma(rest, st.Cofactors(factor, (*zeros, multiplier)), proof)
    return st.Vanishing(difference, proof, st.Normalised())
