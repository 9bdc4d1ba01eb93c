"""Is it zero? Over a field that is clear; with parameters it may depend on them."""

from exactspaces.kernel import Matrix, Parameters
from exactspaces.kernel.polynomials import Polynomial


class NeedsSplit(Exception):
    """The answer depends on whether this polynomial in the parameters vanishes."""

    def __init__(self, polynomial: Polynomial) -> None:
        super().__init__("the answer depends on the parameters")
        self.polynomial = polynomial


def vanishes(matrix: Matrix) -> bool:
    """Say whether all entries are zero.

    Raises NeedsSplit when that depends on the parameters.
    """
    ring = matrix.ring
    open_entries = [x for row in matrix.rows for x in row if not ring.is_zero(x)]
    if not isinstance(ring, Parameters) or not open_entries:
        return not open_entries
    if any(map(ring.is_unit, open_entries)):
        return False
    raise NeedsSplit(min(open_entries, key=lambda f: (max(sum(e) for e, _ in f), len(f), f)))
