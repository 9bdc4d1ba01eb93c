"""Marks for answers about statements, spaces of one's own, sets and proofs."""

from collections.abc import Mapping

from exactspaces.marking.formal.axioms import judge_axioms, judge_own_vector
from exactspaces.marking.formal.found import Found, mark_of
from exactspaces.marking.formal.proofs import judge_order, judge_slots
from exactspaces.marking.formal.reasons import judge_backed
from exactspaces.marking.formal.witnesses import judge_witness
from exactspaces.marking.judging import Settle
from exactspaces.marking.mark import Mark
from exactspaces.questions.formal import Formal, NegativeOf, ZeroOf
from exactspaces.reading.problems.letters import Lexicon, World
from exactspaces.reading.problems.model import Part
from exactspaces.reading.problems.tasks import (
    Axioms,
    Backed,
    ProofOrder,
    ProofSlots,
    Witness,
)
from exactspaces.reading.request import Request

# The mistakes that are named when such an answer is judged: see the page about them.
FORMAL_MISTAKES = (
    "counterexample.holds-here", "counterexample.not-in-set", "counterexample.stays-inside",
    "counterexample.wrong-axiom", "example.not-such", "subspace.zero-suffices", "subspace.union",
    "affine.called-subspace", "reason.missing", "reason.false", "reason.beside-the-point",
    "indep.trivial", "axiom.standard-zero", "axiom.standard-negative", "function.argument-sum",
    "proof.example-only", "proof.reason", "proof.step", "proof.order", "proof.missing-line",
    "proof.extra-line",
)  # fmt: skip


def is_formal(part: Part, request: Request | None) -> bool:
    """Say whether an answer to a part is marked here."""
    if "task" in part.answer.options:
        return True
    return request is not None and isinstance(request.question, Formal)


def mark_formal(
    part: Part, request: Request | None, given: Mapping[str, str], answer: str, settle: Settle
) -> Mark:
    """Judge an answer.

    Raises NotRead for what is not read.
    """
    return mark_of(part, _found(part, request, given, answer, settle))


def _found(
    part: Part, request: Request | None, given: Mapping[str, str], answer: str, settle: Settle
) -> Found:
    task = part.answer.options.get("task")
    match task:
        case ProofOrder():
            return judge_order(task, answer, settle)
        case ProofSlots():
            return judge_slots(task, answer, settle)
        case Witness():
            return judge_witness(task, answer, settle)
    if request is None:
        raise TypeError("a part of this kind asks something")
    match task:
        case Axioms():
            return judge_axioms(task, request, answer, settle)
        case Backed():
            return judge_backed(task, request, answer, settle)
    if isinstance(request.question, ZeroOf | NegativeOf):
        return judge_own_vector(lexicon_for(request, given), request.question, answer, settle)
    return judge_backed(Backed(()), request, answer, settle)


def lexicon_for(request: Request, given: Mapping[str, str]) -> Lexicon:
    """Give what expressions of an answer may name where no letters are told."""
    return Lexicon(World(request.over, given, {}, {}), ())
