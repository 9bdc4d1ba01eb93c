"""Solutions that show what was found, and check its properties line by line."""

from collections.abc import Callable
from typing import Any

from exactspaces.fields import entries
from exactspaces.kernel import Claim, Given, Matrix, Theorem, check
from exactspaces.questions.constructions import Construct, Construction, Line, Part
from exactspaces.questions.equations import MatrixEquation
from exactspaces.questions.inner import (
    OrthogonalFactors,
    Orthogonalised,
    ProjectionOfVector,
    PseudoInverse,
)
from exactspaces.questions.singular import (
    ConditionNumber,
    OperatorNorm,
    SingularDecomposition,
    SingularValues,
)
from exactspaces.questions.spectra import (
    CharacteristicPolynomial,
    Eigenvalues,
    MinimalPolynomial,
    NormalForm,
)
from exactspaces.questions.symmetric import Definiteness, RootFactor, SymmetricFactors
from exactspaces.rendering.ambients import vector_of
from exactspaces.rendering.documents import Block, Display, Paragraph
from exactspaces.rendering.formulas import Formula, Join, Sym
from exactspaces.rendering.grouping import is_tall
from exactspaces.rendering.terms import basis_formula, matrix_grid
from exactspaces.rendering.text import text_line
from exactspaces.solvers.decisions import proof_of
from exactspaces.worked import (
    equations,
    linear_maps,
    orthogonal,
    pseudo_inverses,
    singular,
    spectral,
    symmetric,
)
from exactspaces.worked.notation import equation
from exactspaces.worked.polynomials import polynomial_formula
from exactspaces.worked.proofs import proved
from exactspaces.worked.work import Work

Story = Callable[[Work, Any, Construct], bool]  # says whether it told all there is to check
STORIES: dict[type[Construction], Story] = {
    Orthogonalised: orthogonal.gram_schmidt,
    ProjectionOfVector: orthogonal.projection,
    OrthogonalFactors: orthogonal.factors,
    PseudoInverse: pseudo_inverses.pseudo_inverse,
    MinimalPolynomial: spectral.minimal,
    SymmetricFactors: symmetric.factors,
    RootFactor: symmetric.root_factor,
    Definiteness: symmetric.definiteness,
    CharacteristicPolynomial: spectral.characteristic,
    Eigenvalues: spectral.eigenvalues,
    NormalForm: spectral.normal_form,
    SingularDecomposition: singular.decomposition,
    SingularValues: singular.values,
    OperatorNorm: singular.values,
    ConditionNumber: singular.values,
    MatrixEquation: equations.matrix_equation,
    **linear_maps.STORIES,
}


def explain(work: Work, question: Construction) -> None:
    """Tell how the answer comes about where we can, show it, and go through its properties."""
    answer: Construct = proved(question).answer
    story = STORIES.get(type(question))
    if story is not None and story(work, question, answer):
        return
    for part in answer.parts:
        _show(work, part)
    if answer.missing:
        work.say(f"What is asked for does not exist: {answer.reason}.")
    for line in question.all_lines(answer):
        _write(work, line)


def result_blocks(work: Work, answer: Construct) -> tuple[Block, ...]:
    """Give what was found as the last lines of a solution."""
    if answer.missing:
        return (Paragraph((f"Result: there is none; {answer.reason}.",)),)
    return (Paragraph(("Result:",)), *found_blocks(work, answer))


def found_blocks(work: Work, answer: Construct) -> tuple[Block, ...]:
    """Give what was found, a line for each part."""
    if answer.missing:
        return (Paragraph((f"There is none; {answer.reason}.",)),)
    displays: list[Block] = []
    for part in answer.shown:
        if not isinstance(part.value, Matrix):
            displays.append(Paragraph((f"{part.name}: {part.value}",)))
        elif part.kind == "vectors":
            displays.append(Display(_formula(work, part, part.value)))
        else:
            displays.append(Display(equation(Sym(part.name), _formula(work, part, part.value))))
    return tuple(displays)


def _write(work: Work, line: Line) -> None:
    """Say what a line says, in words and as a formula."""
    theorem, formula = _theorem(line.claim), work.claim(line.claim)
    if isinstance(formula, Join) and formula.operator == "=" and len(set(formula.parts)) == 1:
        work.rests_on(theorem, line.words)  # as 4 = 4: the words say more
    elif is_tall(formula):
        work.say(line.words)
        work.show(formula)
        work.rests_on(theorem)
    elif text_line((formula, ".")) == line.words:
        work.rests_on(theorem, line.words)
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
        work.say("We find the vectors ", _formula(work, part, part.value), ".")
        return
    work.show(equation(Sym(part.name), _formula(work, part, part.value)))
    if part.kind == "matrix" and len(part.name) == 1:
        work.names.setdefault(Given(part.value), part.name)


def _formula(work: Work, part: Part, value: Matrix) -> Formula:
    """Give the value of a part, a vector as what its coordinates mean."""
    how = work.vector if part.ambient is None else vector_of(part.ambient)
    if part.kind == "vectors":
        return basis_formula(value, how)
    if part.kind == "polynomial":
        return polynomial_formula(value, "x")
    if part.kind == "vector":
        return how(entries(value.transpose)[0])
    return matrix_grid(value).rows[0][0] if part.kind == "number" else matrix_grid(value)
