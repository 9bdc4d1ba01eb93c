"""The command line. `exactspaces --help` lists the commands."""

from exactspaces.cli.main import main

__all__ = ["main"]
