"""Evidence for statements in letters, and for what is asked of spaces of one's own and sets."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

from exactspaces.errors import NoAnswer
from exactspaces.kernel import Certificate, Claim, Each, KernelError, check
from exactspaces.kernel.formulas import Condition, Constant, Every, Finite, Quantity
from exactspaces.kernel.replacing import replaced, variables_in
from exactspaces.kernel.statements import (
    ForAll,
    Instance,
    Normalised,
    RunThrough,
    Severally,
)
from exactspaces.questions import Finding, Question, laws
from exactspaces.questions.formal import (
    CONDITIONS,
    AxiomsOf,
    Closed,
    CounterexampleTo,
    FailsAt,
    IsSubspace,
    IsVectorSpace,
    NegativeOf,
    Opposite,
    Universal,
    Verdicts,
    ZeroOf,
    contains_zero,
)
from exactspaces.questions.laws import CLOSURE, Statement
from exactspaces.questions.obligations import Absent, Broken, Obligation, Shown
from exactspaces.questions.sets import SpannedBy
from exactspaces.solvers.laws import finite
from exactspaces.solvers.laws.build import Deadline
from exactspaces.solvers.laws.find import QUICK, SLOW, find_obligation, prove_law
from exactspaces.solvers.laws.guess import NoGuessError, tested
from exactspaces.solvers.laws.points import Point, ordered, vectors_in
from exactspaces.solvers.laws.prove import accepted
from exactspaces.solvers.laws.refute import MAX_POINTS, MAX_REFUSALS, confirmed
from exactspaces.solvers.laws.signs import by_all_signs
from exactspaces.solvers.sets.spans import find_closure, find_span
from exactspaces.spaces.user import UserSpace, Vector, has_usual_operations
from exactspaces.spaces.values import value_of

_FEW = 4  # the entries of a matrix with two rows and columns


def find_judged(question: Obligation) -> Finding:
    """Judge an obligation; the closure of a set that is a span follows from its equations."""
    if question.name in CLOSURE and has_usual_operations(question.space):
        with suppress(NoAnswer):
            return find_closure(question)
    return find_obligation(question)


def find_closed(question: Closed) -> Finding:
    """Say whether a condition without variables is true."""
    plain: list[Certificate] = [Normalised(), RunThrough()]
    if isinstance(question.condition, Every):
        plain.append(Severally((Normalised(),) * len(question.condition.conditions)))
    proved, denied = question.claim(answer=True), question.claim(answer=False)
    for certificate in plain:
        if _accepted(proved, certificate):
            return Finding(True, certificate)  # noqa: FBT003 - the answer yes
    if _accepted(denied, Instance((Constant(0),))):
        return Finding(False, Instance((Constant(0),)))  # noqa: FBT003 - the answer no
    raise NoAnswer("undecided: the numbers are not worked out far enough to compare them")


def _accepted(claim: Claim, certificate: Certificate) -> bool:
    try:
        check(claim, certificate)
    except (KernelError, ArithmeticError, ValueError, TypeError, KeyError):
        return False
    return True


def find_universal(question: Universal) -> Finding:
    """Prove a statement about all values, or find the smallest values where it fails."""
    statement, deadline = question.statement, Deadline()
    if statement.quantities and all(isinstance(q.domain, Finite) for q in statement.quantities):
        return finite.find_statement(statement, deadline)
    claim = statement.proved()
    proof = _at_once(claim)
    if proof is not None:
        return Finding(Shown(), proof)
    try:
        return _searched(statement, claim, deadline)
    except KernelError as error:
        raise NoAnswer(f"undecided: {error}") from error


def _at_once(claim: ForAll) -> Certificate | None:
    if accepted(claim, Normalised()):
        return Normalised()
    split = by_all_signs(claim)
    return split if split is not None and accepted(claim, split) else None


def _searched(statement: Statement, claim: ForAll, deadline: Deadline) -> Finding:
    found = refuting(statement, deadline.within(QUICK))
    if found is not None:
        return Finding(Broken(found), Instance(found))
    proof = prove_law(claim, deadline.within(deadline.seconds * 0.6))
    if proof is not None:
        return Finding(Shown(), proof)
    found = refuting(statement, deadline.within(SLOW))
    if found is not None:
        return Finding(Broken(found), Instance(found))
    raise NoAnswer("undecided: neither a proof nor a counterexample was found")


def find_counterexample(question: CounterexampleTo) -> Finding:
    """Find values where a statement fails.

    Raises NoAnswer when it holds.
    """
    statement = question.statement
    if not all(isinstance(q.domain, Finite) for q in statement.quantities):
        values = refuting(statement, Deadline().within(SLOW))
        if values is not None:
            return Finding(Broken(values), Instance(values))
    found = find_universal(Universal(statement))
    if isinstance(found.answer, Shown):
        raise NoAnswer("the statement is true for all values, so there is no counterexample")
    return found


def find_failure(question: FailsAt) -> Finding:
    """Accept the values when the statement fails there."""
    if not confirmed(question.statement.refuted(), question.point):
        raise NoAnswer("the statement does not fail for these values")
    return Finding(True, Instance(question.point))  # noqa: FBT003 - the answer yes


def refuting(statement: Statement, deadline: Deadline) -> Vector | None:
    """Give small values that the kernel accepts as a counterexample, or None.

    First only conditions on few quantities are used to list small points, then all of them.
    """
    for most in (_FEW, len(statement.quantities)):
        groups = list(_groups(statement, most))
        found = _refuting(statement, groups, deadline)
        if found is not None:
            return found
    return None


def _refuting(
    statement: Statement, groups: list[tuple[Quantity, ...]], deadline: Deadline
) -> Vector | None:
    claim = statement.refuted()
    names = [q.name for group in groups for q in group]
    places = {name: k for k, name in enumerate(names)}
    try:
        lists = [_points(group, statement.hypotheses) for group in groups]
        given, fine = tested(Every(claim.hypotheses), places), tested(claim.conclusion, places)
    except NoGuessError:
        return None
    order, refused = [places[q.name] for q in statement.quantities], 0
    for count, point in enumerate(ordered(lists)):
        if count > MAX_POINTS or refused > MAX_REFUSALS or (not count % 64 and deadline.passed()):
            return None
        if not fine(point.guesses) and given(point.guesses):
            values = tuple(point.formulas[k] for k in order)
            if confirmed(claim, values):
                return values
            refused += 1
    return None


def _groups(statement: Statement, most: int) -> Iterator[tuple[Quantity, ...]]:
    """Give the quantities, those together that a condition on at most so many is about."""
    groups = [{q.name} for q in statement.quantities]
    names = {q.name for q in statement.quantities}
    for hypothesis in statement.hypotheses:
        about = variables_in((hypothesis,)) & names
        if len(about) > most:
            continue
        touched = [group for group in groups if group & about]
        groups = [group for group in groups if not group & about]
        groups += [set().union(*touched)] if touched else []
    for group in groups:
        yield tuple(q for q in statement.quantities if q.name in group)


def _points(group: tuple[Quantity, ...], hypotheses: tuple[Condition, ...]) -> list[Point]:
    names = tuple(q.name for q in group)
    own = tuple(x for x in hypotheses if variables_in((x,)) <= set(names))
    return vectors_in(tuple(q.domain for q in group), names, Every(own))


def find_axioms(question: AxiomsOf) -> Finding:
    """Judge the ten obligations one after the other."""
    pairs = _obligations(question.space)
    return _together(pairs)


def find_vector_space(question: IsVectorSpace) -> Finding:
    """Judge the obligations until one fails."""
    pairs: list[tuple[str, Finding]] = []
    open_ones: list[str] = []
    for name in laws.OBLIGATIONS:
        try:
            finding = _obligation(question.space, name, dict(pairs))
        except NoAnswer as error:
            open_ones.append(f"{name}: {error}")
            continue
        pairs.append((name, finding))
        if isinstance(finding.answer, Broken | Absent):
            return _together([(name, finding)])
    if open_ones:
        raise NoAnswer("; ".join(open_ones))
    return _together(pairs)


def _obligations(space: UserSpace) -> list[tuple[str, Finding]]:
    found: list[tuple[str, Finding]] = []
    for name in laws.OBLIGATIONS:
        found.append((name, _obligation(space, name, dict(found))))
    return found


def _obligation(space: UserSpace, name: str, before: dict[str, Finding]) -> Finding:
    if name != "neg_exists":
        return find_judged(Obligation(space, name))
    zero = before.get("zero_exists")
    if zero is None:
        raise NoAnswer("undecided: the zero vector is not known")
    if isinstance(zero.answer, Absent):
        return zero
    return find_judged(Obligation(space, name, zero.answer.witness))


def _together(pairs: "list[tuple[str, Finding]]") -> Finding:
    answers = tuple((name, finding.answer) for name, finding in pairs)
    return Finding(Verdicts(answers), Each(tuple(finding.certificate for _, finding in pairs)))


def find_subspace(question: IsSubspace) -> Finding:
    """Judge the three conditions of a subspace until one fails, or find a basis."""
    space = question.space
    pairs: list[tuple[str, Finding]] = []
    for name in CONDITIONS:
        with suppress(NoAnswer):
            pairs.append((name, _condition(space, name)))
            if isinstance(pairs[-1][1].answer, Broken):
                return _together(pairs[-1:])
    return _together(pairs) if len(pairs) == len(CONDITIONS) else find_span(SpannedBy(space))


def _condition(space: UserSpace, name: str) -> Finding:
    if name != "zero":
        return find_judged(Obligation(space, name))
    return find_universal(Universal(contains_zero(space)))


def find_zero(question: ZeroOf) -> Finding:
    """Find the zero vector.

    Raises NoAnswer when there is none.
    """
    found = find_obligation(Obligation(question.space, "zero_exists"))
    if not isinstance(found.answer, Shown):
        raise NoAnswer("there is no zero vector")
    return Finding(found.answer.witness, found.certificate)


def find_negative(question: NegativeOf) -> Finding:
    """Find the negative of a vector.

    Raises NoAnswer when there is none.
    """
    space = question.space
    zero = find_zero(ZeroOf(space))
    found = find_obligation(Obligation(space, "neg_exists", zero.answer))
    if not isinstance(found.answer, Shown) or found.answer.witness is None:
        raise NoAnswer("not every vector has a negative")
    bound = dict(zip(space.names("u"), question.vector, strict=True))
    pairs = zip(found.answer.witness, space.domains, strict=True)
    values = [value_of(replaced(x, bound), domain) for x, domain in pairs]
    negative = tuple(x for x in values if x is not None)
    if len(negative) < len(values):
        raise NoAnswer("the formula of the negative has no value at this vector")
    closed = find_closed(Closed(space.field, question.cancels(zero.answer, negative)))
    return Finding(Opposite(zero.answer, negative), Each((zero.certificate, closed.certificate)))


FORMAL: dict[type[Question], Callable[[Any], Finding]] = {
    Closed: find_closed,
    Universal: find_universal,
    CounterexampleTo: find_counterexample,
    FailsAt: find_failure,
    AxiomsOf: find_axioms,
    IsVectorSpace: find_vector_space,
    IsSubspace: find_subspace,
    ZeroOf: find_zero,
    NegativeOf: find_negative,
}
