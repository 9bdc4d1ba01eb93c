"""Certificates as sentences: what was multiplied and compared."""

from collections.abc import Callable, Iterator
from typing import Any

from exactspaces.fields import entries, entry
from exactspaces.kernel import certificates as c
from exactspaces.kernel import claims as s
from exactspaces.questions import meaning
from exactspaces.questions import notions as q
from exactspaces.rendering.documents import Pieces
from exactspaces.rendering.formulas import Join, Num, Sym
from exactspaces.rendering.terms import Vector, basis_formula, matrix_grid, tuple_formula


def evidence_pieces(
    claim: s.Claim, certificate: c.Certificate, vector: Vector = tuple_formula
) -> tuple[Pieces, ...]:
    """Give the sentences on which a claim rests, the one for the claim itself first."""
    sentences = _sentences(claim, certificate, vector)
    said: list[Pieces] = []
    for sentence in sentences:
        if sentence and sentence not in said:
            said.append(sentence)
    return tuple(said) or (("The two sides are computed and compared.",),)


def _sentences(claim: s.Claim, certificate: c.Certificate, vector: Vector) -> list[Pieces]:
    """Go down to the claims that are no lists of others, and to the terms in them."""
    match claim, certificate:
        case s.AllOf(claims), c.Each(proofs):
            pairs = list(zip(claims, proofs, strict=False))
        case s.AnyOf(claims), c.Choice(position, proof):
            pairs = [(claims[position], proof)]
        case _:
            return _own(certificate, type(claim), vector)
    notion = type(meaning(claim))
    if notion in (q.Consistent, q.NoSolution):
        return _own(pairs[0][1], notion, vector)
    return [sentence for pair in pairs for sentence in _sentences(*pair, vector)]


def _own(certificate: c.Certificate, kind: type, vector: Vector) -> list[Pieces]:
    first = _AT_TOP.get((kind, type(certificate)))
    own = first(certificate) if first else _sentence(certificate, vector)
    return [own, *(_sentence(x, vector) for x in _below(certificate))]


def _below(certificate: c.Certificate) -> Iterator[c.Certificate]:
    parts: tuple[c.Certificate, ...] = getattr(certificate, "parts", ())
    for part in parts:
        yield part
        yield from _below(part)


def _sentence(certificate: c.Certificate, vector: Vector) -> Pieces:
    if isinstance(certificate, c.Basis):
        return _basis(certificate, vector)
    return _SENTENCES[type(certificate)](certificate)


def _minor(minor: c.Minor) -> Pieces:
    if not minor.rows:
        return ("The rank is at least 0.",)
    rows, columns = _numbered("row", minor.rows), _numbered("column", minor.columns)
    modulus = (" modulo ", Num(minor.modulus)) if minor.modulus else ()
    return (f"The part in {rows} and {columns} has an inverse", *modulus, ".")


def _numbered(word: str, positions: tuple[int, ...]) -> str:
    """Give "row 1" or "rows 1, 2" for positions counted from 0."""
    plural = "" if len(positions) == 1 else "s"
    return f"{word}{plural} {', '.join(str(k + 1) for k in positions)}"


def _basis(certificate: c.Basis, vector: Vector) -> Pieces:
    if not certificate.rows.height:
        return "The space contains the zero vector only. ", *_minor(certificate.minor)
    block = _numbered("coordinate", certificate.columns)
    rows = basis_formula(certificate.rows, vector)
    return rows, f" is a basis, with an identity block in {block}. ", *_minor(certificate.minor)


def _coefficients(certificate: c.Combination) -> Pieces:
    row = tuple_formula(entries(certificate.coefficients)[0])
    return "The combination with the coefficients ", row, " gives the vector."


def _relation(certificate: c.Combination, what: str = "vectors") -> Pieces:
    row = tuple_formula(entries(certificate.coefficients)[0])
    return f"The {what} combined with the coefficients ", row, " give zero."


def _solution(certificate: c.Combination) -> Pieces:
    row = tuple_formula(entries(certificate.coefficients)[0])
    return Join("=", (Sym("x"), row)), " is a solution."


def _functional(certificate: c.Functional) -> Pieces:
    row = tuple_formula(entries(certificate.row)[0])
    return "The product with ", row, " is 0 for each vector of the space, and 1 for this vector."


def _contradiction(certificate: c.Functional) -> Pieces:
    row = tuple_formula(entries(certificate.row)[0])
    return "The equations combined with the coefficients ", row, " give 0 = 1."


def _inverted(certificate: c.Inverted) -> Pieces:
    return "The product with ", matrix_grid(certificate.inverse), " is the identity matrix."


def _triangles(certificate: c.Triangles) -> Pieces:
    value = Num(entry(certificate.value))
    return "Row operations lead to a triangular matrix; the determinant is ", value, "."


def _factored(_: c.Factored) -> Pieces:
    first = "Stated U and V have columns that are orthonormal up to little, and "
    return first, "U diag(s) V^T differs from the matrix by little; both are added to the radius."


def _covered(certificate: c.Covered) -> Pieces:
    return (f"The {len(certificate.proofs)} cases leave nothing out.",)


_SENTENCES: dict[type[c.Certificate], Callable[[Any], Pieces]] = {
    c.Computed: lambda _: (),
    c.Minor: _minor,
    c.Inverted: _inverted,
    c.Triangles: _triangles,
    c.Combination: _coefficients,
    c.Functional: _functional,
    c.Regular: lambda x: _minor(x.minor),
    c.Each: lambda _: (),
    c.Choice: lambda _: (),
    c.Covered: _covered,
    c.Factored: _factored,
}
# What the same kind of evidence says of other claims.
_AT_TOP: dict[
    tuple[type[s.Claim] | type[q.Notion], type[c.Certificate]], Callable[[Any], Pieces]
] = {
    (s.Dependent, c.Combination): _relation,
    (s.NotInvertible, c.Combination): lambda x: _relation(x, "rows"),
    (q.Consistent, c.Combination): _solution,
    (q.NoSolution, c.Functional): _contradiction,
}
