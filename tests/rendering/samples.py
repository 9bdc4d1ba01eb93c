"""Formulas of every class, claims of every class, and a document with every block."""

from __future__ import annotations

from fractions import Fraction as Ratio

from exactspaces.fields import (
    GF,
    QQ,
    generator,
    matrix_from,
    number,
    read_field,
    with_parameters,
    with_square_root,
)
from exactspaces.kernel import claims as s
from exactspaces.kernel import formulas as k
from exactspaces.kernel import terms as t
from exactspaces.kernel.scalars import Parameters
from exactspaces.kernel.statements import ForAll, NotForAll
from exactspaces.questions import notions as q
from exactspaces.questions import operations as o
from exactspaces.rendering import formulas as f
from exactspaces.rendering.claims import claim_formula, operation_formula
from exactspaces.rendering.documents import (
    Display,
    Document,
    Heading,
    Items,
    Paragraph,
    Reduction,
    Table,
)
from exactspaces.rendering.rings import conditions_formula, field_formula, relations_formula
from exactspaces.rendering.terms import matrix_grid


def rational(rows, width=None):
    return matrix_from(QQ, [[number(QQ, Ratio(x)) for x in row] for row in rows], width)


def given(*rows):
    return t.Given(rational(rows))


def column(*entries):
    return t.Given(rational([[x] for x in entries]))


def num(value):
    return f.Num(number(QQ, Ratio(value)))


# ------------------------------------------------------------------------------- numbers

ROOTS = read_field("QQ(sqrt(2), i)")
ROOT, I = generator(ROOTS, "sqrt(2)"), generator(ROOTS, "i")
AB = read_field("QQ(a, b)")
PA, PB = generator(AB, "a"), generator(AB, "b")
NESTED = with_square_root(
    number(read_field("QQ(sqrt(2))"), 2) + generator(read_field("QQ(sqrt(2))"), "sqrt(2)")
)
F4 = GF(4)
W = generator(F4, F4.names[0])

SCALARS = [
    number(QQ, Ratio(-3, 4)),
    number(QQ, 0),
    number(GF(7), 5),
    -ROOT / 2,
    ROOT * 3 / 4,
    I * 2 + 1,
    -I,
    (I - 1) * ROOT * 3 / 4,
    NESTED / 2,
    W + 1,
    PA,
    -PA * PA * PB * 3 + PB - 1,
    (PA + 1) / (PA - PB),
    -PA / 2,
    -PA / (PB * 2),
    (PA * PA - 1) / 2,
    1 / PA,
]

# ------------------------------------------------------------------------------- formulas

A, B, X, V = map(f.Sym, "ABxv")
MATRIX = f.Grid(((num(1), num("-1/2")), (num(30), num(4))))
AUGMENTED = f.Grid(((num(2), num(-1), num(5)), (num(0), num("3/2"), num(-7))), 2)

