"""How much text is read: every limit of the reader and its message.

Each limit is checked before the work it bounds, so that hostile text costs little.
"""

from __future__ import annotations

import sys

from exactspaces.reading.slips import Slip

MOST_CHARACTERS = 2_000_000
MOST_BRACKETS = 60
MOST_TOKENS = 200_000
MOST_ENTRIES = 250_000
MOST_DIGITS = 4_000
# Ordinary recursion over a tree of this height stays far from Python's own limit,
# even when each level takes several frames (as comparing two trees does).
MOST_HEIGHT = 200


def require_length(text: str) -> None:
    """Refuse text that is too long to be worth scanning."""
    if len(text) > MOST_CHARACTERS:
        raise Slip(
            f"The text has {len(text):,} characters; at most {MOST_CHARACTERS:,} are read.",
            MOST_CHARACTERS,
            remedy="Split it, or build large matrices from numbers instead of text.",
        )


def require_brackets(depth: int, position: int) -> None:
    """Refuse brackets nested deeper than anyone writes by hand."""
    if depth > MOST_BRACKETS:
        raise Slip(
            f"Brackets are nested more than {MOST_BRACKETS} deep.",
            position,
            remedy="Name an inner part, or write the expression flatter.",
        )


def require_tokens(count: int, position: int) -> None:
    """Refuse text with more parts than the grammar can go through quickly."""
    if count > MOST_TOKENS:
        raise Slip(
            f"The text has more than {MOST_TOKENS:,} numbers, names and signs.",
            position,
            remedy="Split it, or build large matrices from numbers instead of text.",
        )


def require_entries(count: int, position: int) -> None:
    """Refuse a matrix with too many entries."""
    if count > MOST_ENTRIES:
        raise Slip(
            f"The matrix has more than {MOST_ENTRIES:,} entries, the most that text may hold.",
            position,
            remedy="Build large matrices from numbers instead of text.",
        )


def require_digits(count: int, position: int) -> None:
    """Refuse a number too long to be turned from digits into a number."""
    # The interpreter has a limit of its own (4300 digits unless set otherwise).
    most = min(MOST_DIGITS, sys.get_int_max_str_digits() or MOST_DIGITS)
    if count > most:
        raise Slip(
            f"This number has {count:,} digits; at most {most:,} are read.",
            position,
            remedy="Write it as a product or with powers, such as 10^5000.",
        )


def require_height(height: int, position: int) -> None:
    """Refuse an expression in which too many operations stand inside one another."""
    if height > MOST_HEIGHT:
        raise Slip(
            f"More than {MOST_HEIGHT} operations stand inside one another here.",
            position,
            remedy="Name an inner part, or split the expression.",
        )
