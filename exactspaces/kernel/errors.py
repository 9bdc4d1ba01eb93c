"""What the kernel says when it does not accept something.

    KernelError
    ├── Malformed    what was handed over is not a claim, a certificate or a theorem file
    └── Rejected     it is one, but the evidence does not prove the claim

Both carry the reason as their text. Nothing else ever leaves the kernel as an exception.
"""


class KernelError(Exception):
    """Either kind of refusal."""


class Malformed(KernelError):
    """The input is not a well-formed claim, certificate or theorem file."""


class Rejected(KernelError):
    """The certificate does not prove the claim; the text says which condition failed."""


def require(condition: object, reason: str) -> None:
    """Go on when the condition holds, refuse with the reason otherwise.

    >>> require(1 + 1 == 2, "arithmetic is broken")
    """
    if not condition:
        raise Rejected(reason)


def demand(condition: object, reason: str) -> None:
    """Go on when the input has the stated form, refuse it as malformed otherwise."""
    if not condition:
        raise Malformed(reason)
