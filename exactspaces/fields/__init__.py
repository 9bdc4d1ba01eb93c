"""Fields and their numbers: the one place that makes rings of the kernel."""

from exactspaces.fields.matrices import entries, entry, matrix_from
from exactspaces.fields.names import read_field
from exactspaces.fields.numbers import Scalar, generator, lift, number
from exactspaces.fields.rings import GF, QQ, adjoin, galois_extension, with_parameters
from exactspaces.fields.roots import square_root, with_square_root
from exactspaces.fields.signs import sign
from exactspaces.fields.texts import field_name

__all__ = [
    "GF",
    "QQ",
    "Scalar",
    "adjoin",
    "entries",
    "entry",
    "field_name",
    "galois_extension",
    "generator",
    "lift",
    "matrix_from",
    "number",
    "read_field",
    "sign",
    "square_root",
    "with_parameters",
    "with_square_root",
]
