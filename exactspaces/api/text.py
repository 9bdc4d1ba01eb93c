"""Questions in text: compute and decide."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from exactspaces.api.processes.budget import Budget, settle_within
from exactspaces.api.results import Result
from exactspaces.errors import NotUnderstood
from exactspaces.fields.names import Over, read_over
from exactspaces.kernel import Ring
from exactspaces.reading.request import Request, read_request

Field = str | Ring | Over
DEFAULT = Budget()


def compute(
    expression: str, over: Field = "QQ", *, budget: Budget = DEFAULT, **names: Any
) -> Result:
    """Work out an expression, or decide a claim, over a field; the kernel checks the answer.

    `names` bind the names in the text: to text, numbers, nested lists (a matrix), tuples or flat
    lists (a vector), SymPy or NumPy objects, or objects of this package. `over` is a field such
    as "QQ", "GF(7)", "GF(4)", "QQ(sqrt(2))", "QQ(t)", or "RR" or "CC" for the smallest exact field
    that holds the entries.

    Raises NotUnderstood with the place when the text has no meaning, NotExact for floats,
    NotAField for a field that is none, TooLarge beyond the limits.

    >>> compute("null(A)", A=[[1, 2, 3], [2, 4, 6], [1, 1, 2]]).answer
    {'ambient': 'QQ^3', 'dim': 1, 'basis': [['-1', '-1', '1']]}
    >>> compute("det([a 1; 1 a])", over="QQ(a)").answer
    {'cases': [{'when': 'always', 'answer': 'a^2 - 1'}]}
    """
    return ask(expression, over, names, budget)


def decide(claim: str, over: Field = "QQ", *, budget: Budget = DEFAULT, **names: Any) -> Any:
    """Decide a claim over a field: proved, refuted or undecided, with a theorem for the first two.

    Arguments and errors are those of `compute`; NotUnderstood also when the text is no claim.
    The answer is a Result; for "vector_space(V)", with V a space, it is a SpaceReport, and for
    "subspace{...}" a report on the three conditions. These have a verdict, a reason and a theorem
    as well, and work over the field of the space unless another one is named.

    >>> result = decide("(1, 2, 4) in span{(1, 0, 1), (0, 1, 1)}")
    >>> result.verdict, result.reason
    ('refuted', 'the functional f = (-1, -1, 1) is 0 on every spanning vector and 1 on the vector')
    """
    return ask_decision(claim, over, names, budget)


def ask_decision(text: str, over: Field, names: Mapping[str, Any], budget: Budget) -> Any:
    """Do what `decide` does, with the names in a mapping."""
    if str(text).lstrip().startswith(("vector_space", "subspace")):
        from exactspaces.api.structures.questions import asked_structure  # noqa: PLC0415 - when needed

        report = asked_structure(text, over, names, budget)
        if report is not None:
            return report
    return ask_claim(text, over, names, budget)


def ask(text: str, over: Field, names: Mapping[str, Any], budget: Budget = DEFAULT) -> Result:
    """Do what `compute` does, with the names in a mapping."""
    return settled(read_request(text, over, names), budget)


def settled(request: Request, budget: Budget = DEFAULT) -> Result:
    """Answer a question that was read."""
    return Result(request, settle_within(request.question, budget))


def ask_claim(
    text: str, over: Field, names: Mapping[str, Any], budget: Budget = DEFAULT
) -> Result:
    """Decide a claim of the expression language, with the names in a mapping."""
    request = read_request(text, over, names)
    if not request.is_claim:
        raise NotUnderstood(
            f"{request.text} is no claim; write one such as rank(A) == 2, v in span{{...}}, "
            "independent{...}, U <= W, invertible(A), or use compute"
        )
    return settled(request, budget)


@lru_cache(maxsize=64)
def field(name: str) -> Over:
    """Read the name of a field once, to use it often.

    >>> field("GF(8)").label
    'GF(8)'
    """
    return read_over(name)
