"""The spaces that vectors live in, with their natural coordinates."""

from exactspaces.spaces.ambient import Ambient, Coordinates, Matrices, Polynomials

__all__ = ["Ambient", "Coordinates", "Matrices", "Polynomials"]
