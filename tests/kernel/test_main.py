"""The stand-alone checker, in fresh processes in which nothing but Python can be imported."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from exactspaces.kernel.__main__ import main
from tests.architecture.source import ROOT

HERE = Path(__file__).resolve().parent
ACCEPT, REFUSE, SURVIVE = (
    sorted((HERE / name).glob("*.json")) for name in ("accept", "refuse", "survive")
)
BLOCKER = """
import sys
class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"sympy", "numpy", "flint", "mpmath", "lark", "scipy"}:
            raise ImportError(f"{name} is blocked")
sys.meta_path.insert(0, Blocker())
from exactspaces.kernel.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


def run(*arguments, options=("-S", "-m", "exactspaces.kernel")):
    return subprocess.run(
        [sys.executable, *options, *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        timeout=60,
        check=False,
    )


def in_process(capsys, *arguments):
    code = main([str(x) for x in arguments])
    return code, capsys.readouterr().out


@pytest.mark.parametrize(
    "options", [("-S", "-m", "exactspaces.kernel"), ("-S", "-c", BLOCKER), ("-O", "-c", BLOCKER)]
)
def test_exit_codes_in_a_fresh_process(options, tmp_path):
    good = run(HERE / "accept" / "Equal-Computed-1.json", options=options)
    assert (good.returncode, good.stderr) == (0, "")
    assert good.stdout == "accepted: [1 2; 3 4] * [1 2; 3 4] = [7 10; 15 22] over QQ\n"
    bad = run(HERE / "refuse" / "Equal-Computed-1.json", options=options)
    assert (bad.returncode, bad.stdout, bad.stderr) == (1, "rejected: the two values differ\n", "")
    broken = run(HERE / "refuse" / "a-list.json", options=options)
    assert (broken.returncode, broken.stderr) == (2, "")
    assert broken.stdout.startswith("unreadable: ")
    missing = run(tmp_path / "none.json", options=options)
    assert (missing.returncode, missing.stderr) == (2, "")
    for arguments in ((), ("a", "b"), ("a", "--expect"), ("a", "--hope", "b")):
        usage = run(*arguments, options=options)
        assert (usage.returncode, usage.stdout) == (2, "")
        assert usage.stderr.startswith("usage: ")


def test_the_expected_claim_has_to_be_the_one_proved(capsys):
    one, other = (
        HERE / "accept" / "Equal-Computed-1.json",
        HERE / "accept" / "Unequal-Computed-1.json",
    )
    assert in_process(capsys, one, "--expect", one)[0] == 0
    assert in_process(capsys, one, "--expect", other) == (
        1,
        "rejected: the file is about another claim\n",
    )
    assert in_process(capsys, one, "--expect", HERE / "none.json")[0] == 2


@pytest.mark.parametrize("path", ACCEPT, ids=lambda path: path.stem)
def test_accept(path, capsys):
    code, text = in_process(capsys, path)
    assert code == 0
    assert text.startswith("accepted: ")


@pytest.mark.parametrize("path", REFUSE, ids=lambda path: path.stem)
def test_refuse(path, capsys):
    code, text = in_process(capsys, path)
    assert code in (1, 2)
    assert text.partition(": ")[2] == path.with_suffix(".reason").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", SURVIVE, ids=lambda path: path.stem)
def test_survive(path, capsys):
    start = time.monotonic()
    assert in_process(capsys, path)[0] in (0, 1, 2)
    assert time.monotonic() - start < 30


def test_bytes_that_are_no_text_are_unreadable(tmp_path, capsys):
    path = tmp_path / "bytes.json"
    path.write_bytes(b"\xff\xfe\x00")
    assert in_process(capsys, path)[0] == 2
    assert in_process(capsys, tmp_path)[0] == 2
    assert in_process(capsys, "a\0b")[0] == 2


def test_there_are_more_forgeries_than_theorems():
    assert len(REFUSE) >= len(ACCEPT) > 0
    assert {p.stem for p in REFUSE} == {p.stem for p in (HERE / "refuse").glob("*.reason")}
