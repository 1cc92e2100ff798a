"""Change per exercise: a row each, the interval as a bar, the median as a marker on it, the rule written beneath."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from coach.drawing.charts import ink
from coach.drawing.charts.board import Board, Spot
from coach.drawing.charts.effect_rows import EffectRow, EffectsState
from coach.drawing.charts.look import Look
from coach.drawing.charts.model import Shape
from coach.drawing.charts.written_key import WrittenKey

_NAMES = 0.38  # the names take at most so much of the width
_GAP_PX = 16.0
_BAR_PX = 6.0
_CAP_PX = 7.0
_MARKER_PX = 15.0
_CLAIMED_PX = 19.0
_INSET_PX = 10.0
_BAR_ALPHA = 0.45
_TALLEST_ROWS = 6.0  # times the size of the text
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)


def effects_chart(state: EffectsState, look: Look) -> EffectsChart:
    """Return the chart of a state as a widget."""
    return EffectsChart(state, look)


class EffectsChart(Board):
    """Rows are exercises. Those with too few uses are grey, hollow and thin."""

    def __init__(self, state: EffectsState, look: Look) -> None:
        self._state = state
        super().__init__(state.title, state.subtitle, WrittenKey(state.rule, look), look)
        self._bold = ink.font(look, look.small_px, QFont.Weight.DemiBold)
        self._metrics = QFontMetricsF(self._font)

    # -- rows as the boxes of a board

    def box(self, spot: Spot, room: QRectF) -> QRectF:
        """Return a row."""
        high = self._row_height(room)
        return QRectF(room.left(), room.top() + spot[1] * high, room.width(), high).adjusted(-4, 2, 4, -2)

    def spot_at(self, point: QPointF, room: QRectF) -> Spot | None:
        """Return the row at a point."""
        row = int((point.y() - room.top()) // self._row_height(room))
        return (0, row) if 0 <= row < len(self._state.rows) else None

    def words(self, spot: Spot) -> str:
        """Say everything about an exercise."""
        return self._state.rows[spot[1]].words

    def beside(self, spot: Spot, step: Spot) -> Spot:
        """Go up or down, whichever arrow is pressed."""
        return 0, min(max(spot[1] + step[0] + step[1], 0), len(self._state.rows) - 1)

    def first_spot(self) -> Spot | None:
        """Begin at the top."""
        return (0, 0) if self._state.rows else None

    # -- painting

    def paint_boxes(self, painter: QPainter, room: QRectF) -> None:
        """Paint the grid, the rows and the axis."""
        plot = self._plot(room)
        self._paint_grid(painter, plot)
        for number, row in enumerate(self._state.rows):
            line = self.box((0, number), room)
            place = QRectF(room.left(), line.top(), plot.left() - _GAP_PX - room.left(), line.height())
            self._paint_pair(painter, row, (row.name, row.uses), place, _LEFT)
            self._paint_change(painter, row, plot, line.center().y())
            place = QRectF(plot.right() + _GAP_PX, line.top(), room.right() - plot.right() - _GAP_PX, line.height())
            self._paint_pair(painter, row, (row.value, row.interval), place, _RIGHT)

    def _paint_grid(self, painter: QPainter, plot: QRectF) -> None:
        """Paint a line at each whole point, the one at "no change" stronger, and the words beneath."""
        painter.setFont(self._font)
        high = self._metrics.height()
        for number, words in enumerate(self._state.ticks):
            value = self._state.low + number
            x = round(self._x(value, plot)) + 0.5
            painter.setPen(ink.pen(self._look.line if value else self._look.muted, 1))
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom() + 4))
            painter.setPen(ink.color(self._look.muted))
            painter.drawText(QRectF(x - 40, plot.bottom() + 5, 80, high), _CENTRE, words)
        beneath = QRectF(plot.left(), plot.bottom() + 5 + high, plot.width(), high)
        for words, flags in ((self._state.less, _LEFT), (self._state.more, _RIGHT)):
            cut = self._metrics.elidedText(words, Qt.TextElideMode.ElideRight, beneath.width() / 2 - 4)
            painter.drawText(beneath, flags, cut)

    def _paint_pair(self, painter: QPainter, row: EffectRow, pair: tuple[str, str], place: QRectF, flags: int) -> None:
        """Paint what matters above what it rests on, both cut with dots where they are too long."""
        high = self._metrics.height()
        top, width = place.center().y() - high, place.width()
        shown = (self._bold if row.claimed else self._font, self._font)
        colours = (self._look.ink if row.enough else self._look.muted, self._look.muted)
        for number, (words, font, colour) in enumerate(zip(pair, shown, colours, strict=True)):
            painter.setFont(font)
            painter.setPen(ink.color(colour))
            cut = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, width)
            painter.drawText(QRectF(place.left(), top + number * high, width, high), flags, cut)

    def _paint_change(self, painter: QPainter, row: EffectRow, plot: QRectF, y: float) -> None:
        """Paint the interval with its ends and the marker of the median."""
        colour = self._look.series[0] if row.enough else self._look.muted
        left, right = self._x(row.low, plot), self._x(row.high, plot)
        painter.setPen(ink.pen(colour, _BAR_PX if row.enough else 2, _BAR_ALPHA if row.enough else 1))
        painter.drawLine(QPointF(left, y), QPointF(right, y))
        painter.setPen(ink.pen(colour, 2))
        for x in (left, right):
            painter.drawLine(QPointF(x, y - _CAP_PX), QPointF(x, y + _CAP_PX))
        size = _CLAIMED_PX if row.claimed else _MARKER_PX
        painter.save()
        painter.translate(self._x(row.median, plot), y)
        painter.scale(size, size)
        painter.setPen(ink.pen(colour if row.enough else self._look.muted, 2 / size))
        painter.setBrush(ink.color(colour if row.enough else self._look.surface))
        painter.drawPath(ink.marker(Shape.RIGHT if row.claimed else Shape.LEFT))
        painter.restore()

    # -- places

    def _plot(self, room: QRectF) -> QRectF:
        """Return where the bars are: between the names and the numbers, above the axis."""
        bold = QFontMetricsF(self._bold)
        rows = self._state.rows
        names = max(bold.horizontalAdvance(words) for row in rows for words in (row.name, row.uses))
        values = max(bold.horizontalAdvance(words) for row in rows for words in (row.value, row.interval))
        left = min(names + 2, _NAMES * room.width()) + _GAP_PX
        below = self._row_height(room) * len(self._state.rows)
        return QRectF(room.left() + left, room.top(), max(room.width() - left - values - _GAP_PX - 2, 1.0), below)

    def _row_height(self, room: QRectF) -> float:
        axis = 2 * QFontMetricsF(self._font).height() + 5
        each = (room.height() - axis) / max(len(self._state.rows), 1)
        return max(min(each, _TALLEST_ROWS * self._look.small_px), 1.0)

    def _x(self, value: float, plot: QRectF) -> float:
        inside = min(max(value, self._state.low), self._state.high)
        share = (inside - self._state.low) / (self._state.high - self._state.low)
        return plot.left() + _INSET_PX + share * max(plot.width() - 2 * _INSET_PX, 1.0)
