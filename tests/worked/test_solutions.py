"""Every question and every term has a solution, and every step of it is a theorem."""

import pytest

from exactspaces import Problem
from exactspaces.errors import NoAnswer
from exactspaces.fields import QQ, generator, matrix_from, read_field
from exactspaces.kernel import (
    Add,
    Augmented,
    Claim,
    Columns,
    Count,
    Dependent,
    Determinant,
    Diagonal,
    Dimension,
    Equal,
    Given,
    Included,
    Independent,
    Inverse,
    Invertible,
    Meet,
    Member,
    Null,
    Number,
    Pivots,
    Power,
    Product,
    Rank,
    ReducedEchelon,
    Scaled,
    SpaceSum,
    Span,
    Term,
    Trace,
    Transpose,
    Unequal,
    column_space,
    left_null,
)
from exactspaces.kernel.readable import readable
from exactspaces.questions import (
    BasisAmong,
    BasisChange,
    BasisExtension,
    BasisFor,
    BasisOf,
    ByCases,
    Complement,
    Consistent,
    CoordinatesIn,
    Decision,
    DirectSum,
    InverseOf,
    Notion,
    ProjectionOnto,
    RowReduction,
    SolutionSet,
    Swap,
    TriangularFactors,
    ValueOf,
    meaning,
)
from exactspaces.questions.formal import Formal
from exactspaces.questions.obligations import Obligation, TransportOf
from exactspaces.questions.sets import SpannedBy
from exactspaces.rendering.ambients import vector_of
from exactspaces.rendering.documents import Heading, Paragraph
from exactspaces.rendering.write import write
from exactspaces.settle import settle
from exactspaces.solvers.find import SOLVERS
from exactspaces.spaces import Polynomials
from exactspaces.worked import methods, solution_for
from tests.worked.build import FIELDS, chance, column, given, identity_rows, random_matrix, whether
from tests.worked.exercises import EXERCISES


class Sample:
    """Random matrices of fitting shapes, and the questions about them."""

    def __init__(self, ring, rng, height=None, width=None):
        h = rng.randint(0, 3) if height is None else height
        w = rng.randint(0, 4) if width is None else width
        n = rng.randint(0, 3)
        self.A, self.B, self.S, self.T, self.v, self.b, self.c = (
            Given(random_matrix(ring, *shape, rng))
            for shape in ((h, w), (h, w), (n, n), (n, n), (w, 1), (h, 1), (1, 1))
        )
        self.U, self.W, self.whole = Span(self.A), Null(self.B), Span(identity_rows(w, ring))
        self.number = Number(self.c.matrix)
        self.can_swap = h > 1

    def terms(self):
        A, B, S, U, W, c = self.A, self.B, self.S, self.U, self.W, self.number
        yield from (Product(A, self.v), Product(A, Transpose(B)), Add(A, B), Scaled(c, A))
        yield from (Power(S, 0), Power(S, 3), Power(S, 6), Power(c, 3), Transpose(A), Trace(S))
        yield Diagonal(S)
        yield from (Augmented(A, B), Inverse(S), Determinant(S), Determinant(Product(S, self.T)))
        yield from (ReducedEchelon(A), Pivots(A), Rank(A), Dimension(Null(A)), Rank(Product(S, S)))
        yield from (U, W, column_space(A), left_null(A), Span(Product(S, S)), Null(Power(S, 2)))
        yield from (SpaceSum(U, W), Meet(U, W), Dimension(U), Dimension(Meet(U, W)))
        yield from (
            Dimension(SpaceSum(W, U)),
            Product(c, c),
            Add(c, c),
            Add(Rank(A), Dimension(Null(A))),
        )
        yield from (Product(Count(2), Rank(A)), A, c, Count(3), Columns((1, 2)))

    def claims(self):
        A, B, S, T, U, W, v = self.A, self.B, self.S, self.T, self.U, self.W, self.v
        yield from (Member(v, U), Member(v, W), Member(v, SpaceSum(U, W)))
        yield from (Included(U, W), Included(Meet(U, W), W), Included(W, self.whole))
        yield from (Equal(U, W), Equal(U, U), Equal(A, B), Equal(Product(S, T), Product(T, S)))
        yield from (Equal(Rank(A), Rank(Transpose(A))), Equal(Determinant(S), Determinant(T)))
        yield from (Unequal(U, W), Unequal(A, B), Dependent(A), Independent(Transpose(A)))
        yield from (
            Independent(A),
            BasisOf(A, self.whole).claim,
            BasisOf(A, U).claim,
            BasisOf(A, W).claim,
        )
        yield from (Invertible(S), Invertible(A), Consistent(A, self.b).claim)
        yield from (
            DirectSum((U, W), self.whole).claim,
            DirectSum((U,), U).claim,
            DirectSum((), self.whole).claim,
        )

    def questions(self):
        A, S, U, W, v = self.A, self.S, self.U, self.W, self.v
        yield from map(ValueOf, self.terms())
        yield from map(whether, self.claims())
        yield from (BasisFor(x) for x in (U, W, column_space(A), SpaceSum(U, W), Meet(U, W)))
        yield from (BasisAmong(A), BasisExtension(A, self.whole), BasisExtension(A, W))
        yield from (SolutionSet(A, self.b), SolutionSet(A, Product(A, v)), InverseOf(S))
        yield from (CoordinatesIn(v, A), BasisChange(S, self.T), BasisChange(A, A))
        yield from (Complement(U, self.whole), Complement(U, W), TriangularFactors(A))
        yield from (ProjectionOnto(U, W), ProjectionOnto(U, Null(A)))
        yield RowReduction(A.matrix, (Swap(1, 2),) if self.can_swap else ())


