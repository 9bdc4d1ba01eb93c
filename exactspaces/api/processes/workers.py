"""The same work on many items, in several processes, in order, in bounded memory."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from itertools import chain, islice
from multiprocessing import get_context
from typing import Generic, TypeVar

Item = TypeVar("Item")
Found = TypeVar("Found")
_CHUNK = 16


def each(
    work: "Callable[[Item], Found]",
    items: "Iterable[Item]",
    *,
    jobs: int,
    lost: "Callable[[Item], Found]",
    chunk: int = _CHUNK,
) -> "Iterator[Found]":
    """Do the work on each item, in the order of the items, with so many processes.

    The work is a function of a module, and has to raise nothing. An item whose process is ended
    by the system, say for want of memory, gives `lost(item)`, and the rest goes on. A handful of
    items is read ahead, never all. One job, or so few items that starting a process would take
    longer, needs no other process.

    >>> list(each(abs, [-1, 2, -3], jobs=2, lost=abs))
    [1, 2, 3]
    """
    stream = iter(items)
    first = list(islice(stream, chunk + 1)) if jobs > 1 else []
    if len(first) <= chunk:
        yield from map(work, chain(first, stream))
        return
    yield from _Pool(work, lost, jobs).run(_chunks(chain(first, stream), chunk))


def _chunks(items: "Iterator[Item]", size: int) -> "Iterator[list[Item]]":
    while chunk := list(islice(items, size)):
        yield chunk


def _all(work: "Callable[[Item], Found]", chunk: "list[Item]") -> "list[Found]":
    return [work(item) for item in chunk]


@dataclass
class _Pool(Generic[Item, Found]):
    """Processes that take chunks of items; a chunk that ends its process is tried item by item."""

    work: "Callable[[Item], Found]"
    lost: "Callable[[Item], Found]"
    jobs: int
    waiting: "deque[tuple[list[Item], Future[list[Found]]]]" = field(default_factory=deque)

    def __post_init__(self) -> None:
        self.processes = self._start()

    def _start(self) -> ProcessPoolExecutor:
        # A fresh interpreter in each process: a copy of this one could hold locks of its threads.
        return ProcessPoolExecutor(self.jobs, mp_context=get_context("spawn"))

    def run(self, chunks: "Iterator[list[Item]]") -> "Iterator[Found]":
        try:
            for chunk in chunks:
                self._send(chunk)
                if len(self.waiting) > 2 * self.jobs:
                    yield from self._next()
            while self.waiting:
                yield from self._next()
        finally:
            self.processes.shutdown(cancel_futures=True)

    def _send(self, chunk: "list[Item]") -> None:
        try:
            future = self.processes.submit(_all, self.work, chunk)
        except BrokenProcessPool as error:
            future = Future()
            future.set_exception(error)
        self.waiting.append((chunk, future))

    def _next(self) -> "list[Found]":
        chunk, future = self.waiting.popleft()
        try:
            return future.result()
        except BrokenProcessPool:
            found = [self._alone(item) for item in chunk]
            self._again()
            return found

    def _alone(self, item: Item) -> Found:
        """Do the work on one item in a process that does nothing else."""
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
            try:
                return process.submit(self.work, item).result()
            except BrokenProcessPool:
                return self.lost(item)

    def _again(self) -> None:
        """Start anew after a process has ended, with all chunks that are still waiting."""
        self.processes.shutdown(cancel_futures=True)
        self.processes = self._start()
        waiting, self.waiting = self.waiting, deque()
        for chunk, _ in waiting:
            self._send(chunk)