_NAMES = "A x12 x_n lambda lambda_1 R^3 F^n QQ GF(7) GF(7)^2 speed <b>&$#"
FORMULAS = {
    "numbers": f.Join(",", tuple(map(f.Num, SCALARS))),
    "names": f.Join(
        ",",
        tuple(
            map(
                f.Sym,
                [
                    "A",
                    "x12",
                    "x_n",
                    "lambda",
                    "lambda_1",
                    "R^3",
                    "F^n",
                    "QQ",
                    "GF(7)",
                    "GF(7)^2",
                    "speed",
                    "<b>&$#",
                ],
            )
        ),
    ),
    "words": f.Phrase((A, f.Words("is 100% <sure> & R&D_x"), f.Words("for all"), X)),
    "matrix": f.Join("=", (A, MATRIX)),
    "augmented": AUGMENTED,
    "row": f.Grid(((num(1), num(2), num(3)),)),
    "tuple": f.Tuple((num(1), num("1/2"), num(-3))),
    "set": f.SetOf((f.Tuple((num(1), num(0))), f.Tuple((num(0), num(1))))),
    "empty set": f.SetOf(()),
    "span": f.Call("span", (f.SetOf((f.Tuple((num(1), num(0))),)),)),
    "call": f.Join("=", (f.Call("rank", (A,)), f.Call("dim", (f.Call("col", (A,)),)), num(2))),
    "call of a matrix": f.Join("=", (f.Call("det", (MATRIX,)), num(19))),
    "functions multiplied": f.Join("*", (f.Call("det", (A,)), f.Call("det", (B,)))),
    "sum": f.Join(
        "+", (f.Join("*", (num(2), V)), f.Join("*", (num(-3), B)), f.Negative(X), num(1))
    ),
    "difference": f.Join("-", (A, f.Negative(B), f.Join("+", (X, V)))),
    "terms": f.Sum((("-", A), ("+", B), ("-", f.Join("+", (X, V))))),
    "operation": f.Join(
        "->", (f.Sym("R2"), f.Join("-", (f.Sym("R2"), f.Join("", (num(3), f.Sym("R1"))))))
    ),
    "swap": f.Join("<->", (f.Sym("R1"), f.Sym("R3"))),
    "product": f.Join("*", (MATRIX, f.Join("+", (A, B)), f.Tuple((num(1), num(2))))),
    "beside": f.Join("", (num(-1), A, f.Join("+", (B, X)))),
    "digits": f.Join("", (num(2), num(3))),
    "tensor": f.Join("tensor", (A, f.Join("+", (B, X)))),
    "maps to": f.Join("maps to", (X, f.Join("", (A, X)))),
    "fences": f.Join(
        "at most", (f.Fenced("angles", (X, V)), f.Fenced("bars", (MATRIX,), f.Sym("F")))
    ),
    "total": f.Join(
        "*",
        (
            num(2),
            f.Total(
                f.Join("=", (f.Sym("k"), num(1))), f.Sym("n"), f.Join("+", (f.Sym("a_k"), num(1)))
            ),
        ),
    ),
    "total to the power": f.Raised(f.Total(f.Sym("k"), None, f.Sym("a_k")), num(2)),
    "powers": f.Join(
        "*",
        (
            f.Raised(A, f.Sym("T")),
            f.Raised(A, num(-1)),
            f.Raised(f.Join("+", (A, B)), num(2)),
            f.Raised(f.Call("det", (A,)), num(2)),
            f.Raised(num("1/2"), num(10)),
            f.Raised(MATRIX, f.Sym("n")),
        ),
    ),
    "fraction": f.Fraction(f.Join("+", (X, num(1))), f.Join("*", (num(2), X))),
    "root": f.Root(f.Join("+", (num(1), f.Root(num(5))))),
    "group": f.Group(f.Join("+", (A, B))),
    "indexed": f.Join("=", (f.Indexed(f.Group(V), B), f.Tuple((num(1), num(2))))),
    "digits only": f.Digits("42"),
    "relations": f.Join(
        ",",
        (
            f.Join("in", (V, f.Sym("W"))),
            f.Join("not in", (V, f.Sym("W"))),
            f.Join("!=", (A, B)),
            f.Join("<=", (f.Sym("U"), f.Sym("W"))),
            f.Join("not <=", (f.Sym("U"), f.Join("+", (f.Sym("V"), f.Sym("W"))))),
        ),
    ),
    "spaces": f.Join(
        "=",
        (
            f.Join("&", (f.Sym("U"), f.Join("+", (f.Sym("V"), f.Sym("W"))))),
            f.Join("direct", (f.Sym("U"), f.Sym("W"))),
        ),
    ),
    "branches": f.Branches(
        (
            (f.Join("=", (f.Call("rank", (A,)), num(2))), f.Join("!=", (f.Sym("a"), num(1)))),
            (f.Join("=", (A, MATRIX)), f.Join("=", (f.Sym("a"), num(1)))),
        )
    ),
    "negative": f.Negative(f.Negative(f.Join("+", (A, B)))),
}

# --------------------------------------------------------------------------------- claims

SQUARE = given([1, 2], [3, 4])
SINGULAR = given([1, 2], [2, 4])
LIST = given([1, 0, 2], [0, 1, "-1/2"])
VECTOR = column(1, 2, 3)
PLANE = t.Span(LIST)
LINE = t.Span(given([1, 1, 1]))
PARAMETERS = with_parameters(QQ, ("a",))
GENERIC = Parameters(PARAMETERS.field, ("a",), (), (), ((((1,), 1), ((0,), -1)),))
SPECIAL = Parameters(PARAMETERS.field, ("a",), ((((1,), 1), ((0,), -1)),), (0,), ())


