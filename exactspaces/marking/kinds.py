"""The kinds of answers: how each is read, and what judges it."""

from collections.abc import Callable, Mapping
from typing import Any

from exactspaces.marking.judges.affine import judge_affine
from exactspaces.marking.judges.bases import judge_basis, judge_span
from exactspaces.marking.judges.decompositions import judge_decomposition, letters_of
from exactspaces.marking.judges.decompositions import reader_of as factors_reader
from exactspaces.marking.judges.definiteness import judge_definiteness, read_definiteness
from exactspaces.marking.judges.forms import (
    judge_echelon,
    judge_factors,
    judge_row_space,
    read_factors,
)
from exactspaces.marking.judges.inner import (
    judge_orthogonal_basis,
    judge_orthonormal_basis,
    judge_projection,
)
from exactspaces.marking.judges.lettered import judge_formal
from exactspaces.marking.judges.lettered import reader_of as formal_reader
from exactspaces.marking.judges.normal_forms import judge_normal_form
from exactspaces.marking.judges.row_operations import judge_operations
from exactspaces.marking.judges.spaces import judge_subspace, read_named_space, read_subspace
from exactspaces.marking.judges.spectra import judge_eigenpairs, judge_polynomial, judge_scalar_set
from exactspaces.marking.judges.values import (
    judge_columns,
    judge_count,
    judge_direction,
    judge_value,
    judge_yes_no,
)
from exactspaces.marking.judging import Case, Judged
from exactspaces.questions.inner import ProjectionOfVector
from exactspaces.reading.answers import Read
from exactspaces.reading.answers.affine_sets import read_affine
from exactspaces.reading.answers.eigenpairs import read_eigenpairs
from exactspaces.reading.answers.lists import read_list
from exactspaces.reading.answers.matrices_by_name import read_diagonalization, read_jordan
from exactspaces.reading.answers.operations import read_operations
from exactspaces.reading.answers.polynomials import read_polynomial
from exactspaces.reading.answers.scalar_sets import read_scalar_set
from exactspaces.reading.answers.values import (
    read_columns,
    read_count,
    read_matrix,
    read_scalar,
    read_vector,
    read_yes_no,
)

Judge = Callable[[Case, Any], Judged]

_VECTORS = ("vector", "vector-up-to-scalar", "coordinates")
_MATRICES = (
    "matrix", "rref", "ref", "row-equivalent", "change-of-basis", "projection", "matrix-of-map",
)  # fmt: skip
_LISTS = ("basis", "basis-among", "spanning-set", "orthogonal-basis", "orthonormal-basis")
_VALUES = ("scalar", "vector", "matrix", "rref", "coordinates", "change-of-basis", "matrix-of-map")

READERS: Mapping[str, Read] = {
    "scalar": read_scalar,
    "dimension": read_count,
    **dict.fromkeys(_VECTORS, read_vector),
    **dict.fromkeys(_MATRICES, read_matrix),
    **dict.fromkeys(_LISTS, read_list),
    "subspace": read_subspace,
    "affine-set": read_affine,
    "yes-no": lambda _, text: read_yes_no(text),
    "columns": lambda _, text: read_columns(text),
    "definiteness": read_definiteness,
    "scalar-set": read_scalar_set,
    "eigenpairs": read_eigenpairs,
    "diagonalization": read_diagonalization,
    "jordan-form": read_jordan,
    "polynomial": read_polynomial,
    "row-operations": read_operations,
}


def _judge_factors(case: Case, answer: Any) -> Judged:
    return (judge_decomposition if letters_of(case.question) else judge_factors)(case, answer)


JUDGES: Mapping[str, Judge] = {
    **dict.fromkeys(_VALUES, judge_value),
    "dimension": judge_count,
    "columns": judge_columns,
    "vector-up-to-scalar": judge_direction,
    "yes-no": judge_yes_no,
    "ref": judge_echelon,
    "row-equivalent": judge_row_space,
    "factorization": _judge_factors,
    "definiteness": judge_definiteness,
    "basis": judge_basis,
    "basis-among": judge_basis,
    "spanning-set": judge_span,
    "subspace": judge_subspace,
    "affine-set": judge_affine,
    "scalar-set": judge_scalar_set,
    "eigenpairs": judge_eigenpairs,
    "diagonalization": judge_normal_form,
    "jordan-form": judge_normal_form,
    "polynomial": judge_polynomial,
    "orthogonal-basis": judge_orthogonal_basis,
    "orthonormal-basis": judge_orthonormal_basis,
    "projection": judge_projection,
    "row-operations": judge_operations,
    "formal-basis": judge_formal,
}


def reader_for(case: Case) -> Read | None:
    """Give the reader of answers to a question; None for kinds that have none here."""
    if case.kind == "formal-basis":
        return formal_reader(case)
    if case.kind == "factorization":
        letters = letters_of(case.question)
        return factors_reader(letters) if letters else read_factors
    if case.kind == "subspace" and case.options.get("named") == "allowed":
        return read_named_space
    if case.kind == "projection" and isinstance(case.question, ProjectionOfVector):
        return read_vector
    return READERS.get(case.kind)
