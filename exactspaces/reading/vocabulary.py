"""The named functions of the expression language."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import NoReturn

from exactspaces.errors import ExactSpacesError, NotUnderstood
from exactspaces.kernel import (
    Determinant,
    Dimension,
    Inverse,
    Null,
    Pivots,
    Rank,
    ReducedEchelon,
    Span,
    Term,
    Trace,
    Transpose,
)
from exactspaces.questions import (
    TriangularFactors,
    invertibility,
    shape_of,
)
from exactspaces.questions.decompositions import Polar, RankFactors, SpectralProjectors
from exactspaces.questions.inner import OrthogonalFactors, PseudoInverse
from exactspaces.questions.residuals import Residuals, UnitKrylovReduction
from exactspaces.questions.similar import RationalForm
from exactspaces.questions.singular import (
    ConditionNumber,
    OperatorNorm,
    SingularDecomposition,
    SingularValues,
)
from exactspaces.questions.spectra import (
    CayleyHamilton,
    CharacteristicPolynomial,
    Eigenvalues,
    MinimalPolynomial,
)
from exactspaces.questions.symmetric import (
    Adjugate,
    ConjugateGradients,
    Cramer,
    Definiteness,
    KrylovReduction,
    RootFactor,
    SymmetricFactors,
)
from exactspaces.reading.context import Context
from exactspaces.reading.functions import decompositions as de
from exactspaces.reading.functions import inner, maps
from exactspaces.reading.functions import matrices as mf
from exactspaces.reading.functions import spaces as sf
from exactspaces.reading.functions import spectra as sp
from exactspaces.reading.functions.arguments import Arguments, vector_term
from exactspaces.reading.grammar.syntax import Node
from exactspaces.reading.linear import composed
from exactspaces.reading.linear import functions as linear
from exactspaces.reading.linear.algebra import endomorphism, literal
from exactspaces.reading.meanings import (
    Asked,
    ColumnsTerm,
    CountTerm,
    ElementTerm,
    MapTerm,
    MatrixTerm,
    Meaning,
    NumberTerm,
)


@dataclass(frozen=True)
class Function:
    """A function: how many arguments it takes, how to write it, and what it gives."""

    least: int
    most: int
    usage: str
    give: Callable[[Context, Node, Arguments], Meaning]


def apply(context: Context, node: Node, name: str, arguments: Arguments) -> Meaning:
    """Give the value of a function, as a meaning.

    Raises NotUnderstood when there is no such function or the arguments do not fit.
    """
    function = FUNCTIONS.get(name) or FUNCTIONS.get(ALIASES.get(name, ""))
    if function is None:
        no_name(context, node, name)
    if not function.least <= len(arguments) <= function.most:
        context.fail(node, f"{name} takes {_many(function)}: write {function.usage}.")
    give = function.give
    if any(isinstance(m, MapTerm | ElementTerm) for m in arguments):
        give = _of_maps(context, node, ALIASES.get(name, name), arguments) or give
        arguments = [literal(context, node, m) for m in arguments]
    try:
        found = give(context, node, arguments)
        term = getattr(found, "term", None)
        if isinstance(term, Term):
            shape_of(term)
        return found
    except NotUnderstood:
        raise
    except ExactSpacesError as error:
        context.fail(node, f"{name}: {error}.")


def _of_maps(
    context: Context, node: Node, name: str, arguments: Arguments
) -> Callable[[Context, Node, Arguments], Meaning] | None:
    """Give what a function means of a map, where that differs from what it means of a matrix."""
    first = arguments[0]
    if not isinstance(first, MapTerm):
        return None
    if name in linear.OF_ENDOMORPHISMS:
        endomorphism(context, node, first)
    return linear.OF_MAPS.get(name)


def _many(function: Function) -> str:
    if function.least == function.most:
        return "one argument" if function.least == 1 else f"{function.least} arguments"
    return f"{function.least} to {function.most} arguments"


def no_name(context: Context, node: Node, name: str) -> NoReturn:
    """Refuse a name that stands for nothing, with the nearest known one."""
    known = [*context.names, *FUNCTIONS, *ALIASES]
    near = get_close_matches(name, known, n=1)
    guess = f" Did you mean {near[0]}?" if near else ""
    if len(name) == 1 and name not in ("A", "B", "U", "V", "W"):
        guess = f" Give it a value, or make it a parameter with the field {_with(context, name)}."
    if name == "i":
        guess = " i is not a number of this field; work over QQ(i) or CC."
    context.fail(node, f"{name} is not given, and it is no function.{guess}")


def _with(context: Context, name: str) -> str:
    label = context.over.label
    if label.endswith(")") and not label.startswith("GF"):
        return f"{label[:-1]}, {name})"
    return f"{label}({name})" if label not in ("RR", "CC") else f"QQ({name})"


FUNCTIONS: Mapping[str, Function] = {
    "rref": Function(1, 1, "rref(A)", mf.of_matrix(lambda a: MatrixTerm(ReducedEchelon(a)))),
    "rank": Function(1, 1, "rank(A)", mf.of_matrix(lambda a: CountTerm(Rank(a)))),
    "nullity": Function(1, 1, "nullity(A)", mf.of_matrix(lambda a: CountTerm(Dimension(Null(a))))),
    "pivots": Function(1, 1, "pivots(A)", mf.of_matrix(lambda a: ColumnsTerm(Pivots(a)))),
    "det": Function(1, 1, "det(A)", mf.of_matrix(lambda a: NumberTerm(Determinant(a)))),
    "trace": Function(1, 1, "trace(A)", mf.of_matrix(lambda a: NumberTerm(Trace(a)))),
    "inv": Function(1, 1, "inv(A)", mf.of_matrix(lambda a: MatrixTerm(Inverse(a)))),
    "transpose": Function(1, 1, "transpose(A)", mf.of_matrix(lambda a: MatrixTerm(Transpose(a)))),
    "lu": Function(1, 1, "lu(A)", mf.of_matrix(lambda a: Asked(TriangularFactors(a)))),
    "invertible": Function(1, 1, "invertible(A)", mf.of_matrix(lambda a: Asked(invertibility(a)))),
    "null": Function(1, 1, "null(A)", mf.space_of(Null)),
    "row": Function(1, 1, "row(A)", mf.space_of(Span)),
    "col": Function(1, 500, "col(A)", mf.column),
    "leftnull": Function(1, 1, "leftnull(A)", mf.space_of(lambda a: Null(Transpose(a)))),
    "span": Function(1, 500, "span{(1, 0), (0, 1)}", sf.span),
    "dim": Function(1, 1, "dim(U)", sf.dim),
    "basis": Function(1, 500, "basis(U)", sf.basis),
    "extend": Function(1, 2, "extend({(1, 1, 0)}, QQ^3)", sf.extend),
    "complement": Function(1, 2, "complement(U) or complement(U, V)", sf.complement),
    "quotient": Function(2, 2, "quotient(V, W)", sf.quotient),
    "projection": Function(2, 2, "projection(U, W)", sf.projection),
    "direct_sum": Function(1, 50, "direct_sum(U, W) == V", sf.direct_sum),
    "sum": Function(1, 50, "sum(U, W)", sf.space_sum),
    "intersection": Function(1, 50, "intersection(U, W)", sf.intersection),
    "solve": Function(1, 2, "solve(A, b)", mf.solve),
    "consistent": Function(1, 2, "consistent(A, b)", mf.consistent),
    "coords": Function(2, 2, "coords(v, {b1, b2})", sf.coords),
    "change_of_basis": Function(2, 2, "change_of_basis(B, C)", sf.change),
    "identity": Function(1, 1, "identity(3)", mf.unit),
    "zeros": Function(1, 2, "zeros(2, 3)", mf.zeros),
    "columns": Function(1, 1, "columns(A)", mf.columns),
    "rows": Function(1, 1, "rows(A)", mf.rows),
    "augment": Function(2, 2, "augment(A, b)", mf.augment),
    "sqrt": Function(1, 1, "sqrt(2)", mf.sqrt),
    "c": Function(1, 500, "c(1, 2, 3)", vector_term),
    "dot": Function(2, 3, "dot(u, v) or dot(u, v, G)", inner.dot),
    "norm2": Function(1, 2, "norm2(v) or norm2(v, G)", inner.norm2),
    "norm": Function(1, 2, "norm(v) or norm(v, G)", inner.norm),
    "distance": Function(2, 3, "distance(v, W) or distance(v, W, G)", inner.distance),
    "angle": Function(2, 3, "angle(u, v) or angle(u, v, G)", inner.angle),
    "perp": Function(1, 2, "perp(W) or perp(W, G)", inner.perp),
    "proj": Function(1, 3, "proj(W), proj(v, W) or proj(v, W, G)", inner.proj),
    "gram": Function(1, 500, "gram{u, v}", inner.gram),
    "gram_schmidt": Function(1, 500, "gram_schmidt{u, v}", inner.gram_schmidt),
    "least_squares": Function(2, 2, "least_squares(A, b)", inner.least_squares),
    "min_norm": Function(2, 2, "min_norm(A, b)", inner.min_norm),
    "pinv": Function(1, 1, "pinv(A)", mf.of_matrix(lambda a: Asked(PseudoInverse(a)))),
    "qr": Function(1, 1, "qr(A)", mf.of_matrix(lambda a: Asked(OrthogonalFactors(a)))),
    "charpoly": Function(1, 1, "charpoly(A)", sp.of_square(CharacteristicPolynomial)),
    "minpoly": Function(1, 1, "minpoly(A)", sp.of_square(MinimalPolynomial)),
    "cayley_hamilton": Function(1, 1, "cayley_hamilton(A)", sp.of_square(CayleyHamilton)),
    "eigenvalues": Function(1, 1, "eigenvalues(A)", sp.of_square(Eigenvalues)),
    "eigenspace": Function(2, 2, "eigenspace(A, 2)", sp.eigenspace),
    "diagonalize": Function(1, 1, "diagonalize(A)", sp.normal_form(diagonal=True)),
    "diagonalizable": Function(1, 1, "diagonalizable(A)", sp.diagonalizable),
    "jordan": Function(1, 1, "jordan(A)", sp.normal_form(diagonal=False)),
    "similar": Function(2, 2, "similar(A, B)", sp.similar),
    "rational_form": Function(1, 1, "rational_form(A)", sp.of_square(RationalForm)),
    "singular_values": Function(1, 1, "singular_values(A)", de.of_any(SingularValues)),
    "svd": Function(1, 1, "svd(A)", de.of_any(SingularDecomposition)),
    "thin_svd": Function(1, 1, "thin_svd(A)", de.of_any(de.thin_svd)),
    "operator_norm": Function(1, 1, "operator_norm(A)", de.of_any(OperatorNorm)),
    "low_rank": Function(2, 2, "low_rank(A, 1)", de.low_rank),
    "polar": Function(1, 1, "polar(A)", de.of_any(Polar)),
    "spectral": Function(1, 1, "spectral(A)", sp.of_square(SpectralProjectors)),
    "schur": Function(1, 1, "schur(A)", de.schur),
    "rank_factors": Function(
        1, 1, "rank_factors(A)", mf.of_matrix(lambda a: Asked(RankFactors(a)))
    ),
    "condition": Function(1, 1, "condition(A)", de.of_any(ConditionNumber)),
    "invariant": Function(2, 2, "invariant(A, W)", sp.invariant),
    "krylov": Function(2, 3, "krylov(A, b) or krylov(A, b, k)", sp.krylov),
    "adj": Function(1, 1, "adj(A)", sp.of_square(Adjugate)),
    "cramer": Function(2, 2, "cramer(A, b)", maps.system(Cramer)),
    "ldl": Function(1, 1, "ldl(A)", sp.of_square(SymmetricFactors)),
    "cholesky": Function(1, 1, "cholesky(A)", sp.of_square(RootFactor)),
    "definite": Function(1, 1, "definite(A)", sp.of_square(Definiteness)),
    "matrix_of": Function(1, 3, "matrix_of(T, {b1, b2}, {c1, c2})", linear.matrix_of),
    "injective": Function(1, 1, "injective(T)", linear.injective),
    "surjective": Function(1, 1, "surjective(T)", linear.surjective),
    "isomorphism": Function(1, 1, "isomorphism(T)", linear.isomorphism),
    "rank_nullity": Function(1, 1, "rank_nullity(T)", linear.rank_nullity),
    "compose": Function(2, 50, "compose(S, T)", linear.compose),
    "linear_map": Function(1, 3, "linear_map(A) or linear_map(M, B, C)", linear.linear_map),
    "map_sending": Function(2, 2, "map_sending({b1, b2}, {w1, w2})", linear.map_sending),
    "restriction": Function(2, 2, "restriction(T, W)", linear.restriction),
    "block_triangular": Function(
        2, 2, "block_triangular(T, W)", linear.block_form(quotient=False)
    ),
    "quotient_map": Function(2, 2, "quotient_map(T, W)", linear.block_form(quotient=True)),
    "induced": Function(2, 2, "induced(T, W)", linear.induced),
    "first_isomorphism": Function(1, 1, "first_isomorphism(T)", linear.first_isomorphism),
    "second_isomorphism": Function(2, 2, "second_isomorphism(U, W)", linear.second_isomorphism),
    "third_isomorphism": Function(3, 3, "third_isomorphism(V, W, U)", linear.third_isomorphism),
    "dual_map": Function(1, 1, "dual_map(T)", linear.dual_map),
    "double_dual": Function(1, 1, "double_dual({b1, b2})", linear.double_dual),
    "invariant_complement": Function(
        2, 2, "invariant_complement(T, W)", linear.invariant_complement
    ),
    "generalized_eigenspace": Function(
        2, 2, "generalized_eigenspace(T, 2)", linear.generalized_eigenspace
    ),
    "common_eigenvector": Function(2, 2, "common_eigenvector(S, T)", linear.common_eigenvector),
    "cyclic": Function(2, 2, "cyclic(T, v)", linear.krylov),
    "companion": Function(1, 1, "companion(x^2 - 3x + 2)", composed.companion),
    "external_sum": Function(1, 50, "external_sum(A, B)", composed.external_sum),
    "vec": Function(1, 1, "vec(A)", composed.vec),
    "form_matrix": Function(2, 2, "form_matrix(G, {b1, b2})", composed.form_matrix),
    "dual": Function(1, 500, "dual{b1, b2}", maps.dual),
    "annihilator": Function(1, 1, "annihilator(U)", maps.annihilator),
    "tensor": Function(2, 2, "tensor(A, B)", maps.tensor),
    "arnoldi": Function(2, 2, "arnoldi(A, b)", maps.system(KrylovReduction)),
    "lanczos": Function(2, 2, "lanczos(A, b)", maps.system(maps.lanczos)),
    "cg": Function(2, 2, "cg(A, b)", maps.system(ConjugateGradients)),
    "gmres": Function(2, 2, "gmres(A, b)", maps.system(Residuals)),
    "unit_arnoldi": Function(2, 2, "unit_arnoldi(A, b)", maps.system(UnitKrylovReduction)),
    "unit_lanczos": Function(2, 2, "unit_lanczos(A, b)", maps.system(de.unit_lanczos)),
    "angles": Function(2, 2, "angles(U, W)", de.angles),
    "cauchy_schwarz": Function(2, 2, "cauchy_schwarz(u, v)", de.cauchy_schwarz),
    "cross": Function(2, 2, "cross(u, v)", inner.cross),
    "r": Function(1, 500, "r(1, 2, 3)", vector_term),
}

ALIASES: Mapping[str, str] = {
    "determinant": "det",
    "inverse": "inv",
    "tr": "trace",
    "T": "transpose",
    "kernel": "null",
    "ker": "null",
    "nullspace": "null",
    "null_space": "null",
    "colspace": "col",
    "column_space": "col",
    "rowspace": "row",
    "row_space": "row",
    "left_null": "leftnull",
    "left_nullspace": "leftnull",
    "dimension": "dim",
    "coordinates": "coords",
    "eye": "identity",
    "projector": "projection",
    "plu": "lu",
    "intersect": "intersection",
    "adjugate": "adj",
    "kronecker": "tensor",
    "image": "col",
    "im": "col",
    "one_to_one": "injective",
    "onto": "surjective",
    "bijective": "isomorphism",
    "restrict": "restriction",
    "generalised_eigenspace": "generalized_eigenspace",
    "block_diagonal": "external_sum",
    "diagonalise": "diagonalize",
    "diagonalisable": "diagonalizable",
    "eigenvals": "eigenvalues",
    "inner": "dot",
    "dist": "distance",
    "rational_canonical_form": "rational_form",
    "frobenius_form": "rational_form",
    "frobenius_norm": "norm",
    "cond": "condition",
    "spectral_norm": "operator_norm",
    "principal_angles": "angles",
    "lstsq": "least_squares",
    "pseudoinverse": "pinv",
}