def parametric(ring):
    a, one = generator(ring, "a"), number(ring, 1)
    return t.Given(matrix_from(ring, [[a, one], [one, a * a]]))


def app(function, *arguments):
    return k.Apply(function, arguments)


U, LAST, ZERO = k.Variable("u1"), k.Variable("a"), k.Constant(0)
U_BOX = f.Root(f.Sym("x_1"), 3)
QUANTITIES = (
    k.Quantity("u1", k.Reals()),
    k.Quantity("a", k.Reals()),
    k.Quantity("n", k.Integers()),
)
POSITIVE = k.Compare(">", U, ZERO)
EITHER = k.Some((k.Compare("<=", LAST, app("log", U)), k.Within(LAST, GF(4))))
ROOT = app("root", app("+", U, app("-", LAST)), k.Constant(3))
ROOTED = k.Compare("=", ROOT, ROOT)
CHAIN = k.Every((k.Compare("<", k.Constant(-1, 2), U), k.Compare("<", U, app("^", U, LAST))))
NEXT = k.Compare(
    ">=",
    app("*", k.Constant(2), app("+", U, app("+", LAST, k.Constant(-1)))),
    app("/", app("-", U), app("*", U, app("*", LAST, U))),
)
INTEGRAL = k.Within(app("max", U, k.Variable("n")), k.Integers())
BRANCHED = k.Conditional(POSITIVE, U, k.Lookup(((0, 1), (1, 0)), U, LAST))
_SAID = [
    s.Equal(t.Rank(SQUARE), t.Count(2)),
    s.Equal(t.Product(SQUARE, column(1, 2)), column(5, 11)),
    s.Equal(t.ReducedEchelon(given([2], [4])), given([1], [0])),
    s.Equal(t.Pivots(SQUARE), t.Columns((1, 2))),
    s.Equal(t.Determinant(SQUARE), t.Number(rational([[-2]]))),
    s.Unequal(t.Trace(t.Power(SQUARE, 2)), t.Dimension(t.Null(t.Inverse(SQUARE)))),
    s.Unequal(t.Add(SQUARE, t.Scaled(t.Number(rational([[-1]])), t.Transpose(SQUARE))), SINGULAR),
    s.Member(VECTOR, t.SpaceSum(PLANE, t.Meet(LINE, t.Null(given([1, 1, 1]))))),
    s.NotMember(VECTOR, t.column_space(given([1, 0], [0, 1], [0, 0]))),
    s.Included(LINE, t.left_null(given([1], [-1], [0]))),
    s.NotIncluded(t.Span(t.Product(SQUARE, LIST)), t.Span(t.Given(rational([], 3)))),
    s.Independent(LIST),
    s.Dependent(t.Transpose(SINGULAR)),
    q.BasisOf(LIST, PLANE),
    q.NotBasisOf(t.Product(SQUARE, LIST), PLANE),
    s.Invertible(SQUARE),
    s.NotInvertible(SINGULAR),
    s.Solutions(SINGULAR, column(3, 6), rational([[3], [0]]), rational([[-2, 1]])),
    s.Solutions(SQUARE, column(3, 7), rational([[1], [1]]), rational([], 2)),
    q.Consistent(SQUARE, column(3, 7)),
    q.NoSolution(SINGULAR, column(3, 7)),
    q.HasCoordinates(column(1, 2, 1), LIST, rational([[1], [2]])),
    q.ChangeOfBasis(LIST, LIST, rational([[1, 0], [0, 1]])),
    q.DirectSum((PLANE, LINE), t.Span(given([1, 0, 0], [0, 1, 0], [0, 0, 1]))),
    q.NotDirectSum((LINE, LINE), LINE),
    q.Projection(rational([[1, 0], [0, 0]]), t.Span(given([1, 0])), t.Span(given([0, 1]))),
    q.Factors(SQUARE, (1, 2), rational([[1, 0], [3, 1]]), rational([[1, 2], [0, -2]])),
    q.Factors(SQUARE, (2, 1), rational([[1, 0], ["1/3", 1]]), rational([[3, 4], [0, "2/3"]])),
    q.Reduces(
        rational([[1, 2], [3, 4]]),
        (
            o.Combine(2, rational([[-3]]), 1),
            o.Swap(1, 2),
            o.Multiply(1, rational([["-1/2"]])),
        ),
        rational([[0, 1], [1, 2]]),
    ),
    s.LowerTriangular(SQUARE),
    s.SingularValues(
        given([3, 0], [4, 5]), column("67/10", "22/10"), t.Number(rational([["1/10"]]))
    ),
    s.Eigenvalues(given([1, 2], [2, 1]), column(3, -1), t.Number(rational([[0]]))),
    s.Equal(t.Diagonal(SQUARE), column(1, 4)),
    s.AllOf((s.Independent(LIST), s.AnyOf((s.Invertible(SQUARE), s.Member(VECTOR, PLANE))))),
    s.AnyOf((s.Dependent(LIST), s.Member(VECTOR, PLANE))),
    ForAll(QUANTITIES, (POSITIVE, ROOTED, EITHER), k.Every((CHAIN, NEXT, INTEGRAL))),
    NotForAll(QUANTITIES[:2], (), k.Some((k.Compare("!=", U, BRANCHED), k.Every(())))),
    s.Cases(
        PARAMETERS,
        (
            s.Case(GENERIC, s.Equal(t.Rank(parametric(GENERIC)), t.Count(2))),
            s.Case(SPECIAL, s.Equal(t.Rank(parametric(SPECIAL)), t.Count(1))),
        ),
    ),
]
CLAIMS = [x.claim if isinstance(x, q.Notion) else x for x in _SAID]

