"""The words beside a body: from where it is seen, and which of its sides is which."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from coach.drawing.bodymap.painter import Stand

#: How far out and how high, in metres, the sides are named: beside the calves; and how far a word may reach.
_OUT: Final = 0.27
_UP: Final = 0.36
_ROOM: Final = 0.19
_CENTRE: Final = int(Qt.AlignmentFlag.AlignCenter)
_LEAST_PX: Final = 9


def name_view(painter: QPainter, area: QRectF, words: str, font: QFont, colour: str) -> None:
    """Say over a body from where it is seen; long words become smaller, never cut."""
    painter.setFont(fitted(font, words, area.width()))
    painter.setPen(QColor(colour))
    painter.drawText(area, _CENTRE, words)


def name_sides(painter: QPainter, stand: Stand, sides: tuple[str, str], font: QFont, colour: str) -> None:
    """Say at both legs of a body which side it is, the one at the left first."""
    longest = max(sides, key=QFontMetricsF(font).horizontalAdvance)
    painter.setFont(fitted(font, longest, _ROOM * stand.scale))
    painter.setPen(QColor(colour))
    for words, out in zip(sides, (-_OUT, _OUT), strict=True):
        at = stand.at(out, _UP)
        painter.drawText(QRectF(at.x() - 100, at.y() - 30, 200, 60), _CENTRE, words)


def fitted(font: QFont, words: str, width: float) -> QFont:
    """Return the font, as much smaller as it takes for the words to be that narrow."""
    wide = QFontMetricsF(font).horizontalAdvance(words)
    made = QFont(font)
    if wide > width > 0:
        made.setPixelSize(max(int(font.pixelSize() * width / wide), _LEAST_PX))
    return made
