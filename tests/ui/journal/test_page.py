"""The Journal page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coach.settings.model import Settings
from coach.ui.journal.page import JournalPage
from coach.ui.journal.sheets import EntrySheet, SessionSheet
from coach.ui.journal.state import build_state
from coach.ui.reading.row_button import RowButton
from tests.ui.clipping import clipped
from tests.ui.journal.records import at, before_and_after, entry, session, step
from tests.ui.journal.sample import NOTE, rows, sample, words
from tests.ui.support import dress, nameless


def test_the_newest_record_is_open(page: JournalPage) -> None:
    """The list is newest first, and the newest record is read beside it, not the damaged row above it."""
    assert rows(page)[:4] == [
        "Damaged, not counted",
        "An entry of 3 May does not match its checksum., damaged, not counted",
        "Today",
        "Buttock, left, 3 out of 10, mild, Tightness, 07:15",
    ]
    assert "3 out of 10, mild" in words(page)


def test_heads_of_days_cannot_be_chosen(page: JournalPage) -> None:
    """The arrow key steps over the head of a day."""
    page.pane.list.setFocus()
    QTest.keyClick(page.pane.list, Qt.Key.Key_Down)
    assert "After Morning ease" in words(page) or "Before Morning ease" in words(page)


def test_an_entry_leads_to_its_session_and_says_the_other_end(page: JournalPage) -> None:
    """A rating of a session says the other one and leads to the session."""
    page.show_record("s1-before")
    assert "After it: 4 out of 10, moderate" in words(page)
    sheet = page.sheet.content()
    assert isinstance(sheet, EntrySheet)
    sheet.findChildren(RowButton)[0].click()
    assert isinstance(page.sheet.content(), SessionSheet)
    assert "6 before, 4 after" in words(page)


def test_a_session_shows_each_step_with_its_reason(page: JournalPage) -> None:
    """Steps say how they ended, done of planned, and why."""
    page.show_record("s1")
    assert "Single knee to chest, left, Done · 3 of 3 holds" in words(page)
    assert "Rest, Skipped · No time today." in words(page)


def test_delete_and_undo(page: JournalPage) -> None:
    """Delete asks for that entry; when it is gone the page says so and offers to take it back."""
    deleted: list[object] = []
    undone: list[bool] = []
    page.delete.connect(deleted.append)
    page.undo.connect(lambda: undone.append(True))
    page.show_record("old")
    sheet = page.sheet.content()
    assert isinstance(sheet, EntrySheet)
    sheet.delete_button.click()
    assert deleted == [entry("old", at(1), note=NOTE)]
    page.show_state(sample(notice="Entry deleted.", can_undo=True))
    assert page.messages.text() == "Entry deleted."
    page.messages._action.click()
    assert undone == [True]


def test_after_a_delete_the_next_record_is_open(page: JournalPage) -> None:
    """When the chosen record is gone, the one in its place is read; never an old sheet."""
    page.show_record("new")
    page.show_state(build_state(before_and_after("s1", at(3, 9)), [session("s1", at(3, 9))], [], "2026-05-04"))
    assert "3 out of 10" not in words(page)
    assert isinstance(page.sheet.content(), SessionSheet)


def test_search_narrows_and_clears(page: JournalPage) -> None:
    """Words leave what holds them; nothing found offers to clear."""
    page.pane.search.setText("car hours")
    page.pane.search_now()
    assert len(rows(page)) == 2
    assert "Sat in the car" in words(page)
    page.pane.search.setText("zzz")
    page.pane.search_now()
    assert page.pane.nothing.isVisible()
    page.pane.nothing.acted.emit()
    assert len(rows(page)) == 13


def test_a_record_that_the_search_hides_can_be_opened(page: JournalPage) -> None:
    """Opening a session from elsewhere clears a search that hides it."""
    page.pane.search.setText("car hours")
    page.pane.search_now()
    page.show_record("s1")
    assert isinstance(page.sheet.content(), SessionSheet)
    assert page.pane.search.text() == ""
    page.pane.search_now()


def test_damaged_rows_are_struck_through_and_explained(page: JournalPage) -> None:
    """A damaged row is drawn through, says that it counts nowhere, and opens to what that means."""
    page.pane.list.choose(1)
    assert "counts nowhere" in words(page)


def test_a_rehearsal_says_so(page: JournalPage) -> None:
    """A sped-up session is marked in the list and on its sheet."""
    page.show_state(build_state([], [session("r", at(2), step(), rehearsal=True)], [], "2026-05-04"))
    assert any("rehearsal" in row for row in rows(page))
    assert "left out of charts" in words(page)


def test_an_empty_journal_says_what_will_be_here(page: JournalPage) -> None:
    """Nothing recorded yet is a designed page, not an empty list."""
    page.show_state(build_state([], [], [], "2026-05-04"))
    assert page.empty.isVisible()
    assert not page.pane.isVisible()


def test_a_long_journal_is_drawn_without_measuring_every_row(
    page: JournalPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Twenty thousand entries are listed whole; only the rows on the screen are put into words."""
    worded: list[int] = []
    original = page.pane.model.data

    def counted(index: object, role: int = 0) -> object:
        worded.append(role)
        return original(index, role)  # type: ignore[arg-type]

    monkeypatch.setattr(page.pane.model, "data", counted)
    page.show_state(build_state([entry(f"e{n}", at(1 + n % 28)) for n in range(20_000)], [], [], "2026-05-28"))
    QApplication.processEvents()
    assert page.pane.model.rowCount() == 20_028
    assert len(worded) < 500
    page.pane.list.scrollToBottom()
    QApplication.processEvents()
    assert len(worded) < 1000


def test_everything_to_operate_has_a_name(page: JournalPage) -> None:
    """A screen reader finds no control without a name."""
    for key in ("old", "s1", "flare", "rest"):
        page.show_record(key)
        assert nameless(page) == []


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_text_is_cut(qtbot: QtBot, qapp: QApplication, scale: float) -> None:
    """Long notes and steps fit in the smallest window and at 200 %."""
    dress(qapp, settings=Settings(text_scale=scale))
    made = JournalPage()
    qtbot.addWidget(made)
    made.resize(740 if scale == 1 else 620, 640)  # what the rail leaves of 960
    made.show_state(sample())
    made.show()
    for key in ("old", "s1", "s1-after"):
        made.show_record(key)
        assert clipped(made) == []
    made.close()
