"""Correcting, deleting and narrowing on the Journal page."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest
from PySide6.QtCore import QDate, QDateTime, Qt, QTime, QTimeZone
from PySide6.QtTest import QTest

from coach.content.vocabulary import BreakOutcome, Felt, MarkerKind, Quality, Side
from coach.journal.bodies import Exercised
from coach.journal.records import Entry
from coach.ui.journal.break_words import break_view
from coach.ui.journal.correct_marker import CorrectMarkerSheet
from coach.ui.journal.correct_sheet import CorrectSheet
from coach.ui.journal.page import JournalPage
from coach.ui.journal.sheets import BreakSheet, EntrySheet, MarkerSheet, SessionSheet
from coach.ui.journal.state import Index, Show, build_state
from tests.ui.journal.records import at, entry, marker, rest
from tests.ui.journal.sample import NOTE, rows, words


def _correct(page: JournalPage, key: str) -> list[tuple[object, object]]:
    """Open a record, ask to correct it, and collect what comes of it."""
    said: list[tuple[object, object]] = []
    page.correct.connect(lambda fixed, before: said.append((fixed, before)))
    page.show_record(key)
    opened = page.sheet.content()
    assert isinstance(opened, EntrySheet | MarkerSheet)
    opened.correct_button.click()
    return said


def test_an_entry_is_corrected(page: JournalPage) -> None:
    """The form begins with what was said; only what is changed changes, its moment keeps its seconds."""
    before = entry("old", at(1), note=NOTE)
    said = _correct(page, "old")
    asked = page.asked
    assert isinstance(asked, CorrectSheet)
    assert asked.isVisible()
    assert (asked.scale.value(), asked.note.text()) == (6, before.note)
    asked.scale.set_value(3)
    asked.qualities[Quality.CRAMP].click()
    asked.save.click()
    assert not asked.isVisible()
    assert said == [(msgspec.structs.replace(before, tightness=3, quality=Quality.CRAMP), before)]


def test_the_moment_of_an_entry_is_corrected(page: JournalPage) -> None:
    """It is written in the zone the entry was written in, and never lies after today."""
    said = _correct(page, "old")
    asked = page.asked
    assert isinstance(asked, CorrectSheet)
    asked.moment.setDateTime(QDateTime(QDate(2026, 4, 30), QTime(22, 5), QTimeZone(QTimeZone.Initialization.UTC)))
    asked.save.click()
    fixed = said[0][0]
    assert isinstance(fixed, Entry)
    assert fixed.at == at(30, 22, 5, month=4)
    assert asked.moment.maximumDateTime().date() == QDate(2026, 5, 4)


def test_escape_corrects_nothing(page: JournalPage) -> None:
    """The form goes away and all is as it was."""
    said = _correct(page, "old")
    assert page.asked is not None
    QTest.keyClick(page.asked, Qt.Key.Key_Escape)
    assert not page.asked.isVisible()
    assert said == []


def test_a_marker_is_listed_opened_and_corrected(page: JournalPage) -> None:
    """It says what, until when and in which words; its kind and its end can be changed."""
    assert "Flare, until Saturday, 9 May 2026 · After the move" in rows(page)
    said = _correct(page, "flare")
    assert "until Saturday, 9 May 2026" in words(page)
    asked = page.asked
    assert isinstance(asked, CorrectMarkerSheet)
    asked.marker.kinds[MarkerKind.NEW_CHAIR].click()
    asked.marker.words.setText("Standing desk")
    asked.save.click()
    before = marker("flare", at(2, 10))
    fixed = msgspec.structs.replace(before, kind=MarkerKind.NEW_CHAIR, words="Standing desk", last_day=None)
    assert said == [(fixed, before)]


def test_what_was_said_before_a_correction_is_shown(page: JournalPage) -> None:
    """The page asks for it when a record is opened; an answer about another record is not shown."""
    asked: list[str] = []
    page.history_asked.connect(asked.append)
    page.show_record("old")
    assert asked[-1] == "old"
    page.show_history("new", [entry("new", at(4), 9)])
    assert "9 out of 10" not in words(page)
    page.show_history("old", [entry("old", at(1), 9, note="worse")])
    assert "Before it was corrected" in words(page)
    assert "9 out of 10, strong · Buttock, left · Tightness · Friday, 1 May 2026, 08:15 · worse" in words(page)
    opened = page.sheet.content()
    assert isinstance(opened, EntrySheet)
    page.show_history("old", [])
    assert not opened.history.isVisible()


@pytest.mark.parametrize(
    ("show", "count"),
    [(Show.ALL, 13), (Show.ENTRIES, 7), (Show.SESSIONS, 2), (Show.BREAKS, 2), (Show.MARKERS, 2), (Show.NOTES, 4)],
)
def test_the_list_is_narrowed(page: JournalPage, show: Show, count: int) -> None:
    """A chip leaves one sort of records with the heads of their days; a search stays inside it."""
    page.pane.chips[show].click()
    assert len(rows(page)) == count
    page.pane.search.setText("moved down")
    page.pane.search_now()
    assert page.pane.nothing.isVisible()
    page.pane.nothing.acted.emit()
    assert len(rows(page)) == 13


def test_a_session_asks_to_be_deleted(page: JournalPage) -> None:
    """Its sheet has the button, and says which session."""
    deleted: list[object] = []
    page.delete.connect(deleted.append)
    page.show_record("s1")
    opened = page.sheet.content()
    assert isinstance(opened, SessionSheet)
    opened.delete_button.click()
    assert [getattr(one, "id", "") for one in deleted] == ["s1"]


def test_a_break_is_listed_and_opened(page: JournalPage) -> None:
    """It says what it was, how it ended and how it felt; it can be deleted. Without breaks there is no chip for them."""
    row = "Movement break, Done · 2 minutes · Put off once. · It felt easier afterwards., 15:15"
    assert row in rows(page)
    deleted: list[object] = []
    page.delete.connect(deleted.append)
    page.show_record("rest")
    opened = page.sheet.content()
    assert isinstance(opened, BreakSheet)
    opened.delete_button.click()
    assert [getattr(one, "id", "") for one in deleted] == ["rest"]
    assert page.pane.chips[Show.BREAKS].isVisible()
    page.show_state(build_state([entry("e", at(1))], [], [], "2026-05-04"))
    assert not page.pane.chips[Show.BREAKS].isVisible()


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (
            {"outcome": BreakOutcome.CREDITED, "away_ms": 720_000},
            "Counted: you were away · You were away for 12 minutes.",
        ),
        ({"outcome": BreakOutcome.PARTLY, "done_ms": 60_000}, "Partly done · 1 of 2 minutes"),
        ({"outcome": BreakOutcome.EXPIRED}, "Let pass"),
        ({"outcome": BreakOutcome.SKIPPED, "done_ms": 0}, "Skipped"),
        (
            {"outcome": BreakOutcome.SKIPPED, "done_ms": 3_000, "felt": Felt.LEG},
            "Left after 3 seconds · Something went down the leg.",
        ),
    ],
)
def test_however_a_break_ended_it_says_so(page: JournalPage, more: dict[str, object], said: str) -> None:
    """Each ending in its own words; what was begun and left at once was not simply skipped."""
    made = rest("r", at(3), **({"snoozes": 0, "felt": None} | more))
    page.show_state(build_state([], [], [], "2026-05-04", happened=[made]))
    assert any(said in row for row in rows(page))


def test_a_break_names_its_exercises_with_their_sides(page: JournalPage) -> None:
    """In its row, opened, and for the search; both sides of one are one line."""
    done = (("knee", Side.LEFT), ("knee", Side.RIGHT), ("calf", Side.RIGHT), ("walking", None))
    made = rest(
        "r",
        at(3),
        snoozes=0,
        felt=None,
        exercises=tuple(Exercised(exercise=key, side=side, done_ms=9_000, planned_ms=9_000) for key, side in done),
    )
    names = {"knee": "Single knee to chest", "calf": "Calf stretch"}
    state = replace(build_state([], [], [], "2026-05-04", happened=[made]), names=names)
    page.show_state(state)
    said = "Done · 2 minutes · Single knee to chest, left and right · Calf stretch, right · walking"
    assert any(said in row for row in rows(page))
    assert "Calf stretch, right" in break_view(made, names).lines
    assert Index(state).search("calf")[1:] == [made]
