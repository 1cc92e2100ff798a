"""Icons: one family of stroked SVG, tinted from the palette and kept once drawn."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImageReader, QPainter, QPixmap

_STROKE = b"currentColor"
_SVG = QByteArray(b"svg")


class Icons:
    """Draws the SVG files of one folder in any colour; every drawing is made once.

    Read by Qt's image reader: importing QtSvg would cost the first window 15 ms and give the same pixels.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._texts: dict[str, bytes] = {}
        self._pixmaps: dict[tuple[str, str, int], QPixmap] = {}

    def paint(self, painter: QPainter, rect: QRectF, name: str, colour: str | QColor) -> None:
        """Paint an icon into `rect`, sharp at the size it has on the painter's device."""
        side = max(1, round(rect.width() * abs(painter.deviceTransform().m11())))
        smooth = painter.testRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        picture = self._drawn(name, QColor(colour).name(), side)
        painter.drawPixmap(rect, picture, QRectF(picture.rect()))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)

    def pixmap(self, name: str, colour: str | QColor, size: int, ratio: float = 1.0) -> QPixmap:
        """Give a square picture of `size` logical pixels for a screen with this pixel ratio."""
        picture = QPixmap(self._drawn(name, QColor(colour).name(), round(size * ratio)))
        picture.setDevicePixelRatio(ratio)
        return picture

    def icon(self, name: str, colour: str | QColor, size: int = 20, *, gap: int = 0) -> QIcon:
        """Give an icon for a button, drawn for ordinary and for fine screens; `gap` is empty room at its right."""
        icon = QIcon()
        for ratio in (1.0, 2.0):
            picture = self.pixmap(name, colour, size, ratio)
            icon.addPixmap(_widened(picture, size, gap, ratio) if gap else picture)
        return icon

    def _drawn(self, name: str, colour: str, side: int) -> QPixmap:
        """Draw a file `side` pixels wide and high. Raises `FileNotFoundError` for a name without a file."""
        key = (name, colour, side)
        if key not in self._pixmaps:
            text = self._texts.get(name)
            if text is None:
                text = self._texts[name] = (self._folder / f"{name}.svg").read_bytes()
            buffer = QBuffer()
            buffer.setData(text.replace(_STROKE, colour.encode()))
            reader = QImageReader(buffer, _SVG)
            reader.setScaledSize(QSize(side, side))
            self._pixmaps[key] = QPixmap.fromImage(reader.read())
        return self._pixmaps[key]


def _widened(picture: QPixmap, size: int, gap: int, ratio: float) -> QPixmap:
    """Give the picture room at its right: the style sheet leaves no gap between icon and words."""
    wide = QPixmap(round((size + gap) * ratio), round(size * ratio))
    wide.setDevicePixelRatio(ratio)
    wide.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wide)
    painter.drawPixmap(0, 0, picture)
    painter.end()
    return wide
