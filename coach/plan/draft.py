"""A timeline while it is being laid down: segments end to end, cues inside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

import msgspec

from coach.content.library import Library
from coach.content.routine import Routine
from coach.content.vocabulary import Posture, Side
from coach.errors import DataError
from coach.i18n import _
from coach.plan import pacing
from coach.plan.lines import Lines
from coach.plan.timeline import Cue, CueKind, Part, Preferences, Segment, SegmentKind

Line = tuple[CueKind, str]
#: A cue with its offset from the start of its segment.
Timed = tuple[int, CueKind, str]


class Draft:
    """Segments, cues and parts so far, and what the person has already heard."""

    def __init__(self, routine: Routine, library: Library, preferences: Preferences) -> None:
        self.routine = routine
        self.library = library
        self.preferences = preferences
        self.segments: list[Segment] = []
        self.cues: list[Cue] = []
        self.parts: list[Part] = []
        self.now_ms = 0
        self.block = -1
        self.exposures = 0
        self.posture = Posture.SITTING if routine.place in {"chair", "desk"} else Posture.STANDING
        self.introduced: set[str] = set()
        self.warned: set[str] = set()
        self.shares: Counter[tuple[str, Side | None]] = Counter()
        self.lines: dict[str, Lines] = {}

    def begin(self, part: Part) -> None:
        """Open the next part, in a block of its own."""
        self.parts.append(part)
        self.block += 1

    def add(self, kind: SegmentKind, duration_ms: int | None, **fields: Any) -> None:
        """Lay down one segment of the open part, right behind the last."""
        if len(self.segments) >= pacing.MOST_SEGMENTS:
            raise DataError(
                _("“%(name)s” is too long to plan: a routine lasts two hours at most.") % {"name": self.routine.name}
            )
        self.segments.append(
            Segment(
                start_ms=self.now_ms,
                duration_ms=duration_ms,
                kind=kind,
                part=len(self.parts) - 1,
                block=self.block,
                **fields,
            )
        )
        self.now_ms += duration_ms or 0

    def speak(self, cues: Iterable[Timed]) -> None:
        """Put cues into the last segment, at their offsets from its start."""
        number = len(self.segments) - 1
        start = self.segments[number].start_ms
        for offset, kind, text in cues:
            self.cues.append(Cue(at_ms=start + offset, segment=number, kind=kind, text=text))

    def wait(self) -> None:
        """Let the last segment wait for the person, when it would end by itself."""
        last = self.segments[-1]
        if last.duration_ms is not None:
            self.segments[-1] = msgspec.structs.replace(last, waits=True)


def fitting(lines: Iterable[Line], room_ms: int) -> list[Timed]:
    """One sentence after another from the start, as many as end within `room_ms`; the rest stays unsaid."""
    cues: list[Timed] = []
    offset = 0
    for kind, text in lines:
        end = offset + pacing.speech_ms(text)
        if end > room_ms:
            break
        cues.append((offset, kind, text))
        offset = end + pacing.GAP_MS
    return cues


def spoken_ms(lines: Iterable[Line]) -> int:
    """How long the lines take one after another, with the gaps between them."""
    total = sum(pacing.speech_ms(text) + pacing.GAP_MS for _kind, text in lines)
    return max(0, total - pacing.GAP_MS)
