"""The Progress page as a person uses it: chips, charts, tables, pictures, keys and a screen reader."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from coach.content.vocabulary import Area, Quality, Side
from coach.drawing.charts.over_time import OverTimeChart
from coach.settings.model import Settings
from coach.ui.progress.page import ProgressPage
from coach.ui.progress.panel import SectionPanel
from coach.ui.progress.state import build_state
from coach.ui.widgets.buttons import Button
from tests.analysis.make import entry
from tests.ui.progress.sample import TODAY, journal, panel, settle, state
from tests.ui.support import accessible, dress, nameless

_LAZY = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtWidgets import QApplication
app = QApplication([])
from coach.ui.progress.page import ProgressPage
from tests.analysis.make import entry
from tests.ui.progress.sample import state
page = ProgressPage()
page.show_state(state())
assert not {"pyqtgraph", "numpy"} & set(sys.modules), "loaded before it was shown"
page.show()
from tests.ui.progress.sample import settle
settle(page)
assert {"pyqtgraph", "numpy"} <= set(sys.modules)
"""


def _button(within: QWidget, words: str) -> Button:
    return next(one for one in within.findChildren(Button) if one.text() == words and one.isVisible())


def _press(page: ProgressPage, words: str, within: QWidget | None = None) -> None:
    QTest.mouseClick(_button(within or page, words), Qt.MouseButton.LeftButton)
    settle(page)


def _panels(page: ProgressPage) -> tuple[SectionPanel, SectionPanel]:
    return panel(page, "tightness"), panel(page, "before-after")


def _chart(page: ProgressPage) -> OverTimeChart:
    chart = panel(page, "tightness").chart
    assert isinstance(chart, OverTimeChart)
    return chart


def _words(page: QWidget) -> str:
    return "\n".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())


def test_drawing_libraries_load_only_when_the_page_is_shown() -> None:
    """Start-up does not pay for charts: neither pyqtgraph nor NumPy is there before the page is seen."""
    done = subprocess.run(
        [sys.executable, "-c", _LAZY], check=False, capture_output=True, text=True, cwd=Path(__file__).parents[3]
    )
    assert done.returncode == 0, done.stderr


def test_an_empty_journal_says_what_to_do(qtbot: QtBot, qapp: QApplication) -> None:
    """No empty frames: a sentence, and a button to where logging is done."""
    dress(qapp)
    made = ProgressPage()
    qtbot.addWidget(made)
    made.show_state(build_state([], [], TODAY))
    made.show()
    assert "Note how tight it feels on Today" in _words(made)
    assert not any(one.isVisible() for one in made.findChildren(SectionPanel))
    with qtbot.waitSignal(made.open_page) as asked:
        _press(made, "Go to Today")
    assert asked.args == ["today"]


def test_both_charts_and_their_sentences_are_there(page: ProgressPage) -> None:
    """The area logged last comes first: the left and right buttock, as picture and as words."""
    first, second = _panels(page)
    assert first.chart is not None
    assert second.chart is not None
    assert "Buttock, left: 6 on" in _words(page)
    assert "middle change −1" in _words(page)


def test_a_place_can_be_taken_away_and_added(page: ProgressPage) -> None:
    """A chip takes its line away; pressed again it is back; the last one cannot be taken away."""
    _press(page, "Calf, left")
    assert "Calf, left" not in _words(page)
    _press(page, "Calf, left")
    assert "Calf, left: 7 on" in _words(page)
    for words in ("Calf, left", "Buttock, right", "Buttock, left"):
        _press(page, words)
    assert _button(page, "Buttock, left").isChecked()
    assert not _button(page, "Calf, left").isChecked()
    assert "Buttock, left: 6 on" in _words(page)


def test_a_range_moves_the_chart_and_is_told(page: ProgressPage, qtbot: QtBot) -> None:
    """Two weeks are fourteen days; All, and Show all, go back to the first entry."""
    with qtbot.waitSignal(page.range_changed) as told:
        _press(page, "2 weeks")
    assert told.args == ["2-weeks"]
    start, end = _chart(page).seen()
    assert end - start == pytest.approx(14.25)
    with qtbot.waitSignal(page.range_changed) as told:
        _press(page, "Show all")
    assert told.args == ["all"]
    assert _button(page, "All").isChecked()
    assert _chart(page).shows_all()


def test_one_feeling_alone(page: ProgressPage) -> None:
    """Cramp alone titles the chart and leaves the buttock without entries."""
    _press(page, "Cramp")
    first, _second = _panels(page)
    assert first.chart is not None
    assert first.chart.title == "Cramp over time"
    assert "Buttock, left: no entry in this time." in _words(page)


def test_the_table_shows_the_same_values(page: ProgressPage) -> None:
    """For everyone who would rather read; and back to the chart."""
    _press(page, "Show as table")
    table = _panels(page)[0].findChild(QWidget, "values")
    assert table is not None
    assert table.isVisible()
    seen = {one.name for one in accessible(table)}
    assert {"Buttock, left", "Tue 20 May 2025", "4.2"} <= seen
    _press(page, "Show as chart")
    assert not table.isVisible()


def test_how_it_is_worked_out_can_be_opened(page: ProgressPage) -> None:
    """The definition of the mean, the source of the two points, and what was left out."""
    assert "six days" not in _words(page)
    _press(page, "Why does it say so?")
    for part in ("of the six days before it", "Childs 2005, Spine", "1 entry is from a rehearsal.", "1 damaged row"):
        assert part in _words(page)
    _press(page, "Why does it say so?")
    assert "six days" not in _words(page)


