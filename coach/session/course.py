"""A timeline as the engine walks it: cues by segment, blocks, parts and exposures, looked up once."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

from coach.content.thermal import Thermal
from coach.content.vocabulary import Area, Mode, Side
from coach.plan.timeline import Cue, Segment, SegmentKind, Timeline
from coach.safety.exposure import Wanted

_MS = 1000
_MINUTE_MS = 60 * _MS
_WORK = frozenset(
    {SegmentKind.HOLD, SegmentKind.REPS, SegmentKind.HEAT, SegmentKind.COLD, SegmentKind.OFF, SegmentKind.BREATHE}
)
_INSTEAD_OF_WORK = frozenset({SegmentKind.MOVE, SegmentKind.ASK, SegmentKind.SAY})


class Exposure(NamedTuple):
    """One pack (or contrast set) from putting on (`first`) to taking off (`last`), by segment number.

    `offset_ms`: pack-on time at which each of its segments begins as planned. `limit_ms`: pack-on time at
    which it comes off: what is planned, under the hard stop of thermal.toml.
    """

    number: int
    first: int
    last: int
    mode: Mode
    area: Area
    side: Side | None
    contrast: bool
    limit_ms: int
    offset_ms: Mapping[int, int]
    parts: tuple[int, ...]

    @property
    def wanted(self) -> Wanted:
        """The pack as the rules about skin know it."""
        return Wanted(self.mode, self.area, self.side, self.contrast)


class Course:
    """Read-only look-ups over one timeline; segments and parts are named by their index."""

    def __init__(self, timeline: Timeline, thermal: Thermal) -> None:
        self.timeline = timeline
        self.thermal = thermal
        self.segments = timeline.segments
        self.parts = timeline.parts
        self.cues = _cues(timeline)
        self.last_of_part = {segment.part: index for index, segment in enumerate(self.segments)}
        self._first_of_block, self._after_block = _blocks(self.segments)
        self.exposures = {number: self._exposure(number, found) for number, found in _exposed(self.segments).items()}
        self._essential = self._essentials()
        check = thermal.skin_check
        self.check_pause_ms = round(check.pause_after_s * _MS)
        self.check_end_ms = round(check.end_after_s * _MS)

    def first_of_block(self, index: int) -> int:
        """Return where the block of segment `index` begins."""
        return self._first_of_block[index]

    def after_block(self, index: int) -> int:
        """Return the first segment behind the block of segment `index` (the number of segments at the end)."""
        return self._after_block[index]

    def exposure_at(self, index: int) -> Exposure | None:
        """Return the exposure that segment `index` belongs to."""
        number = self.segments[index].exposure if 0 <= index < len(self.segments) else None
        return None if number is None else self.exposures[number]

    def essential(self, part: int) -> tuple[int, ...]:
        """Return the segments that make a part done: its working time, or else what is moved, asked or said."""
        return self._essential.get(part, ())

    def _essentials(self) -> dict[int, tuple[int, ...]]:
        work: dict[int, list[int]] = {}
        instead: dict[int, list[int]] = {}
        for index, segment in enumerate(self.segments):
            rest = segment.kind is SegmentKind.REST and self.parts[segment.part].kind == "rest"
            if segment.kind in _WORK or rest:
                work.setdefault(segment.part, []).append(index)
            elif segment.kind in _INSTEAD_OF_WORK:
                instead.setdefault(segment.part, []).append(index)
        return {part: tuple(found) for part, found in {**instead, **work}.items()}

    def _exposure(self, number: int, found: list[int]) -> Exposure:
        inside = range(found[0], found[-1] + 1)
        packs = [index for index in inside if self.segments[index].kind in {SegmentKind.HEAT, SegmentKind.COLD}]
        first = self.segments[packs[0]]
        modes = {self.segments[index].kind for index in packs}
        offsets, total_ms = {}, 0
        for index in inside:
            offsets[index] = total_ms
            total_ms += self.segments[index].duration_ms or 0
        mode = Mode.HEAT if first.kind is SegmentKind.HEAT else Mode.COLD
        limits = self.thermal.limits(mode)
        hard_min = self.thermal.contrast.hard_total_min if len(modes) > 1 else limits.hard_stop_min
        return Exposure(
            number=number,
            first=found[0],
            last=found[-1],
            mode=mode,
            area=first.area or Area.LOW_BACK,
            side=first.side,
            contrast=len(modes) > 1,
            limit_ms=min(total_ms, round(hard_min * _MINUTE_MS)),
            offset_ms=offsets,
            parts=tuple(sorted({self.segments[index].part for index in inside})),
        )


def _cues(timeline: Timeline) -> tuple[tuple[tuple[int, Cue], ...], ...]:
    """Return the cues of each segment with their offsets from its start, in order."""
    found: list[list[tuple[int, Cue]]] = [[] for _segment in timeline.segments]
    for cue in timeline.cues:
        found[cue.segment].append((cue.at_ms - timeline.segments[cue.segment].start_ms, cue))
    return tuple(tuple(sorted(cues, key=lambda timed: timed[0])) for cues in found)


def _blocks(segments: tuple[Segment, ...]) -> tuple[list[int], list[int]]:
    """Return for each segment where its block begins and where the next one does."""
    starts = [
        index for index, segment in enumerate(segments) if not index or segment.block != segments[index - 1].block
    ]
    first: list[int] = []
    after: list[int] = []
    for start, end in pairwise([*starts, len(segments)]):
        first += [start] * (end - start)
        after += [end] * (end - start)
    return first, after


def _exposed(segments: tuple[Segment, ...]) -> dict[int, list[int]]:
    """Return the segments of each exposure that holds a pack at all."""
    found: dict[int, list[int]] = {}
    for index, segment in enumerate(segments):
        if segment.exposure is not None:
            found.setdefault(segment.exposure, []).append(index)
    return found
