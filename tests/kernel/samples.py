"""For every row of RULES and VALUES: theorems that are accepted, and forgeries with the reason."""

from __future__ import annotations

from tests.kernel import sample_claims, sample_notions, sample_values
from tests.kernel.sample_lines import Line

TABLES = (
    sample_claims.equalities,
    sample_claims.members,
    sample_claims.inclusions,
    sample_claims.independence,
    sample_claims.bases,
    sample_claims.inverses,
    sample_claims.systems,
    sample_claims.coordinates,
    sample_claims.sums,
    sample_notions.projections,
    sample_notions.factors,
    sample_notions.reductions,
    sample_notions.composed,
    sample_notions.cases,
    sample_values.plain,
    sample_values.arithmetic,
    sample_values.determinants,
    sample_values.echelons,
    sample_values.spaces,
    sample_values.singular_values,
    sample_values.eigenvalues,
)


def lines() -> list[Line]:
    """Give all of them."""
    return [line for table in TABLES for line in table()]
