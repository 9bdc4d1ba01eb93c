"""Problems with variants, as short as they can be."""

from __future__ import annotations

from exactspaces.fields.names import read_over
from exactspaces.reading.problems.variants import variants_of
from exactspaces.settle import settle
from exactspaces.variants.draw import draw_names, words_of

PROBLEM = """
format = "exactspaces-problem/1"
id = "subspaces/sample"
title = "A sample"
topics = ["sample"]
level = 1
field = "{field}"
[variants]
{variants}
[[part]]
id = "first"
ask = '{ask}'
answer = {answer}
"""


def problem_text(variants, answer='{ kind = "basis", of = "null(A)" }', ask="$A={A}$", field="QQ"):
    return PROBLEM.format(variants=variants, answer=answer, ask=ask, field=field)


def drawn(field="QQ", seed=1, attempt=0, **names):
    """Draw names, and give their values."""
    variants = variants_of("sample", {"id": "subspaces/sample", "variants": names})
    drawer = draw_names(variants, read_over(field), words_of(variants, seed, attempt), settle)
    return drawer.values


def fractions(value):
    """The rows of a value as fractions."""
    return [[x.fraction for x in row] for row in value.rows]
