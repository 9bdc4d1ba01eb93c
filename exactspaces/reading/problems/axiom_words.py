"""The words for the ten obligations of a vector space, and for the conditions of a subspace."""

import re
from collections.abc import Mapping

# The eight axioms are also known by their numbers in this order.
NUMBERED = (
    "add_comm", "add_assoc", "zero_exists", "neg_exists",
    "one_scale", "scale_assoc", "scale_add_vectors", "scale_add_scalars",
)  # fmt: skip
PLAIN: Mapping[str, str] = {
    "closed_add": "closure under addition",
    "closed_scale": "closure under scaling",
    "add_comm": "commutativity of addition",
    "add_assoc": "associativity of addition",
    "zero_exists": "a zero vector",
    "neg_exists": "a negative of each vector",
    "one_scale": "1 v = v",
    "scale_assoc": "(c d) v = c (d v)",
    "scale_add_vectors": "c (u + v) = c u + c v",
    "scale_add_scalars": "(c + d) v = c v + d v",
}
_WORDS: Mapping[str, str] = {
    "closed_add": "closed-add closed-sum sum-escapes closure-sum closed-under-addition "
    "closure-under-addition closure-addition sums",
    "closed_scale": "closed-scale closed-multiple multiple-escapes closure-multiple "
    "closed-under-scaling closure-under-scaling closure-scaling "
    "closed-under-scalar-multiplication multiples",
    "add_comm": "commutativity commutative comm",
    "add_assoc": "associativity associative assoc",
    "zero_exists": "zero zero-vector zero-missing zero-exists neutral",
    "neg_exists": "negative negatives inverse additive-inverse negative-missing neg",
    "one_scale": "unit one identity one-scale",
    "scale_assoc": "compatibility compatible scalar-product scale-assoc",
    "scale_add_vectors": "vector-sum distributivity-vectors scale-add-vectors",
    "scale_add_scalars": "scalar-sum distributivity-scalars scale-add-scalars",
}
OBLIGATION: Mapping[str, str] = {
    **{word: name for name, words in _WORDS.items() for word in words.split()},
    **{name.replace("_", "-"): name for name in _WORDS},
    **{str(k): name for k, name in enumerate(NUMBERED, 1)},
}


def obligation_named(text: str) -> str | None:
    """Give the obligation that a word or a number names.

    >>> obligation_named("Axiom 8"), obligation_named("scalar-sum")
    ('scale_add_scalars', 'scale_add_scalars')
    """
    plain = re.sub(r"[\s_]+", "-", text.strip().lower().rstrip("."))
    plain = re.sub(r"^(the-)?(axioms?|law|no|number|of|by)-", "", plain)
    return OBLIGATION.get(plain)


def words_of(name: str) -> str:
    """Say what an obligation asks, with its number among the axioms."""
    number = f"axiom {NUMBERED.index(name) + 1}, " if name in NUMBERED else ""
    return f"{number}{PLAIN[name]}"
