"""The one painter: a plate on a screen, in a picture, in an SVG or on paper, always by the same few calls."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from coach.drawing.figure.colours import qcolor
from coach.drawing.figure.look import Look
from coach.drawing.figure.paths import path_of
from coach.figure.seen.plate import Plate

Paths = tuple[QPainterPath, ...]


def paths_of(plate: Plate) -> Paths:
    """Return the shapes of a plate as painter paths, to be kept where it is painted more than once."""
    return tuple(path_of(shape.polygons) for shape in plate.shapes)


def paint_plate(
    painter: QPainter,
    plate: Plate,
    area: QRectF,
    look: Look,
    *,
    mirrored: bool = False,
    paths: Paths | None = None,
) -> None:
    """Paint a plate in `area`, as large as its view fits; `mirrored` exchanges left and right exactly."""
    view = plate.view
    scale = min(area.width() / view.width, area.height() / view.height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.translate(area.center())
    painter.scale(-scale if mirrored else scale, scale)
    painter.translate(-(view.left + view.width / 2), -(view.top + view.height / 2))
    for shape, path in zip(plate.shapes, paths or paths_of(plate), strict=True):
        colour, alpha = look.colour(shape)
        if alpha:
            painter.setBrush(qcolor(colour, alpha))
            painter.drawPath(path)
    painter.restore()
