"""One process of our own that answers questions one by one, each within its time.

It is started when first needed and kept; when a question takes too long or too much memory, it is
ended, and the next question starts another.
"""

import atexit
import pickle
import struct
import subprocess
import sys
import threading
from contextlib import suppress
from importlib import import_module
from typing import IO, Any

from exactspaces.api.processes.budget import Budget, Work, is_out_of_time, limit_time, patience
from exactspaces.errors import ExactSpacesError
from exactspaces.questions import Question
from exactspaces.settle import Outcome, settle

_MODULE = "exactspaces.api.processes.assistant"
_ENDED = "the computation ended early"
_MOMENT = 2.0
_LENGTH = struct.Struct("!Q")


class Assistant:
    """A process that settles questions."""

    def __init__(self, mebibytes: int) -> None:
        self.mebibytes = mebibytes
        self.process = subprocess.Popen(  # noqa: S603 - our own module
            [sys.executable, "-m", _MODULE, str(mebibytes)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        if self.process.stdout is not None:
            self.process.stdout.readline()  # it says when it is ready: starting costs no budget

    def ask(self, question: Question | Work, seconds: float) -> Any:
        """Settle the question; undecided when the time is over or the process ends."""
        late = threading.Event()

        def end() -> None:
            late.set()
            self.process.kill()

        timer = threading.Timer(patience(seconds), end)
        timer.daemon = True
        timer.start()
        try:
            return self._answer(question, seconds)
        except (EOFError, OSError, pickle.UnpicklingError):
            used = is_out_of_time(self._code()) or late.is_set()
            self.close()
            reason = f"budget of {seconds:g} s used" if used else _ENDED
            return undecided(question, reason)
        finally:
            timer.cancel()

    def _code(self) -> int | None:
        """Give the code with which the process has ended."""
        try:
            return self.process.wait(_MOMENT)
        except subprocess.TimeoutExpired:
            return None

    def _answer(self, question: Question | Work, seconds: float) -> Any:
        sent, received = self.process.stdin, self.process.stdout
        if sent is None or received is None:
            raise EOFError
        _write(sent, pickle.dumps((question, seconds)))
        return pickle.loads(_read(received))  # noqa: S301 - from our own process

    @property
    def is_alive(self) -> bool:
        """Say whether it can be asked."""
        return self.process.poll() is None

    def close(self) -> None:
        """End the process."""
        self.process.kill()
        for stream in (self.process.stdin, self.process.stdout):
            if stream is not None:
                with suppress(OSError):
                    stream.close()
        self.process.wait()


class _Kept:
    """The assistant in use, if there is one."""

    assistant: Assistant | None = None
    lock = threading.Lock()


def settle_in_time(question: Question, budget: Budget) -> Outcome:
    """Settle the question in the process that is kept for that; undecided when time is over."""
    outcome: Outcome = _asked(question, budget)
    return outcome


def done_in_time(work: Work, budget: Budget) -> Any:
    """Give the result of the work, or an undecided Outcome with the reason."""
    return _asked(work, budget)


def _asked(question: Question | Work, budget: Budget) -> Any:
    with _Kept.lock:
        assistant = _Kept.assistant
        if assistant is None or not assistant.is_alive or assistant.mebibytes != budget.mebibytes:
            end_assistant()
            assistant = _Kept.assistant = Assistant(budget.mebibytes)
        return assistant.ask(question, budget.seconds)


def end_assistant() -> None:
    """End the process that is kept, if there is one."""
    if _Kept.assistant is not None:
        _Kept.assistant.close()
        _Kept.assistant = None


atexit.register(end_assistant)


def undecided(question: Question | Work, reason: str) -> Outcome:
    """Give the outcome of a question that stays open."""
    asked = question if isinstance(question, Question) else Question()
    return Outcome(asked, "undecided", None, None, reason)


def _write(stream: IO[bytes], text: bytes) -> None:
    stream.write(_LENGTH.pack(len(text)) + text)
    stream.flush()


def _read(stream: IO[bytes]) -> bytes:
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    (length,) = _LENGTH.unpack(head)
    text = stream.read(length)
    if len(text) < length:
        raise EOFError
    return text


def main() -> int:
    """Answer questions on standard input until it ends, within the memory named first."""
    mebibytes = int(sys.argv[1])
    with suppress(ModuleNotFoundError):
        resource = import_module("resource")
        resource.setrlimit(resource.RLIMIT_AS, (mebibytes * 2**20, mebibytes * 2**20))
    sys.stdout.buffer.write(b"ready\n")
    sys.stdout.buffer.flush()
    while True:
        try:
            text = _read(sys.stdin.buffer)
        except EOFError:
            return 0
        question, seconds = pickle.loads(text)  # noqa: S301 - from our own process
        limit_time(seconds)
        answer = pickle.dumps(_settled(question))
        limit_time(0)
        _write(sys.stdout.buffer, answer)


def _settled(question: Question | Work) -> Any:
    try:
        return question.result() if isinstance(question, Work) else settle(question)
    except (ExactSpacesError, RecursionError, MemoryError) as error:
        return undecided(question, str(error) or type(error).__name__)
    except Exception as error:  # noqa: BLE001 - a fault of a solver leaves one question open
        return undecided(question, f"the solver failed: {type(error).__name__}: {error}")


if __name__ == "__main__":
    sys.exit(main())
