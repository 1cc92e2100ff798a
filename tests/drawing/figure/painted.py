"""Plates painted on plain paper, for tests of what is seen."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from coach.drawing.figure.look import Look, look
from coach.drawing.figure.painter import Paths, paint_plate
from coach.figure.seen.plate import Plate

Pixels = npt.NDArray[np.uint8]


def painted(
    plate: Plate,
    size: tuple[int, int],
    used: Look | None = None,
    *,
    mirrored: bool = False,
    ratio: float = 1.0,
    paths: Paths | None = None,
) -> QImage:
    """A plate that fills a picture of so many pixels; `ratio` of them to a unit of the painter."""
    used = used or look("light")
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(used.ground.paper)
    image.setDevicePixelRatio(ratio)
    painter = QPainter(image)
    area = QRectF(0, 0, size[0] / ratio, size[1] / ratio)
    paint_plate(painter, plate, area, used, mirrored=mirrored, paths=paths)
    painter.end()
    return image


def pixels(image: QImage) -> Pixels:
    """Blue, green and red of every pixel, (h, w, 3)."""
    data = np.frombuffer(image.constBits(), np.uint8)
    return data.reshape(image.height(), image.bytesPerLine() // 4, 4)[:, : image.width(), :3].copy()
