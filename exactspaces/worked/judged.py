"""What was found out about the axioms of a space: an outcome for each obligation."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from exactspaces.kernel.formulas import Constant, Formula
from exactspaces.kernel.replacing import replaced
from exactspaces.kernel.sentences import domain_text
from exactspaces.questions.obligations import Chart, Shown
from exactspaces.settle import Outcome, Verdict
from exactspaces.spaces.user import UserSpace, Vector
from exactspaces.spaces.values import simplified, value_of


@dataclass(frozen=True)
class Judged:
    """A space with the outcome for each obligation, by name.

    `transport` is the outcome of the search for an isomorphism, None when there was none; `remark`
    says what else is worth knowing, such as a zero on one side only.
    """

    space: UserSpace
    outcomes: Mapping[str, Outcome]
    transport: Outcome | None = None
    remark: str = ""
    name: str = "V"

    @property
    def verdict(self) -> Verdict:
        """Give "proved" when all obligations are, "refuted" when one is."""
        return verdict_of(x.verdict for x in self.outcomes.values())

    def with_verdict(self, verdict: Verdict) -> tuple[str, ...]:
        """Give the names of the obligations with this verdict."""
        return tuple(name for name, x in self.outcomes.items() if x.verdict == verdict)

    @property
    def field(self) -> str:
        """The field of the scalars."""
        return domain_text(self.space.field)

    @property
    def zero(self) -> Vector | None:
        """The zero vector; None where there is none, or none is found."""
        return self._found("zero_exists")

    @property
    def negative(self) -> Vector | None:
        """The negative of u, in normal form."""
        found = self._found("neg_exists")
        if found is None:
            return None
        domains = {q.name: q.domain for q in self.space.quantities("u")}
        under = (self.space.contains(self.space.vector("u")),)
        return tuple(simplified(x, domains, under) for x in found)

    def _found(self, name: str) -> Vector | None:
        outcome = self.outcomes.get(name)
        answer = None if outcome is None else outcome.answer
        return answer.witness if isinstance(answer, Shown) else None

    @property
    def chart(self) -> Chart | None:
        """The isomorphism onto F^n that was found."""
        answer = None if self.transport is None else self.transport.answer
        return answer if isinstance(answer, Chart) else None


def verdict_of(verdicts: Iterable[Verdict]) -> Verdict:
    """Give "refuted" when one is, "proved" when all are."""
    found = set(verdicts)
    if "refuted" in found:
        return "refuted"
    return "proved" if found == {"proved"} else "undecided"


def parameters_of(chart: Chart) -> tuple[str, ...]:
    """Give the names that the formulas of the inverse are in."""
    n = len(chart.there)
    return ("t",) if n == 1 else tuple(f"t{k + 1}" for k in range(n))


def basis_of(space: UserSpace, chart: Chart) -> tuple[Vector, ...]:
    """Give the vectors with the coordinates (1, 0, ...), (0, 1, ...), ..."""
    names = parameters_of(chart)
    return tuple(
        tuple(
            value_of(replaced(x, _unit(names, place)), domain) or x
            for x, domain in zip(chart.back, space.domains, strict=True)
        )
        for place in range(len(names))
    )


def _unit(names: tuple[str, ...], place: int) -> dict[str, Formula]:
    return {name: Constant(int(k == place)) for k, name in enumerate(names)}
