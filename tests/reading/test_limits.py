"""Hostile text: a clear refusal, in time, and never another exception."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from exactspaces.reading.grammar import plain
from exactspaces.reading.grammar.echo import echo
from exactspaces.reading.grammar.parse import parse
from exactspaces.reading.limits import MOST_HEIGHT
from exactspaces.reading.slips import Unreadable

HUGE = [
    ("-" * 100_000, "The text ends too early."),
    ("-" * 100_000 + "x", "operations stand inside one another"),
    ("1+" * 90_000 + "1", "operations stand inside one another"),
    ("1+" * 500_000 + "1", "numbers, names and signs"),
    ("1^" * 90_000 + "1", "operations stand inside one another"),
    ("√" * 100_000 + "2", "operations stand inside one another"),
    ("not " * 100_000 + "u", "operations stand inside one another"),
    ("x" + "'" * 100_000, "operations stand inside one another"),
    ("(" * 61 + "1" + ")" * 61, "nested more than 60 deep"),
    ("[" * 1_000_000, "nested more than 60 deep"),
    ("{<" * 100_000, "nested more than 60 deep"),
    ("1" * 1_000_000, "has 1,000,000 digits; at most 4,000 are read"),
    ("0." + "1" * 4_000, "has 4,002 digits"),
    ("1." * 900_000, "digits"),
    (" " * 2_000_001, "has 2,000,001 characters; at most 2,000,000"),
    (" " * 2_000_000, "nothing to read"),
    ("1e" + "9" * 100_000, "exponent is not read"),
    ("[" + ";".join(["1 " * 1000] * 400) + "]", "more than 250,000 entries"),
    ("[1" + "\n" * 1_000_000 + "2 x]", "Row 2 has 2 entries"),
    ("[" + ";\n" * 90_000 + "]", "out of place"),
]


@pytest.mark.parametrize(("text", "message"), HUGE, ids=range(len(HUGE)))
def test_huge_text_is_refused(text, message):
    with pytest.raises(Unreadable, match=message) as caught:
        parse(text)
    assert len(str(caught.value)) < 1000


def test_what_is_just_within_the_limits_is_read():
    deep = "f(" * 60 + "1" + ")" * 60
    long = "1" + " + x" * (MOST_HEIGHT - 1)
    for text in (deep, long, "-" * (MOST_HEIGHT - 1) + "x", "9" * 4000):
        tree = parse(text)
        # Comparing, spelling and showing are recursive, and safe at this height.
        assert parse(echo(tree)) == tree
        assert repr(tree)
        assert hash(tree) == hash(parse(text))


def test_a_large_matrix_is_read():
    tree = parse("[" + "; ".join(["1 -2/3 0.5 7 9"] * 1000) + "]")
    assert (len(tree.rows), len(tree.rows[0])) == (1000, 5)


PIECES = """1|2|3|0.5|e1|2e1|x|y|T|A|span|independent|basis|of|not|in|sqrt|(|)|[|]|{|}|<|>|,|;|+|-
*|/|^|**|&|@|==|=|!=|<=|>=|'|√|²|⁻¹|∈|∉|∩|−|·|\t|\\\\|\\frac{1}{2}|\\sqrt{|\\begin{pmatrix}
\\end{pmatrix}|\\begin{array}{c|c}|\\end{array}|\\left|\\cdot|^T|^{T}|^{|x_{1}|x_|λ|ℝ|.|..|%|$
matrix(|f(|(1,2)|[1 2;3 4]|group|again"""
words = st.sampled_from([*PIECES.replace("\n", "|").split("|"), " ", "  ", " ", "\n", "|"])
matrices = st.lists(
    st.sampled_from(["1", "-2", "1/2", "2/4", "-0.5", "01", "3/0", ",", ";", "-", "\n", "|"]),
).flatmap(lambda parts: st.sampled_from(["", " "]).map(lambda gap: f"[{gap.join(parts)}]"))
texts = st.one_of(st.lists(words, max_size=14).map("".join), matrices, st.text(max_size=12))


def read(text):
    try:
        return parse(text)
    except Unreadable as fault:
        return fault


@settings(max_examples=2000, deadline=None)
@given(texts)
@example("again{1}")
@example("x_{")
@example("٣ + 1")
@example("²")
@example("\ud800")
def test_any_text_reads_or_is_unreadable(text):
    result = read(text)
    if isinstance(result, Unreadable):
        assert str(result)
        assert 0 <= result.position <= len(text)
    else:
        assert parse(echo(result)) == result


@settings(max_examples=500, deadline=None)
@given(matrices)
def test_the_short_way_gives_the_tree_of_the_grammar(text):
    short = plain.read_plain(text)
    if short is not None:
        # A blank made of a LaTeX space keeps the text off the short way and moves nothing else.
        grammar = parse(text + "\\ ")
        assert repr(grammar) == repr(short)
