"""Words on paper: measured and written alike, wherever a page ends up."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

_FAMILY: Final = "Inter"
_FLAGS: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
_TALL: Final = 1_000_000.0
#: Words are measured and written so many times larger.
FINE: Final = 16


class Style(NamedTuple):
    """Size in the page's own pixels, weight (400 to 700) and colour of some words."""

    px: float
    weight: int = 400
    colour: str = "#000000"

    def font(self) -> QFont:
        """Return the font, so many times larger that whole pixels are fine enough, whatever screen there is.

        Letters keep their exact widths, for paper has no pixels to fit them to.
        """
        made = QFont(_FAMILY)
        made.setPixelSize(round(self.px * FINE))
        made.setWeight(QFont.Weight(self.weight))
        made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        made.setFeature(QFont.Tag("calt"), 0)  # else a colon or plus sign is another glyph, and is copied as nonsense
        return made


def height_of(words: str, width: float, style: Style) -> float:
    """Return how high words are that wrap at a width."""
    if not words:
        return 0.0
    box = QFontMetricsF(style.font()).boundingRect(QRectF(0, 0, width * FINE, _TALL), _FLAGS, words)
    return float(box.height()) / FINE


def width_of(words: str, style: Style) -> float:
    """Return how wide words are on one line."""
    return float(QFontMetricsF(style.font()).horizontalAdvance(words)) / FINE


def write(painter: QPainter, area: QRectF, words: str, style: Style) -> None:
    """Write words into an area, from its upper left corner."""
    painter.save()
    painter.translate(area.topLeft())
    painter.scale(1 / FINE, 1 / FINE)
    painter.setFont(style.font())
    painter.setPen(QColor(style.colour))
    painter.drawText(QRectF(0, 0, area.width() * FINE, area.height() * FINE), _FLAGS, words)
    painter.restore()
