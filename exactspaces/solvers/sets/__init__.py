"""Sets given by conditions: which linear subspace they are, if they are one."""
