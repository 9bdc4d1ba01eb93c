"""Theorem files: saving, re-checking, and the list of what must be believed."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from exactspaces.errors import ExactSpacesError
from exactspaces.kernel import Claim, KernelError, Malformed, Theorem, check, dump, load
from exactspaces.kernel.readable import readable
from exactspaces.questions import in_lowest_terms
from exactspaces.rendering.rules import describe_rules


@dataclass(frozen=True)
class Recheck:
    """What the kernel says of a theorem file."""

    verdict: Literal["accepted", "rejected", "unreadable"]
    reason: str
    claim: Claim | None


def save(theorem: Theorem, path: str | Path) -> None:
    """Write a theorem file."""
    Path(path).write_text(dump(theorem) + "\n", encoding="utf-8")


def recheck(text: str, expect: tuple[Claim, ...] | None = None) -> Recheck:
    """Check the text of a theorem file again, with the kernel alone.

    With `expect` the claim in the file has to be one of these: a forged file can prove
    another true claim.

    >>> recheck("{}").verdict
    'unreadable'
    """
    try:
        claim, certificate = load(text)
    except Malformed as error:
        return Recheck("unreadable", str(error), None)
    except KernelError as error:
        return Recheck("rejected", str(error), None)
    if expect is not None and claim not in map(in_lowest_terms, expect):
        due = " or ".join(map(readable, expect))
        stated = f"the file states {readable(claim)}, not {due}"
        return Recheck("rejected", stated, claim)
    try:
        check(claim, certificate)
    except KernelError as error:
        return Recheck("rejected", str(error), claim)
    return Recheck("accepted", readable(claim), claim)


def read_file(path: str | Path) -> str:
    """Read a file as text.

    Raises ExactSpacesError when it cannot be read.
    """
    try:
        return Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ExactSpacesError(f"{path} cannot be read: {error}") from error


def rules() -> list[str]:
    """Give one line for each rule of the kernel: what it proves, from what, and why.

    >>> rules()[0]
    'Equal by Computed: Both values are established and compared.'
    """
    return [f"{name}: {why}" for name, why in describe_rules()]
