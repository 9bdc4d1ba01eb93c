"""Statements about all values that are proved, and far more that are refused."""

from __future__ import annotations

from exactspaces.kernel import (
    Extension,
    PrimeField,
    Rationals,
)
from exactspaces.kernel.formulas import (
    ComplexNumbers,
    Conditional,
    Every,
    Integers,
    Labels,
    Lookup,
    Quantity,
    Reals,
    Some,
    Variable,
    Within,
)
from exactspaces.kernel.statements import (
    Alternative,
    Cofactors,
    ForAll,
    Instance,
    Lemma,
    Normalised,
    NotForAll,
    Positive,
    RunThrough,
    Severally,
    Signs,
    Substitution,
    Vanishing,
)
from tests.kernel.formulas import ap, c, holds, minus, plus, times

x, y, z, p, q = map(Variable, "xyzpq")
R, CC, ZZ, Q = Reals(), ComplexNumbers(), Integers(), Rationals()
F3, F4 = PrimeField(3), Extension(PrimeField(2), ("w",), ((((2,), 1), ((1,), 1), ((0,), 1)),), ())
NF = Normalised()
FALSE = Some(())
quadratic = plus(times(x, x), times(x, y), times(y, y))
square = Normalised((((plus(ap("^", p, 2), c(1)), 2),),))


def over(domain, names="xyz"):
    return tuple(Quantity(name, domain) for name in names)


def all_(conclusion, *hypotheses, names="xyz", domain=R):
    return ForAll(over(domain, names), hypotheses, conclusion)


def some_not(conclusion, *hypotheses, names="xyz", domain=R):
    return NotForAll(over(domain, names), hypotheses, conclusion)


positive_x, positive_y = holds(">", x, 0), holds(">", y, 0)
inside = [holds("<", -1, v) for v in (x, y)] + [holds("<", v, 1) for v in (x, y)]
velocity = ap("/", plus(x, y), plus(c(1), times(x, y)))
denominator = plus(c(1), times(x, y))
# 1 + xy = 1/2 (1 + x)(1 + y) + 1/2 (1 - x)(1 - y)
halves = ((c(1, 2), (0, 1), c(1)), (c(1, 2), (2, 3), c(1)))
denominator_positive = Positive(c(1), halves)
twice = plus(x, x)
to_p = Substitution(
    over(R, "p"), (holds(">", p, 0),), (ap("/", minus(p, c(1)), plus(p, c(1))),),
    (ap("/", plus(c(1), x), minus(c(1), x)),), NF, NF,
)  # fmt: skip

