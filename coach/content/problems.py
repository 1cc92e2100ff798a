"""What is wrong with a file, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from coach.content.toml_lines import TomlPath, line_of


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


class Report:
    """Problems of one file, gathered by place."""

    def __init__(self, file: str, lines: Mapping[TomlPath, int]) -> None:
        self.problems: list[Problem] = []
        self._file = file
        self._lines = lines

    def say(self, path: TomlPath, sentence: str) -> None:
        """Note a problem at the line of a place, or of the nearest table around it."""
        self.problems.append(Problem(self._file, line_of(self._lines, path), sentence))
