"""Chance that is the same everywhere: SHA-256 of a name and a counter.

The words of a stream are the blocks SHA-256(key, 0x00, counter), counter = 0, 1, 2, ... as eight
bytes, each cut into four numbers of 64 bits. Nothing depends on Python's own generator, on its
hashes, or on the order of other draws.
"""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import count
from typing import TypeVar

T = TypeVar("T")
_BITS = 64


class Stream:
    """A sequence of numbers that belongs to its words.

    >>> a, b = Stream("format", "id", "7", "A"), Stream("format", "id", "7", "A")
    >>> [a.below(10) for _ in range(5)] == [b.below(10) for _ in range(5)]
    True
    """

    def __init__(self, *words: str) -> None:
        # The lengths keep ("ab", "c") and ("a", "bc") apart.
        self._key = "".join(f"{len(word)}:{word}" for word in words).encode()
        self._words = self._blocks()

    def _blocks(self) -> Iterator[int]:
        for counter in count():
            block = sha256(self._key + b"\0" + counter.to_bytes(8, "big")).digest()
            for at in range(0, len(block), _BITS // 8):
                yield int.from_bytes(block[at : at + _BITS // 8], "big")

    def below(self, n: int) -> int:
        """Give a whole number from 0 to n - 1, each as likely as the others."""
        end = 2**_BITS - 2**_BITS % n
        while True:
            word = next(self._words)
            if word < end:
                return word % n

    def between(self, low: int, high: int) -> int:
        """Give a whole number from `low` to `high`."""
        return low + self.below(high - low + 1)

    def one_of(self, items: Sequence[T]) -> T:
        """Give one of the items."""
        return items[self.below(len(items))]

    def shuffled(self, items: Sequence[T]) -> list[T]:
        """Give the items in another order."""
        rest = list(items)
        return [rest.pop(self.below(len(rest))) for _ in items]

    def some(self, items: Sequence[T], size: int) -> list[T]:
        """Give `size` of the items, in their old order."""
        chosen = sorted(self.shuffled(range(len(items)))[:size])
        return [items[k] for k in chosen]
