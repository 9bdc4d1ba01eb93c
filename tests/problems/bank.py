"""The problems of the bank, for the tests about them."""

from __future__ import annotations

from exactspaces.api.processes.budget import Budget
from tests.architecture.source import ROOT

BANK = ROOT / "problems"
FILES = sorted(BANK.rglob("*.toml"))
PATIENT = Budget(seconds=60)  # several test runs may share a machine


def name_of(path):
    return path.relative_to(BANK).with_suffix("").as_posix()
