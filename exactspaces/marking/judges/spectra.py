"""The judges of sets of numbers, of eigenvalues with vectors, and of polynomials."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import reduce

from exactspaces.errors import ExactSpacesError, NotAField
from exactspaces.fields import (
    Scalar,
    entries,
    generator,
    lift,
    matrix_from,
    number,
    with_square_root,
)
from exactspaces.fields.conjugation import lifted
from exactspaces.kernel import (
    Equal,
    Extension,
    Given,
    Matrix,
    NotInvertible,
    Null,
    PrimeField,
    Product,
    Ring,
    Term,
    Theorem,
    Unequal,
)
from exactspaces.marking.judging import Case, Judged, wrong
from exactspaces.questions import BasisOf, NotBasisOf, ValueOf
from exactspaces.questions.rings import changed
from exactspaces.questions.roots import numeral
from exactspaces.questions.spectra import (
    CharacteristicPolynomial,
    Eigenvalues,
    Spectrum,
    shifted,
)
from exactspaces.reading.answers import NotRead
from exactspaces.reading.answers.eigenpairs import EigenPairs
from exactspaces.reading.bindings import carried

_MOST_ELEMENTS = 64
_MISSING = "every number of the answer is right, but one is missing"


def judge_scalar_set(case: Case, answer: Matrix) -> Judged:
    """Judge numbers in any order: those of a list, or the eigenvalues of a matrix."""
    if isinstance(case.question, Eigenvalues):
        return judge_eigenvalues(case, answer)
    return _judge_listed(case, answer)


def _judge_listed(case: Case, answer: Matrix) -> Judged:
    """Compare each number of the answer with each that is due."""
    questions = (case.question, *case.options.get("others", ()))
    dues = []
    for question in questions:
        if not isinstance(question, ValueOf):
            raise NotRead("input.wrong-sort", "the numbers to compare with are not known")
        try:
            dues.append(changed(question.term, lambda m: carried(m, answer.ring)))
        except ExactSpacesError as error:
            raise NotRead("input.other-field", str(error)) from error
    values = [x for (x,) in entries(answer)]
    theorems: list[Theorem] = []
    missed = list(range(len(dues)))
    for value in dict.fromkeys(values):
        found = [case.decide(Equal(due, numeral(value))) for due in dues]
        theorems += [theorem for judged in found for theorem in judged.theorems]
        hits = [k for k, judged in enumerate(found) if judged.right]
        unclear = next((judged for judged in found if judged.right is None), None)
        if unclear is not None:
            return replace(unclear, theorems=tuple(theorems))
        if not hits:
            return wrong(tuple(theorems), f"{value} is none of the numbers that are due")
        if case.options.get("repeated") == "counted" and values.count(value) != len(hits):
            return wrong(tuple(theorems), f"{value} does not stand there as often as it counts")
        missed = [k for k in missed if k not in hits]
    if not missed:
        return Judged(right=True, theorems=tuple(theorems))
    keys = (case.settle(questions[k]).theorem for k in missed)
    theorems += [theorem for theorem in keys if theorem is not None]
    return wrong(tuple(theorems), _MISSING, "some_values")


@dataclass(frozen=True)
class Divided:
    """A matrix, its characteristic polynomial divided by the roots of an answer, and theorems.

    `counts` says how often each root divides it; `rest` is what is left, from the constant term.
    """

    matrix: Matrix
    polynomial: tuple[Scalar, ...]
    counts: tuple[int, ...]
    rest: tuple[Scalar, ...]
    theorems: tuple[Theorem, ...]


def judge_eigenvalues(case: Case, answer: Matrix) -> Judged:
    """Decide whether these are all eigenvalues in the field; how often they count if asked."""
    values = list(dict.fromkeys(x for (x,) in entries(answer)))
    found = divided(case, values, answer.ring)
    if isinstance(found, Judged):
        return found
    for value, times in zip(values, found.counts, strict=True):
        if not times:
            regular = case.decide(NotInvertible(Given(shifted(found.matrix, value))))
            text = f"{value} is no eigenvalue: A - ({value}) I is invertible"
            return wrong(regular.theorems, text) if regular.right is False else regular
    judged = _complete(case, found, values)
    if not judged.right or case.options.get("repeated") != "counted":
        return judged
    said = [x for (x,) in entries(answer)]
    pairs = zip(values, found.counts, strict=True)
    off = [value for value, times in pairs if said.count(value) != times]
    text = "the eigenvalues are right, but not how often each of them counts"
    return wrong(judged.theorems, text, "values_only") if off else judged


def divided(case: Case, values: list[Scalar], ring: Ring) -> Divided | Judged:
    """Divide the characteristic polynomial by what the answer says; undecided without it."""
    question = case.question
    if not isinstance(question, Eigenvalues):
        raise NotRead("input.wrong-sort", "eigenvalues are judged against a matrix")
    key = case.settle(CharacteristicPolynomial(question.matrix))
    if key.theorem is None:
        return Judged(None, (), "", (f"undecided: {key.reason}",))
    try:
        matrix = carried(key.answer.values[0], ring)
    except ExactSpacesError as error:
        raise NotRead("input.other-field", str(error)) from error
    rest = whole = tuple(number(ring, c) for c in entries(key.answer["charpoly"])[0])
    counts = []
    for value in values:
        times, (quotient, left) = 0, _by_root(rest, value)
        while len(rest) > 1 and not left:
            rest, times = quotient, times + 1
            quotient, left = _by_root(rest, value)
        counts.append(times)
    return Divided(matrix, whole, tuple(counts), rest, (key.theorem,))


def _by_root(f: tuple[Scalar, ...], root: Scalar) -> tuple[tuple[Scalar, ...], Scalar]:
    """Divide by x - root (Horner): the quotient and the value there."""
    out: list[Scalar] = []
    value = number(root.ring, 0)
    for c in reversed(f):
        value = value * root + c
        out.append(value)
    return tuple(out[-2::-1]), out[-1]


def _complete(case: Case, found: Divided, values: list[Scalar]) -> Judged:
    """Decide whether an eigenvalue in the field is missing."""
    if len(found.rest) == 1:
        return _all_roots(case, found, values)
    growth = case.setting.over.growth
    if growth == "complex":
        return wrong(found.theorems, _MISSING, "some_values")  # every polynomial has a root there
    if len(found.rest) == 2:
        last = -found.rest[0] / found.rest[1]
        return _missing(case, found, [last])
    if len(found.rest) == 3 and growth == "fixed" and not found.matrix.ring.characteristic:
        quadratic = _quadratic(case, found)
        if quadratic is not None:
            return quadratic
    elements = list(elements_of(found.matrix.ring))
    if elements:
        return _missing(case, found, [x for x in elements if x not in values])
    key = case.key
    if key.theorem is None or not isinstance(key.answer, Spectrum):
        return Judged(None, found.theorems, "", (f"undecided: {key.reason}",))
    ring = found.matrix.ring
    if any(number(ring, root.value) not in values for root in key.answer.roots):
        return wrong((*found.theorems, key.theorem), _MISSING, "some_values")
    if growth == "real":
        return _real(key.answer, key.theorem, found, values)
    if all(other.field is not None for other in key.answer.others):
        return Judged(right=True, theorems=(*found.theorems, key.theorem))
    reason = "undecided: a factor of the characteristic polynomial was not shown irreducible"
    return Judged(None, found.theorems, "", (reason,))


def _quadratic(case: Case, found: Divided) -> Judged | None:
    """Decide whether the last two eigenvalues lie in a field of square roots; None for others.

    When they do not, the root of the discriminant generates a larger field over which A - c I is
    singular; that the larger ring is a field shows that the root is not in the smaller one.
    """
    c, b, a = found.rest
    try:
        root = with_square_root(b * b - a * c * 4)
    except NotAField:
        return None
    ring = root.ring
    values = [(-lift(ring, b) + sign) / (lift(ring, a) * 2) for sign in (root, -root)]
    if ring == found.matrix.ring:
        return _missing(case, found, values)
    larger = Given(shifted(lifted(ring, found.matrix), values[0]))
    judged = case.decide(NotInvertible(larger))
    return Judged(judged.right, (*found.theorems, *judged.theorems), "", judged.findings)


def _all_roots(case: Case, found: Divided, values: list[Scalar]) -> Judged:
    """Prove that the characteristic polynomial is the product of the factors x - c."""
    pairs = zip(values, found.counts, strict=True)
    roots = [value for value, times in pairs for _ in range(times)]
    due = matrix_from(found.matrix.ring, [[c] for c in found.polynomial], 1)
    steps: Term = _factor(roots[0], 1)
    for k, root in enumerate(roots[1:], 2):
        steps = Product(_factor(root, k), steps)
    judged = case.decide(Equal(steps, Given(due)))
    return Judged(judged.right, (*found.theorems, *judged.theorems), "", judged.findings)


def _factor(root: Scalar, degree: int) -> Given:
    """Give the matrix that multiplies polynomials of lower degree by x - root."""
    zero, one = number(root.ring, 0), number(root.ring, 1)
    rows = [
        [-root if j == i else one if j == i - 1 else zero for j in range(degree)]
        for i in range(degree + 1)
    ]
    return Given(matrix_from(root.ring, rows, degree))


def _missing(case: Case, found: Divided, candidates: list[Scalar]) -> Judged:
    """Look for an eigenvalue among numbers that the answer does not name."""
    theorems = list(found.theorems)
    for value in candidates:
        judged = case.decide(NotInvertible(Given(shifted(found.matrix, value))))
        if judged.right is None:
            return judged
        theorems += judged.theorems
        if judged.right:
            return wrong(judged.theorems, _MISSING, "some_values")
    return Judged(right=True, theorems=tuple(theorems))


def _real(spectrum: Spectrum, theorem: Theorem, found: Divided, values: list[Scalar]) -> Judged:
    """Compare with the real roots of each irreducible factor: sign changes show that many."""
    ring = found.matrix.ring
    theorems = (*found.theorems, theorem)
    for other in spectrum.others:
        f = [number(ring, c) for c in entries(other.polynomial)[0]]
        said = sum(1 for value in values if not _by_root(tuple(f), value)[1])
        if said < len(other.intervals):
            return wrong(theorems, _MISSING, "some_values")
        if said == len(f) - 1 or has_no_real_root(other.polynomial):
            continue
        reason = "undecided: it was not shown that there are no other real eigenvalues"
        return Judged(None, theorems, "", (reason,))
    return Judged(right=True, theorems=theorems)


def has_no_real_root(polynomial: Matrix) -> bool:
    """Say whether a quadratic polynomial over Q has a negative discriminant."""
    f = [x.fraction for x in entries(polynomial)[0]]
    if len(f) != 3 or any(x is None for x in f):
        return False
    c, b, a = (x for x in f if x is not None)
    return b * b - 4 * a * c < 0


def elements_of(ring: Ring) -> Iterator[Scalar]:
    """Give all numbers of a small finite field; nothing for other fields."""
    if isinstance(ring, PrimeField) and ring.p <= _MOST_ELEMENTS:
        yield from (number(ring, k) for k in range(ring.p))
    elif isinstance(ring, Extension) and ring.characteristic:
        p, basis = ring.characteristic, [number(ring, 1)]
        for name, modulus in zip(ring.names, ring.moduli, strict=True):
            g, place = generator(ring, name), ring.names.index(name)
            degree = max(e[place] for e, _ in modulus)
            basis = [b * g**k for b in basis for k in range(degree)]
        if p ** len(basis) > _MOST_ELEMENTS:
            return
        for k in range(p ** len(basis)):
            digits = [(k // p**j) % p for j in range(len(basis))]
            yield reduce(
                lambda total, pair: total + pair[0] * number(ring, pair[1]),
                zip(basis, digits, strict=True),
                number(ring, 0),
            )


def judge_eigenpairs(case: Case, answer: EigenPairs) -> Judged:
    """Judge eigenvalues with a basis of each eigenspace, in any order and at any scale."""
    values = judge_eigenvalues(replace(case, options={}), answer.values)
    found = divided(case, [x for (x,) in entries(answer.values)], answer.values.ring)
    if isinstance(found, Judged) or values.right is None:
        return found if isinstance(found, Judged) else values
    theorems = list(values.theorems)
    good = 0
    finding = values.findings
    for (value,), rows in zip(entries(answer.values), answer.spaces, strict=True):
        space = Null(Given(shifted(found.matrix, value)))
        listed = Given(rows)
        pair = BasisOf(listed, space).claim, NotBasisOf(listed, space).claim
        judged = case.decide(*pair)
        if judged.right is None:
            return judged
        theorems += judged.theorems
        good += judged.right
        if not judged.right and values.right:
            finding = (f"for {value} the vectors are no basis of the eigenspace",)
    if values.right and good == len(answer.spaces):
        return Judged(right=True, theorems=tuple(theorems))
    tag = "values_only" if values.right else "some_pairs" if good else ""
    return Judged(right=False, theorems=tuple(theorems), tag=tag, findings=finding)


def judge_polynomial(case: Case, answer: Matrix) -> Judged:
    """Compare coefficients; for det(x I - A) the sign of det(A - x I) is right as well."""
    key = case.key
    if key.theorem is None:
        return Judged(None, (), "", (f"undecided: {key.reason}",))
    part = next((p for p in key.answer.shown if p.kind == "polynomial"), None)
    if part is None:
        raise NotRead("input.wrong-sort", "there is no polynomial to compare with")
    due = [number(answer.ring, c) for c in entries(part.value)[0]]
    mine = entries(answer)[0]
    width = max(len(due), len(mine))
    zero = number(answer.ring, 0)
    rows = [
        Given(matrix_from(answer.ring, [[*row, *[zero] * (width - len(row))]], width))
        for row in (due, mine, [-c for c in due])
    ]
    judged = case.decide(Equal(rows[0], rows[1]), Unequal(rows[0], rows[1]))
    odd = isinstance(case.question, CharacteristicPolynomial) and len(due) % 2 == 0
    if judged.right is False and odd:
        judged = case.decide(Equal(rows[2], rows[1]), Unequal(rows[2], rows[1]))
    return replace(judged, theorems=(key.theorem, *judged.theorems))