def check(question, monkeypatch):
    """Write the solution of a question, without giving up on a step; check all theorems."""
    outcome = settle(question)
    if outcome.theorem is None:
        return
    monkeypatch.setattr("exactspaces.worked.NO_STEPS", ())
    solution = solution_for(outcome)
    for step in solution.steps:
        assert step.theorem.recheck() == step.theorem
        assert step.blocks
        assert "\n" not in step.text
    assert outcome.theorem in {step.theorem for step in solution.steps}
    assert write(solution.document(), "text")
    assert [set(x) for x in solution.as_list()] == [{"text", "claim"}] * len(solution.steps)


@pytest.mark.parametrize("ring", FIELDS.values(), ids=FIELDS)
@pytest.mark.parametrize("seed", range(3))
def test_every_question_has_a_solution_in_theorems(ring, seed, monkeypatch):
    for question in Sample(ring, chance(seed)).questions():
        check(question, monkeypatch)


@pytest.mark.parametrize(("height", "width"), [(0, 0), (0, 2), (2, 0), (1, 1)])
def test_empty_shapes_do_no_harm(height, width, monkeypatch):
    for question in Sample(QQ, chance(0), height, width).questions():
        check(question, monkeypatch)


@pytest.mark.parametrize("question", [
    BasisFor(Null(given([[0, 0], [0, 0]]))),
    BasisFor(Span(given([[0, 0, 0]]))),
    ValueOf(Dimension(Meet(Span(given([], width=3)), Span(given([[1, 0, 0]]))))),
    ValueOf(Determinant(given([[0] * 4] * 4))),
    SolutionSet(given([[0, 0]]), column(0)),
    SolutionSet(given([[0, 0]]), column(1)),
    whether(BasisOf(given([], width=2), Span(given([[0, 0]]))).claim),
    whether(Member(column(0, 0), Span(given([], width=2)))),
    whether(Member(column(1, 0), Span(given([], width=2)))),
])  # fmt: skip
def test_zero_matrices_and_empty_bases_do_no_harm(question, monkeypatch):
    check(question, monkeypatch)


def leaves(kind):
    below = kind.__subclasses__()
    return set().union(*map(leaves, below)) if below else {kind}


def test_no_question_term_or_claim_is_forgotten():
    sample = list(Sample(QQ, chance(0), 2, 2).questions())
    about_spaces = {Obligation, TransportOf, SpannedBy}  # worked in test_laws
    about_statements = {q for q in SOLVERS if issubclass(q, Formal)}  # worked as problems
    asked = set(SOLVERS) - about_spaces - about_statements
    assert {type(q) for q in sample} == asked == set(methods.QUESTIONS)
    literals = {Given, Number, Count, Columns}
    assert {type(q.term) for q in sample if isinstance(q, ValueOf)} == leaves(Term)
    assert set(methods.TERMS) == leaves(Term) - literals
    asked = {type(meaning(q.positive)) for q in sample if isinstance(q, Decision)}
    assert set(methods.DECISIONS) <= asked <= leaves(Claim) | leaves(Notion)


@pytest.mark.parametrize("name", EXERCISES)
def test_every_step_of_an_exercise_is_checked_again(name):
    question, names = EXERCISES[name]
    solution = solution_for(settle(question), names)
    assert len(solution.steps) > 1
    for step in solution.steps:
        step.theorem.recheck()


def test_an_open_question_has_no_solution():
    outcome = settle(ValueOf(Inverse(given([[0]]))))
    with pytest.raises(NoAnswer, match="singular"):
        solution_for(outcome)


