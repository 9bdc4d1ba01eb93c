"""The order of real numbers: that b - a is positive is shown by squares that add up to it."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Context, Decimal, localcontext
from typing import Any

from exactspaces.errors import NotAField
from exactspaces.fields import Scalar, entry, number, sign
from exactspaces.fields.conjugation import lifted
from exactspaces.kernel import Add, Count, Equal, Given, Matrix, Number, Product, Ring, Term
from exactspaces.questions.asks import Decision, Question
from exactspaces.questions.constructions import Construct, Construction, Line, Literals, demand
from exactspaces.questions.lengths import Distance, NormOf
from exactspaces.questions.roots import numeral
from exactspaces.questions.shapes import shape_of
from exactspaces.questions.signs import signed_lines
from exactspaces.questions.singular import ConditionNumber, OperatorNorm

# The questions whose answer is one real number, so that it can stand on a side.
NUMBERS = (NormOf, Distance, OperatorNorm, ConditionNumber)
_LONGEST = 60  # numbers with more characters are rounded where they are told


@dataclass(frozen=True)
class Compared(Construct):
    """The values of both sides, and the answers to the questions that stand there."""

    sides: tuple[Construct | None, Construct | None] = (None, None)


@dataclass(frozen=True)
class Comparison(Construction):
    """Is the left number smaller than the right one, or at most as large when not `strict`?

    A side is a term for a number or a count, or a question such as `NormOf`; it is `turned` where
    the larger number was written first, as in b > a. The values of both are stated first. A real
    number is positive when it is a sum of squares that are not all 0: of four rational ones
    (J.-L. Lagrange), or of its own square root. The roots in these fields are the principal ones,
    so all numbers have signs.
    """

    left: Term | Construction
    right: Term | Construction
    strict: bool = True
    turned: bool = False

    @property
    def terms(self) -> tuple[Term, ...]:
        """The sides have lines of their own."""
        return ()

    @property
    def contrary(self) -> "Comparison":
        """Give the denial: not a < b is b <= a."""
        return Comparison(self.right, self.left, not self.strict, not self.turned)

    def lines(self, given: Literals, answer: Construct) -> tuple[Line, ...]:
        demand(not given and isinstance(answer, Compared), "the values of two sides")
        inner = answer.sides if isinstance(answer, Compared) else (None, None)
        names = ("right", "left") if self.turned else ("left", "right")
        return (
            *_pinned(names[0], self.left, inner[0], answer["left"]),
            *_pinned(names[1], self.right, inner[1], answer["right"]),
            *self._order(answer, names),
        )

    def _order(self, answer: Construct, names: tuple[str, str]) -> tuple[Line, ...]:
        shown = next((p.name for p in answer.parts if p.name in ("squares", "zero")), "")
        demand(shown, "squares, or 0 for equal sides")
        evidence: Matrix = answer[shown]
        difference = _difference(evidence.ring, answer["left"], answer["right"])
        if shown == "squares":
            way = -1 if answer.missing else 1
            words = f"The {names[1]} side minus the {names[0]} side"
            return signed_lines(words, difference, Given(evidence), way)
        demand(self.strict == bool(answer.missing), "sides that differ")
        zero = numeral(number(evidence.ring, 0))
        return (Line("Both sides are equal.", Equal(difference, zero)),)


def _difference(ring: Ring, left: Matrix, right: Matrix) -> Term:
    a, b = Number(lifted(ring, left)), Number(lifted(ring, right))
    return Add(b, Product(numeral(number(ring, -1)), a))


def _pinned(name: str, side: Any, inner: Construct | None, value: Matrix) -> Iterator[Line]:
    """Say which real number stands on a side."""
    found = entry(value)
    demand(_is_real(value), "real numbers")
    said = f"The {name} side is {rounded(found)}."
    if isinstance(side, Construction):
        demand(isinstance(side, NUMBERS) and inner is not None, "the answer to the question")
        if inner is not None:
            due = number_of(inner)
            demand(due is not None and due == value, "the number that the question asks for")
            yield from side.all_lines(inner)
    elif isinstance(side, Number):
        demand(side.value == value, "the number that stands there")
    elif shape_of(side).sort == "count":
        whole = found.fraction
        demand(whole is not None and whole.denominator == 1, "a whole number")
        count = Count(0 if whole is None else whole.numerator)
        demand(not isinstance(side, Count) or side == count, "the number that stands there")
        if side != count:
            yield Line(said, Equal(side, count))
    else:
        yield Line(said, Equal(side, Number(value)))


def rounded(value: Scalar) -> str:
    """Give a number, and a rational one with very many digits as a rounded decimal.

    >>> from exactspaces.fields import QQ
    >>> rounded(number(QQ, 3) / 7), rounded(number(QQ, 1) / 7**100)
    ('3/7', 'about 3.0917E-85')
    """
    text = str(value)
    if len(text) <= _LONGEST or value.fraction is None:
        return text
    with localcontext(Context(prec=5)):
        return f"about {Decimal(value.fraction.numerator) / Decimal(value.fraction.denominator)}"


def number_of(answer: Construct) -> Matrix | None:
    """Give the one number that an answer consists of; None where there is none."""
    if answer.missing:
        return None
    return next((p.value for p in answer.shown if p.kind == "number"), None)  # type: ignore[return-value]


def _is_real(value: Matrix) -> bool:
    try:
        sign(entry(value))
    except NotAField:
        return False
    return True


def is_yes_no(question: Question) -> bool:
    """Say whether the answer to a question is yes or no."""
    return isinstance(question, Decision | Comparison)


def says_yes(answer: Any) -> bool:
    """Say whether an answer to such a question is yes."""
    return not answer.missing if isinstance(answer, Construct) else bool(answer)
