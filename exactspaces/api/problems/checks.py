"""The tests that every problem implies: of each variant, and without a line in the file.

The key is proved and accepted; other ways to write it are accepted, and answers one step away are
refused; each named mistake is told from its own answer; the solution comes out the same again;
what cannot be read is invalid.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from exactspaces.api.problems.files import Solved, load_problem, solve_problem
from exactspaces.api.problems.marks import settle_kept
from exactspaces.api.problems.tests import problem_tests
from exactspaces.api.problems.variants import seeds_of
from exactspaces.api.processes.budget import Budget
from exactspaces.api.text import DEFAULT
from exactspaces.errors import ExactSpacesError
from exactspaces.fields.names import read_over
from exactspaces.kernel import KernelError, check, dump, load
from exactspaces.marking.formal.statements import is_formal
from exactspaces.marking.marker import case_of, mark_part, mark_request, single_requests
from exactspaces.questions import Question
from exactspaces.reading.problems import Part, Problem
from exactspaces.reading.request import Request
from exactspaces.settle import Outcome
from exactspaces.variants.answers import trial
from exactspaces.variants.formal_answers import formal_trial
from exactspaces.variants.require import Desk, first_failing
from exactspaces.variants.separate import slips, waived
from exactspaces.variants.stream import Stream
from exactspaces.variants.tries import Trial

_UNREADABLE = ("", "[1 2; 3]")


@dataclass(frozen=True)
class Check:
    """One test: what it is about, and what is wrong; nothing when it passed."""

    seed: int | None
    part: str
    what: str
    fault: str = ""

    def __str__(self) -> str:
        where = "" if self.seed is None else f"seed {self.seed}: "
        return f"{where}{self.part}: {self.what}: {self.fault}"


def implied_checks(problem: Problem, *, budget: Budget = DEFAULT) -> Iterator[Check]:
    """Run all tests of a problem that follow from what it says, and those in its file."""
    yield from Checker(problem, budget).checks()


def is_tried(problem: Problem, part: Part, *, budget: Budget = DEFAULT) -> bool:
    """Say whether the implied tests have a right answer to each question of a part."""
    one = Checker(problem, budget)
    requests: tuple[Request | None, ...] = single_requests(part) if part.requests else (None,)
    return all(one.trial(part, request, part.id) is not None for request in requests)


@dataclass(frozen=True)
class Checker:
    """What runs the tests of one problem."""

    problem: Problem
    budget: Budget = DEFAULT

    def checks(self) -> Iterator[Check]:
        """Run all of them."""
        yield from self.required()
        for part in self.problem.parts:
            yield from self.part(part)
        yield from self.mistakes()
        yield self.solution()
        yield from self.own()

    @cached_property
    def solved(self) -> Solved:
        """The problem with the outcome of each part, as the other tests have it."""
        return solve_problem(self.problem, budget=self.budget, settle=settle_kept)

    def settle(self, question: Question) -> Outcome:
        return settle_kept(question, self.budget)

    def _check(self, part: str, what: str, fault: str = "") -> Check:
        return Check(self.problem.seed, part, what, fault)

    def required(self) -> Iterator[Check]:
        """Prove once more what is required of a variant; it may come from a lock."""
        variants = self.problem.variants
        if variants is None:
            return
        over = read_over(self.problem.field)
        desk = Desk(over, self.problem.given, self.settle)
        failing = first_failing(desk, variants.require)
        fault = "" if failing is None else f"{variants.require[failing]} is not proved"
        yield self._check("variants", "require", fault)

    def part(self, part: Part) -> Iterator[Check]:
        for name, request in self._named(part, part.requests):
            yield self._proved(request, name)
        for name, request in self._named(part, single_requests(part)):
            yield from self._tried(part, request, name)
        if not part.requests:
            yield from self._tried(part, None, part.id)
        for unreadable in _UNREADABLE:
            mark = mark_part(part, self.problem.told, unreadable, self.settle)
            bad = mark.verdict not in ("invalid", "incorrect")
            yield self._check(
                part.id, f"{unreadable!r} is no right answer", mark.verdict if bad else ""
            )

    def _named(self, part: Part, requests: tuple[Request, ...]) -> Iterator[tuple[str, Request]]:
        for number, request in enumerate(requests, 1):
            yield (f"{part.id}[{number}]" if len(requests) > 1 else part.id), request

    def _proved(self, request: Request, name: str) -> Check:
        """Prove the key, and read its proof again."""
        what = "the key is proved"
        outcome = settle_kept(request.question, self.budget)
        if outcome.theorem is None:
            return self._check(name, what, f"undecided: {outcome.reason}")
        try:
            again = check(*load(dump(outcome.theorem)))
        except KernelError as error:
            return self._check(name, what, str(error))
        same = again == outcome.theorem
        return self._check(name, what, "" if same else "the theorem reads as another one")

    def _tried(self, part: Part, request: Request | None, name: str) -> Iterator[Check]:
        """Try the key, other ways to write it, and wrong answers."""
        answers = self.trial(part, request, name)
        if answers is None:
            return
        yield self._marked(part, request, (answers.key, "the key", True), name)
        for text in answers.same:
            yield self._marked(part, request, (text, "the key written otherwise", True), name)
        for text in answers.wrong:
            yield self._marked(part, request, (text, "one step from the key", False), name)

    def trial(self, part: Part, request: Request | None, name: str) -> Trial | None:
        """Give answers to try; None where there are none."""
        chance = Stream("exactspaces-trial/1", self.problem.id, str(self.problem.seed), name)
        told, settle = self.problem.told, self.settle
        if request is None or is_formal(part, request):
            return formal_trial(part, request, told, settle, chance)
        return trial(case_of(part, request, told, settle), chance)

    def _marked(
        self, part: Part, request: Request | None, one: tuple[str, str, bool], name: str
    ) -> Check:
        text, what, right = one
        mark = mark_request(part, request, self.problem.told, text, self.settle)
        good = mark.verdict == "correct" and not mark.mistake if right else (
            mark.verdict in ("incorrect", "partial", "invalid")
        )  # fmt: skip
        due = "accepted" if right else "refused"
        said = f" ({mark.mistake})" if mark.mistake else ""
        fault = "" if good else f"{text} is {mark.verdict}{said}, and has to be {due}"
        return self._check(name, f"{what} is {due}", fault)

    def mistakes(self) -> Iterator[Check]:
        """Tell each mistake from its own answer; where separate is set, none may be right."""
        separate = self.problem.variants is not None and self.problem.variants.separate
        for slip in slips(self.problem, self.settle):
            if waived(self.problem, slip):
                continue
            silent = not slip.is_told and not separate
            if not silent:
                fault = "" if slip.is_told else str(slip)
                yield self._check(slip.part, f"{slip.mistake} is told", fault)

    def solution(self) -> Check:
        """Write the worked solution, and once more with every question settled afresh."""
        try:
            first = self.solved.write("text")
            second = solve_problem(self.problem, budget=self.budget).write("text")
        except ExactSpacesError as error:
            return self._check("solution", "it is written", str(error))
        same = first.encode() == second.encode()
        return self._check("solution", "it comes out the same", "" if same else "it does not")

    def own(self) -> Iterator[Check]:
        """Run the tests of the file."""
        for outcome in problem_tests(self.problem, budget=self.budget):
            due = f"{outcome.example.verdict} {outcome.example.says}".strip()
            fault = "" if outcome.is_right else f"{outcome} (due: {due})"
            yield self._check(outcome.example.part, "a test of the file", fault)


@dataclass(frozen=True)
class Tested:
    """How many variants and tests a file has, and what is wrong with it."""

    seeds: int
    checks: int
    faults: tuple[str, ...]


def check_seeds(path: Path, seeds: int, *, budget: Budget = DEFAULT) -> Tested:
    """Run the tests of a problem file: of its first variants, where it has some."""
    done, faults, total = 0, list[str](), 0
    try:
        problem = load_problem(path)
        variants = problem.variants
        for seed in [None] if variants is None else seeds_of(variants)[:seeds]:
            one = problem if seed == problem.seed else load_problem(path, seed)
            for found in implied_checks(one, budget=budget):
                total += 1
                faults += [str(found)] if found.fault else []
            done += variants is not None
    except ExactSpacesError as error:
        faults.append(str(error))
    return Tested(done, total, tuple(faults))
