"""Charts of boxes: read with mouse and keys, said aloud, turned by pages, and saved as pictures."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coach.drawing.charts import export
from coach.drawing.charts.board import Board
from coach.drawing.charts.drawn import Paged
from coach.drawing.charts.ramp import shade
from coach.drawing.charts.week_hours import WeekHoursChart, week_hours_chart
from coach.drawing.charts.year import YearChart, year_chart
from tests.drawing.charts.box_samples import week_hours, year
from tests.drawing.charts.samples import LIGHT
from tests.drawing.pictures import colours_in


@pytest.fixture
def hours(qtbot: QtBot, qapp: QApplication) -> Iterator[WeekHoursChart]:
    """Give the week by hours, shown."""
    made = week_hours_chart(week_hours(), LIGHT)
    _show(made, qtbot)
    yield made
    made.close()


@pytest.fixture
def days(qtbot: QtBot, qapp: QApplication) -> Iterator[YearChart]:
    """Give two pages of days, shown."""
    made = year_chart(year(), LIGHT)
    _show(made, qtbot)
    yield made
    made.close()


def _show(made: Board, qtbot: QtBot) -> None:
    qtbot.addWidget(made)
    made.resize(900, 320)
    made.show()
    QApplication.processEvents()


def _middle(board: Board, spot: tuple[int, int]) -> QPoint:
    return board.box(spot, board.room()).center().toPoint()


def test_the_mouse_reads_the_box_under_it(hours: WeekHoursChart) -> None:
    """On Wednesday at six it says so, on an empty box too, beside the boxes nothing."""
    QTest.mouseMove(hours, _middle(hours, (2, 2)))
    assert hours.readout() == "Wed 06–09"
    QTest.mouseMove(hours, _middle(hours, (0, 6)))
    assert hours.readout() == "Sun 00–03"
    QTest.mouseMove(hours, QPoint(3, 3))
    assert hours.readout() == ""


def test_the_keys_walk_the_week_and_stop_at_its_edges(hours: WeekHoursChart) -> None:
    """They begin with the first box that holds something; Escape lets go and then is the page's."""
    said: list[str] = []
    hours.looked_at.connect(said.append)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Escape):
        QTest.keyClick(hours, key)
    assert said == ["Mon 06–09", "Tue 06–09", "Tue 09–12", "Mon 09–12", ""]
    assert hours.readout() == ""


def test_a_weak_box_is_painted_smaller_and_a_firm_one_whole(hours: WeekHoursChart) -> None:
    """At the corner of a weak box there is the ground, at that of a firm one its shade."""
    picture = hours.grab().toImage()
    weak, firm = hours.box((4, 3), hours.room()), hours.box((4, 4), hours.room())
    corner = QPoint(8, 6)
    assert _colour(picture, weak.topLeft().toPoint() + corner) == LIGHT.surface
    assert _colour(picture, firm.topLeft().toPoint() + corner) == shade(LIGHT, 8)


def test_every_value_has_its_shade_in_the_picture(hours: WeekHoursChart) -> None:
    """All eleven shades are painted as they are: the key at least shows them all."""
    assert {shade(LIGHT, value) for value in range(11)} <= colours_in(hours.grab().toImage())


def test_the_keys_walk_day_by_day_and_week_by_week(days: YearChart) -> None:
    """From today: up is yesterday, left a week before; at the top of a column up goes on in the column before."""
    said: list[str] = []
    days.looked_at.connect(said.append)
    keys = (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Left)
    for key in keys:
        QTest.keyClick(days, key)
    assert said == [f"page 0 day {number}" for number in (367, 366, 365, 364, 363, 356)]
    QTest.keyClick(days, Qt.Key.Key_Home)
    assert days.readout() == "page 0 day 0"
    QTest.keyClick(days, Qt.Key.Key_End)
    assert days.readout() == "page 0 day 367"
    QTest.keyClick(days, Qt.Key.Key_Down)
    assert days.readout() == "page 0 day 367"


def test_walking_beyond_the_edge_turns_the_page(days: YearChart) -> None:
    """The day before the first of a page is the last of the page before, and back again; the oldest day is the end."""
    QTest.keyClick(days, Qt.Key.Key_Home)
    QTest.keyClick(days, Qt.Key.Key_Up)
    assert days.readout() == "page 1 day 370"
    assert (days.has_earlier, days.has_later) == (False, True)
    QTest.keyClick(days, Qt.Key.Key_Down)
    assert days.readout() == "page 0 day 0"
    QTest.keyClick(days, Qt.Key.Key_PageUp)
    QTest.keyClick(days, Qt.Key.Key_Home)
    QTest.keyClick(days, Qt.Key.Key_Left)
    assert days.readout() == "page 1 day 0"


def test_pages_turn_and_say_so(days: YearChart) -> None:
    """Earlier and later stop at the ends; the line above says what is seen; nothing is looked at any more."""
    turns: list[str] = []
    days.page_turned.connect(lambda: turns.append(days.subtitle()))
    days.look_at((0, 0))
    assert isinstance(days, Paged)
    for act in (days.earlier, days.earlier, days.later, days.later):
        act()
        assert days.readout() == ""
    assert turns == ["Each square is a day. Page 1.", "Each square is a day. Page 0."]


def test_days_to_come_are_not_there(days: YearChart) -> None:
    """After today the mouse finds nothing, before it the day."""
    QTest.mouseMove(days, _middle(days, (52, 3)))
    assert days.readout() == "page 0 day 367"
    QTest.mouseMove(days, _middle(days, (52, 4)))
    assert days.readout() == ""


def test_squares_are_square_and_inside(days: YearChart) -> None:
    """Whatever the size of the widget, all days lie inside the room for them and none over another."""
    for width, height in ((900, 320), (500, 320), (1400, 250), (320, 200)):
        days.resize(width, height)
        room = days.room()
        boxes = [days.box(divmod(number, 7), room) for number in range(368)]
        assert all(abs(box.width() - box.height()) < 1e-6 for box in boxes)
        assert all(QRectF(days.rect()).contains(box) for box in boxes)
        assert boxes[0].right() < boxes[7].left()
        assert boxes[0].bottom() < boxes[1].top()


@pytest.mark.parametrize("kind", ["hours", "days"])
def test_a_picture_shows_neither_focus_nor_card(kind: str, request: pytest.FixtureRequest) -> None:
    """Saved pictures look the same whether something is looked at or not; the words of the drawing stay words."""
    board: Board = request.getfixturevalue(kind)
    plain = export.png_bytes(board)
    board.setFocus()
    QTest.keyClick(board, Qt.Key.Key_Up)
    assert board.readout()
    assert export.png_bytes(board) == plain
    drawing = export.svg_bytes(board).decode()
    assert "the most you can imagine" in drawing
    assert board.title in drawing


def _colour(picture: QImage, at: QPoint) -> str:
    ratio = picture.devicePixelRatio()
    return picture.pixelColor(round(at.x() * ratio), round(at.y() * ratio)).name()
