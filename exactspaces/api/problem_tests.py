"""The tests in a problem file: does each given answer get the verdict that it must get?

What is decided here is whether the answer means the same as the one we compute. Partial credit,
named mistakes and steps belong to marking, and are reported as "not marked yet".
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from exactspaces.api.budget import Budget, settle_within
from exactspaces.api.problem_parts import SolvedPart
from exactspaces.api.problems import solve_problem
from exactspaces.api.results import Result
from exactspaces.api.text import DEFAULT
from exactspaces.errors import ExactSpacesError, NotUnderstood
from exactspaces.fields import Scalar, entries
from exactspaces.kernel import Given, Span
from exactspaces.questions import BasisFor, Complement, Decision, DirectSum, NotDirectSum
from exactspaces.reading.problems import Example, Problem
from exactspaces.reading.problems.expressions import Names

NOT_YET = "not marked yet"


@dataclass(frozen=True)
class TestOutcome:
    """A test of a problem file, and the verdict that was found; "" where none is found yet."""

    __test__ = False  # it is no test of ours
    example: Example
    found: str
    reason: str

    @property
    def is_marked(self) -> bool:
        """Say whether there is a verdict to compare."""
        return bool(self.found)

    @property
    def is_right(self) -> bool:
        """Say whether the verdict is the one that is due."""
        return self.found == self.example.verdict

    def __str__(self) -> str:
        given = ", ".join(self.example.give)
        return f"{self.example.part}: {given}: {self.found or NOT_YET} ({self.reason})"


def problem_tests(problem: Problem, *, budget: Budget = DEFAULT) -> tuple[TestOutcome, ...]:
    """Judge the answers in the tests of a problem by what they mean."""
    solved = {part.part.id: part for part in solve_problem(problem, budget=budget).parts}
    return tuple(
        _Judge(problem, solved[example.part], budget).outcome(example)
        for example in problem.examples
    )


@dataclass(frozen=True)
class _Judge:
    """Judges answers to one part."""

    problem: Problem
    part: SolvedPart
    budget: Budget

    def outcome(self, example: Example) -> TestOutcome:
        """Give the verdict on an answer, or none when it is not marked yet."""
        kind = self.part.part.answer.kind
        judge = _JUDGES.get(kind)
        if judge is None:
            return TestOutcome(example, "", f"{NOT_YET}: {kind}")
        if not self.part.is_complete:
            return TestOutcome(example, "undecided", "the part itself is undecided")
        try:
            right = judge(self, *example.give)
        except ExactSpacesError as error:
            return TestOutcome(example, "invalid", str(error))
        if right is None:
            return TestOutcome(example, "undecided", "the comparison is undecided")
        if not right and example.verdict == "partial":
            return TestOutcome(example, "", f"{NOT_YET}: partial credit")
        return TestOutcome(example, "correct" if right else "incorrect", "compared by meaning")

    @property
    def names(self) -> Names:
        return Names(self.part.result.request.over, self.problem.given)

    @property
    def of(self) -> str:
        """What the answer is of, as an expression."""
        return self.part.part.answer.of[0]

    def ask(self, text: str) -> Result:
        """Answer a question in the names of the problem."""
        request = self.names.request(text)
        return Result(request, settle_within(request.question, self.budget))

    def holds(self, claim: str) -> bool | None:
        """Decide a claim; none when it is undecided."""
        return {"proved": True, "refuted": False}.get(self.ask(claim).verdict)


def _same_value(judge: _Judge, give: str, number: int = 0) -> bool | None:
    """Compare numbers, vectors and matrices with the one value that is right."""
    due, given = judge.part.results[number].answer, judge.ask(give)
    if given.theorem is None:
        return None
    first, second = _entries(due), _entries(given.answer)
    if len(first) != len(second) or _rows(due) not in (1, _rows(given.answer)):
        raise NotUnderstood(f"{give} has another size than the answer")
    return first == second


def _same_count(judge: _Judge, give: str) -> bool | None:
    """Compare whole numbers as such: 2 is not 0, also modulo 2."""
    return judge.holds(f"({give}) == ({judge.part.result.request.text})")


def _entries(value: Any) -> list[Any]:
    """Give the numbers in an answer, row by row."""
    if isinstance(value, Mapping):
        return _entries(value.get("matrix", value.get("basis", [])))
    if isinstance(value, list):
        return [x for item in value for x in _entries(item)]
    return [str(value)]


def _rows(value: Any) -> int:
    """Give the number of rows of a matrix; 1 for a number or a vector."""
    value = value.get("matrix", []) if isinstance(value, Mapping) else value
    matrix = isinstance(value, list) and value and isinstance(value[0], list)
    return len(value) if matrix else 1


def _basis(judge: _Judge, give: str) -> bool | None:
    if isinstance(judge.part.result.request.question, Complement):
        free = judge.holds(f"independent{{{_items(give)}}}")
        return free and _complements(judge, give)
    return judge.holds(f"basis{{{_items(give)}}} of ({judge.of})")


def _among(judge: _Judge, give: str) -> bool | None:
    """Ask for a basis that consists of vectors of the list."""
    inside = set(_rows_of(judge, give)) <= set(_rows_of(judge, judge.of))
    return inside and judge.holds(f"basis{{{_items(give)}}} of span({judge.of})")


def _rows_of(judge: _Judge, text: str) -> list[tuple[Scalar, ...]]:
    """Give the vectors of a list as rows."""
    match judge.ask(f"span({text})").request.question:
        case BasisFor(Span(Given(rows))):
            return [tuple(row) for row in entries(rows)]
    raise NotUnderstood(f"a list of vectors is due, and this is {text}")


def _spans(judge: _Judge, give: str) -> bool | None:
    if isinstance(judge.part.result.request.question, Complement):
        return _complements(judge, give)
    return judge.holds(f"span({give}) == ({judge.of})")


def _complements(judge: _Judge, give: str) -> bool | None:
    """Decide whether the space and the one that is given are a direct sum."""
    asked, given = judge.part.result.request.question, judge.ask(f"span({give})").request.question
    if not isinstance(asked, Complement) or not isinstance(given, BasisFor):
        raise NotUnderstood(f"a list of vectors or a space is due, and this is {give}")
    spaces = asked.space, given.space
    claims = DirectSum(spaces, asked.whole).claim, NotDirectSum(spaces, asked.whole).claim
    question = Decision(*claims)
    verdict = settle_within(question, judge.budget).verdict
    return {"proved": True, "refuted": False}.get(verdict)


def _items(give: str) -> str:
    """Take the braces off a list."""
    text = give.strip()
    return text[1:-1] if text.startswith("{") and text.endswith("}") else text


def _affine(judge: _Judge, give: str) -> bool | None:
    due = judge.part.result.answer
    if give.strip().lower() in ("none", "no solution"):
        return bool(due["kind"] == "none")
    return judge.holds(f"({give}) == ({judge.of})")


def _yes_no(judge: _Judge, give: str) -> bool:
    word = give.strip().lower()
    if word not in ("yes", "no"):
        raise NotUnderstood(f'"{give}" is read neither as yes nor as no')
    return bool(judge.part.answers[0]) == (word == "yes")


def _columns(judge: _Judge, give: str) -> bool:
    words = give.replace(",", " ").split()
    if not all(word.isascii() and word.isdigit() and len(word) < 9 for word in words):
        raise NotUnderstood(f"columns are due, such as 1, 3, and this is {give}")
    return bool(sorted(map(int, words)) == judge.part.answers[0])


def _tuple(judge: _Judge, *gives: str) -> bool | None:
    if len(gives) != len(judge.part.results):
        raise NotUnderstood(f"{len(judge.part.results)} answers are due, not {len(gives)}")
    found = [_same_value(judge, give, number) for number, give in enumerate(gives)]
    return False if False in found else None if None in found else True


_JUDGES: Mapping[str, Callable[..., bool | None]] = {
    **dict.fromkeys(
        ("scalar", "vector", "matrix", "rref", "coordinates", "change-of-basis"),
        _same_value,
    ),
    "dimension": _same_count,
    "basis": _basis,
    "basis-among": _among,
    "spanning-set": _spans,
    "subspace": _spans,
    "affine-set": _affine,
    "yes-no": _yes_no,
    "columns": _columns,
    "tuple": _tuple,
}
