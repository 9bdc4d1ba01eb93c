"""Proofs by the signs of all variables, where absolute values and the like occur."""

from typing import Any

from exactspaces.kernel import formulas as f
from exactspaces.kernel import statements as st
from exactspaces.kernel.certificates import Certificate
from exactspaces.kernel.records import Record
from exactspaces.kernel.scalars import Rationals
from exactspaces.kernel.statements import ForAll

MAX_VARIABLES = 4
PIECEWISE = {"abs", "sgn", "max", "min"}


def by_all_signs(claim: ForAll) -> Certificate | None:
    """Give the certificate that splits by the sign of each variable; None where it is no use."""
    names = [q.name for q in claim.quantities if isinstance(q.domain, f.Reals | Rationals)]
    whole = 0 < len(names) == len(claim.quantities) <= MAX_VARIABLES
    if not whole or not _is_piecewise((claim.hypotheses, claim.conclusion)):
        return None
    proof: Certificate = st.Normalised()
    for name in reversed(names):
        proof = st.Signs(f.Variable(name), proof, proof, proof)
    return proof


def _is_piecewise(part: Any) -> bool:
    if isinstance(part, f.Apply) and part.function in PIECEWISE:
        return True
    values = part if isinstance(part, tuple) else part.values if isinstance(part, Record) else ()
    return any(map(_is_piecewise, values))
