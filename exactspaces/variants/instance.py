"""From a seed to a variant: draw, prove what is required, draw again where that fails."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from time import monotonic

from exactspaces.fields.names import Over
from exactspaces.questions import Question
from exactspaces.reading.problems.faults import BadProblem, Place
from exactspaces.reading.problems.model import Problem
from exactspaces.reading.problems.read import field_of, given_of, variant_of
from exactspaces.reading.problems.tables import Table
from exactspaces.reading.problems.variants import Variants
from exactspaces.settle import Outcome
from exactspaces.variants.draw import draw_names, words_of
from exactspaces.variants.require import Desk, Unclear, first_failing
from exactspaces.variants.separate import not_separate
from exactspaces.variants.values import Unlucky

# Judging the mistakes takes longer than drawing; a generator that fails has tried often already.
MOST_DRAWS, _MOST_JUDGED, MOST_UNLUCKY = 400, 100, 10
MOST_SECONDS = 60.0  # time ends a search that fails; it never chooses a variant
_SHOWN = 3
Settle = Callable[[Question], Outcome]


@dataclass(frozen=True)
class Instance:
    """A variant: its seed, the problem, the names as drawn, and how many draws it took."""

    seed: int
    problem: Problem
    drawn: Mapping[str, str]
    draws: int


@dataclass
class _Failures:
    """Why draws were not taken: how often for each reason, and an example."""

    counts: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    judged: int = 0
    unlucky: int = 0
    last: tuple[str, str] | None = None

    @property
    def hopeless(self) -> bool:
        return self.judged >= _MOST_JUDGED or self.unlucky >= MOST_UNLUCKY

    def add(self, reason: str, key: str, example: str) -> None:
        self.counts[reason] += 1
        self.examples[reason], self.keys[reason] = example, key

    def report(self, variants: Variants, seed: int) -> BadProblem:
        (worst, times), *others = self.counts.most_common(_SHOWN)
        rest = "".join(f"; {n} times: {reason}" for reason, n in others)
        return BadProblem(
            variants.file,
            self.keys[worst],
            f"no variant for the seed {seed} in {self.counts.total()} draws; {times} times: "
            f"{worst}, as for {self.examples[worst]}{rest}; ask for less, or draw otherwise",
        )


def draw_variant(variants: Variants, seed: int, settle: Settle) -> Instance:
    """Draw the variant of a seed, with everything that is required of it proved.

    Raises BadProblem for a fault in the file, and when no draw meets the requirements: it then
    names the clause that fails.
    """
    require_seed(variants, seed)
    over = field_of(Table(Place(variants.file), variants.tables))
    failures = _Failures()
    end = monotonic() + MOST_SECONDS
    for attempt in range(MOST_DRAWS):
        found = _attempt(variants, seed, attempt, (over, settle, failures))
        if found is not None:
            return found
        if failures.hopeless or monotonic() > end:
            break
    raise failures.report(variants, seed)


def require_seed(variants: Variants, seed: int) -> None:
    """Refuse a seed that is none of the problem."""
    if type(seed) is not int or not 1 <= seed <= variants.seeds:
        variants.place.at("seeds").fail(
            f"the seed {seed} is none of this problem; its variants are 1 to {variants.seeds}"
        )


def _attempt(
    variants: Variants, seed: int, attempt: int, desk: tuple[Over, Settle, _Failures]
) -> Instance | None:
    over, settle, failures = desk
    place = variants.place
    try:
        drawn = draw_names(variants, over, words_of(variants, seed, attempt), settle).texts
    except Unlucky as error:
        failures.unlucky += 1
        failures.add(str(error), place.key, "this draw")
        return None
    example = ", ".join(f"{name} = {text}" for name, text in drawn.items())[:300]
    given = given_of(Table(Place(variants.file), variants.tables), over, drawn)
    try:
        failing = first_failing(Desk(over, given, settle), variants.require)
    except Unclear as error:
        place.at("require").item(error.clause + 1).fail(str(error))
    if failing is not None:
        clause = variants.require[failing]
        key = place.at("require").item(failing + 1).key
        failures.add(f"{clause} is not proved", key, example)
        return None
    problem = variant_of(variants, seed, drawn)
    slip = not_separate(problem, settle, failures.last) if variants.separate else None
    if slip is not None:
        failures.judged, failures.last = failures.judged + 1, (slip.part, slip.mistake)
        kept = f"{slip.part}: {slip.mistake}"
        same = "is right" if slip.verdict == "correct" else f"looks like {slip.named or 'none'}"
        failures.add(f"{kept} {same} (to allow it: waive)", place.at("separate").key, example)
        return None
    return Instance(seed, problem, drawn, attempt + 1)
