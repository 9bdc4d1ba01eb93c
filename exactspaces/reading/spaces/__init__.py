"""Formulas, conditions, carriers and spaces of your own: from text to data."""

from exactspaces.reading.spaces.define import read_user_space

__all__ = ["read_user_space"]
