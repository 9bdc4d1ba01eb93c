"""What people read, kept as text. `python -m tests.worked.test_golden` writes the files anew."""

from pathlib import Path

import pytest

from exactspaces.rendering.write import write
from exactspaces.settle import settle
from exactspaces.worked import solution_for
from tests.worked.exercises import EXERCISES

GOLDEN = Path(__file__).parent / "golden"


def text_of(name):
    question, names = EXERCISES[name]
    return write(solution_for(settle(question), names).document(), "text")


@pytest.mark.parametrize("name", EXERCISES)
def test_the_solution_reads_as_kept(name):
    assert text_of(name) == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")


def test_no_kept_solution_is_left_over():
    assert {path.stem for path in GOLDEN.glob("*.txt")} == set(EXERCISES)


@pytest.mark.parametrize("name", EXERCISES)
@pytest.mark.parametrize("how", ["markdown", "latex", "html"])
def test_the_solution_is_written_in_every_format(name, how):
    question, names = EXERCISES[name]
    assert write(solution_for(settle(question), names).document(), how)


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for exercise in EXERCISES:
        (GOLDEN / f"{exercise}.txt").write_text(text_of(exercise), encoding="utf-8")
