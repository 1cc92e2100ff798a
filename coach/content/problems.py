"""What is wrong with a file, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to mend. `line` counts from 1; `sentence` says what is wrong and how to put it right."""

    file: str
    line: int
    sentence: str

    def __str__(self) -> str:
        """`FILE:LINE: sentence`."""
        return f"{self.file}:{self.line}: {self.sentence}"


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """The problems of one file from its top to its end, each once."""
    return sorted(dict.fromkeys(problems), key=lambda problem: problem.line)
