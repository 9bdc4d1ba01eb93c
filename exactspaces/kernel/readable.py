"""Claims in full, for a person to read.

Nothing is proved here. The text of a claim is complete: every entry, every field, every condition.
Lists of vectors are the rows of a matrix; `span` and `col` are the spans of rows and of columns.
"""

from typing import Any

from exactspaces.kernel import claims as s
from exactspaces.kernel import terms as t
from exactspaces.kernel.coverage import matrices_in
from exactspaces.kernel.matrices import Matrix
from exactspaces.kernel.polynomials import Polynomial
from exactspaces.kernel.scalars import Extension, PlainRing, Ring
from exactspaces.kernel.sentences import fraction, sentence
from exactspaces.kernel.statements import Quantified
from exactspaces.kernel.wire import digits

# For each kind its form, with the fields in their order.
_FORMS: dict[type, str] = {
    s.Equal: "{} = {}", s.Unequal: "{} != {}", s.Member: "{} in {}", s.NotMember: "{} not in {}",
    s.Included: "{} is contained in {}", s.NotIncluded: "{} is not contained in {}",
    s.Independent: "the rows of {} are independent", s.Dependent: "the rows of {} are dependent",
    s.Invertible: "{} is invertible", s.NotInvertible: "{} is not invertible",
    s.Solutions: "{} * x = {} has exactly the solutions {} + span {}",
    s.LowerTriangular: "{} is lower triangular",
    s.SingularValues: "the singular values of {0}, largest first, are within {2} of {1}",
    s.Eigenvalues: "{0} is symmetric; its eigenvalues, largest first, are within {2} of {1}",
    t.Columns: "({})", t.Product: "{} * {}", t.Add: "{} + {}", t.Scaled: "{} * {}",
    t.Power: "{}^{}", t.Transpose: "{}^T", t.Inverse: "{}^-1", t.Augmented: "[{} | {}]",
    t.SpaceSum: "{} + {}", t.Meet: "{} & {}", t.Trace: "tr {}", t.Determinant: "det {}",
    t.Diagonal: "diag {}", t.ReducedEchelon: "rref {}", t.Dimension: "dim {}",
}  # fmt: skip
_OF_TRANSPOSE: dict[type, str] = {t.Span: "col {}", t.Null: "leftnull {}"}


def readable(claim: s.Claim) -> str:
    """Write a claim in full, with its field at the end; cases as a numbered list.

    >>> from exactspaces.kernel import Equal, Given, Rank, Count, Matrix, Rationals
    >>> readable(Equal(Rank(Given(Matrix(Rationals(), ((1, 2), (2, 4)), 2))), Count(1)))
    'rank [1 2; 2 4] = 1 over QQ'
    """
    if isinstance(claim, s.Cases):
        cases = (f"\n  {k}. {readable(x.claim)}" for k, x in enumerate(claim.cases, start=1))
        return f"in all cases over {_ring(claim.ring)}:{''.join(cases)}"
    rings = dict.fromkeys(matrix.ring for matrix in matrices_in(claim))
    return _claim(claim) + (f" over {' and '.join(map(_ring, rings))}" if rings else "")


def _claim(claim: s.Claim) -> str:
    """Write a claim without its field; parts that are composed themselves stand in brackets."""
    if isinstance(claim, Quantified):
        return sentence(claim)
    composed = s.AllOf | s.AnyOf | s.Cases | Quantified
    if isinstance(claim, s.AllOf | s.AnyOf):
        parts = [f"({_claim(x)})" if isinstance(x, composed) else _claim(x) for x in claim.claims]
        word = "and" if isinstance(claim, s.AllOf) else "or"
        return f" {word} ".join(parts) or f"no claims joined by {word}"
    return readable(claim) if isinstance(claim, s.Cases) else _text(claim)


def _text(value: Any) -> str:
    if isinstance(value, int):
        return digits(value)
    if isinstance(value, tuple):
        return ", ".join(map(_text, value))
    if isinstance(value, Matrix):
        return _matrix(value)
    if isinstance(value, t.Given | t.Count):
        return _text(*value.values)
    if isinstance(value, t.Number):
        return _matrix(value.value).strip("[]")
    form, parts = _FORMS.get(type(value), f"{type(value).__name__.lower()} {{}}"), value.values
    if type(value) in _OF_TRANSPOSE and isinstance(parts[0], t.Transpose):
        form, parts = _OF_TRANSPOSE[type(value)], parts[0].values
    outer = len(value.parts) if isinstance(value, t.Term) else 3
    return form.format(*(_operand(x, outer) for x in parts))


def _operand(value: Any, outer: int) -> str:
    """Write a part of a term with this number of parts (3: of a claim), in brackets if needed."""
    text, inner = _text(value), len(value.parts) if isinstance(value, t.Term) else 0
    signs = isinstance(value, t.Number) and outer < 3 and not text.isalnum()
    return f"({text})" if signs or inner >= max(outer, 1) else text


def _matrix(matrix: Matrix) -> str:
    if not matrix.height or not matrix.width:
        return f"[{matrix.height} x {matrix.width}]"
    rows = [[_entry(matrix, x) for x in row] for row in matrix.rows]
    comma = ", " if any(" " in x for row in rows for x in row) else " "
    return f"[{'; '.join(comma.join(row) for row in rows)}]"


def _entry(matrix: Matrix, x: Any) -> str:
    ring = matrix.ring
    if isinstance(ring, PlainRing):
        return fraction(x, matrix.denominator)
    text = _polynomial(x, ring.symbols, matrix.denominator)
    if isinstance(ring, Extension) or not any(matrix.powers) or not x:
        return text
    powers = zip(ring.nonzero, matrix.powers, strict=True)
    return f"({text})/({'*'.join(f'({_polynomial(f, ring.symbols)})^{k}' for f, k in powers)})"


def _polynomial(f: Polynomial, names: tuple[str, ...], d: int = 1) -> str:
    """Write f divided by a number, each coefficient in lowest terms.

    >>> _polynomial((((2,), 1), ((0,), -1)), ("a",), 2)
    '1/2*a^2 - 1/2'
    """
    terms = []
    for exponents, coefficient in f:
        powers = [n if e == 1 else f"{n}^{e}" for n, e in zip(names, exponents, strict=True) if e]
        size = [] if abs(coefficient) == d and powers else [fraction(abs(coefficient), d)]
        terms.append("-" * (coefficient < 0) + "*".join([*size, *powers]))
    return " + ".join(terms).replace("+ -", "- ") or "0"


def _ring(ring: Ring) -> str:
    if isinstance(ring, PlainRing):
        return f"GF({ring.characteristic})" if ring.characteristic else "QQ"
    names = ", ".join(ring.names)
    vanishing = ring.moduli if isinstance(ring, Extension) else ring.zero
    conditions = [f"{_polynomial(f, ring.symbols)} = 0" for f in vanishing]
    if isinstance(ring, Extension):
        return f"{_ring(ring.base)}({names}) with {' and '.join(conditions)}"
    conditions += [f"{_polynomial(f, ring.symbols)} != 0" for f in ring.nonzero]
    where = " where " if conditions else ""
    return f"{_ring(ring.field)} for all {names}{where}{' and '.join(conditions)}"
