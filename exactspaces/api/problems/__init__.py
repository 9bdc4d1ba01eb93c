"""Problem files: solved, marked, tested, drawn in variants, put on sheets."""
