"""Bad input of every kind: a clear message and exit code 2, quickly, and never a traceback."""

from __future__ import annotations

import time

import pytest

from exactspaces.cli import main

LIMIT = 60  # seconds: far above what any row takes, far below a hang
DEEP = "(" * 5000 + "1" + ")" * 5000
LARGE = "[" + "; ".join(["1 " * 2000] * 2000) + "]"
WIDE = "[" + "; ".join(["1 " * 600] * 600) + "]"

TEXTS = [
    ("", "There is nothing to read"),
    ("   \n ", "There is nothing to read"),
    ("[1 2; 3]", "Row 2 has 1 entry, row 1 has 2"),
    ("[[1,2],[3]]", "Row 2 has 1 entry, row 1 has 2"),
    ("rank(Q)", "Q is not given"),
    ("rnk([1 2])", "Did you mean rank?"),
    ("rank()", "rank takes one argument: write rank(A)"),
    ("rank([1], [2])", "rank takes one argument"),
    ("[1 2]*[1 2]", "the 2 columns of the first do not meet the 1 rows of the second"),
    ("[1 2] + [1]", "a 1 x 2 matrix and a 1 x 1 matrix cannot be added"),
    ("det([1 2])", "a square matrix is due here, and this is a 1 x 2 matrix"),
    ("inv([1 2])", "a square matrix is due here"),
    ("trace([1 2 3])", "a square matrix is due here"),
    ("[1 2]^2", "a square matrix is due here"),
    ("solve([1 2; 3 4], (1, 2, 3))", "so the right side has 2 entries"),
    ("solve([1 2; 3 4])", "Write solve(A, b), or one matrix with a bar"),
    ("(1,2) in span{(1,2,3)}", "The vector has 2 entries, the space is part of F^3"),
    ("(1,2) in {(1,2)}", "Write span{...} around the list"),
    ("span{(1,2)} + span{(1,2,3)}", "cannot be added"),
    ("span{(1,2)} & span{(1,2,3)}", "The spaces lie in"),
    ("span{(1,2),(1,2,3)}", "The items belong to different spaces"),
    ("span{}", "The span of no vectors: of which space?"),
    ("{(1,2),(3,4)}", "ask span{...}, basis{...} or independent{...}"),
    ("direct_sum(span{(1,0)})", "compare it with a space"),
    ("not 5", "not stands before a claim"),
    ("rank([1]) == [1 2]", "are not compared"),
    ("rref([1 2]) == [1 2 3]", "is compared with"),
    ("coords((1,2,3), {(1,2)})", "belong to different spaces"),
    ("1/0", "Division by zero"),
    ("[1 2; 3 4]/[1 2; 3 4]", "cannot be divided"),
    ("sqrt(2)", "sqrt(2) is not in QQ; work over RR, CC"),
    ("i", "i is not a number of this field; work over QQ(i) or CC"),
    ("2^999999999", "An exponent is a whole number up to 1000"),
    ("[1 2; 3 4]^999999999", "An exponent is a whole number up to 1000"),
    ("2^(1/2)", "An exponent is a whole number"),
    ("(((9^999)^999)^999)", "This power has too many digits"),
    ("x^-1", "has no power -1"),
    ("(1+x)^1000", "polynomials have degree at most 200"),
    ("identity(-1)", "A size is a whole number from 0 to 500"),
    ("identity(100000)", "A size is a whole number from 0 to 500"),
    ("dim(QQ^100000)", "whole number from 0 to 500"),
    ("1e5", "could be 100000 or 1*e5"),
    ("1.5e-3", "is the spelling of a float"),
    ("1" * 10**6, "This number has 1,000,000 digits; at most 4,000 are read"),
    (DEEP, "Brackets are nested more than 60 deep"),
    ("[" * 5000, "Brackets are nested more than 60 deep"),
    ("(" + "-(1+" * 100000, "nested more than 60 deep"),
    ("1" + "+1" * 100000, ""),
    (LARGE, "The text has"),
    (WIDE, "The matrix has more than 250,000 entries"),
    ("[1 2", "Expected"),
    ("1; 2", "Rows are separated by semicolons inside square brackets only"),
    ("rank([1 2]) ==", "Expected"),
    ("== 2", "Expected"),
    ("[1 2\x00]", "U+0000"),
    ("😀", "has no meaning here"),
    ("__import__('os').system('true')", "has no meaning here"),
    ("lambda: 1", ""),
]


def refused(capsys, *arguments):
    """The message, after exit code 2 in good time."""
    begin = time.monotonic()
    try:
        code = main(["compute", *arguments])
    except SystemExit as stop:
        code = stop.code
    printed = capsys.readouterr()
    assert time.monotonic() - begin < LIMIT
    assert code == 2, printed.out[:200]
    assert printed.out == ""
    assert "Traceback" not in printed.err
    assert len(printed.err) < 2000
    return printed.err


