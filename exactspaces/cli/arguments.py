"""The commands and their options."""

import argparse

from exactspaces.cli.marking import add_bank, add_batch, add_mark

FORMATS = ("text", "markdown", "latex", "html", "json")

EPILOG = """examples:
  exactspaces compute 'null([1 2 3; 2 4 6; 1 1 2])' --steps
  exactspaces compute 'rref(A)' --let A='[1 2; 3 4]' --over 'GF(7)'
  exactspaces decide '(1,2,3) in span{(1,0,1),(0,1,1)}' --save theorem.json
  exactspaces recheck theorem.json

exit codes:
  compute, decide   0 proved, 1 refuted, 3 undecided, 2 not understood
  recheck           0 accepted, 1 rejected, 2 unreadable
  mark              0 correct, 1 partial or incorrect, 2 invalid, 3 undecided
  mark-batch        0 every line is marked, 1 a line failed, 2 not understood
  bank test         0 every problem passes its tests, 1 one does not, 2 not understood
  solve             0 every part is answered, 3 a part is undecided, 2 not understood
"""


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
    _recheck(commands.add_parser("recheck", help="check a theorem file again"))
    _solve(commands.add_parser("solve", help="write the worked solution of a problem file"))
    add_mark(commands.add_parser("mark", help="judge an answer to a problem"))
    add_batch(commands.add_parser("mark-batch", help="judge many answers to a problem"))
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


def _recheck(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar="FILE")
    command.add_argument("--expect", metavar="CLAIM", help="the claim the file has to prove")
    command.add_argument("--over", default="QQ", metavar="FIELD", help="the field of that claim")
    command.add_argument("--let", action="append", default=[], metavar="NAME=TEXT")


def _solve(command: argparse.ArgumentParser) -> None:
    command.add_argument("problem", metavar="PROBLEM", help="a problem file (TOML)")
    command.add_argument("--format", choices=FORMATS, default="text", dest="how")
    command.add_argument("--budget", type=float, default=10.0, metavar="SECONDS")
