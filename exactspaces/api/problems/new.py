"""A problem to start from: for every kind of answer a small one that passes its tests."""

from pathlib import Path

from exactspaces.api.problems.starts.base import Start
from exactspaces.api.problems.starts.table import STARTS
from exactspaces.errors import NotUnderstood
from exactspaces.reading.problems.faults import nearest
from exactspaces.reading.problems.keys import FORMAT
from exactspaces.reading.problems.tables import SLUG


def new_problem(topic: str, name: str, kind: str) -> str:
    """Write a problem to start from, for a kind of answer.

    Raises NotUnderstood for a kind without one.
    """
    if kind not in STARTS:
        raise NotUnderstood(f"--kind {kind}: {nearest(kind, STARTS)}")
    start = STARTS[kind]
    title = name.replace("-", " ").capitalize()
    return _TEXT.format(
        format=FORMAT, topic=topic, name=name, title=title, names=_names(start) + start.tables,
        field="QQ" if start.draws else "RR", ask=start.ask, answer=start.answer,
        test=start.test, tests=_DRAWN_TESTS if start.draws else _OWN_TESTS,
    )  # fmt: skip


def _names(start: Start) -> str:
    """Write what is drawn; nothing where nothing is."""
    if not start.draws:
        return ""
    hidden = [line for line in start.draws if line.startswith("hidden")]
    draws = [line for line in start.draws if line not in hidden]
    waive = ", ".join(f'"{mistake}"' for mistake in start.waive)
    lines = [*draws, *hidden, "seeds = 10", f'require = ["{start.require}"]']
    lines += ['separate = "standard"', *([f"waive = [{waive}]"] if waive else [])]
    return _VARIANTS.format(variants="\n".join(lines))


_VARIANTS = """
# What is drawn: generators, or expressions with the names above them.
# What is required is proved of every variant; separate proves that the usual mistakes are wrong
# and different from one another.
[variants]
{variants}
"""
_DRAWN_TESTS = (
    "# The right answer, other ways to write it and wrong ones are tried without a line here."
)
_OWN_TESTS = (
    "# An answer and the verdict that it must get, line by line; others are tried as well."
)
_TEXT = """\
# Check this file with `exactspaces problem lint` and `exactspaces problem test`.
format  = "{format}"
id      = "{topic}/{name}"       # the folder and the name of this file
title   = "{title}"
topics  = ["{topic}"]
level   = 1                      # 1 to 5
field   = "{field}"                   # or GF(7), QQ(sqrt(2)), ...
author  = "Your name"
licence = "MIT"
{names}
# What is asked. In a text, an expression in braces is shown by its value.
# The answer says what it is; key, marks and worked solution follow from that.
[[part]]
id     = "first"
ask    = '''{ask}'''
answer = {answer}
points = 1

{tests}
[tests]
first = [{test}]
"""


def write_new(file: str, kind: str) -> Path:
    """Write a problem to start from into a file TOPIC/NAME.toml that does not exist.

    Raises NotUnderstood when it does, or has another name.
    """
    path = Path(file)
    topic, name = path.absolute().parent.name, path.stem
    if path.suffix != ".toml" or not SLUG.fullmatch(name) or not SLUG.fullmatch(topic):
        raise NotUnderstood(
            f"{file}: a problem is called TOPIC/NAME.toml, both of lower-case letters, digits and "
            "hyphens, such as bases/my-first.toml"
        )
    text = new_problem(topic, name, kind)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as out:
            out.write(text)
    except FileExistsError as error:
        raise NotUnderstood(f"{file}: this file exists already; choose another name") from error
    except OSError as error:
        raise NotUnderstood(f"{file}: the file cannot be written: {error}") from error
    return path
