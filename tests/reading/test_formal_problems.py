"""Problem files about statements and proofs that cannot be used say where and why."""

from __future__ import annotations

import pytest

from exactspaces import Problem
from exactspaces.errors import NotUnderstood
from tests.marking.formal_samples import HEAD, inline, part

LINE = '[[part.answer.line]]\nid = "{0}"\ntext = "Say {0}."\n{1}\n'
ORDER = '[part.answer]\nkind = "proof-order"\n'
SLOTS = '[part.answer]\nkind = "proof-slots"\nletters = {{ x = "R" }}\n{}'

REFUSED = [
    (inline(kind="failing-axioms", of="X"), "is no space of this file"),
    (inline(kind="failing-axioms", of="W"), "is no space of this file"),
    (inline(kind="failing-axioms", of="V", among="nine"), "among"),
    (inline(kind="counterexample", to="axiom(V, zero)", give=["u"]), "no values refute it"),
    (inline(kind="counterexample", to="axiom(V, ninth)", give=["u"]), "is no axiom"),
    (inline(kind="counterexample", to="axiom(X, 1)", give=["u", "v"]), "no space or set"),
    (inline(kind="counterexample", to="closed(W, -)", give=["u", "v"]), "[+] or [*] is due"),
    (inline(kind="counterexample", to="closed(W, +)", give=["u"]), "letters are to be given"),
    (inline(kind="counterexample", to="x + y = 1", give=["x"]), '"y" has no meaning here'),
    (inline(kind="counterexample", to="x + 1", give=["x"]), "condition is due"),
    (inline(kind="counterexample", to="1 = 2", give=[]), "letters to be given are due"),
    (inline(kind="example", such_that=[], give=["x"]), "has to fulfil"),
    (inline(kind="example", such_that=["x in Q^"], give=["x"]), "not understood"),
    (inline(kind="yes-no", truth="is_subspace(V, W)", because=["zero-missing"]), "understood"),
    (inline(kind="yes-no", truth="vector_space(W)", because=["1"]), "no space"),
    (inline(kind="yes-no", truth="is_subspace(W)", because=["1"]), "no reason that is known"),
    (inline(kind="yes-no", truth="vector_space(V)", because=["zero-inside"]), "no reason"),
    (inline(kind="yes-no", truth="is_subspace(W)", because=["sum-escapes"] * 2), "twice"),
    (inline(kind="yes-no", truth="rank(A)", because=["1"]), "is no claim"),
    (
        inline(
            kind="yes-no",
            truth="rank(A) == 2",
            because=["{ id = 'a', text = 'b', claim = 'rank(A) == 2', supports = 'maybe' }"],
        ),
        "supports",
    ),
    (inline(kind="vector", of="zero(W)"), "no space"),
    (inline(kind="vector", of="negative(U)"), "a space and a vector"),
    (inline(kind="vector", of="negative(U, (1, 2, 3))"), "tuple of 2 numbers"),
    (ORDER + LINE.format("a", ""), "from 2 to"),
    (ORDER + LINE.format("a", "") + LINE.format("a", ""), "rename one"),
    (ORDER + LINE.format("a", 'after = ["c"]') + LINE.format("b", ""), "no line of the proof"),
    (
        ORDER + LINE.format("a", 'after = ["b"]') + LINE.format("b", 'after = ["a"]'),
        "wait for one another",
    ),
    (
        ORDER + LINE.format("a", 'after = ["b"]') + LINE.format("b", 'wrong = "no"'),
        "no line of the proof",
    ),
    (ORDER + LINE.format("a", 'claim = "rank(A)"') + LINE.format("b", ""), "is no claim"),
    (SLOTS.format(""), "at least once"),
    (SLOTS.format('[[part.answer.slot]]\nid = "a"\nequals = "y"'), "no meaning here"),
    (SLOTS.format('[[part.answer.slot]]\nid = "a"\nreason = "y"'), "among"),
    (SLOTS.format('[[part.answer.slot]]\nid = "a"\nfrom = "x"'), "missing"),
    (SLOTS.format('[[part.answer.slot]]\nid = "a b"\nequals = "x"'), "short name"),
]


@pytest.mark.parametrize(("answer", "said"), REFUSED, ids=[x[-60:] for x, _ in REFUSED])
def test_what_cannot_be_used_is_refused_with_its_place(answer, said):
    with pytest.raises(NotUnderstood, match=said) as caught:
        part.__wrapped__(answer)
    assert "part[1].answer" in str(caught.value)


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ('[set.Q1]\nwithin = "R^2"\nwhere = "x +"', "set.Q1"),
        ('[set.Q1]\nwithin = "R^2"\nset = "{(x, y) : x = y}"', "set.Q1.set"),
        ('[set.Q1]\nwhere = "x = 1"', "set.Q1.within"),
        ('[set.Q1]\nwithin = "R^2"\nwhen = "x = 1"', "set.Q1.when"),
        ('[set.A]\nwithin = "R^2"', "set.A"),
        ('[space.A]\ncarrier = "R"\nadd = "u + v"\nscale = "a*u"', "space.A"),
        ('[space.X]\ncarrier = "R"\nadd = "u + v"', "space.X"),
        ('[set."a b"]\nwithin = "R^2"', "a b"),
    ],
)
def test_tables_of_spaces_and_sets_are_checked(table, said):
    text = HEAD.replace("[[part]]", f"{table}\n[[part]]")
    with pytest.raises(NotUnderstood, match=said):
        Problem.load(text + inline(kind="failing-axioms", of="V"))
