"""From an obligation of a space to a finding."""

from exactspaces.errors import NoAnswer
from exactspaces.kernel.certificates import Certificate
from exactspaces.kernel.errors import KernelError
from exactspaces.kernel.formulas import Variable
from exactspaces.kernel.statements import ForAll, Instance, Normalised, Substitution
from exactspaces.questions import Finding, laws
from exactspaces.questions.obligations import Absent, Broken, Obligation, Shown
from exactspaces.solvers.laws import finite
from exactspaces.solvers.laws.build import Deadline
from exactspaces.solvers.laws.existence import Existence
from exactspaces.solvers.laws.parameters import says_defined
from exactspaces.solvers.laws.prove import Prover, accepted
from exactspaces.solvers.laws.refute import Carrier, counterexample
from exactspaces.solvers.laws.signs import by_all_signs

QUICK, SLOW = 0.25, 4.0


def find_obligation(question: Obligation, deadline: Deadline | None = None) -> Finding:
    """Find whether a space fulfils an obligation, with the evidence.

    Raises NoAnswer with what was tried when it is not decided.
    """
    deadline = deadline or Deadline()
    try:
        if question.name in laws.EXISTENCE:
            return _existence(question, deadline)
        return _statement(question, deadline)
    except KernelError as error:
        raise NoAnswer(f"undecided: {error}") from error


def _statement(question: Obligation, deadline: Deadline) -> Finding:
    statement = laws.statement(question.space, question.name)
    if finite.is_finite(question.space):
        return finite.find_statement(statement, deadline)
    claim = statement.proved()
    if accepted(claim, Normalised()):
        return Finding(Shown(), Normalised())
    split = by_all_signs(claim)
    if split is not None and accepted(claim, split):
        return Finding(Shown(), split)
    carrier = Carrier(question.space)
    found = counterexample(carrier, statement, deadline.within(QUICK))
    if found is not None:
        return Finding(Broken(found), Instance(found))
    proof = prove_law(claim, deadline.within(deadline.seconds * 0.6))
    if proof is not None:
        return Finding(Shown(), proof)
    found = counterexample(carrier, statement, deadline.within(SLOW))
    if found is not None:
        return Finding(Broken(found), Instance(found))
    deadline.check()
    raise NoAnswer(
        "undecided: no counterexample among small numbers, "
        "and no proof by normal forms, signs, combinations of hypotheses and cases"
    )


def prove_law(claim: ForAll, deadline: Deadline) -> Certificate | None:
    """Prove a statement, first without the hypotheses that only say that formulas have values."""
    kept = tuple(x for x in claim.hypotheses if not says_defined(x))
    if len(kept) < len(claim.hypotheses):
        bare = ForAll(claim.quantities, kept, claim.conclusion)
        proof = Prover(deadline.within(deadline.seconds * 0.7)).prove(bare)
        if proof is not None:
            same = tuple(Variable(q.name) for q in claim.quantities)
            return Substitution(claim.quantities, kept, same, same, Normalised(), proof)
    return Prover(deadline).prove(claim)


def _existence(question: Obligation, deadline: Deadline) -> Finding:
    space, zero = question.space, question.zero
    if finite.is_finite(space):
        if question.name == "zero_exists":
            return finite.find_zero(space, deadline)
        if zero is not None:
            return finite.find_negative(space, zero, deadline)
        return _absent(finite.find_zero(space, deadline))
    search = Existence(Carrier(space), deadline)
    if question.name == "zero_exists":
        return search.zero()
    return _absent(search.zero()) if zero is None else search.negative(zero)


def _absent(found: Finding) -> Finding:
    """Pass on that there is no zero vector; without one there are no negatives."""
    if isinstance(found.answer, Absent):
        return found
    raise NoAnswer("undecided: the question does not say which vector is the zero vector")
