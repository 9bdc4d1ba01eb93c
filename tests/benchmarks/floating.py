"""The floating path beside NumPy, SciPy and scikit-learn: `python -m tests.benchmarks.floating`.

Ours includes the bounds. Memory is measured in fresh processes. Parts of row names select rows.
"""

from __future__ import annotations

import math
import subprocess
import sys
import tempfile
from collections.abc import Callable
from time import perf_counter

import numpy as np
import scipy.sparse
import scipy.sparse.linalg

from exactspaces import numeric
from exactspaces.numeric.conjugate import begun
from tests.benchmarks.timing import medians, ratio, shown

RNG = np.random.default_rng(2026)
PEAK = """
import sys
from pathlib import Path
import numpy
import scipy.sparse
from tests.benchmarks.floating import ours_cg, their_cg
def peak():
    lines = Path("/proc/self/status").read_text().splitlines()
    return int(next(line.split()[1] for line in lines if line.startswith("VmHWM"))) // 1024
A = scipy.sparse.load_npz(sys.argv[2])
b = A @ numpy.ones(A.shape[0])
before = peak()
{"ours": ours_cg, "theirs": their_cg}[sys.argv[1]](A, b, 50)
print(before, peak())
"""


def poisson(side: int):
    """The five-point Laplacian on a square grid, a right side, and the exact solution.

    The solution has small integer entries, so that the right side has no rounding error.
    """
    line = scipy.sparse.diags_array(
        [[-1.0] * (side - 1), [2.0] * side, [-1.0] * (side - 1)], offsets=(-1, 0, 1)
    )
    eye = scipy.sparse.eye_array(side)
    A = (scipy.sparse.kron(line, eye) + scipy.sparse.kron(eye, line)).tocsr()
    x = RNG.integers(-100, 101, side * side).astype(float)
    return A, A @ x, x


def ours_cg(A, b, steps=None, rtol=1e-8):
    return numeric.cg(A, b, rtol=rtol, max_steps=steps)


def their_cg(A, b, steps=None, rtol=1e-8):
    return scipy.sparse.linalg.cg(A, b, rtol=rtol, maxiter=steps)


def once(call: Callable[[], object]) -> tuple[float, object]:
    start = perf_counter()
    found = call()
    return perf_counter() - start, found


def line(name: str, ours: float, theirs: float, goal: str, more: str) -> None:
    cells = (name, shown(ours), shown(theirs), ratio(ours / theirs), goal, more)
    sys.stdout.write(f"| {' | '.join(cells)} |\n")
    sys.stdout.flush()


def svd() -> None:
    A = RNG.standard_normal((1000, 1000))
    found = medians({"ours": lambda: numeric.svd(A), "theirs": lambda: np.linalg.svd(A)}, 20.0)
    bound = numeric.svd(A).bound
    radius = float(bound.radius[0]) / float(bound.lower[0])
    more = f"relative radius {radius:.1e} (goal 1e-11)"
    line("svd, 1000 x 1000", found["ours"], found["theirs"], "1.5", more)


def drawn() -> None:
    from sklearn.utils.extmath import randomized_svd  # noqa: PLC0415 - only needed here

    A = (
        RNG.standard_normal((20000, 50))
        * np.geomspace(1, 1e-3, 50)
        @ RNG.standard_normal((50, 2000))
    )
    A += 1e-3 * RNG.standard_normal((20000, 2000))
    for q in (2, 4, 7):
        calls = {
            "ours": lambda q=q: numeric.randomized_svd(A, 50, power_iterations=q),
            "theirs": lambda q=q: randomized_svd(A, 50, n_iter=q, random_state=0),
        }
        found, bound = medians(calls, 30.0), numeric.randomized_svd(A, 50, power_iterations=q)
        sharp = float(bound.probable.radius[0] / bound.s[0])
        sure = float(bound.bound.radius[0] / bound.s[0])
        more = f"relative radius {sure:.1e}, probable {sharp:.1e}"
        name = f"randomized_svd, 20000 x 2000, k = 50, {q} power iterations"
        line(name, found["ours"], found["theirs"], "1.3", more)


def solve() -> None:
    A, b = RNG.standard_normal((1000, 1000)), RNG.standard_normal(1000)
    calls = {"ours": lambda: numeric.solve(A, b), "theirs": lambda: np.linalg.solve(A, b)}
    found = medians(calls, 10.0)
    error = numeric.solve(A, b).bound.upper / np.linalg.norm(np.linalg.solve(A, b))
    line("solve, n = 1000", found["ours"], found["theirs"], "6", f"relative error {error:.1e}")


def gradients(side: int) -> None:
    """Time a fixed number of steps of the iteration, then the whole solution with its bound."""
    A, b, x = poisson(side)
    steps = 100
    calls = {
        "ours": lambda: begun(A, b).run(0.0, steps),
        "theirs": lambda: their_cg(A, b, steps, 1e-300),
    }
    found = medians(calls, 20.0)
    name = f"cg, 2D Poisson, {side * side:.0e} unknowns"
    line(f"{name}, {steps} steps", found["ours"], found["theirs"], "1.1", "the iteration alone")
    ours, result = once(lambda: ours_cg(A, b))
    theirs, (other, _) = once(lambda: their_cg(A, b))
    error = float(np.linalg.norm(result.x - x))
    more = (
        f"bound / true error {result.bound.upper / error:.3g} (goal 100), "
        f"{len(result.history) - 1} steps, tolerance {1e-8 * math.sqrt(b @ b):.2g}, "
        f"error {error:.2g}, bound {result.bound.upper:.2g}, "
        f"SciPy's error {np.linalg.norm(other - x):.2g}"
    )
    line(f"{name}, with the bound", ours, theirs, "", more)


def memory() -> None:
    peaks = {}
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/poisson.npz"
        scipy.sparse.save_npz(path, poisson(1000)[0], compressed=False)
        for who in ("ours", "theirs"):
            command = [sys.executable, "-c", PEAK, who, path]
            done = subprocess.run(command, capture_output=True, text=True, check=True)
            peaks[who] = tuple(map(int, done.stdout.split()))
    sys.stdout.write(f"memory of cg with 1e6 unknowns, MiB before and at the peak: {peaks}\n")


ROWS = {
    "svd": svd,
    "randomized": drawn,
    "solve": solve,
    "cg small": lambda: gradients(100),
    "cg large": lambda: gradients(1000),
    "memory": memory,
}


def main(wanted: list[str]) -> None:
    sys.stdout.write("| question | ours | theirs | ours / theirs | goal | the bound |\n")
    sys.stdout.write("|---|---|---|---|---|---|\n")
    for name, row in ROWS.items():
        if not wanted or any(part in name for part in wanted):
            row()


if __name__ == "__main__":
    main(sys.argv[1:])
