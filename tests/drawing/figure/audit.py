"""How much of a painted figure shows the wrong thing: the fills of a plate against a z-buffer of the same moment.

The z-buffer is made at another resolution than the plate was traced at, so that tracing, smoothing and painting are all put
to the test. Pixels next to an edge do not count: there the two round differently.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from coach.drawing.figure.paths import path_of
from coach.figure.camera import Camera
from coach.figure.picture import PLAYED, Detail, Picture, View
from coach.figure.seen.plate import Shape
from coach.figure.seen.raster import Raster
from coach.figure.seen.subject import Subject
from coach.figure.seen.zbuffer import look

Image = npt.NDArray[np.int64]
#: Pixels of a metre: not that of any detail, nor a simple part of one.
PER_METRE = 331.0
#: Cameras all around: eight sides, each from low, from above and from high above, a little turned so that nothing is square.
AROUND = [
    View(azimuth + turn, elevation)
    for elevation, turn in ((8.0, 0), (30.0, 15), (55.0, 30))
    for azimuth in range(-165, 180, 45)
]
_PROPS = frozenset({"skin", "hair", "shirt", "shorts", "shirt.inside", "shorts.inside"})


def wrong_share(picture: Picture, u: float, view: View, detail: Detail = PLAYED) -> float:
    """Return the share of the body's pixels, and of all that is painted over it, that show a wrong material; 0 to 1."""
    moment = picture.moment(u)
    subject = picture.scene.subject
    camera = Camera(view.azimuth, view.elevation)
    flat = camera.project(moment.vertices)
    raster = Raster.around(flat, PER_METRE)
    unseen = subject.unseen(camera.towards, moment.pressed)
    seen = look(raster.project(flat), subject.faces, raster.width, raster.height, unseen)
    materials = sorted({paint.material for paint in subject.paints})
    number = np.array([materials.index(paint.material) + 1 for paint in subject.paints])
    right = np.zeros(raster.width * raster.height, np.int64)
    right[seen.pixels] = number[subject.paint[seen.faces]]
    painted = _painted(picture.plate(u, view, detail=detail).shapes, materials, raster)
    rows = _rows(picture, view, raster)
    return _judged(painted[:rows], right.reshape(raster.height, raster.width)[:rows], subject, number)


def _rows(picture: Picture, view: View, raster: Raster) -> int:
    """How many rows of a raster are shown: a portrait ends at the chest or at the hips."""
    window = picture.window(view)
    whole = picture.figure.camera is None or picture.figure.camera.frame == "whole" or view != picture.home()
    return raster.height if whole else int((window.top + window.height - raster.top) * raster.per_metre) - 1


def _judged(painted: Image, right: Image, subject: Subject, number: npt.NDArray[np.int64]) -> float:
    body = [number[i] for i, paint in enumerate(subject.paints) if paint.material in _PROPS]
    of_body = np.isin(right, body)
    wrong = (painted != right) & (of_body | np.isin(painted, body))
    return float((wrong & ~_edges(right)).sum() / max(of_body.sum(), 1))


def _edges(right: Image) -> npt.NDArray[np.bool_]:
    """Which pixels lie next to an edge: their own, or one beside or above, shows another thing than its neighbour."""
    edge = np.zeros(right.shape, bool)
    for axis in (0, 1):
        differs = right != np.roll(right, 1, axis)
        edge |= differs | np.roll(differs, -1, axis)
    return edge


def _painted(shapes: tuple[Shape, ...], materials: list[str], raster: Raster) -> Image:
    """Return the number of the material that each pixel shows after painting, 0 for none."""
    image = QImage(raster.width, raster.height, QImage.Format.Format_RGB32)
    image.fill(QColor(0, 0, 0))
    painter = QPainter(image)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.scale(raster.per_metre, raster.per_metre)
    painter.translate(QPointF(-raster.left, -raster.top))
    for shape in shapes:
        if shape.kind == "fill":
            painter.setBrush(QColor(materials.index(shape.material) + 1, 0, 0))
            painter.drawPath(path_of(shape.polygons))
    painter.end()
    data = np.frombuffer(image.constBits(), np.uint8).reshape(raster.height, image.bytesPerLine() // 4, 4)
    return data[:, : raster.width, 2].astype(np.int64)
