"""Proofs of statements about all values: normal forms, lemmas, cases, combinations.

A certificate for a statement is looked for in the order of cost. Each step asks the rules of the
kernel whether it is accepted, so that what is handed over was tried; `settle` checks it once more.
"""

from dataclasses import dataclass, field

from exactspaces.kernel import formulas as f
from exactspaces.kernel import statements as st
from exactspaces.kernel.certificates import Certificate
from exactspaces.kernel.errors import KernelError
from exactspaces.kernel.rules import prove as applied
from exactspaces.kernel.statements import ForAll
from exactspaces.kernel.valuation import truth
from exactspaces.solvers.laws.build import ZERO, Deadline, sub
from exactspaces.solvers.laws.factoring import FactoringSetting, contradictory, setting_of
from exactspaces.solvers.laws.nonzero import by_factors
from exactspaces.solvers.laws.parameters import substitutions
from exactspaces.solvers.laws.positivity import find_cofactors, find_contradiction, find_positive
from exactspaces.solvers.laws.samples import Samples
from exactspaces.solvers.laws.splits import Split, cases, demands, parts_of

MAX_DEPTH = 7
ERRORS = (KernelError, TypeError, ValueError, AttributeError, IndexError, KeyError, OverflowError)


def accepted(claim: ForAll, certificate: Certificate) -> bool:
    """Say whether the rules of the kernel accept a certificate."""
    try:
        applied(claim, certificate)
    except ERRORS:
        return False
    return True


