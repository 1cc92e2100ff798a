"""What the engine says has happened, in order, each with its exact due time.

`at_ms` is session time: awake milliseconds since the start, pauses included; it never goes back.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

from coach.content.vocabulary import Area, Mode, Side, When
from coach.plan.timeline import Cue


class Outcome(StrEnum):
    """How a part ended."""

    DONE = "done"
    PARTLY = "partly"
    SKIPPED = "skipped"
    INTERRUPTED = "interrupted"
    UNATTENDED = "unattended"


class Status(StrEnum):
    """How a session ended (an unfinished one reads as interrupted)."""

    DONE = "done"
    ENDED = "ended"
    INTERRUPTED = "interrupted"


class GapKind(StrEnum):
    """Why time went missing between two readings of the clocks."""

    SLEPT = "slept"
    FROZEN = "frozen"
    CLOCK = "clock"


class Happening(msgspec.Struct, frozen=True, kw_only=True, tag_field="event"):
    """Base of all events."""

    at_ms: int


class SegmentStarted(Happening, frozen=True, kw_only=True, tag="segment-started"):
    """Segment number `segment` began."""

    segment: int


class CueDue(Happening, frozen=True, kw_only=True, tag="cue"):
    """A sentence is due now."""

    cue: Cue


class PartEnded(Happening, frozen=True, kw_only=True, tag="part-ended"):
    """A step on one side is over; `done_ms` of `planned_ms` and `done_reps` of `planned_reps`.

    A part that is gone back to and done further ends once more: the last word counts. `reason` is empty, one of
    `REASONS`, or the sentence why a pack was left out.
    """

    part: int
    outcome: Outcome
    done_ms: int
    planned_ms: int
    done_reps: int
    planned_reps: int
    reason: str = ""


class Paused(Happening, frozen=True, kw_only=True, tag="paused"):
    """The position stands still; `gap` names the kind of gap when a gap caused it."""

    gap: GapKind | None = None
    lost_ms: int = 0


class Resumed(Happening, frozen=True, kw_only=True, tag="resumed"):
    """The position moves again, after the get-ready."""

    paused_ms: int


class Waiting(Happening, frozen=True, kw_only=True, tag="waiting"):
    """The position waits for the person at segment number `segment` (manual advance, ask, move, check)."""

    segment: int


class ConfirmationsAsked(Happening, frozen=True, kw_only=True, tag="confirmations-asked"):
    """Before a pack goes on: the five sentences of thermal.toml are asked."""

    mode: Mode
    area: Area
    side: Side | None


class PackRefused(Happening, frozen=True, kw_only=True, tag="pack-refused"):
    """A pack is not offered (cap, gap, or a confirmation answered no); `reason` is a sentence."""

    mode: Mode
    area: Area
    side: Side | None
    reason: str


class PackOn(Happening, frozen=True, kw_only=True, tag="pack-on"):
    """The person says the pack is on: pack-on time starts."""

    mode: Mode
    area: Area
    side: Side | None
    exposure: int
    limit_ms: int


class CheckAsked(Happening, frozen=True, kw_only=True, tag="check-asked"):
    """Look at the skin; `pack_ms` is pack-on time. Repeats raise `urgency`: 0 asked, 1 sounding, 2 alarm."""

    pack_ms: int
    urgency: int


class CheckAnswered(Happening, frozen=True, kw_only=True, tag="check-answered"):
    """The person looked; `ok` False means a stop sign was seen."""

    pack_ms: int
    ok: bool


class PackDue(Happening, frozen=True, kw_only=True, tag="pack-due"):
    """Take the pack off now, `mode` is what lies on the skin; repeated until answered (`urgency` as in CheckAsked)."""

    mode: Mode
    pack_ms: int
    urgency: int


class PackOff(Happening, frozen=True, kw_only=True, tag="pack-off"):
    """The person confirmed that the pack is off after `worn_ms`; `certain` False after a gap."""

    mode: Mode
    area: Area
    side: Side | None
    exposure: int
    worn_ms: int
    outcome: Outcome
    certain: bool = True


class RatingAsked(Happening, frozen=True, kw_only=True, tag="rating-asked"):
    """A tightness rating is asked; without an area, for every area the person tracks."""

    when: When
    area: Area | None
    side: Side | None


class GotWorse(Happening, frozen=True, kw_only=True, tag="got-worse"):
    """The person said it got worse: everything stopped at once; `reason` is a code of `WORSE_REASONS`.

    Said again for the same stop it says it better: at first only that it got worse, then what; or `MISTAKE`.
    """

    part: int
    reason: str


class Finished(Happening, frozen=True, kw_only=True, tag="finished"):
    """The session is over. `done_ms` sums time done of every timed segment, `planned_ms` is the total.

    `empty`: it was ended before anything began, no step and no pack.
    """

    status: Status
    done_ms: int
    planned_ms: int
    empty: bool = False


Event = (
    SegmentStarted
    | CueDue
    | PartEnded
    | Paused
    | Resumed
    | Waiting
    | ConfirmationsAsked
    | PackRefused
    | PackOn
    | CheckAsked
    | CheckAnswered
    | PackDue
    | PackOff
    | RatingAsked
    | GotWorse
    | Finished
)

#: Codes for "worse": pain went up, it moved down the leg, new numbness or weakness, something else.
WORSE_REASONS = ("pain", "down-the-leg", "numb-or-weak", "other")
#: `GotWorse.reason` when the key was pressed by mistake: the one before does not count.
MISTAKE = "mistake"

#: Why a part ended before it was done: a code of the stop, a gap's kind, a stop sign on the skin, a check without an
#: answer, a program that was started again, the session's early end, a step left out after "worse".
REASONS = (*WORSE_REASONS, *(kind.value for kind in GapKind), "skin", "no-answer", "restarted", "ended", "worse")