def test_every_control_has_a_name_and_the_chart_says_its_sentences(page: ProgressPage) -> None:
    """A screen reader finds no nameless control, and the words of the chart on the chart."""
    assert nameless(page) == []
    chart = _chart(page)
    assert chart.accessibleName() == "Tightness over time"
    assert "Buttock, left: 6 on" in chart.accessibleDescription()


def test_tab_goes_down_the_page(page: ProgressPage) -> None:
    """Chips first, then the chart, its tools, its explanation, then the second chart."""
    page.activateWindow()
    first, second = _panels(page)
    assert first.chart is not None
    assert second.chart is not None
    stops: list[QWidget] = []
    _button(page, "Buttock, left").setFocus()
    for _step in range(200):
        focused = QApplication.focusWidget()
        if focused is None or focused in stops:
            break
        stops.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    order = [
        stops.index(cast("QWidget", one))
        for one in (
            _button(page, "Buttock, left"),
            _button(page, "All"),
            first.chart,
            _button(page, "Show as table"),
            _button(page, "Why does it say so?"),
            second.chart,
            _button(second, "Why does it say so?"),
        )
    ]
    assert order == sorted(order)


def test_a_new_entry_keeps_what_was_chosen(page: ProgressPage) -> None:
    """After logging on Today the page shows the same places and span as before."""
    _press(page, "Calf, left")
    _press(page, "3 months")
    page.show_state(build_state(journal()[1:], [], TODAY))
    settle(page)
    assert not _button(page, "Calf, left").isChecked()
    assert _button(page, "Buttock, right").isChecked()
    assert _button(page, "3 months").isChecked()


def test_the_charts_follow_the_theme(page: ProgressPage, qapp: QApplication) -> None:
    """Turning dark, the chart's surface turns too."""
    used = dress(qapp, dark=True)
    settle(page)
    chart = _panels(page)[0].chart
    assert chart is not None
    assert chart.look.surface == used.palette.surface
    dress(qapp)


def test_while_hidden_nothing_is_drawn(qtbot: QtBot, qapp: QApplication) -> None:
    """State that arrives while another page is open waits until this one is shown."""
    dress(qapp)
    made = ProgressPage()
    qtbot.addWidget(made)
    made.show_state(state())
    assert all(one.chart is None for one in made.findChildren(SectionPanel))
    with pytest.raises(LookupError):
        made.picture("tightness.png")
    made.show()
    settle(made)
    assert all(panel(made, name).chart is not None for name in ("tightness", "before-after"))


def test_the_fifth_place_waits(qtbot: QtBot, qapp: QApplication) -> None:
    """With four places chosen the fifth chip cannot be pressed, and says why."""
    dress(qapp)
    made = ProgressPage()
    qtbot.addWidget(made)
    areas = [Area.HAMSTRING, Area.HIP, Area.CALF, Area.FOOT, Area.BUTTOCK]
    entries = [entry(f"2025-05-20T08:0{n}", area=area) for n, area in enumerate(areas)]
    made.show_state(build_state(entries, [], TODAY))
    made.show()
    settle(made)
    named = [one for one in made._filters.findChildren(Button) if one.isVisible()]
    unfold = next(one for one in named if one.accessibleName().startswith("Where: ") and one.text().endswith(" more"))
    QTest.mouseClick(unfold, Qt.MouseButton.LeftButton)
    for words in ("Hip, left", "Calf, left", "Foot, left"):
        _press(made, words)
    waiting = _button(made, "Hamstring, left")
    assert not waiting.isEnabled()
    assert "Four at a time" in waiting.toolTip()
    _press(made, "Foot, left")
    assert waiting.isEnabled()
    assert waiting.toolTip() == ""


def test_many_places_and_feelings_leave_room_for_the_first_chart(qtbot: QtBot, qapp: QApplication) -> None:
    """Ten places and all feelings: each row of choices is one line, in a small window, too; at 200 % names stand above."""
    made = ProgressPage()
    qtbot.addWidget(made)
    sides = (Side.LEFT, Side.RIGHT)
    places = [(area, side) for area in (Area.HAMSTRING, Area.HIP, Area.CALF, Area.FOOT, Area.BUTTOCK) for side in sides]
    noted = [entry("2025-05-20T08:00", area=area, side=side) for area, side in places]
    noted += [entry("2025-05-20T09:00", quality=quality) for quality in Quality]
    for size, scale, high in ((QSize(1020, 800), 1.0, 160), (QSize(700, 640), 1.0, 160), (QSize(700, 640), 2.0, 400)):
        dress(qapp, settings=Settings(text_scale=scale))
        made.resize(size)
        made.show_state(build_state(noted, [], TODAY))
        made.show()
        settle(made)
        assert made._filters.height() <= high
        assert made._contents.height() <= high / 2
        where = next(one for one in made._filters.findChildren(QLabel) if one.text() == "Where")
        chips = [one for one in made._filters.findChildren(Button) if one.isVisible()]
        assert any("more" in one.text() for one in chips)
        above = where.geometry().bottom() < min(one.mapTo(made._filters, QPoint()).y() for one in chips)
        assert above is (scale > 1)
    dress(qapp)
