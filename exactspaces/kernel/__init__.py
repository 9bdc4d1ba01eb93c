"""The trusted kernel: claims, certificates, and the checker. It imports the standard library only.

Everything that must be believed is in this folder. Read it in this order: errors, records, forms,
polynomials, irreducible, scalars, packing, matrices, terms, claims, certificates, spaces, values,
evaluation, determinants, coverage, rules, reductions, checker, wire; readable writes claims for
people.
"""

from exactspaces.kernel import determinants, evaluation, reductions, universal  # file rules
from exactspaces.kernel.certificates import *
from exactspaces.kernel.checker import Theorem, check
from exactspaces.kernel.claims import *
from exactspaces.kernel.errors import KernelError, Malformed, Rejected
from exactspaces.kernel.matrices import Matrix, identity
from exactspaces.kernel.rules import RULES
from exactspaces.kernel.scalars import *
from exactspaces.kernel.terms import *
from exactspaces.kernel.values import VALUES
from exactspaces.kernel.wire import dump, load

__all__ = [
    "Add", "AllOf", "AnyOf", "Augmented", "Basis", "BasisOf", "Case", "Cases", "Certificate",
    "ChangeOfBasis", "Choice", "Claim", "Columns", "Combination", "Combine", "Computed",
    "Consistent", "Coordinates", "Count", "Coverage", "Covered", "Dependent", "Determinant",
    "Dimension", "DirectSum", "Each", "Equal", "Extension", "Factors", "Field", "Functional",
    "Given", "Included", "Independent", "Inverse", "Inverted", "Invertible", "Irreducible",
    "KernelError", "Malformed", "Matrix", "Meet", "Member", "Minor", "Multiply", "NoSolution",
    "NotBasisOf", "NotDirectSum", "NotIncluded", "NotInvertible", "NotMember", "Null", "Nullity",
    "Number", "Operation", "Pair", "Parameters", "Pivots", "Power", "PrimeField", "Product",
    "Projection", "RULES", "Rank", "Rationals", "Reached", "ReducedEchelon", "Reduces", "Regular",
    "Rejected", "Residues", "Ring", "Scaled", "Solutions", "SpaceSum", "Span", "Split", "Swap",
    "Term", "Theorem", "Trace", "Transpose", "Triangles", "Unequal", "VALUES", "check",
    "column_space", "dump", "identity", "left_null", "load",
]  # fmt: skip
