"""Fields, the equations of their generators, and conditions on parameters, as formulas."""

from exactspaces.fields import Scalar
from exactspaces.fields.texts import quantity_names
from exactspaces.kernel import Extension, Parameters, PrimeField, Ring
from exactspaces.kernel import polynomials as poly
from exactspaces.kernel.polynomials import Polynomial
from exactspaces.kernel.wire import digits
from exactspaces.rendering.formulas import Call, Formula, Join, Num, Phrase, Sym, Words
from exactspaces.rendering.generators import generator_formula
from exactspaces.rendering.numbers import polynomial_formula


def field_formula(ring: Ring) -> Formula:
    """Name the field of a ring; for parameters, the field of rational functions in them."""
    adjoined: list[Formula] = []
    if isinstance(ring, Parameters):
        adjoined += [Sym(name) for name in ring.names]
    field = ring.field if isinstance(ring, Parameters) else ring
    if isinstance(field, PrimeField):
        name = f"GF({digits(field.p)})"
    elif isinstance(field, Extension) and field.characteristic:
        name = f"GF({digits(field.characteristic ** poly.degree(field.moduli[0], 0))})"
    else:
        name = "QQ"
        adjoined = [*map(generator_formula, quantity_names(field)), *adjoined]
    return Call(name, tuple(adjoined)) if adjoined else Sym(name)


def relations_formula(ring: Ring) -> Formula | None:
    """Give the equations of the generators that their names do not tell, as w^2 + w + 1 = 0."""
    field = ring.field if isinstance(ring, Parameters) else ring
    if not isinstance(field, Extension):
        return None
    pairs = zip(field.names, field.moduli, strict=True)
    untold = [m for name, m in pairs if name != "i" and not name.startswith("sqrt(")]
    equations = [_equal("=", polynomial_formula(m, field.names), Num(0)) for m in untold]
    return Join(",", tuple(equations)) if equations else None


def conditions_formula(ring: Parameters) -> Formula:
    """Give the conditions on the parameters, such as a != 1, a != -1, solved where linear."""
    conditions = [condition_formula(ring, f, main) for f, main in _equations(ring)]
    conditions += [condition_formula(ring, f) for f in ring.nonzero]
    if conditions:
        return Join(",", tuple(conditions))
    names = Join(",", tuple(map(Sym, ring.names)))
    return Phrase((names, Words("arbitrary")))


def condition_formula(ring: Parameters, f: Polynomial, main: int | None = None) -> Formula:
    """Give f = 0 for the main parameter of f, or f != 0 when there is none."""
    sign = "!=" if main is None else "="
    names = quantity_names(ring)
    first = ring.count - len(ring.names)
    for place in range(first, ring.count) if main is None else [main]:
        lead = poly.leading(f, place)
        if poly.degree(f, place) == 1 and not any(any(e[first:]) for e, _ in lead):
            one = ring.integer(1)
            rest = Scalar(ring, tuple(term for term in f if not term[0][place]), one)
            return _equal(sign, Sym(names[place]), Num(-rest / Scalar(ring, lead, one)))
    return _equal(sign, polynomial_formula(f, names), Num(0))


def _equations(ring: Parameters) -> list[tuple[Polynomial, int]]:
    return list(zip(ring.zero, ring.solved, strict=True))


def _equal(sign: str, left: Formula, right: Formula) -> Formula:
    return Join(sign, (left, right))
