"""Signs of real numbers in fields of square roots.

A generator stands for the principal root, so it is positive when its square is.
"""

from exactspaces.errors import NotAField
from exactspaces.fields.numbers import Scalar
from exactspaces.fields.roots import parts_over
from exactspaces.kernel import Extension, Rationals


def sign(x: Scalar) -> int:
    """Give 1, 0 or -1 for a positive number, zero, or a negative one.

    Over a + b g with g^2 = d > 0: where a and b g have different signs, a^2 - b^2 d decides.

    Raises NotAField for numbers that are not real, and outside of fields of square roots.

    >>> from exactspaces.fields import QQ, number, with_square_root
    >>> sign(with_square_root(number(QQ, 2)) - 2)
    -1
    """
    if not x:
        return 0
    if isinstance(x.ring, Rationals):
        return 1 if x.top > 0 else -1
    if not isinstance(x.ring, Extension) or x.ring.characteristic:
        raise NotAField("only real numbers have signs")
    a, b, d = parts_over(x)
    if not b:
        return sign(a)
    if sign(d) < 0:
        raise NotAField(f"{x} is not real, so it has no sign")
    first, second = sign(a), sign(b)
    if first * second >= 0:
        return first or second
    return first * sign(a * a - b * b * d)
