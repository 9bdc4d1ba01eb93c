"""Formulas and conditions on numbers: what statements about operations are made of.

A formula is built from constants, variables and functions. It has a value where each function in
it is defined; the notes at `FUNCTIONS` say where that is. A condition is true or not; one that
contains a formula without value is not true.
"""

from exactspaces.kernel.errors import demand
from exactspaces.kernel.forms import check_fields
from exactspaces.kernel.records import Record
from exactspaces.kernel.scalars import Extension, PrimeField, Rationals

# The number of arguments of each function, and where it is defined beyond the real numbers.
FUNCTIONS = {
    "+": 2, "-": 1, "*": 2,  # everywhere, in every field
    "/": 2,                  # where the second is not zero
    "^": 2,                  # a positive real base and a real exponent; an integer exponent with
                             # any base (0^0 = 1; a negative one needs a base that is not zero);
                             # base 0 and a positive exponent gives 0
    "root": 2,               # the real root with the index 2, 3, ...; an even index needs a >= 0
    "exp": 1,                # of a complex number
    "log": 1,                # of a positive real number
    "tan": 1, "atan": 1, "sinh": 1, "asinh": 1, "tanh": 1,  # of a real number
    "atanh": 1,              # between -1 and 1
    "abs": 1, "sgn": 1, "floor": 1, "max": 2, "min": 2,     # of real numbers
    "conj": 1, "re": 1, "im": 1,                            # of a complex number
}  # fmt: skip
RELATIONS = ("=", "!=", "<", "<=", ">", ">=")
MAX_LABELS = 1000


class Formula(Record):
    """A number given by a term."""


class Constant(Formula):
    """The rational number numerator / denominator."""

    numerator: int
    denominator: int = 1

    def __post_init__(self) -> None:
        check_fields(self)
        demand(self.denominator > 0, "denominators are positive")


class Variable(Formula):
    """A variable of the statement; `i` that is none is the imaginary unit."""

    name: str


class Apply(Formula):
    """A function from `FUNCTIONS` of its arguments."""

    function: str
    arguments: tuple[Formula, ...]

    def __post_init__(self) -> None:
        check_fields(self)
        demand(FUNCTIONS.get(self.function) == len(self.arguments), "no function of this kind")


class Conditional(Formula):
    """The value of one formula where the condition is true, of the other where it is not."""

    condition: "Condition"
    then: Formula
    otherwise: Formula


class Lookup(Formula):
    """An entry of a table of labels, at the places of two values in their domains (from 0)."""

    table: tuple[tuple[int, ...], ...]
    row: Formula
    column: Formula


class Condition(Record):
    """Something true or false of numbers."""


class Compare(Condition):
    """Both sides have a value, and one of the `RELATIONS` holds between them.

    An order is between real numbers.
    """

    relation: str
    left: Formula
    right: Formula

    def __post_init__(self) -> None:
        check_fields(self)
        demand(self.relation in RELATIONS, f"a relation is one of {', '.join(RELATIONS)}")


class Within(Condition):
    """The formula has a value, and it lies in the domain."""

    formula: Formula
    domain: "Domain"


class Every(Condition):
    """Each of the conditions is true."""

    conditions: tuple[Condition, ...]


class Some(Condition):
    """At least one of the conditions is true."""

    conditions: tuple[Condition, ...]


class Reals(Record):
    """The field of real numbers."""


class ComplexNumbers(Record):
    """The field of complex numbers."""


class Integers(Record):
    """The ring of integers."""


class Labels(Record):
    """The numbers 0, ..., size - 1, without arithmetic: the elements of a finite set."""

    size: int

    def __post_init__(self) -> None:
        check_fields(self)
        demand(0 <= self.size <= MAX_LABELS, f"at most {MAX_LABELS} labels")


Finite = PrimeField | Extension | Labels
Domain = Rationals | Reals | ComplexNumbers | Integers | Finite


class Quantity(Record):
    """A variable and the domain it runs over."""

    name: str
    domain: Domain
