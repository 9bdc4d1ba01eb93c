"""Work shared by processes: order, bounded reading ahead, processes that end."""

from __future__ import annotations

import os
from itertools import count, islice

import pytest

from exactspaces.api.processes.workers import each


def square(x):
    return x * x


def fall(x):
    """End the whole process at a number divisible by seven."""
    if x % 7 == 6:
        os._exit(3)
    return x


def lost(x):
    return -x


@pytest.mark.parametrize("jobs", [1, 2, 3])
@pytest.mark.parametrize("size", [0, 1, 5, 40])
def test_the_order_stays(jobs, size):
    found = list(each(square, range(size), jobs=jobs, lost=lost, chunk=3))
    assert found == [x * x for x in range(size)]


def test_an_item_that_ends_its_process_is_named_and_the_rest_goes_on():
    found = list(each(fall, range(20), jobs=2, lost=lost, chunk=2))
    assert found == [-x if x % 7 == 6 else x for x in range(20)]


def test_only_a_handful_is_read_ahead():
    taken = []

    def items():
        for x in count():
            taken.append(x)
            yield x

    found = each(square, items(), jobs=2, lost=lost, chunk=2)
    assert list(islice(found, 10)) == [x * x for x in range(10)]
    assert len(taken) < 40
    found.close()
