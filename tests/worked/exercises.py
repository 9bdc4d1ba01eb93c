"""The questions whose solutions are kept as text in golden/: exercises and more."""

from fractions import Fraction

from exactspaces.fields import GF, generator, matrix_from, number, read_field
from exactspaces.kernel import (
    Determinant,
    Dimension,
    Equal,
    Given,
    Independent,
    Invertible,
    Meet,
    Member,
    Null,
    Power,
    Product,
    Rank,
    ReducedEchelon,
    SpaceSum,
    Span,
    Transpose,
    column_space,
    left_null,
)
from exactspaces.questions import (
    BasisAmong,
    BasisChange,
    BasisFor,
    BasisOf,
    Complement,
    CoordinatesIn,
    DirectSum,
    InverseOf,
    ProjectionOnto,
    SolutionSet,
    TriangularFactors,
    ValueOf,
)
from tests.worked.build import SURD, column, given, identity_rows, whether

A = given([[1, 2, -1, 3], [2, 4, 1, 3], [-1, -2, 4, -6]])
ROW, NULL = Span(A), Null(A)
V = given([[1, 2, 0, 1], [0, 1, 1, 2], [1, 3, 1, 3], [2, 1, -1, -1]])
V_BASIS = given([[1, 2, 0, 1], [0, 1, 1, 2], [2, 1, -1, -1]])
V_NAMES = {
    column(1, 2, 0, 1): "v_1",
    column(0, 1, 1, 2): "v_2",
    column(1, 3, 1, 3): "v_3",
    column(2, 1, -1, -1): "v_4",
}
W, W_OUTSIDE = column(3, 5, 1, 4), column(3, 5, 1, 5)
W1, W2 = Span(given([[1, 0, 0], [0, 1, 0]])), Span(given([[1, 1, 0], [0, 0, 1]]))
H1, H2 = Null(given([[1, 1, 0, 0]])), Null(given([[0, 0, 1, 1]]))
R3 = Span(identity_rows(3))
B, C = given([[1, 2], [1, -1]]), given([[2, 1], [-1, 1]])
M = given([[1, 2, 3], [2, 4, 6], [1, 1, 2]])
N = given([[2, 3, 1], [3, 5, 2], [5, 7, 1]])
QQ_A = read_field("QQ(a)")
PARAMETER = generator(QQ_A, "a")
ONE = number(QQ_A, 1)
P = Given(matrix_from(QQ_A, [[PARAMETER, ONE], [ONE, PARAMETER]]))
ROOT = generator(SURD, "sqrt(2)")
SURDS = Given(matrix_from(SURD, [[ROOT, number(SURD, 2)], [number(SURD, 1), ROOT]]))
OMEGA = generator(GF(4), "w")
QUATERNARY = Given(matrix_from(GF(4), [[OMEGA, OMEGA + 1], [OMEGA + 1, OMEGA * 0 + 1]]))

