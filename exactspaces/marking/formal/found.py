"""What was found of an answer about statements, and the mark that it gets."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from exactspaces.kernel import Theorem
from exactspaces.marking.mark import Mark
from exactspaces.reading.problems.model import Part
from exactspaces.settle import Outcome


@dataclass(frozen=True)
class Found:
    """Whether an answer is right (None: undecided), and all that is said about it.

    `tag` names a half that is right, for credit as the file says; `share` is what it is worth
    where the file says nothing. `part` is how much of the credit for the tag is earned.
    """

    right: bool | None
    echo: str
    theorems: tuple[Theorem, ...] = ()
    findings: tuple[str, ...] = ()
    mistake: str = ""
    at: str = ""
    tag: str = ""
    share: Fraction = Fraction(0)
    part: Fraction = Fraction(1)


def good(echo: str, theorems: tuple[Theorem, ...] = (), findings: tuple[str, ...] = ()) -> Found:
    """Give what is said of a right answer."""
    return Found(right=True, echo=echo, theorems=theorems, findings=findings)


def bad(echo: str, theorems: tuple[Theorem, ...] = (), *said: Any, **more: Any) -> Found:
    """Give what is said of a wrong answer: findings, mistake, place and tag in this order."""
    keys = ("findings", "mistake", "at", "tag")
    told = dict(zip(keys, said, strict=False)) | more
    return Found(right=False, echo=echo, theorems=theorems, **told)


def undecided(echo: str, outcome: Outcome) -> Found:
    """Give what is said when nothing is proved either way."""
    return Found(None, echo, (), (f"undecided: {outcome.reason.removeprefix('undecided: ')}",))


def theorems_of(*outcomes: Outcome) -> tuple[Theorem, ...]:
    """Give the theorems of outcomes that have one."""
    return tuple(x.theorem for x in outcomes if x.theorem is not None)


def mark_of(part: Part, found: Found) -> Mark:
    """Give the mark."""
    mistake = "" if found.right else found.mistake
    said = [remark for remark in part.say if mistake and remark.on == mistake]
    findings = tuple(remark.text for remark in said) or found.findings
    share = _share(part.credit, found, [x.credit for x in said if x.credit is not None])
    verdict = "correct" if found.right else "partial" if share else "incorrect"
    if found.right is None:
        verdict, share = "undecided", Fraction(0)
    points = part.points if found.right else part.points * share
    return Mark(
        part.id, verdict, points, part.points, found.echo,  # type: ignore[arg-type]
        findings, mistake, found.at, found.theorems,
    )  # fmt: skip


def _share(credit: Mapping[str, Fraction], found: Found, said: list[Fraction]) -> Fraction:
    if said:
        return max(said)
    return credit[found.tag] * found.part if found.tag in credit else found.share
