"""Is this an inner product? Symmetry, linearity, and positivity by completing the squares."""

from dataclasses import dataclass
from fractions import Fraction

from exactspaces.api.processes.budget import Budget, Work
from exactspaces.api.structures import hermitian
from exactspaces.api.structures.condition_reports import AnswerReport, ConditionReport
from exactspaces.api.structures.sets import first_theorem, small_values, within
from exactspaces.errors import NotUnderstood
from exactspaces.kernel import Certificate
from exactspaces.kernel.formulas import (
    Apply,
    Compare,
    ComplexNumbers,
    Constant,
    Finite,
    Formula,
    Some,
    Variable,
)
from exactspaces.kernel.replacing import replaced
from exactspaces.kernel.sentences import domain_text, formula_text
from exactspaces.kernel.statements import (
    Alternative,
    Cofactors,
    Instance,
    Normalised,
    Positive,
    Severally,
    Vanishing,
)
from exactspaces.questions import laws
from exactspaces.rendering.spaces import carrier_text
from exactspaces.rendering.vectors import vector_text
from exactspaces.spaces.user import UserSpace, Vector
from exactspaces.spaces.values import value_of

ASKS = {
    "symmetric": "The order of the two vectors does not matter",
    "additive": "The form is additive in the first vector",
    "homogeneous": "Scalars come out of the first vector",
    "positive": "The form is positive on each vector that is not zero",
}


@dataclass(frozen=True)
class FormOn:
    """A form given by a formula in u and v, on a space with the usual operations."""

    space: UserSpace
    formula: Formula
    name: str = "B"

    def at(self, u: Vector, v: Vector) -> Formula:
        """Give the value at two vectors."""
        names = self.space.names("u") + self.space.names("v")
        return replaced(self.formula, dict(zip(names, u + v, strict=True)))

    def statement(self, name: str) -> laws.Statement:
        """State one of the four conditions."""
        space, a = self.space, Variable("a")
        u, v, w = (space.vector(x) for x in "uvw")
        if name == "positive":
            above = Compare(">", self.at(u, u), Constant(0))
            zero = laws.same(u, (Constant(0),) * space.size)
            return laws.about(space, "u", "a", Some((above, zero)))
        letters, scalars, left, right = {
            "symmetric": ("uv", "a", self.at(u, v), _conjugate(space, self.at(v, u))),
            "additive": (
                "uvw",
                "a",
                self.at(space.sum(u, w), v),
                Apply("+", (self.at(u, v), self.at(w, v))),
            ),
            "homogeneous": (
                "uv",
                "a",
                self.at(space.multiple(a, u), v),
                Apply("*", (a, self.at(u, v))),
            ),
        }[name]
        return laws.about(space, letters, scalars, Compare("=", left, right))


def _conjugate(space: UserSpace, formula: Formula) -> Formula:
    complex_field = isinstance(space.field, ComplexNumbers)
    return Apply("conj", (formula,)) if complex_field else formula


@dataclass(frozen=True)
class _Asked(Work):
    form: FormOn
    name: str

    def result(self) -> ConditionReport:
        return _settled(self.form, self.name)


def inner_product_report(form: FormOn, budget: Budget, subject: str = "") -> AnswerReport:
    """Settle the four conditions of an inner product one by one.

    Raises NotUnderstood over a finite field, where there is no order.
    """
    field = form.space.field
    if isinstance(field, Finite):
        raise NotUnderstood(f"inner products are over R, Q or C, not over {domain_text(field)}")
    conditions = tuple(
        within(_Asked(form, name), name, asks, budget) for name, asks in ASKS.items()
    )
    squares = _squares(form) if conditions[-1].verdict == "proved" else None
    facts = {} if squares is None else {"squares": squares}
    noun = f"an inner product on {carrier_text(form.space)}"
    return AnswerReport(subject or form.name, noun, domain_text(field), conditions, facts)