EXERCISES = {
    "vss-3a-rref": (ValueOf(ReducedEchelon(A)), {A: "A"}),
    "vss-3b-null": (BasisFor(NULL), {A: "A"}),
    "vss-3b-nullity": (ValueOf(Dimension(Null(A))), {A: "A"}),
    "vss-3c-col": (BasisFor(column_space(A)), {A: "A"}),
    "vss-3d-row": (BasisFor(ROW), {A: "A"}),
    "vss-3e-leftnull": (BasisFor(left_null(A)), {A: "A"}),
    "vss-3f-dimension": (ValueOf(Dimension(left_null(A))), {A: "A"}),
    "vss-3g-row-and-null": (
        whether(DirectSum((ROW, NULL), Span(identity_rows(4))).claim),
        {A: "A"},
    ),
    "vss-3-modulo-3": (ValueOf(Rank(given([[1, 2, 2, 0], [2, 1, 1, 0]], GF(3)))), {}),
    "vss-4a-independent": (whether(Independent(V)), V_NAMES),
    "vss-4b-dimension": (ValueOf(Dimension(Span(V))), {}),
    "vss-4c-basis-among": (BasisAmong(V), V_NAMES),
    "vss-4d-express": (whether(Member(column(1, 3, 1, 3), Span(V_BASIS))), V_NAMES),
    "vss-4e-member": (whether(Member(W, Span(V))), {**V_NAMES, W: "w"}),
    "vss-4e-coordinates": (CoordinatesIn(W, V_BASIS), {**V_NAMES, W: "w"}),
    "vss-4e-outside": (whether(Member(W_OUTSIDE, Span(V))), {**V_NAMES, W_OUTSIDE: "w"}),
    "vss-6a-sum": (ValueOf(Dimension(SpaceSum(W1, W2))), {W1: "W_1", W2: "W_2"}),
    "vss-6a-meet": (BasisFor(Meet(W1, W2)), {W1: "W_1", W2: "W_2"}),
    "vss-6b-not-direct": (whether(DirectSum((W1, W2), R3).claim), {W1: "W_1", W2: "W_2"}),
    "vss-6b-complement": (Complement(W1, R3), {W1: "W_1"}),
    "vss-6c-sum": (ValueOf(Dimension(SpaceSum(H1, H2))), {H1: "W_1", H2: "W_2"}),
    "vss-6d-meet": (BasisFor(Meet(H1, H2)), {H1: "W_1", H2: "W_2"}),
    "vss-7a-basis": (whether(BasisOf(B, Span(identity_rows(2))).claim), {}),
    "vss-7b-change": (BasisChange(B, C), {}),
    "vss-7c-coordinates": (CoordinatesIn(column(2, 7), C), {}),
    "vss-7d-combination": (ValueOf(Product(Transpose(B), column(3, -1))), {}),
    "vs-2a-plane": (BasisFor(Null(given([[1, 2, -1]]))), {}),
    "vs-2b-line": (BasisFor(Null(given([[1, 1, 1], [1, -1, 2]]))), {}),
    "vs-2c-span": (ValueOf(Dimension(Span(given([[1, 1, 0], [1, 0, 1], [0, 1, -1]])))), {}),
    "vs-4a-null": (BasisFor(Null(M)), {M: "A"}),
    "vs-4d-rank": (ValueOf(Rank(M)), {M: "A"}),
    "system-many": (SolutionSet(M, column(1, 2, 1)), {M: "A"}),
    "system-none": (SolutionSet(M, column(1, 3, 1)), {M: "A"}),
    "system-fractions": (
        SolutionSet(given([[Fraction(1, 2), Fraction(1, 3)], [3, 4]]), column(1, 5)),
        {},
    ),
    "system-modulo-7": (SolutionSet(given([[2, 3], [3, 5]], GF(7)), column(1, 2, ring=GF(7))), {}),
    "inverse": (InverseOf(N), {N: "A"}),
    "inverse-none": (InverseOf(M), {M: "A"}),
    "inverse-quaternary": (InverseOf(QUATERNARY), {QUATERNARY: "A"}),
    "determinant": (ValueOf(Determinant(N)), {N: "A"}),
    "determinant-singular": (ValueOf(Determinant(M)), {M: "A"}),
    "factors": (TriangularFactors(N), {N: "A"}),
    "projection": (ProjectionOnto(Span(given([[1, 0, 1]])), Null(given([[1, 2, 3]]))), {}),
    "spaces-equal": (whether(Equal(Span(B), Span(C))), {}),
    "surds-invertible": (whether(Invertible(SURDS)), {SURDS: "A"}),
    "power": (ValueOf(Power(B, 5)), {B: "A"}),
    "cases-rank": (ValueOf(Rank(P)), {P: "A"}),
    "cases-inverse": (InverseOf(P), {P: "A"}),
    "composite": (ValueOf(Dimension(Meet(Null(M), column_space(N)))), {M: "A", N: "B"}),
}
