"""Theorem files: strict JSON, each field read against its declared type.

    {"format": "exactspaces-theorem/2", "rings": [...], "claim": {...}, "certificate": {...}}

An object of kind K is {"kind": K, ...its fields}, a tuple is a list, and an integer of more than
4000 digits is a string in hexadecimal digits. The ring of a matrix is its place in "rings"; the
rows are integers over the common "denominator", or, for values of an extension and polynomials,
lists of [[exponents], coefficient].
"""

import json
import re
from typing import Any

from exactspaces.kernel import certificates, claims, formulas, scalars, statements, terms
from exactspaces.kernel.certificates import Certificate
from exactspaces.kernel.checker import Theorem
from exactspaces.kernel.claims import Claim
from exactspaces.kernel.errors import Malformed, demand
from exactspaces.kernel.forms import check_form
from exactspaces.kernel.matrices import Matrix
from exactspaces.kernel.records import Record
from exactspaces.kernel.scalars import Ring

FORMAT = "exactspaces-theorem/2"
MAX_TEXT = 200_000_000
MAX_DIGITS = 100_000
_LONG_INTEGER = re.compile(r"-?0x[0-9a-f]+")
_CHUNK_DIGITS = 4000
_CHUNK: int = 10**_CHUNK_DIGITS
_KINDS: dict[str, type[Record]] = {
    name: kind
    for module in (formulas, statements, scalars, terms, claims, certificates)
    for name, kind in vars(module).items()
    if isinstance(kind, type) and issubclass(kind, Record) and kind is not Record
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
    demand(isinstance(whole["rings"], list), "a list of rings is due")
    rings: list[Ring] = [_read(Ring, item, []) for item in whole["rings"]]
    claim, certificate = whole["claim"], whole["certificate"]
    return _read(Claim, claim, rings), _read(Certificate, certificate, rings)


def _refuse(text: str) -> object:
    raise Malformed(f"numbers are integers, not {text[:50]}")


def _bounded_int(text: str) -> int:
    demand(len(text) <= _CHUNK_DIGITS, f"above {_CHUNK_DIGITS} digits an integer is a string")
    return int(text)


def _write(value: Any, rings: list[Ring]) -> Any:
    if isinstance(value, tuple):
        return [_write(item, rings) for item in value]
    if not isinstance(value, Record):
        return hex(value) if isinstance(value, int) and abs(value) >= _CHUNK else value
    written = {name: _write(getattr(value, name), rings) for name in value.__match_args__}
    if isinstance(value, Matrix):
        if value.ring not in rings:
            rings.append(value.ring)
        written["ring"] = rings.index(value.ring)
    return {"kind": type(value).__name__, **written}


def digits(n: int) -> str:
    """Write an integer of any length in decimal digits."""
    if abs(n) < _CHUNK:
        return str(n)
    high, low = divmod(abs(n), _CHUNK)
    return ("-" if n < 0 else "") + digits(high) + str(low).zfill(_CHUNK_DIGITS)


def _read(declared: Any, data: Any, rings: list[Ring]) -> Any:
    """Read a value of the declared type, or refuse."""
    value = _built(data, rings)
    check_form(declared, value, "the file")
    return value


def _built(data: Any, rings: list[Ring]) -> Any:
    """Make what is described: a number or text, a tuple, or a record of any kind."""
    if isinstance(data, list):
        return tuple([_built(item, rings) for item in data])
    if isinstance(data, str) and _LONG_INTEGER.fullmatch(data):
        demand(len(data) <= MAX_DIGITS, f"integers have at most {MAX_DIGITS} digits")
        return int(data, 16)
    if not isinstance(data, dict):
        return data
    name = data.pop("kind", None)
    demand(isinstance(name, str) and name in _KINDS, "there is no such kind of object")
    names = _KINDS[name].__match_args__
    demand(set(data) == set(names), f"{name} has the fields {sorted(names)}")
    fields = {key: _built(item, rings) for key, item in data.items()}
    if name == "Matrix":
        index = fields["ring"]
        demand(type(index) is int and 0 <= index < len(rings), f"there is no ring {index}")
        fields["ring"] = rings[index]
    return _KINDS[name](**fields)
