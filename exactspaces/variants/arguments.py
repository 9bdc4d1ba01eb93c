"""What a generator is told, in the sorts that it needs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from exactspaces.errors import NotUnderstood
from exactspaces.fields import Scalar
from exactspaces.kernel import Ring
from exactspaces.variants.stream import Stream
from exactspaces.variants.values import Row, Rows, Unlucky, Value

MOST_SIZE, MOST_HEIGHT, MOST_TRIES = 12, 10**6, 200


@dataclass(frozen=True)
class Told:
    """The arguments of a call, with the field and the chance that it has."""

    ring: Ring
    chance: Stream
    values: Mapping[str, tuple[Value, ...]]

    def has(self, name: str) -> bool:
        """Say whether something was told under this name."""
        return bool(self.values.get(name))

    def one(self, name: str) -> Value:
        """Give the single argument of this name."""
        return self.values[name][0]

    def whole(self, name: str, least: int = 0, most: int = MOST_HEIGHT) -> int:
        """Give a whole number within limits."""
        value = self.one(name)
        number = value.rows[0][0] if value.sort == "a number" else None
        found = None if number is None else whole_of(number)
        if found is None or not least <= found <= most:
            raise NotUnderstood(
                f"{name}: a whole number from {least:,} to {most:,} is due, and this is "
                f"{value.text[:60]}"
            )
        return found

    def size(self, name: str) -> int:
        """Give a number of rows or columns."""
        return self.whole(name, 1, MOST_SIZE)

    def height(self) -> int:
        """Give the height that entries may have."""
        return self.whole("height", 1)

    def number(self, name: str) -> Scalar:
        """Give a number."""
        value = self.one(name)
        if value.sort != "a number":
            raise self._unfit(name, "a number", value)
        return value.rows[0][0]

    def numbers(self, name: str) -> Row:
        """Give all numbers under a name: told one by one, as a list, or as a vector."""
        out: list[Scalar] = []
        for value in self.values.get(name, ()):
            if value.sort in ("a number", "a list of numbers"):
                out += [x for (x,) in value.rows]
            elif value.sort == "a vector":
                out += value.rows[0]
            else:
                raise self._unfit(name, "numbers", value)
        return tuple(out)

    def wholes(self, name: str) -> tuple[int, ...]:
        """Give whole numbers."""
        found = [whole_of(x) for x in self.numbers(name)]
        if any(x is None for x in found):
            raise NotUnderstood(f"{name}: whole numbers are due")
        return tuple(x for x in found if x is not None)

    def vector(self, name: str) -> Row:
        """Give a vector."""
        value = self.one(name)
        if value.sort == "a list of numbers":
            return tuple(x for (x,) in value.rows)
        if value.sort != "a vector":
            raise self._unfit(name, "a vector", value)
        return value.rows[0]

    def matrix(self, name: str) -> Rows:
        """Give the rows of a matrix."""
        value = self.one(name)
        if value.sort != "a matrix":
            raise self._unfit(name, "a matrix", value)
        return value.rows

    def vectors(self, name: str) -> Rows:
        """Give the vectors of a list, at least one."""
        value = self.one(name)
        if value.sort == "a vector":
            return value.rows
        if value.sort != "a list of vectors" or not value.rows:
            raise self._unfit(name, "a list of vectors such as {v, w} or columns(A)", value)
        return value.rows

    @property
    def is_rational(self) -> bool:
        """Say whether the field is that of the fractions."""
        return self.ring.characteristic == 0

    def tried(self, make: Callable[[], "Value | None"], what: str) -> Value:
        """Draw until something comes out.

        Raises Unlucky.
        """
        for _ in range(MOST_TRIES):
            found = make()
            if found is not None:
                return found
        raise Unlucky(f"no {what} in {MOST_TRIES} draws; allow a larger height, or ask for less")

    @staticmethod
    def _unfit(name: str, due: str, value: Value) -> NotUnderstood:
        return NotUnderstood(f"{name}: {due} is due, and this is {value.sort}: {value.text[:60]}")


def whole_of(x: Scalar) -> int | None:
    """Give the whole number that a scalar is; over F_p the one from 0 to p - 1."""
    fraction = x.fraction
    if fraction is not None:
        return fraction.numerator if fraction.denominator == 1 else None
    return x.top if isinstance(x.top, int) else None
