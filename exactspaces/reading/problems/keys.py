"""Every key of a problem file: what it may hold, and what it is for.

One list serves the reader, which refuses what is not in it, the JSON Schema, and the page of the
documentation that explains the format.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from exactspaces.reading.spaces.tables import KEYS as SPACE_KEYS

Holds = Literal["text", "texts", "whole", "share", "points", "table", "tables", "names", "shares",
                "word", "texts or text", "reasons"]  # fmt: skip


@dataclass(frozen=True)
class Key:
    """A key: its name, what it holds, what it means, and whether it must be there.

    `words` are all that a text may be; `keys` those of a table, or of each table of a list.
    """

    name: str
    holds: Holds
    means: str
    due: bool = False
    words: tuple[str, ...] = ()
    keys: "tuple[Key, ...]" = ()


def names_of(keys: tuple[Key, ...]) -> tuple[str, ...]:
    """Give the names of keys."""
    return tuple(key.name for key in keys)


FORMAT = "exactspaces-problem/1"
SAY = (
    Key("on", "text", "the named mistake", due=True),
    Key("text", "text", "what is said about it", due=True),
    Key("credit", "share", "the share of the points for it"),
)
FOLLOW = (
    Key("part", "text", "an earlier part, whose answer is carried forward", due=True),
    Key("when", "text", "the claim that must be proved first; the name of the part, with _ for -, "
        "stands for the answer that was given", due=True),
    Key("credit", "share", "the share of the points for what is right after that", due=True),
    Key("of", "text", "what is asked then; without it what the earlier part is about is replaced "
        "by the answer that was given"),
)  # fmt: skip
ANSWER = (
    Key("kind", "word", "what sort of thing the answer is", due=True),
    Key("of", "texts or text", "the expression that says what it is; several for a tuple"),
    Key("truth", "text", "the claim, for the kind yes-no"),
    Key("target", "word", "row-reduction: where it leads", words=("rref",)),
    Key("ops", "word", "row-reduction: whether operations are stated",
        words=("required", "optional")),
    Key("ops_per_line", "whole", "row-reduction: how many operations a line may have"),
    Key("which", "word", "columns: with a pivot, or free", words=("pivot", "free")),
    Key("because", "reasons", "yes-no: reasons, one of which has to be given"),
    Key("letters", "names", "yes-no about letters: where their values are taken from"),
    Key("where", "texts or text", "what the letters fulfil"),
    Key("repeated", "word", "scalar-set: whether repeated numbers count",
        words=("ignored", "counted")),
    Key("mixed", "word", "whether 2 1/3 is read as a number", words=("allowed", "refused")),
    Key("named", "word", "subspace: whether null(A) is an answer", words=("allowed", "refused")),
    Key("form", "text", "the matrix of the inner product"),
    Key("to", "text", "row-operations: rref, ref, or the matrix they lead to"),
    Key("most", "whole", "row-operations: how many are read"),
    Key("letter", "text", "formal-basis: the letter of the vectors"),
    Key("kinds", "texts", "tuple: the kind of each answer"),
)  # fmt: skip
_LETTERS = (
    Key("letters", "names", "letters, and where their values are taken from"),
    Key("where", "texts or text", "what the letters fulfil"),
)
REASON = (
    Key("id", "text", "the name of the reason", due=True),
    Key("text", "text", "the reason in words", due=True),
    Key("claim", "text", "what the reason says", due=True),
    Key("supports", "word", "which answer follows from it", due=True,
        words=("yes", "no", "nothing")),
    *_LETTERS,
)  # fmt: skip
LINE = (
    Key("id", "text", "the name of the line", due=True),
    Key("text", "text", "what it says", due=True),
    Key("after", "texts", "the lines that must stand before it"),
    Key("claim", "text", "what is proved of it"),
    *_LETTERS,
    Key("wrong", "text", "why it does not belong to the proof"),
    Key("says", "text", "the named mistake of using a line that does not belong"),
)
SLOT = (
    Key("id", "text", "the name of the slot", due=True),
    Key("equals", "text", "the expression that is due"),
    Key("from", "text", "where a chain of equalities begins"),
    Key("to", "text", "where it ends"),
    Key("reason", "text", "the reason that is due"),
    Key("among", "texts", "the reasons to choose from"),
)
FORMAL_ANSWERS: Mapping[str, tuple[Key, ...]] = {
    "counterexample": (
        Key("to", "text", "the statement that fails", due=True),
        Key("give", "texts", "the letters whose values are due", due=True), *_LETTERS,
    ),
    "example": (
        Key("such_that", "texts", "what the example fulfils", due=True),
        Key("give", "texts", "the letters whose values are due", due=True), _LETTERS[0],
    ),
    "failing-axioms": (
        Key("of", "text", "the space", due=True),
        Key("among", "word", "which axioms count", words=("ten", "eight")),
    ),
    "proof-order": (Key("line", "tables", "the lines", due=True, keys=LINE), *_LETTERS),
    "proof-slots": (
        Key("slot", "tables", "the slots", due=True, keys=SLOT), *_LETTERS,
        Key("functions", "texts", "letters that stand for functions"),
    ),
}  # fmt: skip
PART = (
    Key("id", "text", "the name of the part", due=True),
    Key("ask", "text", "what is asked", due=True),
    Key("field", "text", "a field of its own"),
    Key("answer", "table", "what the answer is", due=True, keys=ANSWER),
    Key("points", "points", "the points, 1 unless told otherwise"),
    Key("hints", "texts", "hints, cheapest first"),
    Key("credit", "shares", "shares of the points for what is right about a wrong answer"),
    Key("say", "tables", "what is said about named mistakes", keys=SAY),
    Key("follow", "table", "when an earlier answer is carried forward", keys=FOLLOW),
)
VARIANTS = (
    Key("seeds", "whole", "how many variants there are, 20 unless told otherwise"),
    Key("require", "texts", "claims that are proved of every variant"),
    Key("separate", "word", "prove that the named mistakes of all parts are wrong and different",
        words=("standard",)),
    Key("waive", "texts", "mistakes that separate leaves out"),
    Key("hidden", "texts", "names that serve to build others, and are told to nobody"),
)  # fmt: skip
TEST = (
    Key("give", "texts or text", "an answer as it is typed; a list of them for a tuple"),
    Key("compute", "texts or text", "instead of give: an expression whose value is the answer"),
    Key("verdict", "word", "the verdict that it must get", due=True,
        words=("correct", "partial", "incorrect", "invalid", "undecided")),
    Key("says", "text", "the mistake that must be named"),
    Key("at", "text", "the place that must be named"),
    Key("seed", "whole", "the only variant that this is a test of"),
)  # fmt: skip
SOLUTION = (Key("derive", "texts", "the route of the worked solution"),)
SPACE = tuple(
    Key(name, "texts" if name == "elements" else "text", "see spaces of your own")
    for name in SPACE_KEYS
    if not name.endswith("_table")
)
MAP = (
    Key("takes", "text", "by a formula: (x, y) -> (x + y, 2x), or p -> p'"),
    Key("from", "text", "takes: the space that the map goes from, such as R^2, P_2, R^(2x2)"),
    Key("to", "text", "takes: the space that it goes to"),
    Key("matrix", "text", "by its matrix, in the bases that are named"),
    Key("images", "text", "by the images of the vectors of the basis, in order"),
    Key("basis", "text", "matrix, images: a basis of the source, such as {b1, b2} or {1, x}"),
    Key("target_basis", "text", "matrix: a basis of the target, where it is another one"),
)
TOP = (
    Key("format", "word", "the format and its version", due=True, words=(FORMAT,)),
    Key("id", "text", "topic/name, as the file is called", due=True),
    Key("title", "text", "the title", due=True),
    Key("topics", "texts", "the topics", due=True),
    Key("level", "whole", "from 1 to 5", due=True),
    Key("field", "text", "the field: QQ, GF(7), QQ(sqrt(2))", due=True),
    Key("author", "text", "who wrote it"),
    Key("licence", "text", "under which licence"),
    Key("source", "text", "where it comes from"),
    Key("statement", "text", "what stands before the parts"),
    Key("variants", "names", "what is drawn, see below", keys=VARIANTS),
    Key("given", "names", "names and the expressions they stand for"),
    Key("space", "names", "spaces with operations of their own"),
    Key("set", "names", "sets of one's own: field, within, where, or set"),
    Key("map", "names", "linear maps: by a formula, a matrix or images", keys=MAP),
    Key("part", "tables", "what is asked, one table a part", due=True, keys=PART),
    Key("solution", "table", "the worked solution", keys=SOLUTION),
    Key("tests", "names", "answers and the verdicts they must get, for each part"),
)
TABLES: Mapping[str, tuple[Key, ...]] = {
    "": TOP, "variants": VARIANTS, "part": PART, "part.answer": ANSWER, "part.say": SAY,
    "part.follow": FOLLOW, "map": MAP, "solution": SOLUTION, "tests": TEST,
}  # fmt: skip
