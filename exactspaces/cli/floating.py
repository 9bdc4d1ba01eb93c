"""The command `numeric`: decompositions and solutions of matrices in files, with bounds."""

import json
import sys
import time
from argparse import Namespace
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

_FIRST_LINE_AFTER = 2.0
_NO_BOUND = 3


def run(options: Namespace) -> int:
    """Run `exactspaces numeric`; give the exit code: 0 with a bound, 3 without one."""
    from exactspaces.numeric.files import read_numbers

    found = METHODS[options.method](read_numbers(options.file), options)
    if options.save:
        _save_theorem(found, options.save)
    if options.json:
        print(json.dumps(found.as_dict(), indent=2))
    else:
        print(found)
    if options.plot:
        _save(found, options.plot)
    return 0 if _is_bounded(found) else _NO_BOUND


def _is_bounded(found: Any) -> bool:
    """Say whether all that was asked is bounded; what has no `bound` says so by its reason."""
    if hasattr(found, "bound"):
        return found.bound is not None and bool(getattr(found, "converged", True))
    return not getattr(found, "reason", "")


def _svd(A: Any, options: Namespace) -> Any:
    from exactspaces.numeric import svd, truncated_svd

    return svd(A) if options.rank is None else truncated_svd(A, options.rank)


def _eigh(A: Any, options: Namespace) -> Any:
    from exactspaces.numeric import eigh

    return eigh(A, options.rank)


def _solve(A: Any, options: Namespace) -> Any:
    from exactspaces.numeric import lstsq, solve

    return (lstsq if options.method == "lstsq" else solve)(A, _right(A, options))


def _rank(A: Any, options: Namespace) -> Any:
    from exactspaces.numeric import exact_rank, rank

    if options.method == "exact-rank":
        return exact_rank(A)
    return rank(A, threshold=options.threshold)


def _size(A: Any, options: Namespace) -> Any:
    from exactspaces.numeric import condition, norms

    return (norms if options.method == "norms" else condition)(A)


def _low_rank(A: Any, options: Namespace) -> Any:
    from exactspaces.errors import NotUnderstood
    from exactspaces.numeric import low_rank

    if options.rank is None:
        raise NotUnderstood("numeric low-rank: say which rank, as in --rank 3")
    return low_rank(A, options.rank)


def _pca(A: Any, options: Namespace) -> Any:
    from exactspaces.numeric import pca

    return pca(A, options.rank)


def _cg(A: Any, options: Namespace) -> Any:
    from exactspaces.numeric import cg

    return cg(A, _right(A, options), rtol=options.rtol, progress=Line())


def _gmres(A: Any, options: Namespace) -> Any:
    from exactspaces.numeric import gmres

    return gmres(A, _right(A, options), rtol=options.rtol, progress=Line())


def _right(A: Any, options: Namespace) -> Any:
    """Give the right side: from a file, or all ones."""
    from exactspaces.numeric.files import read_vector_file

    if options.right is None:
        return [1.0] * (A.shape[0] if A.ndim else 1)
    return read_vector_file(options.right)


def _save_theorem(found: Any, path: str) -> None:
    """Write the theorem of a decomposition, or of an exact rank, to a file."""
    from exactspaces.api.theorems import save
    from exactspaces.errors import NotUnderstood

    if not hasattr(found, "theorem"):
        raise NotUnderstood("--save: only svd, eigh and exact-rank give theorems of the kernel")
    theorem = found.theorem() if callable(found.theorem) else found.theorem
    try:
        save(theorem, path)
    except OSError as error:
        raise NotUnderstood(f"--save {path}: {error}") from error


def _save(found: Any, path: str) -> None:
    from exactspaces.errors import NotUnderstood

    if not hasattr(found, "plot"):
        raise NotUnderstood(f"--plot {path}: there is no picture of this result")
    if Path(path).suffix.lower() not in {".png", ".svg", ".pdf"}:
        raise NotUnderstood(f"--plot {path}: a file that ends in .png, .svg or .pdf is due")
    axes = found.plot()
    try:
        axes.figure.savefig(path, dpi=150, bbox_inches="tight")
    except OSError as error:
        raise NotUnderstood(f"--plot {path}: {error}") from error


class Line:
    """A line on standard error that shows how far an iteration is, when it takes long."""

    def __init__(self) -> None:
        self.began = self.shown = time.monotonic()

    def __call__(self, steps: int, relative: float) -> None:
        now = time.monotonic()
        if now - self.began < _FIRST_LINE_AFTER or now - self.shown < 1.0:
            return
        self.shown = now
        print(f"step {steps}, relative residual {relative:.1e}", file=sys.stderr)


METHODS: Mapping[str, Callable[[Any, Namespace], Any]] = {
    "svd": _svd,
    "eigh": _eigh,
    "solve": _solve,
    "lstsq": _solve,
    "cg": _cg,
    "gmres": _gmres,
    "rank": _rank,
    "exact-rank": _rank,
    "norms": _size,
    "condition": _size,
    "low-rank": _low_rank,
    "pca": _pca,
}
