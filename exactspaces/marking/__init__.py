"""Marks: answers judged by what they mean, with the theorem behind each verdict."""

from exactspaces.marking.mark import Mark
from exactspaces.marking.marker import mark_part

__all__ = ["Mark", "mark_part"]
