"""Lists as text and JSON."""

from __future__ import annotations

from datetime import datetime

import pytest

from coach.clock import stamp_of
from coach.console import lists
from coach.content.vocabulary import Area, Side
from coach.content.words import clock_text
from coach.journal.records import Entry


@pytest.mark.parametrize(
    ("milliseconds", "text"), [(0, "0:00"), (59_999, "0:59"), (61_000, "1:01"), (3_600_000, "1:00:00"), (-5, "0:00")]
)
def test_lengths_are_written_as_a_clock(milliseconds: int, text: str) -> None:
    """Minutes and seconds, with hours only when there are any."""
    assert clock_text(milliseconds) == text


def test_seconds_are_whole_when_they_can_be() -> None:
    """2000 ms is 2 and 2500 ms is 2.5, so that JSON stays readable."""
    assert repr(lists.seconds(2000)) == "2"
    assert repr(lists.seconds(2500)) == "2.5"


def test_entry_row_has_the_contract_fields() -> None:
    """An entry's JSON says when, how tight, where and what."""
    at = stamp_of(datetime.fromisoformat("2026-05-01T08:30:00+02:00"), "Europe/Berlin")
    entry = Entry(id="x", at=at, tightness=4, area=Area.BUTTOCK, side=Side.LEFT)
    assert lists.entry_rows([entry]) == [
        {
            "id": "x",
            "at": "2026-05-01T08:30:00+02:00",
            "tightness": 4,
            "area": "buttock",
            "side": "left",
            "quality": "tightness",
            "note": "",
            "session": None,
            "when": None,
            "rehearsal": False,
        }
    ]


def test_table_lines_up_and_says_when_it_is_empty() -> None:
    """Columns are aligned; an empty list is a sentence."""
    rows: list[dict[str, object]] = [{"id": "a", "n": 1}, {"id": "long", "n": None}]
    assert lists.table(rows, ("id", "n"), "none") == "a     1\nlong  -"
    assert lists.table([], ("id",), "none") == "none"


def test_a_table_for_people_has_heads_and_lengths_as_a_clock() -> None:
    """Sessions and entries; the rows themselves, which JSON shows, stay as they are."""
    row = {"started": "2026-05-01T08:30:00+02:00", "routine": "gentle-start", "status": "ended"}
    rows = [{**row, "done_s": 75.432, "planned_s": 326.8}]
    assert lists.session_table(rows).splitlines() == [
        "Started           Routine       Ended as  Done  Planned",
        "2026-05-01 08:30  gentle-start  ended     1:15  5:26",
    ]
    assert rows[0]["done_s"] == 75.432
    assert lists.session_table([]).startswith("No sessions yet.")
    at = stamp_of(datetime.fromisoformat("2026-05-01T08:30:00+02:00"), "Europe/Berlin")
    entries = lists.entry_rows([Entry(id="x", at=at, tightness=4, area=Area.BUTTOCK, side=Side.LEFT)])
    assert lists.entry_table(entries).splitlines()[0].split() == [
        "Noted",
        "0",
        "to",
        "10",
        "Where",
        "Side",
        "Like",
        "Note",
    ]
    assert lists.entry_table([]).startswith("No entries yet.")
