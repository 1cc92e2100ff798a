"""A diary laid out: days under each other, a day's heading never alone at the foot of a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from coach.drawing.figure.paper import Page
from coach.drawing.handout.grid import column_widths, row_piece
from coach.drawing.handout.pieces import A4, EDGE, Piece, broken, numbered, page_of, stacked, words_piece
from coach.drawing.handout.words import Style
from coach.handout.diary import Diary, DiaryDay
from coach.handout.report_tables import Table
from coach.i18n import _

_INK, _SOFT, _PAPER = "#000000", "#3D3D3D", "#FFFFFF"
_TITLE, _HEAD, _BODY, _SMALL = (
    Style(22, 700, _INK),
    Style(13, 700, _INK),
    Style(11, 400, _INK),
    Style(9.6, 400, _SOFT),
)
_GAP: Final = 4.0
_FOOT: Final = 16.0


def diary_pages(diary: Diary, size: tuple[int, int] = A4) -> list[Page]:
    """Return the pages of a diary, numbered where there are several."""
    width = size[0] - 2 * EDGE
    pieces = list(_pieces(diary, width))
    pages = [page_of(some, _GAP, _PAPER, size) for some in broken(pieces, _GAP, size[1] - 2 * EDGE - _FOOT)]
    return [numbered(page, number, len(pages), size) for number, page in enumerate(pages, 1)]


def _pieces(diary: Diary, width: float) -> Iterator[Piece]:
    head = [words_piece(diary.title, width, _TITLE), words_piece(diary.period, width, _HEAD)]
    yield stacked([*head, words_piece(diary.told, width, _SMALL)], _GAP)
    if not diary.days:
        yield words_piece(_("Nothing in this time."), width, _BODY)
    widths = _widths(diary.days, width)
    for day in diary.days:
        yield from _day(day, width, widths)
    yield words_piece(diary.foot, width, _SMALL)


def _widths(days: Sequence[DiaryDay], width: float) -> tuple[float, ...]:
    """Return the columns of all days alike, so that they can be read down."""
    rows = tuple(row for day in days for row in day.rows)
    return column_widths(Table(("00:00", "", "10", ""), rows), width, _BODY, _BODY)


def _day(day: DiaryDay, width: float, widths: Sequence[float]) -> Iterator[Piece]:
    """Yield the heading with the first row, then the others."""
    first, *others = (row_piece(row, widths, _BODY) for row in day.rows)
    heading = stacked([Piece(_GAP * 2, lambda *_at: None), words_piece(day.title, width, _HEAD)], 0.0)
    yield stacked([heading, first], _GAP)
    yield from others
