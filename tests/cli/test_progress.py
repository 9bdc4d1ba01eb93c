"""The line that shows how far a long run is."""

from __future__ import annotations

import io

from exactspaces.cli.progress import Progress


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_nothing_is_written_to_a_file_or_in_the_first_second():
    for stream, began in ((io.StringIO(), -100.0), (Terminal(), None)):
        progress = Progress("answers", stream=stream)
        progress.began = progress.began + (began or 0.0)
        progress(5)
        progress.close()
        assert stream.getvalue() == ""


def test_a_bar_where_the_total_is_known():
    stream = Terminal()
    progress = Progress("problems", 10, stream=stream)
    progress.began -= 5
    progress(5)
    assert "[###############...............] 5 of 10 problems, 5 s left" in stream.getvalue()
    progress.close()
    assert stream.getvalue().endswith("\r\x1b[K")


def test_a_count_where_it_is_not():
    assert Progress("answers").text(1200, 2.0) == "1,200 answers, 600 a second"
