"""Exact products of integer matrices by packing rows into big integers."""

from array import array
from collections.abc import Sequence
from sys import byteorder

IntRow = tuple[int, ...]
IntRows = Sequence[Sequence[int]]
SMALL = 1000  # with fewer products of entries, packing does not pay
MULTIPLES = 16  # up to this modulus, multiples of rows are looked up
_CODES = {array(code).itemsize: code for code in "BHIQ"} if byteorder == "little" else {}


def multiply(left: IntRows, right: IntRows, columns: IntRows) -> tuple[IntRow, ...]:
    """Multiply integer matrices, large ones by packed rows as in `products_equal`."""
    if len(left) * len(right) * len(columns) < SMALL:
        return tuple(tuple(sum(map(int.__mul__, r, c)) for c in columns) for r in left)
    if largest(left) > largest(right):  # small factors of packed rows are fast
        return tuple(zip(*multiply(columns, tuple(zip(*left, strict=True)), left), strict=True))
    bound = max(len(right) * largest(left) * largest(right), largest(right))
    size, width = bound.bit_length() // 8 + 1, len(columns)
    half = 1 << (8 * size - 1)
    bias = int.from_bytes(half.to_bytes(size, "little") * width, "little")
    packed, cuts = _pack(right, size), range(0, size * width, size)
    out: list[IntRow] = []
    for row in left:
        raw = (sum(map(int.__mul__, row, packed)) + bias).to_bytes(size * width, "little")
        out.append(tuple(int.from_bytes(raw[k : k + size], "little") - half for k in cuts))
    return tuple(out)


def largest(rows: IntRows) -> int:
    """Give the largest absolute value of an entry; 0 when there is none."""
    return max((abs(x) for row in rows if row for x in (max(row), min(row))), default=0)


def products_equal(left: IntRows, right: IntRows, product: IntRows, ab: tuple[int, int]) -> bool:
    """Say whether a * left * right = b * product, for integers and (a, b) = ab.

    Each row of `right` and `product` becomes one big integer in which every entry has a slot wide
    enough for each entry of either side (Kronecker substitution). Two rows are then equal exactly
    when the two integers are.
    """
    a, b = ab
    most = a * len(right) * largest(left) * largest(right)
    bound = max(most, b * largest(product), largest(right))
    size = (bound.bit_length() + 2) // 8 + 1
    packed = _pack(right, size)
    totals = [sum(map(int.__mul__, row, packed)) for row in left]
    return all(a * x == b * y for x, y in zip(totals, _pack(product, size), strict=True))


def _pack(rows: IntRows, size: int) -> list[int]:
    """Give sum of row[j] * 256^(size * j) for each row; entries below 256^size / 2 in size."""
    half = 1 << (8 * size - 1)
    width = len(rows[0]) if rows else 0
    bias = int.from_bytes(half.to_bytes(size, "little") * width, "little")
    slots = (b"".join([(x + half).to_bytes(size, "little") for x in row]) for row in rows)
    return [int.from_bytes(row, "little") - bias for row in slots]


def products_agree(left: IntRows, right: IntRows, product: IntRows, modulus: int) -> bool:
    """Say whether left * right is congruent to product; all entries from 0 to modulus - 1.

    With rows packed as in `products_equal`, row * right + modulus - product has entries between 0
    and what a slot holds. It is divided by the modulus as one big integer: when there is no rest
    and every slot of the quotient is so small that modulus times it fits a slot, the entries are
    modulus times the slots of the quotient, and so divisible; and if all are divisible, this is
    what happens.
    """
    bits = (len(right) * (modulus - 1) + 2).bit_length()
    size = (bits + modulus.bit_length() + 7) // 8
    size = next((s for s in _CODES if s >= size), size)
    width = len(product[0]) if product else 0
    packed = _pack_residues(right, size, modulus)
    tables = [[k * row for k in range(modulus)] for row in packed] if modulus <= MULTIPLES else []
    offset = int.from_bytes(modulus.to_bytes(size, "little") * width, "little")
    high = (1 << (8 * size)) - (1 << bits)
    mask = int.from_bytes(high.to_bytes(size, "little") * width, "little")
    for row, expected in zip(left, _pack_residues(product, size, modulus), strict=True):
        parts = map(list.__getitem__, tables, row) if tables else map(int.__mul__, packed, row)
        total = sum(parts) + offset - expected
        quotient, rest = divmod(total, modulus)
        if rest or quotient & mask:
            return False
    return True


def _pack_residues(rows: IntRows, size: int, modulus: int) -> list[int]:
    if modulus <= 256:
        return [_spread(bytes(row), size) for row in rows]
    if code := _CODES.get(size):
        return [int.from_bytes(array(code, row).tobytes(), "little") for row in rows]
    return _pack(rows, size)


def _spread(row: bytes, size: int) -> int:
    slots = bytearray(size * len(row))
    slots[::size] = row
    return int.from_bytes(slots, "little")
