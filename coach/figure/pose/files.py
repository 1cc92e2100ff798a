"""The `[figure]` tables of shipped files, read without the library: this room lies below it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from coach.errors import DataError
from coach.figure.pose.model import Figure
from coach.i18n import _

FOLDERS = ("exercises", "figures")


class FigureFile(NamedTuple):
    """A figure, the id and the file it belongs to, and the text of that file."""

    id: str
    path: Path
    text: str
    figure: Figure

    def line_of(self, key: int, word: str = "") -> int:
        """Return the line where a key begins, or where in it, or before it, a word stands last; from 1."""
        lines = [line.strip() for line in self.text.splitlines()]
        first = lines.index("[figure]") + 1 if "[figure]" in lines else 1
        starts = [number for number, line in enumerate(lines, 1) if line == "[[figure.keys]]"]
        begin = starts[key] if key < len(starts) else first
        end = starts[key + 1] - 1 if key + 1 < len(starts) else len(lines)
        wanted = (*range(end, begin - 1, -1), *range(begin - 1, first - 1, -1))
        return next((number for number in wanted if word and word in lines[number - 1]), begin)


def figures(assets: Path) -> Iterator[FigureFile]:
    """Every shipped figure in order of its file; `DataError` for one that does not fit the format."""
    for folder in FOLDERS:
        for path in sorted((assets / folder).glob("*.toml")):
            found = read(path)
            if found is not None:
                yield found


def read(path: Path) -> FigureFile | None:
    """Return the figure of a file, None where it has none; `DataError` with a sentence when it does not fit."""
    try:
        text = path.read_text(encoding="utf-8")
        data = tomllib.loads(text)
        if "figure" not in data:
            return None
        return FigureFile(str(data.get("id", path.stem)), path, text, msgspec.convert(data["figure"], Figure))
    except (OSError, ValueError) as error:
        sentence = _("{file}: the figure cannot be read: {reason}. The command limber check {file} says where.")
        raise DataError(sentence.format(file=path, reason=error)) from error
