"""Tests of the shape of the code: who imports whom, how large, how named, how documented."""
