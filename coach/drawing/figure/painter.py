"""The one painter: a plate on a screen, in a picture, in an SVG or on paper, always by the same few calls."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from coach.drawing.figure.colours import qcolor
from coach.drawing.figure.layer import Layer
from coach.drawing.figure.look import Look
from coach.drawing.figure.paths import each_path_of, path_of
from coach.figure.seen.plate import Plate, Shape

Paths = tuple[tuple[QPainterPath, ...], ...]


def paths_of(plate: Plate, *, often: bool = True) -> Paths:
    """Return the paths of each shape of a plate, to be kept where it is painted `often`."""
    return tuple(_paths(shape, often=often) for shape in plate.shapes)


def _paths(shape: Shape, *, often: bool) -> tuple[QPainterPath, ...]:
    if not len(shape.polygons.points):
        return ()
    if often and shape.kind == "ink":  # many, thin and opaque: pieces take longer to make and less to paint
        return each_path_of(shape.polygons)
    return (path_of(shape.polygons),)


def paint_plate(
    painter: QPainter,
    plate: Plate,
    area: QRectF,
    look: Look,
    *,
    mirrored: bool = False,
    paths: Paths | None = None,
) -> None:
    """Paint a plate in `area`, as large as its view fits; `mirrored` exchanges left and right about its middle, exactly."""
    made = paths or paths_of(plate, often=False)
    layer = Layer.over(painter, area, mirrored=mirrored)
    if layer is None:
        painter.save()
        _paint(painter, plate, area, look, made, across=-1 if mirrored else 1)
        painter.restore()
        return
    on_layer = QPainter(layer.image)
    _paint(on_layer, plate, layer.place, look, made)
    on_layer.end()
    layer.lay(painter, mirrored=mirrored)


def _paint(painter: QPainter, plate: Plate, area: QRectF, look: Look, paths: Paths, *, across: int = 1) -> None:
    view = plate.view
    scale = min(area.width() / view.width, area.height() / view.height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.translate(area.center())
    painter.scale(across * scale, scale)
    painter.translate(-(view.left + view.width / 2), -(view.top + view.height / 2))
    for shape, pieces in zip(plate.shapes, paths, strict=True):
        colour, alpha = look.colour(shape)
        if alpha:
            painter.setBrush(qcolor(colour, alpha))
            for piece in pieces:
                painter.drawPath(piece)
