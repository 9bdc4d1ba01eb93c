"""A problem as it was read: plain frozen data."""

import dataclasses
from collections.abc import Mapping
from fractions import Fraction
from typing import Any, Literal

from exactspaces.reading.problems.maps import GivenMap
from exactspaces.reading.problems.texts import Text
from exactspaces.reading.problems.variants import Variants
from exactspaces.reading.request import Request
from exactspaces.spaces.sets import ConditionSet
from exactspaces.spaces.user import UserSpace

Verdict = Literal["correct", "partial", "incorrect", "invalid", "undecided"]


@dataclasses.dataclass(frozen=True)
class AnswerSpec:
    """What the answer is: an object named by a kind and by expressions, never typed in.

    `of` holds one expression, several for a tuple, and the claim for a yes or no.
    """

    kind: str
    of: tuple[str, ...]
    options: Mapping[str, Any] = dataclasses.field(default_factory=dict)


@dataclasses.dataclass(frozen=True)
class Remark:
    """What is said to somebody who made a certain mistake, and the share of the points for it."""

    on: str
    text: str
    credit: Fraction | None = None


@dataclasses.dataclass(frozen=True)
class Follow:
    """When a wrong answer to another part is carried forward, and for what share of the points.

    `of` is what is asked then; when it is empty, what the other part is about is replaced by the
    answer that was given.
    """

    part: str
    when: str
    credit: Fraction
    of: str = ""


@dataclasses.dataclass(frozen=True)
class Example:
    """An answer that somebody may give, with the verdict that it must get.

    With a `seed` it is an answer to that variant only; `computed` when `give` is an expression
    whose value is the answer.
    """

    part: str
    give: tuple[str, ...]
    verdict: Verdict
    says: str = ""
    at: str = ""
    seed: int | None = None
    computed: bool = False


@dataclasses.dataclass(frozen=True)
class Part:
    """One thing that is asked; the requests are the questions whose answers are the key."""

    id: str
    ask: Text
    answer: AnswerSpec
    requests: tuple[Request, ...]
    points: Fraction = Fraction(1)
    hints: tuple[str, ...] = ()
    credit: Mapping[str, Fraction] = dataclasses.field(default_factory=dict)
    say: tuple[Remark, ...] = ()
    follow: Follow | None = None


@dataclasses.dataclass(frozen=True)
class Problem:
    """A problem: what is given, what is asked, and answers that must be judged as stated.

    A problem with `variants` is always one of them: the one of its `seed`, with everything given
    as it was drawn. Its `hidden` names served to build it, and are told to nobody who answers.
    """

    id: str
    title: Text
    topics: tuple[str, ...]
    level: int
    field: str
    given: Mapping[str, str]
    statement: Text | None
    parts: tuple[Part, ...]
    routes: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()
    credits: Mapping[str, str] = dataclasses.field(default_factory=dict)
    file: str = "problem"
    spaces: Mapping[str, UserSpace] = dataclasses.field(default_factory=dict)
    sets: Mapping[str, ConditionSet] = dataclasses.field(default_factory=dict)
    maps: Mapping[str, GivenMap] = dataclasses.field(default_factory=dict)
    variants: Variants | None = None
    seed: int | None = None

    @property
    def told(self) -> Mapping[str, str]:
        """What is given to those who answer."""
        if self.variants is None or not self.variants.hidden:
            return self.given
        return {k: v for k, v in self.given.items() if k not in self.variants.hidden}
