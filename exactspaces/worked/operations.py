"""Row operations that are given: each is carried out."""

from exactspaces.questions import RowReduction
from exactspaces.rendering.terms import matrix_grid
from exactspaces.worked.chains import write_lines
from exactspaces.worked.conditions import tidied
from exactspaces.worked.elimination import Line
from exactspaces.worked.proofs import proved
from exactspaces.worked.work import Work


def row_reduction(work: Work, question: RowReduction) -> None:
    """Carry out the operations one after the other."""
    matrix, lines = question.before, []
    for operation in question.operations:
        found = proved(RowReduction(matrix, (operation,)))
        matrix = tidied(found.answer)
        lines.append(Line((operation,), matrix, found.theorem))
    if lines:
        write_lines(work, lines, matrix_grid(question.before))
