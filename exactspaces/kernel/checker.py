"""The one function that says "proved"."""

from exactspaces.kernel.certificates import Certificate
from exactspaces.kernel.claims import Claim
from exactspaces.kernel.errors import Malformed, Rejected
from exactspaces.kernel.forms import check_form
from exactspaces.kernel.records import Record
from exactspaces.kernel.rules import prove


class Theorem(Record):
    """A claim together with the certificate that was checked.

    It is plain data: who receives one from elsewhere checks it again.
    """

    claim: Claim
    certificate: Certificate

    def recheck(self) -> "Theorem":
        """Check the certificate once more.

        Raises Rejected or Malformed when it does not prove the claim.
        """
        return check(self.claim, self.certificate)


def check(claim: Claim, certificate: Certificate) -> Theorem:
    """Give the theorem that the certificate proves the claim.

    Raises Rejected with the reason when it does not, and Malformed when one of the two is not of
    the stated form.

    >>> from exactspaces.kernel import Computed, Count, Equal
    >>> check(Equal(Count(2), Count(2)), Computed((Computed(), Computed()))).claim
    Equal(left=Count(value=2), right=Count(value=2))
    """
    try:
        check_form(Claim, claim, "claim")
        check_form(Certificate, certificate, "certificate")
        prove(claim, certificate)
    except RecursionError:
        raise Malformed("the claim or its certificate is nested too deeply") from None
    except (TypeError, ValueError, AttributeError, IndexError, KeyError, OverflowError) as error:
        raise Rejected(f"the certificate does not fit the claim: {error}") from error
    return Theorem(claim, certificate)
