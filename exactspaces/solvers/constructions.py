"""Answers to questions for matrices and vectors with stated properties, and the evidence."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from exactspaces.errors import NoAnswer, NotAField
from exactspaces.fields.conjugation import imaginary_generators
from exactspaces.fields.texts import quantity_names
from exactspaces.kernel import (
    Add,
    AllOf,
    Augmented,
    Certificate,
    Claim,
    Computed,
    Diagonal,
    Each,
    Equal,
    Given,
    Matrix,
    Number,
    Parameters,
    Power,
    Product,
    Scaled,
    Span,
    Trace,
    Transpose,
)
from exactspaces.kernel.matrices import reduced
from exactspaces.kernel.spaces import Space
from exactspaces.questions import Finding
from exactspaces.questions.comparisons import Comparison
from exactspaces.questions.constructions import Construct, Construction
from exactspaces.questions.equations import MatrixEquation
from exactspaces.questions.inner import (
    MinimumNorm,
    Orthogonalised,
    OrthogonalProjector,
    ProjectionOfVector,
    PseudoInverse,
)
from exactspaces.questions.invariant import GeneralizedNull, InvariantComplement
from exactspaces.questions.spectra import (
    SYMBOLIC,
    CayleyHamilton,
    CharacteristicPolynomial,
    KrylovSpace,
    MinimalPolynomial,
)
from exactspaces.questions.symmetric import Adjugate, Cramer, DualBasis, MatrixOfMap
from exactspaces.solvers import (
    comparisons,
    decompositions,
    equations,
    inner,
    invariant,
    krylov,
    lengths,
    linear_maps,
    normal_forms,
    similar,
    singular,
    spectra,
    symmetric,
    truncation,
)
from exactspaces.solvers.bases import without_fractions
from exactspaces.solvers.decisions import full_row_minor, proof_of
from exactspaces.solvers.evidence import LITERAL, evaluate

_LITERALS = {Given, Number}
_COMPUTED = {Add, Augmented, Diagonal, Power, Product, Scaled, Trace, Transpose}

MAKERS: dict[type[Construction], Callable[..., Construct]] = {
    **inner.MAKERS,
    **spectra.MAKERS,
    **similar.MAKERS,
    **normal_forms.MAKERS,
    **symmetric.MAKERS,
    **singular.MAKERS,
    **decompositions.MAKERS,
    **truncation.MAKERS,
    **krylov.MAKERS,
    **linear_maps.MAKERS,
    **invariant.MAKERS,
    **equations.MAKERS,
    **lengths.MAKERS,
    Comparison: lambda question: comparisons.compared(question, _answered),
}


# Those with inner products need to know the conjugate of a parameter, where there is an i.
PAIRING: frozenset[type[Construction]] = frozenset({
    Orthogonalised, OrthogonalProjector, ProjectionOfVector, PseudoInverse, MinimumNorm,
})  # fmt: skip
# Those whose answer is a polynomial in the unknown x.
POLYNOMIALS: frozenset[type[Construction]] = frozenset({
    KrylovSpace, CharacteristicPolynomial, CayleyHamilton, MinimalPolynomial,
})  # fmt: skip
# Methods that ask whether something is zero where it may depend on the parameters, and so split.
SPLITTING: frozenset[type[Construction]] = frozenset({
    *linear_maps.MAKERS, *PAIRING, *POLYNOMIALS, MatrixOfMap, DualBasis, Adjugate, Cramer,
    GeneralizedNull, InvariantComplement, MatrixEquation,
})  # fmt: skip


def find_construction(question: Any) -> Finding:
    """Work out what is given, find the answer, and prove each line of its claim.

    Raises NoAnswer when the method does not reach the answer, or does not split where that depends
    on parameters.
    """
    answer = _answered(question)
    try:
        claim = question.claim(answer)
    except NotAField as error:  # a conjugate that is not worked out
        raise NoAnswer(str(error)) from error
    return Finding(answer, evidence_for(claim))


def _answered(question: Any) -> Construct:
    """Work out what is given, and find the answer."""
    values = tuple(value_of(term) for term in question.terms)
    kind, open_ones = type(question), [v for v in values if isinstance(v.ring, Parameters)]
    conjugates = kind in PAIRING and any(imaginary_generators(v.ring) for v in open_ones)
    if open_ones and (kind not in SPLITTING or conjugates):
        raise NoAnswer("this is not worked out with parameters; give them values")
    if kind in POLYNOMIALS:
        _demand_unknown(open_ones)
    try:
        answer = MAKERS[type(question)](question, *values)
    except NotAField as error:
        raise NoAnswer(str(error)) from error
    return replace(answer, values=values)


def _demand_unknown(values: list[Matrix]) -> None:
    """Refuse a parameter with the name of the unknown, and large matrices with parameters."""
    for value in values:
        if "x" in quantity_names(value.ring):
            raise NoAnswer("the parameter x has the name of the unknown; give it another name")
        if value.height > SYMBOLIC:
            raise NoAnswer(f"with parameters this is worked out up to the size {SYMBOLIC}")


def evidence_for(claim: Claim) -> Certificate:
    """Give the certificate for a claim that should hold; the kernel sees whether it does.

    For equations between terms that are only computed nothing is to be found.
    """
    if isinstance(claim, AllOf):
        return Each(tuple(map(evidence_for, claim.claims)))
    if isinstance(claim, Equal):
        sides = computed(claim.left), computed(claim.right)
        if None not in sides:
            return Computed(sides)  # type: ignore[arg-type]
    return proof_of(claim)


def computed(term: Any) -> Computed | None:
    """Give the certificate of a term whose value needs no other evidence than computing."""
    if type(term) in _LITERALS:
        return LITERAL
    if type(term) not in _COMPUTED:
        return None
    parts = tuple(map(computed, term.parts))
    return None if None in parts else Computed(parts)  # type: ignore[arg-type]


def value_of(term: Any) -> Matrix:
    """Give the value of a matrix, or a basis of a space, as rows."""
    if isinstance(term, Span) and isinstance(term.rows, Given):
        rows = term.rows.matrix
        if full_row_minor(rows) is not None:
            return reduced(rows)
    value = evaluate(term).value
    return without_fractions(value.basis) if isinstance(value, Space) else value
