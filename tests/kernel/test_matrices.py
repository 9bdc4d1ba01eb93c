"""Matrices: shapes, products by packing, and what is refused as no matrix at all."""

# ruff: noqa: E501 - a table has one row on each line

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exactspaces.kernel import (
    Extension,
    KernelError,
    Malformed,
    Matrix,
    Rejected,
    identity,
    packing,
)
from exactspaces.kernel import matrices as k
from tests.kernel.build import F2, F4, F7, QQ, SQRT2, PrimeField, m, parameters

ENTRIES = st.one_of(
    st.integers(-3, 3),
    st.integers(-(10**60), 10**60),
    st.sampled_from([2**63, -(2**64), 255, -256]),
)


@st.composite
def factors(draw, entries=ENTRIES, most=6):
    h, n, w = (draw(st.integers(0, most)) for _ in range(3))
    table = lambda a, b: [[draw(entries) for _ in range(b)] for _ in range(a)]  # noqa: E731
    return table(h, n), table(n, w), w


def naive(left, right, width):
    return [
        [sum(x * right[i][j] for i, x in enumerate(row)) for j in range(width)] for row in left
    ]


def test_shapes_without_entries():
    tall, wide = Matrix(QQ, ((), (), ()), 0), Matrix(QQ, (), 3)
    assert tall.transpose == wide
    assert wide.transpose == tall
    assert k.times(tall, wide) == Matrix(QQ, ((0, 0, 0),) * 3, 3)
    assert k.times(wide, tall) == Matrix(QQ, (), 0)
    assert k.is_product(tall, wide, Matrix(QQ, ((0, 0, 0),) * 3, 3))
    assert not k.is_product(tall, wide, Matrix(QQ, ((0, 0, 1),) * 3, 3))
    assert k.is_product(Matrix(F7, (), 4), Matrix(F7, ((),) * 4, 0), Matrix(F7, (), 0))
    assert identity(QQ, 0) == Matrix(QQ, (), 0)
    assert not k.equal(tall, wide)


@given(factors(), st.data())
def test_packed_products_agree_with_naive_ones(pair, data):
    left, right, width = pair
    product = naive(left, right, width)
    if left and right and width:
        assert packing.products_equal(left, right, product, (1, 1))
        assert packing.products_equal(
            left, right, [[6 * x for x in row] for row in product], (6, 1)
        )
        i, j = data.draw(st.integers(0, len(left) - 1)), data.draw(st.integers(0, width - 1))
        product[i][j] += data.draw(st.sampled_from([1, -1, 2**64, -(2**200), 256]))
        assert not packing.products_equal(left, right, product, (1, 1))


@given(
    factors(st.integers(0, 10**9)),
    st.sampled_from([2, 3, 7, 255, 256, 257, 2**31 - 1, 2**61 - 1, 2**64, 10**40]),
    st.data(),
)
def test_products_modulo_agree_with_naive_ones(pair, modulus, data):
    left, right, width = pair
    left, right = ([[x % modulus for x in row] for row in t] for t in (left, right))
    product = [[x % modulus for x in row] for row in naive(left, right, width)]
    assert packing.products_agree(left, right, product, modulus)
    if left and width:
        i, j = data.draw(st.integers(0, len(left) - 1)), data.draw(st.integers(0, width - 1))
        product[i][j] = (product[i][j] + data.draw(st.integers(1, modulus - 1))) % modulus
        assert not packing.products_agree(left, right, product, modulus)


@pytest.mark.parametrize("ring", [QQ, F2, F7, PrimeField(2**61 - 1)])
@pytest.mark.parametrize("size", [1, 9, 12, 20])
def test_large_products(ring, size):
    p = ring.characteristic
    entry = lambda i, j: (i * 7919 + j * j * 104729 - 50000) % p if p else (i * 7919 - j**9)  # noqa: E731
    left = Matrix(
        ring,
        tuple(tuple(entry(i, j) for j in range(size)) for i in range(size)),
        size,
        1 if p else 6,
    )
    right = left.transpose
    product = k.times(left, right)
    assert k.is_product(left, right, product)
    spoilt = [list(row) for row in product.rows]
    spoilt[-1][-1] = (spoilt[-1][-1] + 1) % p if p else spoilt[-1][-1] + 1
    changed = Matrix(ring, tuple(map(tuple, spoilt)), size, product.denominator)
    assert not k.is_product(left, right, changed)


