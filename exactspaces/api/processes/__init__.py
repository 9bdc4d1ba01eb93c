"""Budgets: what can take long or can grow runs in processes of its own."""
