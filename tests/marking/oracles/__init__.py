"""Exercises of every kind, drawn over a field, that know by themselves what is right.

Nothing of the package is used here.
"""
