"""The judge of factors by their properties: svd, polar, qr and rank factors; any valid ones."""

import re
from collections.abc import Iterator, Mapping
from functools import partial, reduce
from itertools import pairwise

from exactspaces.errors import ExactSpacesError
from exactspaces.fields import Scalar, sign
from exactspaces.fields.conjugation import conjugate
from exactspaces.kernel import (
    Claim,
    Equal,
    Given,
    Independent,
    Matrix,
    Product,
    Term,
    Transpose,
    Unequal,
)
from exactspaces.kernel.matrices import equal, is_lower, times
from exactspaces.marking.judges.constructed import over_one_field
from exactspaces.marking.judging import Case, Judged, wrong
from exactspaces.questions import Question, ValueOf, shape_of
from exactspaces.questions.constructions import adjoint
from exactspaces.questions.decompositions import Polar, RankFactors
from exactspaces.questions.inner import OrthogonalFactors
from exactspaces.questions.singular import (
    SingularDecomposition,
    diagonal_of,
    is_diagonal,
    orthonormal_line,
)
from exactspaces.questions.symmetric import Definiteness
from exactspaces.reading.answers import Answer, NotRead, Read, Setting
from exactspaces.reading.answers.pieces import read_in_turn
from exactspaces.reading.answers.setting import cleaned
from exactspaces.reading.answers.values import matrix_echo, read_matrix

_SIGMA = re.compile(r"\\Sigma\b|\bSigma\b|Σ")
_MARK = r"(\s*(?:\^\s*\{?\s*[TH*]\s*\}?|'|ᵀ))?\s*=\s*"
Named = Mapping[str, Matrix]


def letters_of(question: Question) -> tuple[str, ...]:
    """Give the names of the factors that are judged here; none for other questions."""
    match question:
        case SingularDecomposition():
            return "U", "S", "V"
        case Polar():
            return "Q", "P"
        case OrthogonalFactors():
            return "Q", "R"
        case RankFactors():
            return "C", "R"
    return ()


def reader_of(letters: tuple[str, ...]) -> Read:
    """Give the reader of U = ..., S = ..., V = ..., or of the factors with other letters."""
    return partial(_read, letters)


def _read(letters: tuple[str, ...], setting: Setting, text: str) -> Answer:
    """Read each factor; V^T = ... is read as V."""
    start = re.compile(rf"(?<![A-Za-z\\])([{''.join(letters)}]){_MARK}")
    lead, *pieces = start.split(_SIGMA.sub("S", cleaned(text)))
    if lead.strip() or sorted(pieces[::3]) != sorted(letters):
        due = ", ".join(f"{letter} = [...]" for letter in letters)
        raise NotRead("input.wrong-sort", f"factors are due: {due}")
    bodies = [re.sub(r"[\s,;]*(?:\band)?\s*$", "", body) for body in pieces[2::3]]
    read = read_in_turn(setting, [(read_matrix, body) for body in bodies])
    turned = zip(pieces[::3], pieces[1::3], read, strict=True)
    found = {letter: _turned(one.value, mark or "") for letter, mark, one in turned}
    echo = ", ".join(f"{letter} = {matrix_echo(found[letter])}" for letter in letters)
    return Answer({letter: found[letter] for letter in letters}, echo)


def _turned(matrix: Matrix, mark: str) -> Matrix:
    """Give a matrix whose transpose, or conjugate transpose, was written."""
    if not mark:
        return matrix
    return matrix.transpose if "T" in mark or "ᵀ" in mark else conjugate(matrix).transpose


def judge_decomposition(case: Case, answer: Named) -> Judged:
    """Judge factors: their product, and the properties that each of them has to have."""
    case, found = case.fitted_all(*answer.values())
    named = dict(zip(answer, found, strict=True))
    product = _product(case, named)
    if product.right is False:
        _refuse_other_side(case, named)
    judged = [product, *(_decided(case, *one) for one in _claims(case, named))]
    if isinstance(case.question, Polar) and all(one.right for one in judged):
        judged.append(_not_negative(case, named["P"]))
    forms = tuple(_forms(case.question, named))
    theorems = tuple(theorem for one in judged for theorem in one.theorems)
    faults = tuple(text for one in judged if one.right is False for text in one.findings)
    if faults or forms:
        tag = "product_only" if product.right else "values_only" if _values(case, named) else ""
        return Judged(right=False, theorems=theorems, tag=tag, findings=(*faults, *forms))
    unclear = next((one for one in judged if one.right is None), None)
    return Judged(right=True, theorems=theorems) if unclear is None else unclear


def _decided(case: Case, claim: Claim, fault: str) -> Judged:
    judged = case.decide(claim)
    return wrong(judged.theorems, fault) if judged.right is False else judged


def _matrix(case: Case) -> Term:
    matrix: Term | None = getattr(case.question, "matrix", None)
    if matrix is None:
        raise NotRead("input.wrong-sort", "factors are judged against a matrix")
    return matrix


