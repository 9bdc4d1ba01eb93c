"""Sets of vectors given by conditions, and the linear equations among them."""

from dataclasses import dataclass
from fractions import Fraction

from exactspaces.kernel.formulas import (
    Apply,
    Compare,
    Condition,
    Constant,
    Domain,
    Every,
    Formula,
    Variable,
)
from exactspaces.spaces.user import Form, UserSpace, Vector

# Classes of functions and sequences that are subspaces by a theorem of analysis.
CLASS_THEOREMS = {
    "continuous": "sums and multiples of continuous functions are continuous",
    "differentiable": "sums and multiples of differentiable functions are differentiable",
    "smooth": "sums and multiples of functions with all derivatives have all derivatives",
    "integrable": "sums and multiples of integrable functions are integrable",
    "bounded": "if |f| <= M and |g| <= N, then |f + g| <= M + N and |a f| <= |a| M",
    "convergent": "the limit of a sum is the sum of the limits, and so for multiples",
    "polynomial": "sums and multiples of polynomials are polynomials",
    "summable": "sums and multiples of summable sequences are summable",
}
Linear = dict[str, Fraction]  # the coefficient of each variable; that of "" is the constant


@dataclass(frozen=True)
class LinearSystem:
    """The equations sum of row[k] * component k = right side, over the rational numbers."""

    rows: tuple[tuple[Fraction, ...], ...]
    right: tuple[Fraction, ...]


@dataclass(frozen=True)
class ConditionSet:
    """The vectors of a form that fulfil a condition on their components u, or u1, u2, ...

    `classes` are the named classes of functions that the vectors belong to as well, each a
    subspace by the theorem in `CLASS_THEOREMS`. Where `generic` is true, quantities such as f(x)
    and x_n stand among the components, and the condition holds for every x or n. `order` is the
    highest derivative, or the largest step in n, among these. `infinite` says whether the space
    of all vectors of the form is infinite-dimensional.
    """

    field: Domain
    form: Form
    domains: tuple[Domain, ...]
    condition: Condition
    classes: tuple[str, ...] = ()
    generic: bool = False
    order: int = 0
    infinite: bool = False

    def as_space(self) -> UserSpace:
        """Give the same set with the usual addition and scaling."""
        frame = UserSpace(self.field, self.form, self.domains, self.condition, (), ())
        u, v, a = frame.vector("u"), frame.vector("v"), Variable("a")
        sums: Vector = tuple(Apply("+", pair) for pair in zip(u, v, strict=True))
        multiples: Vector = tuple(Apply("*", (a, x)) for x in u)
        return UserSpace(self.field, self.form, self.domains, self.condition, sums, multiples)

    def linear_system(self) -> LinearSystem | None:
        """Give the system of a set that linear equations with rational coefficients describe.

        None for other sets, and where the components do not run through the whole field.

        >>> from exactspaces.kernel.formulas import Reals
        >>> from exactspaces.spaces.user import Single
        >>> equation = Compare("=", Variable("u"), Constant(2))
        >>> ConditionSet(Reals(), Single(), (Reals(),), equation).linear_system().right
        (Fraction(2, 1),)
        """
        if self.generic or set(self.domains) - {self.field}:
            return None
        names = self.as_space().names("u")
        found = [_equation(one) for one in _conjuncts(self.condition)]
        equations = [one for one in found if one is not None]
        if len(equations) < len(found):
            return None
        rows = tuple(tuple(one.get(x, Fraction(0)) for x in names) for one in equations)
        return LinearSystem(rows, tuple(-one.get("", Fraction(0)) for one in equations))


def _conjuncts(condition: Condition) -> list[Condition]:
    if isinstance(condition, Every):
        return [part for one in condition.conditions for part in _conjuncts(one)]
    return [condition]


def _equation(condition: Condition) -> Linear | None:
    """Give left - right, where both are linear."""
    if not isinstance(condition, Compare) or condition.relation != "=":
        return None
    left, right = linear_form(condition.left), linear_form(condition.right)
    return None if left is None or right is None else _sum(left, right, Fraction(-1))


def linear_form(formula: Formula) -> Linear | None:
    """Give the coefficients of a formula that is linear, with the constant under "".

    >>> linear_form(Apply("-", (Variable("x"),)))
    {'x': Fraction(-1, 1)}
    """
    match formula:
        case Constant(n, d):
            return {"": Fraction(n, d)}
        case Variable("i"):
            return None
        case Variable(name):
            return {name: Fraction(1)}
        case Apply("+" | "-" | "*" | "/" as function, arguments):
            parts = [linear_form(x) for x in arguments]
            known = [x for x in parts if x is not None]
            return _applied(function, known) if len(known) == len(parts) else None
    return None


def _applied(function: str, parts: list[Linear]) -> Linear | None:
    x, y = parts[0], parts[-1]
    match function:
        case "+":
            return _sum(x, y, Fraction(1))
        case "-":
            return _sum({}, x, Fraction(-1))
        case "*" if x.keys() <= {""}:
            return _sum({}, y, x.get("", Fraction(0)))
        case "*" if y.keys() <= {""}:
            return _sum({}, x, y.get("", Fraction(0)))
        case "/" if y.keys() == {""} and y[""]:
            return _sum({}, x, 1 / y[""])
    return None


def _sum(x: Linear, y: Linear, factor: Fraction) -> Linear:
    return {k: x.get(k, Fraction(0)) + factor * y.get(k, Fraction(0)) for k in {**x, **y}}
