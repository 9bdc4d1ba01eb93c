"""Questions with parameters: where the answer splits, and each case by itself."""

from collections.abc import Mapping, Sequence
from typing import Any

from exactspaces.errors import NoAnswer, TooLarge
from exactspaces.kernel import Parameters, Term
from exactspaces.kernel.coverage import matrices_in
from exactspaces.questions import ByCases, Question, with_ring
from exactspaces.rendering.documents import Heading, Pieces
from exactspaces.rendering.formulas import Formula
from exactspaces.rendering.rings import condition_formula, conditions_formula
from exactspaces.rendering.text import line
from exactspaces.worked.explain import explain
from exactspaces.worked.notation import enumeration
from exactspaces.worked.proofs import proved
from exactspaces.worked.work import Work

MAX_WORKED = 12
Answers = Sequence[tuple[Parameters, Any]]


def by_cases(work: Work, question: ByCases, answers: Answers) -> None:
    """Say what splits the answer; then work each case under its conditions."""
    if len(answers) == 1:
        _case(work, question.question, answers[0][0])
        return
    work.say(*_splitting(question.ring, answers))
    for k, (ring, _) in enumerate(answers[:MAX_WORKED], start=1):
        work.waiting.append(Heading(f"Case {k}: {line(conditions_formula(ring))}", 3))
        _case(work, question.question, ring)
    if len(answers) > MAX_WORKED:
        work.say(f"The other {len(answers) - MAX_WORKED} cases go the same way.")


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
    return ("We cannot divide by an expression that may be zero. So we look apart at ", *listed,
            ", and at all other values.")  # fmt: skip


def _main(ring: Parameters, f: Any) -> int:
    from exactspaces.kernel import polynomials as poly

    below = ring.count - len(ring.names)
    return next(k for k in range(below, ring.count) if poly.degree(f, k) > 0)


def _case(work: Work, question: Question, ring: Parameters) -> None:
    """Work one case, with names carried over to its conditions."""
    inner = with_ring(question, ring)
    part = Work(work.evaluate, _names(work.names, ring), work.vector)
    part.waiting, part.checks = work.waiting, work.checks
    steps = len(work.steps)
    part.steps = work.steps
    found = proved(inner)
    try:
        explain(part, inner)
    except (NoAnswer, TooLarge):
        del work.steps[steps:]
    claim = inner.claim(found.answer)
    part.rests_on(found.theorem, "In this case: ", part.claim(claim), ".")
    work.waiting = part.waiting


def _names(names: Mapping[Term, str], ring: Parameters) -> dict[Term, str]:
    out = dict(names)
    for term, name in names.items():
        rings = {matrix.ring for matrix in matrices_in(term)}
        if all(isinstance(r, Parameters) and set(r.nonzero) <= set(ring.nonzero) for r in rings):
            out.setdefault(with_ring(term, ring), name)
    return out


