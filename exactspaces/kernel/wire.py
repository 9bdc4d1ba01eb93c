"""Theorem files: strict JSON, each field read against its declared type.

    {"format": "exactspaces-theorem/1", "rings": [...], "claim": {...}, "certificate": {...}}

An object of kind K is {"kind": K, ...its fields}; an integer of more than 4000 digits is a string.
A matrix is {"ring": index into "rings", "width": n, "rows": [...]}, with "powers" where it has
them. Numbers in it are strings such as "3/4"; a value of an extension or a polynomial is a list of
[coefficient, [exponents]] pairs.
"""

import json
import re
from fractions import Fraction
from math import lcm
from typing import Any

from exactspaces.kernel import certificates, claims, formulas, scalars, statements, terms
from exactspaces.kernel.certificates import Certificate
from exactspaces.kernel.checker import Theorem
from exactspaces.kernel.claims import Claim
from exactspaces.kernel.errors import Malformed, demand
from exactspaces.kernel.forms import check_form
from exactspaces.kernel.matrices import Matrix, reduced
from exactspaces.kernel.polynomials import Exponents, canonical
from exactspaces.kernel.records import Record
from exactspaces.kernel.scalars import PlainRing, Ring, Value

Read = dict[Exponents, tuple[int, int]]  # numerators and denominators; of a number at ()

FORMAT = "exactspaces-theorem/1"
MAX_TEXT = 200_000_000
MAX_DIGITS = 100_000
_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(/[1-9][0-9]*)?")

_CHUNK_DIGITS = 4000
_CHUNK: int = 10**_CHUNK_DIGITS
_TOO_LARGE: int = 10**MAX_DIGITS
_SHAPE = tuple[int, int, tuple[int, ...]]
_KINDS: dict[str, type[Record]] = {
    name: kind
    for module in (formulas, statements, scalars, terms, claims, certificates)
    for name, kind in vars(module).items()
    if isinstance(kind, type) and issubclass(kind, Record) and kind not in (Record, Matrix)
}


def dump(theorem: Theorem) -> str:
    """Give the text of a theorem file."""
    rings: list[Ring] = []
    claim = _write(theorem.claim, rings)
    certificate = _write(theorem.certificate, rings)
    written = [_write(ring, []) for ring in rings]
    whole = {"format": FORMAT, "rings": written, "claim": claim, "certificate": certificate}
    return json.dumps(whole)


def load(text: str) -> tuple[Claim, Certificate]:
    """Read a theorem file; nothing is proved by reading it.

    Raises Malformed, and nothing else, for a text that is not one.
    """
    demand(len(text) <= MAX_TEXT, f"theorem files have at most {MAX_TEXT} characters")
    try:
        hooks: Any = {"parse_int": _bounded_int, "parse_constant": _refuse, "parse_float": _refuse}
        return _load(json.loads(text, object_pairs_hook=_object, **hooks))
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise Malformed(f"this is not JSON text: see {where}") from error
    except (ValueError, TypeError, AttributeError, KeyError, IndexError, OverflowError) as error:
        raise Malformed(f"this is not a theorem file: {error}") from error
    except RecursionError:
        raise Malformed("the file is nested too deeply") from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    demand(len(found) == len(pairs), "a key occurs twice in one object")
    return found


def _load(whole: Any) -> tuple[Claim, Certificate]:
    keys = {"format", "rings", "claim", "certificate"}
    demand(isinstance(whole, dict) and set(whole) == keys, f"the keys are {sorted(keys)}")
    demand(whole["format"] == FORMAT, f"the format is {FORMAT!r}")
    rings: list[Ring] = [_read(Ring, item, []) for item in _list(whole["rings"])]
    claim, certificate = whole["claim"], whole["certificate"]
    return _read(Claim, claim, rings), _read(Certificate, certificate, rings)


def _refuse(text: str) -> object:
    raise Malformed(f"numbers are strings or integers, not {text[:50]}")


def _bounded_int(text: str) -> int:
    demand(len(text) <= _CHUNK_DIGITS, f"above {_CHUNK_DIGITS} digits an integer is a string")
    return int(text)


def _write(value: Any, rings: list[Ring]) -> Any:
    if isinstance(value, Matrix):
        return _write_matrix(value, rings)
    if isinstance(value, tuple):
        return [_write(item, rings) for item in value]
    if isinstance(value, Record):
        written = (_write(item, rings) for item in value.values)
        names = value.__match_args__
        return {"kind": type(value).__name__, **dict(zip(names, written, strict=True))}
    return digits(value) if isinstance(value, int) and abs(value) >= _CHUNK else value


