"""The judge of the signs that x^T A x takes, said in words."""

import re

from exactspaces.fields import number
from exactspaces.kernel import Equal, Scaled
from exactspaces.marking.judging import Case, Judged, wrong
from exactspaces.questions import ring_of
from exactspaces.questions.constructions import adjoint
from exactspaces.questions.roots import numeral
from exactspaces.questions.symmetric import Definiteness
from exactspaces.reading.answers import Answer, NotRead, Setting
from exactspaces.reading.answers.setting import cleaned

_SAID = re.compile(
    r"(?:(?:it|this|the form|the matrix|[a-z])\s+is\s+)?"
    r"(?:(?P<sign>positive|negative|pos\.?|neg\.?)\s*(?P<semi>semi\s*)?def(?:inite|\.)?"
    r"|(?P<short>[pn])\.?\s*(?P<s>s\.?)?\s*d\.?|(?P<both>indef(?:inite|\.)?))"
)


def read_definiteness(_: Setting, text: str) -> Answer:
    """Read one of the five words, such as positive semidefinite.

    >>> from exactspaces.fields.names import read_over
    >>> read_definiteness(Setting(read_over("QQ"), {}), "A is negative semi-definite").value
    'negative semidefinite'
    """
    plain = re.sub(r"[\s-]+", " ", cleaned(text).lower())
    found = _SAID.fullmatch(plain)
    if found is None:
        due = "positive or negative definite or semidefinite, or indefinite, is due"
        raise NotRead("input.wrong-sort", f"{due}, not {text[:60]}")
    if found["both"]:
        return Answer("indefinite", "indefinite")
    sign = "positive" if (found["sign"] or found["short"]).startswith("p") else "negative"
    semi = "semi" if found["semi"] or found["s"] else ""
    return Answer(f"{sign} {semi}definite", f"{sign} {semi}definite")


def judge_definiteness(case: Case, answer: str) -> Judged:
    """Compare with what is proved; the zero form is semidefinite with both signs."""
    outcome = case.key
    if outcome.theorem is None:
        return Judged(None, (), "", (f"undecided: {outcome.reason}",))
    theorem, kind = outcome.theorem, outcome.answer["kind"]
    if answer == kind:
        return Judged(right=True, theorems=(theorem,))
    if "semi" in kind and "semi" in answer:
        zero = _is_zero(case)
        if zero.right is not False:
            return Judged(zero.right, (theorem, *zero.theorems), "", zero.findings)
    sign, _, how = kind.partition(" ")
    if answer == f"{sign} semidefinite":
        text = f"x^T A x is even {sign} for all x that are not 0: the form is {kind}"
        return wrong((theorem,), text, "sign_only")
    if answer == f"{sign} definite" and how == "semidefinite":
        return wrong((theorem,), "x^T A x is 0 for some x that is not 0", "sign_only")
    text = "x^T A x takes values of both signs" if kind == "indefinite" else (
        f"x^T A x is never {'positive' if sign == 'negative' else 'negative'}"
    )  # fmt: skip
    return wrong((theorem,), text)


def _is_zero(case: Case) -> Judged:
    """Decide whether x^T A x is 0 for all x."""
    if not isinstance(case.question, Definiteness):
        raise NotRead("input.wrong-sort", "signs are asked of a matrix")
    matrix, minus = case.question.matrix, numeral(number(ring_of(case.question), -1))
    return case.decide(Equal(matrix, Scaled(minus, adjoint(matrix))))
