"""When it is tight: a box for each weekday and three hours, shaded by the mean, with the number in it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from coach.drawing.charts import ink
from coach.drawing.charts.board import Board, Spot, paint_hollow
from coach.drawing.charts.boards import HourBox, WeekHoursState
from coach.drawing.charts.look import Look
from coach.drawing.charts.painted_key import KeyEntry, PaintedKey
from coach.drawing.charts.ramp import shade, words_on

_RADIUS_PX, _ROUND = 4.0, 0.2
_GAP_PX = 3.0
_EDGE_GAP_PX = 8.0
#: A weak box is painted this much narrower and lower.
_WEAK_WIDE, _WEAK_HIGH = 0.74, 0.56
_WORDS_INSIDE_PX = 4.0
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)


def week_hours_chart(state: WeekHoursState, look: Look) -> WeekHoursChart:
    """Return the chart of a state as a widget."""
    return WeekHoursChart(state, look)


class WeekHoursChart(Board):
    """Rows are weekdays, columns hours. Weak boxes are small, those without an entry empty."""

    def __init__(self, state: WeekHoursState, look: Look) -> None:
        self._state = state
        self._boxes = {(box.column, box.row): box for box in state.boxes}
        super().__init__(state.title, state.subtitle, PaintedKey(state.ends, self._entries(look), look), look)
        self._bold = ink.font(look, look.small_px, QFont.Weight.DemiBold)

    def _entries(self, look: Look) -> list[KeyEntry]:
        def weak(painter: QPainter, box: QRectF) -> None:
            _fill(painter, _smaller(box), shade(look, 5))

        def none(painter: QPainter, box: QRectF) -> None:
            paint_hollow(painter, box, _radius(box), look)

        found = [KeyEntry(self._state.key_weak, weak), KeyEntry(self._state.key_none, none)]
        return [entry for entry in found if entry.words]

    # -- boxes

    def box(self, spot: Spot, room: QRectF) -> QRectF:
        """Return a box inside the words at both edges."""
        left, top = self._edges()
        wide, high = self._size(room)
        column, row = spot
        place = QRectF(room.left() + left + column * wide, room.top() + top + row * high, wide, high)
        return place.adjusted(0, 0, -_GAP_PX, -_GAP_PX)

    def spot_at(self, point: QPointF, room: QRectF) -> Spot | None:
        """Return the box at a point, with the gap after it."""
        left, top = self._edges()
        wide, high = self._size(room)
        column, row = int((point.x() - room.left() - left) // wide), int((point.y() - room.top() - top) // high)
        there = 0 <= column < len(self._state.columns) and 0 <= row < len(self._state.rows)
        return (column, row) if there else None

    def words(self, spot: Spot) -> str:
        """Say weekday, hours, mean and how many entries it rests on."""
        return self._state.say(*spot)

    def beside(self, spot: Spot, step: Spot) -> Spot:
        """Stay inside the table."""
        column = min(max(spot[0] + step[0], 0), len(self._state.columns) - 1)
        return column, min(max(spot[1] + step[1], 0), len(self._state.rows) - 1)

    def first_spot(self) -> Spot | None:
        """Begin with the first box that has something in it."""
        return min(self._boxes, key=lambda spot: (spot[1], spot[0]), default=(0, 0))

    # -- painting

    def paint_boxes(self, painter: QPainter, room: QRectF) -> None:
        """Paint every box and the words at both edges."""
        for column in range(len(self._state.columns)):
            for row in range(len(self._state.rows)):
                self._paint_box(painter, self._boxes.get((column, row)), self.box((column, row), room))
        left, top = self._edges()
        metrics = QFontMetricsF(self._font)
        painter.setFont(self._font)
        painter.setPen(ink.color(self._look.muted))
        for row, words in enumerate(self._state.rows):
            box = self.box((0, row), room)
            painter.drawText(QRectF(room.left(), box.top(), left, box.height()), _LEFT, words)
        wide = self._size(room)[0]
        every = 1 if max(map(metrics.horizontalAdvance, self._state.columns)) + _GAP_PX < wide else 2
        for column, words in list(enumerate(self._state.columns))[::every]:
            box = self.box((column, 0), room)
            painter.drawText(QRectF(box.left(), room.top(), wide * every - _GAP_PX, top - 2), _LEFT, words)

    def _paint_box(self, painter: QPainter, box: HourBox | None, place: QRectF) -> None:
        if box is None:
            paint_hollow(painter, place, _radius(place), self._look)
            return
        colour = shade(self._look, box.value)
        tile = _smaller(place) if box.weak else place
        _fill(painter, tile, colour)
        font = self._font if box.weak else self._bold
        metrics = QFontMetricsF(font)
        if metrics.capHeight() + _WORDS_INSIDE_PX > tile.height():
            return
        painter.setFont(font)
        painter.setPen(ink.color(words_on(self._look, colour)))
        for words in (box.text, str(round(box.value))):
            if metrics.horizontalAdvance(words) + _WORDS_INSIDE_PX <= tile.width():
                painter.drawText(tile, _CENTRE, words)
                return

    def _edges(self) -> tuple[float, float]:
        """Return the room at the left for the weekdays and above for the hours."""
        metrics = QFontMetricsF(self._font)
        return max(map(metrics.horizontalAdvance, self._state.rows)) + _EDGE_GAP_PX, metrics.height() + 4

    def _size(self, room: QRectF) -> tuple[float, float]:
        left, top = self._edges()
        wide, high = (room.width() - left) / len(self._state.columns), (room.height() - top) / len(self._state.rows)
        return max(wide, 1.0), max(high, 1.0)


def _smaller(place: QRectF) -> QRectF:
    made = QRectF(0, 0, place.width() * _WEAK_WIDE, place.height() * _WEAK_HIGH)
    made.moveCenter(place.center())
    return made


def _fill(painter: QPainter, place: QRectF, colour: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink.color(colour))
    painter.drawRoundedRect(place, _radius(place), _radius(place))


def _radius(place: QRectF) -> float:
    return min(_RADIUS_PX, place.height() * _ROUND)
