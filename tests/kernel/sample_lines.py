"""Lines of the tables of accepted and refused theorems, and what many of them are about."""

from __future__ import annotations

from dataclasses import dataclass

from exactspaces.kernel import certificates as c
from exactspaces.kernel import claims as s
from exactspaces.kernel import terms as t
from tests.kernel.build import (
    F7,
    g,
    parameters,
)
from tests.kernel.prover import (
    prove,
)


@dataclass(frozen=True)
class Line:
    """A claim with a certificate that is accepted, or with the reason why it is refused."""

    row: tuple[type, type]
    claim: s.Claim
    certificate: c.Certificate
    reason: str | None = None

    @property
    def name(self) -> str:
        return f"{self.row[0].__name__}-{self.row[1].__name__}"


A = g("1 2 3; 2 4 6; 1 1 2")
B = g("1 2; 3 4")
P = g("1 0 1; 0 1 1")
A7 = g("1 2 3; 2 4 6; 1 1 2", F7)
WIDE = g("1 2 3; 2 4 6")
SINGULAR = g("1 2; 2 4")
SPACE = t.Span(P)
LINE = t.Span(g("1 1 2"))
E1, E2, DIAGONAL = (t.Span(g(text)) for text in ("1 0", "0 1", "1 1"))
PLANE = t.Span(g("1 0; 0 1"))
A1 = parameters("a")
UNEQUAL = "the two values are not shown to differ"
AWAY = parameters("a", nonzero=["a**2 - 1"])
ONE, MINUS = parameters("a", ["a - 1"]), parameters("a", ["a + 1"])


def yes(claim: s.Claim, certificate: c.Certificate | None = None) -> Line:
    certificate = certificate or prove(claim)
    return Line((type(claim), type(certificate)), claim, certificate)


def no(claim: s.Claim, certificate: c.Certificate, reason: str) -> Line:
    return Line((type(claim), type(certificate)), claim, certificate, reason)
