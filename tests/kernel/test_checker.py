"""The one function that says "proved": objects that are malformed, nested or shared too much."""

from dataclasses import replace

import pytest

from exactspaces.kernel import (
    Case,
    Cases,
    Columns,
    Computed,
    Count,
    Covered,
    Equal,
    Given,
    KernelError,
    Malformed,
    Power,
    Product,
    Reached,
    Rejected,
    Span,
    Split,
    Theorem,
    Transpose,
    check,
)
from exactspaces.kernel import certificates as c
from exactspaces.kernel import claims as s
from exactspaces.questions import ChangeOfBasis, Factors, Reduces, Swap
from tests.kernel.build import QQ, C, comp, g, m, parameters
from tests.kernel.prover import prove
from tests.kernel.sample_lines import A1, A
from tests.kernel.sample_notions import cases_claim

STRANGE = [
    None,
    1.0,
    True,
    "x",
    -1,
    10**30,
    (),
    (1.0,),
    (True,),
    [0],
    {},
    object(),
    Computed,
    float("nan"),
    m("1"),
]


def fields_of(value, path=()):
    for name in getattr(value, "__dataclass_fields__", {}):
        yield (*path, name)
        yield from fields_of(getattr(value, name), (*path, name))


def put(value, path, new):
    name, *rest = path
    return replace(value, **{name: put(getattr(value, name), rest, new) if rest else new})


def theorems():
    yield Equal(A, A)
    yield s.Independent(g("1 2 3; 2 4 7"))
    yield Equal(Power(A, 2), Power(A, 2))
    yield Equal(Span(A), Span(A))
    yield ChangeOfBasis(g("1 2; 3 4"), g("1 0; 0 1"), m("1 3; 2 4")).claim
    yield Reduces(m("3 4; 2 4"), (Swap(1, 2),), m("2 4; 3 4")).claim
    yield Factors(g("0 1; 2 3"), (2, 1), m("1 0; 0 1"), m("2 3; 0 1")).claim


@pytest.mark.parametrize("claim", list(theorems()), ids=lambda x: type(x).__name__)
def test_strange_fields_are_refused(claim):
    proof = prove(claim)
    check(claim, proof)
    for strange in STRANGE:
        for path in fields_of(claim):
            expect_error(lambda p=path, x=strange: check(put(claim, p, x), proof))
        for path in fields_of(proof):
            expect_error(lambda p=path, x=strange: check(claim, put(proof, p, x)))


def expect_error(action):
    """Run it; it may succeed or refuse, but not in the words of the last net."""
    try:
        action()
    except KernelError as error:
        if "does not fit the claim" in str(error):
            raise RuntimeError(str(error)) from error


@pytest.mark.parametrize("strange", [None, 3, "claim", Equal, Computed(), Count(1), m("1"), QQ])
def test_what_is_no_claim_or_certificate(strange):
    with pytest.raises(Malformed):
        check(strange, C)
    if not isinstance(strange, Computed):
        with pytest.raises(Malformed):
            check(Equal(A, A), strange)


@pytest.mark.parametrize(
    ("claim", "certificate", "reason"),
    [
        (Equal(Count(1.0), Count(1)), comp(C, C), "Count.value: int is due, not float"),
        (Equal(Count(True), Count(1)), comp(C, C), "Count.value: int is due, not bool"),
        (
            Equal(Columns([1]), Columns((1,))),
            comp(C, C),
            "Columns.positions: a tuple is due, not list",
        ),
        (Equal(A, 3), comp(C, C), "Equal.right: Term is due, not int"),
        (Equal(A, A), Computed([C, C]), "Computed.parts: a tuple is due, not list"),
        (s.Independent(A), c.Regular(C, (C,)), "Regular.minor: Minor is due, not Computed"),
    ],
)
def test_fields_have_their_declared_types(claim, certificate, reason):
    with pytest.raises(Malformed) as caught:
        check(claim, certificate)
    assert str(caught.value) == reason


def test_deep_nesting_is_refused():
    term, proof = A, C
    for _ in range(5000):
        term, proof = Transpose(term), comp(proof)
    with pytest.raises(Malformed, match="nested more than"):
        check(Equal(term, A), comp(proof, C))


def test_deeply_composed_claims_are_refused():
    claim, proof = Equal(A, A), comp(C, C)
    for _ in range(5000):
        claim, proof = s.AllOf((s.AnyOf((claim,)),)), c.Each((c.Choice(0, proof),))
    with pytest.raises(Malformed, match="nested more than"):
        check(claim, proof)
    claim, proof = Equal(A, A), comp(C, C)
    for _ in range(40):
        claim, proof = s.AllOf((claim, claim)), c.Each((proof, proof))
    with pytest.raises(Malformed, match="parts"):
        check(claim, proof)


def test_shared_parts_do_not_make_it_run_for_ever():
    term, proof = A, C
    for _ in range(60):
        term, proof = Product(term, term), comp(proof, proof)
    with pytest.raises(Malformed, match="parts"):
        check(Equal(term, A), comp(proof, C))
    claim, good = cases_claim()
    tree = good.tree
    for _ in range(40):
        tree = Split(m("a", A1), m("a", A1), (1,), tree, (tree,))
    with pytest.raises(Malformed, match="parts"):
        check(claim, Covered(tree, good.proofs))


def test_powers_of_powers_are_refused():
    term, proof = g("2 1; 1 3"), C
    for _ in range(4):
        term, proof = Power(term, 1000), comp(proof)
    with pytest.raises(Rejected, match="too many digits"):
        check(Equal(term, A), comp(proof, C))
    spread = Power(g("a + b + c, 0; 0, 1", parameters("a b c")), 1000)
    with pytest.raises(Rejected, match="too large"):
        check(Equal(spread, spread), comp(comp(C), comp(C)))


def test_many_cases_are_refused():
    one = Case(A1, Equal(Given(m("a", A1)), Given(m("a", A1))))
    claim = Cases(A1, (one,) * 1001)
    with pytest.raises(Rejected, match="at most 1000 cases"):
        check(claim, Covered(Reached(0), (comp(C, C),) * 1001))
    assert check(Cases(A1, (one,)), Covered(Reached(0), (comp(C, C),)))


def test_many_operations_are_replayed_without_nesting_deeply():
    claim = Reduces(m("1; 2"), (Swap(1, 2),) * 500, m("1; 2")).claim
    assert check(claim, prove(claim))


def test_a_large_block_is_not_built():
    rows = m(";".join(["1"] * 3))
    empty = replace(rows, rows=((),) * 30_000, width=0)
    basis = c.Basis(tuple(range(30_000)), empty, c.Minor((), (), 0, m("", width=0)), (C,))
    with pytest.raises(Malformed, match="no such column"):
        check(Equal(Span(Given(empty)), Span(Given(empty))), comp(basis, basis))


def test_a_theorem_is_plain_data():
    theorem = check(Equal(A, A), comp(C, C))
    with pytest.raises(AttributeError):
        theorem.claim = None
    forged = Theorem(Equal(A, g("1")), comp(C, C))
    with pytest.raises(Rejected):
        forged.recheck()
