"""Answers about statements, axioms and proofs."""
