"""Questions asked for tests: the answer is proved, proved again, and has a worked solution."""

from __future__ import annotations

import sympy

from exactspaces import compute
from exactspaces.fields import QQ, matrix_from, number
from exactspaces.kernel import Given


def proved(text, over="QQ", **names):
    """The result, which has a theorem that holds."""
    result = compute(text, over=over, **names)
    assert result.theorem is not None, result.reason
    result.theorem.recheck()
    assert result.as_dict(steps=True)["steps"]
    return result


def answer(text, over="QQ", **names):
    """What is proved, as plain data."""
    return proved(text, over, **names).answer


def their(rows):
    """The same matrix in SymPy."""
    return sympy.Matrix([[sympy.sympify(x) for x in row] for row in rows])


def literal(*rows):
    """A matrix of rational numbers as a term."""
    return Given(matrix_from(QQ, [[number(QQ, x) for x in row] for row in rows]))
