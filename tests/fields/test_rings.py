"""What is a field is made, with evidence that the kernel checks; what is none is refused."""

from __future__ import annotations

import pytest
import sympy

from exactspaces.errors import NotAField, TooLarge
from exactspaces.fields import GF, QQ, adjoin, galois_extension, read_field, with_parameters
from exactspaces.fields.texts import field_name
from exactspaces.kernel import Extension, PrimeField
from exactspaces.kernel import polynomials as poly

x = sympy.Symbol("x")


def number_field(f):
    terms = {(int(e),): int(c) for (e,), c in sympy.Poly(f, x).terms()}
    return adjoin(QQ, "x", poly.canonical(terms, 0))


@pytest.mark.parametrize(
    "f",
    [
        x - 5,
        x**2 - x - 1,
        x**3 - 3 * x - 1,
        x**3 - 2,
        x**5 - 2,
        x**5 - x - 1,
        x**4 + 1,
        x**4 - 10 * x**2 + 1,
        x**4 + 4 * x**2 + 2,
        x**4 - 72 * x**2 + 4,
        x**6 + 108,
        x**8 - x**4 + 1,
        x**8 - 40 * x**6 + 352 * x**4 - 960 * x**2 + 576,
        x**2 - 10**30 - 57,
        x**3 - 10**9 * x**2 - 7,
    ],
)
def test_number_fields(f):
    assert isinstance(number_field(f), Extension)


@pytest.mark.parametrize("n", [n for n in range(3, 67) if sympy.totient(n) <= 18])
def test_cyclotomic_fields(n):
    assert number_field(sympy.cyclotomic_poly(n, x)).count == 1


@pytest.mark.parametrize("a", [2, 3, 5, 6, 7, 10, 12, 30, -1, -2, -3, -4, -6])
def test_roots_of_integers(a):
    for n in range(2, 17):
        f = sympy.Poly(x**n - a, x)
        if f.is_irreducible:
            assert number_field(f).count == 1
        else:
            with pytest.raises(NotAField, match="the product of these two is zero"):
                number_field(f)


@pytest.mark.parametrize(
    ("f", "factor"),
    [
        (x**2 - 1, "x - 1"),
        (x**4 + 4, "x^2 + 2*x + 2"),
        (x**3 - x, "(x - 1)*(x^2 + x)"),
        ((x**3 - 2) * (x**3 - 3), "x^3 - 2"),
        ((x**4 - 10 * x**2 + 1) * (x**5 - x - 1), "x^4 - 10*x^2 + 1"),
        ((x**2 + 1) ** 3, "x^2 + 1"),
    ],
)
def test_reducible_moduli_over_q(f, factor):
    with pytest.raises(NotAField) as refusal:
        number_field(f)
    assert factor in str(refusal.value)


@pytest.mark.parametrize(
    ("p", "f", "message"),
    [
        (2, (1, 0, 1), "x + 1 divides x^2 + 1"),
        (2, (1, 0, 1, 0, 1), "x^2 + x + 1 divides x^4 + x^2 + 1"),
        (7, (6, 0, 1), "divides x^2 + 6"),
        (3, (0, 1, 1), "x divides x^2 + x"),
    ],
)
def test_reducible_moduli_over_prime_fields(p, f, message):
    with pytest.raises(NotAField) as refusal:
        galois_extension(p, f, "x")
    assert message in str(refusal.value)


@pytest.mark.parametrize(
    ("q", "message"),
    [
        (0, "at least 2"),
        (1, "at least 2"),
        (6, "6 = 2 * 3"),
        (100, "100 = 2 * 50"),
        (1009 * 1013, "1009 * 1013"),
        (1000003 * 1000033, "1000003 * 1000033"),
    ],
)
def test_sizes_of_no_field(q, message):
    with pytest.raises(NotAField) as refusal:
        GF(q)
    assert message in str(refusal.value)


def test_limits_are_said():
    with pytest.raises(TooLarge, match="2\\^64"):
        GF(3**50)
    with pytest.raises(TooLarge, match="not supported"):
        GF(10**40)


def test_finite_fields_up_to_128():
    for q in range(2, 129):
        factors = sympy.factorint(q)
        if len(factors) > 1:
            with pytest.raises(NotAField):
                GF(q)
            continue
        field = GF(q)
        assert isinstance(field, PrimeField) == sympy.isprime(q)
        assert field.characteristic == min(factors)
        assert field_name(field) == f"GF({q})"


def test_towers():
    for name in ("QQ(sqrt(2), sqrt(3), i)", "QQ(c: c^3 - 2, w: w^2 + w + 1)", "QQ(i, b: b^4 - 2)"):
        assert read_field(name).count > 1
    with pytest.raises(NotAField, match="not shown to be irreducible over QQ\\(sqrt\\(2\\)\\)"):
        read_field("QQ(sqrt(2), b: b^2 - 2 + 0)")
    assert read_field("QQ(sqrt(2), sqrt(8))") == read_field("QQ(sqrt(2))")


def test_parameters_have_names_of_their_own():
    assert field_name(with_parameters(GF(3), ("t",))) == "GF(3)(t)"
    with pytest.raises(NotAField, match="different names"):
        with_parameters(GF(4), ("w",))
