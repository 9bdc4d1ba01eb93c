"""The judge of bases in letters: vectors a1, ..., an that are known by their relations only.

The columns of a matrix R with the same relations stand for them: a combination of the letters is 0
exactly when the same combination of the columns of R is. So c1 a1 + ... + cn an is judged as R c.
"""

from exactspaces.kernel import (
    Equal,
    Given,
    Independent,
    Matrix,
    Product,
    Span,
    Term,
    Transpose,
)
from exactspaces.marking.judging import Case, Judged, wrong
from exactspaces.questions import BasisOf, NotBasisOf, ValueOf, shape_of
from exactspaces.reading.answers import NotRead, Read
from exactspaces.reading.answers.formal import read_formal


def columns_of(case: Case) -> Term:
    """Give the matrix whose columns have the relations of the letters."""
    if isinstance(case.question, ValueOf) and shape_of(case.question.term).sort == "matrix":
        return case.question.term
    raise NotRead("input.wrong-sort", "a matrix whose columns stand for the letters is due")


def reader_of(case: Case) -> Read:
    """Give the reader for the letters of a part."""
    letter = str(case.options.get("letter", "a"))
    count = shape_of(columns_of(case)).width
    return lambda setting, text: read_formal(setting, text, letter, count)


def judge_formal(case: Case, answer: Matrix) -> Judged:
    """Decide whether the combinations are a basis of the span of all letters."""
    case, answer = case.fitted(answer)
    turned = Transpose(columns_of(case))
    listed, space = Product(Given(answer), turned), Span(turned)
    judged = case.decide(BasisOf(listed, space).claim, NotBasisOf(listed, space).claim)
    if judged.right is not False:
        return judged
    spans, free = case.decide(Equal(Span(listed), space)), case.decide(Independent(listed))
    theorems = (*judged.theorems, *spans.theorems, *free.theorems)
    if spans.right:
        text = "the vectors span the space, but they are dependent"
        return wrong(theorems, text, "spans_but_dependent")
    if free.right:
        text = "the vectors are independent, but they do not span the space"
        return wrong(theorems, text, "independent_but_short")
    return wrong(theorems, "the vectors are dependent, and they do not span the space")
