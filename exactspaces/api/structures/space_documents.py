"""Reports on spaces in short: as text, and as documents."""

from collections.abc import Sequence

from exactspaces.kernel.sentences import formula_text
from exactspaces.questions.obligations import Chart
from exactspaces.rendering.documents import (
    Block,
    Document,
    Heading,
    Items,
    Pieces,
    Table,
)
from exactspaces.rendering.formulas import Sym
from exactspaces.rendering.spaces import carrier_text, operations_text
from exactspaces.rendering.vectors import signs_of, vector_box, vector_text
from exactspaces.worked.judged import Judged, basis_of, parameters_of
from exactspaces.worked.law_reasons import explained
from exactspaces.worked.law_steps import definition, transport_pieces

WIDTH = 18
SAID = {
    "proved": "a vector space",
    "refuted": "not a vector space",
    "undecided": "perhaps a vector space",
}


def space_text(judged: Judged) -> str:
    """Write what the command line prints."""
    space = judged.space
    lines = [
        f"{judged.verdict}: {headline(judged)}",
        f"  {judged.name} = {carrier_text(space)}, {operations_text(space, signs_of(space))}",
    ]
    for name, one in judged.outcomes.items():
        reason = explained(space, one).reason
        lines.append(f"  {name:<{WIDTH}} {one.verdict:<9}  {reason}".rstrip())
    return "\n".join([*lines, *(f"  {key}: {text}" for key, text in _facts(judged))])


def headline(judged: Judged) -> str:
    """Say whether it is a vector space over its field, and what fails."""
    said = f"{SAID[judged.verdict]} over {judged.field}"
    failing, still_open = judged.with_verdict("refuted"), judged.with_verdict("undecided")
    if failing:
        verb = "fails" if len(failing) == 1 else "fail"
        return f"{said}: {', '.join(failing)} {verb}"
    return f"{said}: {', '.join(still_open)} open" if still_open else said


def _facts(judged: Judged) -> list[tuple[str, str]]:
    space, facts = judged.space, []
    if judged.zero is not None:
        facts.append(("zero", vector_text(space, judged.zero)))
    if judged.negative is not None:
        facts.append(("negative of u", vector_text(space, judged.negative)))
    if judged.remark:
        facts.append(("remark", judged.remark))
    if judged.chart is not None:
        facts.append(("transport", _transport_text(judged, judged.chart)))
    return facts


def _transport_text(judged: Judged, chart: Chart) -> str:
    """Write the isomorphism, its inverse, the dimension and a basis."""
    space, n = judged.space, len(chart.there)
    there = _tuple(tuple(map(formula_text, chart.there)))
    back = vector_text(space, chart.back)
    basis = ", ".join(vector_text(space, x) for x in basis_of(space, chart))
    return (
        f"u -> {there} is an isomorphism onto {judged.field}^{n}, with the inverse "
        f"{_tuple(parameters_of(chart))} -> {back}; dimension {n}, basis {{{basis}}}"
    )


def _tuple(texts: tuple[str, ...]) -> str:
    return texts[0] if len(texts) == 1 else f"({', '.join(texts)})"


def space_document(judged: Judged) -> Document:
    """Give the verdicts as a document."""
    blocks: list[Block] = [
        Heading(f"{judged.name}: {headline(judged)}", 2),
        *definition(judged),
        Table(
            ("obligation", "verdict", "why"),
            tuple(
                ((name,), (x.verdict,), (explained(judged.space, x).reason,))
                for name, x in judged.outcomes.items()
            ),
        ),
    ]
    facts = facts_items(judged)
    return Document((*blocks, *([Items(facts)] if facts else [])))


def facts_items(judged: Judged) -> tuple[Pieces, ...]:
    """Give the zero vector, the negative and the isomorphism as items of a list."""
    space = judged.space
    items: list[Pieces] = []
    if judged.zero is not None:
        items.append(("zero vector: ", vector_box(space, judged.zero)))
    if judged.negative is not None:
        items.append(("negative of ", Sym("u"), ": ", vector_box(space, judged.negative)))
    if judged.remark:
        items.append((judged.remark,))
    if judged.chart is not None:
        items.append(transport_pieces(judged, judged.chart))
    return tuple(items)


def fields_table(reports: Sequence[tuple[str, str, str]]) -> Document:
    """Give field, verdict and reason as a table."""
    rows = tuple(
        ((field,), (verdict,), (why or "all ten hold",)) for field, verdict, why in reports
    )
    return Document((Table(("field", "verdict", "why"), rows),))
