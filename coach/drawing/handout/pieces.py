"""What a page on paper is made of: words, lists and stacks of them, each knowing its height before it is painted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from coach.drawing.figure.paper import Page
from coach.drawing.handout.words import Style, height_of, write
from coach.i18n import _

#: Pixels of a page, 96 in an inch.
A4: Final = (794, 1123)
LETTER: Final = (816, 1056)
#: Between the edge of the paper and what is on it, in pixels.
EDGE: Final = 46.0
_SOFT: Final = "#3D3D3D"


class Piece(NamedTuple):
    """Something so high that is painted with its upper left corner somewhere."""

    height: float
    paint: Callable[[QPainter, float, float], None]


def height_of_all(pieces: Sequence[Piece], gap: float) -> float:
    """Return how high pieces under each other are."""
    return sum(piece.height for piece in pieces) + gap * (len(pieces) - 1)


def broken(pieces: Sequence[Piece], gap: float, high: float) -> Iterator[list[Piece]]:
    """Yield as many pieces as fit a page, page by page; one that is higher than a page has one to itself."""
    page: list[Piece] = []
    for piece in pieces:
        if page and height_of_all([*page, piece], gap) > high:
            yield page
            page = []
        page.append(piece)
    if page:
        yield page


def page_of(pieces: Sequence[Piece], gap: float, paper: str, size: tuple[int, int]) -> Page:
    """Return a page with pieces under each other, on paper of a colour (#rrggbb)."""

    def paint(painter: QPainter) -> None:
        y = EDGE
        for piece in pieces:
            piece.paint(painter, EDGE, y)
            y += piece.height + gap

    return Page(size[0], size[1], paper, paint)


def words_piece(words: str, width: float, style: Style) -> Piece:
    """Return words that wrap at a width."""
    high = height_of(words, width, style)

    def paint(painter: QPainter, x: float, y: float) -> None:
        write(painter, QRectF(x, y, width, high + style.px), words, style)

    return Piece(high, paint)


def stacked(pieces: Sequence[Piece], gap: float) -> Piece:
    """Return pieces under each other; those without a height leave no gap."""
    shown = [piece for piece in pieces if piece.height]

    def paint(painter: QPainter, x: float, y: float) -> None:
        for piece in shown:
            piece.paint(painter, x, y)
            y += piece.height + gap

    return Piece(sum(piece.height for piece in shown) + gap * max(len(shown) - 1, 0), paint)


def listed(lines: Sequence[tuple[str, str]], width: float, style: Style) -> Piece:
    """Return lines with a sign before each; what wraps stays clear of the sign."""
    inset = style.px * 1.5
    return stacked([_hung(sign, line, width, inset, style) for sign, line in lines], style.px * 0.12)


def dotted(lines: Sequence[str]) -> list[tuple[str, str]]:
    """Return lines with a dot before each."""
    return [("•", line) for line in lines]


def _hung(sign: str, line: str, width: float, inset: float, style: Style) -> Piece:
    words = words_piece(line, width - inset, style)

    def paint(painter: QPainter, x: float, y: float) -> None:
        write(painter, QRectF(x, y, inset, words.height), sign, style)
        words.paint(painter, x + inset, y)

    return Piece(words.height, paint)


def numbered(page: Page, number: int, count: int, size: tuple[int, int]) -> Page:
    """Say which page it is, where there are several."""
    if count == 1:
        return page
    words, style = _("Page {n} of {all}").format(n=number, all=count), Style(9.4, 400, _SOFT)

    def paint(painter: QPainter) -> None:
        page.paint(painter)
        write(painter, QRectF(EDGE, size[1] - EDGE * 0.72, size[0] - 2 * EDGE, 14), words, style)

    return page._replace(paint=paint)
