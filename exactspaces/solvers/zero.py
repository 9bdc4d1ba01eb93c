"""Is it zero? Over a field that is clear; with parameters it may depend on them."""

from exactspaces.fields import Scalar, entries
from exactspaces.fields.matrices import simplified, stripped
from exactspaces.kernel import Matrix, Parameters
from exactspaces.kernel.polynomials import Polynomial
from exactspaces.kernel.spaces import has_unit


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
    if not isinstance(ring, Parameters):
        return not any(not ring.is_zero(x) for row in matrix.rows for x in row)
    values = (simplified(ring, x) for row in entries(matrix) for x in row)
    open_entries = [x.top for x in values if x.top]
    if not open_entries or any(map(ring.is_unit, open_entries)):
        return not open_entries
    raise asks_for(ring, min(open_entries, key=size))


def differ(matrix: Matrix) -> bool:
    """Say whether some entry is not zero, so that the kernel sees it.

    The kernel looks for an entry that is a unit as it stands. One that is a unit only because
    of the equations, as a + 1 is where a = 0, is asked for: then it is a stated one.

    Raises NeedsSplit for such an entry, and when the answer depends on the parameters.
    """
    if vanishes(matrix):
        return False
    ring = matrix.ring
    if isinstance(ring, Parameters) and not has_unit(matrix):
        one = ring.integer(1)
        units = (
            x
            for row in matrix.rows
            for x in row
            if ring.is_unit(simplified(ring, Scalar(ring, x, one)).top)
        )
        raise NeedsSplit(min(units, key=size))
    return True


def asks_for(ring: Parameters, f: Polynomial) -> NeedsSplit:
    """Ask for a split at f, or at a simpler polynomial that vanishes where f does."""
    simpler = stripped(ring, f)
    return NeedsSplit(f if ring.is_unit(simpler) else simpler)


def size(f: Polynomial) -> tuple[int, int]:
    """Give total degree and number of terms: what makes a polynomial simple."""
    return max((sum(e) for e, _ in f), default=0), len(f)