@dataclass
class Prover:
    """A search for certificates until a deadline."""

    deadline: Deadline
    failed: set[ForAll] = field(default_factory=set)

    def prove(self, claim: ForAll, depth: int = 0, *, change: bool = True) -> Certificate | None:
        """Give a certificate, or None when none was found."""
        if self.deadline.passed() or claim in self.failed or depth > MAX_DEPTH:
            return None
        found = self._attempt(claim, depth, change=change)
        if found is None:
            self.failed.add(claim)
        return found

    def _attempt(self, claim: ForAll, depth: int, *, change: bool) -> Certificate | None:
        if depth == 0 and accepted(claim, st.Normalised()):
            return st.Normalised()
        hints = self._hints(claim)
        if hints is not None and accepted(claim, st.Normalised(hints)):
            return st.Normalised(hints)
        match claim.conclusion:
            case f.Every(conditions):
                return self._severally(claim, conditions, depth, change=change)
            case f.Some(conditions) if len(conditions) > 1:
                return self._one_of(claim, conditions, depth)
            case f.Compare("!=", left, right):
                found = self._unequal(claim, left, right, depth)
                if found is not None:
                    return found
        if change:
            for proof in self._changed(claim, depth):
                return proof
        quick = self.quick(claim)
        if quick is not None:
            return quick
        samples = Samples(claim)
        if samples.rows and not samples.always(claim.conclusion):
            return None
        return self._by_lemmas(claim, samples, depth) or self._by_cases(claim, samples, depth)

    def _one_of(
        self, claim: ForAll, conditions: tuple[f.Condition, ...], depth: int
    ) -> Certificate | None:
        """Show one of several conditions; or use that the first one, x != y, is false."""
        for index, condition in enumerate(conditions):
            part = with_conclusion(claim, condition)
            if accepted(part, st.Normalised()):
                return st.Alternative(index, st.Normalised())
            samples = Samples(part)
            if not samples.rows or not samples.always(condition):
                continue
            proof = self.prove(part, depth + 3, change=False)
            if proof is not None:
                return st.Alternative(index, proof)
        for condition in conditions:
            if isinstance(condition, f.Compare) and condition.relation == "!=":
                difference = sub(condition.left, condition.right)
                known = [f.Compare(r, difference, ZERO) for r in ("=", "!=")]
                if any(x in claim.hypotheses for x in known):
                    continue
                return self.split(claim, Split(difference, signs=False), depth)
        return self._by_cases(claim, Samples(claim), depth)

    def _unequal(
        self, claim: ForAll, left: f.Formula, right: f.Formula, depth: int
    ) -> Certificate | None:
        """Show x != y by the factors of the difference, or by x < y or x > y."""
        proof = by_factors(claim, left, right)
        if proof is not None and accepted(claim, proof):
            return proof
        samples = Samples(claim)
        for relation in ("<", ">") if samples.rows else ():
            order = f.Compare(relation, left, right)
            if samples.always(order):
                proof = self.prove(with_conclusion(claim, order), depth + 1, change=False)
                if proof is not None:
                    found = st.Lemma(order, proof, st.Normalised())
                    return found if accepted(claim, found) else None
        return None

    def quick(self, claim: ForAll) -> Certificate | None:
        """Give a certificate without lemmas and cases."""
        for search in (find_contradiction, find_positive, find_cofactors):
            proof = search(claim, self.deadline)
            if proof is not None and accepted(claim, proof):
                return proof
        return None

    def _hints(self, claim: ForAll) -> tuple[tuple[tuple[f.Formula, int], ...], ...] | None:
        """Give the factorisations with which the normal forms show the conclusion."""
        try:
            setting = setting_of(claim, factoring=True)
            if not contradictory(setting) and not truth(setting, claim.conclusion):
                return None
        except ERRORS:
            return None
        return tuple(setting.products) if isinstance(setting, FactoringSetting) else None

    def _severally(
        self, claim: ForAll, conditions: tuple[f.Condition, ...], depth: int, *, change: bool
    ) -> Certificate | None:
        proofs = []
        for condition in conditions:
            part = with_conclusion(claim, condition)
            proof = self.prove(part, depth, change=change)
            if proof is None:
                return self._by_cases(claim, Samples(claim), depth) if _splits(claim) else None
            proofs.append(proof)
        return st.Severally(tuple(proofs))

    def _changed(self, claim: ForAll, depth: int) -> list[Certificate]:
        for one in substitutions(claim):
            inner = ForAll(one.quantities, one.hypotheses, one.conclusion)
            proof = self.prove(inner, depth + 1, change=False)
            if proof is None:
                continue
            onto = self.prove(with_conclusion(claim, one.back), depth + 1, change=False)
            if onto is not None:
                return [
                    st.Substitution(one.quantities, one.hypotheses, one.old, one.new, onto, proof)
                ]
        return []

    def _by_lemmas(self, claim: ForAll, samples: Samples, depth: int) -> Certificate | None:
        lemmas: list[tuple[f.Condition, Certificate]] = []
        current = claim
        for condition in demands(claim.conclusion, samples):
            if accepted(with_conclusion(current, condition), st.Normalised()):
                continue
            if not samples.always(condition):
                continue
            part = with_conclusion(current, condition)
            proof = self.prove(part, depth + 1, change=False)
            if proof is not None:
                lemmas.append((condition, proof))
                current = under(current, condition)
        if not lemmas:
            return None
        rest = self.prove(current, depth + 1, change=False)
        if rest is None:
            return None
        for condition, proof in reversed(lemmas):
            rest = st.Lemma(condition, proof, rest)
        return rest

    def _by_cases(self, claim: ForAll, samples: Samples, depth: int) -> Certificate | None:
        setting = setting_of(claim)
        for one in cases((claim.hypotheses, claim.conclusion), setting, samples):
            if isinstance(one, Split):
                return self.split(claim, one, depth)
            proof = self.prove(with_conclusion(claim, one), depth + 1, change=False)
            if proof is not None:
                rest = self.prove(under(claim, one), depth + 1, change=False)
                return rest and st.Lemma(one, proof, rest)
        return self._by_guess(claim, depth)

    def _by_guess(self, claim: ForAll, depth: int) -> Certificate | None:
        """Split by the sign of a real variable that occurs under a root or in a comparison."""
        setting = setting_of(claim)
        if depth > 3:
            return None
        for name in _loose(claim):
            variable = f.Variable(name)
            sides = (f.Compare(r, variable, ZERO) for r in ("<", "=", ">"))
            known = [accepted(with_conclusion(claim, x), st.Normalised()) for x in sides]
            if not any(known) and setting.domains[name] != f.ComplexNumbers():
                return self.split(claim, Split(variable), depth)
        return None

    def split(self, claim: ForAll, one: Split, depth: int) -> Certificate | None:
        """Prove by the cases of a split."""
        relations = ("<", "=", ">") if one.signs else ("=", "!=")
        proofs = []
        for relation in relations:
            part = under(claim, f.Compare(relation, one.formula, ZERO))
            proof = self.prove(part, depth + 1, change=False)
            if proof is None:
                return None
            proofs.append(proof)
        found = st.Signs(one.formula, *proofs) if one.signs else st.Vanishing(one.formula, *proofs)
        return found if accepted(claim, found) else None


def _splits(claim: ForAll) -> bool:
    kinds = ("abs", "sgn", "max", "min", "floor")
    return any(
        isinstance(x, f.Conditional) or (isinstance(x, f.Apply) and x.function in kinds)
        for x in parts_of(claim.conclusion)
    )


def _loose(claim: ForAll) -> list[str]:
    """Give the real variables in comparisons and under roots."""
    found: dict[str, None] = {}
    match claim.conclusion:
        case f.Compare("<" | "<=" | ">" | ">=" | "!=", x, y):
            places = [sub(x, y)]
        case _:
            places = [
                x
                for x in parts_of(claim.conclusion)
                if isinstance(x, f.Apply) and x.function == "root"
            ]
    for one in parts_of(tuple(places)):
        if isinstance(one, f.Variable) and one.name in {q.name for q in claim.quantities}:
            found[one.name] = None
    return list(found)[:3]


def with_conclusion(claim: ForAll, conclusion: f.Condition) -> ForAll:
    """Give the statement with another conclusion."""
    return ForAll(claim.quantities, claim.hypotheses, conclusion)


def under(claim: ForAll, *more: f.Condition) -> ForAll:
    """Give the statement with more hypotheses."""
    return ForAll(claim.quantities, (*claim.hypotheses, *more), claim.conclusion)
