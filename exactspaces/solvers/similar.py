"""Similarity by rational forms, and what shows that there is none."""

from collections.abc import Callable
from dataclasses import replace
from functools import reduce
from itertools import count

from exactspaces.errors import NoAnswer
from exactspaces.fields import Scalar, entries, matrix_from, number
from exactspaces.fields.polynomials import polynomial_text
from exactspaces.kernel import Matrix, Rationals
from exactspaces.kernel.matrices import identity, reduced
from exactspaces.questions.companions import companion_form
from exactspaces.questions.constructions import Construct, Construction, Part
from exactspaces.questions.irreducible import Irreducible
from exactspaces.questions.similar import Diagonalizable, RationalForm, Similarity
from exactspaces.questions.singular import Squares
from exactspaces.solvers.backends.choose import backend_for, spectral
from exactspaces.solvers.evidence import echelon_of
from exactspaces.solvers.frobenius import companions, divided
from exactspaces.solvers.singular import isolated
from exactspaces.solvers.spectra import as_row, inserted, square
from exactspaces.solvers.symmetric import Signs, squares_of
from exactspaces.solvers.systems import solution
from exactspaces.solvers.tables import product, trace_of

Coefficients = list[Scalar]
MAX_RANKS = 12  # beyond, different traces of powers are looked for first


def rational_form(_: RationalForm, matrix: Matrix) -> Construct:
    """Take off cyclic vectors, and put the companion matrices of their relations together."""
    square(matrix)
    found = companions(matrix)
    if found.base is None:
        raise NoAnswer("no basis was found")
    form = companion_form(matrix.ring, found.polynomials)
    return replace(found, parts=(Part("P", found.base), Part("F", form)))


def similarity(_: Similarity, left: Matrix, right: Matrix) -> Construct:
    """Compare the rational forms; from A P = P F and B Q = Q F comes A (P Q^-1) = (P Q^-1) B."""
    square(left)
    if right.shape != left.shape:
        raise NoAnswer("similar matrices have one size")
    if left.ring != right.ring:
        raise NoAnswer("the matrices are over different fields")
    forms = [companions(x) for x in (left, right)]
    blocks = [form.polynomials for form in forms]
    if blocks[0] != blocks[1]:
        return _not_similar(left, right, blocks)
    p, q = (form.base for form in forms)
    if p is None or q is None:
        raise NoAnswer("no basis was found")
    return Construct((Part("P", reduced(product(p, backend_for(q.ring).inverse(q)))),))


def _not_similar(left: Matrix, right: Matrix, blocks: list[list[Coefficients]]) -> Construct:
    """Find a power with two traces, or a power of an irreducible polynomial with two ranks."""
    polynomials = [spectral().characteristic(x) for x in (left, right)]
    large = left.height > MAX_RANKS and not left.ring.characteristic
    if polynomials[0] != polynomials[1] and large:
        powers = [left, right]
        for k in count(1):
            traces = [trace_of(x) for x in powers]
            if traces[0] != traces[1]:
                reason = f"A^{k} and B^{k} have the traces {traces[0]} and {traces[1]}"
                return Construct((Part("k", str(k), "words"),), "traces", reason)
            powers = [product(x, by) for x, by in zip(powers, (left, right), strict=True)]
    for f, _e in spectral().factors(polynomials[0]):
        often = [sorted(_multiplicity(f, d) for d in each) for each in blocks]
        for k in range(1, left.height + 1):
            if sum(min(k, m) for m in often[0]) != sum(min(k, m) for m in often[1]):
                q = reduce(_times, [f] * k)
                return _different(q, [echelon_of(inserted(q, x)).rank for x in (left, right)])
    raise NoAnswer("the rational forms differ, and no polynomial was found that shows it")


def _multiplicity(f: Coefficients, g: Coefficients) -> int:
    """Say how often f divides g."""
    times = 0
    while len(g) >= len(f):
        g, rest = divided(g, f)
        if any(rest):
            break
        times += 1
    return times


