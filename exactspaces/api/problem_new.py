"""A problem to start from: for every kind of answer a small one with variants, that passes."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from exactspaces.errors import NotUnderstood
from exactspaces.reading.problems.faults import nearest
from exactspaces.reading.problems.keys import FORMAT
from exactspaces.reading.problems.tables import SLUG


@dataclass(frozen=True)
class Start:
    """What a starter draws, requires, asks, and takes as the answer; `test` is an own test."""

    draws: tuple[str, ...]
    ask: str
    answer: str
    require: str = "height(A) <= 12"
    waive: tuple[str, ...] = ()
    test: str = '{ give = "?", verdict = "invalid" }'


_RANK_2 = ('A = "unreduce(nice_rref(3, 4, rank=2, height=3), ops=6, height=12)"',)
_SQUARE = ('A = "invertible_matrix(3, height=5)"',)
_WORK = "working_height(A) <= 30"


def _matrix(kind: str, ask: str, **options: str) -> Start:
    more = "".join(f', {name} = "{value}"' for name, value in options.items())
    return Start(_RANK_2, f"Let $A={{A}}$. {ask}", f'{{ kind = "{kind}", of = "A"{more} }}', _WORK)


_PAIR = (
    'b1 = "random_vector(2, height=4, zeros=0)"',
    'b2 = "vector_outside({b1}, height=4)"',
    'c1 = "random_vector(2, height=4, zeros=0)"',
    'c2 = "vector_outside({c1}, height=4)"',
)
STARTS: Mapping[str, Start] = {
    "scalar": Start(_SQUARE, "Let $A={A}$. What is its determinant?",
                    '{ kind = "scalar", of = "det(A)" }', "height(det(A)) <= 60"),
    "dimension": Start(
        _RANK_2, r"Let $A={A}$. What is the dimension of $\operatorname{null}(A)$?",
        '{ kind = "dimension", of = "null(A)" }', _WORK, ("dim.rank-nullity",)),
    "vector": Start(('A = "random_matrix(2, 3, height=4)"', 'x = "random_vector(3, height=4)"'),
                    "Let $A={A}$ and $x={x}$. Compute $Ax$.", '{ kind = "vector", of = "A * x" }'),
    "matrix": Start(('A = "random_matrix(2, 2, height=4)"', 'B = "random_matrix(2, 2, height=4)"'),
                    "Let $A={A}$ and $B={B}$. Compute $AB$.",
                    '{ kind = "matrix", of = "A * B" }'),
    "rref": _matrix("rref", "Give its reduced row echelon form."),
    "ref": _matrix("ref", "Give an echelon form."),
    "row-equivalent": _matrix("row-equivalent", "Give another matrix with the same row space."),
    "row-reduction": _matrix(
        "row-reduction", "Reduce it: one matrix a line, the operations between.", target="rref"),
    "columns": _matrix("columns", "Which columns have a pivot?"),
    "factorization": Start(
        ('L = "triangular(3, height=2)"', 'A = "L^T * L"'),
        "Let $A={A}$. Write it as $A=LU$, with ones on the diagonal of $L$.",
        '{ kind = "factorization", of = "A" }', "height(A) <= 40"),
    "basis": Start(_RANK_2, r"Let $A={A}$. Give a basis of $\operatorname{null}(A)$.",
                   '{ kind = "basis", of = "null(A)" }', _WORK),
    "basis-among": Start(
        ('L = "dependent_list(3, relation=(2, -1, 1), height=9)"', 'v1 = "member(L, 1)"',
         'v2 = "member(L, 2)"', 'v3 = "member(L, 3)"', 'hidden = ["L"]'),
        "Choose a basis of the span of $v_1={v1}$, $v_2={v2}$ and $v_3={v3}$ among them.",
        '{ kind = "basis-among", of = "{v1, v2, v3}" }', "independent{v1, v2}",
        ("row.first-rows",)),
    "spanning-set": Start(
        _RANK_2, r"Let $A={A}$. Give vectors that span $\operatorname{null}(A)$.",
        '{ kind = "spanning-set", of = "null(A)" }', _WORK),
    "subspace": Start(
        _RANK_2, r"Let $A={A}$. Describe $\operatorname{null}(A)$: by vectors or parameters.",
        '{ kind = "subspace", of = "null(A)" }', _WORK),
    "affine-set": Start(
        (*_RANK_2, 'x = "random_vector(4, height=3)"', 'b = "A * x"', 'hidden = ["x"]'),
        "Let $A={A}$ and $b={b}$. Give all solutions of $Ax=b$.",
        '{ kind = "affine-set", of = "solve(A, b)" }', _WORK),
    "coordinates": Start(
        (*_PAIR[:2], 'x = "random_vector(2, height=4, zeros=0)"', 'v = "[b1 b2] * x"',
         'hidden = ["x"]'),
        "Let $b_1={b1}$ and $b_2={b2}$. Find the coordinates of $v={v}$ in this basis.",
        '{ kind = "coordinates", of = "coords(v, {b1, b2})" }', "height(v) <= 30"),
    "change-of-basis": Start(
        _PAIR,
        "Let $b_1={b1}$, $b_2={b2}$ and $c_1={c1}$, $c_2={c2}$ be two bases. Find the matrix that "
        "takes coordinates in the first to coordinates in the second.",
        '{ kind = "change-of-basis", of = "change_of_basis({b1, b2}, {c1, c2})" }',
        "integral(change_of_basis({b1, b2}, {c1, c2}))"),
    "vector-up-to-scalar": Start(
        ('v = "random_vector(2, height=3, zeros=0)"', 'a = "integer(-3, 3)"',
         'w = "vector_outside({v}, height=3)"', 'A = "[v w] * [a 0; 0 (a+1)] * inv([v w])"',
         'hidden = ["v", "w"]'),
        "Let $A={A}$. Find an eigenvector for the eigenvalue ${a}$.",
        '{ kind = "vector-up-to-scalar", of = "1 * v" }', "integral(A)"),
    "yes-no": Start(
        ('u = "random_vector(3, height=3, zeros=0)"', 'v = "vector_outside({u}, height=3)"',
         'w = "choice(2*u - v, u + v, (1, 2, 4))"'),
        "Does $w={w}$ lie in the span of $u={u}$ and $v={v}$?",
        '{ kind = "yes-no", truth = "w in span{u, v}" }', "independent{u, v}"),
    "tuple": Start(_RANK_2, "Let $A={A}$. Give its rank and its nullity.",
                   '{ kind = "tuple", of = ["rank(A)", "nullity(A)"] }', _WORK,
                   ("dim.rank-nullity",)),
}  # fmt: skip


def new_problem(topic: str, name: str, kind: str) -> str:
    """Write a problem to start from, for a kind of answer.

    Raises NotUnderstood for a kind without one.
    """
    if kind not in STARTS:
        raise NotUnderstood(f"--kind {kind}: {nearest(kind, STARTS)}")
    start = STARTS[kind]
    hidden = [line for line in start.draws if line.startswith("hidden")]
    draws = [line for line in start.draws if line not in hidden]
    waive = ", ".join(f'"{mistake}"' for mistake in start.waive)
    lines = [*draws, *hidden, "seeds = 10", f'require = ["{start.require}"]']
    lines += ['separate = "standard"', *([f"waive = [{waive}]"] if waive else [])]
    title = name.replace("-", " ").capitalize()
    return _TEXT.format(
        format=FORMAT, topic=topic, name=name, title=title, variants="\n".join(lines),
        ask=start.ask, answer=start.answer,
        test=start.test,
    )  # fmt: skip


_TEXT = """\
# Check this file with `exactspaces problem lint` and `exactspaces problem test`.
format  = "{format}"
id      = "{topic}/{name}"       # the folder and the name of this file
title   = "{title}"
topics  = ["{topic}"]
level   = 1                      # 1 to 5
field   = "QQ"                   # or GF(7), QQ(sqrt(2)), ...
author  = "Your name"
licence = "MIT"

# What is drawn: generators, or expressions with the names above them.
# What is required is proved of every variant; separate proves that the usual mistakes are wrong
# and different from one another.
[variants]
{variants}

# What is asked. In a text, an expression in braces is shown by its value.
# The answer says what it is; key, marks and worked solution follow from that.
[[part]]
id     = "first"
ask    = '''{ask}'''
answer = {answer}
points = 1

# The right answer, other ways to write it and wrong ones are tried without a line here.
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