def test_without_the_theorem_of_a_step_only_the_result_is_written(monkeypatch):
    def fail(*_):
        raise NoAnswer("a step is not proved")

    monkeypatch.setattr("exactspaces.worked.explain", fail)
    outcome = settle(ValueOf(Rank(given([[1, 2]]))))
    solution = solution_for(outcome)
    assert [step.theorem for step in solution.steps] == [outcome.theorem]
    assert solution.as_list()[0]["claim"] == readable(outcome.theorem.claim)


def test_a_large_matrix_gets_the_summary():
    rng = chance(5)
    solution = solution_for(settle(ValueOf(Rank(Given(random_matrix(QQ, 13, 5, rng))))))
    assert "not written out" in write(solution.document(), "text")


def test_a_solution_has_the_title_that_is_given():
    solution = solution_for(settle(ValueOf(Rank(given([[1]])))), label="Exercise 1")
    first, *_ = solution.document().blocks
    assert first == Heading("Exercise 1", 2)
    assert any(isinstance(block, Paragraph) for block in solution.given)


def said(question, **more):
    return " ".join(step.text for step in solution_for(settle(question), **more).steps)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (BasisChange(given([[1, 2], [2, 4]]), given([[1, 0], [0, 1]])), "2b₁ − b₂ = 0"),
        (BasisChange(given([[1, 0, 0]]), given([[0, 1, 0]])), "two bases of one space"),
        (BasisExtension(given([[1, 0]]), Span(given([[0, 1]]))), "has to lie in it"),
        (BasisExtension(given([[1, 0], [2, 0]]), Span(identity_rows(2))), "2v₁ − v₂ = 0"),
        (ProjectionOnto(Span(given([[1, 0]])), Span(given([[2, 0]]))), "direct sum of the two"),
        (Complement(Span(given([[1, 0]])), Span(given([[0, 1]]))), "u₁ does not lie in"),
        (CoordinatesIn(column(1, 1), given([[1, 0], [2, 0]])), "2b₁ − b₂ = 0"),
        (CoordinatesIn(column(1, 1), given([[1, 0]])), "v ∉ span{(1, 0)}"),
        (InverseOf(given([[1, 2]])), "Only square matrices"),
        (whether(Member(column(1, 1), Null(given([[1, 1]])))), "This is not 0."),
        (SolutionSet(given([[1, 1], [2, 2]]), column(1, 3)), "−2E₁ + E₂ is 0 for all x"),
    ],
)
def test_a_refusal_gives_its_reason(question, words):
    assert words in said(question)


def test_vectors_are_written_as_what_they_are():
    vector = vector_of(Polynomials(2, "t"))
    question = whether(Member(column(1, 2, 3), Span(given([[1, 0, 0], [0, 2, 3]]))))
    text = said(question, vector=vector)
    assert "In matrices they stand with their coordinates." in text
    assert "v = s₁ + s₂" in text
    assert "2t + 3t²" in text


def test_the_letters_of_parameters_name_nothing_else():
    field = read_field("QQ(b, v)")
    b, v = (generator(field, name) for name in ("b", "v"))
    vector = Given(matrix_from(field, [[b], [v]]))
    product = Product(Given(matrix_from(field, [[v, b], [b, v]])), vector)
    solution = solution_for(settle(ByCases(field, ValueOf(product))))
    assert "w = (b, v)" in write(solution.document(), "text")


def test_what_has_a_name_is_answered_by_its_value():
    text = """
format = "exactspaces-problem/1"
id     = "systems/named"
title  = "Named"
topics = ["vectors"]
level  = 1
field  = "QQ"
[given]
v = "(1, 2)"
c = "1/2"
{parts}
"""
    part = "[[part]]\nid = '{}'\nask = 'Find it.'\nanswer = {{ kind = '{}', of = '{}' }}\n"
    asked = (("a", "vector", "v"), ("b", "scalar", "c"), ("d", "scalar", "dot(v, v)"),
             ("q", "scalar", "trace([1 2; 3 4])/det([1 2; 3 4])"))  # fmt: skip
    problem = Problem.load(text.format(parts="".join(part.format(*one) for one in asked)))
    written = problem.solution().write("text")
    assert [line for line in written.splitlines() if line.startswith("Result")] == [
        "Result: (1, 2).", "Result: 1/2.", "Result: dot(v, v) = 5.",
        "Result: tr(A)·det(A)⁻¹ = −5/2.",
    ]  # fmt: skip
    assert "dot(v, v) = 5\n" in written
    assert "identity matrix" not in written
