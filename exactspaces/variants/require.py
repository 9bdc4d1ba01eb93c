"""What must hold of a variant: claims of the expression language, and words about its looks.

A claim is proved by the kernel. A word such as integral(rref(A)) is about a value: the kernel
proves that it is the value, and then its entries are looked at. The largest number met while
reducing is that of a row reduction whose every line is proved.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from operator import eq, ge, gt, le, lt, ne
from typing import Any

from exactspaces.errors import ExactSpacesError, NotUnderstood
from exactspaces.fields import QQ, entries, matrix_from, number
from exactspaces.fields.names import Over
from exactspaces.kernel import Count, Given, Matrix, Number, Span
from exactspaces.questions import AffineSet
from exactspaces.questions.constructions import Construct
from exactspaces.reading.grammar.echo import echo
from exactspaces.reading.grammar.parse import parse
from exactspaces.reading.grammar.syntax import Call, Compare, Node, Not
from exactspaces.reading.grammar.syntax import Number as Numeral
from exactspaces.reading.request import Request, read_request
from exactspaces.settle import Outcome
from exactspaces.variants.draw import Settle
from exactspaces.variants.values import Rows, height
from exactspaces.worked import elimination


@dataclass(frozen=True)
class Desk:
    """The field, the names, and what settles questions."""

    over: Over
    names: Mapping[str, str]
    settle: Settle

    def request(self, text: str) -> Request:
        """Read an expression or claim."""
        return read_request(text, self.over, self.names)

    def rows(self, node: Node) -> Rows:
        """Give the entries of the proved value of an expression.

        Raises NotUnderstood when it has none.
        """
        text = echo(node)
        try:
            request = self.request(text)
        except NotUnderstood:
            request = self.request(f"[{text[1:-1]}]" if text.startswith("{") else f"span({text})")
        outcome = self.settle(request.question)
        return tuple(row for matrix in _matrices(outcome, text) for row in _rows(matrix))

    def matrix(self, node: Node) -> Matrix:
        """Give a proved matrix."""
        found = _matrices(self.settle(self.request(echo(node)).question), echo(node))
        if len(found) != 1:
            raise NotUnderstood(f"{echo(node)}: a matrix is due")
        return found[0]


def _rows(matrix: Matrix) -> Rows:
    return tuple(tuple(row) for row in entries(matrix))


def _matrices(outcome: Outcome, text: str) -> list[Matrix]:
    if outcome.theorem is None:
        raise NotUnderstood(f"{text} has no value: {outcome.reason or 'undecided'}")
    match outcome.answer:
        case Number(matrix) | Given(matrix) | Span(Given(matrix)):
            return [matrix]
        case Count(value):
            return [matrix_from(QQ, [[number(QQ, value)]])]
        case Matrix() as matrix:
            return [matrix]
        case AffineSet(point, directions):
            return [point.transpose, directions]
        case Construct() as found:
            shown = [part.value for part in found.shown if isinstance(part.value, Matrix)]
            if shown:
                return shown
    raise NotUnderstood(f"{text} has no entries to look at")


@dataclass(frozen=True)
class Word:
    """A word of the language of `require`, with what it means and how it is written."""

    means: str
    example: str


@dataclass(frozen=True)
class Predicate(Word):
    """A word that holds or not."""

    holds: Callable[[Desk, tuple[Node, ...]], bool]


@dataclass(frozen=True)
class Measure(Word):
    """A word that gives a whole number, to be compared with one."""

    size: Callable[[Desk, Node], int]


_RELATIONS: Mapping[str, Callable[[Any, Any], bool]] = {
    "==": eq, "!=": ne, "<": lt, ">": gt, "<=": le, ">=": ge,
}  # fmt: skip


def _all(desk: Desk, nodes: tuple[Node, ...], good: Callable[[Rows], bool]) -> bool:
    return all(good(desk.rows(node)) for node in nodes)


def _is_whole(rows: Rows) -> bool:
    return all(x.fraction is None or x.fraction.denominator == 1 for row in rows for x in row)


def _different(desk: Desk, nodes: tuple[Node, ...]) -> bool:
    found = [desk.rows(node) for node in nodes]
    if len(found) == 1:
        found = [((x,),) for row in found[0] for x in row]
    return all(a != b for i, a in enumerate(found) for b in found[:i])


def _working_height(desk: Desk, node: Node) -> int:
    chain = elimination.reduce(desk.matrix(node))
    return max(height(entries(m)) for m in (chain.start, *(line.after for line in chain.lines)))


PREDICATES: Mapping[str, Predicate] = {
    "integral": Predicate(
        "all entries are whole numbers", "integral(rref(A))",
        lambda desk, nodes: _all(desk, nodes, _is_whole)),
    "no_zero_column": Predicate(
        "no column is zero", "no_zero_column(A)",
        lambda desk, nodes: _all(desk, nodes, lambda rows: all(
            map(any, zip(*rows, strict=True))))),
    "no_zero_row": Predicate(
        "no row is zero", "no_zero_row(A)",
        lambda desk, nodes: _all(desk, nodes, lambda rows: all(map(any, rows)))),
    "no_zero_entry": Predicate(
        "no entry is zero", "no_zero_entry(v)",
        lambda desk, nodes: _all(desk, nodes, lambda rows: all(map(all, rows)))),
    "different": Predicate(
        "the values are different from one another; of a single vector or matrix, the entries",
        "different(a, b, c)", _different),
}  # fmt: skip
MEASURES: Mapping[str, Measure] = {
    "height": Measure(
        "the largest numerator or denominator", "height(inv(A)) <= 12",
        lambda desk, node: height(desk.rows(node))),
    "working_height": Measure(
        "the largest numerator or denominator that is met while the matrix is reduced by hand",
        "working_height(A) <= 30", _working_height),
    "zeros_in": Measure(
        "the number of entries that are 0", "zeros_in(A) <= 2",
        lambda desk, node: sum(not x for row in desk.rows(node) for x in row)),
}  # fmt: skip


def holds(desk: Desk, clause: str) -> bool:
    """Say whether a clause is proved; what is refuted or undecided is not.

    Raises NotUnderstood when it has no meaning.
    """
    node = parse(clause)
    match node:
        case Not(Call(name, arguments)) if name in PREDICATES:
            return not PREDICATES[name].holds(desk, arguments)
        case Call(name, arguments) if name in PREDICATES:
            return PREDICATES[name].holds(desk, arguments)
        case Compare(relation, Call(name, (inner,)), Numeral(value)) if (
            name in MEASURES and relation in _RELATIONS
        ):
            size = MEASURES[name].size(desk, inner)
            return _RELATIONS[relation](size, value)
    request = desk.request(clause)
    if not request.is_claim:
        raise NotUnderstood(
            f"{request.text} is no claim; write one such as rank(A) == 2, or one of the words "
            f"{', '.join([*PREDICATES, *MEASURES])}"
        )
    return desk.settle(request.question).verdict == "proved"


def first_failing(desk: Desk, clauses: tuple[str, ...]) -> int | None:
    """Give the place of the first clause that is not proved, from 0.

    Raises Unclear.
    """
    for k, clause in enumerate(clauses):
        try:
            if not holds(desk, clause):
                return k
        except ExactSpacesError as error:
            raise Unclear(k, str(error)) from error
    return None


class Unclear(NotUnderstood):
    """A clause without a meaning; `clause` is its place, from 0."""

    def __init__(self, clause: int, message: str) -> None:
        super().__init__(message)
        self.clause = clause
