"""Claims in textbook form, and the list of the rules: what a person reads.

Nothing is proved here. The text of a claim is complete: every entry, every field, every condition.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from exactspaces.kernel import claims as s
from exactspaces.kernel import terms as t
from exactspaces.kernel.coverage import matrices_in
from exactspaces.kernel.forms import field_types
from exactspaces.kernel.matrices import Matrix
from exactspaces.kernel.polynomials import Polynomial, proportional
from exactspaces.kernel.rules import RULES
from exactspaces.kernel.scalars import Extension, Parameters, PrimeField, Ring
from exactspaces.kernel.values import VALUES
from exactspaces.kernel.wire import digits


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
    return _filled(claim) + (f" over {' and '.join(map(_ring, rings))}" if rings else "")


def describe_rules() -> list[tuple[str, str]]:
    """Give each rule, "claim by certificate", with the first sentence on why it is sound."""
    return [
        (f"{claim.__name__} by {certificate.__name__}", _sentence(rule.__doc__))
        for table in (RULES, VALUES)
        for (claim, certificate), rule in table.items()
    ]


def _sentence(text: str | None) -> str:
    paragraph = " ".join((text or "").split("\n\n")[0].split())
    return paragraph.partition(". ")[0].rstrip(".") + "."


_CLAIMS: dict[type, str] = {
    s.Equal: "{left} = {right}",
    s.Unequal: "{left} != {right}",
    s.Member: "{vector} in {space}",
    s.NotMember: "{vector} not in {space}",
    s.Included: "{inner} is contained in {outer}",
    s.NotIncluded: "{inner} is not contained in {outer}",
    s.Independent: "{vectors} is linearly independent",
    s.Dependent: "{vectors} is linearly dependent",
    s.BasisOf: "{vectors} is a basis of {space}",
    s.NotBasisOf: "{vectors} is not a basis of {space}",
    s.Invertible: "{matrix} is invertible",
    s.NotInvertible: "{matrix} is not invertible",
    s.Solutions: "{matrix} * x = {right} has exactly the solutions {particular} + {directions}",
    s.Consistent: "{matrix} * x = {right} has a solution",
    s.NoSolution: "{matrix} * x = {right} has no solution",
    s.Coordinates: "{vector} has the coordinates {coordinates} in the basis {basis}",
    s.ChangeOfBasis: "{matrix} takes coordinates in the basis {old} to those in the basis {new}",
    s.DirectSum: "{whole} is the direct sum of {summands}",
    s.NotDirectSum: "{whole} is not the direct sum of {summands}",
    s.Projection: "{matrix} is the projection onto {onto} along {along}",
    s.Factors: "rows {order} of {matrix} = {lower} * {upper}, unit lower times upper triangular",
    s.Reduces: "{before} becomes {after} by {operations}",
    s.Swap: "R{first} <-> R{second}",
    s.Multiply: "R{row} -> {factor} * R{row}",
    s.Combine: "R{row} -> R{row} + {factor} * R{source}",
}

# How tightly a term holds together, and its form; in a function an argument needs no brackets.
_TERMS: dict[type, tuple[int, str]] = {
    t.Given: (4, "{matrix}"),
    t.Count: (4, "{value}"),
    t.Columns: (4, "{positions}"),
    t.Add: (1, "{left} + {right}"),
    t.SpaceSum: (1, "{left} + {right}"),
    t.Meet: (1, "{left} & {right}"),
    t.Product: (2, "{left} * {right}"),
    t.Scaled: (2, "{factor} * {matrix}"),
    t.Power: (3, "{matrix}^{exponent}"),
    t.Transpose: (3, "{matrix}^T"),
    t.Inverse: (3, "{matrix}^-1"),
    t.Augmented: (4, "[{left} | {right}]"),
}
_FUNCTIONS: dict[type, str] = {
    t.Trace: "tr", t.Determinant: "det", t.ReducedEchelon: "rref", t.Pivots: "pivots",
    t.Rank: "rank", t.Nullity: "nullity", t.Dimension: "dim",
}  # fmt: skip
_COLUMNS = {"vector", "right", "particular", "coordinates"}
_LISTS = {"vectors", "basis", "old", "new"}


def _filled(value: Any) -> str:
    return _CLAIMS[type(value)].format(
        **{k: _field(k, getattr(value, k)) for k in field_types(type(value))}
    )


def _field(name: str, value: Any) -> str:
    """Write a field of a claim; its name tells columns, lists of vectors and spans."""
    if isinstance(value, tuple):
        return ", ".join(_field("", x) for x in value)
    if isinstance(value, s.Operation):
        return _filled(value)
    matrix = value.matrix if isinstance(value, t.Given) else value
    if isinstance(matrix, Matrix):
        return _named(name, matrix)
    if isinstance(value, t.Term):
        return f"{{rows of {_term(value)[0]}}}" if name in _LISTS else _term(value)[0]
    return digits(value)


def _named(name: str, matrix: Matrix) -> str:
    if name in _COLUMNS and matrix.width == 1 and matrix.height:
        return _vectors(matrix.transpose)
    if name in _LISTS:
        return f"{{{_vectors(matrix)}}}"
    if name == "directions":
        return _space(t.Span(t.Given(matrix)))
    return _number(matrix) if name == "factor" else _matrix(matrix)


def _term(term: t.Term) -> tuple[str, int]:
    """Give the text of a term and how tightly it holds together."""
    if isinstance(term, t.Span | t.Null):
        return _space(term), 4
    if type(term) in _FUNCTIONS:
        return _call(_FUNCTIONS[type(term)], term.parts[0]), 4
    if isinstance(term, t.Number):
        text = _entries(term.value)[0][0]
        return text, 4 if text.isalnum() else 0
    level, form = _TERMS[type(term)]
    outer = 0 if isinstance(term, t.Augmented) else level
    return form.format(
        **{k: _part(getattr(term, k), outer) for k in field_types(type(term))}
    ), level


def _part(value: Any, level: int) -> str:
    if isinstance(value, t.Term):
        text, inner = _term(value)
        return text if inner > level else f"({text})"
    if isinstance(value, Matrix):
        return _matrix(value)
    return f"({', '.join(map(digits, value))})" if isinstance(value, tuple) else digits(value)


def _space(term: t.Span | t.Null) -> str:
    inner = term.parts[0]
    turned = isinstance(inner, t.Transpose)
    if isinstance(term, t.Null):
        return _call("leftnull", inner.parts[0]) if turned else _call("null", inner)
    if isinstance(inner, t.Given):
        matrix = inner.matrix
        return f"span{{{_vectors(matrix)}}}" if matrix.rows else f"{{0}} in F^{matrix.width}"
    return _call("col", inner.parts[0]) if turned else _call("row", inner)


def _call(name: str, argument: t.Term) -> str:
    text = _term(argument)[0]
    return f"{name} {text}" if isinstance(argument, t.Given) else f"{name}({text})"


def _vectors(matrix: Matrix) -> str:
    return ", ".join(f"({', '.join(row)})" for row in _entries(matrix))


def _number(matrix: Matrix) -> str:
    text = _entries(matrix)[0][0]
    return text if text.isalnum() else f"({text})"


def _matrix(matrix: Matrix) -> str:
    rows = _entries(matrix)
    if not rows or not matrix.width:
        return f"[{matrix.height} x {matrix.width}]"
    comma = ", " if any(" " in x for row in rows for x in row) else " "
    return f"[{'; '.join(comma.join(row) for row in rows)}]"


def _entries(matrix: Matrix) -> list[list[str]]:
    return [[_entry(matrix, x) for x in row] for row in matrix.rows]


def _entry(matrix: Matrix, x: Any) -> str:
    ring, d = matrix.ring, matrix.denominator
    if not isinstance(ring, Extension | Parameters):
        return _fraction(Fraction(x, d))
    names = _names(ring)
    if not any(matrix.powers) or not x:
        return _polynomial(x, names, d)
    if proportional(x, matrix.scale, ring.characteristic):
        return _fraction(_ratio(x[0][1], matrix.scale[0][1], ring.characteristic))
    nonzero = ring.nonzero if isinstance(ring, Parameters) else ()
    below = [
        f"({_polynomial(f, names)})" + (f"^{k}" if k > 1 else "")
        for f, k in zip(nonzero, matrix.powers, strict=True)
        if k
    ]
    number = [digits(d)] if d > 1 else []
    lower = "*".join([*number, *below])
    upper = _polynomial(x, names)
    upper = f"({upper})" if " " in upper else upper
    return f"{upper}/{lower}" if len(number) + len(below) == 1 else f"{upper}/({lower})"


def _ratio(upper: int, lower: int, p: int) -> Fraction:
    return Fraction(upper * pow(lower, -1, p) % p if p else Fraction(upper, lower))


def _fraction(x: Fraction) -> str:
    top = digits(x.numerator)
    return top if x.denominator == 1 else f"{top}/{digits(x.denominator)}"


def _names(ring: Ring) -> tuple[str, ...]:
    if isinstance(ring, Parameters):
        return (*_names(ring.field), *ring.names)
    return ring.names if isinstance(ring, Extension) else ()


def _polynomial(f: Polynomial, names: Sequence[str], d: int = 1) -> str:
    """Write f divided by a number, each coefficient in lowest terms.

    >>> _polynomial((((2,), 1), ((0,), -1)), ("a",), 2)
    '1/2*a^2 - 1/2'
    """
    text = ""
    for exponents, coefficient in f:
        powers = [n if e == 1 else f"{n}^{e}" for n, e in zip(names, exponents, strict=True) if e]
        size = Fraction(abs(coefficient), d)
        number = [] if size == 1 and powers else [_fraction(size)]
        sign = (" - " if coefficient < 0 else " + ") if text else "-" if coefficient < 0 else ""
        text += sign + "*".join([*number, *powers])
    return text or "0"


def _ring(ring: Ring) -> str:
    if isinstance(ring, PrimeField):
        return f"GF({ring.p})"
    if isinstance(ring, Extension):
        moduli = " and ".join(f"{_polynomial(m, ring.names)} = 0" for m in ring.moduli)
        p = ring.characteristic
        size = digits(p ** ring.moduli[0][0][0][0]) if p else ""
        name = f"GF({size})" if p else f"QQ({', '.join(ring.names)})"
        return f"{name} with {moduli}"
    if isinstance(ring, Parameters):
        names = _names(ring)
        conditions = [f"{_polynomial(f, names)} = 0" for f in ring.zero]
        conditions += [f"{_polynomial(f, names)} != 0" for f in ring.nonzero]
        where = f" where {' and '.join(conditions)}" if conditions else ""
        return f"{_ring(ring.field)} for all {', '.join(ring.names)}{where}"
    return "QQ"
