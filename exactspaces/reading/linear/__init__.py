"""Linear maps in the expression language: T(x, y) = (x + y, 2x), T: P_2 -> P_1, T(p) = p'."""
