"""What the engine looks like from outside at one moment, and what it writes down to survive a crash."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from coach.content.vocabulary import Area, Mode, Side
from coach.plan.timeline import Preferences


class Phase(StrEnum):
    """What the engine is doing.

    READY not started; RUNNING the position moves; PAUSED stands still; RESUMING counts the get-ready
    after a pause; WAITING for the person (manual advance, move, ask, pack); STOPPED after "worse", until
    the person chooses; OVER finished.
    """

    READY = "ready"
    RUNNING = "running"
    PAUSED = "paused"
    RESUMING = "resuming"
    WAITING = "waiting"
    STOPPED = "stopped"
    OVER = "over"


class Need(StrEnum):
    """What the person is asked for right now, besides the position (an overlay on the stage)."""

    NOTHING = "nothing"
    ADVANCE = "advance"
    CONFIRM_PACK = "confirm-pack"
    PACK_ON = "pack-on"
    SKIN_CHECK = "skin-check"
    PACK_OFF = "pack-off"
    RATING = "rating"
    WORSE_CHOICE = "worse-choice"
    GAP_CHOICE = "gap-choice"


class PackState(msgspec.Struct, frozen=True, kw_only=True):
    """A pack that is on: counted from the moment it went on until the person confirms it is off.

    `asked_ms`: how long the open question (look at the skin, take it off) has been waiting for an answer. `gap` is why
    its time is not certain (a kind of gap, or "restarted"), `lost_ms` the real time that went by unseen.
    """

    mode: Mode
    area: Area
    side: Side | None
    exposure: int
    on_ms: int
    limit_ms: int
    check_due_ms: int | None
    urgency: int
    due: bool
    certain: bool
    asked_ms: int = 0
    gap: str = ""
    lost_ms: int = 0


class Snapshot(msgspec.Struct, frozen=True, kw_only=True):
    """The engine at one moment: all the stage needs to draw, all times in milliseconds.

    `segment` indexes `Timeline.segments` (-1 before the start); `elapsed_ms` and `remaining_ms` are inside
    it (`remaining_ms` None when open); `resuming_ms` is what is left of the get-ready after a pause. `gap` says why
    the session stands still by itself (a kind of gap, "restarted", '' for no reason), `lost_ms` how long nobody looked.
    """

    phase: Phase
    need: Need
    segment: int
    elapsed_ms: int
    remaining_ms: int | None
    position_ms: int
    session_ms: int
    resuming_ms: int = 0
    pack: PackState | None = None
    gap: str = ""
    lost_ms: int = 0
    by_hand: bool = False


class Checkpoint(msgspec.Struct, frozen=True, kw_only=True):
    """Enough to offer *Resume* after a crash. `done_ms` is time done per segment, by index.

    `preferences` are the timeline's, copied so that it can be compiled again as it was. `by_hand`: every change of step
    waits. `whole`: segments done in full before the dose was changed. `work`: what each segment counts for, where the
    plan is no longer the one that the session's beginning wrote down (`coach.journal.recorder.work_of`).
    """

    session: str
    routine: str
    content_hash: str
    timeline_hash: str
    segment: int
    elapsed_ms: int
    session_ms: int
    done_ms: dict[int, int]
    ended_parts: dict[int, str]
    pack: PackState | None = None
    preferences: Preferences = Preferences()
    by_hand: bool = False
    whole: tuple[int, ...] = ()
    work: tuple[tuple[int, int], ...] = ()
