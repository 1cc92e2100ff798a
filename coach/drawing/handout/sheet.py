"""A hand-out laid out: one page wherever the words can still be read on it, else as many as they take."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from coach.drawing.figure.look import Look
from coach.drawing.figure.painter import paint_plate
from coach.drawing.figure.paper import Page
from coach.drawing.handout.words import Style, height_of, write
from coach.figure.seen.plate import Plate
from coach.handout.page import Box, Handout, HandoutStep, Shot

Plates = Mapping[tuple[str, int], Plate]

#: Pixels of a page, 96 in an inch.
A4: Final = (794, 1123)
LETTER: Final = (816, 1056)
#: Sizes of the words that are tried for one page, as shares; the smallest is 7 points. Two pages are written like a letter.
_SIZES: Final = (1.0, 0.94, 0.88, 0.82, 0.76, 0.72)
_ON_TWO: Final = 0.88
_EDGE: Final = 46.0
_INK, _SOFT, _RULE, _GROUND = "#000000", "#3D3D3D", "#9A9A9A", "#F1F1F1"
#: Width to height of a picture.
_RATIO: Final = 1.4
_ROUND: Final = 6.0


class Measure(NamedTuple):
    """All distances and letters of a page at one size."""

    width: float
    title: Style
    head: Style
    dose: Style
    body: Style
    small: Style
    shot: float
    gap: float


class Piece(NamedTuple):
    """Something so high that is painted with its upper left corner somewhere."""

    height: float
    paint: Callable[[QPainter, float, float], None]


def handout_pages(handout: Handout, plates: Plates, look: Look, size: tuple[int, int] = A4) -> list[Page]:
    """Return the pages of a hand-out; a picture that could not be made leaves its words more room."""
    high = size[1] - 2 * _EDGE
    for share in _SIZES:
        measure = _measure(size, share)
        pieces = list(_pieces(handout, plates, look, measure))
        if _sum(pieces, measure) <= high:
            return [_page(pieces, measure, look, size)]
    measure = _measure(size, _ON_TWO)
    pieces = list(_pieces(handout, plates, look, measure))
    return [_page(some, measure, look, size) for some in _broken(pieces, measure, high)]


def _measure(size: tuple[int, int], share: float) -> Measure:
    width = size[0] - 2 * _EDGE
    return Measure(
        width=width,
        title=Style(27 * share, 700, _INK),
        head=Style(17 * share, 700, _INK),
        dose=Style(14 * share, 600, _INK),
        body=Style(13 * share, 400, _INK),
        small=Style(max(11.2 * share, 9.4), 400, _SOFT),
        shot=width * 0.21 * (0.6 + 0.4 * share),
        gap=10 * share,
    )


def _pieces(handout: Handout, plates: Plates, look: Look, measure: Measure) -> Iterator[Piece]:
    yield _head(handout, measure)
    for number, step in enumerate(handout.steps, 1):
        yield _step(number, step, plates, look, measure)
    yield _boxes(handout, measure)
    yield _words(handout.foot, measure.width, measure.small)


def _sum(pieces: Sequence[Piece], measure: Measure) -> float:
    return sum(piece.height for piece in pieces) + measure.gap * (len(pieces) - 1)


def _broken(pieces: Sequence[Piece], measure: Measure, high: float) -> Iterator[list[Piece]]:
    page: list[Piece] = []
    for piece in pieces:
        if page and _sum([*page, piece], measure) > high:
            yield page
            page = []
        page.append(piece)
    if page:
        yield page


def _page(pieces: Sequence[Piece], measure: Measure, look: Look, size: tuple[int, int]) -> Page:
    def paint(painter: QPainter) -> None:
        y = _EDGE
        for piece in pieces:
            piece.paint(painter, _EDGE, y)
            y += piece.height + measure.gap

    return Page(size[0], size[1], look.ground.paper, paint)


def _words(words: str, width: float, style: Style) -> Piece:
    high = height_of(words, width, style)

    def paint(painter: QPainter, x: float, y: float) -> None:
        write(painter, QRectF(x, y, width, high + style.px), words, style)

    return Piece(high, paint)


def _stacked(pieces: Sequence[Piece], gap: float) -> Piece:
    """Return pieces under each other."""
    shown = [piece for piece in pieces if piece.height]

    def paint(painter: QPainter, x: float, y: float) -> None:
        for piece in shown:
            piece.paint(painter, x, y)
            y += piece.height + gap

    return Piece(sum(piece.height for piece in shown) + gap * max(len(shown) - 1, 0), paint)


def _head(handout: Handout, measure: Measure) -> Piece:
    words = [_words(handout.title, measure.width, measure.title), _words(handout.summary, measure.width, measure.body)]
    return _stacked(words, measure.gap * 0.4)


def _step(number: int, step: HandoutStep, plates: Plates, look: Look, measure: Measure) -> Piece:
    shots = [_shot(shot, plates[shot.seen.key, shot.key], look, measure) for shot in step.shots if _there(shot, plates)]
    across = len(shots) * (measure.shot + measure.gap)
    words = _step_words(number, step, measure.width - across, measure)
    above = measure.gap

    def paint(painter: QPainter, x: float, y: float) -> None:
        painter.setPen(QPen(QColor(_RULE), 0.8))
        painter.drawLine(QPointF(x, y), QPointF(x + measure.width, y))
        for place, shot in enumerate(shots):
            shot.paint(painter, x + place * (measure.shot + measure.gap), y + above)
        words.paint(painter, x + across, y + above)

    return Piece(max((words.height, *(shot.height for shot in shots))) + above, paint)


def _there(shot: Shot, plates: Plates) -> bool:
    return (shot.seen.key, shot.key) in plates


def _step_words(number: int, step: HandoutStep, width: float, measure: Measure) -> Piece:
    counted = [(f"{index}.", line) for index, line in enumerate(step.lines, 1)]
    words = [
        _words(f"{number}  {step.title}", width, measure.head),
        _words(step.dose, width, measure.dose),
        _words(step.often, width, measure.body),
        _listed(counted, width, measure.body),
        _words(step.feel, width, measure.body),
        _words(" ".join(step.care), width, measure.body._replace(weight=600)),
    ]
    return _stacked(words, measure.gap * 0.4)


def _listed(lines: Sequence[tuple[str, str]], width: float, style: Style) -> Piece:
    """Return lines with a sign before each; what wraps stays clear of the sign."""
    inset = style.px * 1.5
    return _stacked([_hung(sign, line, width, inset, style) for sign, line in lines], style.px * 0.12)


def _hung(sign: str, line: str, width: float, inset: float, style: Style) -> Piece:
    words = _words(line, width - inset, style)

    def paint(painter: QPainter, x: float, y: float) -> None:
        write(painter, QRectF(x, y, inset, words.height), sign, style)
        words.paint(painter, x + inset, y)

    return Piece(words.height, paint)


def _shot(shot: Shot, plate: Plate, look: Look, measure: Measure) -> Piece:
    high = measure.shot / _RATIO
    caption = _words(shot.caption, measure.shot, measure.small)

    def paint(painter: QPainter, x: float, y: float) -> None:
        place = QRectF(x, y, measure.shot, high)
        painter.save()
        painter.setClipRect(place)
        paint_plate(painter, plate, place, look, mirrored=shot.seen.mirrored)
        painter.restore()
        caption.paint(painter, x, y + high + measure.gap * 0.3)

    return Piece(high + measure.gap * 0.3 + caption.height, paint)


def _dotted(lines: Sequence[str]) -> list[tuple[str, str]]:
    return [("•", line) for line in lines]


def _boxes(handout: Handout, measure: Measure) -> Piece:
    """Return two columns of boxes, both as high as the higher one: what comes before and during, and when to get help."""
    first = [handout.first] if handout.first.lines else []
    columns = [column for column in ([*first, *handout.boxes[:1]], handout.boxes[1:]) if column]
    gap = measure.gap
    wide = (measure.width - gap * (len(columns) - 1)) / max(len(columns), 1)
    inside = [[_stacked(list(_box(box, wide - 2 * gap, measure)), gap * 0.3) for box in column] for column in columns]
    high = max((_framed(column, gap) for column in inside), default=0.0)

    def paint(painter: QPainter, x: float, y: float) -> None:
        for column in inside:
            _paint_column(painter, column, QRectF(x, y, wide, high), gap)
            x += wide + gap

    return Piece(high, paint)


def _framed(column: Sequence[Piece], gap: float) -> float:
    return sum(piece.height + 2 * gap for piece in column) + gap * (len(column) - 1)


def _paint_column(painter: QPainter, column: Sequence[Piece], area: QRectF, gap: float) -> None:
    """Paint boxes under each other; the last one reaches down to the end."""
    y = area.y()
    for piece in column:
        high = area.bottom() - y if piece is column[-1] else piece.height + 2 * gap
        painter.setPen(QPen(QColor(_INK), 1.0))
        painter.setBrush(QColor(_GROUND))
        painter.drawRoundedRect(QRectF(area.x(), y, area.width(), high), _ROUND, _ROUND)
        piece.paint(painter, area.x() + gap, y + gap)
        y += high + gap


def _box(box: Box, width: float, measure: Measure) -> Iterator[Piece]:
    small = measure.small._replace(colour=_INK)
    yield _words(box.title, width, measure.dose)
    yield _words(box.action, width, small._replace(weight=600))
    yield _listed(_dotted(box.lines), width, small)
