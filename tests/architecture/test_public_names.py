"""The public names: one list, in order, each of them there and explained."""

from __future__ import annotations

import importlib
import inspect

import exactspaces


def test_the_list_is_sorted_and_has_no_doubles():
    assert list(exactspaces.__all__) == sorted(set(exactspaces.__all__))


def test_every_public_name_exists():
    package = importlib.import_module("exactspaces")
    assert [name for name in exactspaces.__all__ if not hasattr(package, name)] == []


def test_every_public_name_is_explained():
    unexplained = [
        name for name in exactspaces.__all__ if not inspect.getdoc(getattr(exactspaces, name))
    ]
    assert unexplained == []


def test_public_names_are_shown_by_dir():
    assert set(exactspaces.__all__) <= set(dir(exactspaces))


def test_an_unknown_name_is_refused_as_python_does():
    assert not hasattr(exactspaces, "no_such_name")
