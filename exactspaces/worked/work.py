"""The desk: where the steps of a solution are put one after the other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from exactspaces.kernel import Claim, Given, Matrix, Term, Theorem
from exactspaces.questions import Question
from exactspaces.rendering.claims import claim_in
from exactspaces.rendering.documents import Block, Display, Items, Paragraph, Pieces
from exactspaces.rendering.formulas import Formula, Sym
from exactspaces.rendering.terms import Notation, Vector, term_in, tuple_formula, vector_formula
from exactspaces.worked.proofs import proved, shown
from exactspaces.worked.solution import Step

LETTERS = "ABCDEFGHMNPQ"


@dataclass
class Work:
    """A solution that is being written.

    `evaluate` works out the value of a term and writes down how; words that are said wait for the
    next theorem, and are lost when none comes. Letters that are reserved, such as those of
    parameters, are given to nothing else.
    """

    evaluate: "Callable[[Work, Term], Any]"
    names: dict[Term, str] = field(default_factory=dict)
    vector: Vector = tuple_formula
    reserved: frozenset[str] = frozenset()
    steps: list[Step] = field(default_factory=list)
    checks: list[Step] = field(default_factory=list)
    given: list[Block] = field(default_factory=list)
    waiting: list[Block] = field(default_factory=list)

    def say(self, *pieces: str | Formula) -> None:
        """Write running text."""
        self.waiting.append(Paragraph(pieces))

    def show(self, formula: Formula) -> None:
        """Write a formula on a line of its own."""
        self.waiting.append(Display(formula))

    def list(self, items: Sequence[Pieces]) -> None:
        """Write a list, unless it is empty."""
        if items:
            self.waiting.append(Items(tuple(items)))

    def rests_on(self, theorem: Theorem, *pieces: str | Formula) -> None:
        """Close a step: what was said since the last one, and these words; no words, no step."""
        if pieces:
            self.say(*pieces)
        if not self.waiting:
            return
        self.steps.append(Step(tuple(self.waiting), theorem))
        self.waiting.clear()

    def fact(self, claim: Claim, *pieces: str | Formula) -> None:
        """Close a step with a claim that holds; raise NoAnswer when that is not proved."""
        self.rests_on(shown(claim), *pieces)

    def answer(self, question: Question, *pieces: str | Formula) -> Any:
        """Close a step with the answer to a question, and give that."""
        found = proved(question)
        self.rests_on(found.theorem, *pieces)
        return found.answer

    def check(self, claim: Claim, *pieces: str | Formula) -> None:
        """Add a line to the check at the end."""
        self.checks.append(Step((Paragraph(("Check: ", *pieces)),), shown(claim)))

    def value(self, term: Term) -> Any:
        """Work out the value of a part, and write down how."""
        return self.evaluate(self, term)

    @property
    def notation(self) -> Notation:
        return Notation(self.names, self.vector)

    def term(self, term: Term, *, column: bool = False) -> Formula:
        """Give the formula for a term, by the names in use."""
        return term_in(self.notation, term, column=column)

    def claim(self, claim: Claim) -> Formula:
        """Give the formula for a claim, by the names in use."""
        return claim_in(self.notation, claim)

    def point(self, matrix: Matrix) -> Formula:
        """Give the vector that is a column or a row."""
        return vector_formula(matrix, self.vector)

    def points(self, rows: Matrix) -> tuple[Formula, ...]:
        """Give the rows as vectors."""
        return tuple(map(self.point, each_row(rows)))

    def free_letter(self, letters: str = LETTERS) -> str:
        """Give a letter that names nothing yet, nor a quantity of the field."""
        taken = set(self.names.values()) | self.reserved
        free = (x for x in letters if not taken & {x, f"{x}_1", f"{x}1"})
        return next(free, f"{letters[0]}{len(taken)}")

    def vectors(self, rows: Matrix, letters: str = "vuwsz") -> tuple[Formula, ...]:
        """Give names for the rows; new names are explained."""
        columns = [Given(row.transpose) for row in each_row(rows)]
        if not all(x in self.names for x in columns) or len(set(columns)) < len(columns):
            return self._new_vectors(rows, columns, letters)
        return tuple(Sym(self.names[x]) for x in columns)

    def _new_vectors(
        self, rows: Matrix, columns: Sequence[Given], letters: str
    ) -> tuple[Formula, ...]:
        letter = self.free_letter(letters)
        symbols = tuple(Sym(f"{letter}_{k + 1}") for k in range(rows.height))
        for symbol, column in zip(symbols, columns, strict=True):
            self.names.setdefault(column, symbol.name)
        self.waiting.append(introduction(symbols, self.points(rows)))
        if self.vector is not tuple_formula:
            self.say("In matrices they stand with their coordinates.")
        return symbols


def each_row(rows: Matrix) -> list[Matrix]:
    """Give the rows, each a matrix of its own."""
    return [rows.select((i,)) for i in range(rows.height)]


def introduction(symbols: Sequence[Formula], values: Sequence[Formula]) -> Block:
    """Say what names stand for."""
    pieces: list[str | Formula] = ["Write "]
    for k, (symbol, value) in enumerate(zip(symbols, values, strict=True)):
        pieces += [", " if k else "", symbol, " = ", value]
    return Paragraph((*pieces, "."))
