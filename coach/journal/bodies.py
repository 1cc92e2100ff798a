"""What each kind of event says, typed. Unknown fields are let through: a newer version may say more."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec

from coach.content.vocabulary import Area, BreakKind, BreakOutcome, Felt, MarkerKind, Mode, Quality, Side, When
from coach.plan.timeline import Part
from coach.session.events import Outcome, Status

Tightness = Annotated[int, msgspec.Meta(ge=0, le=10)]
Amount = Annotated[int, msgspec.Meta(ge=0)]
Note = Annotated[str, msgspec.Meta(max_length=4000)]
Day = Annotated[str, msgspec.Meta(pattern=r"^\d{4}-\d{2}-\d{2}$")]


class Body(msgspec.Struct, frozen=True, kw_only=True):
    """Base of all bodies."""


class EntryBody(Body, frozen=True, kw_only=True):
    """A tightness entry; also the whole new content in a correction."""

    tightness: Tightness
    area: Area
    side: Side | None
    quality: Quality = Quality.TIGHTNESS
    note: Note = ""
    session: str | None = None
    when: When | None = None
    rehearsal: bool = False
    exercise: str | None = None
    together: str | None = None


class MarkerBody(Body, frozen=True, kw_only=True):
    """Something that happened; also the whole new content in a correction."""

    kind: MarkerKind
    words: Note = ""
    last_day: Day | None = None


class CorrectBody(Body, frozen=True, kw_only=True):
    """A correction: the entry or the marker as it should have been, and the moment it is about as [us, offset, zone, day]."""

    at: tuple[int, int, str, str]
    entry: EntryBody | None = None
    marker: MarkerBody | None = None


class SessionBody(Body, frozen=True, kw_only=True):
    """A session begins: what is planned, in full, so that it can be ended without its routine file.

    `work` has, for each segment of the timeline, the part its time counts for (-1 for none) and its length
    in milliseconds (0 when open); `contrast` the numbers of the exposures that are contrast sets.
    """

    routine: str
    name: str
    content_hash: str
    planned_ms: Amount
    rehearsal: bool
    speed: float
    worse_side: Side | None
    parts: tuple[Part, ...]
    work: tuple[tuple[int, int], ...]
    contrast: tuple[int, ...] = ()


class StepBody(Body, frozen=True, kw_only=True):
    """What came of one part of the plan; `part` is its index."""

    part: Amount
    outcome: Outcome
    done_ms: Amount
    planned_ms: Amount
    done_reps: Amount
    planned_reps: Amount
    reason: str = ""


class PackBody(Body, frozen=True, kw_only=True):
    """A pack went on, was looked under, or came off (`state` on, check, off).

    `worn_ms` is pack-on time so far; `ok` is what a check found; `contrast`: heat and cold in turn.
    """

    state: Annotated[str, msgspec.Meta(pattern="^(on|check|off)$")]
    exposure: int
    mode: Mode
    area: Area
    side: Side | None
    worn_ms: Amount = 0
    certain: bool = True
    contrast: bool = False
    ok: bool = True
    outcome: Outcome | None = None


class PauseBody(Body, frozen=True, kw_only=True):
    """The position stood still for `paused_ms`; `gap` says when a gap caused it."""

    paused_ms: Amount
    gap: str | None = None


class WorseBody(Body, frozen=True, kw_only=True):
    """The person said it got worse in part number `part`; `reason` is a code."""

    part: int
    reason: str


class FinishBody(Body, frozen=True, kw_only=True):
    """A session is over."""

    status: Status
    done_ms: Amount
    planned_ms: Amount


class RoutineBody(Body, frozen=True, kw_only=True):
    """The text of a routine as it was done; the event's `target` is its content hash."""

    routine: str
    name: str
    text: str


class AnswerBody(Body, frozen=True, kw_only=True):
    """An answer about health, by key; `value` is plain JSON data."""

    key: Annotated[str, msgspec.Meta(min_length=1, max_length=120)]
    value: Any


class TombstoneBody(Body, frozen=True, kw_only=True):
    """The event in `target` is deleted, until it is brought back."""

    reason: str = ""


class UndeleteBody(Body, frozen=True, kw_only=True):
    """What was deleted under `target` is there again."""


class ClockBody(Body, frozen=True, kw_only=True):
    """Something about the clocks worth keeping: what kind of gap, how long, in milliseconds."""

    gap: str
    lost_ms: int = 0


class Exercised(msgspec.Struct, frozen=True, kw_only=True):
    """What came of one exercise on one side of a break; times in milliseconds, reps 0 where nothing is counted."""

    exercise: str
    side: Side | None
    done_ms: Amount
    planned_ms: Amount
    done_reps: Amount = 0
    planned_reps: Amount = 0


class BreakBody(Body, frozen=True, kw_only=True):
    """A break at the desk ended; the event's moment is its end, `due` is when it became due, as [us, offset, zone, day].

    `cadence` is the key of the reminder, `why` a code beyond the outcome: what was credited (locked, slept, idle, session),
    why it was let pass, or answered. `length_ms` of what was offered, `done_ms` of it; `away_ms` of a credited absence.
    `given`: asked for by the person, not due by itself.
    """

    kind: BreakKind
    outcome: BreakOutcome
    cadence: Annotated[str, msgspec.Meta(min_length=1, max_length=40)]
    why: Annotated[str, msgspec.Meta(max_length=40)]
    due: tuple[int, int, str, str]
    length_ms: Amount
    done_ms: Amount = 0
    away_ms: Amount = 0
    exercises: Annotated[tuple[Exercised, ...], msgspec.Meta(max_length=20)] = ()
    snoozes: Amount = 0
    given: bool = False


class FeltBody(Body, frozen=True, kw_only=True):
    """How it was after the break in `target`; the last word counts."""

    felt: Felt


BODIES: dict[str, type[Body]] = {
    "entry": EntryBody,
    "marker": MarkerBody,
    "correct": CorrectBody,
    "tombstone": TombstoneBody,
    "undelete": UndeleteBody,
    "session": SessionBody,
    "step": StepBody,
    "pack": PackBody,
    "pause": PauseBody,
    "worse": WorseBody,
    "finish": FinishBody,
    "routine": RoutineBody,
    "answer": AnswerBody,
    "clock": ClockBody,
    "break": BreakBody,
    "felt": FeltBody,
}

#: Kinds whose `target` is the session they belong to.
SESSION_KINDS = frozenset({"step", "pack", "pause", "worse", "finish"})


def plain(body: Body) -> dict[str, Any]:
    """Return a body as plain JSON data."""
    made = msgspec.to_builtins(body)
    assert isinstance(made, dict)  # noqa: S101 - a struct always becomes a dict
    return made
