"""Re-check a theorem file: `python -m exactspaces.kernel FILE [--expect FILE]`.

Needs nothing but Python. Exit codes: 0 accepted, 1 rejected, 2 unreadable. With `--expect` the
claim has to be the one in the second file; a forged file can prove another true claim.
"""

import sys
from pathlib import Path

from exactspaces.kernel.checker import check
from exactspaces.kernel.claims import Claim
from exactspaces.kernel.errors import KernelError, Malformed
from exactspaces.kernel.readable import readable
from exactspaces.kernel.wire import MAX_TEXT, load

USAGE = "usage: python -m exactspaces.kernel FILE [--expect FILE]"


def main(arguments: list[str]) -> int:
    """Check the file named first, print the verdict, give the exit code."""
    if len(arguments) not in (1, 3) or arguments[1:2] not in ([], ["--expect"]):
        print(USAGE, file=sys.stderr)
        return 2
    try:
        claim, certificate = load(_text(arguments[0]))
        expected: Claim = load(_text(arguments[2]))[0] if len(arguments) == 3 else claim
    except KernelError as error:
        print(f"unreadable: {error}")
        return 2
    if claim != expected:
        print("rejected: the file is about another claim")
        return 1
    try:
        check(claim, certificate)
    except KernelError as error:
        print(f"rejected: {error}")
        return 1
    print("accepted:", readable(claim))
    return 0


def _text(name: str) -> str:
    try:
        with Path(name).open(encoding="utf-8") as file:
            return file.read(MAX_TEXT + 1)
    except (OSError, ValueError) as error:
        raise Malformed(f"{name}: {error}") from error


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
