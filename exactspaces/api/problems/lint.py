"""The faults of a problem file, all at once: not read, not used, not tested, not possible."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from exactspaces.api.problems.checks import is_tried
from exactspaces.api.problems.follow import follow_fault
from exactspaces.api.problems.texts import check_texts, remark_line
from exactspaces.api.problems.variants import seeds_of, some_draw, variant
from exactspaces.api.processes.budget import Budget
from exactspaces.api.text import DEFAULT
from exactspaces.errors import ExactSpacesError
from exactspaces.marking.formal.statements import FORMAL_MISTAKES
from exactspaces.marking.mistakes import MISTAKES
from exactspaces.reading.problems import BadProblem, Problem, Variants
from exactspaces.reading.problems.faults import Place, nearest
from exactspaces.reading.problems.lint import (
    Faults,
    known_keys,
    piecewise,
    untold_names,
    unused_names,
)
from exactspaces.reading.problems.read import problem_of
from exactspaces.reading.problems.tasks import ProofOrder
from exactspaces.reading.problems.toml import read_tables
from exactspaces.reading.problems.variants import variants_of

_OTHER_CODES = ("step.", "input.", "rref.")  # of row reductions, and of what is not read


def lint(source: "str | Path", *, seeds: int = 3, budget: Budget = DEFAULT) -> tuple[str, ...]:
    """Give all faults of a problem file, each with file and key; none when there are none.

    Of a problem with variants the first `seeds` are drawn.
    """
    faults = Faults()
    tables = faults.tried(lambda: read_tables(source))
    if tables is not None:
        file, data = tables
        known = known_keys(file, data, faults)
        _read(file, known, faults, (seeds, budget))
    return tuple(map(str, faults.found))


def _read(file: str, data: dict[str, Any], faults: Faults, how: tuple[int, Budget]) -> None:
    variants = faults.tried(lambda: variants_of(file, data))
    if variants is None and "variants" in data:
        piecewise(file, data, {}, Faults())
        return
    problem = _problem(file, data, variants, faults, how)
    if problem is None:
        drawn = _drawn(variants, faults)
        if drawn is not None:
            piecewise(file, data, drawn, faults)
        return
    faults.tried(lambda: check_texts(problem))
    for fault in _looks(problem, data):
        faults.add(fault)


def _problem(
    file: str, data: dict[str, Any], variants: Variants | None, faults: Faults,
    how: tuple[int, Budget],
) -> Problem | None:  # fmt: skip
    """Read the whole; several variants where there are some."""
    try:
        if variants is None:
            return problem_of(file, data, {})
        seeds, budget = how
        chosen = seeds_of(variants)[: max(seeds, 1)]
        found = [variant(variants, seed, budget=budget) for seed in chosen]
        return found[0]
    except BadProblem as fault:
        faults.add(fault)
    except ExactSpacesError as error:
        faults.add(BadProblem(file, "", str(error)))
    return None


def _drawn(variants: Variants | None, faults: Faults) -> Mapping[str, str] | None:
    """Draw names for reading the rest, whatever is required of them."""
    if variants is None:
        return {}
    found: Mapping[str, str] | None = faults.tried(lambda: some_draw(variants))
    return found


def _looks(problem: Problem, data: Mapping[str, Any]) -> Iterator[BadProblem]:
    """Look at a problem that was read."""
    yield from unused_names(problem, data)
    yield from untold_names(problem)
    yield from _unknown_mistakes(problem)
    yield from _remarks(problem)
    yield from _untested(problem)
    place = Place(problem.file)
    for number, part in enumerate(problem.parts, 1):
        fault = follow_fault(problem, part)
        if fault:
            yield BadProblem(problem.file, place.at_path(f"part[{number}].follow").key, fault)


def _unknown_mistakes(problem: Problem) -> Iterator[BadProblem]:
    known = [*(mistake.id for mistake in MISTAKES), *FORMAL_MISTAKES]
    place = Place(problem.file)
    for number, part in enumerate(problem.parts, 1):
        told = [(f"say[{k}].on", one.on) for k, one in enumerate(part.say, 1)]
        task = part.answer.options.get("task")
        lines = task.lines if isinstance(task, ProofOrder) else ()
        told += [(f"answer.line[{k}].says", x.says) for k, x in enumerate(lines, 1) if x.says]
        for path, name in told:
            if name not in known and not name.startswith(_OTHER_CODES):
                key = place.at_path(f"part[{number}].{path}").key
                message = f'"{name}" is no named mistake; {nearest(name, known)}'
                yield BadProblem(problem.file, key, message)
    for index, name in enumerate(problem.variants.waive if problem.variants else (), 1):
        mistake = name.rpartition(": ")[2]
        if mistake not in known:
            key = place.at_path(f"variants.waive[{index}]").key
            message = f'"{mistake}" is no named mistake; {nearest(mistake, known)}'
            yield BadProblem(problem.file, key, message)


def _remarks(problem: Problem) -> Iterator[BadProblem]:
    """Read what is said about mistakes, with the values in it."""
    for part in problem.parts:
        for remark in part.say:
            try:
                remark_line(problem, part, remark)
            except BadProblem as fault:
                yield fault


def _untested(problem: Problem) -> Iterator[BadProblem]:
    """Miss an answer that must be correct, where no implied test tries one."""
    right = {example.part for example in problem.examples if example.verdict == "correct"}
    for part in problem.parts:
        if part.id not in right and not is_tried(problem, part):
            yield BadProblem(
                problem.file, Place(problem.file).at("tests").at(part.id).key,
                "no answer is there that must be correct; add one such as "
                f'{part.id} = [{{ give = "...", verdict = "correct" }}]',
            )  # fmt: skip
