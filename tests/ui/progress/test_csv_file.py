"""The values of a chart in a spreadsheet: numbers are numbers, words stay words."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import Any

import pytest

from coach.ui.progress.csv_file import csv_bytes
from coach.ui.progress.rows import Table
from coach.ui.progress.sections.every import EVERY
from coach.ui.progress.sections.section import Section
from tests.ui.progress.sample import looking


def _read(values: Table) -> list[list[str]]:
    return list(csv.reader(io.StringIO(csv_bytes(values).decode("utf-8-sig"), newline="")))


def _one(*words: str, day: int | None = None) -> Table:
    heads = tuple(f"column {number}" for number in range(len(words)))
    return Table("one row", heads, 1, lambda _row: words, None if day is None else lambda _row: day)


def test_numbers_can_be_counted_with() -> None:
    """The minus of print and a comma become what a spreadsheet counts with; nothing is nothing."""
    assert _read(_one("−3", "4,5", "+1.5", "–", "07:30", "2 to 4"))[1] == ["-3", "4.5", "1.5", "", "07:30", "2 to 4"]


@pytest.mark.parametrize("words", ["=1+1", "@home", "+49 km", "-2 kg", "\t=x", "＝1+1", 'a;=HYPERLINK("x")'])
def test_no_cell_becomes_a_formula(words: str) -> None:
    """A routine may be called anything; its name stays text."""
    cell = _read(_one(words))[1][0]
    assert "'" in cell
    assert cell.replace("'", "") == words


def test_a_row_has_its_date() -> None:
    """A date that sorts, before the words."""
    day = date(2025, 5, 3).toordinal()
    assert _read(_one("Sat 3 May 2025", day=day)) == [["Date", "column 0"], ["2025-05-03", "Sat 3 May 2025"]]


@pytest.mark.parametrize("section", EVERY, ids=[section.name for section in EVERY])
def test_every_section_can_be_saved(section: Section[Any]) -> None:
    """As many rows as the table has, each as wide as the heads."""
    values = section.view(looking()).table
    rows = _read(values)
    assert len(rows) == values.count + 1
    assert len({len(row) for row in rows}) == 1