def _settled(form: FormOn, name: str) -> ConditionReport:
    statement, asks = form.statement(name), ASKS[name]
    evidence: tuple[Certificate, ...] = (Normalised(),)
    diagonal = _diagonal(form) if name == "positive" else None
    if diagonal is not None and diagonal.is_positive:
        evidence = (diagonal.evidence(form),)
    theorem = first_theorem(statement.proved(), evidence)
    if theorem is not None:
        return ConditionReport(name, asks, "proved", _law(form, name), None, theorem)
    first = [] if diagonal is None or diagonal.is_positive else [diagonal.bad_vector(form)]
    for values in (*first, *small_values(statement)):
        theorem = first_theorem(statement.refuted(), (Instance(values),))
        if theorem is not None:
            reason = _failure(form, name, values)
            witness = _shown(form, name, values)
            return ConditionReport(name, asks, "refuted", reason, witness, theorem)
    why = "neither a proof nor a counterexample was found"
    return ConditionReport(name, asks, "undecided", why)


def _law(form: FormOn, name: str) -> str:
    b, u = form.name, form.space.vector("u")
    bar = ("conj(", ")") if isinstance(form.space.field, ComplexNumbers) else ("", "")
    return {
        "symmetric": f"{b}(u, v) = {bar[0]}{b}(v, u){bar[1]}",
        "additive": f"{b}(u + w, v) = {b}(u, v) + {b}(w, v)",
        "homogeneous": f"{b}(a·u, v) = a·{b}(u, v)",
        "positive": f"{b}(u, u) = {_squares(form) or formula_text(form.at(u, u))}",
    }[name]


def _letters(form: FormOn, name: str, values: Vector) -> dict[str, Vector]:
    known = dict(zip([q.name for q in form.statement(name).quantities], values, strict=True))
    found = {
        letter: tuple(known[x] for x in form.space.names(letter))
        for letter in "uvw"
        if form.space.names(letter)[0] in known
    }
    return found | {"a": (known["a"],)}


def _shown(form: FormOn, name: str, values: Vector) -> dict[str, str]:
    letters = _letters(form, name, values).items()
    found = {x: vector_text(form.space, y) for x, y in letters if x != "a"}
    return found | ({"a": formula_text(values[0])} if name == "homogeneous" else {})


def _failure(form: FormOn, name: str, values: Vector) -> str:
    space, b, at = form.space, form.name, _letters(form, name, values)
    text = {letter: vector_text(space, x) for letter, x in at.items() if letter != "a"}
    u = at["u"]
    if name == "positive":
        value = _value(form, form.at(u, u))
        return f"{b}({text['u']}, {text['u']}) = {value}, and {text['u']} is not zero"
    v = at["v"]
    if name == "symmetric":
        swapped = f"{b}({text['v']}, {text['u']})"
        if isinstance(space.field, ComplexNumbers):
            swapped = f"conj({swapped})"
        first = _value(form, form.at(u, v))
        second = _value(form, _conjugate(space, form.at(v, u)))
        return f"{b}({text['u']}, {text['v']}) = {first} but {swapped} = {second}"
    if name == "additive":
        left = _value(form, form.at(space.sum(u, at["w"]), v))
        right = _value(form, Apply("+", (form.at(u, v), form.at(at["w"], v))))
        sums = f"{b}({text['u']}, {text['v']}) + {b}({text['w']}, {text['v']})"
        return f"{b}({text['u']} + {text['w']}, {text['v']}) = {left} but {sums} = {right}"
    a = formula_text(at["a"][0])
    a = a if a.isalnum() else f"({a})"
    left = _value(form, form.at(space.multiple(at["a"][0], u), v))
    right = _value(form, Apply("*", (at["a"][0], form.at(u, v))))
    outside = f"{a}·{b}({text['u']}, {text['v']})"
    return f"{b}({a}·{text['u']}, {text['v']}) = {left} but {outside} = {right}"


def _value(form: FormOn, formula: Formula) -> str:
    found = value_of(formula, form.space.field)
    return "no value" if found is None else formula_text(found)


