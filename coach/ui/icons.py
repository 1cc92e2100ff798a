"""Icons: one family of stroked SVG, tinted from the palette and kept once drawn."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

_STROKE = b"currentColor"


class Icons:
    """Draws the SVG files of one folder in any colour; every drawing is made once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}
        self._renderers: dict[tuple[str, str], QSvgRenderer] = {}

    def paint(self, painter: QPainter, rect: QRectF, name: str, colour: str | QColor) -> None:
        """Paint an icon into `rect` as shapes: sharp at any size, on screen and on paper."""
        self._renderer(name, QColor(colour).name()).render(painter, rect)

    def pixmap(self, name: str, colour: str | QColor, size: int, ratio: float = 1.0) -> QPixmap:
        """Give a square picture of `size` logical pixels for a screen with this pixel ratio."""
        key = (name, QColor(colour).name(), size, ratio)
        if key not in self._pixmaps:
            picture = QPixmap(round(size * ratio), round(size * ratio))
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            self.paint(painter, QRectF(0, 0, size, size), name, colour)
            painter.end()
            self._pixmaps[key] = picture
        return self._pixmaps[key]

    def icon(self, name: str, colour: str | QColor, size: int = 20, *, gap: int = 0) -> QIcon:
        """Give an icon for a button, drawn for ordinary and for fine screens; `gap` is empty room at its right."""
        icon = QIcon()
        for ratio in (1.0, 2.0):
            picture = self.pixmap(name, colour, size, ratio)
            icon.addPixmap(_widened(picture, size, gap, ratio) if gap else picture)
        return icon

    def size_of(self, name: str) -> QSize:
        """The size an icon was drawn for."""
        return self._renderer(name, "#000000").defaultSize()

    def _renderer(self, name: str, colour: str) -> QSvgRenderer:
        key = (name, colour)
        if key not in self._renderers:
            svg = (self._folder / f"{name}.svg").read_bytes().replace(_STROKE, colour.encode())
            self._renderers[key] = QSvgRenderer(QByteArray(svg))
        return self._renderers[key]


def _widened(picture: QPixmap, size: int, gap: int, ratio: float) -> QPixmap:
    """Give the picture room at its right: the style sheet leaves no gap between icon and words."""
    wide = QPixmap(round((size + gap) * ratio), round(size * ratio))
    wide.setDevicePixelRatio(ratio)
    wide.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wide)
    painter.drawPixmap(0, 0, picture)
    painter.end()
    return wide
