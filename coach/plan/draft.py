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
from coach.plan.body import Body
from coach.plan.dose import Numbers
from coach.plan.lines import Lines
from coach.plan.speech import Line, Timed
from coach.plan.timeline import Cue, CueKind, Part, Preferences, Segment, SegmentKind


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
        self.doings = 0
        self.posture = Posture.SITTING if routine.place in {"chair", "desk"} else Posture.STANDING
        self.introduced: set[str] = set()
        self.warned: set[str] = set()
        self.shares: Counter[tuple[str, Side | None]] = Counter()
        self.lines: dict[str, Lines] = {}
        self.numbers: dict[tuple[int, int], tuple[str, Numbers]] = {}
        self.bodies: dict[tuple[object, ...], tuple[Body, list[Line]]] = {}

    def begin(self, part: Part) -> None:
        """Open the next part, in a block of its own; `DataError` when the routine has no end in sight."""
        if len(self.segments) > pacing.MOST_SEGMENTS:
            raise DataError(
                _("“%(name)s” is too long to plan: a routine lasts two hours at most.") % {"name": self.routine.name}
            )
        self.parts.append(part)
        self.block += 1
        self.doings += part.kind != "ask"

    def add(self, kind: SegmentKind, duration_ms: int | None, **fields: Any) -> None:
        """Lay down one segment of the open part, right behind the last."""
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

    def lay(self, body: Body, exercise: str, side: Side | None) -> None:
        """Lay down all segments of some work in the open part, right behind the last segment."""
        start, first, part, block = self.now_ms, len(self.segments), len(self.parts) - 1, self.block
        self.segments += [
            Segment(
                start_ms=start + one.start_ms,
                duration_ms=one.duration_ms,
                kind=one.kind,
                part=part,
                block=block,
                exercise=exercise,
                side=side,
                set=one.set,
                rep=one.rep,
                text=one.text,
                pace_ms=one.pace_ms,
            )
            for one in body.segments
        ]
        self.cues += [
            Cue(at_ms=start + one.at_ms, segment=first + one.segment, kind=one.kind, text=one.text) for one in body.cues
        ]
        self.now_ms = start + body.length_ms

    def say_instead(self, cues: Iterable[Timed]) -> None:
        """Replace what is said in the last segment."""
        while self.cues and self.cues[-1].segment == len(self.segments) - 1:
            self.cues.pop()
        self.speak(cues)

    def speak(self, cues: Iterable[Timed]) -> None:
        """Put cues into the last segment, at their offsets from its start."""
        number = len(self.segments) - 1
        start = self.segments[number].start_ms
        self.cues.extend(
            [Cue(at_ms=start + offset, segment=number, kind=kind, text=text) for offset, kind, text in cues]
        )

    def must_announce(self) -> bool:
        """Whether the open part follows another one without having been named as the next."""
        return self.doings > 1 and not (self.cues and self.cues[-1].kind is CueKind.NEXT)

    def wait(self) -> None:
        """Let the last segment wait for the person, when it would end by itself."""
        last = self.segments[-1]
        if last.duration_ms is not None:
            self.segments[-1] = msgspec.structs.replace(last, waits=True)