# ------------------------------------------------------------------------------- document

WIDE = f.Grid(tuple(tuple(num(1000 * i + j) for j in range(30)) for i in range(2)))
LONG = (
    ". A paragraph that is longer than a line of the terminal is broken between its words, but "
    "not within a short formula such as "
)
STEPS = (
    ((), AUGMENTED),
    (
        (
            operation_formula(o.Combine(2, rational([[-3]]), 1)),
            operation_formula(o.Multiply(1, rational([["1/2"]]))),
        ),
        AUGMENTED,
    ),
    ((operation_formula(o.Swap(1, 2)),), MATRIX),
)


def _fields():
    fields = [QQ, GF(7), F4, ROOTS, AB, read_field("QQ(c: c^3 - 2)")]
    for ring in fields:
        relations = relations_formula(ring)
        yield ("the field ", field_formula(ring), *((" with ", relations) if relations else ()))
    yield ("conditions ", conditions_formula(GENERIC), "; ", conditions_formula(SPECIAL))
    yield ("conditions ", conditions_formula(AB))


DOCUMENT = Document(
    (
        Heading("Every <block> & every formula, 100%", 1),
        Paragraph(
            (
                'The matrix "',
                A,
                '" is ',
                MATRIX,
                "; it acts on ",
                f.Sym("R^2"),
                LONG,
                FORMULAS["sum"],
                ".",
            )
        ),
        Paragraph(("1. is no list, and *stars*, [brackets] and a_b stay. ", FORMULAS["words"])),
        Heading("Fields"),
        Items(tuple(_fields())),
        Heading("A table"),
        Table(
            ("name", "value"),
            ((("a|b ", U_BOX), (MATRIX,)), ((FORMULAS["sum"],), ("50% & more",))),
        ),
        Heading("A reduction"),
        Reduction(STEPS),
        Display(WIDE),
        Heading("Formulas"),
        *(
            block
            for name, formula in FORMULAS.items()
            for block in (Heading(name, 3), Display(formula))
        ),
        Heading("Claims"),
        *(Display(claim_formula(claim)) for claim in CLAIMS),
        Paragraph(("With a name: ", claim_formula(CLAIMS[0], {SQUARE: "A"}), ".")),
        Display(matrix_grid(rational([[]], 0))),
    )
)
