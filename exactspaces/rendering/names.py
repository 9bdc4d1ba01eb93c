"""What a name looks like: letter, subscript, superscript; Greek letters, fields."""

import re
from dataclasses import dataclass
from typing import Literal

_GREEK = "αβγδεζηθικλμνξπρσςτυφχψωΓΔΘΛΞΠΣΦΨΩ∞"
_GREEK_WORDS = """
    alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma varsigma
    tau upsilon phi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega infty
"""
GREEK = dict(zip(_GREEK_WORDS.split(), _GREEK, strict=True))
GREEK_WORDS = {letter: word for word, letter in GREEK.items()}
BLACKBOARD = {"QQ": "ℚ", "RR": "ℝ", "CC": "ℂ", "ZZ": "ℤ", "NN": "ℕ", "FF": "𝔽"}

_FIELD = re.compile(r"GF\((?P<size>\d+)\)(?:\^(?P<above>\w+))?")
_NAME = re.compile(
    r"(?P<letters>[^\W\d_]+)(?P<digits>\d*)(?:_(?P<below>\w+))?(?P<primes>'*)"
    r"(?:\^\(?(?P<above>-?\w+)\)?)?"
)


@dataclass(frozen=True)
class Name:
    """The parts of a name; `letters` is one letter, a word, or one of the keys of BLACKBOARD.

    A name of another form is a word as a whole.
    """

    letters: str
    style: Literal["letter", "word", "field"]
    below: str = ""
    above: str = ""


def read_name(text: str) -> Name:
    """Take a name apart.

    >>> read_name("x12"), read_name("R^3")
    (Name(letters='x', style='letter', below='12', above=''), \
Name(letters='RR', style='field', below='', above='3'))
    """
    finite = _FIELD.fullmatch(text)
    if finite:
        return Name("FF", "field", finite["size"], finite["above"] or "")
    found = _NAME.fullmatch(text)
    if not found:
        return Name(text, "word")
    letters, above = GREEK.get(found["letters"], found["letters"]), found["above"] or ""
    below = ",".join(x for x in (found["digits"], found["below"]) if x)
    if letters in BLACKBOARD:
        return Name(letters, "field", below, above)
    if letters * 2 in BLACKBOARD and above and not found["digits"]:
        return Name(letters * 2, "field", below, above)
    style: Literal["letter", "word"] = "letter" if len(letters) == 1 else "word"
    return Name(letters + found["primes"], style, below, above)
