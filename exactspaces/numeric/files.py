"""Numbers from files: .npy, .mtx (Matrix Market) and .csv; others are refused clearly."""

import csv
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from exactspaces.errors import NotNumeric, NotUnderstood, WrongShape
from exactspaces.numeric.arrays import Array
from exactspaces.numeric.libraries import is_sparse, scipy_io

_LARGEST = 8 * 2**30


def read_numbers(path: str | Path) -> Any:
    """Read a matrix or a vector from a file; nothing in it is ever executed.

    Raises NotUnderstood when the file is of no known kind or cannot be read, NotNumeric when it
    holds something else than numbers.

    >>> read_numbers("figures.xls")
    Traceback (most recent call last):
        ...
    exactspaces.errors.NotUnderstood: figures.xls: files that end in .npy, .mtx or .csv are read
    """
    read = _READERS.get(Path(path).suffix.lower())
    if read is None:
        raise NotUnderstood(f"{path}: files that end in {_KINDS} are read")
    try:
        size = Path(path).stat().st_size
    except OSError as error:
        raise NotUnderstood(f"{path} cannot be read: {error.strerror}") from error
    if size > _LARGEST:
        raise NotUnderstood(f"{path} has {size} bytes; up to {_LARGEST} are read")
    return read(Path(path))


def read_vector_file(path: str | Path) -> Array:
    """Read a vector: one row or one column of numbers."""
    found = read_numbers(path)
    array = found.toarray() if is_sparse(found) else np.asarray(found)
    if array.ndim == 2 and 1 in array.shape:
        array = array.ravel()
    if array.ndim != 1:
        raise WrongShape(f"{path} has shape {array.shape}, and one row or one column is due")
    return array


def _read_npy(path: Path) -> Any:
    try:
        return np.load(path, allow_pickle=False)
    except (OSError, ValueError, EOFError) as error:
        raise NotNumeric(f"{path} is no array of numbers: {error}") from error


def _read_mtx(path: Path) -> Any:
    try:
        return scipy_io().mmread(path, spmatrix=False)
    except (OSError, ValueError, OverflowError, UnicodeDecodeError) as error:
        raise NotNumeric(f"{path} is no Matrix Market file: {error}") from error


def _read_csv(path: Path) -> Array:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = [(n, row) for n, row in enumerate(csv.reader(file), start=1) if row]
    except (UnicodeDecodeError, csv.Error) as error:
        raise NotNumeric(f"{path} is no text with numbers and commas: {error}") from error
    if not rows:
        raise NotNumeric(f"{path} is empty; rows of numbers with commas between them are due")
    table = [_csv_row(path, number, row) for number, row in rows]
    for number, row in rows:
        if len(row) != len(table[0]):
            raise WrongShape(
                f"{path}, line {number}: {len(row)} numbers, and {len(table[0])} in the first row"
            )
    return np.array(table)


def _csv_row(path: Path, number: int, row: list[str]) -> list[float]:
    found = []
    for place, text in enumerate(row, start=1):
        try:
            found.append(float(text))
        except ValueError as error:
            raise NotNumeric(
                f"{path}, line {number}, column {place}: {text[:40]!r} is no number; write "
                "numbers such as 1.5 or 2e-3 with commas between them, and no headings"
            ) from error
    return found


_READERS: Mapping[str, Callable[[Path], Any]] = {
    ".npy": _read_npy,
    ".mtx": _read_mtx,
    ".csv": _read_csv,
}
_KINDS = ".npy, .mtx or .csv"
