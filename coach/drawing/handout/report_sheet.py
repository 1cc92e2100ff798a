"""A report laid out: the first page by itself wherever it can still be read, then the pages that were asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from coach.drawing.figure.paper import Page
from coach.drawing.handout.curve import paint_curve
from coach.drawing.handout.grid import Grid, column_widths, grid, row_piece
from coach.drawing.handout.pieces import (
    A4,
    EDGE,
    Piece,
    broken,
    dotted,
    height_of_all,
    listed,
    numbered,
    page_of,
    stacked,
    words_piece,
)
from coach.drawing.handout.words import Style, write
from coach.handout.report import Curve, PlaceRow, Report, Section
from coach.handout.report_tables import Table
from coach.i18n import _

#: Sizes of the words that are tried for the first page, as shares; the smallest is 7 points.
_SIZES: Final = (1.0, 0.94, 0.88, 0.82, 0.76)
_INK, _SOFT, _RULE, _PAPER = "#000000", "#3D3D3D", "#9A9A9A", "#FFFFFF"
#: The part of the width that the curves of the first table have.
_CURVE_PART: Final = 0.27
_CURVE_HIGH: Final = 44.0
_LARGE_CURVE: Final = 200.0
#: Notes higher than this are not kept together.
_TOGETHER: Final = 300.0


class Measure(NamedTuple):
    """All distances and letters of a page at one size."""

    width: float
    title: Style
    head: Style
    strong: Style
    body: Style
    small: Style
    gap: float


def report_pages(report: Report, size: tuple[int, int] = A4) -> list[Page]:
    """Return the pages of a report; every page but the first says which it is."""
    pages = _front(report, size)
    behind = list(_behind(report, _measure(size, _SIZES[2])))
    high = size[1] - 2 * EDGE
    for pieces in behind:
        measure = _measure(size, _SIZES[2])
        pages += [page_of(some, measure.gap * 0.6, _PAPER, size) for some in _with_head(pieces, measure, high)]
    return [numbered(page, number, len(pages), size) for number, page in enumerate(pages, 1)]


def _measure(size: tuple[int, int], share: float) -> Measure:
    return Measure(
        width=size[0] - 2 * EDGE,
        title=Style(25 * share, 700, _INK),
        head=Style(15.5 * share, 700, _INK),
        strong=Style(12 * share, 600, _INK),
        body=Style(12.5 * share, 400, _INK),
        small=Style(max(10.8 * share, 9.4), 400, _SOFT),
        gap=12 * share,
    )


# -- the first page


def _front(report: Report, size: tuple[int, int]) -> list[Page]:
    """One page at the largest size that fits; with more notes than that, as many as it takes."""
    high = size[1] - 2 * EDGE - 14
    for share in _SIZES:
        measure = _measure(size, share)
        pieces = list(_front_pieces(report, measure))
        if height_of_all(pieces, measure.gap) <= high:
            return [page_of(pieces, measure.gap, _PAPER, size)]
    measure = _measure(size, _SIZES[2])
    pieces = list(_front_pieces(report, measure))
    return [page_of(some, measure.gap, _PAPER, size) for some in broken(pieces, measure.gap, high)]


def _front_pieces(report: Report, measure: Measure) -> Iterator[Piece]:
    yield stacked(
        [
            words_piece(report.title, measure.width, measure.title),
            words_piece(report.period, measure.width, measure.strong),
            words_piece(report.told, measure.width, measure.small),
        ],
        measure.gap * 0.4,
    )
    yield _places(report, measure)
    yield _done(report, measure)
    yield _in_columns(report.sections, measure)
    if report.notes.lines:
        yield from _notes(report.notes, measure)
    yield words_piece(report.foot, measure.width, measure.small)


def _places(report: Report, measure: Measure) -> Piece:
    title = words_piece(_("How tight it felt"), measure.width, measure.head)
    remark = words_piece(report.remark, measure.width, measure.small)
    if not report.places:
        return stacked([title, remark], measure.gap * 0.5)
    across = measure.width * _CURVE_PART
    cells = Table(report.head[:-1], tuple(row.cells for row in report.places))
    widths = _spread(column_widths(cells, measure.width - across, measure.small, measure.body), measure.width - across)
    head = row_piece(report.head, (*widths, across), measure.small)
    rows = [_place(row, widths, across, measure) for row in report.places]
    return stacked([title, stacked([head, *rows], 0.0), remark], measure.gap * 0.5)


def _spread(widths: Sequence[float], width: float) -> tuple[float, ...]:
    """Share out evenly what the last column has too much."""
    fair = width / (len(widths) + 1)
    spare = max(widths[-1] - 2 * fair, 0.0) / len(widths)
    return (*(one + spare for one in widths[:-1]), widths[-1] - spare * (len(widths) - 1))


def _place(row: PlaceRow, widths: Sequence[float], across: float, measure: Measure) -> Piece:
    share = measure.body.px / 12.5
    cells = row_piece(row.cells, widths, measure.body, ruled=False)
    high = max(cells.height, _CURVE_HIGH * share)

    def paint(painter: QPainter, x: float, y: float) -> None:
        cells.paint(painter, x, y + (high - cells.height) / 2)
        painter.setPen(QPen(QColor(_RULE), 0.6))
        painter.drawLine(QPointF(x, y + high), QPointF(x + measure.width, y + high))
        paint_curve(painter, row.curve, QRectF(x + sum(widths), y + 5, across, high - 10))

    return Piece(high, paint)


def _done(report: Report, measure: Measure) -> Piece:
    """What was done: in words on the left, exercise by exercise on the right."""
    gap = measure.gap
    left = (measure.width - 2 * gap) * 0.36
    right = measure.width - 2 * gap - left
    words = stacked(
        [
            words_piece(report.done.title, left, measure.head),
            *(words_piece(line, left, measure.body) for line in report.done.lines),
        ],
        gap * 0.5,
    )
    laid = grid(report.what, right, measure.small, measure.body)
    table = stacked([laid.head, *laid.rows], 0.0) if report.what.rows else Piece(0.0, lambda *_at: None)

    def paint(painter: QPainter, x: float, y: float) -> None:
        words.paint(painter, x, y)
        table.paint(painter, x + left + 2 * gap, y)

    return Piece(max(words.height, table.height), paint)


def _in_columns(sections: Sequence[Section], measure: Measure) -> Piece:
    """Return sections in two columns, each put where there is more room."""
    gap = 2 * measure.gap
    wide = (measure.width - gap) / 2
    columns: tuple[list[Piece], list[Piece]] = ([], [])
    for section in sections:
        shorter = min(columns, key=lambda column: stacked(column, measure.gap).height)
        shorter.append(_section(section, wide, measure))
    return _beside([stacked(column, measure.gap) for column in columns], wide + gap)


def _notes(notes: Section, measure: Measure) -> Iterator[Piece]:
    """Yield the notes as one piece, or one by one where they may have to go on over pages."""
    whole = _section(notes, measure.width, measure)
    if whole.height <= _TOGETHER:
        yield whole
        return
    yield words_piece(notes.title, measure.width, measure.head)
    yield from (listed(dotted([line]), measure.width, measure.body) for line in notes.lines)


def _section(section: Section, width: float, measure: Measure) -> Piece:
    title = words_piece(section.title, width, measure.head)
    return stacked([title, listed(dotted(section.lines), width, measure.body)], measure.gap * 0.35)


def _beside(pieces: Sequence[Piece], step: float) -> Piece:
    def paint(painter: QPainter, x: float, y: float) -> None:
        for number, piece in enumerate(pieces):
            piece.paint(painter, x + number * step, y)

    return Piece(max(piece.height for piece in pieces), paint)


# -- the pages behind it


class _Part(NamedTuple):
    """A further part: what heads each of its pages, and what flows over them."""

    head: Piece
    pieces: tuple[Piece, ...]


def _behind(report: Report, measure: Measure) -> Iterator[_Part]:
    if report.curves:
        title = words_piece(_("Each place over the period"), measure.width, measure.head)
        yield _Part(title, tuple(_large(curve, measure) for curve in report.curves))
    for name, table in ((_("Every session"), report.sessions), (_("Every entry"), report.entries)):
        if table is not None:
            yield _part(name, grid(table, measure.width, measure.small, measure.small), measure)


def _part(name: str, laid: Grid, measure: Measure) -> _Part:
    title = words_piece(name, measure.width, measure.head)
    rows = laid.rows or (words_piece(_("Nothing in this time."), measure.width, measure.body),)
    return _Part(stacked([title, laid.head], measure.gap * 0.5), rows)


def _large(curve: Curve, measure: Measure) -> Piece:
    def paint(painter: QPainter, x: float, y: float) -> None:
        write(painter, QRectF(x, y, measure.width, 20), curve.name, measure.strong)
        area = QRectF(x, y + measure.strong.px * 1.6, measure.width, _LARGE_CURVE - measure.strong.px * 2.4)
        paint_curve(painter, curve, area, numbers=measure.small)

    return Piece(_LARGE_CURVE, paint)


def _with_head(part: _Part, measure: Measure, high: float) -> Iterator[list[Piece]]:
    room = high - part.head.height - measure.gap - 14
    for some in broken(part.pieces, 0.0, room):
        yield [part.head, stacked(some, 0.0)]
