"""Answers to exercises: from what somebody types to the value that is meant, with its echo."""

from exactspaces.reading.answers.setting import Answer, NotRead, Read, Setting

__all__ = ["Answer", "NotRead", "Read", "Setting"]