ACCEPTED = [
    (all_(holds("=", plus(x, y), plus(y, x))), NF),
    (all_(holds("=", plus(x, y), plus(y, x)), domain=CC), NF),
    (all_(holds(">", times(x, y), 0), positive_x, positive_y), NF),
    (all_(holds(">=", times(x, x), 0)), NF),
    (all_(holds(">", times(x, y), 0), holds("<", x, 0), holds("<", y, 0)), NF),
    (all_(holds("<", times(x, y), 0), holds("<", x, 0), positive_y), NF),
    (all_(holds("<", ap("^", x, 3), 0), holds("<", x, 0)), NF),
    (
        all_(holds("=", ap("abs", times(x, y)), times(ap("abs", x), ap("abs", y)))),
        Signs(x, *[Signs(y, NF, NF, NF)] * 3),
    ),
    (all_(holds("!=", plus(times(x, x), c(1)), 0)), NF),
    (all_(holds(">", denominator, 0), *inside), denominator_positive),
    (
        all_(holds("=", velocity, ap("/", plus(y, x), plus(times(y, x), c(1)))), *inside),
        Lemma(holds(">", denominator, 0), denominator_positive, NF),
    ),
    (all_(holds("=", times(x, y), 0), holds("=", x, 0)), Cofactors(c(1), (y,))),
    (
        all_(holds("=", x, 0), holds("=", times(x, y), 0), holds("!=", y, 0)),
        Cofactors(y, (c(1),)),
    ),
    (
        all_(holds("=", ap("abs", times(x, x)), times(x, x))),
        Signs(x, NF, NF, NF),
    ),
    (all_(holds("=", times(ap("abs", x), ap("abs", x)), times(x, x))), Signs(x, NF, NF, NF)),
    (
        all_(Some((holds("=", x, 0), holds("!=", x, 0)))),
        Vanishing(x, Alternative(0, NF), Alternative(1, NF)),
    ),
    (all_(holds("=", plus(x, y, z), 1), holds("=", z, minus(c(1), plus(x, y)))), NF),
    (all_(holds("=", x, 0), holds("=", plus(times(x, x), times(y, y)), 0)), Signs(x, NF, NF, NF)),
    (all_(holds("=", x, 0), holds("=", times(x, x), 0), domain=CC), Vanishing(x, NF, NF)),
    (
        # x^3 - y^3 = (x - y)(x^2 + xy + y^2), and the second factor is 0 only for x = y = 0
        all_(holds("=", x, y), holds("=", ap("^", x, 3), ap("^", y, 3))),
        Vanishing(
            minus(x, y),
            NF,
            Lemma(
                holds("=", quadratic, 0),
                Cofactors(minus(x, y), (c(1),)),
                Lemma(
                    holds(">", quadratic, 0),
                    Positive(
                        c(1), ((c(3, 4), (), plus(x, y)), (c(1, 4), (), minus(x, y)))
                    ),
                    NF,
                ),
            ),
        ),
    ),
    (all_(Every((holds("=", x, x), holds("=", y, y)))), Severally((NF, NF))),
    (all_(Some((holds("=", x, y), holds("=", x, x)))), Alternative(1, NF)),
    (all_(FALSE, holds(">", c(0), 0)), NF),
    (
        # x > 0 and -x > 0, so -x^2 > 0, so 0 = -x^2 + x^2 > 0
        all_(FALSE, positive_x, holds("<", x, 0)),
        Lemma(
            holds(">", times(c(-1), x, x), 0),
            Positive(c(1), ((c(1), (0, 1), c(1)),)),
            Lemma(holds(">", c(0), 0), Positive(c(1), ((c(1), (2,), c(1)), (c(1), (), x))), NF),
        ),
    ),
    (all_(holds("<", ap("tanh", ap("atanh", x)), 1), inside[0], inside[2], names="x"), to_p),
    (all_(holds("=", times(x, y), times(y, x)), names="xy", domain=F3), RunThrough()),
    (all_(holds("=", ap("^", x, 4), x), names="x", domain=F4), RunThrough()),
    (all_(Within(times(x, y), ZZ), domain=ZZ), NF),
    (all_(Within(ap("/", x, plus(times(x, x), c(1))), Q), domain=Q), NF),
    (all_(Within(times(x, ap("conj", x)), R), domain=CC), NF),
    (some_not(holds("=", times(x, y), plus(x, y))), Instance((c(1), c(1), c(0)))),
    (some_not(Within(ap("^", x, c(1, 2)), Q), positive_x, domain=Q), Instance((c(2), c(0), c(0)))),
    (some_not(holds("=", ap("/", 1, x), ap("/", 1, x))), Instance((c(0), c(0), c(0)))),
    (some_not(holds("=", ap("exp", x), plus(c(1), x))), Instance((c(1), c(0), c(0)))),
    (some_not(holds("=", times(x, x), x), names="x", domain=F3), Instance((c(2),))),
    (some_not(holds("=", times(x, x), x), names="x", domain=F4), Instance((Variable("w"),))),
    (
        some_not(holds("=", times(c(10**17), x), x), names="x", domain=PrimeField(2**61 - 1)),
        Instance((c(5, 7),)),
    ),
    (some_not(Within(times(Variable("i"), x), R), names="x"), Instance((c(1),))),
    (some_not(holds(">", x, 0), names="x", domain=CC), Instance((plus(c(1), Variable("i")),))),
    (
        some_not(
 holds("=", Lookup(((0, 1), (1, 1)), x, y), Lookup(((0, 1), (1, 0)), x, y)),
 names="xy",
            domain=Labels(2)),
        Instance((c(1), c(1))),
    ),
]  # fmt: skip


