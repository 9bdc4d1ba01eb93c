"""The judges: each states what the kernel has to prove of an answer."""
