"""Readers and judges of the kinds about spectra, inner products, maps, operations and letters."""

from collections.abc import Callable, Mapping

from exactspaces.marking.inner import (
    judge_orthogonal_basis,
    judge_orthonormal_basis,
    judge_projection,
)
from exactspaces.marking.judging import Case
from exactspaces.marking.kinds import Judge, judge_value
from exactspaces.marking.lettered import judge_formal
from exactspaces.marking.lettered import reader_of as formal_reader
from exactspaces.marking.normal_forms import judge_normal_form
from exactspaces.marking.row_operations import judge_operations
from exactspaces.marking.spaces import read_named_space
from exactspaces.marking.spectra import judge_eigenpairs, judge_polynomial, judge_scalar_set
from exactspaces.questions.inner import ProjectionOfVector
from exactspaces.reading.answers import Answer, Setting
from exactspaces.reading.answers.eigenpairs import read_eigenpairs
from exactspaces.reading.answers.lists import read_list
from exactspaces.reading.answers.matrices_by_name import read_diagonalization, read_jordan
from exactspaces.reading.answers.operations import read_operations
from exactspaces.reading.answers.polynomials import read_polynomial
from exactspaces.reading.answers.scalar_sets import read_scalar_set
from exactspaces.reading.answers.values import read_matrix, read_vector

Read = Callable[[Setting, str], Answer]

MORE_READERS: Mapping[str, Read] = {
    "scalar-set": read_scalar_set,
    "eigenpairs": read_eigenpairs,
    "diagonalization": read_diagonalization,
    "jordan-form": read_jordan,
    "polynomial": read_polynomial,
    "orthogonal-basis": read_list,
    "orthonormal-basis": read_list,
    "projection": read_matrix,
    "matrix-of-map": read_matrix,
    "row-operations": read_operations,
}
MORE_JUDGES: Mapping[str, Judge] = {
    "scalar-set": judge_scalar_set,
    "eigenpairs": judge_eigenpairs,
    "diagonalization": judge_normal_form,
    "jordan-form": judge_normal_form,
    "polynomial": judge_polynomial,
    "orthogonal-basis": judge_orthogonal_basis,
    "orthonormal-basis": judge_orthonormal_basis,
    "projection": judge_projection,
    "matrix-of-map": judge_value,
    "row-operations": judge_operations,
    "formal-basis": judge_formal,
}


def reader_for(case: Case) -> Read | None:
    """Give the reader where it depends on what is asked; None where the kind decides."""
    if case.kind == "formal-basis":
        return formal_reader(case)
    if case.kind == "subspace" and case.options.get("named") == "allowed":
        return read_named_space
    if case.kind == "projection" and isinstance(case.question, ProjectionOfVector):
        return read_vector
    return None
