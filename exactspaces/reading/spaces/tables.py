"""Reading a space from a table of keys: formulas, or tables of the operations on a finite set."""

from collections.abc import Mapping
from itertools import product

from exactspaces.errors import NotUnderstood
from exactspaces.kernel.formulas import Domain, Formula, Lookup, Variable
from exactspaces.kernel.scalars import Extension, PrimeField
from exactspaces.reading.spaces.carriers import Carrier, label_carrier, read_carrier
from exactspaces.reading.spaces.define import space_on
from exactspaces.reading.spaces.domains import is_finite, read_scalars
from exactspaces.reading.spaces.operations import read_addition, read_scaling
from exactspaces.reading.spaces.sets import read_given
from exactspaces.reading.spaces.values import Row, Value
from exactspaces.spaces.user import Named, UserSpace

KEYS = ("field", "carrier", "where", "elements", "add", "scale", "add_table", "scale_table")
_MOST_ELEMENTS = 1000


def read_space_table(
    table: Mapping[str, object],
    field: str | None = None,
    given: Mapping[str, str] | None = None,
) -> UserSpace:
    """Read a space from the keys field, carrier, where, add, scale, or from operation tables.

    `field` is the field where the table names none; `given` has numbers, vectors and matrices
    that formulas may name, where the name is none of their own letters.

    Raises NotUnderstood with the key.

    >>> table = {"carrier": "R>0", "add": "u*v", "scale": "u^a"}
    >>> read_space_table(table, "R").size
    1
    """
    for key in table:
        if key not in KEYS:
            raise NotUnderstood(f'the key "{key[:40]}" is not known; expected {", ".join(KEYS)}')
    scalars = read_scalars(_text(table, "field", field))
    known = read_given(given or {}, scalars)
    carrier = _carrier(table, scalars, known)
    add = _operation(table, "add", carrier, scalars, known)
    scale = _operation(table, "scale", carrier, scalars, known)
    return space_on(carrier, scalars, add, scale)


def _carrier(table: Mapping[str, object], scalars: Domain, known: Mapping[str, Value]) -> Carrier:
    where = _text(table, "where") if "where" in table else None
    if "elements" not in table:
        return read_carrier(_text(table, "carrier"), scalars, where, known)
    if "carrier" in table or where is not None:
        raise NotUnderstood("elements: this lists the carrier; leave out carrier and where")
    names = _listed(table["elements"], "elements")
    if len(set(names)) != len(names) or not names:
        raise NotUnderstood("elements: different names are due, at least one")
    return label_carrier(tuple(names))


def _operation(
    table: Mapping[str, object],
    key: str,
    carrier: Carrier,
    scalars: Domain,
    known: Mapping[str, Value],
) -> Row:
    listed = f"{key}_table"
    if (key in table) == (listed in table):
        raise NotUnderstood(f"{key}: one of the keys {key} and {listed} is due")
    if key in table:
        read = read_addition if key == "add" else read_scaling
        return read(_text(table, key), carrier, scalars, known)
    names = _names(carrier)
    if not names:
        raise NotUnderstood(f"{listed}: this needs a finite carrier; write GF(q) or elements")
    if key == "add":
        return (_lookup(table[listed], listed, names, len(names), (Variable("u"), Variable("v"))),)
    if not is_finite(scalars):
        raise NotUnderstood("scale_table: this needs finitely many scalars, a field GF(q)")
    count = len(element_names(scalars))
    return (_lookup(table[listed], listed, names, count, (Variable("a"), Variable("u"))),)


def _lookup(
    value: object, key: str, names: "list[str]", count: int, places: tuple[Formula, Formula]
) -> Formula:
    """Give the entry of a table with `count` rows of elements."""
    rows = value.replace("\n", ";").split(";") if isinstance(value, str) else value
    if not isinstance(rows, list):
        raise NotUnderstood(f"{key}: a list of rows is due")
    rows = [line for line in rows if not isinstance(line, str) or line.strip()]
    if len(rows) != count:
        raise NotUnderstood(f"{key}: {count} rows are due, and {len(rows)} are given")
    return Lookup(tuple(_entries(line, key, names) for line in rows), *places)


def _entries(line: object, key: str, names: "list[str]") -> tuple[int, ...]:
    entries = _listed(line, key)
    if len(entries) != len(names):
        raise NotUnderstood(f"{key}: {len(names)} entries in each row are due, not {len(entries)}")
    places = {name: k for k, name in enumerate(names)}
    places |= {"+".join(reversed(name.split("+"))): k for name, k in places.items()}
    for entry in entries:
        if entry not in places:
            raise NotUnderstood(
                f'{key}: "{entry[:40]}" is none of the elements {", ".join(names[:12])}'
            )
    return tuple(places[entry] for entry in entries)


def _listed(value: object, key: str) -> list[str]:
    """Give the names in a list, or in a text with commas or blanks between them."""
    if isinstance(value, str):
        value = value.replace(",", " ").split()
    if not isinstance(value, list) or len(value) > _MOST_ELEMENTS:
        raise NotUnderstood(f"{key}: a list of at most {_MOST_ELEMENTS} names is due")
    for item in value:
        if not isinstance(item, str | int) or isinstance(item, bool):
            raise NotUnderstood(f"{key}: a name in quotes is due in each place")
    return ["".join(str(item).split()) for item in value]


def _names(carrier: Carrier) -> list[str]:
    """Give the names of the elements of a finite set or field."""
    if isinstance(carrier.form, Named):
        return list(carrier.form.labels)
    domains, everything = (
        carrier.base.domains,
        not getattr(carrier.base.condition, "conditions", 1),
    )
    return element_names(domains[0]) if len(domains) == 1 and everything else []


def element_names(domain: Domain) -> list[str]:
    """Give the names of the elements of a finite field in the order of their numbers.

    >>> element_names(PrimeField(3))
    ['0', '1', '2']
    """
    match domain:
        case PrimeField(p) if p <= _MOST_ELEMENTS:
            return [str(k) for k in range(p)]
        case Extension(PrimeField(p), (name,), (modulus,)):
            degree = max(k for (k,), _ in modulus)
            if p**degree <= _MOST_ELEMENTS:
                digits = product(range(p), repeat=degree)
                return [_element(tuple(reversed(one)), name) for one in digits]
    return []


def _element(digits: tuple[int, ...], name: str) -> str:
    """Write c0 + c1 w + ... from the highest power down."""
    terms = []
    for k, c in reversed(list(enumerate(digits))):
        letter = name if k == 1 else f"{name}^{k}"
        if c:
            terms.append(str(c) if not k else letter if c == 1 else f"{c}{letter}")
    return "+".join(terms) or "0"


def _text(table: Mapping[str, object], key: str, default: str | None = None) -> str:
    value = table.get(key, default)
    if not isinstance(value, str) or not value.strip():
        raise NotUnderstood(f"{key}: a text in quotes is due")
    return value
