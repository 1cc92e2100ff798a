"""How the stretches of a day look: told apart by height and pattern before colour. The higher, the more was moved."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from coach.reminders.memory import Doing
from coach.ui import theme, tokens

#: How high a stretch stands, as a share of the bar.
HEIGHT = {Doing.SAT: 0.5, Doing.CALL: 0.5, Doing.STOOD: 0.78, Doing.MOVED: 1.0, Doing.AWAY: 0.16}
ICON = {Doing.SAT: "armchair", Doing.CALL: "phone", Doing.STOOD: "person-standing", Doing.MOVED: "footprints"}
_SLOT = {Doing.SAT: 3, Doing.CALL: 1, Doing.STOOD: 2, Doing.MOVED: 0}
_ROUND = 4.0
_STRIPE = 7.0
_ICON_PX = 18.0
#: However short it was, it is seen; what was moved is worth more.
_LEAST_WIDE = {Doing.MOVED: 5.0}


def stretch(bar: QRectF, doing: Doing, left: float, right: float) -> QRectF:
    """Return the place of a stretch between two edges of the bar; a short one is still seen, and ends where it ended."""
    high, wide = bar.height() * HEIGHT[doing], max(right - left, _LEAST_WIDE.get(doing, 2.0))
    return QRectF(right - wide, bar.bottom() - high, wide, high)


def paint_stretch(painter: QPainter, place: QRectF, doing: Doing, used: theme.Theme) -> None:
    """Paint one stretch, with its icon where there is room."""
    ground = used.colour("surface")
    inner = place.adjusted(0.5, 0, -0.5, 0) if place.width() > 4 else place
    if doing is Doing.AWAY:
        painter.setPen(QPen(used.colour("edge"), 1.5))
        painter.setBrush(ground)
        painter.drawRoundedRect(inner.adjusted(0.75, 0.75, -0.75, -0.75), 2, 2)
        return
    colour = series_colour(doing, used)
    shape = QPainterPath()
    round_by = min(_ROUND, inner.width() / 2)
    shape.addRoundedRect(inner, round_by, round_by)
    painter.fillPath(shape, colour)
    if doing is Doing.CALL:
        _paint_stripes(painter, inner, shape, ground)
    elif inner.width() >= 2 * _ICON_PX and inner.height() >= _ICON_PX:
        _paint_icon(painter, inner, doing, used)


def series_colour(doing: Doing, used: theme.Theme) -> QColor:
    """Return a hue that means no state."""
    series = tokens.SERIES_DARK if used.dark else tokens.SERIES_LIGHT
    return QColor(series[_SLOT[doing]])


def _paint_stripes(painter: QPainter, place: QRectF, shape: QPainterPath, ground: QColor) -> None:
    painter.save()
    painter.setClipPath(shape)
    painter.setPen(QPen(ground, 2))
    x = place.left() - place.height()
    while x < place.right():
        painter.drawLine(QPointF(x, place.bottom()), QPointF(x + place.height(), place.top()))
        x += _STRIPE
    painter.restore()


def _paint_icon(painter: QPainter, place: QRectF, doing: Doing, used: theme.Theme) -> None:
    centre = place.center()
    side = QRectF(centre.x() - _ICON_PX / 2, centre.y() - _ICON_PX / 2, _ICON_PX, _ICON_PX)
    used.icons.paint(painter, side, ICON[doing], used.colour("surface"))


def paint_now(painter: QPainter, x: float, bar: QRectF, used: theme.Theme) -> None:
    """Paint where it is now."""
    painter.setPen(QPen(used.colour("ink"), 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(QPointF(x, bar.top() - 6), QPointF(x, bar.bottom()))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(used.colour("ink"))
    painter.drawEllipse(QPointF(x, bar.top() - 7), 3.5, 3.5)
