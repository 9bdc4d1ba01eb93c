"""The ring that a question is about, and the same question over another ring."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from exactspaces.errors import WrongShape
from exactspaces.kernel import Matrix, Parameters, Ring

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


def with_ring(value: T, ring: Parameters) -> T:
    """Give the same question with every matrix over a ring with other conditions."""
    if isinstance(value, Matrix):
        count = len(ring.nonzero)
        old = value.ring.nonzero if isinstance(value.ring, Parameters) else ()
        powers = [0] * count
        for f, power in zip(old, value.powers, strict=False):
            if power:
                powers[ring.nonzero.index(f)] = power
        return replace(value, ring=ring, powers=tuple(powers) if any(powers) else ())
    if isinstance(value, tuple):
        return tuple(with_ring(item, ring) for item in value)  # type: ignore[return-value]
    if is_dataclass(value) and not isinstance(value, type):
        changed = {f.name: with_ring(getattr(value, f.name), ring) for f in fields(value)}
        return replace(value, **changed)
    return value
