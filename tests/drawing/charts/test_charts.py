"""The charts as widgets: a fixed scale, moving along, and reading values with mouse and keys."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coach.drawing.charts.axes import scale_ends
from coach.drawing.charts.before_after import before_after_chart
from coach.drawing.charts.chart import Chart
from coach.drawing.charts.model import Line, Shape
from coach.drawing.charts.over_time import over_time_chart, range_words
from tests.drawing.charts.samples import LEFT, LIGHT, TODAY, before_after, line, tightness
from tests.drawing.pictures import colours_in

ENGLISH = QLocale("en_GB")


@pytest.fixture
def chart(qtbot: QtBot, qapp: QApplication) -> Iterator[Chart]:
    """Give two weeks of two lines, shown."""
    made = over_time_chart(tightness(), LIGHT, ENGLISH)
    return _shown(made, qtbot)


@pytest.fixture
def sessions(qtbot: QtBot, qapp: QApplication) -> Iterator[Chart]:
    """Give four sessions, shown."""
    made = before_after_chart(before_after(), LIGHT, ENGLISH)
    return _shown(made, qtbot)


def _shown(made: Chart, qtbot: QtBot) -> Chart:
    qtbot.addWidget(made)
    made.resize(800, 400)
    made.show()
    QApplication.processEvents()
    return made


def _place(chart: Chart, x: float, y: float) -> QPoint:
    """Where a point of the data is on the widget."""
    scene = chart.getViewBox().mapViewToScene(QPointF(x, y))
    return QPoint(chart.mapFromScene(scene))


def test_the_scale_is_always_zero_to_ten(chart: Chart) -> None:
    """Whatever is zoomed, both ends of the scale stay in view."""
    for act in (chart.zoom_in, chart.zoom_out, chart.show_all, lambda: chart.pan(-0.5)):
        act()
        low, high = chart.getViewBox().viewRange()[1]
        assert low < 0
        assert high > 10


def test_the_mouse_reads_the_nearest_point(chart: Chart) -> None:
    """Near the seven of the first day it says so, far from all points nothing."""
    x, y = TODAY - 13 + LEFT[0][0], LEFT[0][1]
    QTest.mouseMove(chart.viewport(), _place(chart, x, y) + QPoint(4, -3))
    assert chart.readout() == "Buttock, left: 7"
    QTest.mouseMove(chart.viewport(), _place(chart, TODAY - 8, 10))
    assert chart.readout() == ""


def test_the_keys_walk_the_points_and_say_them(chart: Chart, qtbot: QtBot) -> None:
    """Left looks at the latest first, then further back; Escape lets go."""
    said: list[str] = []
    chart.looked_at.connect(said.append)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Escape):
        QTest.keyClick(chart, key)
    assert said == ["Buttock, right: 1", "Buttock, left: 3", "Buttock, right: 1", ""]


def test_walking_brings_a_point_into_view(chart: Chart) -> None:
    """Looking at a point outside moves the view to it."""
    chart.show_range(TODAY - 4, TODAY + 1)
    for _step in range(9):
        chart.look_beside(-1)
    start, end = chart.seen()
    assert chart.readout() == "Buttock, left: 8"
    assert start <= TODAY - 13 + 2.8 <= end


def test_a_session_is_one_step_of_the_keys(sessions: Chart) -> None:
    """A dumbbell has two ends and is read once."""
    words = []
    for _step in range(3):
        sessions.look_beside(-1)
        words.append(sessions.readout())
    assert words[:2] == ["session 3: 8 before, 4 after", "session 2: 3 before, 4 after"]


def test_the_view_stays_within_what_there_is(chart: Chart) -> None:
    """Nobody can get lost in empty years; Home comes back."""
    for _step in range(30):
        chart.zoom_out()
    assert chart.shows_all()
    chart.pan(-5)
    assert chart.seen()[0] >= TODAY - 40.5 - 1e-6
    for _step in range(60):
        chart.zoom_in()
    start, end = chart.seen()
    assert end - start == pytest.approx(4, abs=0.01)
    QTest.keyClick(chart, Qt.Key.Key_Home)
    assert chart.shows_all()


def test_the_wheel_scrolls_the_page_unless_ctrl_is_held(chart: Chart) -> None:
    """Zooming by accident while scrolling past is what people hate about charts."""
    before = chart.seen()
    assert not _wheel(chart, Qt.KeyboardModifier.NoModifier)
    assert chart.seen() == before
    assert _wheel(chart, Qt.KeyboardModifier.ControlModifier)
    assert chart.seen() != before


def _wheel(chart: Chart, held: Qt.KeyboardModifier) -> bool:
    middle = QPointF(chart.rect().center())
    event = QWheelEvent(
        middle,
        QPointF(chart.mapToGlobal(middle.toPoint())),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        held,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    chart.wheelEvent(event)
    return event.isAccepted()


def test_other_keys_are_left_to_the_window(chart: Chart) -> None:
    """F1 and Space must reach whoever else wants them; only the chart's own keys end here."""
    for key, wanted in ((Qt.Key.Key_F1, False), (Qt.Key.Key_Space, False), (Qt.Key.Key_Plus, True)):
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
        chart.keyPressEvent(event)
        assert event.isAccepted() is wanted


