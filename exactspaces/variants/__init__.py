"""Random variants of problems: drawn backwards from nice answers, and proved to be as required."""
