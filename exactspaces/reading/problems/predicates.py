"""What a file asks about spaces and sets: is_subspace(W), zero(V), axiom(V, scalar-sum), ..."""

import re
from dataclasses import dataclass

from exactspaces.errors import NotUnderstood
from exactspaces.fields.names import Over
from exactspaces.kernel import Given, Matrix, Null
from exactspaces.kernel.formulas import Compare, Condition, Every
from exactspaces.questions import BasisFor, Question, SolutionSet, laws
from exactspaces.questions.formal import IsSubspace, IsVectorSpace, NegativeOf, ZeroOf
from exactspaces.questions.laws import Statement
from exactspaces.questions.sets import combined, entry_formula
from exactspaces.reading.problems.axiom_words import obligation_named
from exactspaces.reading.problems.faults import nearest
from exactspaces.reading.problems.letters import Letter, World
from exactspaces.reading.request import Request, read_request
from exactspaces.reading.spaces.evaluate import evaluate
from exactspaces.reading.spaces.scope import Scope
from exactspaces.reading.spaces.sets import read_condition_set
from exactspaces.reading.spaces.shapes import fitted
from exactspaces.reading.spaces.trees import parse, reading
from exactspaces.spaces.sets import ConditionSet
from exactspaces.spaces.user import Entries, Single, UserSpace, Vector

_CALL = re.compile(
    r"\s*(is_subspace|vector_space|zero|negative)\s*\((?P<inside>.*)\)\s*", re.DOTALL
)
_LAW = re.compile(r"\s*(?P<word>axiom|closed)\s*\(\s*(?P<name>\w+)\s*,(?P<what>[^()]*)\)\s*")


@dataclass(frozen=True)
class Law:
    """An obligation of a space: the statement, and what its letters stand for, in order."""

    space: UserSpace
    name: str
    statement: Statement
    letters: tuple[Letter, ...]


def read_formal(world: World, text: str) -> Request | None:
    """Read a question about spaces and sets of the file; None for a text of another form.

    Raises NotUnderstood.
    """
    found = _CALL.fullmatch(text)
    if found is None:
        return None
    word, inside = found[1], found["inside"]
    return Request(
        text.strip(), world.over, world.over.ring, _asked(world, word, inside), None, {}
    )


def _asked(world: World, word: str, inside: str) -> Question:
    if word == "is_subspace":
        return IsSubspace(set_of(world, inside).as_space())
    name, comma, rest = inside.partition(",")
    space = space_of(world, name)
    if word != "negative":
        if comma:
            raise NotUnderstood(f"{word}({inside.strip()[:40]}): one name is due")
        return IsVectorSpace(space) if word == "vector_space" else ZeroOf(space)
    if not comma:
        raise NotUnderstood("negative(V, v): a space and a vector of it are due")
    return NegativeOf(space, vector_in(world, space, rest))


def space_of(world: World, name: str) -> UserSpace:
    """Give the space of this name.

    Raises NotUnderstood.
    """
    found = world.spaces.get(name.strip())
    if found is None:
        remedy = nearest(name.strip(), world.spaces) if world.spaces else "write [space.V]"
        raise NotUnderstood(f"{name.strip()[:40]!r} is no space of this file; {remedy}")
    return found


def set_of(world: World, text: str) -> ConditionSet:
    """Give the set that a name stands for: [set.W], a set in braces, solve(A, b), null(A).

    Raises NotUnderstood.
    """
    name = text.strip()
    if name in world.sets:
        return world.sets[name]
    if name.startswith("{"):
        return read_condition_set(name, world.over, world.readable)
    question = read_request(name, world.over, world.given).question
    match question:
        case SolutionSet(Given(matrix), Given(right)):
            return _solutions(world.over, matrix, right)
        case BasisFor(Null(Given(matrix))):
            zero = matrix.with_rows(((matrix.ring.integer(0),) for _ in matrix.rows), 1)
            return _solutions(world.over, matrix, zero)
    raise NotUnderstood(
        f"{name[:40]!r} is no set given by conditions; write [set.W], or solve(A, b) or null(A) "
        "with A and b written out"
    )


def _solutions(over: Over, matrix: Matrix, right: Matrix) -> ConditionSet:
    """Give the solutions of matrix * u = right as a set given by equations."""
    scalars = World(over, {}, {}, {}).scalars
    n = matrix.width
    form = Single() if n == 1 else Entries(n)
    frame = UserSpace(scalars, form, (scalars,) * n, Every(()), (), ())
    sides = combined(matrix.transpose, frame.vector("u"))
    due = (entry_formula(right, row[0]) for row in right.rows)
    equations = tuple(Compare("=", x, y) for x, y in zip(sides, due, strict=True))
    condition: Condition = equations[0] if len(equations) == 1 else Every(equations)
    return ConditionSet(scalars, form, frame.domains, condition)


def vector_in(world: World, space: UserSpace, text: str) -> Vector:
    """Read a vector of numbers of the form of a space.

    Raises Unreadable.
    """
    scope = Scope(world.known, space.field)
    with reading(text):
        node = parse(text, scope.names)
        return fitted(evaluate(node, scope), space.form, node, "The vector")


def is_formal_claim(text: object) -> bool:
    """Say whether a text is axiom(V, scalar-sum), is_subspace(W) or the like."""
    return isinstance(text, str) and bool(_LAW.fullmatch(text) or _CALL.fullmatch(text))


def read_law(world: World, text: str, names: tuple[str, ...]) -> Law | None:
    """Read axiom(V, scalar-sum) or closed(W, +); None for a text of another form.

    `names` are the letters that are to be given, scalars first; none for the usual ones.

    Raises NotUnderstood.
    """
    found = _LAW.fullmatch(text)
    if found is None:
        return None
    space = world.places.get(found["name"])
    if space is None:
        known = nearest(found["name"], world.places) if world.places else "write [space.V]"
        raise NotUnderstood(f"{found['name']!r} is no space or set of this file; {known}")
    name = _obligation(found["word"], found["what"].strip())
    statement = laws.statement(space, name)
    return Law(space, name, statement, _letters(space, statement, names, text))


def _obligation(word: str, what: str) -> str:
    if word == "closed":
        if what not in ("+", "*"):
            raise NotUnderstood(f"closed(W, {what[:20]}): + or * is due")
        return "closed_add" if what == "+" else "closed_scale"
    name = obligation_named(what)
    if name is None:
        raise NotUnderstood(f"{what[:40]!r} is no axiom; write its number 1 to 8 or a name")
    if name in laws.EXISTENCE:
        raise NotUnderstood(f"{what[:40]!r} says that something exists: no values refute it")
    return name


def _letters(
    space: UserSpace, statement: Statement, names: tuple[str, ...], text: str
) -> tuple[Letter, ...]:
    """Give each letter of a law the name under which it is asked for."""
    have = [q.name for q in statement.quantities]
    scalars = [x for x in "ab" if x in have]
    third = laws.third_letter(space)
    vectors = [x for x in ("u", "v", third) if set(space.names(x)) <= set(have)]
    due = [*scalars, *vectors]
    if names and len(names) != len(due):
        raise NotUnderstood(
            f"{text.strip()} is about {len(scalars)} scalars and {len(vectors)} vectors, and "
            f"{len(names)} letters are to be given"
        )
    frame = UserSpace(space.field, Single(), (space.field,), Every(()), (), ())
    return tuple(
        Letter(name, frame, (old,)) if old in scalars else Letter(name, space, space.names(old))
        for name, old in zip(names or tuple(due), due, strict=True)
    )
