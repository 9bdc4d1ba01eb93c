"""Problems of one part about statements, spaces of one's own and proofs."""

from __future__ import annotations

from functools import cache

from exactspaces import Problem

HEAD = """
format = "exactspaces-problem/1"
id = "samples/formal"
title = "One"
topics = ["one"]
level = 1
field = "RR"
[given]
A = "[1 2 3; 2 4 6; 1 1 2]"
b = "(1, 2, 0)"
v1 = "(1, 0, 1)"
v2 = "(0, 1, 1)"
v3 = "(1, 1, 2)"
[space.V]
carrier = "R^2"
add = "(u1 + v1, u2 + v2)"
scale = "(a^2*u1, a*u2)"
[space.U]
carrier = "R^2"
add = "(u1 + v1 + 1, u2 + v2)"
scale = "(a*u1 + a - 1, a*u2)"
[space.N]
carrier = "R^2"
add = "(u1 + v1, u2 + v2)"
scale = "(a^2*u1, 2*a*u2)"
[set.W]
within = "R^2"
where = "x*y = 0"
[set.P]
within = "R^3"
where = "x + y + z = 1"
[set.H]
within = "R^2"
where = "x >= 0"
[set.L]
within = "R^2"
where = "x = 2y"
[[part]]
id = "p"
ask = 'Answer.'
points = 6
"""


@cache
def part(answer, extra=""):
    return Problem.load(f"{HEAD}{extra}\n{answer}\n")


def marked(answer, text, extra=""):
    return part(answer, extra).mark("p", text)


def inline(**keys):
    parts = []
    for key, value in keys.items():
        if isinstance(value, str):
            parts.append(f"{key} = '{value}'")
        elif isinstance(value, dict):
            inner = ", ".join(f"{k} = '{v}'" for k, v in value.items())
            parts.append(f"{key} = {{ {inner} }}")
        else:
            listed = ", ".join(x if x.startswith("{") else f"'{x}'" for x in value)
            parts.append(f"{key} = [{listed}]")
    return f"answer = {{ {', '.join(parts)} }}"