REFUSED = [
    (all_(holds("=", plus(x, y), times(x, y))), NF),
    (all_(holds(">", x, 0)), NF),
    (all_(holds(">", times(x, x), 0)), NF),
    (all_(holds(">", times(x, y), 0), positive_x), NF),
    (all_(holds(">", ap("-", x), 0), positive_x), NF),
    (all_(holds("=", ap("/", x, x), 1)), NF),
    (all_(holds("=", ap("root", times(x, x), 2), x)), NF),
    (all_(holds("=", ap("^", times(x, x), c(1, 2)), x)), NF),
    (all_(holds("=", ap("log", times(x, x)), times(c(2), ap("log", x)))), NF),
    (all_(holds("=", ap("tan", x), ap("tan", x))), NF),
    (all_(holds("=", ap("abs", x), x)), NF),
    (all_(holds("=", velocity, ap("/", plus(y, x), plus(times(y, x), c(1))))), NF),
    (all_(holds("=", velocity, ap("/", plus(y, x), plus(times(y, x), c(1)))), *inside), NF),
    (all_(holds(">", denominator, 0), *inside[:3]), denominator_positive),
    (all_(holds(">", denominator, 0), *inside), Positive(c(1), halves[:1])),
    (all_(holds(">", denominator, 0), *inside), Positive(c(-1), halves)),
    (all_(holds(">", denominator, 0), *inside), Positive(x, halves)),
    (all_(holds(">", minus(denominator, c(1)), 0), *inside), denominator_positive),
    (all_(holds(">", c(0), 0), *inside), Positive(c(1), ())),
    (all_(holds(">", c(-1), 0), *inside), Positive(c(1), ((c(-1), (), c(1)),))),
    (
        all_(holds(">", ap("-", times(x, x)), 0)),
        Positive(c(1), ((c(1), (), times(Variable("i"), x)),)),
    ),
    (all_(holds(">", c(1), 0), *inside), Positive(c(1), ((c(1), (9,), c(1)),))),
    (all_(holds(">", c(1), 0), *inside), Positive(c(1), ((c(1), (-1,), c(1)),))),
    (all_(holds(">", x, 0), holds(">=", x, 0)), Positive(c(1), ((c(1), (0,), c(1)),))),
    (all_(holds(">", times(x, x), 0)), Positive(c(1), ((c(1), (), x),))),
    (all_(holds("=", x, 0), holds("=", times(x, y), 0)), Cofactors(y, (c(1),))),
    (all_(holds("=", x, 0), holds("=", times(x, y), 0)), Cofactors(c(1), (c(1),))),
    (all_(holds("=", x, 0), holds("=", times(x, y), 0)), Cofactors(c(1), (ap("/", 1, y),))),
    (all_(holds("=", x, 0), holds("=", x, y)), Cofactors(c(1), ())),
    (all_(holds("=", x, 0), holds("=", x, y)), Cofactors(c(0), (c(0),))),
    (all_(holds("=", ap("abs", x), x)), Signs(x, NF, NF, NF)),
    (all_(holds("=", ap("abs", x), x)), Signs(y, NF, NF, NF)),
    (all_(holds("=", x, x), domain=CC), Signs(x, NF, NF, NF)),
    (all_(holds("=", x, x)), Signs(ap("/", 1, x), NF, NF, NF)),
    (all_(holds("=", x, x)), Vanishing(ap("log", x), NF, NF)),
    (all_(holds("=", x, 0)), Vanishing(x, NF, NF)),
    (all_(holds("=", x, 0)), Lemma(holds("=", x, 0), NF, NF)),
    (all_(holds("=", x, 0)), Lemma(FALSE, NF, NF)),
    (all_(Every((holds("=", x, x), holds("=", x, y)))), Severally((NF, NF))),
    (all_(Every((holds("=", x, x), holds("=", y, y)))), Severally((NF,))),
    (all_(holds("=", x, x)), Severally((NF,))),
    (all_(Some((holds("=", x, 0), holds("!=", x, 0)))), Alternative(0, NF)),
    (all_(Some((holds("=", x, 0), holds("=", x, x)))), Alternative(2, NF)),
    (all_(Some((holds("=", x, 0), holds("=", x, x)))), Alternative(-1, NF)),
    (all_(FALSE), Alternative(0, NF)),
    (all_(holds("=", x, 0), holds("=", plus(times(x, x), times(y, y)), 0), domain=CC), NF),
    (
        all_(holds("=", x, 0), holds("=", plus(times(x, x), times(y, y)), 0), domain=CC),
        Vanishing(x, NF, NF),
    ),
    (
        all_(holds("=", x, 0), holds("=", minus(times(x, x), times(y, y)), 0)),
        Signs(x, NF, NF, NF),
    ),
    (all_(FALSE, holds("=", times(x, y), 0), holds("!=", x, 0)), NF),
    (all_(FALSE, holds(">=", x, 0), holds("<=", x, 0)), NF),
    (all_(FALSE, holds("=", plus(x, y), 0), holds(">", plus(x, c(1)), 0)), NF),
    (all_(holds(">", times(x, y), 0), holds("<", x, 0), positive_y), NF),
    (all_(holds("<", times(x, y), 0), holds("<", x, 0), holds("<", y, 0)), NF),
    (all_(holds(">", ap("^", x, 3), 0), holds("<", x, 0)), NF),
    (all_(holds("<", ap("^", x, 2), 0), holds("<", x, 0)), NF),
    (all_(holds("<", times(x, y), 0), holds("<=", x, 0), positive_y), NF),
    (all_(FALSE, positive_x), NF),
    (all_(FALSE, positive_x, holds(">", plus(x, c(1)), 0)), NF),
    (all_(holds("<", x, 1), names="x"), to_p),  # the map does not reach every real number
    (all_(holds("<", x, 1), names="x"), Substitution(over(R, "p"), (), (p,), (c(0),), NF, NF)),
    (all_(holds("=", x, 0), names="x"), Substitution((), (), (c(0),), (), NF, NF)),
    (
        all_(holds(">=", x, 0), names="x"),
        Substitution(over(R, "p"), (), (times(p, p),), (ap("root", x, 2),), NF, NF),
    ),
    (all_(holds("=", x, x), names="x"), Substitution(over(R, "p"), (), (p,), (), NF, NF)),
    (all_(Within(x, Q), names="x"), Substitution(over(Q, "p"), (), (p,), (x,), NF, NF)),
    (all_(holds("=", times(x, x), x), names="x", domain=F3), RunThrough()),
    (all_(holds("=", x, x), names="x"), RunThrough()),
    (all_(holds("=", x, x), names="xyz", domain=Labels(1000)), RunThrough()),
    (all_(holds("=", x, x), domain=F3), NF),
    (all_(holds("=", plus(x, y), plus(y, x)), names="xy", domain=Labels(2)), RunThrough()),
    (ForAll((Quantity("x", F3), Quantity("y", F4)), (), holds("=", x, x)), RunThrough()),
    (all_(holds("=", x, c(1, 3)), names="x", domain=F3), RunThrough()),
    (all_(holds("=", Lookup(((0,),), x, x), 0), names="x", domain=Labels(2)), RunThrough()),
    (
        all_(holds("=", Lookup(((0, 0),), c(0), c(-1)), 0), names="x", domain=Labels(2)),
        RunThrough(),
    ),
    (all_(Within(x, ZZ), domain=Q), NF),
    (all_(Within(ap("/", x, c(2)), ZZ), domain=ZZ), NF),
    (all_(Within(x, Q)), NF),
    (all_(Within(x, R), domain=CC), NF),
    (all_(Within(x, F3)), NF),
    (some_not(holds("=", plus(x, y), plus(y, x))), Instance((c(1), c(2), c(3)))),
    (some_not(holds("=", x, y)), Instance((c(1), c(1), c(0)))),
    (some_not(holds("=", x, y), positive_x), Instance((c(-1), c(1), c(0)))),
    (some_not(holds("=", x, y), positive_x), Instance((c(1), c(2)))),
    (some_not(holds("=", x, y), domain=ZZ), Instance((c(1, 2), c(1), c(0)))),
    (some_not(holds("=", x, y), domain=Q), Instance((ap("root", 2, 2), c(1), c(0)))),
    (some_not(holds("=", x, y)), Instance((Variable("i"), c(1), c(0)))),
    (some_not(holds("=", x, y)), Instance((y, c(1), c(0)))),
    (some_not(holds("=", x, y)), Instance((ap("/", 1, c(0)), c(1), c(0)))),
    (
        some_not(holds("=", ap("root", plus(c(5), times(c(2), ap("root", 6, 2))), 2), y)),
        Instance((c(0), plus(ap("root", 2, 2), ap("root", 3, 2)), c(0))),
    ),
    (some_not(Within(ap("root", 4, 2), Q), names="x"), Instance((c(0),))),
    (
        # (2 + sqrt 8) / (1 + sqrt 2) = 2
        some_not(
            Within(ap("/", plus(c(2), ap("root", 8, 2)), plus(c(1), ap("root", 2, 2))), Q),
            names="x",
        ),
        Instance((c(0),)),
    ),
    (some_not(holds("=", times(x, x), x), names="x", domain=F3), Instance((c(1),))),
    (some_not(holds("=", x, x), names="x", domain=Labels(2)), Instance((c(5),))),
    (some_not(holds("=", x, 0)), NF),
    (all_(holds("=", x, 0)), Instance((c(1), c(1), c(1)))),
    (all_(holds("=", Conditional(positive_x, c(1), c(0)), 1)), NF),
]  # fmt: skip
