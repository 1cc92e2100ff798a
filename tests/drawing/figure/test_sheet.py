"""Sheets: every picture has its place and its words, and nothing lies over anything else."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from coach.drawing.figure.framing import alike, close_up, detail_for, fitted
from coach.drawing.figure.look import look
from coach.drawing.figure.paper import Page
from coach.drawing.figure.sheet import Block, Layout, Tile, _laid, _size, pages
from coach.figure.camera import View
from tests.drawing.figure.plates import plate


def block(count: int) -> Block:
    """So many tiles under a name."""
    return Block("Name", tuple(Tile(plate(), f"Caption {number}") for number in range(count)))


def shown(page: Page) -> QImage:
    """A page as a picture."""
    image = QImage(page.width, page.height, QImage.Format.Format_RGB32)
    image.fill(QColor(page.paper))
    painter = QPainter(image)
    page.paint(painter)
    painter.end()
    return image


@pytest.mark.parametrize("layout", [Layout(6, 200), Layout(4, 200, (1000, 700))])
def test_blocks_never_overlap_or_leave_the_page(layout: Layout) -> None:
    """Whatever their sizes, they stand side by side and below each other, each whole on one page."""
    blocks = [block(count) for count in (2, 3, 3, 1, 4, 8, 2, 2)]
    count = 0
    for placed, below in _laid(blocks, layout):
        boxes = [(one.x, one.y, *_size(one.block, layout)) for one in placed]
        count += len(boxes)
        for number, (x, y, wide, high) in enumerate(boxes):
            assert x >= 0
            assert x + wide <= layout.width
            assert y + high <= below + 1
            for x2, y2, wide2, high2 in boxes[number + 1 :]:
                assert x + wide <= x2 or x2 + wide2 <= x or y + high <= y2 or y2 + high2 <= y
        if layout.size:
            assert below <= layout.size[1]
    assert count == len(blocks)


def test_two_blocks_of_three_share_six_columns() -> None:
    """The page is wide enough for the gap between them."""
    ((placed, _below),) = _laid([block(3), block(3)], Layout(6, 200))
    assert placed[0].y == placed[1].y


def test_a_sheet_shows_its_pictures(qapp: QApplication) -> None:
    """Something is painted at every tile; without a size the page is as long as it has to be."""
    del qapp
    made = pages([block(2), block(5)], Layout(4, 120), look("light"))
    assert len(made) == 1
    image = shown(made[0])
    colours = {image.pixel(x, y) for x in range(0, image.width(), 5) for y in range(0, image.height(), 5)}
    assert len(colours) > 3


def test_a_close_picture_leaves_arrows_and_edges_out() -> None:
    """The person fills it; the mat may go beyond."""
    near = close_up(plate())
    assert near.view.width < 0.4
    assert near.view.left > 0.05
    assert fitted(plate()).view.width > near.view.width


def test_a_close_picture_of_a_portrait_ends_where_the_portrait_does() -> None:
    """No strip of paper below somebody who is cut off at the chest."""
    whole = plate()
    low = max(
        float(shape.polygons.points[:, 1].max())
        for shape in close_up(whole).shapes
        if shape.kind == "fill" and shape.material != "mat"
    )
    cut = whole._replace(view=whole.view._replace(height=low - whole.view.top))
    near = close_up(cut).view
    assert near.top + near.height == pytest.approx(low)
    assert close_up(whole).view.top + close_up(whole).view.height > low + 0.001


def test_pictures_from_all_sides_are_equally_large() -> None:
    """A turn on paper does not pulse."""
    first, second = alike([fitted(plate(0)), plate()._replace(view=View(0, 0, 3.0, 0.5))])
    assert first.view[2:] == second.view[2:] == (3.0, first.view.height)


def test_small_pictures_are_traced_coarsely_with_thicker_lines() -> None:
    """And large ones finely, with lines of the body's own width."""
    small, large = detail_for(View(0, 0, 2, 1), 100, 50), detail_for(View(0, 0, 2, 1), 4000, 2000)
    assert small.per_metre < large.per_metre
    assert small.ink * 50 >= 1.1
    assert large.ink == pytest.approx(0.004)
