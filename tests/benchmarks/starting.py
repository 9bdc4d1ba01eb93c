"""What it costs to start, and how much memory a large proof takes, in fresh processes."""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Callable

from tests.benchmarks.timing import medians

PEAK = """
from pathlib import Path
from tests.benchmarks.workloads import dense, echelon
def peak():
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(line.split()[1] for line in lines if line.startswith("VmHWM"))
matrix = dense(200, 400)
echelon(dense(50, 100))()
before = peak()
echelon(matrix)()
print(before, peak())
"""


def starts() -> dict[str, float]:
    """Give medians of whole runs of the interpreter."""
    programs = {
        "bare interpreter": ["-c", "pass"],
        "import exactspaces.kernel": ["-c", "import exactspaces.kernel"],
        "import exactspaces": ["-c", "import exactspaces"],
        "exactspaces --help": ["-m", "exactspaces", "--help"],
    }
    calls = {name: _runner(arguments) for name, arguments in programs.items()}
    return medians(calls, 12.0, 15, _children)


def _children() -> float:
    """Give the processor time of the processes that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _runner(arguments: list[str]) -> Callable[[], object]:
    return lambda: subprocess.run([sys.executable, *arguments], capture_output=True, check=True)


def memory() -> tuple[int, int]:
    """Give the peak memory in MiB before and after a certified 200 x 400 echelon form.

    It is the kernel's own count for the process: `ru_maxrss` starts from that of the parent.
    """
    done = subprocess.run([sys.executable, "-c", PEAK], capture_output=True, text=True, check=True)
    before, after = (int(x) // 1024 for x in done.stdout.split())
    return before, after
