"""What a user calls: questions in text, matrices and subspaces as objects, theorem files."""