@dataclass(frozen=True)
class Diagonal:
    """B(u, u) as numbers times squares of u_i + combinations of later components.

    The process stops at the first number that is not positive.
    """

    numbers: tuple[Fraction, ...]
    rows: tuple[tuple[Fraction, ...], ...]

    @property
    def is_positive(self) -> bool:
        """Say whether all numbers are positive."""
        return all(x > 0 for x in self.numbers)

    def squared(self, form: FormOn) -> tuple[Formula, ...]:
        """Give what is squared."""
        u = form.space.vector("u")
        return tuple(_combined(row, u) for row in self.rows)

    def evidence(self, form: FormOn) -> Certificate:
        """Give the proof: one of the squares is positive, or all components are zero."""
        roots = self.squared(form)
        if isinstance(form.space.field, ComplexNumbers):
            back = tuple(tuple(row) for row in _inverse(self.rows))
            return hermitian.positive(form.space.names("u"), self.numbers, roots, back)
        terms = tuple((_constant(d), (), x) for d, x in zip(self.numbers, roots, strict=True))
        above: Certificate = Alternative(0, Positive(Constant(1), terms))
        inverse = _inverse(self.rows)
        zeros = tuple(Cofactors(Constant(1), tuple(map(_constant, row))) for row in inverse)
        proof: Certificate = Alternative(1, zeros[0] if len(zeros) == 1 else Severally(zeros))
        for root in reversed(roots):
            proof = Vanishing(root, proof, above)
        return proof

    def bad_vector(self, form: FormOn) -> Vector:
        """Give a scalar and a vector that is not zero, on which the form is not positive."""
        place, size = len(self.numbers) - 1, form.space.size
        x = [Fraction(int(k == place)) for k in range(size)]
        for k in reversed(range(place)):
            x[k] = -sum((self.rows[k][j] * x[j] for j in range(k + 1, size)), Fraction(0))
        return (Constant(0), *map(_constant, x))


def _diagonal(form: FormOn) -> Diagonal | None:
    """Complete the squares; None for a form without a rational matrix."""
    gram = _gram(form)
    if gram is None:
        return None
    numbers: list[Fraction] = []
    rows: list[tuple[Fraction, ...]] = []
    size = len(gram)
    for i in range(size):
        pivot = gram[i][i]
        numbers.append(pivot)
        if pivot <= 0:
            break
        row = [Fraction(int(j == i)) if j <= i else gram[i][j] / pivot for j in range(size)]
        rows.append(tuple(row))
        for j in range(i + 1, size):
            for k in range(i + 1, size):
                gram[j][k] -= pivot * row[j] * row[k]
    return Diagonal(tuple(numbers), tuple(rows))


def _gram(form: FormOn) -> list[list[Fraction]] | None:
    """Give the symmetric matrix of the form at the unit vectors."""
    size = form.space.size
    units = [tuple(Constant(int(j == i)) for j in range(size)) for i in range(size)]
    rows: list[list[Fraction]] = []
    for u in units:
        values = [value_of(form.at(u, v), form.space.field) for v in units]
        known = [Fraction(x.numerator, x.denominator) for x in values if isinstance(x, Constant)]
        if len(known) < size:
            return None
        rows.append(known)
    return [[(rows[i][j] + rows[j][i]) / 2 for j in range(size)] for i in range(size)]


def _inverse(rows: tuple[tuple[Fraction, ...], ...]) -> list[list[Fraction]]:
    """Invert a matrix with ones on the diagonal and zeros below it."""
    size = len(rows)
    out = [[Fraction(int(i == j)) for j in range(size)] for i in range(size)]
    for i in reversed(range(size)):
        for k in range(i + 1, size):
            out[i] = [x - rows[i][k] * y for x, y in zip(out[i], out[k], strict=True)]
    return out


def _constant(number: Fraction) -> Constant:
    return Constant(number.numerator, number.denominator)


def _combined(row: tuple[Fraction, ...], u: Vector) -> Formula:
    total: Formula | None = None
    for number, x in zip(row, u, strict=True):
        if not number:
            continue
        term = x if abs(number) == 1 else Apply("*", (_constant(abs(number)), x))
        signed = Apply("-", (term,)) if number < 0 else term
        total = signed if total is None else Apply("+", (total, signed))
    return Constant(0) if total is None else total


def _squares(form: FormOn) -> str | None:
    """Write the form as a sum of squares."""
    diagonal = _diagonal(form)
    if diagonal is None or not diagonal.is_positive:
        return None
    parts = []
    for number, root in zip(diagonal.numbers, diagonal.squared(form), strict=True):
        squared = _square_text(form, root)
        parts.append(squared if number == 1 else f"{formula_text(_constant(number))}*{squared}")
    return " + ".join(parts)


def _square_text(form: FormOn, root: Formula) -> str:
    if isinstance(form.space.field, ComplexNumbers):
        return formula_text(Apply("^", (Apply("abs", (root,)), Constant(2))))
    return formula_text(Apply("^", (root, Constant(2))))
