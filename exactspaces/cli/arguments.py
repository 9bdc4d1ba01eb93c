"""The commands and their options."""

import argparse

from exactspaces.cli.marking import add_bank, add_batch, add_mark
from exactspaces.cli.sheets import add_sheet

FORMATS = ("text", "markdown", "latex", "html", "json")
METHODS = ("svd", "eigh", "cg", "gmres")

EPILOG = """examples:
  exactspaces compute 'null([1 2 3; 2 4 6; 1 1 2])' --steps
  exactspaces compute 'rref(A)' --let A='[1 2; 3 4]' --over 'GF(7)'
  exactspaces decide '(1,2,3) in span{(1,0,1),(0,1,1)}' --save theorem.json
  exactspaces axioms --field R --carrier 'x > 0' --add 'u*v' --scale 'u^a'
  exactspaces subspace '{(x, y) in R^2 : x*y = 0}'
  exactspaces linear 'T(x, y) = (x + 1, y)'
  exactspaces recheck theorem.json
  exactspaces numeric svd counts.csv --rank 3

exit codes:
  compute, decide, axioms, subspace, linear, inner-product
                    0 proved, 1 refuted, 3 undecided, 2 not understood
  recheck           0 accepted, 1 rejected, 2 unreadable
  mark              0 correct, 1 partial or incorrect, 2 invalid, 3 undecided
  mark-batch        0 every line is marked, 1 a line failed, 2 not understood
  bank test         0 every problem passes its tests, 1 one does not, 2 not understood
  solve             0 every part is answered, 3 a part is undecided, 2 not understood
  numeric           0 with a bound, 3 without one or not converged, 2 not understood
"""
QUESTIONS = (
    ("subspace", "is this set a subspace? '{(x, y) in R^2 : x*y = 0}'", "SET"),
    ("linear", "is this map linear? 'T(x, y) = (x + 1, y)'", "MAP"),
    ("inner-product", "is this an inner product? 'B(u, v) = u1*v1 + 2*u2*v2'", "FORM"),
)


def parser() -> argparse.ArgumentParser:
    """Build the parser of the command line."""
    top = argparse.ArgumentParser(
        prog="exactspaces",
        description="Linear algebra with proofs: compute, decide, re-check, solve.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="store_true", help="print the version")
    commands = top.add_subparsers(dest="command", metavar="COMMAND")
    _question(commands.add_parser("compute", help="work out an expression"), "EXPRESSION")
    _question(commands.add_parser("decide", help="prove or refute a claim"), "CLAIM")
    _axioms(commands.add_parser("axioms", help="is this a vector space? each axiom by itself"))
    for name, what, text in QUESTIONS:
        command = commands.add_parser(name, help=what)
        command.add_argument("text", metavar=text, help="- reads it from standard input")
        _report(command)
    _recheck(commands.add_parser("recheck", help="check a theorem file again"))
    _solve(commands.add_parser("solve", help="write the worked solution of a problem file"))
    _numeric(commands.add_parser("numeric", help="decompose a matrix of floats, or solve with it"))
    add_mark(commands.add_parser("mark", help="judge an answer to a problem"))
    add_batch(commands.add_parser("mark-batch", help="judge many answers to a problem"))
    add_sheet(commands.add_parser("sheet", help="write an exercise sheet with its key"))
    add_bank(commands.add_parser("bank", help="test the problems of a folder"))
    commands.add_parser("rules", help="print everything that must be believed")
    return top


def _question(command: argparse.ArgumentParser, what: str) -> None:
    command.add_argument("expression", metavar=what, help="- reads it from standard input")
    command.add_argument(
        "--over",
        default="QQ",
        metavar="FIELD",
        help="QQ, GF(7), GF(4), QQ(sqrt(2)), QQ(t), RR, CC",
    )
    command.add_argument(
        "--let", action="append", default=[], metavar="NAME=TEXT", help="give a name a value"
    )
    command.add_argument("--steps", action="store_true", help="write the worked solution")
    command.add_argument("--format", choices=FORMATS, default="text", dest="how")
    command.add_argument("--save", metavar="FILE", help="write the theorem to a file")
    command.add_argument(
        "--budget", type=float, default=10.0, metavar="SECONDS", help="10 unless told otherwise"
    )


def _axioms(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "file", metavar="FILE", nargs="?", help="a TOML file with tables [space.NAME]"
    )
    command.add_argument("--field", metavar="FIELD", help="R, C, Q, GF(5)")
    command.add_argument("--carrier", metavar="SET", help="'x > 0', 'R^2', '(x, y) : x + y = 0'")
    command.add_argument("--add", metavar="FORMULA", help="the sum of u and v")
    command.add_argument("--scale", metavar="FORMULA", help="a times u")
    command.add_argument("--where", metavar="CONDITION", help="a further condition on the carrier")
    _report(command)


def _report(command: argparse.ArgumentParser) -> None:
    command.add_argument("--over", metavar="FIELDS", help="judge it over these: 'R, C, GF(5)'")
    command.add_argument("--steps", action="store_true", help="write the worked proofs")
    command.add_argument("--format", choices=FORMATS, default="text", dest="how")
    command.add_argument("--save", metavar="FILE", help="write the theorem to a file")
    command.add_argument(
        "--budget", type=float, default=10.0, metavar="SECONDS", help="for each obligation"
    )


def _recheck(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar="FILE")
    command.add_argument("--expect", metavar="CLAIM", help="the claim the file has to prove")
    command.add_argument("--over", default="QQ", metavar="FIELD", help="the field of that claim")
    command.add_argument("--let", action="append", default=[], metavar="NAME=TEXT")


def _solve(command: argparse.ArgumentParser) -> None:
    command.add_argument("problem", metavar="PROBLEM", help="a problem file (TOML)")
    command.add_argument("--format", choices=FORMATS, default="text", dest="how")
    command.add_argument("--budget", type=float, default=10.0, metavar="SECONDS")


def _numeric(command: argparse.ArgumentParser) -> None:
    command.add_argument("method", choices=METHODS)
    command.add_argument("file", metavar="FILE", help="a matrix: .npy, .mtx or .csv")
    command.add_argument(
        "--rank", type=int, metavar="K", help="only the K largest singular values or eigenvalues"
    )
    command.add_argument(
        "--right", metavar="FILE", help="the right side for cg and gmres; all ones without"
    )
    command.add_argument(
        "--rtol", type=float, default=1e-8, metavar="R", help="1e-8 unless told otherwise"
    )
    command.add_argument("--json", action="store_true", help="print JSON")
    command.add_argument("--plot", metavar="FILE", help="save a picture: .png, .svg or .pdf")
