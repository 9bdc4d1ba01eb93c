"""That a list of cases leaves nothing out."""

from collections.abc import Iterator

from exactspaces.kernel import certificates as c
from exactspaces.kernel import claims as s
from exactspaces.kernel.errors import Rejected, require
from exactspaces.kernel.matrices import Matrix
from exactspaces.kernel.polynomials import Polynomial, proportional
from exactspaces.kernel.records import Record
from exactspaces.kernel.scalars import Parameters, Ring

Conditions = tuple[Polynomial, ...]
MAX_FACTORS = 100


def rings_of(claim: s.Claim) -> set[Ring]:
    """Give the rings of all matrices in the claim."""
    return {matrix.ring for matrix in matrices_in(claim)}


def matrices_in(value: object) -> Iterator[Matrix]:
    """Give the matrices in a claim, a term, an operation or a tuple of these, as written."""
    if isinstance(value, Matrix):
        yield value
    elif isinstance(value, tuple | Record):
        for item in value if isinstance(value, tuple) else value.values:
            yield from matrices_in(item)


def check_cover(claim: s.Cases, tree: c.Coverage) -> None:
    """Refuse unless the tree reaches a case at every point of the ring of the claim."""
    ring = claim.ring
    require(not ring.zero, "the points are all those where stated polynomials do not vanish")
    for case in claim.cases:
        same = case.ring.field == ring.field and case.ring.names == ring.names
        require(same, "a case has other parameters")
    _walk(claim, tree, ring.zero, ring.nonzero)


def _walk(claim: s.Cases, tree: c.Coverage, zero: Conditions, nonzero: Conditions) -> None:
    ring = claim.ring
    if isinstance(tree, c.Split):
        _split(claim, tree, zero, nonzero)
    elif isinstance(tree, c.Reached):
        require(0 <= tree.case < len(claim.cases), "there is no such case")
        case = claim.cases[tree.case].ring
        met = set(case.zero) <= set(zero) and set(case.nonzero) <= set(nonzero)
        require(met, "a condition of the case is not met there")
    elif isinstance(tree, c.Empty):
        here, total = Parameters(ring.field, ring.names, (), (), nonzero), ring.integer(0)
        coefficients = _entries(ring, tree.coefficients)
        require(len(coefficients) == len(zero), "one coefficient for each equation is due")
        for x, f in zip(coefficients, zero, strict=True):
            total = ring.add(total, ring.multiply(x, f))
        require(here.is_unit(total), "the branch is not shown to be empty")
    else:
        raise Rejected("this is no tree of cases")


def _split(claim: s.Cases, tree: c.Split, zero: Conditions, nonzero: Conditions) -> None:
    require(tree.polynomial.width == 1, "a split is at one polynomial")
    (whole,) = _entries(claim.ring, tree.polynomial)
    factors = _entries(claim.ring, tree.factors)
    require(len(factors) == len(tree.exponents) == len(tree.vanishing), "one tree for each factor")
    good = min(tree.exponents) > 0 and sum(tree.exponents) <= MAX_FACTORS
    require(good, f"exponents are positive, and together at most {MAX_FACTORS}")
    product = claim.ring.integer(1)
    for factor, exponent in zip(factors, tree.exponents, strict=True):
        for _ in range(exponent):
            product = claim.ring.multiply(product, factor)
    equal = proportional(product, whole, claim.ring.characteristic)
    require(equal, "the factors do not give the polynomial")
    _walk(claim, tree.nonzero, zero, (*nonzero, *factors, whole))
    for factor, branch in zip(factors, tree.vanishing, strict=True):
        _walk(claim, branch, (*zero, factor), nonzero)


def _entries(ring: Parameters, matrix: Matrix) -> tuple[Polynomial, ...]:
    require(matrix.ring == ring and matrix.height == 1 and matrix.width > 0, "one row is due")
    require(matrix.denominator == 1 and not any(matrix.powers), "conditions are polynomials")
    return tuple(matrix.rows[0])
