"""Hours and quiet days on the page: typed, stepped, added, taken away and back."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coach.settings.breaks import Breaks, QuietDays, Range
from coach.ui.breaks.page import BreaksPage
from coach.ui.breaks.quiet_sheet import QuietSheet
from tests.ui.breaks.days import state


def undo(page: BreaksPage) -> None:
    page.messages._action.click()


def test_hours_are_kept_when_they_are_typed(page: BreaksPage, changes: list[Breaks]) -> None:
    """Half a time is no time: it counts once the field is left, or stepped; the row keeps the keyboard."""
    field = page.hours.rows[0].stretches[0].begin
    field.setFocus()
    QTest.keyClicks(field, "0")
    assert changes == []
    QTest.keyClicks(field, "8")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert changes[-1].hours[0] == (Range(begin_min=8 * 60, end_min=18 * 60),)
    assert page.hours.rows[0].stretches[0].begin is field
    assert field.hasFocus()


def test_minutes_step_by_five(page: BreaksPage, changes: list[Breaks]) -> None:
    """Up on the minutes is five of them."""
    field = page.hours.rows[1].stretches[0].end
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Right)  # behind the last digit
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert changes[-1].hours[1][0].end_min == 18 * 60 + 5
    QTest.keyClick(field, Qt.Key.Key_Home)
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert changes[-1].hours[1][0].end_min == 19 * 60 + 5


@pytest.mark.parametrize(
    ("typed", "minute"), [("8:30", 510), ("830", 510), ("08.30", 510), ("19:00", 1140), ("7", 420), ("24:00", 0)]
)
def test_a_time_is_typed_over_all_of_it(page: BreaksPage, changes: list[Breaks], typed: str, minute: int) -> None:
    """What is typed is what is kept, however it is written, and Tab leaves the field."""
    stretch = page.hours.rows[0].stretches[0]
    stretch.begin.setFocus()
    QTest.keyClick(stretch.begin, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(stretch.begin, typed)
    QTest.keyClick(stretch.begin, Qt.Key.Key_Tab)
    assert changes[-1].hours[0][0].begin_min == minute
    assert stretch.begin.text() == f"{minute // 60:02}:{minute % 60:02}"
    assert stretch.end.hasFocus()
    assert stretch.end.selectedText() == "18:00"


def test_what_is_no_time_is_put_back(page: BreaksPage, changes: list[Breaks]) -> None:
    """It says so beside the field, until a time is typed; nothing is changed."""
    stretch = page.hours.rows[0].stretches[0]
    stretch.begin.setFocus()
    QTest.keyClicks(stretch.begin, "25:00")
    QTest.keyClick(stretch.begin, Qt.Key.Key_Return)
    assert (stretch.begin.text(), changes) == ("09:00", [])
    assert stretch.note.isVisible()
    assert stretch.note.text() == "“25:00” is no time of day. Write it like 8:30."
    QTest.keyClicks(stretch.begin, "900")
    QTest.keyClick(stretch.begin, Qt.Key.Key_Return)
    assert (stretch.note.isVisible(), changes) == (False, [])


def test_a_press_on_a_time_chooses_all_of_it(page: BreaksPage) -> None:
    """The first key replaces it; Escape puts it back."""
    field = page.hours.rows[0].stretches[0].end
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    assert field.selectedText() == "18:00"
    QTest.keyClicks(field, "2")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "18:00"


def test_hours_come_and_go_withundo(page: BreaksPage, changes: list[Breaks]) -> None:
    """More hours on a day, fewer, none; the last is one press from coming back."""
    monday = page.hours.rows[0]
    monday.add.click()
    assert changes[-1].hours[0][1] == Range(begin_min=19 * 60, end_min=20 * 60)
    monday.stretches[0].away.click()
    assert changes[-1].hours[0] == (Range(begin_min=19 * 60, end_min=20 * 60),)
    assert page.messages.text() == "Monday has other hours."
    undo(page)
    assert [len(week.hours[0]) for week in changes] == [2, 1, 2]
    saturday = page.hours.rows[5]
    assert saturday._none.isVisible()
    saturday.add.click()
    assert changes[-1].hours[5] == (Range(begin_min=9 * 60, end_min=18 * 60),)


def test_monday_for_all_workdays(page: BreaksPage, changes: list[Breaks]) -> None:
    """Offered only where they differ, and taken back in one press."""
    assert not page.hours.same.isVisible()
    page.hours.rows[0].stretches[0].away.click()
    page.hours.same.click()
    assert changes[-1].hours[:5] == ((),) * 5
    undo(page)
    assert changes[-1].hours[1] == Breaks().hours[1]


def test_hours_past_midnight_are_named(page: BreaksPage) -> None:
    """The row says that the end is on the next day."""
    night = (Range(begin_min=22 * 60, end_min=6 * 60),)
    page.show_state(state(replace(Breaks(), on=True, hours=(night, *Breaks().hours[1:]))))
    note = page.hours.rows[0].stretches[0].note
    assert note.isVisible()
    assert note.text() == "next day"


def test_today_is_quiet_and_is_not(page: BreaksPage, changes: list[Breaks]) -> None:
    """One press, and one to take it back; what is over is not shown."""
    page.hours.today.click()
    assert changes[-1].quiet_days == (QuietDays(first="2026-06-03", last="2026-06-03"),)
    assert not page.hours.today.isVisible()
    undo(page)
    assert [len(after.quiet_days) for after in changes] == [1, 0]


def test_a_holiday(page: BreaksPage, changes: list[Breaks], qapp: QApplication) -> None:
    """From a first to a last day, on a sheet."""
    page.hours.others.click()
    [sheet] = page.findChildren(QuietSheet)
    assert sheet.last.minimumDate() == sheet.first.date()
    sheet.last.setDate(sheet.last.date().addDays(9))
    sheet.save.click()
    assert changes[-1].quiet_days == (QuietDays(first="2026-06-03", last="2026-06-12"),)
