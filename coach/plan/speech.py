"""Sentences laid one after another in time."""

from __future__ import annotations

from collections.abc import Iterable

from coach.plan.pacing import GAP_MS, speech_ms
from coach.plan.timeline import CueKind

Line = tuple[CueKind, str]
#: A cue with its offset from the start of its segment.
Timed = tuple[int, CueKind, str]


def fitting(lines: Iterable[Line], room_ms: int) -> list[Timed]:
    """One sentence after another from the start, as many as end within `room_ms`; the rest stays unsaid."""
    cues: list[Timed] = []
    offset = 0
    for kind, text in lines:
        end = offset + speech_ms(text)
        if end > room_ms:
            break
        cues.append((offset, kind, text))
        offset = end + GAP_MS
    return cues


def spoken_ms(lines: Iterable[Line]) -> int:
    """How long the lines take one after another, with the gaps between them."""
    total = sum(speech_ms(text) + GAP_MS for _kind, text in lines)
    return max(0, total - GAP_MS)


def closed(cues: list[Timed], closing: Line | None, room_ms: int, before_end_ms: int) -> list[Timed]:
    """Add what is said before the end of a segment, `before_end_ms` early where there is room for it at all."""
    if closing is None:
        return cues
    busy = max((at + speech_ms(text) + GAP_MS for at, _kind, text in cues), default=0)
    latest = room_ms - speech_ms(closing[1])
    at = max(busy, latest - before_end_ms)
    return [*cues, (at, *closing)] if at <= latest else cues
