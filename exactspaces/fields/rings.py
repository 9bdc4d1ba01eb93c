"""Making fields: QQ, GF(q), extensions by roots of polynomials, rational functions.

The evidence that a modulus is irreducible is searched for and then checked by the kernel.
"""

from collections.abc import Sequence
from functools import lru_cache

from exactspaces.errors import NotAField, TooLarge
from exactspaces.fields.factors import divided, factor_integral, factor_modulo, integer_factor
from exactspaces.fields.irreducible import evidence, listed
from exactspaces.fields.texts import field_name, polynomial_text
from exactspaces.kernel import (
    Extension,
    Field,
    KernelError,
    Parameters,
    PrimeField,
    Rationals,
)
from exactspaces.kernel import polynomials as poly
from exactspaces.kernel.irreducible import LARGEST_PRIME, is_irreducible, is_prime
from exactspaces.kernel.polynomials import Polynomial

QQ = Rationals()
GENERATOR = "w"
_MAX_FIELD = 2**64
_CONWAY = {
    4: (1, 1, 1), 8: (1, 1, 0, 1), 9: (2, 2, 1), 16: (1, 1, 0, 0, 1), 25: (2, 4, 1),
    27: (1, 2, 0, 1), 32: (1, 0, 1, 0, 0, 1), 49: (3, 6, 1), 64: (1, 1, 0, 1, 1, 0, 1),
    81: (2, 0, 0, 2, 1), 121: (2, 7, 1), 125: (3, 3, 0, 1), 128: (1, 1, 0, 0, 0, 0, 0, 1),
    169: (2, 12, 1), 243: (1, 2, 0, 0, 0, 1), 256: (1, 0, 1, 1, 1, 0, 0, 0, 1),
}  # fmt: skip


@lru_cache(maxsize=256)
def GF(q: int) -> PrimeField | Extension:
    """Give the field with q elements; its generator is called w when q is not a prime.

    The modulus is the Conway polynomial where it is on our list (J. Nickel's and F. Luebeck's
    tables), else the first irreducible one.

    Raises NotAField, with a factor named, when q is not a power of a prime.

    >>> GF(7)
    PrimeField(p=7)
    >>> GF(6)
    Traceback (most recent call last):
    ...
    exactspaces.errors.NotAField: GF(6) is not a field: 6 = 2 * 3 is not a power of a prime
    """
    if q < 2:
        raise NotAField(f"GF({q}) is not a field: a finite field has at least 2 elements")
    if q > LARGEST_PRIME:
        raise TooLarge(f"fields with more than {LARGEST_PRIME} elements are not supported")
    if is_prime(q):
        return PrimeField(q)
    p, k = _prime_power(q)
    if q > _MAX_FIELD:
        raise TooLarge(f"GF({q}): extension fields have at most 2^64 elements here")
    return galois_extension(p, _CONWAY.get(q) or _first_irreducible(p, k), GENERATOR)


def galois_extension(p: int, coefficients: tuple[int, ...], name: str) -> Extension:
    """Give F_p[x]/(m) for a monic m, listed from the constant term up.

    Raises NotAField, with a factor named, when m is reducible.
    """
    modulus = poly.canonical({(i,): c for i, c in enumerate(coefficients)}, p)
    try:
        return Extension(PrimeField(p), (name,), (modulus,), ())
    except KernelError as error:
        equation = polynomial_text(modulus, (name,))
        factor = factor_modulo(list(coefficients), p)
        why = f"{coefficients_text(factor, name)} divides {equation}" if factor else str(error)
        raise NotAField(f"GF({p})[{name}]/({equation}) is not a field: {why}") from error


def coefficients_text(coefficients: Sequence[int], name: str) -> str:
    """Write a polynomial in one unknown, given from the constant term up."""
    return polynomial_text(
        poly.canonical({(e,): c for e, c in enumerate(coefficients)}, 0), (name,)
    )


def _prime_power(q: int) -> tuple[int, int]:
    for k in range(q.bit_length(), 1, -1):
        root = _integer_root(q, k)
        if root**k == q and is_prime(root):
            return root, k
    factor = integer_factor(q)
    shown = f"{q} = {factor} * {q // factor}" if factor else str(q)
    raise NotAField(f"GF({q}) is not a field: {shown} is not a power of a prime")


def _integer_root(n: int, k: int) -> int:
    low, high = 1, 1 << (n.bit_length() // k + 1)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if middle**k <= n else (low, middle - 1)
    return low


def _first_irreducible(p: int, k: int) -> tuple[int, ...]:
    for code in range(1, p**k):
        tail = [code // p**i % p for i in range(k)]
        if tail[0] and is_irreducible([*tail, 1], p):
            return (*tail, 1)
    raise NotAField(f"no irreducible polynomial of degree {k} over GF({p}) was found")


def adjoin(field: Rationals | Extension, name: str, modulus: Polynomial) -> Extension:
    """Adjoin a root of a monic integer polynomial in the generators of the field and the new one.

    Raises NotAField when the polynomial has a factor that we find, or when no evidence for its
    irreducibility is found.
    """
    below = field if isinstance(field, Extension) else None
    names = (*(below.names if below else ()), name)
    moduli = (
        *(tuple(((*e, 0), c) for e, c in m) for m in (below.moduli if below else ())),
        modulus,
    )
    reasons = below.evidence if below else ()
    for reason in evidence(moduli):
        try:
            return Extension(QQ, names, moduli, (*reasons, reason))
        except KernelError:
            continue
    equation = polynomial_text(modulus, names)
    if all(not any(e[:-1]) for e, _ in modulus):
        coefficients = listed(modulus)
        factor = factor_integral(coefficients)
        if factor:
            product = [factor, divided(coefficients, factor)[0]]
            shown = "*".join(f"({coefficients_text(f, name)})" for f in product)
            raise NotAField(
                f"{field_name(field)}[{name}]/({equation}) is not a field: {equation} = {shown}, "
                "so the product of these two is zero there"
            )
    raise NotAField(
        f"the equation {equation} = 0 is not shown to be irreducible over {field_name(field)}: no "
        "prime and no value that we tried shows it; give the field by other generators, such as "
        "QQ(sqrt(2), sqrt(3))"
    )


def with_parameters(
    field: Field, names: tuple[str, ...], nonzero: tuple[Polynomial, ...] = ()
) -> Parameters:
    """Give the polynomials over the field in parameters that are subject to no equation.

    Raises NotAField when a name is taken.
    """
    try:
        return Parameters(field, names, (), (), nonzero)
    except KernelError as error:
        raise NotAField(f"parameters {', '.join(names)}: {error}") from error
