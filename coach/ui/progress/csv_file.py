"""The values of a chart as a CSV file for a spreadsheet. No Qt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from coach.exchange.cells import Value, table
from coach.i18n import _
from coach.ui.progress.rows import Table

_NUMBER = re.compile(r"[+−-]?\d+(?:[.,]\d+)?", re.ASCII)
_NOTHING = {"–", ""}


def csv_bytes(values: Table) -> bytes:
    """Return the rows of a table, newest first, as UTF-8; numbers are numbers, a date is written as 2025-05-03.

    No cell becomes a formula, whatever a person or a routine is called (`coach.exchange.cells`).
    """
    heads = values.heads if values.day is None else (_("Date"), *values.heads)
    return table(heads, _rows(values)).encode()


def _rows(values: Table) -> Iterator[list[Value]]:
    for number in range(values.count):
        row: list[Value] = [_value(words) for words in values.row(number)]
        yield row if values.day is None else [date.fromordinal(values.day(number)).isoformat(), *row]


def _value(words: str) -> Value:
    """Take a number for a number, and the dash of an empty cell for nothing."""
    if words in _NOTHING:
        return None
    if not _NUMBER.fullmatch(words):
        return words
    plain = words.replace("−", "-").replace(",", ".")
    return float(plain) if "." in plain else int(plain)
