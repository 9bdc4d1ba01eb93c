"""Matrices, subspaces and affine sets as Python objects."""
