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
    if options.json:
        print(json.dumps(found.as_dict(), indent=2))
    else:
        print(found)
    if options.plot:
        _save(found, options.plot)
    converged = getattr(found, "converged", True)
    return 0 if found.bound is not None and converged else _NO_BOUND


def _svd(A: Any, options: Namespace) -> Any:
    from exactspaces.numeric import svd, truncated_svd

    return svd(A) if options.rank is None else truncated_svd(A, options.rank)


def _eigh(A: Any, options: Namespace) -> Any:
    from exactspaces.numeric import eigh

    return eigh(A, options.rank)


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


def _save(found: Any, path: str) -> None:
    from exactspaces.errors import NotUnderstood

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
    "cg": _cg,
    "gmres": _gmres,
}
