"""Named mistakes: for each the wrong answer that one gets by it, and what is said about it.

A mistake is looked for only in an answer that is wrong. It is named when the answer is exactly
what the mistake leads to; the first hit of the lists, which go from special to general, is taken.
"""

from exactspaces.marking.mistakes.base import Hit, Mistake, Scene
from exactspaces.marking.mistakes.table import MISTAKES, mistake_in, names_of, wrong_answers

__all__ = ["MISTAKES", "Hit", "Mistake", "Scene", "mistake_in", "names_of", "wrong_answers"]
