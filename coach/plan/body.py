"""The repetitions of one step on one side, laid out from zero: made once, put wherever they are needed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from coach.plan.speech import Timed
from coach.plan.timeline import Cue, Segment, SegmentKind


class Piece(msgspec.Struct, frozen=True, gc=False):
    """One segment of the work, with what is said in it."""

    kind: SegmentKind
    duration_ms: int
    set: int
    rep: int
    text: str
    cues: list[Timed]
    pace_ms: tuple[int, ...] = ()


class Body(NamedTuple):
    """A stretch of timeline that begins at 0 ms with segment 0; `closing` is the last piece."""

    segments: list[Segment]
    cues: list[Cue]
    length_ms: int
    closing: Piece


def body_of(pieces: Iterable[Piece]) -> Body:
    """Lay pieces end to end; there is at least one."""
    segments: list[Segment] = []
    cues: list[Cue] = []
    at = 0
    for number, piece in enumerate(pieces):
        segments.append(
            Segment(
                start_ms=at,
                duration_ms=piece.duration_ms,
                kind=piece.kind,
                part=0,
                block=0,
                set=piece.set,
                rep=piece.rep,
                text=piece.text,
                pace_ms=piece.pace_ms,
            )
        )
        for offset, kind, text in piece.cues:
            cues.append(Cue(at_ms=at + offset, segment=number, kind=kind, text=text))
        at += piece.duration_ms
    return Body(segments, cues, at, piece)
