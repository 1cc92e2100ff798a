"""What a figure stands on, and what stands there where no figure can be drawn."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from coach.ui import theme, tokens
from coach.ui.tokens import Role, Tone

#: How much of the smaller side an icon fills; less where a sentence stands under it.
_FILL = 0.42
_FILL_OVER_WORDS = 0.21


def ground_colour(tone: Tone) -> QColor:
    """Return a faint colour of the tone; plain paper where every edge has to be seen."""
    used = theme.current()
    return used.colour("paper") if _plain(used) else used.tint(tone)


def paint_ground(painter: QPainter, area: QRectF, radius: float, tone: Tone) -> QPainterPath:
    """Paint a rounded ground and return its shape."""
    used, shape = theme.current(), QPainterPath()
    shape.addRoundedRect(area, radius, radius)
    painter.fillPath(shape, ground_colour(tone))
    if _plain(used):
        painter.setPen(QPen(used.text(tone), 2))
        painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), radius, radius)
        painter.setPen(Qt.PenStyle.NoPen)
    return shape


def paint_icon(painter: QPainter, room: QRectF, icon: str, tone: Tone, sentence: str = "") -> None:
    """Paint an icon in place of a figure, and why there is none."""
    used = theme.current()
    size = min(room.width(), room.height()) * (_FILL_OVER_WORDS if sentence else _FILL)
    place = QRectF(0, 0, size, size)
    place.moveCenter(room.center())
    used.icons.paint(painter, place, icon, used.text(tone))
    if sentence:
        painter.setPen(used.text(tone))
        painter.setFont(used.font(Role.SMALL))
        edge = 4 * tokens.GRID
        words = QRectF(
            room.left() + edge, place.bottom() + 8, room.width() - 2 * edge, room.bottom() - place.bottom() - 8
        )
        painter.drawText(words, int(Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap), sentence)


def _plain(used: theme.Theme) -> bool:
    return used.palette in {tokens.CONTRAST_LIGHT, tokens.CONTRAST_DARK}
