"""Similarity by rational forms, and what shows that there is none."""

from collections.abc import Callable
from dataclasses import replace
from functools import reduce
from itertools import count

from exactspaces.errors import NoAnswer
from exactspaces.fields import Scalar, number
from exactspaces.fields.polynomials import polynomial_text
from exactspaces.kernel import Matrix
from exactspaces.kernel.matrices import reduced
from exactspaces.questions.companions import companion_form
from exactspaces.questions.constructions import Construct, Construction, Part
from exactspaces.questions.similar import RationalForm, Similarity
from exactspaces.solvers.backends.choose import backend_for, spectral
from exactspaces.solvers.evidence import echelon_of
from exactspaces.solvers.frobenius import companions, divided
from exactspaces.solvers.spectra import as_row, inserted, square
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


MAKERS: dict[type[Construction], Callable[..., Construct]] = {
    RationalForm: rational_form,
    Similarity: similarity,
}
