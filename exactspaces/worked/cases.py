"""Questions with parameters: where the answer splits, and each case by itself."""

from collections.abc import Mapping, Sequence
from typing import Any

from exactspaces.errors import NoAnswer, TooLarge
from exactspaces.kernel import Parameters, Term
from exactspaces.kernel import polynomials as poly
from exactspaces.kernel.coverage import matrices_in
from exactspaces.questions import ByCases, Question, with_ring
from exactspaces.questions.constructions import Construct
from exactspaces.rendering.documents import Block, Heading, Paragraph, Pieces
from exactspaces.rendering.formulas import Formula
from exactspaces.rendering.grouping import is_tall
from exactspaces.rendering.rings import condition_formula, conditions_formula
from exactspaces.rendering.text import line
from exactspaces.worked.constructions import found_blocks
from exactspaces.worked.methods import explain
from exactspaces.worked.notation import enumeration
from exactspaces.worked.proofs import proved
from exactspaces.worked.solution import Step
from exactspaces.worked.work import Work

MAX_WORKED = 12
Answers = Sequence[tuple[Parameters, Any]]


def by_cases(work: Work, question: ByCases, answers: Answers) -> None:
    """Say what splits the answer; then work each case under its conditions."""
    if len(answers) == 1:
        _case(work, question.question, answers[0][0], several=False)
        return
    work.say(*_splitting(question.ring, answers))
    for k, (ring, _) in enumerate(answers[:MAX_WORKED], start=1):
        work.waiting.append(Heading(f"Case {k}: {line(conditions_formula(ring))}", 3))
        _case(work, question.question, ring, several=True)
    if len(answers) > MAX_WORKED:
        work.say(f"The other {len(answers) - MAX_WORKED} cases go the same way.")


def cases_blocks(work: Work, answers: Answers) -> tuple[Block, ...]:
    """Give what was found in each case, for answers that are constructed."""
    out: list[Block] = [Paragraph(("Result:",))]
    for ring, answer in answers:
        if len(answers) > 1:
            out.append(Paragraph(("For ", conditions_formula(ring), ":")))
        out += found_blocks(work, answer)
    return tuple(out)


def _splitting(ring: Parameters, answers: Answers) -> Pieces:
    """Name the expressions whose vanishing makes a difference."""
    critical: dict[Any, Parameters] = {}
    for case, _ in answers:
        for f in (*case.zero, *case.nonzero):
            if f not in ring.zero and f not in ring.nonzero:
                critical.setdefault(f, case)
    shown: list[Formula] = [condition_formula(ring, f, _main(ring, f)) for f in critical]
    unique = list(dict.fromkeys(shown))
    listed = enumeration([(x,) for x in unique])
    return (
        "We cannot divide by an expression that may be zero. So we look apart at ",
        *listed,
        ", and at all other values.",
    )


def _main(ring: Parameters, f: Any) -> int:
    below = ring.count - len(ring.names)
    return next(k for k in range(below, ring.count) if poly.degree(f, k) > 0)


def _case(work: Work, question: Question, ring: Parameters, *, several: bool) -> None:
    """Work one case, with names carried over to its conditions."""
    inner = with_ring(question, ring)
    part = Work(work.evaluate, _names(work.names, ring), work.vector, work.reserved)
    found = proved(inner)
    try:
        explain(part, inner)
    except (NoAnswer, TooLarge):
        part = Work(work.evaluate, part.names, work.vector, work.reserved)
    part.waiting.clear()
    if several and isinstance(found.answer, Construct):
        part.say("In this case:")
        part.waiting += found_blocks(part, found.answer)
        part.rests_on(found.theorem)
    elif several:
        formula = part.claim(inner.claim(found.answer))
        part.say(*(("In this case:",) if is_tall(formula) else ("In this case: ", formula, ".")))
        if is_tall(formula):
            part.show(formula)
        part.rests_on(found.theorem)
    steps = [*part.steps, *part.checks]
    if steps:
        steps[0] = Step((*work.waiting, *steps[0].blocks), steps[0].theorem)
        work.waiting.clear()
    work.steps += steps


def _names(names: Mapping[Term, str], ring: Parameters) -> dict[Term, str]:
    out = dict(names)
    for term, name in names.items():
        rings = {matrix.ring for matrix in matrices_in(term)}
        if all(isinstance(r, Parameters) and set(r.nonzero) <= set(ring.nonzero) for r in rings):
            out.setdefault(with_ring(term, ring), name)
    return out
