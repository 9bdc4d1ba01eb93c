"""Statements about all values: what is proved, and far more that is refused."""

from __future__ import annotations

import itertools
from dataclasses import fields, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exactspaces.kernel import (
    RULES,
    KernelError,
    Malformed,
    check,
)
from exactspaces.kernel.formulas import (
    Apply,
    Constant,
    Formula,
    Labels,
    Reals,
    Variable,
)
from exactspaces.kernel.statements import (
    ForAll,
    NotForAll,
    Quantified,
    RunThrough,
)
from exactspaces.kernel.wire import dump, load
from tests.kernel.formulas import ap, c, holds
from tests.kernel.universal_samples import ACCEPTED, F4, NF, REFUSED, R, over, p, x, y


def rows(lines):
    return {(type(claim), type(certificate)) for claim, certificate in lines}


def test_every_row_has_lines_of_both_kinds():
    mine = {row for row in RULES if issubclass(row[0], Quantified)}
    assert mine <= rows(ACCEPTED)
    assert mine <= rows(REFUSED)
    assert len(REFUSED) > len(ACCEPTED)


@pytest.mark.parametrize(("claim", "certificate"), ACCEPTED)
def test_what_is_proved(claim, certificate):
    theorem = check(claim, certificate)
    assert check(*load(dump(theorem))) == theorem


@pytest.mark.parametrize(("claim", "certificate"), REFUSED)
def test_what_is_refused(claim, certificate):
    with pytest.raises(KernelError):
        check(claim, certificate)


@pytest.mark.parametrize("kind", [ForAll, NotForAll])
@pytest.mark.parametrize(
    ("quantities", "conclusion"),
    [
        (over(R, "x"), holds("=", x, y)),
        (over(R, "xi"), holds("=", x, x)),
        (over(F4, "xw"), holds("=", x, x)),
        ((), holds("=", Variable("w"), 1)),
    ],
)
def test_every_variable_has_one_meaning(kind, quantities, conclusion):
    with pytest.raises(Malformed):
        kind(quantities, (), conclusion)


@pytest.mark.parametrize("kind", [ForAll, NotForAll])
def test_two_quantities_of_one_name_are_malformed(kind):
    with pytest.raises(Malformed):
        kind((*over(R, "x"), *over(R, "x")), (), holds("=", x, x))


@pytest.mark.parametrize(
    "made",
    [
        lambda: Apply("sin", (x,)),
        lambda: Apply("+", (x,)),
        lambda: Constant(1, 0),
        lambda: Constant(1, -2),
        lambda: Constant(0.5),
        lambda: holds("==", x, y),
        lambda: Labels(-1),
        lambda: Labels(10**9),
    ],
)
def test_what_is_no_formula(made):
    with pytest.raises(Malformed):
        made()


def parts(value):
    """A record and everything in it, with the function that puts another part in its place."""
    if isinstance(value, tuple):
        for k, item in enumerate(value):
            for part, put in parts(item):
                yield part, lambda new, k=k, put=put: (*value[:k], put(new), *value[k + 1 :])
    elif hasattr(value, "__dataclass_fields__"):
        yield value, lambda new: new
        for field in fields(value):
            for part, put in parts(getattr(value, field.name)):
                yield (
                    part,
                    lambda new, name=field.name, put=put: replace(value, **{name: put(new)}),
                )


LEAVES = [c(0), c(1), c(-1), c(2), x, y, p, ap("-", x), ap("/", 1, x), NF, RunThrough()]


@settings(max_examples=600, deadline=None)
@given(st.sampled_from(ACCEPTED), st.data())
def test_a_changed_certificate_proves_nothing_false(line, data):
    """The claim stays; whatever the certificate says, only this true claim can be proved."""
    claim, certificate = line
    part, put = data.draw(st.sampled_from(list(parts(certificate))))
    new = data.draw(st.sampled_from(LEAVES))
    try:
        changed = put(new)
        check(claim, changed)
    except (KernelError, TypeError):
        return
    assert isinstance(part, Formula) or not isinstance(new, Formula)


COUNTER = [
    {"x": a, "y": b, "z": 1.7} for a, b in itertools.product([-2.5, -0.5, 0.0, 0.3, 1.9], repeat=2)
]


@settings(max_examples=600, deadline=None)
@given(st.sampled_from([line for line in ACCEPTED if isinstance(line[0], ForAll)]), st.data())
def test_a_changed_claim_is_refused_or_true(line, data):
    """A proof of a changed claim is accepted only when no point contradicts it."""
    from tests.kernel.formulas import numeric  # noqa: PLC0415

    claim, certificate = line
    _, put = data.draw(st.sampled_from(list(parts(claim))))
    new = data.draw(st.sampled_from(LEAVES))
    try:
        changed = put(new)
        theorem = check(changed, certificate)
    except (KernelError, TypeError):
        return
    real = all(isinstance(quantity.domain, Reals) for quantity in theorem.claim.quantities)
    if not real or theorem.claim.conclusion.__class__.__name__ != "Compare":
        return
    for values in COUNTER:
        if all(_is_true(h, values, numeric) for h in theorem.claim.hypotheses):
            assert _is_true(theorem.claim.conclusion, values, numeric, slack=1e-9)


def _is_true(condition, values, numeric, slack=0.0):
    try:
        left, right = numeric(condition.left, values), numeric(condition.right, values)
    except (ValueError, ZeroDivisionError, KeyError):
        return False
    found = {
        "=": abs(left - right) <= max(slack, 1e-12), "!=": left != right,
        "<": left < right + slack,
        "<=": left <= right + slack, ">": left > right - slack, ">=": left >= right - slack,
    }  # fmt: skip
    return found[condition.relation]