@pytest.mark.parametrize(("text", "message"), TEXTS, ids=lambda t: repr(t[:25]))
def test_texts_without_meaning(capsys, text, message):
    assert message in refused(capsys, "--", text)


@pytest.mark.parametrize(
    ("over", "message"),
    [
        ("", "this names no field we know; write for instance QQ, GF(7)"),
        ("hello", "this names no field we know"),
        ("5", "this names no field we know"),
        ("QQ(", "the brackets do not match"),
        ("GF(2^3", "the brackets do not match"),
        ("GF(7))", "the brackets do not match"),
        ("QQ()", "is neither a root nor the name of a parameter"),
        ("GF()", "this names no field we know"),
        ("GF(-3)", "this names no field we know"),
        ("GF(0)", "a finite field has at least 2 elements"),
        ("GF(1)", "a finite field has at least 2 elements"),
        ("GF(6)", "6 = 2 * 3 is not a power of a prime"),
        ("GF(1000036000099)", "1000003 * 1000033"),
        ("Z/4", "2 * 2 = 0"),
        ("QQ[x]/(x^2-1)", "(x - 1)*(x + 1)"),
        ("QQ(a: a^3-a)", "so the product of these two is zero there"),
        ("GF(4, x: x^2+1)", "x + 1 divides x^2 + 1"),
        ("GF(2^200)", "too large"),
        ("GF(2^99999999999999999999)", "too large"),
        (f"GF({10**29 + 1})", "not supported"),
        ("GF(" + "7" * 250 + ")", "too large"),
        ("QQ(sqrt(1/0))", "is neither a root"),
        ("QQ(a: a^1000-2)", "degrees are at most 64"),
        ("QQ(t,t)", "different names"),
        ("QQ(" + "a," * 500 + "b)", "at most 300 characters"),
        ("QQ(sqrt(2), sqrt(3), sqrt(5), sqrt(7), sqrt(11), sqrt(13), sqrt(17))", ""),
        ("QQ(2t)", "is neither a root nor the name of a parameter"),
    ],
)
def test_what_is_no_field(capsys, over, message):
    assert message in refused(capsys, "1", f"--over={over}")


@pytest.mark.parametrize(
    ("text", "over", "message"),
    [
        ("1/7", "GF(7)", "1/7 has no value modulo 7"),
        ("[1/2]", "GF(4)", "has no value modulo 2"),
        ("sqrt(2)", "GF(7)", "Roots are not read over GF(7)"),
        ("sqrt(-1)", "RR", "sqrt(-1) is not real; work over CC"),
        ("((t+1)^100)^100", "QQ(t)", "too large"),
        ("(a+b+c+d)^100", "QQ(a,b,c,d)", "too large"),
        ("((1+sqrt(2))^1000)^1000", "RR", "This power has too many digits"),
        ("1/(t-t)", "QQ(t)", "Division by zero"),
        ("w", "GF(7)", "w is not given"),
    ],
)
def test_what_means_nothing_over_a_field(capsys, text, over, message):
    assert message in refused(capsys, text, "--over", over)


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (["A=A"], "A is defined through itself"),
        (["A=B", "B=A"], "is defined through itself"),
        (["A=[1 2; 3]"], "Row 2 has 1 entry"),
        (["A="], "There is nothing to read"),
        (["span=1", "A=1"], "'span' cannot be a name here"),
        (["not=1", "A=1"], "'not' cannot be a name here"),
        (["A=" + "1" * 10**5], "at most 4,000 are read"),
        (
            [f"n{k}=n{k + 1}*n{k + 1}" for k in range(60)] + ["n60=[1]", "A=n0"],
            "more than 500,000",
        ),
        ([f"n{k}=n{k + 1}" for k in range(3000)] + ["n3000=1", "A=n0"], "nested too deeply"),
        (["A=" + DEEP], "Brackets are nested more than 60 deep"),
    ],
    ids=lambda names: names[0][:20] if isinstance(names, list) else "",
)
def test_names_without_meaning(capsys, names, message):
    options = [part for item in names for part in ("--let", item)]
    assert message in refused(capsys, "rank(A)", *options)


def test_large_but_legal_inputs_end(capsys):
    """What is large and allowed is answered, or ends with its budget."""
    tables = (
        "[" + "; ".join(" ".join(str(i * j % 7) for j in range(300)) for i in range(300)) + "]"
    )
    for text in (f"rank({tables})", "[1 2; 3 4]^1000", "dim(QQ^500)", "(1+x)^150", "[2^999 1]^1"):
        begin = time.monotonic()
        try:
            code = main(["compute", text, "--budget", "5"])
        except SystemExit as stop:
            code = stop.code
        assert code in (0, 2, 3)
        assert "Traceback" not in capsys.readouterr().err
        assert time.monotonic() - begin < LIMIT
