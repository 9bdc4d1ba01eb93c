"""Answers to exercises: from what somebody types to the value that is meant, with its echo."""

from exactspaces.reading.answers.setting import Answer, NotRead, Setting

__all__ = ["Answer", "NotRead", "Setting"]
