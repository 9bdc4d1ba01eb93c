"""A line on standard error that shows how far a long run is, and counts in words."""

import sys
import time
from dataclasses import dataclass, field
from typing import TextIO

_AFTER, _EVERY = 1.0, 0.25
_WIDTH = 30


def counted(number: int, noun: str) -> str:
    """Give "0 problems", "1 problem", "2 problems"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


@dataclass
class Progress:
    """What is counted, and of how many when that is known.

    Nothing is written in the first second, and nothing when standard error is no terminal.
    """

    what: str
    total: int | None = None
    stream: TextIO = field(default_factory=lambda: sys.stderr)
    began: float = field(default_factory=time.monotonic)
    shown: float = 0.0

    def __call__(self, done: int) -> None:
        """Show how many are done."""
        now = time.monotonic()
        if now - self.began < _AFTER or now - self.shown < _EVERY or not self.stream.isatty():
            return
        self.shown = now
        self.stream.write(f"\r\x1b[K{self.text(done, now - self.began)}")
        self.stream.flush()

    def text(self, done: int, seconds: float) -> str:
        """Give the line: a bar and the time that is left when the total is known."""
        rate = done / seconds if seconds else 0.0
        if self.total is None:
            return f"{done:,} {self.what}, {rate:,.0f} a second"
        full = _WIDTH * done // max(self.total, 1)
        left = (self.total - done) / rate if rate else 0.0
        bar = "#" * full + "." * (_WIDTH - full)
        return f"[{bar}] {done:,} of {self.total:,} {self.what}, {left:,.0f} s left"

    def close(self) -> None:
        """Take the line away."""
        if self.shown:
            self.stream.write("\r\x1b[K")
            self.stream.flush()
