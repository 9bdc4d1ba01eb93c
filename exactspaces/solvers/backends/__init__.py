"""The only folder that imports SymPy and python-flint, behind one small interface."""
