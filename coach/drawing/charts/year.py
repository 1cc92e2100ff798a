"""A year of days: a small square for each, shaded by its worst value; it runs on over New Year and turns back by pages."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter

from coach.drawing.charts import ink
from coach.drawing.charts.board import Board, Spot, paint_hollow
from coach.drawing.charts.boards import DayBox, Sign, YearPage, YearState
from coach.drawing.charts.look import Look
from coach.drawing.charts.painted_key import KeyEntry, PaintedKey
from coach.drawing.charts.ramp import shade, words_on
from coach.drawing.charts.signs import paint_sign

DAYS_PER_WEEK = 7
_GAP = 0.14
_RADIUS = 0.16
_LARGEST_PX = 40.0
_EDGE_GAP_PX = 8.0
_SIGN = 0.52
#: A dot is this part of a square, not smaller than so many pixels, and stands so far from the middle, at the lower right.
_DOT, _LEAST_DOT_PX, _DOT_AWAY = 0.11, 1.4, 0.24
#: Where the sign of a day with a dot stands, from the middle.
_SIGN_AWAY = -0.1
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def year_chart(state: YearState, look: Look) -> YearChart:
    """Return the chart of a state as a widget; it begins with the page up to today."""
    return YearChart(state, look)


class YearChart(Board):
    """Columns are weeks, rows days of the week.

    Keys: up and down go a day, left and right a week, beyond the edge the page turns; Page up and Page down turn it at
    once, Home and End go to its ends. `page_turned` follows each turn.
    """

    page_turned = Signal()

    def __init__(self, state: YearState, look: Look) -> None:
        self._state, self._number = state, 0
        self._page: YearPage = state.page(0)
        super().__init__(state.title, "", PaintedKey(state.ends, self._entries(look), look), look)

    def _entries(self, look: Look) -> list[KeyEntry]:
        def sample(day: DayBox) -> KeyEntry:
            words = self._state.key_session if day.session else self._state.key_none
            return KeyEntry(words, lambda painter, box: _paint_day(painter, day, box, look))

        def sign(which: Sign, words: str) -> KeyEntry:
            day = DayBox(None, sign=which)
            return KeyEntry(words, lambda painter, box: _paint_day(painter, day, box, look))

        plain = [sample(DayBox(None)), sample(DayBox(None, session=True))]
        return [*plain, *(sign(which, words) for which, words in self._state.signs.items())]

    # -- pages

    @property
    def has_earlier(self) -> bool:
        """Whether there are days before this page."""
        return self._number + 1 < self._state.pages

    @property
    def has_later(self) -> bool:
        """Whether there are days after this page."""
        return self._number > 0

    def earlier(self) -> None:
        """Show the weeks before."""
        self._turn(self._number + 1)

    def later(self) -> None:
        """Show the weeks after."""
        self._turn(self._number - 1)

    def _turn(self, number: int) -> None:
        number = min(max(number, 0), self._state.pages - 1)
        if number == self._number:
            return
        self.look_at(None)
        self._number, self._page = number, self._state.page(number)
        self.update()
        self.page_turned.emit()

    def subtitle(self) -> str:
        """Say what the squares are, and which days are seen."""
        return self._page.subtitle

    # -- boxes

    def box(self, spot: Spot, room: QRectF) -> QRectF:
        """Return the square of a day."""
        column, row = spot
        side, (left, top) = self._side(room), self._edges()
        gap = side * _GAP
        return QRectF(room.left() + left + column * side, room.top() + top + row * side, side - gap, side - gap)

    def spot_at(self, point: QPointF, room: QRectF) -> Spot | None:
        """Return the day at a point, with the gap after it."""
        side, (left, top) = self._side(room), self._edges()
        column, row = int((point.x() - room.left() - left) // side), int((point.y() - room.top() - top) // side)
        inside = 0 <= row < DAYS_PER_WEEK and 0 <= column < self._page.weeks
        return (column, row) if inside and _number((column, row)) < len(self._page.days) else None

    def words(self, spot: Spot) -> str:
        """Say everything about a day."""
        return self._page.say(_number(spot))

    def beside(self, spot: Spot, step: Spot) -> Spot:
        """Go by days and weeks; beyond an edge the page turns."""
        number = _number(spot) + step[0] * DAYS_PER_WEEK + step[1]
        if number < 0 and self.has_earlier:
            self.earlier()
            number += len(self._page.days)
        elif number >= len(self._page.days) and self.has_later:
            number -= len(self._page.days)
            self.later()
        return _spot(number if 0 <= number < len(self._page.days) else _number(spot))

    def first_spot(self) -> Spot | None:
        """Begin with the last day there is."""
        return _spot(len(self._page.days) - 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the page or go to its ends; the rest as every board does."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_PageUp and self.has_earlier:
            self.earlier()
        elif key == Qt.Key.Key_PageDown and self.has_later:
            self.later()
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self.look_at(self.first_spot() if key == Qt.Key.Key_End else (0, 0), aloud=True)
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    # -- painting

    def used_height(self, room: QRectF) -> float:
        """Take what seven squares need."""
        return self._edges()[1] + DAYS_PER_WEEK * self._side(room)

    def paint_boxes(self, painter: QPainter, room: QRectF) -> None:
        """Paint every day and the words at both edges."""
        for number, day in enumerate(self._page.days):
            _paint_day(painter, day, self.box(_spot(number), room), self.look)
        painter.setFont(self._font)
        painter.setPen(ink.color(self.look.muted))
        self._paint_weekdays(painter, room)
        self._paint_months(painter, room)

    def _paint_weekdays(self, painter: QPainter, room: QRectF) -> None:
        left, _top = self._edges()
        every = 1 if self._side(room) >= QFontMetricsF(self._font).height() else 2
        for row in range(0, DAYS_PER_WEEK, every):
            box = self.box((0, row), room)
            high = max(box.height(), QFontMetricsF(self._font).height())
            painter.drawText(QRectF(room.left(), box.center().y() - high / 2, left, high), _LEFT, self._state.rows[row])

    def _paint_months(self, painter: QPainter, room: QRectF) -> None:
        metrics, free = QFontMetricsF(self._font), 0.0
        for column, words in self._page.months:
            left, wide = self.box((column, 0), room).left(), metrics.horizontalAdvance(words) + 1
            if left >= free and left + wide <= room.right() + 1:
                painter.drawText(QRectF(left, room.top(), wide, metrics.height()), _LEFT, words)
                free = left + wide + _EDGE_GAP_PX / 2

    def _edges(self) -> tuple[float, float]:
        """Return the room at the left for the weekdays and above for the months."""
        metrics = QFontMetricsF(self._font)
        return max(map(metrics.horizontalAdvance, self._state.rows)) + _EDGE_GAP_PX, metrics.height() + 4

    def _side(self, room: QRectF) -> float:
        left, top = self._edges()
        wide, high = (room.width() - left) / self._page.weeks, (room.height() - top) / DAYS_PER_WEEK
        return min(max(min(wide, high), 1.0), _LARGEST_PX)


def _number(spot: Spot) -> int:
    return spot[0] * DAYS_PER_WEEK + spot[1]


def _spot(number: int) -> Spot:
    return divmod(number, DAYS_PER_WEEK)


def _paint_day(painter: QPainter, day: DayBox, box: QRectF, look: Look) -> None:
    """Paint a day: filled with its shade, or hollow; with its sign and its dot."""
    radius = box.width() * _RADIUS
    if day.value is None:
        paint_hollow(painter, box, radius, look)
        words = look.ink
    else:
        colour = shade(look, day.value)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink.color(colour))
        painter.drawRoundedRect(box, radius, radius)
        words = words_on(look, colour)
    middle, side = box.center(), box.width()
    if day.sign is not None:
        away = side * _SIGN_AWAY if day.session else 0.0
        size = side * _SIGN
        paint_sign(
            painter, day.sign, QRectF(middle.x() + away - size / 2, middle.y() + away - size / 2, size, size), words
        )
    if day.session:
        away, radius = side * _DOT_AWAY, max(side * _DOT, _LEAST_DOT_PX)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink.color(words))
        painter.drawEllipse(QPointF(middle.x() + away, middle.y() + away), radius, radius)
