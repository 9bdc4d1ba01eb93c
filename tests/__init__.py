"""The tests of exactspaces; a package, so that tests can share code by its full name."""
