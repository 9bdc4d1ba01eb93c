"""Branches of a case tree: equations brought to triangular order, with the proof of each step.

A branch knows what vanishes and what does not. Its equations are reduced by one another (Wu's
method of characteristic sets, with units as leading coefficients). Each step is a split of the
tree: where the new equation would not vanish, a combination of the old ones shows that no point is
left.
"""

from dataclasses import dataclass, replace

from exactspaces.fields.matrices import content_free, leading_inverse, stripped
from exactspaces.kernel import Empty, Matrix, Parameters
from exactspaces.kernel import polynomials as poly
from exactspaces.kernel.polynomials import Polynomial

MAX_TERMS = 500  # products of polynomials that do not vanish are not made larger
Factors = tuple[tuple[Polynomial, int], ...]
Link = tuple[int, int]  # the number of an equation, and the parameter it is solved for


@dataclass(frozen=True)
class Branch:
    """What is assumed: polynomials that vanish, in the order of the tree, and some that do not.

    `base` has what does not vanish, `given` what was so in the question, and `stated` is what the
    kernel collects on its way down the tree.
    `chain` holds the equations in triangular order, with their main parameters; `waiting` those
    that have yet to be used. The others follow from these.
    """

    base: Parameters
    given: tuple[Polynomial, ...] = ()
    stated: tuple[Polynomial, ...] = ()
    zero: tuple[Polynomial, ...] = ()
    chain: tuple[Link, ...] = ()
    waiting: tuple[int, ...] = ()

    @property
    def ring(self) -> Parameters:
        """The polynomials under these conditions."""
        equations = tuple(self.zero[i] for i, _ in self.chain)
        return replace(self.base, zero=equations, solved=tuple(main for _, main in self.chain))

    def where_not(self, f: Polynomial, factors: Factors) -> "Branch":
        """Assume that f and its factors do not vanish; about numbers that goes without saying."""
        below = self.base.count - len(self.base.names)
        parts = tuple(g for g, _ in factors)
        new = {g for g in parts if any(any(e[below:]) for e, _ in g)} - set(self.base.nonzero)
        base = replace(self.base, nonzero=(*self.base.nonzero, *sorted(new)))
        if not base.is_unit(f):
            base = replace(base, nonzero=(*base.nonzero, f))
        return replace(self, base=base, stated=(*self.stated, *parts, f))

    def shows_unit(self, f: Polynomial) -> bool:
        """Say whether the kernel sees that f vanishes nowhere in the branch."""
        return replace(self.base, nonzero=self.stated).is_unit(f)

    def where(self, f: Polynomial, *, instead: int | None = None) -> "Branch":
        """Assume that f vanishes; it may stand for an equation that waits."""
        rest = tuple(i for i in self.waiting if i != instead)
        return replace(self, zero=(*self.zero, f), waiting=(len(self.zero), *rest))

    def without(self, index: int) -> "Branch":
        """Give up an equation that follows from the others."""
        return replace(self, waiting=tuple(i for i in self.waiting if i != index))


@dataclass(frozen=True)
class Combination:
    """A combination of the equations of a branch, and its value plus a multiple of a start."""

    branch: Branch
    value: Polynomial
    coefficients: dict[int, Polynomial]

    def remainder(self) -> "Combination":
        """Reduce the value by the chain: a unit times the value is left, plus a combination."""
        f, found = self.value, self.coefficients
        base, p = self.branch.base, self.branch.base.characteristic
        for index, main in reversed(self.branch.chain):
            g = self.branch.zero[index]
            lead, top = poly.leading(g, main), poly.degree(g, main)
            while poly.degree(f, main) >= top:
                head = poly.shift(poly.leading(f, main), main, poly.degree(f, main) - top)
                minus = poly.scale(head, -1, p)
                f = base.add(base.multiply(lead, f), base.multiply(minus, g))
                found = {i: base.multiply(lead, c) for i, c in found.items()}
                found[index] = base.add(found.get(index, ()), minus)
        return replace(self, value=f, coefficients=found)

    def times(self, factor: Polynomial) -> "Combination":
        """Multiply all by a polynomial."""
        base = self.branch.base
        found = {i: base.multiply(factor, c) for i, c in self.coefficients.items()}
        return replace(self, value=base.multiply(factor, self.value), coefficients=found)

    @property
    def total(self) -> Polynomial:
        """What the combination comes to."""
        base = self.branch.base
        total: Polynomial = base.integer(0)
        for i, c in self.coefficients.items():
            total = base.add(total, base.multiply(c, self.branch.zero[i]))
        return total

    def empty(self) -> Empty:
        """Show that nothing is left where the total is a unit."""
        row = tuple(self.coefficients.get(i, ()) for i in range(len(self.branch.zero)))
        ring = replace(self.branch.base, nonzero=self.branch.given)
        return Empty(Matrix(ring, (row,), len(row)))


