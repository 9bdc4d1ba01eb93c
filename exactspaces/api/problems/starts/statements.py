"""Starts for answers about statements, spaces of one's own and proofs."""

from collections.abc import Mapping

from exactspaces.api.problems.starts.base import Start

_SPACE = """
# A space with operations of its own; u1, u2 and v1, v2 are the entries, a is the scalar.
[space.V]
carrier = "R^2"
add     = "(u1 + v1, u2 + v2)"
scale   = "(a*u1, u2)"
"""
_SET = """
# A subset of a known space.
[set.W]
within = "R^2"
where  = "x*y = 0"
"""
_NONE: tuple[str, ...] = ()

_ORDER = """{ kind = "proof-order", letters = { u = "L", v = "L" }, line = [
    { id = "take", text = "Let $u$ and $v$ be in $L$." },
    { id = "sum", text = "Then $u+v$ is in $L$.", after = ["take"], claim = "u + v in L" },
    { id = "sample", text = "For instance, $(2,1)+(4,2)=(6,3)$.", wrong = "it is one sum only" },
] }"""

STATEMENTS: Mapping[str, Start] = {
    "counterexample": Start(
        _NONE, "The set $W$ of all $(x,y)$ with $xy=0$ is not closed under addition. Show it with "
        "vectors $u$ and $v$ of $W$.",
        '{ kind = "counterexample", to = "closed(W, +)", give = ["u", "v"] }', tables=_SET,
        test='{ give = "u = (1, 0), v = (0, 1)", verdict = "correct" }'),
    "example": Start(
        _NONE, "Give a matrix $M$ that is not zero and has the square zero.",
        '{ kind = "example", such_that = ["M*M = 0", "M != 0"], give = ["M"], '
        'letters = { M = "R^(2x2)" } }',
        test='{ give = "[0 1; 0 0]", verdict = "correct" }'),
    "failing-axioms": Start(
        _NONE, "On the plane $V$ let the sum be the usual one, and $a(u_1,u_2)=(au_1,u_2)$. "
        "Which axioms of a vector space fail?",
        '{ kind = "failing-axioms", of = "V" }', tables=_SPACE,
        test='{ give = "8", verdict = "correct" }'),
    "proof-order": Start(
        _NONE, "Put these lines in an order that makes a proof that the line $L$ of all $(x,y)$ "
        "with $x=2y$ is closed under addition. One line does not belong.",
        _ORDER,
        tables="""
[set.L]
within = "R^2"
where  = "x = 2y"
""",
        test='{ give = "take, sum", verdict = "correct" }'),
    "proof-slots": Start(
        _NONE, "The functions $f$ and $g$ are linear. Fill the gap: the sum $f+g$ has at $x$ the "
        "value [sum], by the [why].",
        """{ kind = "proof-slots", letters = { x = "R" }, functions = ["f", "g"], slot = [
    { id = "sum", equals = "f(x) + g(x)" },
    { id = "why", reason = "definition of a sum", among = ["definition of a sum", "linearity"] },
] }""",
        test='{ give = "f(x) + g(x); definition of a sum", verdict = "correct" }'),
}  # fmt: skip
