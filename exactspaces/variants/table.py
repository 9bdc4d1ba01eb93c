"""All generators by name: what carries out the calls that a problem file may hold."""

from collections.abc import Callable, Mapping

from exactspaces.variants import lists, matrices, numbers
from exactspaces.variants.arguments import Told
from exactspaces.variants.values import Value

Give = Callable[[Told], Value]
_ALL: tuple[Give, ...] = (
    numbers.integer, numbers.rational, numbers.choice, numbers.entry, numbers.random_vector,
    numbers.distinct_integers, numbers.shuffled, numbers.vector_in, numbers.vector_outside,
    numbers.member, numbers.random_polynomial, numbers.polynomial_with_roots,
    matrices.random_matrix, matrices.nice_rref, matrices.unreduce, matrices.unimodular,
    matrices.invertible_matrix, matrices.triangular, matrices.random_symmetric,
    matrices.permutation_matrix, matrices.diagonal, matrices.similar_to,
    matrices.with_eigenvalues, matrices.with_jordan, matrices.as_columns, matrices.as_rows,
    lists.independent_list, lists.dependent_list, lists.basis_list, lists.rebased, lists.members,
    lists.orthogonal_list, lists.orthogonal_columns, lists.orthonormal_columns,
    lists.symmetric_with_eigenvalues,
)  # fmt: skip
GIVE: Mapping[str, Give] = {give.__name__: give for give in _ALL}
