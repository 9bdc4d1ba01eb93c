"""The judge of row operations: carried out one by one, they have to lead to the target."""

from typing import Literal

from exactspaces.errors import ExactSpacesError
from exactspaces.kernel import Equal, Given, KernelError, Matrix, ReducedEchelon, Ring, Term
from exactspaces.marking.judges.forms import not_echelon
from exactspaces.marking.judges.slips import carried_out
from exactspaces.marking.judging import Case, Judged, wrong
from exactspaces.questions import Operation, RowReduction, ValueOf, ring_of
from exactspaces.questions.rings import changed
from exactspaces.reading.answers import NotRead
from exactspaces.reading.answers.reductions import carried_operations, factors_of
from exactspaces.reading.answers.values import matrix_echo
from exactspaces.reading.bindings import carried
from exactspaces.reading.request import read_request

Target = Literal["rref", "ref"]


def judge_operations(case: Case, answer: tuple[Operation, ...]) -> Judged:
    """Decide whether the operations lead from the matrix to the target.

    The target is the reduced form, any echelon form ("ref"), or a matrix that the file names.
    """
    case, _ = case.fitted_all(*factors_of(answer))
    answer = carried_operations(answer, ring_of(case.question))
    start = start_of(case)
    try:
        after = carried_out(start, answer)
    except (ExactSpacesError, KernelError) as error:
        raise NotRead("input.no-such-row", str(error)) from error
    most = case.options.get("most")
    if most is not None and len(answer) > most:
        raise NotRead("input.too-many", f"at most {most} elementary operations are asked for")
    done = case.settle(RowReduction(start, answer))
    if done.theorem is None:
        return Judged(None, (), "", (f"undecided: {done.reason}",))
    return _reached(case, after, Judged(right=True, theorems=(done.theorem,)))


def _reached(case: Case, after: Matrix, done: Judged) -> Judged:
    """Compare what the operations lead to with the target."""
    to = case.options.get("to", "rref")
    leads = f"the operations lead to {matrix_echo(after)}"
    if to == "ref":
        reason = not_echelon(after)
        return wrong(done.theorems, f"{leads}; {reason}") if reason else done
    judged = case.decide(Equal(_over(target_of(case, to), after.ring), Given(after)))
    theorems = (*done.theorems, *judged.theorems)
    if judged.right is not False:
        return Judged(judged.right, theorems, "", judged.findings)
    tag = "echelon_only" if to == "rref" and not not_echelon(after) else ""
    return wrong(theorems, f"{leads}, which is not the matrix that is due", tag)


def start_of(case: Case) -> Matrix:
    """Give the matrix to begin with.

    Raises NotRead when it is not known.
    """
    match case.question:
        case ValueOf(ReducedEchelon(matrix)):
            found = case.settle(ValueOf(matrix)).answer
            if isinstance(found, Given):
                return found.matrix
    raise NotRead("input.wrong-sort", "the matrix to begin with is not known")


def _over(term: Term, ring: Ring) -> Term:
    """Give a term over a larger ring."""
    return changed(term, lambda matrix: carried(matrix, ring))


def target_of(case: Case, to: str) -> Term:
    """Give the matrix that is to be reached: the reduced form, or one that the file names."""
    if to == "rref" and isinstance(case.question, ValueOf):
        return case.question.term
    return read_request(to, case.setting.over, case.setting.given).as_value().term
