"""Areas as masks: a curve cut to the body, with round corners, traced to rings again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter, QPolygonF

from coach.figure.seen.cracks import between, chains_of, cracks_of
from coach.figure.seen.loops import outlines_of
from coach.figure.seen.smooth import lines_of

Mask = npt.NDArray[np.bool_]
Ring = npt.NDArray[np.float64]
#: Pixels in a metre, and the piece of the picture plane that a mask holds: left, top, width and height in metres.
FINE: Final = 1000
_WINDOW: Final = (-0.6, -1.85, 1.2, 1.9)
_WIDE, _HIGH = round(_WINDOW[2] * FINE), round(_WINDOW[3] * FINE)
_ROUND: Final = 8.0  # pixels: the spread of the blur that rounds corners
_ROOM: Final = 0.9


def painted(rings: Sequence[Ring]) -> Mask:
    """Return what lies inside rings (n, 2), metres of the picture plane."""
    image = QImage(_WIDE, _HIGH, QImage.Format.Format_Grayscale8)
    image.fill(0)
    painter = QPainter(image)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.GlobalColor.white)
    for ring in rings:
        points = (ring - _WINDOW[:2]) * FINE
        painter.drawPolygon(QPolygonF([QPointF(*point) for point in points]), Qt.FillRule.WindingFill)
    painter.end()
    bits = np.frombuffer(image.constBits(), np.uint8).reshape(_HIGH, image.bytesPerLine())
    return np.asarray(bits[:, :_WIDE] > 127)


def shrunk(mask: Mask, metres: float) -> Mask:
    """Return the mask without a rim so wide."""
    return np.asarray(_blurred(mask, metres * FINE) > 0.84)


def rounded(mask: Mask) -> Mask:
    """Return the mask with round corners."""
    return np.asarray(_blurred(mask, _ROUND) > 0.5)


def ring_of(mask: Mask) -> Ring:
    """Return the outline of the largest piece of a mask as a smooth ring in metres."""
    image = mask.astype(np.int32)
    cracks = cracks_of(*between(image), _WIDE)
    chains = chains_of(cracks, (_WIDE + 1) * (_HIGH + 1))
    found = outlines_of(cracks, chains, lines_of(cracks, chains, _ROOM), image.ravel())
    largest = int(np.argmax(np.abs(found.areas())))
    begin, end = found.first[largest : largest + 2]
    return np.asarray(found.points[begin:end].astype(float) / FINE + _WINDOW[:2])


def middle_of(mask: Mask) -> tuple[float, float]:
    """Return the centre of gravity in metres."""
    y, x = np.nonzero(mask)
    return float(x.mean()) / FINE + _WINDOW[0], float(y.mean()) / FINE + _WINDOW[1]


def _blurred(mask: Mask, spread: float) -> npt.NDArray[np.float64]:
    reach = int(3 * spread) + 1
    kernel = np.exp(-0.5 * (np.arange(-reach, reach + 1) / spread) ** 2)
    kernel /= kernel.sum()
    image = mask.astype(float)
    for axis in (0, 1):
        image = np.apply_along_axis(np.convolve, axis, image, kernel, "same")
    return image
