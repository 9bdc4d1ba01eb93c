"""The trusted kernel: claims, certificates, and the checker. It imports the standard library only.

Everything that must be believed is in this folder. Read it in this order: errors, records, forms,
polynomials, irreducible, scalars, packing, matrices, terms, claims, certificates, spaces, values,
evaluation, coverage, rules, checker, wire; readable writes claims for
people.
"""

from exactspaces.kernel import evaluation, universal  # their rules file themselves
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
    "Add", "AllOf", "AnyOf", "Augmented", "Basis", "Case", "Cases", "Certificate", "Choice",
    "Claim", "Columns", "Combination", "Computed", "Count", "Coverage", "Covered", "Dependent",
    "Determinant", "Diagonal", "Dimension", "Each", "Eigenvalues", "Empty", "Equal", "Extension",
    "Factored", "Field", "Functional", "Given", "Included", "Independent", "Inverse", "Inverted",
    "Invertible", "Irreducible", "KernelError", "LowerTriangular", "Malformed", "Matrix", "Meet",
    "Member", "Minor", "NotIncluded", "NotInvertible", "NotMember", "Null", "Number", "Parameters",
    "Pivots", "Power", "PrimeField", "Product", "RULES", "Rank", "Rationals", "Reached",
    "ReducedEchelon", "Regular", "Rejected", "Ring", "Scaled", "SingularValues", "Solutions",
    "SpaceSum", "Span", "Split", "Term", "Theorem", "Trace", "Transpose", "Triangles", "Unequal",
    "VALUES", "check", "column_space", "dump", "identity", "left_null", "load",
]  # fmt: skip
