"""A sheet between a figure and the pixels it ends up on: where left and right are to be each other's mirror image exactly.

Qt's rasteriser rounds slopes towards one side: painted through a mirroring transform, one edge pixel in three gets another
grey than its twin. So on pixels both sides are painted alike, on a sheet of their own, and one of the sheets is turned over.
Files made of outlines (SVG, PDF) need none of this.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPaintEngine, QPainter, QPixmap, QTransform


class Layer(NamedTuple):
    """A sheet: an empty picture, where on it the figure belongs, where it lies on the device, and pixels to a unit there.

    `place` is in pixels of the sheet, `sheet` in pixels of the device.
    """

    image: QImage
    place: QRectF
    sheet: QRect
    ratio: float

    @classmethod
    def over(cls, painter: QPainter, area: QRectF, *, mirrored: bool) -> Layer | None:
        """Return a sheet over all that may be painted on; None where pixels are not what is painted, or none are in reach."""
        transform = painter.combinedTransform()
        if painter.paintEngine().type() is not QPaintEngine.Type.Raster or not _upright(transform):
            return None
        plain = _plain(painter)
        reach = _whole(painter, plain)
        if painter.hasClipping():
            reach &= transform.mapRect(painter.clipBoundingRect())
        left, top = math.floor(reach.left()), math.floor(reach.top())
        sheet = QRect(left, top, math.ceil(reach.right()) - left, math.ceil(reach.bottom()) - top)
        if sheet.isEmpty():
            return None
        image = QImage(sheet.size(), QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        place = transform.mapRect(area).translated(-left, -top)
        if mirrored:
            place.moveLeft(sheet.width() - place.right())
        return cls(image, place, sheet, plain.m11())

    def lay(self, painter: QPainter, *, mirrored: bool) -> None:
        """Put the painted sheet down, turned over where it is mirrored."""
        if mirrored:
            self.image.flip(Qt.Orientation.Horizontal)
        self.image.setDevicePixelRatio(self.ratio)
        painter.save()
        painter.resetTransform()
        painter.drawImage(QPointF(self.sheet.left() / self.ratio, self.sheet.top() / self.ratio), self.image)
        painter.restore()


def _upright(transform: QTransform) -> bool:
    return not transform.isRotating() and transform.m11() > 0 and transform.m22() > 0


def _plain(painter: QPainter) -> QTransform:
    """Return how the device's own units become pixels."""
    painter.save()
    painter.resetTransform()
    found = painter.combinedTransform()
    painter.restore()
    return found


def _whole(painter: QPainter, plain: QTransform) -> QRectF:
    """Return all of the device in pixels; a picture counts in them anyway."""
    device = painter.device()
    size = QRectF(0, 0, device.width(), device.height())
    return size if isinstance(device, QImage | QPixmap) else plain.mapRect(size)
