"""Spaces built by hand, with the answer for each obligation; the kernel proves each of them."""

from __future__ import annotations

from exactspaces.kernel import AllOf, Each, KernelError, PrimeField, Rationals, check
from exactspaces.kernel.formulas import (
    Apply,
    Compare,
    Constant,
    Every,
    Labels,
    Lookup,
    Reals,
    Variable,
)
from exactspaces.kernel.statements import ForAll, Instance, Normalised, RunThrough, Severally
from exactspaces.questions import laws
from exactspaces.questions.obligations import (
    Absent,
    Broken,
    Chart,
    Obligation,
    Shown,
    TransportOf,
)
from exactspaces.settle import Outcome
from exactspaces.spaces.user import Entries, Named, Single, UserSpace
from exactspaces.worked.judged import Judged

RR, QQ, F2, F3 = Reals(), Rationals(), PrimeField(2), PrimeField(3)


def c(numerator, denominator=1):
    return Constant(numerator, denominator)


def app(function, *arguments):
    return Apply(function, arguments)


def sum_of(first, *rest):
    for other in rest:
        first = app("+", first, other)
    return first


u, v, a, t = (Variable(name) for name in "uvat")
u1, u2, u3, v1, v2, v3 = (Variable(f"{x}{k}") for x in "uv" for k in (1, 2, 3))
EVERYTHING = Every(())
POSITIVE = Compare(">", u, c(0))


def space(field, form, condition, add, scale, domains=None):  # noqa: PLR0917
    return UserSpace(field, form, domains or (field,) * len(add), condition, add, scale)


SPACES = {
    "positive": space(RR, Single(), POSITIVE, (app("*", u, v),), (app("^", u, a),)),
    "rational": space(QQ, Single(), POSITIVE, (app("*", u, v),), (app("^", u, a),)),
    "half": space(
        RR,
        Entries(2),
        EVERYTHING,
        (app("+", u1, v1), app("+", u2, v2)),
        (app("*", a, u1), u2),
    ),
    "max": space(RR, Single(), EVERYTHING, (app("max", u, v),), (app("*", a, u),)),
    "plane": space(
        RR,
        Entries(3),
        Compare("=", sum_of(u1, u2, u3), c(1)),
        (app("+", u1, v1), app("+", u2, v2), app("+", u3, v3)),
        tuple(app("*", a, x) for x in (u1, u2, u3)),
    ),
    "table": space(
        F2,
        Named(("e", "f")),
        EVERYTHING,
        (Lookup(((0, 1), (1, 1)), u, v),),
        (Lookup(((0, 0), (0, 1)), a, u),),
        (Labels(2),),
    ),
    "squares": space(
        F3,
        Entries(2),
        EVERYTHING,
        (app("+", u1, v1), app("+", u2, v2)),
        tuple(app("*", app("*", a, a), x) for x in (u1, u2)),
    ),
    "quotient": space(RR, Single(), EVERYTHING, (app("/", u, v),), (app("*", a, u),)),
    "empty": space(RR, Single(), Compare("<", c(1), c(0)), (u,), (u,)),
}
ONE, ZERO, TWO = (c(1),), (c(0),), (c(2),)
# What is not simply fulfilled. None leaves an obligation open.
ANSWERS = {
    "positive": {"zero_exists": Shown(ONE), "neg_exists": Shown((app("/", c(1), u),))},
    "rational": {
        "closed_scale": Broken((c(1, 2), c(2))),
        "zero_exists": Shown(ONE),
        "neg_exists": Shown((app("/", c(1), u),)),
    },
    "half": {
        "zero_exists": Shown(ZERO * 2),
        "neg_exists": Shown((app("-", u1), app("-", u2))),
        "scale_add_scalars": Broken((c(1), c(1), c(0), c(1))),
    },
    "max": {
        "add_assoc": None,
        "zero_exists": Absent((app("+", u, app("-", c(1))),)),
        "scale_add_vectors": Broken((c(-1), c(0), c(1))),
        "scale_add_scalars": Broken((c(1), c(1), c(1))),
    },
    "plane": {
        "closed_add": Broken((c(1), c(0), c(0)) * 2),
        "closed_scale": Broken((c(0), c(1), c(0), c(0))),
        "zero_exists": None,
    },
    "table": {
        "zero_exists": Shown(ZERO),
        "neg_exists": Absent(ONE),
        "scale_add_scalars": Broken((c(1), c(1), c(1))),
    },
    "squares": {
        "zero_exists": Shown(ZERO * 2),
        "neg_exists": Shown((app("-", u1), app("-", u2))),
        "scale_add_scalars": Broken((c(1), c(1), c(0), c(1))),
    },
    "quotient": {
        "closed_add": Broken((c(1), c(0))),
        "add_comm": Broken((c(1), c(2))),
        "add_assoc": Broken((c(1), c(1), c(2))),
        "zero_exists": Shown(ONE),
        "neg_exists": None,
        "scale_add_vectors": Broken((c(2), c(1), c(1))),
        "scale_add_scalars": Broken((c(1), c(1), c(1))),
    },
    "empty": {"zero_exists": Absent(None)},
}
CHARTS = {SPACES["positive"]: Chart((app("log", u),), (app("exp", t),))}


def evidence(claim):
    """A certificate of a kind that needs no search."""
    if isinstance(claim, AllOf):
        return Each(tuple(map(evidence, claim.claims)))
    for certificate in (RunThrough(), Normalised()):
        try:
            check(claim, certificate)
        except KernelError:
            continue
        return certificate
    parts = claim.conclusion.conditions
    return Severally(tuple(evidence(ForAll(claim.quantities, claim.hypotheses, x)) for x in parts))


def outcome_of(question, answer):
    if answer is None:
        return Outcome(question, "undecided", None, None, "nothing was found")
    claim = question.claim(answer)
    broken = isinstance(answer, Broken)
    certificate = Instance(answer.values) if broken else evidence(claim)
    verdict = "proved" if isinstance(answer, Shown | Chart) else "refuted"
    return Outcome(question, verdict, answer, check(claim, certificate), "")


def settle_by_hand(question, _budget=None):
    """What the solvers would find for these spaces."""
    name = next((name for name, one in SPACES.items() if one == question.space), None)
    if isinstance(question, TransportOf):
        return outcome_of(question, CHARTS.get(question.space))
    if name is None:  # the addition turned around
        return outcome_of(question, None)
    answers = ANSWERS[name]
    if question.name == "neg_exists" and answers.get("zero_exists") is None:
        return outcome_of(question, None)
    return outcome_of(question, answers.get(question.name, Shown()))


def judged(name):
    space, outcomes = SPACES[name], {}
    for one in laws.OBLIGATIONS:
        question = Obligation(space, one)
        if one == "neg_exists":
            zero = outcomes["zero_exists"].answer
            if isinstance(zero, Absent):
                outcomes[one] = Outcome(
                    question, "refuted", zero, outcomes["zero_exists"].theorem, ""
                )
                continue
            question = Obligation(space, one, zero.witness if zero else None)
        outcomes[one] = settle_by_hand(question)
    transport = settle_by_hand(TransportOf(space)) if space in CHARTS else None
    return Judged(space, outcomes, transport)
