"""The values of a chart as a table. Rows are put into words only when they are looked at. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """`heads` name the columns, `row` gives the words of a row by its number, newest first.

    `day` gives the local day of a row (an ordinal) where it has one: a saved file has it as a date beside the words.
    """

    name: str
    heads: Row
    count: int
    row: Callable[[int], Row]
    day: Callable[[int], int] | None = None
