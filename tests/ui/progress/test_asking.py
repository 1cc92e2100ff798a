"""What a section asks, and turning back by pages: with mouse, keys and a screen reader."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coach.analysis.strength import AIM_KEY, aims_of
from coach.drawing.charts.year import YearChart
from coach.ui.progress.page import ProgressPage
from coach.ui.progress.sections.section import Section
from coach.ui.progress.sections.strength.section import SECTION as STRENGTH
from coach.ui.progress.sections.year.section import SECTION as YEAR
from coach.ui.progress.state import ProgressState, build_state
from coach.ui.widgets.buttons import Button
from tests.analysis.make import entry
from tests.ui.progress.sample import TODAY, panel, settle
from tests.ui.support import dress, nameless


def _state(answers: dict[str, Any] | None = None) -> ProgressState:
    old = [entry("2025-05-20T08:00"), entry("2023-01-02T08:00", 7)]
    return build_state(old, (), TODAY, answers=answers)


def _page(section: Section[Any], qtbot: QtBot, qapp: QApplication) -> ProgressPage:
    dress(qapp)
    made = ProgressPage([section])
    qtbot.addWidget(made)
    made.resize(1100, 800)
    made.show_state(_state())
    made.show()
    settle(made)
    QApplication.processEvents()  # chips that were just made are shown in a turn of their own
    return made


def _button(page: ProgressPage, words: str) -> Button:
    return next(one for one in page.findChildren(Button) if one.text() == words and one.isVisible())


def _press(page: ProgressPage, words: str) -> None:
    QTest.mouseClick(_button(page, words), Qt.MouseButton.LeftButton)


def test_pressing_a_number_tells_the_answer(qtbot: QtBot, qapp: QApplication) -> None:
    """Four days a week from today on; the chip follows what is kept, not what was pressed."""
    page = _page(STRENGTH, qtbot, qapp)
    with qtbot.waitSignal(page.answered) as told:
        _press(page, "4")
    key, value = told.args
    assert key == AIM_KEY
    assert [(aim.since, aim.days) for aim in aims_of(value)] == [(TODAY.toordinal(), 4)]
    assert _button(page, "No number").isChecked()
    assert not _button(page, "4").isChecked()
    page.show_state(_state({AIM_KEY: value}))
    settle(page)
    assert _button(page, "4").isChecked()
    assert not _button(page, "No number").isChecked()


def test_the_question_has_names_and_keys(qtbot: QtBot, qapp: QApplication) -> None:
    """Each chip says the question with its number, is reached by Tab and pressed with Space, even while there is no chart."""
    page = _page(STRENGTH, qtbot, qapp)
    assert panel(page, "strength").chart is None
    assert nameless(page) == []
    three = _button(page, "3")
    assert three.accessibleName() == "On how many days a week do you mean to exercise?: 3"
    assert three in panel(page, "strength").stops()
    with qtbot.waitSignal(page.answered) as told:
        QTest.keyClick(three, Qt.Key.Key_Space)
    assert [aim.days for aim in aims_of(told.args[1])] == [3]


def test_earlier_and_later_turn_the_year(qtbot: QtBot, qapp: QApplication) -> None:
    """The buttons are there only where there are pages, and follow turns made with the keys."""
    page = _page(YEAR, qtbot, qapp)
    chart = panel(page, "year").chart
    assert isinstance(chart, YearChart)
    assert _button(page, "Earlier").isEnabled()
    assert not _button(page, "Later").isEnabled()
    _press(page, "Earlier")
    assert "to Sun 19 May 2024" in chart.subtitle()
    assert _button(page, "Later").isEnabled()
    QTest.keyClick(chart, Qt.Key.Key_PageUp)
    assert not _button(page, "Earlier").isEnabled()
    QTest.keyClick(chart, Qt.Key.Key_Home)
    for _step in range(40 * 7):
        if chart.readout().startswith("Mon 2 Jan 2023"):
            break
        QTest.keyClick(chart, Qt.Key.Key_Down)
    assert chart.readout() == "Mon 2 Jan 2023\n7: Buttock, left, 08:00; the only entry"


def test_a_table_has_no_pages_and_a_section_without_a_question_asks_none(qtbot: QtBot, qapp: QApplication) -> None:
    """As a table the year hides both buttons; nothing is asked beneath it."""
    page = _page(YEAR, qtbot, qapp)
    _press(page, "Show as table")
    words = {one.text() for one in page.findChildren(Button) if one.isVisible()}
    assert not words & {"Earlier", "Later", "No number"}
