"""Text to data: what a person types, read without ever running it."""