def _different(q: Coefficients, ranks: list[int]) -> Construct:
    shown = polynomial_text(q)
    reason = f"for q(x) = {shown} the ranks of q(A) and q(B) are {ranks[0]} and {ranks[1]}"
    return Construct((Part("q", as_row(q), "polynomial"),), "different", reason)


def _times(f: Coefficients, g: Coefficients) -> Coefficients:
    out = [number(f[0].ring, 0)] * (len(f) + len(g) - 1)
    for i, x in enumerate(f):
        for j, y in enumerate(g):
            out[i + j] = out[i + j] + x * y
    return out


def diagonalizable(question: Diagonalizable, matrix: Matrix) -> Construct:
    """Compare the minimal polynomial with the product r of the irreducible factors."""
    square(matrix, 30)
    if matrix.ring.characteristic:
        raise NoAnswer("the complex numbers contain no finite field; ask diagonalize(A)")
    minimal = companions(matrix).polynomials[-1]
    factors = spectral().factors(minimal)
    if any(e > 1 for _, e in factors):
        r = reduce(_times, (f for f, _ in factors))
        shown = polynomial_text(r)
        reason = f"r(A) is nilpotent and not 0 for r(x) = {shown}, over every field"
        return Construct((Part("r", as_row(r), "polynomial"),), "defective", reason)
    others: tuple[Irreducible, ...] = ()
    if question.real:
        if not isinstance(matrix.ring, Rationals):
            raise NoAnswer("over the real numbers this is worked out for rational matrices")
        h = negative_trace(matrix, len(minimal) - 1)
        if h is not None:
            return h
        _, others = isolated(factors)
    u, v = _bezout(minimal)
    parts = (
        Part("diagonalizable", "yes", "words"),
        Part("m", as_row(minimal), "polynomial", shown=False),
        Part("u", as_row(u), "polynomial", shown=False),
        Part("v", as_row(v), "polynomial", shown=False),
    )
    reason = f"the minimal polynomial {polynomial_text(minimal)} has no multiple root"
    pairs = tuple((as_row(f), e) for f, e in factors)
    return Squares(parts, reason=reason, factors=pairs, others=others)


def negative_trace(matrix: Matrix, degree: int) -> Construct | None:
    """Give h with a negative trace of h(A)^2 where there is one (C. Hermite's form)."""
    powers, traces = identity(matrix.ring, matrix.height), []
    for _ in range(2 * degree):
        traces.append(trace_of(powers))
        powers = product(powers, matrix)
    rows = [[traces[i + j] for j in range(degree)] for i in range(degree)]
    form = matrix_from(matrix.ring, rows, degree)
    signs = Signs(form)
    if signs.negative is None:
        return None
    h = signs.vector(signs.negative).transpose
    (value,) = entries(product(h, form, h.transpose))[0]
    shown = polynomial_text(entries(h)[0])
    parts = Part("h", h, "polynomial"), Part("squares", squares_of(-value), shown=False)
    reason = f"for h(x) = {shown} the trace of h(A)^2 is {value}, so not all eigenvalues are real"
    return Construct(parts, "not real", reason)


def _bezout(m: Coefficients) -> tuple[Coefficients, Coefficients]:
    """Give u, v of least degrees with u m + v m' = 1, by a system of linear equations."""
    ring, d = m[0].ring, len(m) - 1
    slope = [c * k for k, c in enumerate(m)][1:]
    if d == 1:
        return [number(ring, 0)], [slope[0].inverse()]
    nothing = number(ring, 0)
    columns = [[nothing] * k + list(m) for k in range(d - 1)]
    columns += [[nothing] * k + slope for k in range(d)]
    size = 2 * d - 1
    rows = [[c[i] if i < len(c) else nothing for c in columns] for i in range(size)]
    right = [[number(ring, int(i == 0))] for i in range(size)]
    x = solution(matrix_from(ring, rows, size), matrix_from(ring, right, 1))
    if x is None:
        raise NoAnswer("the minimal polynomial has a multiple root")
    values = [c for (c,) in entries(x)]
    return values[: d - 1], values[d - 1 :]


MAKERS: dict[type[Construction], Callable[..., Construct]] = {
    RationalForm: rational_form,
    Similarity: similarity,
    Diagonalizable: diagonalizable,
}
