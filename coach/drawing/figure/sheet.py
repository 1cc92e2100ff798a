"""Many figures on a page, each with its words: a library, the moments of one exercise, one from all sides."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from coach.drawing.figure.look import Look
from coach.drawing.figure.painter import paint_plate
from coach.drawing.figure.paper import Page
from coach.figure.seen.plate import Plate

_FAMILY: Final = "Inter"
#: Distances, as shares of a tile's width: at the edge of the page, between tiles, between blocks.
_EDGE: Final = 0.12
_GAP: Final = 0.04
_BETWEEN: Final = 0.10
#: Heights, as shares of a tile's width: of a picture, its caption, and the name above a block.
_HIGH: Final = 0.70
_CAPTION: Final = 0.15
_NAME: Final = 0.13
_CAPTION_TEXT: Final = 0.052
_NAME_TEXT: Final = 0.072
_WORDS: Final = {"light": "#1F2D2B", "dark": "#ECF1EF", "contrast": "#FFFFFF", "print": "#000000"}


class Tile(NamedTuple):
    """One picture and the words under it."""

    plate: Plate
    caption: str
    mirrored: bool = False


class Block(NamedTuple):
    """Pictures that belong together, under a name."""

    name: str
    tiles: tuple[Tile, ...]


class Layout(NamedTuple):
    """So many tiles side by side, each so many pixels wide, on pages of `size`; None: one page, as large as it takes."""

    columns: int
    tile: int
    size: tuple[int, int] | None = None

    @property
    def width(self) -> int:
        """The width of the page: two blocks that share the columns stand a little apart."""
        return self.size[0] if self.size else round(self.across + 2 * _EDGE * self.tile)

    @property
    def across(self) -> float:
        """The width of what stands on the page."""
        return self.tile * (self.columns + (self.columns - 1) * _GAP + _BETWEEN)


class _Placed(NamedTuple):
    block: Block
    x: float
    y: float


def pages(blocks: Sequence[Block], layout: Layout, look: Look) -> list[Page]:
    """Lay blocks out from left to right and from above downwards; a block is never torn apart."""
    made = []
    for placed, below in _laid(blocks, layout):
        height = layout.size[1] if layout.size else round(below + _EDGE * layout.tile)
        made.append(Page(layout.width, height, look.ground.paper, _painter_of(placed, layout, look)))
    return made


def _painter_of(placed: Sequence[_Placed], layout: Layout, look: Look) -> Callable[[QPainter], None]:
    def paint(painter: QPainter) -> None:
        for one in placed:
            _paint_block(painter, one, layout, look)

    return paint


def _laid(blocks: Sequence[Block], layout: Layout) -> Iterator[tuple[list[_Placed], float]]:
    """Yield what stands on each page, and where the last of it ends."""
    tile, edge = layout.tile, _EDGE * layout.tile
    left = (layout.width - layout.across) / 2
    room = (layout.size[1] if layout.size else float("inf")) - edge
    x, y, deep = left, edge, 0.0
    page: list[_Placed] = []
    for block in blocks:
        wide, high = _size(block, layout)
        if x > left and x + wide > left + layout.across + 1:
            x, y, deep = left, y + deep + _BETWEEN * tile, 0.0
        if page and y + high > room:
            yield page, y
            page, x, y, deep = [], left, edge, 0.0
        page.append(_Placed(block, x, y))
        x += wide + _BETWEEN * tile
        deep = max(deep, high)
    if page:
        yield page, y + deep


def _size(block: Block, layout: Layout) -> tuple[float, float]:
    across = min(len(block.tiles), layout.columns)
    rows = -(-len(block.tiles) // layout.columns)
    wide = layout.tile * (across + (across - 1) * _GAP)
    name = _NAME if block.name else 0.0
    return wide, layout.tile * (name + rows * (_HIGH + _CAPTION))


def _paint_block(painter: QPainter, one: _Placed, layout: Layout, look: Look) -> None:
    tile, columns = layout.tile, layout.columns
    wide, _high = _size(one.block, layout)
    top = one.y
    if one.block.name:
        _write(painter, QRectF(one.x, one.y, wide, _NAME * tile), one.block.name, _NAME_TEXT * tile, look, bold=True)
        top += _NAME * tile
    for number, each in enumerate(one.block.tiles):
        row, column = divmod(number, columns)
        x = one.x + column * tile * (1 + _GAP)
        y = top + row * tile * (_HIGH + _CAPTION)
        paint_plate(painter, each.plate, QRectF(x, y, tile, _HIGH * tile), look, mirrored=each.mirrored)
        words = QRectF(x, y + _HIGH * tile, tile, _CAPTION * tile)
        _write(painter, words, each.caption, _CAPTION_TEXT * tile, look)


def _write(painter: QPainter, area: QRectF, words: str, size: float, look: Look, *, bold: bool = False) -> None:
    font = QFont(_FAMILY)
    font.setPixelSize(max(round(size), 1))
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    painter.setFont(font)
    painter.setPen(QColor(_WORDS[look.theme]))
    flags = Qt.AlignmentFlag.AlignLeft if bold else Qt.AlignmentFlag.AlignHCenter
    painter.drawText(area, int(flags | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap), words)
