"""Factoring polynomials over Q and F_p, by FLINT."""

from typing import Any

from flint import Ordering, fmpz_mpoly_ctx, nmod_mpoly_ctx

from exactspaces.fields.matrices import content_free
from exactspaces.kernel import Parameters
from exactspaces.kernel.polynomials import Polynomial, canonical, is_constant


def _context(names: tuple[str, ...], p: int) -> Any:
    if p:
        return nmod_mpoly_ctx.get(names, ordering=Ordering.lex, modulus=p)
    return fmpz_mpoly_ctx.get(names, ordering=Ordering.lex)


def factor(f: Polynomial, ring: Parameters) -> tuple[tuple[Polynomial, int], ...]:
    """Give the irreducible factors that contain a parameter, with exponents.

    Their product is f up to a number.
    """
    p = ring.characteristic
    names = tuple(f"x{k}" for k in range(ring.count))
    _, factors = _context(names, p).from_dict(dict(f)).factor()
    found = []
    for g, exponent in factors:
        terms = {tuple(map(int, e)): int(c) for e, c in g.to_dict().items()}
        made = content_free(canonical(terms, p), p)
        if not is_constant(made):
            found.append((made, int(exponent)))
    return tuple(sorted(found))


def irreducible_factors(
    terms: dict[tuple[int, ...], int], count: int
) -> list[tuple[dict[tuple[int, ...], int], int]]:
    """Give the factors, with exponents, of a polynomial in so many variables over the integers.

    Their product is the polynomial up to a number.
    """
    names = tuple(f"x{k}" for k in range(count))
    _, factors = _context(names, 0).from_dict(terms).factor()
    return [
        ({tuple(map(int, e)): int(c) for e, c in g.to_dict().items()}, int(k)) for g, k in factors
    ]
