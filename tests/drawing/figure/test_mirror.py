"""The left side is the right one seen in a mirror: not nearly, but pixel for pixel, and number for number."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QBuffer, QRectF, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QApplication

from coach.drawing.figure.look import Theme, look
from coach.drawing.figure.painter import paint_plate
from coach.figure.picture import PLAYED, TURNED, View
from coach.figure.seen.plate import Plate
from tests.drawing.figure.painted import painted, pixels
from tests.figure.shown import FIGURES, picture

#: Sizes in pixels, odd ones among them, and how many pixels there are to a unit of the painter.
SIZES = [((800, 600), 1.0), ((401, 301), 1.0), ((333, 500), 1.0), ((640, 480), 2.0), ((500, 375), 1.25)]
VIEWS = [View(40.0, 8.0), View(-150.0, 30.0, zoom=2.0, x=0.1, y=-0.05), None]


def assert_mirrored(plate: Plate, size: tuple[int, int], ratio: float = 1.0, theme: Theme = "light") -> None:
    """Fail at the first pixel that differs from its twin, where there is anything to see at all."""
    right = pixels(painted(plate, size, look(theme), ratio=ratio))
    left = pixels(painted(plate, size, look(theme), mirrored=True, ratio=ratio))
    assert np.array_equal(right, left[:, ::-1])
    assert right.std() > 5
    assert not np.array_equal(right, left)


@pytest.mark.parametrize("name", FIGURES)
def test_left_is_right_flipped(qapp: QApplication, name: str) -> None:
    """Every shipped figure, at an odd size, on its way to the pose that is held."""
    shown = picture(name)
    assert_mirrored(shown.plate(0.6 * shown.hold, detail=TURNED), (333, 251))


@pytest.mark.parametrize(("name", "view"), list(zip(FIGURES[:: len(FIGURES) // len(VIEWS)], VIEWS, strict=False)))
def test_from_every_side_and_at_every_size(qapp: QApplication, name: str, view: View | None) -> None:
    """Odd widths, screens of many pixels, zoomed and moved: all the same."""
    plate = picture(name).plate(picture(name).hold, view, detail=PLAYED)
    for size, ratio in SIZES:
        assert_mirrored(plate, size, ratio)


@pytest.mark.parametrize("theme", ["dark", "contrast", "print"])
def test_in_every_theme(qapp: QApplication, theme: Theme) -> None:
    """Half transparent shadows and hatching too."""
    assert_mirrored(picture(FIGURES[0]).plate(picture(FIGURES[0]).hold), (301, 225), theme=theme)


def test_in_a_corner_of_a_page(qapp: QApplication) -> None:
    """In a tile of a sheet, moved, scaled and clipped, each side is what it is alone, and nothing else is touched."""
    plate = picture(FIGURES[0]).plate(0.0)
    for mirrored in (False, True):
        sheet = QImage(700, 500, QImage.Format.Format_RGB32)
        sheet.fill(look("light").ground.paper)
        painter = QPainter(sheet)
        painter.translate(301, 203)
        painter.scale(2, 2)
        painter.setClipRect(QRectF(0, 0, 160, 120))
        paint_plate(painter, plate, QRectF(0, 0, 160, 120), look("light"), mirrored=mirrored)
        painter.end()
        tile = pixels(painted(plate, (320, 240), mirrored=mirrored))
        found = pixels(sheet)
        assert np.array_equal(found[203:443, 301:621], tile)
        found[203:443, 301:621] = found[0, 0]
        assert (found == found[0, 0]).all()


def test_nothing_in_reach_is_no_trouble(qapp: QApplication) -> None:
    """Clipped away altogether, nothing is painted."""
    plate = picture(FIGURES[0]).plate(0.0)
    sheet = QImage(100, 100, QImage.Format.Format_RGB32)
    sheet.fill("white")
    painter = QPainter(sheet)
    painter.setClipRect(QRectF(200, 200, 10, 10))
    paint_plate(painter, plate, QRectF(0, 0, 100, 100), look("light"), mirrored=True)
    painter.end()
    assert (pixels(sheet) == 255).all()


def test_outlines_are_mirrored_by_one_sign(qapp: QApplication) -> None:
    """In a file of outlines the same points stand on both sides; only the scale across has the other sign."""
    texts = []
    for mirrored in (False, True):
        buffer = QBuffer()
        generator = QSvgGenerator()
        generator.setOutputDevice(buffer)
        generator.setSize(QSize(320, 240))
        painter = QPainter(generator)
        paint_plate(painter, picture(FIGURES[0]).plate(0.0), QRectF(0, 0, 320, 240), look("light"), mirrored=mirrored)
        painter.end()
        texts.append(buffer.data().toStdString())
    points = [[line for line in text.splitlines() if line.startswith("<path")] for text in texts]
    assert points[0] == points[1]
    assert len(points[0]) > 20
    assert texts[0] != texts[1]
