"""The ring that a question is about, and the same question over another ring."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from exactspaces.errors import WrongShape
from exactspaces.kernel import Matrix, Parameters, Ring
from exactspaces.kernel.matrices import reduced

T = TypeVar("T")


def matrices_of(value: Any) -> Iterator[Matrix]:
    """Give all matrices inside a question, claim or term."""
    if isinstance(value, Matrix):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from matrices_of(item)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from matrices_of(getattr(value, field.name))


def ring_of(value: Any) -> Ring:
    """Give the one ring of all matrices in a question.

    Raises WrongShape when it contains no matrix, or matrices over different rings.
    """
    found: Ring | None = None
    for matrix in matrices_of(value):
        if found is not None and matrix.ring is not found and matrix.ring != found:
            raise WrongShape("the matrices are over different fields")
        found = matrix.ring
    if found is None:
        raise WrongShape("there is no matrix in the question")
    return found


def changed(value: T, change: Callable[[Matrix], Matrix]) -> T:
    """Give the same question, claim or term with each matrix in it changed."""
    if isinstance(value, Matrix):
        return change(value)  # type: ignore[return-value]
    if isinstance(value, tuple):
        items = tuple(changed(item, change) for item in value)
        return items if _differ(items, value) else value  # type: ignore[return-value]
    if is_dataclass(value) and not isinstance(value, type):
        old = {f.name: getattr(value, f.name) for f in fields(value)}
        new = {name: changed(part, change) for name, part in old.items()}
        return replace(value, **new) if _differ(new.values(), old.values()) else value
    return value


def _differ(new: Iterable[Any], old: Iterable[Any]) -> bool:
    """Whether any part is another object; making a value anew would check it again."""
    return any(one is not other for one, other in zip(new, old, strict=True))


def with_ring(value: T, ring: Parameters) -> T:
    """Give the same question with every matrix over a ring with other conditions."""
    return changed(value, lambda matrix: _over(matrix, ring))


def _over(matrix: Matrix, ring: Parameters) -> Matrix:
    powers = [0] * len(ring.nonzero)
    old = matrix.ring.nonzero if isinstance(matrix.ring, Parameters) else ()
    for f, power in zip(old, matrix.powers, strict=False):
        if power:
            powers[ring.nonzero.index(f)] = power
    return replace(matrix, ring=ring, powers=tuple(powers) if any(powers) else ())


def in_lowest_terms(value: T) -> T:
    """Give the same claim with common factors cancelled, as it is read from a theorem file."""
    return changed(value, reduced)
