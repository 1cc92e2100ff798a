"""The flat, inspectable list that a routine compiles to.

All times are whole milliseconds. An open segment has `duration_ms None`: it lasts until told, and
takes no time in `start_ms` of what follows. Preview, seek, total time, the headless rehearsal, the
handout and the tests all read this one list.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

from coach.content.vocabulary import Area, Mode, Side, When
from coach.settings.model import OwnDose


class SegmentKind(StrEnum):
    """What a stretch of time is for."""

    PREPARE = "prepare"
    ENTER = "enter"
    HOLD = "hold"
    RELEASE = "release"
    REST = "rest"
    SWITCH = "switch"
    REPS = "reps"
    MOVE = "move"
    HEAT = "heat"
    COLD = "cold"
    CHECK = "check"
    OFF = "off"
    BREATHE = "breathe"
    ASK = "ask"
    SAY = "say"


class CueKind(StrEnum):
    """What a spoken cue says."""

    NAME = "name"
    SET_UP = "set-up"
    STEP = "step"
    FEEL = "feel"
    SAFETY = "safety"
    HALFWAY = "halfway"
    FIVE_SECONDS = "five-seconds"
    RELEASE = "release"
    SWITCH = "switch"
    REST = "rest"
    COUNT = "count"
    NEXT = "next"
    CHECK = "check"
    PACK_ON = "pack-on"
    PACK_OFF = "pack-off"
    ASK = "ask"
    SAY = "say"
    BREATHE = "breathe"
    DONE = "done"


class Segment(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One stretch of the timeline.

    `part` is the index into `Timeline.parts`; `block` numbers contiguous runs of one step on one side
    (what "next" and "back" move by). `set` and `rep` count from 1. `waits`: the position stays at this
    segment's end until the person advances (manual advance). `target_ms`: suggested length of an open
    move. `exposure` numbers a heat/cold exposure (a contrast set is one), else None. `pace_ms` paces a
    picture: out, hold, back and pause of a repetition; in and out of a breath.
    """

    start_ms: int
    duration_ms: int | None
    kind: SegmentKind
    part: int
    block: int
    exercise: str | None = None
    side: Side | None = None
    set: int | None = None
    rep: int | None = None
    area: Area | None = None
    mode: Mode | None = None
    when: When | None = None
    text: str = ""
    waits: bool = False
    target_ms: int | None = None
    exposure: int | None = None
    pace_ms: tuple[int, ...] = ()

    @property
    def end_ms(self) -> int:
        """Where it ends; an open segment ends where it starts."""
        return self.start_ms + (self.duration_ms or 0)


class Cue(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A sentence due at `at_ms`, inside segment number `segment`."""

    at_ms: int
    segment: int
    kind: CueKind
    text: str


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """One step of the routine on one side: the unit that is done, partly done or skipped.

    `step` is the running number of the step as expanded (group repeats of the same step share it).
    `kind` is the routine's step kind. `planned_ms` sums its working segments (hold, reps, heat, cold,
    off, breathe, rest steps); 0 for open ones. `planned_reps` counts holds or repetitions.
    """

    step: int
    kind: str
    title: str
    exercise: str | None
    side: Side | None
    area: Area | None
    planned_ms: int
    planned_reps: int


class Preferences(msgspec.Struct, frozen=True, kw_only=True):
    """What shapes every timeline of a person.

    `prep_extra_s` is added to every get-ready (seconds); `spoken_detail` False leaves out set-up,
    step and feel lines, for those who know them. `left_out` are exercises that are not for them, by what they said;
    `easier` those they chose to do in the easier way after "worse". Both come from the journal, never the settings.
    `doses` are their own numbers in this routine, by step (`coach.plan.own_dose.step_keys`). `learning` is the seed of a
    session in a learning week (`coach.plan.learning`), '' outside one.
    """

    prep_extra_s: float = 0.0
    spoken_detail: bool = True
    left_out: tuple[str, ...] = ()
    easier: tuple[str, ...] = ()
    doses: dict[str, OwnDose] = {}
    learning: str = ""


class Timeline(msgspec.Struct, frozen=True, kw_only=True):
    """A compiled routine: `segments` in time order, `cues` in time order, `parts` by index.

    `preferences` are those it was compiled with, so that an interrupted session can be compiled again.
    """

    routine: str
    name: str
    content_hash: str
    segments: tuple[Segment, ...]
    cues: tuple[Cue, ...]
    parts: tuple[Part, ...]
    preferences: Preferences = Preferences()

    @property
    def total_ms(self) -> int:
        """The sum of every segment that has a duration."""
        return sum(segment.duration_ms or 0 for segment in self.segments)