def _product(case: Case, named: Named) -> Judged:
    """Decide whether the factors multiply to the matrix."""
    a = _matrix(case)
    factors: list[Term] = [Given(matrix) for matrix in named.values()]
    if isinstance(case.question, SingularDecomposition):
        factors[-1] = adjoint(factors[-1])
        _require_full(case.question, named)
    shapes = [shape_of(factor) for factor in factors]
    fits = all(x.width == y.height for x, y in pairwise(shapes))
    if not fits or (shapes[0].height, shapes[-1].width) != (shape_of(a).height, shape_of(a).width):
        raise NotRead("input.wrong-size", "the sizes of the factors do not fit the matrix")
    sign_of = " ".join(named) + ("*" if isinstance(case.question, SingularDecomposition) else "")
    return _decided(case, Equal(a, reduce(Product, factors)), f"{sign_of} is not the matrix")


def _require_full(question: SingularDecomposition, named: Named) -> None:
    """Refuse the thin form where the full one is asked for."""
    u, v = named["U"], named["V"]
    if not question.thin and (u.width != u.height or v.width != v.height):
        raise NotRead(
            "input.wrong-size", "in the full form U and V are square; this is a thin one"
        )


def _claims(case: Case, named: Named) -> Iterator[tuple[Claim, str]]:
    """Give what has to hold beside the product, each with what is said when it does not."""
    match case.question:
        case SingularDecomposition():
            yield from (_orthonormal(name, named[name]) for name in "UV")
        case Polar():
            p = Given(named["P"])
            yield _orthonormal("Q", named["Q"])
            yield Equal(adjoint(p), p), "P is not equal to its adjoint"
        case OrthogonalFactors():
            yield _orthonormal("Q", named["Q"])
        case RankFactors():
            c, r = Given(named["C"]), Given(named["R"])
            yield Independent(Transpose(c)), "the columns of C are dependent: fewer suffice"
            yield Independent(r), "the rows of R are dependent: fewer suffice"


def _orthonormal(name: str, matrix: Matrix) -> tuple[Claim, str]:
    claim = orthonormal_line(name, Given(matrix)).claim
    return claim, f"the columns of {name} are not orthonormal"


def _forms(question: Question, named: Named) -> Iterator[str]:
    """Say what the factors lack in sight."""
    if isinstance(question, OrthogonalFactors) and not is_lower(named["R"].transpose):
        yield "R has entries below its diagonal"
    if isinstance(question, SingularDecomposition):
        if not is_diagonal(named["S"]):
            yield "S has entries off its diagonal"
        yield from _order(diagonal_of(named["S"]))


def _order(values: list[Scalar]) -> Iterator[str]:
    """Say which singular value is negative, and which is larger than the one before."""
    try:
        signs = [sign(x) for x in values]
        steps = [sign(x - y) for x, y in pairwise(values)]
    except ExactSpacesError:
        yield "S has an entry that is not real"
        return
    negative = next((x for x, s in zip(values, signs, strict=True) if s < 0), None)
    if negative is not None:
        yield f"the singular value {negative} is negative"
    growing = next((k for k, s in enumerate(steps) if s < 0), None)
    if growing is not None:
        yield f"the singular values do not decrease: {values[growing + 1]} stands later"


def _not_negative(case: Case, p: Matrix) -> Judged:
    """Decide whether P takes no negative value; as P^2 = A* A, there is only one such P."""
    key = case.key
    parts = getattr(key.answer, "parts", ())
    due = next((part.value for part in parts if part.name == "P"), None)
    if key.theorem is not None and isinstance(due, Matrix):
        left, right = map(Given, over_one_field(due, p))
        same = case.decide(Equal(left, right), Unequal(left, right))
        if same.right is not False:
            return Judged(same.right, (key.theorem, *same.theorems), "", same.findings)
        return wrong((key.theorem, *same.theorems), "P has negative eigenvalues")
    outcome = case.settle(Definiteness(Given(p)))
    if outcome.theorem is None:
        return Judged(None, (), "", (f"undecided: {outcome.reason}",))
    if outcome.answer["kind"].startswith("positive"):
        return Judged(right=True, theorems=(outcome.theorem,))
    return wrong((outcome.theorem,), "P has negative eigenvalues")


def _refuse_other_side(case: Case, named: Named) -> None:
    """Ask again when A = U S V holds, and A = U S V* does not."""
    found = case.settle(ValueOf(_matrix(case))).answer
    if "S" not in named or not isinstance(found, Given):
        return
    if named["V"].height != named["V"].width:
        return
    whole = times(named["U"], times(named["S"], named["V"]))
    if equal(*over_one_field(whole, found.matrix)):
        raise NotRead("input.two-readings", "A = U S V holds; A = U S V^T is due: transpose V")


def _values(case: Case, named: Named) -> bool:
    """Say whether the singular values are right, in any order."""
    parts = getattr(case.key.answer, "parts", ())
    due = next((part.value for part in parts if part.name == "S"), None)
    if "S" not in named or not isinstance(due, Matrix) or not is_diagonal(named["S"]):
        return False
    try:
        mine, theirs = over_one_field(named["S"], due)
    except NotRead:
        return False
    left, right = (diagonal_of(x) for x in (mine, theirs))
    return len(left) == len(right) and all(left.count(x) == right.count(x) for x in left)
