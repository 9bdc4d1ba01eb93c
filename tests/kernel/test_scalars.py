"""Rings: arithmetic against another system, and evidence that a modulus is irreducible."""

# ruff: noqa: E501 - a table has one row on each line

from itertools import product

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from exactspaces.kernel import (
    Extension,
    Irreducible,
    KernelError,
    Malformed,
    Parameters,
    PrimeField,
)
from exactspaces.kernel import polynomials as poly
from exactspaces.kernel.irreducible import LARGEST_PRIME, has_large_prime, is_irreducible, is_prime
from tests.kernel.build import (
    F2,
    F3,
    F4,
    F5,
    F8,
    F9,
    QQ,
    QQI,
    SQRT2,
    extension,
    parameters,
    polynomial,
)

ROOT2 = Irreducible(3, ())


def by(prime, *roots):
    return Irreducible(prime, roots)


def at(prime, a, b, s, *roots):
    """The value at a/b has this prime as a factor."""
    return Irreducible(prime, roots, (a, b, s))


SQRT23 = extension(QQ, {"r": "r**2 - 2", "s": "s**2 - 3"}, ROOT2, by(7, 3))


def test_primes_are_those_of_another_system():
    assert [n for n in range(-5, 2000) if is_prime(n)] == list(sympy.primerange(2000))


@given(st.integers(2, LARGEST_PRIME))
def test_large_primes_are_those_of_another_system(n):
    assert is_prime(n) == sympy.isprime(n)


@pytest.mark.parametrize(
    "n", [2047, 1373653, 25326001, 3215031751, 3825123056546413051, 318665857834031151167461]
)
def test_strong_pseudoprimes_are_composite(n):
    assert not is_prime(n)


def test_the_first_number_that_fools_the_test_is_refused():
    n = LARGEST_PRIME + 1
    assert n == 1287836182261 * 2575672364521
    with pytest.raises(Malformed, match="primality is decided up to"):
        PrimeField(n)


@pytest.mark.parametrize("p", [-7, -1, 0, 1, 4, 6, 9, 91])
def test_residues_modulo_a_composite_are_no_field(p):
    with pytest.raises(Malformed, match="is not a prime"):
        PrimeField(p)


def test_irreducibility_over_small_fields_is_that_of_another_system():
    x = sympy.Symbol("x")
    for p in (2, 3, 5):
        for coefficients in product(range(p), repeat=4):
            f = [*coefficients, 1]
            expected = sympy.Poly(f[::-1], x, modulus=p).is_irreducible
            assert is_irreducible(f, p) == expected, (p, f)


@pytest.mark.parametrize("base", [F4, F8, F9, extension(F5, {"w": "w**2 + 2"})])
def test_finite_fields_are_fields(base):
    p, d = base.characteristic, poly.degree(base.moduli[0], 0)
    values = [
        poly.canonical({(i,): c for i, c in enumerate(cs)}, p)
        for cs in product(range(p), repeat=d)
    ]
    one = base.integer(1)
    assert all(base.contains(x) for x in values)
    for x in values:
        assert base.is_unit(x) == any(base.multiply(x, y) == one for y in values)
        assert base.is_zero(x) == (x == ())


def test_number_fields_multiply_as_another_system_does():
    numbers = {"r": sympy.sqrt(2), "s": sympy.sqrt(3), "i": sympy.I}
    for ring, texts in (
        (SQRT23, ["1 + r", "r*s - 3", "2 - s + 5*r", "r + s"]),
        (QQI, ["1 + i", "3 - 2*i", "i"]),
    ):
        for one, other in product(texts, repeat=2):
            a, b = (polynomial(text, ring.names) for text in (one, other))
            found = sum(
                c * sympy.prod(numbers[x] ** e for x, e in zip(ring.names, es, strict=True))
                for es, c in ring.multiply(a, b)
            )
            expected = sympy.sympify(one, numbers) * sympy.sympify(other, numbers)
            assert sympy.expand(found - expected) == 0


@settings(max_examples=60)
@given(st.lists(st.integers(-(10**20), 10**20), min_size=8, max_size=8))
def test_a_cubic_field_multiplies_as_polynomials_modulo_another_system(numbers):
    ring = extension(QQ, {"c": "c**3 - 2*c - 2"}, by(5))
    x = sympy.Symbol("x")
    a, b = numbers[:3], numbers[3:6]
    product_ = sympy.Poly(a[::-1] or [0], x) * sympy.Poly(b[::-1] or [0], x)
    expected = product_.rem(sympy.Poly(x**3 - 2 * x - 2, x)).all_coeffs()[::-1]
    values = [poly.canonical({(i,): c for i, c in enumerate(cs)}, 0) for cs in (a, b)]
    found = dict(ring.multiply(*values))
    assert [found.get((i,), 0) for i in range(len(expected))] == expected


