"""Functions of which nothing is known: f(x) is a number, and f(x), f(y) are unrelated numbers."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from exactspaces.kernel.formulas import Apply, Constant, Domain, Formula, Quantity, Variable
from exactspaces.kernel.sentences import formula_text
from exactspaces.reading.problems.letters import Lexicon
from exactspaces.reading.spaces.evaluate import number
from exactspaces.reading.spaces.scope import Scope
from exactspaces.reading.spaces.trees import Node
from exactspaces.reading.spaces.values import Value
from exactspaces.spaces.values import simplified

_MOST_DEGREE = 12


@dataclass(frozen=True)
class Application:
    """A function at a place."""

    function: str
    place: Formula


@dataclass
class Opaque:
    """Reads expressions with unknown functions; equal places give equal values.

    Each value f(x) that occurs becomes a variable. Places are polynomials in the letters, so that
    two of them are equal for all values of the letters exactly when their normal forms are.
    """

    lexicon: Lexicon
    functions: tuple[str, ...]
    found: dict[Application, str] = field(default_factory=dict)

    def value(self, text: str) -> Value:
        """Read an expression.

        Raises Unreadable.
        """
        scope = replace(self.lexicon.scope, unknowns=_Functions(self))
        return self.lexicon.value(text, scope)

    @property
    def domains(self) -> Mapping[str, Domain]:
        """The domain of each component of the letters."""
        pairs = ((one.parts, one.space.domains) for one in self.lexicon.letters)
        return {
            name: domain for names, them in pairs for name, domain in zip(names, them, strict=True)
        }

    def quantities(self) -> tuple[Quantity, ...]:
        """The values of functions that occurred."""
        scalars = self.lexicon.world.scalars
        return tuple(Quantity(name, scalars) for name in self.found.values())

    def variable(self, function: str, node: Node, scope: Scope) -> Formula:
        """Give the variable for the value of a function.

        Raises Slip.
        """
        place = number(node, replace(scope, unknowns=None))
        degree = _degree(place)
        if degree is None or degree > _MOST_DEGREE:
            raise node.fail(
                "The place is no polynomial of small degree in the letters.",
                "Write f(x) or f(x + y).",
            )
        key = Application(function, simplified(place, self.domains))
        if key not in self.found:
            taken = set(self.domains) | set(self.found.values())
            name = f"{function}_{len(self.found) + 1}"
            while name in taken:
                name += "_"
            self.found[key] = name
        return Variable(self.found[key])

    def told(self, name: str) -> str:
        """Write what a variable stands for."""
        for key, known in self.found.items():
            if known == name:
                return f"{key.function}({formula_text(key.place)})"
        return name


@dataclass(frozen=True)
class _Functions:
    """What the reader of formulas asks about names that are unknown functions."""

    opaque: Opaque

    def owns(self, name: str) -> bool:
        return name in self.opaque.functions

    def value(self, name: str, order: int, point: Node | None) -> Formula:
        node = point or Node("name", 0, 0, (), name)
        if point is None or order:
            raise node.fail(f"{name} stands for a function.", f"Write its value: {name}(x).")
        return self.opaque.variable(name, point, self.opaque.lexicon.scope)

    def named(self, _word: str, _arguments: tuple[Node, ...], _node: Node) -> None:
        return None

    def integral(self, _arguments: tuple[Node, ...], _node: Node) -> None:
        return None


def _degree(formula: Formula) -> int | None:
    """Give the degree of a polynomial, or a bound; None for what is no polynomial."""
    match formula:
        case Constant():
            return 0
        case Variable():
            return 1
        case Apply("^", (base, Constant(n, 1))) if n >= 0:
            inner = _degree(base)
            return None if inner is None else inner * n
        case Apply("/", (above, Constant())) | Apply("-", (above,)):
            return _degree(above)
        case Apply("+" | "*" as function, arguments):
            found = [_degree(x) for x in arguments]
            known = [x for x in found if x is not None]
            if len(known) == len(found):
                return max(known) if function == "+" else sum(known)
    return None
