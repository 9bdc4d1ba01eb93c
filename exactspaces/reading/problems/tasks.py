"""What is asked for by the kinds of answers that are about statements and proofs: plain data."""

from dataclasses import dataclass
from typing import Literal

from exactspaces.fields.names import Over
from exactspaces.kernel import Matrix
from exactspaces.questions import Question
from exactspaces.questions.laws import Statement
from exactspaces.reading.problems.letters import Letter, Lexicon
from exactspaces.reading.problems.texts import Text
from exactspaces.spaces.sets import ConditionSet
from exactspaces.spaces.user import UserSpace

Supports = Literal["yes", "no", ""]


@dataclass(frozen=True)
class Witness:
    """Values of the letters are due at which the statement fails.

    `law` is the obligation of `space` where the statement is one of those; `clauses` are what
    an example has to fulfil, each as it was written, with its statement in the letters.
    """

    statement: Statement
    letters: tuple[Letter, ...]
    lexicon: Lexicon
    law: str = ""
    space: UserSpace | None = None
    clauses: tuple[tuple[str, Statement], ...] = ()


@dataclass(frozen=True)
class Reason:
    """A reason for yes or no: it is so when the question has the verdict yes, or no.

    `supports` is the answer that it proves; nothing where it is true but proves nothing.
    """

    id: str
    text: str
    question: Question
    holds: bool
    supports: Supports


@dataclass(frozen=True)
class Relation:
    """Vectors (rows) of which a dependence relation is due, with their names."""

    over: Over
    rows: Matrix
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Backed:
    """A yes or no with a reason: one of a list, or vectors of `space` that show it."""

    reasons: tuple[Reason, ...]
    space: UserSpace | None = None
    is_set: bool = False
    shape: ConditionSet | None = None
    relation: Relation | None = None


@dataclass(frozen=True)
class Axioms:
    """A list of obligations that fail is due, among these."""

    space: UserSpace
    among: tuple[str, ...]


@dataclass(frozen=True)
class ProofLine:
    """A line of a proof, and those that have to stand before it.

    `question` is what it claims, where the engine can prove that. A line with a text in `wrong`
    does not belong to the proof; `says` names the mistake of using it.
    """

    id: str
    text: Text
    after: tuple[str, ...] = ()
    question: Question | None = None
    wrong: str = ""
    says: str = ""


@dataclass(frozen=True)
class ProofOrder:
    """Lines to be put in an order that respects which need which."""

    lines: tuple[ProofLine, ...]


@dataclass(frozen=True)
class Slot:
    """A gap of a proof: an expression, a chain of equal expressions, or one of a list of reasons.

    `due` are the expressions, one or the two ends of a chain; `among` are the reasons.
    """

    id: str
    sort: Literal["expression", "step", "reason"]
    due: tuple[str, ...]
    among: tuple[str, ...] = ()


@dataclass(frozen=True)
class ProofSlots:
    """Gaps of a proof, with the letters that stand in it and those that stand for functions."""

    slots: tuple[Slot, ...]
    lexicon: Lexicon
    functions: tuple[str, ...] = ()
    hypotheses: tuple[str, ...] = ()


Task = Witness | Backed | Axioms | ProofOrder | ProofSlots