def equation(branch: Branch, index: int) -> Combination:
    """Give one of the equations as a combination of them all."""
    return Combination(branch, branch.zero[index], {index: branch.base.integer(1)})


def normalised(branch: Branch, found: Combination) -> tuple[Polynomial, Combination]:
    """Divide the value by what does not vanish and by numbers; give the multiple that is due."""
    return normal_form(branch, found.value), found.times(
        leading_inverse(branch.base, found.value).top
    )


def normal_form(branch: Branch, f: Polynomial) -> Polynomial:
    """Divide by what does not vanish and by numbers."""
    return content_free(stripped(branch.base, f), branch.base.characteristic)


def contradiction(branch: Branch) -> Combination | None:
    """Give a combination that equals a product of polynomials which are assumed not to vanish.

    Each is tried by itself; then products, for polynomials that contain a parameter which is a
    root of an equation of higher degree: there 0 can be a product of factors none of which is 0.
    """
    mains = {k for i, k in branch.chain if poly.degree(branch.zero[i], k) > 1}
    product = Combination(branch, branch.base.integer(1), {})
    for g in branch.base.nonzero if branch.chain else ():
        found = Combination(branch, g, {}).remainder()
        small = len(product.value) * len(g) <= MAX_TERMS
        if found.value and small and any(poly.degree(g, k) > 0 for k in mains):
            found = product = product.times(g).remainder()
        if not found.value:
            return found.times(branch.base.integer(-1))
    return None


def place(branch: Branch, index: int) -> tuple[int, Branch]:
    """Choose the parameter that an equation is solved for, and put the equation in its place.

    The equation is reduced by the chain. A leading coefficient that is a unit is preferred, then a
    parameter that occurs in no condition of the form "not zero". An equation that contains none of
    the parameters solved for goes first, and those that contain its parameter wait again. One that
    contains no other parameter takes the place of the last equation that it reduces.
    """
    f, base, ring = branch.zero[index], branch.base, branch.ring
    rest = tuple(i for i in branch.waiting if i != index)
    mains = [main for _, main in branch.chain]
    is_free = not any(poly.degree(f, k) > 0 for k in mains)
    taken = [] if is_free else [branch.zero[i] for i, _ in branch.chain]
    usable = [
        k
        for k in range(base.count - len(base.names), base.count)
        if poly.degree(f, k) > 0 and k not in mains and all(poly.degree(e, k) <= 0 for e in taken)
    ]
    if not usable:
        at = max(j for j, k in enumerate(mains) if poly.degree(f, k) > 0)
        old, main = branch.chain[at]
        chain = (*branch.chain[:at], (index, main), *branch.chain[at + 1 :])
        return main, replace(branch, chain=chain, waiting=(old, *rest))

    def rank(k: int) -> tuple[bool, bool, int]:
        unit = ring.is_unit(poly.leading(f, k))
        return not unit, any(poly.degree(g, k) > 0 for g in base.nonzero), poly.degree(f, k)

    main = min(usable, key=rank)
    again = tuple(i for i, _ in branch.chain if poly.degree(branch.zero[i], main) > 0)
    kept = tuple(link for link in branch.chain if link[0] not in again)
    chain = ((index, main), *kept) if is_free else (*kept, (index, main))
    return main, replace(branch, chain=chain, waiting=(*again, *rest))