GOOD = [
    (QQ, {"s": "s**2 - 2"}, [ROOT2]),
    (QQ, {"i": "i**2 + 1"}, [by(3)]),
    (QQ, {"r": "r**2 - 2", "s": "s**2 - 3"}, [ROOT2, by(7, 3)]),
    (QQ, {"r": "r**2 - 2", "i": "i**2 + 1"}, [ROOT2, by(7, 3)]),
    (QQ, {"z": "z**4 + 1"}, [at(257, 4, 1, 2)]),
    (QQ, {"z": "z**4 + 1"}, [at(641, -5, 2, 3)]),
    (QQ, {"z": "z**4 - 10*z**2 + 1"}, [at(937, 6, 1, 4)]),
    (F2, {"w": "w**2 + w + 1"}, []),
    (F2, {"w": "w**3 + w + 1"}, []),
    (F3, {"w": "w**2 + 2*w + 2"}, []),
]
BAD = [
    (QQ, {"x": "x**2 - 1"}, [at(7, 8, 1, 2)], "the value at .8, 1, 2. with the factor 7"),
    (QQ, {"x": "x**2 - 1"}, [by(3)], "not shown irreducible"),
    (QQ, {"x": "x**2 - 2"}, [by(7)], "not shown irreducible"),
    (QQ, {"x": "x**4 + 1"}, [at(17, 2, 1, 2)], "does not suffice"),
    (QQ, {"x": "x**4 + 1"}, [at(257, 4, 1, 1)], "does not suffice"),
    (QQ, {"x": "x**4 + 1"}, [at(257, 4, 1, 4)], "does not suffice"),
    (QQ, {"x": "x**4 + 1"}, [at(257, 4, 1, 0)], "does not suffice"),
    (QQ, {"x": "x**4 + 1"}, [at(257, 4, 1, -2)], "does not suffice"),
    (QQ, {"x": "x**4 + 1"}, [at(257, -4, -1, 2)], "does not suffice"),
    (QQ, {"x": "x**4 + 1"}, [at(257, 4, 0, 2)], "does not suffice"),
    (QQ, {"x": "x**4 + 1"}, [at(251, 4, 1, 2)], "does not suffice"),
    (QQ, {"x": "x**4 + 1"}, [at(16, 4, 1, 2)], "16 is not a prime"),
    (QQ, {"x": "x**4 + 1"}, [at(2, 10**30, 1, 2)], "a point"),
    (QQ, {"x": "x**4 + 1"}, [Irreducible(257, (), (4, 1))], "a point"),
    (QQ, {"x": "x**4 + 4"}, [at(13, 3, 2, 3)], "does not suffice"),
    (QQ, {"x": "x**2 - 5*x + 6"}, [at(2, 4, 1, 3)], "does not suffice"),
    (QQ, {"x": "x**2 - 2"}, [by(4)], "4 is not a prime"),
    (QQ, {"x": "2*x**2 - 1"}, [by(3)], "monic"),
    (QQ, {"x": "x**2 - 2"}, [], "each modulus needs evidence"),
    (QQ, {"x": "x**2 - 2"}, [by(3, 1)], "one root for each generator"),
    (QQ, {"r": "r**2 - 2", "s": "s**2 - 2"}, [ROOT2, by(7, 3)], "not shown irreducible"),
    (QQ, {"r": "r**2 - 2", "s": "s**2 - 3"}, [ROOT2, by(7, 2)], "2 is not a simple root"),
    (QQ, {"r": "r**2 - 2", "s": "s**2 - 3"}, [ROOT2, by(2, 0)], "0 is not a simple root"),
    (QQ, {"r": "r**2 - 2", "s": "s**2 - 3"}, [ROOT2, at(13, 4, 1, 2)], "one root for each"),
    (QQ, {"r": "r**2 - 2", "s": "s**2 - 3"}, [ROOT2, at(7, 4, 1, 2, 3)], "over the rationals only"),
    (QQ, {"r": "r**2 - s", "s": "s**2 - 3"}, [by(7, 3), by(5)], "triangular"),
    (QQ, {"r": "5"}, [ROOT2], "contains its generator"),
    (F2, {"w": "w**2 + 1"}, [], "the modulus is reducible"),
    (F2, {"w": "w**4 + w**2 + 1"}, [], "the modulus is reducible"),
    (F2, {"w": "w**2 + w + 1"}, [by(2)], "F_q has one generator"),
    (F2, {"v": "v**2 + v + 1", "w": "w**3 + w + 1"}, [], "F_q has one generator"),
    (QQ, {"x": "x**65 - 2"}, [ROOT2], "degree above 64"),
    (QQ, {"x": "x**2000 - 2"}, [ROOT2], "polynomial in the generators"),
    (QQ, {"1": "0"}, [ROOT2], "names such as"),
]  # fmt: skip


@pytest.mark.parametrize(("base", "moduli", "evidence"), GOOD)
def test_evidence_is_accepted(base, moduli, evidence):
    assert extension(base, moduli, *evidence).count == len(moduli)


@pytest.mark.parametrize(("base", "moduli", "evidence", "reason"), BAD)
def test_evidence_is_refused(base, moduli, evidence, reason):
    with pytest.raises(KernelError, match=reason):
        extension(base, moduli, *evidence)


