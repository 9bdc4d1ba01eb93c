"""Settings for the whole test run."""

from __future__ import annotations

import os

from hypothesis import settings

from tests.architecture.source import KERNEL, code_lines, modules

# No deadline: the first call into a computer algebra system is slow and proves nothing.
# In CI the examples are the same on every run, so that a red build is about the change.
settings.register_profile("exactspaces", deadline=None)
settings.register_profile("exactspaces-ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("exactspaces-ci" if os.environ.get("CI") else "exactspaces")


def pytest_report_header() -> str:
    lines = sum(code_lines(module.text) for module in modules(KERNEL))
    return f"trusted kernel: {lines} lines of code"
