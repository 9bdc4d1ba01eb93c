"""The echo of any tree that can be read is read as the same tree."""

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from exactspaces.reading.grammar.compose import divide, negate
from exactspaces.reading.grammar.echo import echo
from exactspaces.reading.grammar.parse import parse
from exactspaces.reading.grammar.syntax import (
    BasisClaim,
    Binary,
    Braces,
    Brackets,
    Call,
    Compare,
    Listing,
    Name,
    Not,
    Number,
    Property,
    Spanned,
    Tuple,
    parts,
)

leaves = st.one_of(
    st.integers(0, 30).map(lambda value: Number(Fraction(value))),
    st.sampled_from(["x", "T", "e1", "v_2", "span", "basis", "lambda", "i"]).map(Name),
)


def grown(inner):
    several = st.lists(inner, max_size=3).map(tuple)
    some = st.lists(inner, min_size=1, max_size=3).map(tuple)
    operators = st.sampled_from("+-*^&@")
    return st.one_of(
        st.builds(Binary, operators, inner, inner),
        st.builds(divide, inner, inner),
        inner.map(lambda node: negate(node, 0)),
        st.builds(Call, st.sampled_from(["f", "sqrt", "rank", "transpose"]), several),
        some.map(Tuple),
        several.map(Braces),
        several.map(Spanned),
        blocks(inner),
    )


def blocks(inner):
    """Matrices of entries that are not themselves rows in brackets, which would be merged."""
    entries = inner.filter(lambda node: not isinstance(node, Brackets))

    def of_shape(shape):
        height, width, bar = shape
        row = st.tuples(*[entries] * width)
        rows = st.tuples(*[row] * height)
        return rows.map(lambda made: Brackets(made, bar if 0 < bar < width else None))

    sizes = st.tuples(st.integers(1, 3), st.integers(1, 3), st.integers(0, 2))
    return sizes.flatmap(of_shape)


expressions = st.recursive(leaves, grown, max_leaves=12)
lists = st.lists(expressions, max_size=3).map(tuple)
claims = st.one_of(
    st.builds(
        Compare,
        st.sampled_from(["==", "!=", "in", "not in", "<=", ">="]),
        expressions,
        expressions,
    ),
    st.builds(Property, st.sampled_from(["independent", "dependent"]), lists),
    st.builds(BasisClaim, lists, expressions),
)
statements = st.one_of(expressions, claims, st.one_of(expressions, claims).map(Not))
texts = st.one_of(
    statements,
    st.lists(statements, min_size=2, max_size=3).map(tuple).map(Listing),
)


@settings(max_examples=1000, deadline=None)
@given(texts)
def test_echo_is_read_as_the_same_tree(tree):
    assert parse(echo(tree)) == tree


@given(texts)
def test_echo_is_settled(tree):
    assert echo(parse(echo(tree))) == echo(tree)


@given(texts)
def test_parts_lie_inside_their_node(tree):
    text = echo(tree)
    level = [parse(text)]
    while level:
        for node in level:
            assert all(node.start <= part.start <= part.end <= node.end for part in parts(node))
        level = [part for node in level for part in parts(node)]
