"""Writing sets and spaces back as text that reads as the same data."""

from collections.abc import Mapping

from exactspaces.errors import NoAnswer
from exactspaces.kernel.formulas import Domain, Every, Formula, Lookup, Variable
from exactspaces.kernel.records import Record
from exactspaces.kernel.replacing import replaced
from exactspaces.kernel.sentences import condition_text, domain_text, formula_text
from exactspaces.spaces.sets import ConditionSet
from exactspaces.spaces.user import Coefficients, Form, Grid, Named, Slots, UserSpace, Vector


def echo_space(space: UserSpace) -> Mapping[str, str]:
    """Give the texts field, carrier, add and scale that `read_user_space` reads as this space.

    Raises NoAnswer for operations that are tables.

    >>> from exactspaces.reading.spaces.define import read_user_space
    >>> echo_space(read_user_space("R", "x > 0", "u*v", "u^a"))["carrier"]
    '{u in RR : u > 0}'
    """
    if has_lookup((space.add, space.scale)):
        raise NoAnswer("operations that are tables are written as tables, not as formulas")
    frame = ConditionSet(space.field, space.form, space.domains, space.condition)
    return {
        "field": domain_text(space.field),
        "carrier": echo_set(frame),
        "add": f"(u, v) -> {_vector(space.form, space.add)}",
        "scale": f"(a, u) -> {_vector(space.form, space.scale)}",
    }


def echo_set(one: ConditionSet) -> str:
    """Write a set as `read_condition_set` reads it."""
    if isinstance(one.form, Slots):
        return _functions(one, one.form.quantities)
    whole = _ambient(one.form, one.domains)
    if one.condition == Every(()):
        return whole
    names = one.as_space().names("u")
    pattern = "u" if len(names) == 1 or isinstance(one.form, Coefficients | Grid) else None
    pattern = pattern or f"({', '.join(names)})"
    return f"{{{pattern} in {whole} : {condition_text(one.condition)}}}"


def has_lookup(part: object) -> bool:
    """Whether a table of operations occurs."""
    if isinstance(part, Lookup):
        return True
    inner = part if isinstance(part, tuple) else part.values if isinstance(part, Record) else ()
    return any(map(has_lookup, inner))


def _ambient(form: Form, domains: tuple[Domain, ...]) -> str:
    texts = [domain_text(x) for x in domains]
    match form:
        case Grid(rows, columns):
            return f"{texts[0]}^({rows}x{columns})"
        case Coefficients(degree):
            return f"P_{degree}({texts[0]})"
        case Named(labels):
            return "{" + ", ".join(labels) + "}"
    if len(set(texts)) == 1 and len(texts) > 1:
        return f"{texts[0]}^{len(texts)}"
    return "*".join(texts)


def _functions(one: ConditionSet, quantities: tuple[str, ...]) -> str:
    """Write {f : f(0) = 1}, {(x_n) : x_1 = 0}."""
    names: dict[str, Formula] = {
        name: Variable(text)
        for name, text in zip(one.as_space().names("u"), quantities, strict=True)
    }
    letter = next((x.removeprefix("lim(").removeprefix("integral(")[0] for x in quantities), "f")
    sequence = any(x.startswith((f"{letter}_", "lim(")) for x in quantities)
    element = f"({letter}_n)" if sequence else letter
    said = [f"{word}({letter})" for word in one.classes]
    if one.condition != Every(()):
        said.append(condition_text(replaced(one.condition, names)))
    return f"{{{element} : {', '.join(said) or 'true'}}}"


def _vector(form: Form, parts: Vector) -> str:
    texts = [formula_text(x) for x in parts]
    if isinstance(form, Grid):
        lines = [texts[k * form.columns : (k + 1) * form.columns] for k in range(form.rows)]
        return f"[{'; '.join(', '.join(line) for line in lines)}]"
    if isinstance(form, Coefficients) and len(texts) == 1:
        return texts[0]
    return texts[0] if len(texts) == 1 else f"({', '.join(texts)})"
