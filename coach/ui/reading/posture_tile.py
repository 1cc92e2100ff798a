"""A start position as a small picture, for rows and lists."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from coach.content.vocabulary import Posture
from coach.drawing.posture import RATIO, Shades, paint_posture
from coach.ui import tokens
from coach.ui.theme import Theme
from coach.ui.tokens import Tone


def tile_width(height: int) -> int:
    """Return how wide a tile of this height is."""
    return round(height * RATIO)


def paint_tile(painter: QPainter, area: QRectF, posture: Posture, used: Theme, ground: QColor) -> None:
    """Paint the position on a rounded ground."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(area, tokens.RADIUS_SMALL, tokens.RADIUS_SMALL)
    fill = used.fill(Tone.BRAND)
    shades = Shades(
        clothes=used.text(Tone.BRAND),
        skin=fill,
        far=_mixed(fill, ground, 0.45),
        wood=_mixed(used.colour("muted"), ground, 0.55),
        mat=_mixed(fill, ground, 0.22),
    )
    painter.save()
    paint_posture(painter, area.adjusted(2, 2, -2, -2), posture, shades)
    painter.restore()


def _mixed(one: QColor, other: QColor, share: float) -> QColor:
    rest = 1 - share
    return QColor(
        round(one.red() * share + other.red() * rest),
        round(one.green() * share + other.green() * rest),
        round(one.blue() * share + other.blue() * rest),
    )
