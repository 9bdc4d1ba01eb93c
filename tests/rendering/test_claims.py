"""Claims, terms, questions, evidence and conditions in words and formulas."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from exactspaces.errors import ExactSpacesError
from exactspaces.fields import GF, QQ, read_field
from exactspaces.kernel import certificates as c
from exactspaces.kernel import claims as s
from exactspaces.kernel import terms as t
from exactspaces.kernel.scalars import Parameters
from exactspaces.questions import asks as q
from exactspaces.questions import meaning, notions
from exactspaces.questions import operations as o
from exactspaces.reading.grammar.parse import parse
from exactspaces.rendering.ambients import space_formula, vector_of
from exactspaces.rendering.claims import FORMULAS, claim_formula, operation_formula
from exactspaces.rendering.evidence import _SENTENCES as EVIDENCE
from exactspaces.rendering.evidence import evidence_pieces
from exactspaces.rendering.latex import latex
from exactspaces.rendering.latex_documents import latex_text
from exactspaces.rendering.lines import line, plain
from exactspaces.rendering.markdown import markdown_text
from exactspaces.rendering.mathml import mathml
from exactspaces.rendering.questions import _SENTENCES as QUESTIONS
from exactspaces.rendering.questions import question_pieces
from exactspaces.rendering.rings import conditions_formula, field_formula, relations_formula
from exactspaces.rendering.terms import (
    basis_formula,
    combination_formula,
    matrix_grid,
    span_formula,
    term_formula,
    vector_formula,
)
from exactspaces.rendering.text import text_line
from exactspaces.spaces import Coordinates, Matrices, Polynomials
from tests.rendering.samples import (
    CLAIMS,
    GENERIC,
    LINE,
    LIST,
    PARAMETERS,
    PLANE,
    SINGULAR,
    SPECIAL,
    SQUARE,
    VECTOR,
    A,
    column,
    num,
    rational,
)

NAMES = {SQUARE: "A", SINGULAR: "B"}


def subclasses(kind):
    return {x for sub in kind.__subclasses__() for x in ({sub} | subclasses(sub))}


def test_every_claim_has_a_formula_and_a_sample():
    every = subclasses(s.Claim) | subclasses(notions.Notion)
    concrete = {kind for kind in every if not kind.__subclasses__()}
    assert set(FORMULAS) == concrete == {type(meaning(claim)) for claim in CLAIMS}


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: type(claim).__name__)
def test_every_claim_is_written_in_every_format(claim):
    formula = claim_formula(claim)
    assert line(formula)
    assert plain(formula).isascii()
    assert latex(formula)
    assert markdown_text((formula,))
    assert latex_text((formula,))
    assert ET.fromstring(mathml(formula)).tag == "math"  # noqa: S314 - our own text


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        (CLAIMS[0], "rank A = 2"),
        (CLAIMS[1], "A·(1, 2) = (5, 11)"),
        (s.Member(VECTOR, PLANE), "(1, 2, 3) ∈ span{(1, 0, 2), (0, 1, −1/2)}"),
        (s.Included(t.Span(t.Transpose(SQUARE)), t.Null(SINGULAR)), "col(A) ⊆ null(B)"),
        (s.Equal(t.Null(t.Transpose(SQUARE)), t.Span(SQUARE)), "leftnull(A) = row(A)"),
        (s.Equal(t.Null(SQUARE), t.Span(t.Given(rational([], 2)))), "null(A) = {(0, 0)}"),
        (s.Independent(t.Transpose(SQUARE)), "the columns of A are linearly independent"),
        (s.Invertible(t.Product(t.Product(SQUARE, SINGULAR), SQUARE)), "A·B·A is invertible"),
        (notions.NoSolution(SINGULAR, column(3, 7)).claim, "B·x = (3, 7) has no solution"),
        (
            s.Equal(t.Dimension(t.Meet(LINE, t.Null(SINGULAR))), t.Count(0)),
            "dim(span{(1, 1, 1)} ∩ null(B)) = 0",
        ),
    ],
)
def test_claims_with_names(claim, text):
    assert line(claim_formula(claim, NAMES)) == text


@pytest.mark.parametrize("index", [0, 1, 4, 7, 8, 9])
def test_the_reader_takes_claims_back(index):
    parse(plain(claim_formula(CLAIMS[index])))


def test_cases_keep_the_names():
    claim = CLAIMS[-1]
    matrix = t.Given(claim.cases[0].claim.left.matrix.matrix)
    assert claim_formula(claim, {matrix: "M"}).cases[0][0].parts[0].arguments[0].name == "M"
    assert line(claim_formula(claim)).endswith("= 1 if a = 1")


@pytest.mark.parametrize(
    ("term", "text"),
    [
        (t.Augmented(SQUARE, column(5, 6)), "[1 2 │ 5; 3 4 │ 6]"),
        (
            t.Scaled(t.Number(rational([[2]])), t.Add(SQUARE, SINGULAR)),
            "2·([1 2; 3 4] + [1 2; 2 4])",
        ),
        (VECTOR, "[1; 2; 3]"),
        (t.Given(rational([], 3)), "the empty 0 × 3 matrix"),
        (t.Columns((1, 3)), "(1, 3)"),
        (t.Trace(t.Inverse(t.Transpose(SQUARE))), "tr(([1 2; 3 4]ᵀ)⁻¹)"),
    ],
)
def test_terms(term, text):
    assert line(term_formula(term)) == text


def test_vectors_bases_and_spans():
    assert plain(vector_formula(column(1, 2).matrix)) == "(1, 2)"
    assert plain(vector_formula(rational([[1, 2]]))) == "(1, 2)"
    assert plain(basis_formula(LIST.matrix)) == "{(1, 0, 2), (0, 1, -1/2)}"
    assert plain(basis_formula(rational([], 2))) == "{}"
    assert plain(span_formula(rational([[1, 0]]))) == "span{(1, 0)}"
    assert plain(matrix_grid(rational([[1, 2]]), 1)) == "[1 | 2]"
    numbers = [x.value for x in (num(0), num(-1), num(1), num(2))]
    assert line(combination_formula(numbers, [A] * 4)) == "−A + A + 2A"
    assert line(combination_formula([], [])) == "0"


def test_a_named_left_side_is_augmented_by_a_vector():
    assert line(term_formula(t.Augmented(SQUARE, column(5, 6)), NAMES)) == "[A │ (5, 6)]"


@pytest.mark.parametrize(
    ("operation", "text"),
    [
        (o.Swap(1, 3), "R1 <-> R3"),
        (o.Multiply(2, rational([["1/2"]])), "R2 -> 1/2*R2"),
        (o.Combine(2, rational([[-3]]), 1), "R2 -> R2 - 3R1"),
        (o.Combine(2, rational([[1]]), 1), "R2 -> R2 + R1"),
    ],
)
def test_row_operations(operation, text):
    assert plain(operation_formula(operation)) == text


def test_an_operation_of_no_kind_is_refused():
    with pytest.raises(TypeError):
        operation_formula(o.Operation())


def parameters(zero=(), solved=(), nonzero=(), names=("t",)):
    return Parameters(QQ, names, zero, solved, nonzero)


@pytest.mark.parametrize(
    ("ring", "text"),
    [
        (GENERIC, "a ≠ 1"),
        (SPECIAL, "a = 1"),
        (parameters(nonzero=((((1,), 1), ((0,), -1)), (((1,), 1), ((0,), 1)))), "t ≠ 1, t ≠ −1"),
        (parameters(zero=((((1,), 1), ((0,), -11)),), solved=(0,)), "t = 11"),
        (parameters(zero=((((1,), 2), ((0,), 1)),), solved=(0,)), "t = −1/2"),
        (parameters(zero=((((2,), 1), ((0,), -2)),), solved=(0,)), "t² − 2 = 0"),
        (parameters(nonzero=((((1, 1), 1),),), names=("a", "b")), "a·b ≠ 0"),
        (parameters(nonzero=((((1, 0), 1), ((0, 1), -2)),), names=("a", "b")), "a ≠ 2b"),
        (PARAMETERS, "a arbitrary"),
    ],
)
def test_conditions(ring, text):
    assert line(conditions_formula(ring)) == text


@pytest.mark.parametrize(
    ("ring", "text"),
    [
        (QQ, "ℚ"),
        (GF(7), "GF(7)"),
        (GF(4), "GF(4)"),
        (read_field("QQ(sqrt(2), i)"), "ℚ(√2, i)"),
        (read_field("QQ(a, b)"), "ℚ(a, b)"),
        (read_field("QQ(sqrt(2), a)"), "ℚ(√2, a)"),
        (read_field("GF(7)(t)"), "GF(7)(t)"),
    ],
)
def test_fields(ring, text):
    assert line(field_formula(ring)) == text


def test_relations_of_generators():
    assert relations_formula(QQ) is None
    assert relations_formula(read_field("QQ(i)")) is None
    assert line(relations_formula(read_field("QQ(c: c^3 - 2)"))) == "c³ − 2 = 0"


def test_vectors_of_other_spaces():
    row = [num(k).value for k in (1, 0, -2, "1/2")]
    assert line(vector_of(Matrices(2, 2))(row)) == "[1 0; −2 1/2]"
    assert line(vector_of(Polynomials(3, "x"))(row)) == "1 − 2x² + 1/2·x³"
    assert line(vector_of(Polynomials(3, "x"))([num(0).value] * 4)) == "0"
    assert line(vector_of(Coordinates(4))(row)) == "(1, 0, −2, 1/2)"
    assert line(space_formula(Matrices(2, 3), QQ)) == "ℚ^(2×3)"
    assert line(space_formula(Coordinates(3), QQ)) == "ℚ³"
    assert line(space_formula(Polynomials(3, "x"), QQ)) == "P₃"
    polynomials = claim_formula(
        s.Member(column(1, 0, 2), LINE), None, vector_of(Polynomials(2, "x"))
    )
    assert line(polynomials) == "1 + 2x² ∈ span{1 + x + x²}"


ASKED = [
    (q.ValueOf(t.Rank(SQUARE)), "Compute rank A."),
    (q.ValueOf(t.Meet(PLANE, LINE)), None),
    (q.InverseOf(SQUARE), "Find the inverse of A."),
    (q.BasisFor(t.Null(SQUARE)), "Find a basis of null(A)."),
    (q.Decision(s.Invertible(SQUARE), s.NotInvertible(SQUARE)), "Decide whether A is invertible."),
    (q.BasisAmong(LIST), None),
    (q.BasisExtension(LIST, PLANE), None),
    (q.SolutionSet(SQUARE, column(1, 2)), "Solve A·x = (1, 2)."),
    (q.CoordinatesIn(VECTOR, LIST), None),
    (q.BasisChange(LIST, LIST), None),
    (q.Complement(LINE, PLANE), None),
    (q.ProjectionOnto(LINE, PLANE), None),
    (q.TriangularFactors(SQUARE), "Write A as a product LU."),
    (q.RowReduction(SQUARE.matrix, (o.Swap(1, 2),)), "Apply R₁ ↔ R₂ to A."),
    (
        q.ByCases(PARAMETERS, q.ValueOf(t.Rank(SQUARE))),
        "Compute rank A, for all values of a.",
    ),
]


@pytest.mark.parametrize(("question", "text"), ASKED)
def test_questions_are_sentences(question, text):
    sentence = text_line(question_pieces(question, NAMES))
    assert sentence.endswith(".")
    assert text in {None, sentence}


def test_every_question_has_a_sentence():
    asked = {type(question) for question, _ in ASKED}
    assert (
        asked
        == set(QUESTIONS)
        == {kind for kind in subclasses(q.Question) if kind.__module__ == q.__name__}
    )


def test_every_certificate_has_a_sentence():
    kinds = {kind for kind in subclasses(c.Certificate) if kind.__module__ == c.__name__}
    assert set(EVIDENCE) | {c.Basis} == kinds


MINOR = c.Minor((0,), (0, 2), 7, rational([[1]]))
ROW = rational([[1, -1]])


@pytest.mark.parametrize(
    ("claim", "certificate", "text"),
    [
        (CLAIMS[0], c.Computed(), "The two sides are computed and compared."),
        (
            notions.NoSolution(SINGULAR, VECTOR).claim,
            c.Choice(0, c.Functional(ROW, ())),
            "The equations combined with the coefficients (1, −1) give 0 = 1.",
        ),
        (
            s.NotInvertible(SINGULAR),
            c.Combination(ROW, (c.Computed(),)),
            "The rows combined with the coefficients (1, −1) give zero.",
        ),
        (
            s.Invertible(SQUARE),
            c.Regular(MINOR, ()),
            "The part in row 1 and columns 1, 3 has an inverse modulo 7.",
        ),
        (
            notions.Consistent(SQUARE, VECTOR).claim,
            c.Each((c.Combination(ROW, ()),)),
            "x = (1, −1) is a solution.",
        ),
    ],
)
def test_evidence_is_told(claim, certificate, text):
    assert [text_line(pieces) for pieces in evidence_pieces(claim, certificate)] == [text]


@pytest.mark.parametrize(
    "certificate",
    [
        MINOR,
        c.Minor((), (), 0, rational([], 0)),
        c.Basis((0,), ROW, MINOR, ()),
        c.Basis((), rational([], 2), MINOR, ()),
        c.Inverted(ROW, ()),
        c.Triangles((0,), ROW, rational([[5]]), ()),
        c.Combination(ROW, ()),
        c.Functional(ROW, ()),
        c.Regular(MINOR, ()),
        c.Covered(c.Reached(0), (c.Computed(),)),
        c.Factored(ROW, ROW, ()),
    ],
    ids=lambda x: type(x).__name__,
)
def test_all_evidence_is_told(certificate):
    (sentence,) = evidence_pieces(CLAIMS[0], c.Computed((certificate, c.Computed((certificate,)))))
    assert text_line(sentence).endswith(".")


def test_a_question_about_no_shape_is_refused():
    with pytest.raises(ExactSpacesError):
        question_pieces(q.ValueOf(t.Product(SQUARE, LIST.__class__(rational([[1]])))))
