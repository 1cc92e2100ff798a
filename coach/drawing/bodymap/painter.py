"""Paints a body map: the body in a few calm tones, the areas over it as each of them is."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPen, QPolygonF, QTransform

from coach.drawing.bodymap.look import MapLook
from coach.drawing.bodymap.model import UNITS, Facing, Place, Polygon, Region

#: What is shown of a body, in metres: how high up and how far out; the rest fades away.
WHOLE: Final = (1.80, 0.44)
LOWER: Final = (1.30, 0.385)
_BELOW: Final = 0.02
_FADE: Final = 0.20
_LINE: Final = 0.0045


class Fill(NamedTuple):
    """How an area looks right now; `rim` is how wide its edge is in pixels."""

    colour: QColor
    edge: QColor
    rim: float = 1.0
    dashed: bool = False


class Stand(NamedTuple):
    """Where a body stands: `area` in logical pixels, and what of it is shown (`WHOLE` or `LOWER`)."""

    area: QRectF
    shown: tuple[float, float] = LOWER

    @property
    def scale(self) -> float:
        """Return how many pixels a metre is."""
        high, out = self.shown
        return min(self.area.height() / (high + _BELOW), self.area.width() / (2 * out))

    def at(self, x: float, y: float) -> QPointF:
        """Return a point of the body in pixels: metres to the right of its middle, and above the floor."""
        return self.transform().map(QPointF(x * UNITS, -y * UNITS))

    def transform(self) -> QTransform:
        """Return how units of the map become pixels: the feet stand at the bottom, in the middle."""
        scale = self.scale / UNITS
        bottom = self.area.bottom() - _BELOW * self.scale
        return QTransform(scale, 0, 0, scale, self.area.center().x(), bottom)


def path_of(polygons: tuple[Polygon, ...]) -> QPainterPath:
    """Return polygons as one path in units."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for polygon in polygons:
        points = [QPointF(x, y) for x, y in zip(polygon[::2], polygon[1::2], strict=True)]
        path.addPolygon(QPolygonF(points))
        path.closeSubpath()
    return path


@lru_cache(maxsize=128)
def region_path(region: Region) -> QPainterPath:
    """Return the exact outline of an area, in units."""
    return path_of(region.polygons)


@lru_cache(maxsize=8)
def _body_paths(facing: Facing) -> tuple[tuple[str, QPainterPath], ...]:
    return tuple((_tone(shape.tone, shape.on), path_of(shape.polygons)) for shape in facing.shapes)


def _tone(tone: str, on: str) -> str:
    return f"{on}-shade" if tone == "shade" and on != "body" else tone


def paint_body(painter: QPainter, facing: Facing, stand: Stand, look: MapLook) -> None:
    """Paint the body without areas; above what is shown it fades into the surface."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setClipRect(stand.area.adjusted(0, stand.area.height() - (stand.shown[0] + _BELOW) * stand.scale, 0, 0))
    painter.setTransform(stand.transform(), combine=True)
    for tone, path in _body_paths(facing):
        painter.setBrush(QColor(look.tones[tone]))
        painter.drawPath(path)
    painter.restore()
    if stand.shown != WHOLE:
        _fade(painter, stand, look)


def _fade(painter: QPainter, stand: Stand, look: MapLook) -> None:
    high = stand.shown[0]
    top = stand.area.bottom() - (high + _BELOW) * stand.scale
    gradient = QLinearGradient(0, top, 0, top + _FADE * stand.scale)
    solid, clear = QColor(look.surface), QColor(look.surface)
    clear.setAlpha(0)
    gradient.setColorAt(0, solid)
    gradient.setColorAt(0.12, solid)
    gradient.setColorAt(1, clear)
    painter.fillRect(QRectF(stand.area.left(), top - 1, stand.area.width(), _FADE * stand.scale + 1), gradient)


def paint_regions(painter: QPainter, facing: Facing, stand: Stand, fill: Callable[[Place], Fill | None]) -> None:
    """Paint the areas as `fill` says; None leaves one out."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    transform = stand.transform()
    for region in facing.regions:
        how = fill(region.place)
        if how is None:
            continue
        path = transform.map(region_path(region))
        painter.setBrush(how.colour)
        style = Qt.PenStyle.DashLine if how.dashed else Qt.PenStyle.SolidLine
        painter.setPen(QPen(how.edge, how.rim, style))
        painter.drawPath(path)
    painter.restore()


def middle(region: Region, stand: Stand) -> QPointF:
    """Return where a number stands in an area, in pixels."""
    return stand.transform().map(QPointF(*region.middle))
