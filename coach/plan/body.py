"""The repetitions of one step on one side, laid out from zero: made once, put wherever they are needed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from coach.plan.speech import Timed
from coach.plan.timeline import CueKind, SegmentKind


class Piece(NamedTuple):
    """One segment of the work, with what is said in it."""

    kind: SegmentKind
    duration_ms: int
    set: int
    rep: int
    text: str
    cues: list[Timed]
    pace_ms: tuple[int, ...] = ()


class Body(NamedTuple):
    """Pieces end to end. Times count from the start of the first piece, cues name their piece by number."""

    pieces: list[tuple[int, Piece]]
    cues: list[tuple[int, int, CueKind, str]]
    length_ms: int


def body_of(pieces: Iterable[Piece]) -> Body:
    """Lay pieces end to end."""
    placed: list[tuple[int, Piece]] = []
    cues: list[tuple[int, int, CueKind, str]] = []
    at = 0
    for number, piece in enumerate(pieces):
        placed.append((at, piece))
        cues += [(at + offset, number, kind, text) for offset, kind, text in piece.cues]
        at += piece.duration_ms
    return Body(placed, cues, at)
