"""Measurements, none of which is a test: `python -m tests.benchmarks`."""