@settings(max_examples=60)
@given(
    st.lists(st.integers(-6, 6), min_size=1, max_size=3),
    st.lists(st.integers(-6, 6), min_size=1, max_size=3),
)
def test_no_value_speaks_for_a_product(f, g):
    """All small points, all their prime factors: a product is never taken for irreducible."""
    modulus = sympy.Poly([1, *f], sympy.Symbol("x")) * sympy.Poly([1, *g], sympy.Symbol("x"))
    coefficients = [int(c) for c in reversed(modulus.all_coeffs())]
    n = modulus.degree()
    for a, b, s in product(range(-12, 13), (1, 2, 3), range(1, 12)):
        value = sum(c * a**k * b ** (n - k) for k, c in enumerate(coefficients))
        for p in sympy.primefactors(value) if value else (2, 10**9 + 7):
            assert not has_large_prime(coefficients, (a, b, s), p), (a, b, s, p)


def test_generators_may_be_called_as_people_write_them():
    modulus = (((2,), 1), ((0,), -2))
    assert Extension(QQ, ("sqrt(2)",), (modulus,), (ROOT2,)).names == ("sqrt(2)",)
    for name in ("a b", "1", "", "-x", "x = 0 over QQ", "a\nb", "\ud800"):
        with pytest.raises(Malformed, match="names such as"):
            Extension(QQ, (name,), (modulus,), (ROOT2,))
        with pytest.raises(Malformed, match="names such as"):
            Parameters(QQ, (name,), (), (), ())


CIRCLE = parameters("y x", zero=["y**2 + x**2 - 1"])
SCALED = parameters("x a", zero=["a*x - 1"], nonzero=["a"])
CHAIN = parameters("b a", zero=["a - 3", "b - a**2"], solved=(1, 0))


@pytest.mark.parametrize(
    ("ring", "text", "zero", "unit"),
    [
        (CIRCLE, "y**2 + x**2 - 1", True, False),
        (CIRCLE, "y**4 - (1 - x**2)**2", True, False),
        (CIRCLE, "y", False, False),
        (CIRCLE, "7", False, True),
        (SCALED, "a**2*x - a", True, False),
        (SCALED, "a", False, True),
        (SCALED, "3*a", False, True),
        (SCALED, "a + 1", False, False),
        (SCALED, "x", False, False),
        (CHAIN, "b - 9", True, False),
        (CHAIN, "a*b - 27", True, False),
        (CHAIN, "b - 3", False, False),
        (parameters("a", field=SQRT2), "s**2 - 2", True, False),
        (parameters("a", field=SQRT2), "s", False, True),
        (parameters("a", field=SQRT2, nonzero=["a - s"]), "s*a - 2", False, False),
    ],
)
def test_zero_and_unit_with_conditions(ring, text, zero, unit):
    names = (*getattr(ring.field, "names", ()), *ring.names)
    f = ring.multiply(polynomial(text, names), ring.integer(1))
    assert ring.is_zero(f) == zero
    assert ring.is_unit(f) == unit


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ({"names": "a", "zero": ["0"]}, "non-zero polynomial"),
        ({"names": "a", "nonzero": ["0"]}, "non-zero polynomial"),
        ({"names": "a", "nonzero": ["s**2 - 2"], "field": SQRT2}, "non-zero polynomial"),
        ({"names": "a a"}, "different names"),
        ({"names": "s", "field": SQRT2}, "different names"),
        ({"names": ""}, "at least one parameter"),
        ({"names": "a b", "zero": ["a*b - 1"]}, "a leading coefficient may vanish"),
        ({"names": "a b", "zero": ["b"]}, "does not contain its parameter"),
        ({"names": "a", "zero": ["a"], "solved": (1,)}, "no such parameter"),
        ({"names": "a", "zero": ["a"], "solved": (-1,)}, "no such parameter"),
        ({"names": "a", "zero": ["s*a"], "field": SQRT2, "solved": (0,)}, "no such parameter"),
        ({"names": "a", "zero": ["a"], "solved": ()}, "each equation names"),
        ({"names": "a b", "zero": ["a - b", "b - a"]}, "equations not in order|may vanish"),
        ({"names": "a", "nonzero": ["a**1001"]}, "non-zero polynomial"),
    ],
)
def test_conditions_are_refused(arguments, reason):
    with pytest.raises(KernelError, match=reason):
        parameters(**arguments)


def test_huge_polynomials_are_refused_in_time():
    ring = parameters("x a b c d", zero=["x - a - b - c - d"])
    with pytest.raises(KernelError, match="too large"):
        ring.is_zero((((1000, 0, 0, 0, 0), 1),))
    long = parameters("x a", zero=["x - " + "9" * 900])
    with pytest.raises(KernelError, match="too large"):
        long.is_zero((((1000, 0), 1),))
    many = tuple(
        sorted((((0, i, j, 0, 0), 1) for i in range(80) for j in range(80)), reverse=True)
    )
    with pytest.raises(KernelError, match="too large"):
        ring.multiply(many, many)
    with pytest.raises(KernelError, match="too long"):
        parameters("x a", zero=["x - " + "9" * 1001])
    with pytest.raises(KernelError, match="above 2000 bits"):
        is_irreducible([1] * 60, 2**61 - 1)
