"""The words that have a meaning of their own in formulas, conditions and sets."""

# Functions of one number that the kernel knows, by each of their spellings.
ONE = {
    "exp": "exp", "log": "log", "ln": "log", "tan": "tan", "atan": "atan", "arctan": "atan",
    "sinh": "sinh", "asinh": "asinh", "arsinh": "asinh", "arcsinh": "asinh", "tanh": "tanh",
    "atanh": "atanh", "artanh": "atanh", "arctanh": "atanh", "abs": "abs", "sgn": "sgn",
    "sign": "sgn", "floor": "floor", "conj": "conj", "re": "re", "Re": "re", "im": "im",
    "Im": "im",
}  # fmt: skip
FURTHER = frozenset({"sqrt", "cbrt", "root", "min", "max", "mod", "cosh", "ceil", "frac"})
MATRIX = frozenset({
    "tr", "trace", "det", "inv", "transpose", "rank", "upper_triangular", "lower_triangular",
    "diagonal", "symmetric", "skew_symmetric", "antisymmetric", "hermitian", "norm", "invertible",
    "orthogonal",
})  # fmt: skip
POLYNOMIAL = frozenset({"deg", "degree", "integral", "int", "even", "odd", "lim", "limit"})
CLASSES = frozenset({
    "continuous", "differentiable", "smooth", "integrable", "bounded", "convergent", "periodic",
    "polynomial", "summable",
})  # fmt: skip
UNREAD = frozenset({"sin", "cos", "cot", "asin", "acos", "arcsin", "arccos", "acosh", "gamma"})
CALLED = ONE.keys() | FURTHER | MATRIX | POLYNOMIAL | CLASSES | UNREAD
PREFIXES = ONE.keys() | {"tr", "trace", "det", "deg", "rank"}
DOMAINS = frozenset({"RR", "CC", "QQ", "ZZ", "GF", "FF", "oo", "infinity", "inf"})
WHOLE = CALLED | DOMAINS | {"pi", "mod"}
