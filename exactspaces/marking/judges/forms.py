"""The judges of echelon forms, row-equivalent matrices and triangular factors."""

import re
from collections.abc import Mapping

from exactspaces.fields import entries
from exactspaces.kernel import Equal, Given, Matrix, ReducedEchelon, Span, Term
from exactspaces.kernel.matrices import equal, is_lower, times
from exactspaces.marking.judges.constructed import over_one_field
from exactspaces.marking.judging import Case, Judged, wrong
from exactspaces.questions import Factors, TriangularFactors, ValueOf, denial, shape_of
from exactspaces.reading.answers import Answer, NotRead, Setting
from exactspaces.reading.answers.pieces import read_in_turn
from exactspaces.reading.answers.setting import cleaned
from exactspaces.reading.answers.values import read_matrix

_FACTOR = re.compile(r"\b([PLU])\s*=\s*")


def judge_row_space(case: Case, answer: Matrix) -> Judged:
    """Decide whether row operations lead from the matrix to the answer."""
    case, answer = case.fitted(answer)
    matrix = _reduced(case)
    shape = shape_of(matrix)
    if answer.shape != (shape.height, shape.width):
        raise NotRead("input.wrong-size", "read as a matrix of another size than the given one")
    judged = case.decide(Equal(Span(Given(answer)), Span(matrix)))
    if judged.right is False:
        return wrong(judged.theorems, "the rows span another space than those that are given")
    return judged


def judge_echelon(case: Case, answer: Matrix) -> Judged:
    """Decide whether the answer is an echelon form of the matrix."""
    judged = judge_row_space(case, answer)
    reason = not_echelon(answer)
    return wrong(judged.theorems, reason) if judged.right and reason else judged


def _reduced(case: Case) -> Term:
    match case.question:
        case ValueOf(ReducedEchelon(matrix)):
            return matrix
    raise NotRead("input.wrong-sort", "the matrix to compare with is not known")


def not_echelon(matrix: Matrix) -> str:
    """Say why a matrix is in no echelon form; nothing when it is in one."""
    last = -1
    for i, row in enumerate(entries(matrix), 1):
        lead = next((j for j, x in enumerate(row) if x), matrix.width)
        if lead < matrix.width and lead <= last:
            return f"row {i}: the leading entry is not to the right of the one above"
        last = lead
    return ""


def read_factors(setting: Setting, text: str) -> Answer:
    """Read L = ..., U = ... and perhaps P = ...; the value maps letters to matrices."""
    pieces = _FACTOR.split(cleaned(text))
    letters, bodies = pieces[1::2], [x.strip().rstrip(",;") for x in pieces[2::2]]
    if sorted(letters) not in (["L", "U"], ["L", "P", "U"]) or pieces[0].strip():
        raise NotRead("input.wrong-sort", "factors are due: L = [...], U = [...]")
    found = read_in_turn(setting, [(read_matrix, body) for body in bodies])
    read = dict(zip(letters, found, strict=True))
    echo = ", ".join(f"{letter} = {answer.echo}" for letter, answer in read.items())
    return Answer({letter: answer.value for letter, answer in read.items()}, echo)


def judge_factors(case: Case, answer: Mapping[str, Matrix]) -> Judged:
    """Decide whether P A = L U with triangular factors, L with ones on its diagonal."""
    case, (lower, upper) = case.fitted_all(answer["L"], answer["U"])
    if not isinstance(case.question, TriangularFactors):
        raise NotRead("input.wrong-sort", "factors are judged against a matrix")
    matrix = case.question.matrix
    shape = shape_of(matrix)
    if lower.shape != (shape.height,) * 2 or upper.shape != (shape.height, shape.width):
        raise NotRead("input.wrong-size", "the sizes of the factors do not fit the matrix")
    order = _order(answer.get("P"), shape.height)
    claim = Factors(matrix, order, lower, upper).claim
    product = case.decide(claim.claims[0])
    if product.right is False and "P" in answer:
        _refuse_other_side(case, answer, matrix)
    if product.right is False:
        return wrong(product.theorems, "the product of the factors is not the matrix")
    if product.right is None:
        return product
    reason = _not_triangular(lower, upper)
    denied = denial(claim.claims[0])
    return wrong(product.theorems, reason) if reason else case.decide(claim, denied)


def _not_triangular(lower: Matrix, upper: Matrix) -> str:
    """Say what the factors lack; nothing when they have the form that is due."""
    if not is_lower(lower):
        return "L has entries above its diagonal"
    if not is_lower(upper.transpose):
        return "U has entries below its diagonal"
    if any(row[i] != row[i] ** 0 for i, row in enumerate(entries(lower))):
        return "L has other numbers than 1 on its diagonal"
    return ""


def _order(permutation: Matrix | None, n: int) -> tuple[int, ...]:
    """Give the order of the rows that a permutation matrix makes."""
    if permutation is None:
        return tuple(range(1, n + 1))
    rows = [[str(x) for x in row] for row in entries(permutation)]
    order = tuple(row.index("1") + 1 if "1" in row else 0 for row in rows)
    single = all(sorted(row) == ["0"] * (n - 1) + ["1"] for row in rows)
    if permutation.shape != (n, n) or not single or len(set(order)) != n:
        raise NotRead("input.wrong-sort", "P is read as no permutation matrix")
    return order


def _refuse_other_side(case: Case, answer: Mapping[str, Matrix], matrix: Term) -> None:
    """Ask again when A = P L U holds and P A = L U does not."""
    given = case.settle(ValueOf(matrix)).answer
    if not isinstance(given, Given):
        return
    product = times(answer["P"], times(answer["L"], answer["U"]))
    if equal(*over_one_field(product, given.matrix)):
        raise NotRead("input.two-readings", "A = P L U holds; P A = L U is due: transpose P")
