"""Answers as plain data, in short, as documents; and the reason in one sentence."""
