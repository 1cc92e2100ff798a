"""A hand-out laid out: one page wherever the words can still be read on it, else as many as they take."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from coach.drawing.figure.look import Look
from coach.drawing.figure.painter import paint_plate
from coach.drawing.figure.paper import Page
from coach.drawing.handout.pieces import (
    A4,
    EDGE,
    Piece,
    broken,
    dotted,
    height_of_all,
    listed,
    page_of,
    stacked,
    words_piece,
)
from coach.drawing.handout.words import Style
from coach.figure.seen.plate import Plate
from coach.handout.page import Box, Handout, HandoutStep, Shot

Plates = Mapping[tuple[str, int], Plate]

#: Sizes of the words that are tried for one page, as shares; the smallest is 7 points. Two pages are written like a letter.
_SIZES: Final = (1.0, 0.94, 0.88, 0.82, 0.76, 0.72)
_ON_TWO: Final = 0.88
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


def handout_pages(handout: Handout, plates: Plates, look: Look, size: tuple[int, int] = A4) -> list[Page]:
    """Return the pages of a hand-out; a picture that could not be made leaves its words more room."""
    high = size[1] - 2 * EDGE
    for share in _SIZES:
        measure = _measure(size, share)
        pieces = list(_pieces(handout, plates, look, measure))
        if height_of_all(pieces, measure.gap) <= high:
            return [page_of(pieces, measure.gap, look.ground.paper, size)]
    measure = _measure(size, _ON_TWO)
    pieces = list(_pieces(handout, plates, look, measure))
    return [page_of(some, measure.gap, look.ground.paper, size) for some in broken(pieces, measure.gap, high)]


def _measure(size: tuple[int, int], share: float) -> Measure:
    width = size[0] - 2 * EDGE
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
    yield words_piece(handout.foot, measure.width, measure.small)


def _head(handout: Handout, measure: Measure) -> Piece:
    words = [
        words_piece(handout.title, measure.width, measure.title),
        words_piece(handout.summary, measure.width, measure.body),
    ]
    return stacked(words, measure.gap * 0.4)


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
        words_piece(f"{number}  {step.title}", width, measure.head),
        words_piece(step.dose, width, measure.dose),
        words_piece(step.often, width, measure.body),
        listed(counted, width, measure.body),
        words_piece(step.feel, width, measure.body),
        words_piece(" ".join(step.care), width, measure.body._replace(weight=600)),
    ]
    return stacked(words, measure.gap * 0.4)


def _shot(shot: Shot, plate: Plate, look: Look, measure: Measure) -> Piece:
    high = measure.shot / _RATIO
    caption = words_piece(shot.caption, measure.shot, measure.small)

    def paint(painter: QPainter, x: float, y: float) -> None:
        place = QRectF(x, y, measure.shot, high)
        painter.save()
        painter.setClipRect(place)
        paint_plate(painter, plate, place, look, mirrored=shot.seen.mirrored)
        painter.restore()
        caption.paint(painter, x, y + high + measure.gap * 0.3)

    return Piece(high + measure.gap * 0.3 + caption.height, paint)


def _boxes(handout: Handout, measure: Measure) -> Piece:
    """Return two columns of boxes, both as high as the higher one: what comes before and during, and when to get help."""
    first = [handout.first] if handout.first.lines else []
    columns = [column for column in ([*first, *handout.boxes[:1]], handout.boxes[1:]) if column]
    gap = measure.gap
    wide = (measure.width - gap * (len(columns) - 1)) / max(len(columns), 1)
    inside = [[stacked(list(_box(box, wide - 2 * gap, measure)), gap * 0.3) for box in column] for column in columns]
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
    yield words_piece(box.title, width, measure.dose)
    yield words_piece(box.action, width, small._replace(weight=600))
    yield listed(dotted(box.lines), width, small)
