"""Solutions that show what was found, and check its properties line by line."""

from collections.abc import Callable
from typing import Any

from exactspaces.fields import entries
from exactspaces.kernel import Claim, Given, Matrix, Theorem, check
from exactspaces.questions.constructions import Construct, Construction, Line, Part
from exactspaces.questions.inner import Orthogonalised
from exactspaces.rendering.ambients import vector_of
from exactspaces.rendering.formulas import Formula, Sym
from exactspaces.rendering.grouping import is_tall
from exactspaces.rendering.terms import (
    basis_formula,
    matrix_grid,
    tuple_formula,
    vector_formula,
)
from exactspaces.solvers.decisions import proof_of
from exactspaces.worked import linear_maps
from exactspaces.worked.notation import equation
from exactspaces.worked.orthogonal import gram_schmidt
from exactspaces.worked.proofs import proved
from exactspaces.worked.work import Work

Story = Callable[[Work, Any, Construct], None]
STORIES: dict[type[Construction], Story] = {Orthogonalised: gram_schmidt, **linear_maps.STORIES}


def explain(work: Work, question: Construction) -> None:
    """Tell how the answer comes about where we can, show it, and go through its properties."""
    answer: Construct = proved(question).answer
    story = STORIES.get(type(question))
    if story is not None:
        story(work, question, answer)
    for part in answer.parts:
        _show(work, part)
    if answer.missing:
        work.say(f"What is asked for does not exist: {answer.reason}.")
    for line in question.all_lines(answer):
        _write(work, line)


def _write(work: Work, line: Line) -> None:
    """Say what a line says, in words and as a formula."""
    theorem, formula = _theorem(line.claim), work.claim(line.claim)
    if is_tall(formula):
        work.say(line.words)
        work.show(formula)
        work.rests_on(theorem)
    else:
        work.rests_on(theorem, line.words, " ", formula, ".")


def _theorem(claim: Claim) -> Theorem:
    """Prove one line of a claim that was accepted as a whole."""
    return check(claim, proof_of(claim))


def _show(work: Work, part: Part) -> None:
    if not isinstance(part.value, Matrix):
        work.say(f"{part.name}: {part.value}")
        return
    if part.kind == "vectors":
        how = tuple_formula if part.ambient is None else vector_of(part.ambient)
        work.say("We find the vectors ", basis_formula(part.value, how), ".")
        return
    if part.ambient is not None and part.kind == "vector":
        shown = vector_of(part.ambient)(entries(part.value.transpose)[0])
        work.show(equation(Sym(part.name), shown))
        return
    work.show(equation(Sym(part.name), _value(part.value, part.kind)))
    if part.kind == "matrix" and len(part.name) == 1:
        work.names.setdefault(Given(part.value), part.name)


def _value(matrix: Matrix, kind: str) -> Formula:
    if kind in ("vector", "polynomial") or matrix.shape == (1, 1):
        return vector_formula(matrix) if kind != "number" else matrix_grid(matrix).rows[0][0]
    return matrix_grid(matrix)