def test_markers_and_dashes_tell_the_sides_apart_without_colour(qtbot: QtBot, qapp: QApplication) -> None:
    """The same numbers drawn for left and right give different pictures even in one colour."""
    pictures: list[QImage] = []
    for shape in Shape:
        made = _shown(over_time_chart(tightness(line("Same", shape, 0, LEFT)), LIGHT, ENGLISH), qtbot)
        pictures.append(made.grab().toImage())
    assert all(one != other for n, one in enumerate(pictures) for other in pictures[n + 1 :])


def test_colours_come_from_the_look(chart: Chart) -> None:
    """Surface and both series are on the picture as handed in."""
    assert {LIGHT.surface, LIGHT.series[0], LIGHT.series[1], LIGHT.line} <= colours_in(chart.grab().toImage())


@pytest.mark.parametrize("marks", [(), ((5.0, 4),), tuple((n / 100, n % 11) for n in range(1400))])
def test_none_one_and_very_many_entries_are_drawn(
    marks: tuple[tuple[float, int], ...], qtbot: QtBot, qapp: QApplication
) -> None:
    """No entry, a single one, a crowd: each gives a picture and answers the keys."""
    alone = Line("Hip", Shape.WHOLE, 0, *_columns(marks), (), lambda n: f"entry {n}")
    made = _shown(over_time_chart(tightness(alone), LIGHT, ENGLISH), qtbot)
    made.look_beside(-1)
    assert made.readout() == (f"entry {len(marks) - 1}" if marks else "")
    assert not made.grab().isNull()


def _columns(marks: tuple[tuple[float, int], ...]) -> tuple[tuple[float, ...], tuple[int, ...], tuple[bool, ...]]:
    return tuple(TODAY - 13 + x for x, _y in marks), tuple(y for _x, y in marks), tuple(False for _mark in marks)


def test_the_words_of_the_range() -> None:
    """One day is one day; a year is named once unless there are two."""
    assert range_words(TODAY - 0.5, TODAY + 1.5, ENGLISH) == "20 May 2025"
    assert range_words(TODAY - 13.5, TODAY + 1.5, ENGLISH) == "7 May – 20 May 2025"
    assert range_words(TODAY - 365.5, TODAY + 1.5, ENGLISH) == "20 May 2024 – 20 May 2025"


def test_markup_in_words_is_never_interpreted(qtbot: QtBot, qapp: QApplication) -> None:
    """A note that looks like HTML is drawn as it was typed."""
    typed = "<img src='/etc/passwd'><b>bold</b>"
    xs, ys, hollow = _columns(((13.0, 5),))
    alone = Line(typed, Shape.WHOLE, 0, xs, ys, hollow, (), lambda _n: typed)
    made = _shown(over_time_chart(tightness(alone), LIGHT, ENGLISH), qtbot)
    made.look_beside(1)
    assert made.readout() == typed
    assert not made.grab().isNull()


def test_a_year_is_named_once_below_the_sessions(sessions: Chart) -> None:
    """Sessions of two years carry the year where it begins."""
    axis = sessions.getPlotItem().getAxis("bottom")
    [(spacing, places)] = axis.tickValues(*sessions.seen(), 800)
    assert axis.tickStrings(places, 1, spacing) == ["31 Dec\n2024", "1 Jan\n2025", "18 May\n", "20 May\n"]


@pytest.mark.parametrize("height", [60.0, 220.0, 700.0])
def test_both_ends_have_room_for_their_words(height: float) -> None:
    """However high the plot, there is a line of text above 10 and below 0 and most of it is for the scale."""
    low, high = scale_ends(height, LIGHT)
    unit = height / (high - low)
    assert unit * 10 >= height * 0.39
    if height > 150:
        assert (high - 10) * unit == pytest.approx(LIGHT.small_px * 1.75)
        assert -low * unit == pytest.approx(LIGHT.small_px * 2.1)
