"""Untrusted search for answers and certificates, one module per topic.

`exactspaces.solvers.find.find` is the entrance: it looks up the solver for a question. Whatever a
solver returns is checked by the kernel; a wrong answer is refused there.
"""
