"""The named functions of the expression language: what each requires and what it means."""
