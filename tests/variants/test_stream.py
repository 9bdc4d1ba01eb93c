"""Chance that is the same everywhere."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from exactspaces.variants.stream import Stream

WORDS = st.lists(st.text(max_size=8), min_size=1, max_size=4)


@given(WORDS, st.integers(min_value=1, max_value=10**6))
def test_the_same_words_give_the_same_numbers(words, n):
    first, second = Stream(*words), Stream(*words)
    found = [first.below(n) for _ in range(20)]
    assert found == [second.below(n) for _ in range(20)]
    assert all(0 <= x < n for x in found)


@given(WORDS, WORDS)
def test_other_words_give_other_numbers(one, two):
    if one != two:
        left, right = Stream(*one), Stream(*two)
        assert [left.below(2**60) for _ in range(3)] != [right.below(2**60) for _ in range(3)]


def test_the_first_number_is_what_the_description_says():
    block = sha256(b"1:a2:bc" + b"\0" + (0).to_bytes(8, "big")).digest()
    assert Stream("a", "bc").below(2**64) == int.from_bytes(block[:8], "big")


def test_all_numbers_of_a_range_come_about_equally_often():
    stream = Stream("dice")
    counts = Counter(stream.between(1, 6) for _ in range(6000))
    assert set(counts) == set(range(1, 7))
    assert max(abs(n - 1000) for n in counts.values()) < 150


@given(WORDS, st.lists(st.integers(), max_size=8))
def test_shuffling_keeps_the_items_and_choosing_their_order(words, items):
    stream = Stream(*words)
    assert sorted(stream.shuffled(items)) == sorted(items)
    chosen = stream.some(range(len(items)), len(items) // 2)
    assert chosen == sorted(set(chosen))


def test_the_hash_seed_of_python_does_not_matter():
    code = (
        "from exactspaces.variants.stream import Stream; s = Stream('x', 'y');"
        "print([s.below(1000) for _ in range(10)], s.shuffled('abcdef'))"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "12345")
    }
    assert len(runs) == 1
