"""Reduced echelon forms over Q by p-adic lifting (Dixon 1982), the digits in floating arrays.

S X = B is solved modulo p, p^2, ... with one inverse of S modulo p. With d = |det S| the matrix
N = d X is integral (Cramer), and Hadamard's inequality bounds it, so its residue modulo a large
enough power of p is N itself. All floats are integers below 2^53, which is checked here before
each kind of product: then every sum is exact in whatever order it is formed.
"""

from dataclasses import dataclass
from math import isqrt, prod

import numpy as np
from numpy.typing import NDArray

from exactspaces.solvers.backends.arrays import EXACT, Array, balanced
from exactspaces.solvers.backends.exchanged import Exchanged

Integers = NDArray[np.int64]
_LIMB = 16
_CHUNK = 4096


@dataclass(frozen=True)
class System:
    """S X = B for integer arrays, with an inverse of S modulo p in balanced residues."""

    left: Integers
    right: Integers
    inverse: Array
    prime: int

    @classmethod
    def of(cls, found: Exchanged, left: Integers, right: Integers) -> "System":
        """Take the inverse of the pivot rows and columns, which are `left`, from an exchange."""
        inverse = found.table[list(found.rows)][:, list(found.pivots)]
        return cls(left, right, balanced(inverse, found.prime), found.prime)

    @property
    def is_exact(self) -> bool:
        """Whether all sums of the lifting stay below 2^53.

        Residuals never exceed `start` in size: (start + n a p) / p <= start for p >= 3, where a
        bounds the entries of S and digits are at most p in size.
        """
        n, p = len(self.left), self.prime
        a, b = _largest(self.left), _largest(self.right)
        start = max(b, 2 * n * a)
        return p >= 3 and 2 * n * p * start < EXACT and 2 * n * max(a, b) ** 2 < 2**62

    def digits(self, count: int) -> Array:
        """Give the digits of X to the base p: X = sum of digits[k] p^k modulo p^count."""
        left, rest = self.left.astype(np.float64), self.right.astype(np.float64)
        out = np.empty((count, *rest.shape))
        for k in range(count):
            out[k] = balanced(self.inverse @ rest, self.prime)
            rest = np.rint((rest - left @ out[k]) * (1.0 / self.prime))
        return out

    def bound(self) -> int:
        """Bound |d X| by Hadamard's inequality for rows, and for columns of S and one of B."""
        left, right = self.left, self.right
        rows = prod(map(int, (left * left).sum(1) + (right * right).sum(1)))
        lengths = [max(1, int(x)) for x in (left * left).sum(0)]
        longest = max([1, *(int(x) for x in (right * right).sum(0))])
        columns = prod(lengths) * longest // min(lengths) + 1
        return isqrt(min(rows, columns)) + 1


def _largest(x: Integers) -> int:
    return max(int(x.max(initial=0)), -int(x.min(initial=0)))


def lift(system: System, d: int) -> list[list[int]] | None:
    """Give d X, where d X is integral; None when floats would not be exact."""
    if not system.is_exact:
        return None
    modulus, count, need = system.prime, 1, 4 * system.bound()
    while modulus <= need:
        modulus, count = modulus * system.prime, count + 1
    if 2 * (count + 1) * system.prime * 2**_LIMB >= EXACT:
        return None
    digits = system.digits(count)
    width = digits.shape[2]
    flat = _assemble(digits.reshape(count, -1), _weights(system.prime, count, d), modulus)
    return [flat[i : i + width] for i in range(0, len(flat), width)]


def _weights(p: int, count: int, d: int) -> list[int]:
    modulus = p**count
    weights = [d % modulus]
    for _ in range(count - 1):
        weights.append(weights[-1] * p % modulus)
    return weights


def _assemble(digits: Array, weights: list[int], modulus: int) -> list[int]:
    """Give the numbers below modulus / 4 in size that are sums of digits times weights.

    The quotient by the modulus is found in floats, with an error far below 1/4; its multiple
    is taken off in the same exact product, limb by limb.
    """
    limbs = modulus.bit_length() // _LIMB + 1
    parts = [w.to_bytes(2 * limbs, "little") for w in (*weights, modulus)]
    table = np.frombuffer(b"".join(parts), dtype="<u2").reshape(-1, limbs).astype(np.float64).T
    shares = np.array([(w << 64) // modulus / 2.0**64 for w in weights])
    out: list[int] = []
    for start in range(0, digits.shape[1], _CHUNK):
        chunk = digits[:, start : start + _CHUNK]
        quotient = -np.rint(shares @ chunk)
        out += _carried((table @ np.vstack((chunk, quotient))).astype(np.int64))
    return out


def _carried(sums: Integers) -> list[int]:
    """Give the numbers whose limbs (one row each, lowest first) are these sums."""
    limbs = np.empty(sums.shape, dtype="<u2")
    carry = np.zeros(sums.shape[1], dtype=np.int64)
    for k, row in enumerate(sums):
        carry += row
        limbs[k] = carry & 0xFFFF
        carry >>= _LIMB
    raw, size = limbs.T.tobytes(), 2 * len(sums)
    return [
        int.from_bytes(raw[at : at + size], "little", signed=True)
        for at in range(0, len(raw), size)
    ]