def _write_matrix(matrix: Matrix, rings: list[Ring]) -> dict[str, Any]:
    ring, d = matrix.ring, matrix.denominator
    if ring not in rings:
        rings.append(ring)

    def text(x: Value) -> Any:
        plain = isinstance(ring, PlainRing)
        return fraction(x, d) if plain else [[fraction(c, d), list(e)] for e, c in x]

    rows = [list(map(text, row)) for row in matrix.rows]
    written = {"ring": rings.index(ring), "width": matrix.width, "rows": rows}
    return written | ({"powers": list(matrix.powers)} if matrix.powers else {})


def fraction(numerator: int, denominator: int) -> str:
    """Write a quotient of integers of any length in lowest terms."""
    if denominator == 1:
        return digits(numerator)
    value = Fraction(numerator, denominator)
    top = digits(value.numerator)
    return top if value.denominator == 1 else f"{top}/{digits(value.denominator)}"


def digits(n: int) -> str:
    """Write an integer of any length in decimal digits."""
    if abs(n) < _CHUNK:
        return str(n)
    high, low = divmod(abs(n), _CHUNK)
    return ("-" if n < 0 else "") + digits(high) + str(low).zfill(_CHUNK_DIGITS)


def _integer(text: str) -> int:
    if len(text) <= _CHUNK_DIGITS:
        return int(text)
    return _integer(text[:-_CHUNK_DIGITS]) * _CHUNK + int(text[-_CHUNK_DIGITS:])


def _parse(text: Any) -> tuple[int, int]:
    demand(isinstance(text, str), "a number is a string such as '3/4'")
    demand(len(text) <= MAX_DIGITS, f"numbers have at most {MAX_DIGITS} digits")
    demand(_NUMBER.fullmatch(text), f"{text[:50]!r} is not a number such as '3/4'")
    top, _, bottom = text.partition("/")
    numerator = _integer(top.lstrip("-"))
    return -numerator if top.startswith("-") else numerator, _integer(bottom) if bottom else 1


def _read(declared: Any, data: Any, rings: list[Ring]) -> Any:
    """Read a value of the declared type, or refuse."""
    value = _built(data, rings)
    check_form(declared, value, "the file")
    return value


def _built(data: Any, rings: list[Ring]) -> Any:
    """Make what is described: a number or text, a tuple, a matrix, or a record of any kind."""
    if isinstance(data, list):
        return tuple(_built(item, rings) for item in data)
    if isinstance(data, str) and len(data) >= _CHUNK_DIGITS and _NUMBER.fullmatch(data):
        value, bottom = _parse(data)
        demand(bottom == 1, "an integer is due")
        return value
    if not isinstance(data, dict):
        return data
    if "kind" not in data:
        return _read_matrix(data, rings)
    name = data.pop("kind")
    demand(isinstance(name, str) and name in _KINDS, "there is no such kind of object")
    names = _KINDS[name].__match_args__
    demand(set(data) == set(names), f"{name} has the fields {sorted(names)}")
    return _KINDS[name](**{key: _built(item, rings) for key, item in data.items()})


def _list(data: Any) -> list[Any]:
    demand(isinstance(data, list), "a list is due")
    return list(data)


def _read_matrix(data: dict[str, Any], rings: list[Ring]) -> Matrix:
    due = {"ring", "width", "rows"}
    demand(due <= set(data) <= due | {"powers"}, "a matrix is due")
    index, width, powers = _read(_SHAPE, [data["ring"], data["width"], data.get("powers", [])], [])
    demand(0 <= index < len(rings), f"there is no ring {index}")
    rows = [_list(row) for row in _list(data["rows"])]
    return reduced(_matrix(rings[index], rows, width, powers))


def _matrix(ring: Ring, rows: list[Any], width: int, powers: tuple[int, ...]) -> Matrix:
    plain, d = isinstance(ring, PlainRing), 1
    read: list[list[Read]] = [
        [{(): _parse(x)} if plain else _terms(x) for x in row] for row in rows
    ]
    for _, bottom in (number for row in read for x in row for number in x.values()):
        d = d if d % bottom == 0 else lcm(d, bottom)
        demand(d < _TOO_LARGE, "the common denominator of a matrix has too many digits")

    def value(x: Read) -> Value:
        whole = {e: top * (d // bottom) for e, (top, bottom) in x.items()}
        return whole[()] if plain else canonical(whole, ring.characteristic)

    return Matrix(ring, tuple(tuple(map(value, row)) for row in read), width, d, powers)


def _terms(data: Any) -> Read:
    found: Read = {}
    for item in _list(data):
        demand(isinstance(item, list) and len(item) == 2, "a term is [coefficient, [exponents]]")
        exponents = _read(Exponents, item[1], [])
        demand(exponents not in found, "two terms have the same exponents")
        found[exponents] = _parse(item[0])
    return found
