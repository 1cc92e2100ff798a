"""The bar of today: pointed at, walked through, read aloud."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from coach.reminders.memory import Doing
from coach.settings.model import Settings
from coach.ui import theme
from coach.ui.breaks.day import Day, Part, day_of
from coach.ui.breaks.day_card import DayCard
from coach.ui.breaks.day_look import HEIGHT
from coach.ui.breaks.day_strip import DayStrip
from tests.ui.breaks.days import SPANS, at, span
from tests.ui.clipping import clipped
from tests.ui.support import accessible, dress

_DAY = day_of(SPANS, at(12, 20))


@pytest.fixture
def card(qtbot: QtBot, qapp: QApplication) -> Iterator[DayCard]:
    """Show the day."""
    dress(qapp)
    made = DayCard()
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.show_day(_DAY, "Breaks today: 2 taken.")
    made.show()
    qapp.processEvents()
    yield made
    made.close()


def _told(card: DayCard) -> str:
    return card._told.text()


def test_arrows_walk_from_stretch_to_stretch(card: DayCard) -> None:
    """Right, Left, Home and End; each says what it is, and at the ends it stays."""
    strip = card.strip
    strip.setFocus()
    seen = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Home):
        QTest.keyClick(strip, key)
        seen.append(_told(card))
    numbers = [0, 1, 4, 4, 3, 0]
    assert seen == [_DAY.parts[number].words for number in numbers]


def test_left_begins_at_the_end(card: DayCard) -> None:
    """What was last comes first from there."""
    QTest.keyClick(card.strip, Qt.Key.Key_Left)
    assert card.strip.part == _DAY.parts[-1]


def test_the_mouse_points(card: DayCard) -> None:
    """Anywhere above or under a stretch; beside all of them there is nothing."""
    strip = card.strip
    middle = strip.place(2).center().toPoint()
    QTest.mouseMove(strip, QPoint(middle.x(), 4))
    assert strip.part == _DAY.parts[2]
    assert strip.toolTip() == _DAY.parts[2].words
    QTest.mouseMove(strip, QPoint(strip.width() - 5, 30))
    assert strip.toolTip() == ""
    assert _told(card).startswith("Point at a part of the day")


def test_what_is_pointed_at_stays_while_the_day_goes_on(card: DayCard) -> None:
    """A minute later the same stretch is longer, and still the one; one that is gone is not."""
    QTest.keyClick(card.strip, Qt.Key.Key_End)
    later = day_of((*SPANS[:-1], span(Doing.STOOD, 12, 0, 21)), at(12, 21))
    card.show_day(later, "")
    assert _told(card) == "12:00 to 12:21: stood, 21 min"
    card.show_day(day_of(SPANS[:2], at(12, 21)), "")
    assert card.strip.part is None


def test_it_is_read_aloud_as_a_sentence_and_as_a_list(card: DayCard) -> None:
    """The bar has the whole day as its name; behind the link every stretch stands in words."""
    assert _DAY.words in [seen.name for seen in accessible(card)]
    card.every.button.click()
    QApplication.processEvents()
    lines = [made.text() for made in card.findChildren(QLabel) if made.isVisible() and "\n" in made.text()]
    assert lines == ["\n".join(part.words for part in _DAY.parts)]


def test_shapes_differ_before_colours() -> None:
    """No two are of one height and one pattern: a call has the height of sitting, and stripes."""
    heights = [high for doing, high in HEIGHT.items() if doing is not Doing.CALL]
    assert len(set(heights)) == len(heights)
    assert HEIGHT[Doing.CALL] == HEIGHT[Doing.SAT]


def test_in_grey_each_kind_is_still_told(card: DayCard, qapp: QApplication) -> None:
    """With all colour taken away, sitting is an area and a call has light stripes through it."""
    picture = card.strip.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    ratio = card.strip.devicePixelRatioF()

    def greys(number: int) -> set[int]:
        place = card.strip.place(number)
        y = round(place.center().y() * ratio)
        return {
            picture.pixelColor(x, y).value() // 16
            for x in range(round((place.left() + 6) * ratio), round((place.right() - 6) * ratio))
        }

    paper = theme.current().colour("surface").value() // 16
    assert paper in greys(2)
    sat = card.strip.place(0)
    left = {picture.pixelColor(round(sat.left() + 8), round(sat.bottom() - 4)).value() // 16}
    assert paper not in left


def test_an_empty_day_has_no_list(card: DayCard) -> None:
    """It says that nothing was seen, and the keys walk nowhere."""
    card.show_day(day_of((), at(9)), "")
    QTest.keyClick(card.strip, Qt.Key.Key_Right)
    assert card.strip.part is None
    assert _told(card) == "Nothing has been seen today yet."
    assert not card.every.isVisible()


@pytest.mark.parametrize("width", [420, 900, 1500])
def test_hours_never_touch(qtbot: QtBot, qapp: QApplication, width: int) -> None:
    """At any width there are times, and room between them."""
    dress(qapp)
    strip = DayStrip()
    qtbot.addWidget(strip)
    whole: Day = day_of([span(Doing.SAT, 0, 30, 60), span(Doing.SAT, 22, 30, 60)], at(23))
    strip.resize(width, strip.sizeHint().height())
    strip.show_day(whole)
    metrics = strip._hour_metrics()
    room = strip._bar().width() / (whole.last_hour - whole.first_hour) * strip._every(metrics)
    assert room > metrics.horizontalAdvance("00:00") + 4


def test_the_legend_fits(card: DayCard) -> None:
    """Nothing is cut."""
    assert clipped(card) == []


def test_pointing_tells_once(card: DayCard) -> None:
    """The same stretch is not told again and again while the mouse moves over it."""
    told: list[Part | None] = []
    card.strip.pointed.connect(told.append)
    place = card.strip.place(0)
    for x in (place.left() + 10, place.left() + 14, place.left() + 20):
        QTest.mouseMove(card.strip, QPoint(round(x), 60))
    assert told == [_DAY.parts[0]]


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_times_under_the_bar_do_not_touch(card: DayCard, qapp: QApplication, scale: float) -> None:
    """Not even the first, which is moved to the right so that it is whole."""
    dress(qapp, settings=Settings(text_scale=scale))
    strip = card.findChildren(DayStrip)[0]
    metrics = strip._hour_metrics()
    wide = metrics.horizontalAdvance("00:00")
    hours = _DAY.last_hour - _DAY.first_hour
    every = strip._every(metrics)
    assert every * strip._bar().width() / hours > 1.5 * wide or every == hours
    dress(qapp)
