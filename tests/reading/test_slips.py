"""Refused texts: each slip has its message, its place and its remedy."""

import pytest

from exactspaces.reading.grammar.parse import parse
from exactspaces.reading.slips import Unreadable

SLIPS = [
    # text, where the caret stands (None: the end), what the message says
    ("[1 2 3; 4 5]", "4", "Row 2 has 2 entries, row 1 has 3."),
    ("[[1,2,3],[4,5]]", "[4", "Row 2 has 2 entries, row 1 has 3."),
    ("1 2\n3", "3", "Row 2 has 1 entry, row 1 has 2."),
    ("\\begin{pmatrix}1&2\\\\3\\end{pmatrix}", "3", "Row 2 has 1 entry, row 1 has 2."),
    ("[1 - 2]", "-", '"1 - 2" can be one entry (-1) or two (1, -2).'),
    ("[1 − 2]", "−", '"1 - 2" can be one entry (-1) or two (1, -2).'),
    ("[1 2; a - b]", "-", '"a - b" can be one entry or two (a, -b).'),
    ("[1 + 2]", "+", '"1 + 2" can be one entry (3) or two (1, +2).'),
    ("[f(a, b) - 2x 3]", "-", '"f(a, b) - 2x" can be one entry or two (f(a, b), -2x).'),
    ("A\n+ B", "+", 'The line that begins with "+" may go on with the line before or not.'),
    ("2e1", "2e1", '"2e1" could be 20 or 2*e1.'),
    ("(1, 2e1)", "2e1", '"2e1" could be 20 or 2*e1.'),
    ("1e5", "1e5", '"1e5" could be 100000 or 1*e5.'),
    ("1.5e-3", "1.5e-3", '"1.5e-3" is the spelling of a float.'),
    ("50%", "%", '"%" has no meaning here.'),
    ("3 $", "$", '"$" has no meaning here.'),
    ("1.2.3", ".3", '"1.2.3" has two decimal points.'),
    ("1 2 3", "2", 'Nothing stands between "1" and "2".'),
    ("x y", "y", 'Nothing stands between "x" and "y".'),
    ("{(1,0) (0,1)}", "(0", 'Nothing stands between ")" and "(".'),
    ("", None, "There is nothing to read."),
    ("   \n ", "   ", "There is nothing to read."),
    ("1 +", None, "The text ends too early."),
    ("not", None, "The text ends too early."),
    ("basis{u}", None, "The text ends too early."),
    ("* 2", "*", '"*" is out of place here.'),
    ("u == v == x", "== x", '"==" is out of place here.'),
    ("f(u == v)", "==", '"==" is out of place here.'),
    ("(u in W) + 1", "+", '"+" is out of place here.'),
    ("[1,,2]", ",2", '"," is out of place here.'),
    ("[]", "]", '"]" is out of place here.'),
    ("()", ")", '")" is out of place here.'),
    ("A^2'", "'", '"\'" is out of place here.'),
    ("|x|", "|x", '"|" is out of place here.'),
    ("1; 2", ";", '";" is out of place here.'),
    ("(1, 2", "(", 'This "(" is never closed.'),
    ("[1 2", "[", 'This "[" is never closed.'),
    ("{(1,0), (0,1)", "{", 'This "{" is never closed.'),
    ("< 2", "<", 'This "<" is never closed.'),
    ("(1, 2]", "]", '"]" does not close the "(" that is open.'),
    ("[1 2]]", "]]", 'This "]" closes nothing.'),
    ("[1 | 2 | 3]", "| 3", "A row has more than one bar."),
    ("[1 | 2; 3 4]", "3", "The bar in row 2 is not where row 1 has it."),
    ("\\foo", "\\foo", "The LaTeX command \\foo is not read here."),
    ("\\begin{cases}1\\end{cases}", "\\b", "The LaTeX environment cases is not read here."),
    ("__import__('os')", "__", '"_" has no meaning here.'),
    ("x.y", ".", '"." has no meaning here.'),
    ("\x00", "\x00", "The character U+0000 has no meaning here."),
]


@pytest.mark.parametrize(("text", "place", "message"), SLIPS)
def test_slip(text, place, message):
    with pytest.raises(Unreadable) as caught:
        parse(text)
    assert caught.value.message == message
    where = len(text.rstrip()) if place is None else text.index(place)
    if place == "]]":
        where += 1
    assert caught.value.position == where


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("[1 - 2]", "Put a comma between entries, or no space after the minus."),
        ("2e1", "Write 20 for the number, 2*e1 for a multiple of e1."),
        ("1.5e-3", "Write 3/2000 for the exact number."),
        ("2e-400", "Write 2*10^(-400) for the exact number."),
        ("50%", "Write 1/2 instead of 50%."),
    ],
)
def test_remedy(text, remedy):
    with pytest.raises(Unreadable) as caught:
        parse(text)
    assert caught.value.remedy == remedy


def test_a_slip_prints_with_a_caret_under_the_place():
    with pytest.raises(Unreadable) as caught:
        parse("x = (1, 2")
    assert str(caught.value) == (
        'This "(" is never closed.\n'
        "  x = (1, 2\n"
        "      ^\n"
        'Expected: ")".\n'
        'Add ")" where it belongs.'
    )


def test_the_caret_stands_in_the_right_line():
    with pytest.raises(Unreadable) as caught:
        parse("1 2\n3 ?")
    assert str(caught.value).splitlines()[1:3] == ["line 2: 3 ?", "          ^"]


def test_a_long_line_is_cut_around_the_caret():
    with pytest.raises(Unreadable) as caught:
        parse("1 + " * 100 + "? + 1" + " + 1" * 100)
    shown, caret = str(caught.value).splitlines()[1:3]
    assert len(shown) < 100
    assert shown[caret.index("^")] == "?"