def test_the_same_numbers_over_other_denominators_are_equal():
    assert k.equal(Matrix(QQ, ((2, 4),), 2, 6), Matrix(QQ, ((1, 2),), 2, 3))
    assert k.reduced(Matrix(QQ, ((2, 4),), 2, 6)) == Matrix(QQ, ((1, 2),), 2, 3)
    assert not k.equal(Matrix(QQ, ((2, 4),), 2, 6), Matrix(QQ, ((2, 4),), 2, 3))
    away = parameters("a", nonzero=["a"])
    one, same = m("1, a", away), m("a, a**2", away, powers=(1,))
    assert k.equal(one, same)
    assert not k.equal(one, m("a, a**2", away, powers=(2,)))


def test_sums_have_common_denominators():
    total = k.plus(m("1/2 1/3"), m("1/5 2/3"))
    assert [Fraction(x, total.denominator) for x in total.rows[0]] == [Fraction(7, 10), 1]


NOT_RATIONAL = [1.0, True, "1", None, Fraction(1, 2), (), 1j]


@pytest.mark.parametrize("entry", NOT_RATIONAL)
def test_entries_of_the_wrong_kind(entry):
    with pytest.raises(Malformed):
        Matrix(QQ, ((entry,),), 1)
    with pytest.raises(Malformed):
        Matrix(F7, ((entry,),), 1)


@pytest.mark.parametrize("entry", [1, 1.0, "w", None, [], (1,), ((1,),), (((1,), 1), ((1,), 1)), (((0,), 1), ((1,), 1)),
                                   (((0,), 0),), (((0,), 2),), (((2,), 1),), (((0, 0), 1),), (((-1,), 1),), (((True,), 1),),
                                   (((0,), 1.0),), (([0], 1),), (((10**9,), 1),)])  # fmt: skip
def test_values_of_an_extension_are_canonical(entry):
    with pytest.raises(Malformed):
        Matrix(F4, ((entry,),), 1)


@pytest.mark.parametrize(
    "arguments",
    [
        (QQ, ((1, 2), (3,)), 2),
        (QQ, ((1, 2),), 3),
        (QQ, [[1]], 1),
        (QQ, ([1],), 1),
        (QQ, ((1,),), -1),
        (QQ, ((1,),), True),
        (QQ, ((1,),), 1.0),
        (QQ, (), 10**12),
        (QQ, ((1,),), 1, 0),
        (QQ, ((1,),), 1, -2),
        (QQ, ((1,),), 1, 2.0),
        (F7, ((7,),), 1),
        (F7, ((-1,),), 1),
        (F7, ((1,),), 1, 2),
        (QQ, ((1,),), 1, 1, (1,)),
        (QQ, ((1,),), 1, 1, [1]),
        (SQRT2, (((((0,), 1),),),), 1, 1, (1,)),
        (parameters("a", nonzero=["a"]), (), 1, 1, (1, 1)),
        (parameters("a", nonzero=["a"]), (), 1, 1, (-1,)),
        (parameters("a", nonzero=["a"]), (), 1, 1, (10**9,)),
        (7, (), 1),
        (None, (), 1),
        (Extension, (), 1),
    ],
)
def test_what_is_no_matrix(arguments):
    with pytest.raises(Malformed):
        Matrix(*arguments)


@pytest.mark.parametrize("indices", [(3,), (-1,), (1.0,), (True,), ("0",), (10**9,)])
def test_rows_and_columns_that_are_not_there(indices):
    square = m("1 2 3; 4 5 6; 7 8 9")
    with pytest.raises(Malformed):
        square.columns(indices)
    with pytest.raises(Malformed):
        square.select(indices)


def test_products_of_many_entries_are_refused():
    tall = Matrix(QQ, ((),) * 10_000, 0)
    with pytest.raises(Rejected, match="at most"):
        k.times(tall, tall.transpose)


def test_rings_are_not_mixed():
    for operation in (k.times, k.plus, k.stack, k.equal):
        with pytest.raises(KernelError, match="different rings"):
            operation(m("1"), m("1", F7))
