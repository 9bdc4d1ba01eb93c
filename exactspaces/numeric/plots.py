"""Pictures: spectra with error bars, residual histories. Each returns the axes it drew on."""

from typing import Any

import numpy as np

from exactspaces.numeric.arrays import Array
from exactspaces.numeric.bounds import Bound
from exactspaces.numeric.libraries import pyplot

_BLUE, _GREY, _RED = "#1f5fa8", "#6b7280", "#b3261e"


def plot_spectrum(
    values: Array, bound: Bound | None, label: str, axes: Any, *, is_log: bool = True
) -> Any:
    """Draw values by their number, with bars from lower to upper bound."""
    axes = _axes(axes)
    numbers = np.arange(1, values.size + 1)
    is_log = is_log and bool(np.any(values > 0))
    if bound is not None:
        low = np.maximum(bound.lower, _floor(values, bound)) if is_log else bound.lower
        axes.vlines(numbers, low, bound.upper, color=_GREY, linewidth=3, alpha=0.6, label="bounds")
    shown = np.where(values > 0, values, np.nan) if is_log else values
    axes.plot(numbers, shown, "o", color=_BLUE, markersize=4, label="computed")
    if is_log:
        axes.set_yscale("log")
    axes.set_xlabel("number")
    axes.set_ylabel(label)
    axes.xaxis.get_major_locator().set_params(integer=True)
    axes.grid(visible=True, alpha=0.3)
    axes.legend(frameon=False)
    return axes


def plot_history(history: tuple[float, ...], residual: Bound | None, axes: Any) -> Any:
    """Draw residual norms by step, and the certified residual at the end as a line."""
    axes = _axes(axes)
    shown = np.array([x if x > 0 else np.nan for x in history])
    axes.semilogy(np.arange(shown.size), shown, color=_BLUE, label="residual as iterated")
    if residual is not None and residual.upper > 0:
        axes.axhline(
            residual.upper, color=_RED, linestyle="--", linewidth=1, label="certified residual"
        )
    axes.set_xlabel("step")
    axes.set_ylabel("norm of the residual")
    axes.grid(visible=True, alpha=0.3)
    axes.legend(frameon=False)
    return axes


def _axes(axes: Any) -> Any:
    return pyplot().subplots()[1] if axes is None else axes


def _floor(values: Array, bound: Bound) -> float:
    """Give the lowest height of a bar on a logarithmic scale, where a bound is 0."""
    positive = np.concatenate([values[values > 0], bound.lower[bound.lower > 0]])
    return float(positive.min()) / 10 if positive.size else 1e-300
