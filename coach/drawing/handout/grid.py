"""Tables on paper: columns as wide as their words want, a head that comes again on every page, rows never torn apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from coach.drawing.handout.pieces import Piece
from coach.drawing.handout.words import Style, height_of, width_of, write
from coach.handout.report_tables import Table

_RULE: Final = "#9A9A9A"
_BETWEEN: Final = 10.0
_PADDING: Final = 2.5


class Grid(NamedTuple):
    """A table laid out: its head, and a piece for each row, all of the same width."""

    head: Piece
    rows: tuple[Piece, ...]


def grid(table: Table, width: float, head: Style, body: Style) -> Grid:
    """Lay a table out; its last column takes what is left and wraps."""
    widths = column_widths(table, width, head, body)
    return Grid(row_piece(table.head, widths, head), tuple(row_piece(row, widths, body) for row in table.rows))


def column_widths(table: Table, width: float, head: Style, body: Style) -> tuple[float, ...]:
    """Return each column's width: its longest words, the last what is left, never less than a quarter of all."""
    wanted = [
        max([width_of(title, head), *(width_of(row[column], body) for row in table.rows)]) + _BETWEEN
        for column, title in enumerate(table.head)
    ]
    room = width * 0.75
    taken = sum(wanted[:-1])
    firm = [one * min(1.0, room / taken) for one in wanted[:-1]] if taken else []
    return (*firm, width - sum(firm))


def row_piece(cells: Sequence[str], widths: Sequence[float], style: Style, *, ruled: bool = True) -> Piece:
    """Return one row, with a fine line under it."""
    high = max(height_of(cell, wide - _BETWEEN, style) for cell, wide in zip(cells, widths, strict=True))
    high = max(high, style.px * 1.2) + 2 * _PADDING

    def paint(painter: QPainter, x: float, y: float) -> None:
        if ruled:
            painter.setPen(QPen(QColor(_RULE), 0.6))
            painter.drawLine(QPointF(x, y + high), QPointF(x + sum(widths), y + high))
        left = x
        for cell, wide in zip(cells, widths, strict=True):
            write(painter, QRectF(left, y + _PADDING, wide - _BETWEEN, high), cell, style)
            left += wide

    return Piece(high, paint)
