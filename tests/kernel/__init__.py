"""Tests of the trusted part: what it accepts, what it refuses, and what it survives."""
