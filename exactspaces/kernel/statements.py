"""Statements about all values of some quantities, and the evidence for them."""

from exactspaces.kernel.certificates import Certificate
from exactspaces.kernel.claims import Claim
from exactspaces.kernel.errors import demand
from exactspaces.kernel.forms import check_fields
from exactspaces.kernel.formulas import Condition, Formula, Quantity
from exactspaces.kernel.replacing import variables_in
from exactspaces.kernel.scalars import Extension


class Quantified(Claim):
    """A statement about the values of quantities that fulfil hypotheses.

    Every variable in it is one of the quantities, the imaginary unit `i`, or the generator of the
    finite field that a quantity runs over.
    """

    quantities: tuple[Quantity, ...]
    hypotheses: tuple[Condition, ...]
    conclusion: Condition

    def __post_init__(self) -> None:
        check_fields(self)
        names = [quantity.name for quantity in self.quantities]
        domains = [quantity.domain for quantity in self.quantities]
        constants = {"i", *(x.names[0] for x in domains if isinstance(x, Extension))}
        demand(len({*names, *constants}) == len(names) + len(constants), "a name has two meanings")
        free = variables_in((self.hypotheses, self.conclusion)) - {*names, *constants}
        demand(not free, f"{', '.join(sorted(free))}: not among the quantities")


class ForAll(Quantified):
    """For all values of the quantities with the hypotheses, the conclusion is true.

    So the formulas in the conclusion have values whenever the hypotheses are true.
    """


class NotForAll(Quantified):
    """For some values of the quantities with the hypotheses, the conclusion is not true."""


class Normalised(Certificate):
    """The normal forms of both sides, and what the hypotheses say of signs.

    Each of `products` lists formulas with exponents: a factorisation the normal forms may use.
    """

    products: tuple[tuple[tuple[Formula, int], ...], ...] = ()


class RunThrough(Certificate):
    """Nothing: all values are tried, on finite domains."""


class Instance(Certificate):
    """A value for each quantity, in their order."""

    point: tuple[Formula, ...]


class Severally(Certificate):
    """A proof for each condition of a conclusion that consists of several."""

    proofs: tuple[Certificate, ...]


class Alternative(Certificate):
    """The position (from 0) of a condition among those of which one is enough, and its proof."""

    index: int
    proof: Certificate


class Signs(Certificate):
    """Proofs for the cases that a real formula is negative, zero and positive."""

    formula: Formula
    negative: Certificate
    zero: Certificate
    positive: Certificate


class Vanishing(Certificate):
    """Proofs for the cases that a formula is zero and that it is not."""

    formula: Formula
    zero: Certificate
    nonzero: Certificate


class Lemma(Certificate):
    """A condition with its proof, and a proof of the conclusion that uses it as a hypothesis."""

    condition: Condition
    proof: Certificate
    rest: Certificate


class Cofactors(Certificate):
    """(left - right) * factor is the sum of multiples of the hypotheses that are equations."""

    factor: Formula
    multipliers: tuple[Formula, ...]


class Positive(Certificate):
    """(left - right) * factor is a sum of numbers times hypotheses times squares.

    `terms` has a positive number, the positions (from 0) of hypotheses that are inequalities with
    a difference >= 0 or > 0, and the formula that is squared.
    """

    factor: Formula
    terms: tuple[tuple[Formula, tuple[int, ...], Formula], ...]


class Substitution(Certificate):
    """Other quantities, of which the old ones are formulas.

    `old` has a formula in the new quantities for each old one, `new` a formula in the old
    quantities for each new one. `onto` proves that these values of the new quantities fulfil their
    hypotheses and give back the old ones; `proof` proves the statement about the new quantities.
    """

    quantities: tuple[Quantity, ...]
    hypotheses: tuple[Condition, ...]
    old: tuple[Formula, ...]
    new: tuple[Formula, ...]
    onto: Certificate
    proof: Certificate
