"""What the journal holds, as the rest of the program reads it (folded from immutable events)."""

from __future__ import annotations

from typing import Any

import msgspec

from coach.clock import Stamp
from coach.content.vocabulary import Area, BreakKind, BreakOutcome, Felt, MarkerKind, Mode, Quality, Side, When
from coach.journal.bodies import Exercised
from coach.plan.timeline import Part
from coach.session.events import Outcome, Status


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """A reported feeling: `tightness` 0 (none) to 10 (worst imaginable).

    `session` and `when` link it to a session (before, during, after). `at` is the moment it is about,
    `rehearsal` True when given in a sped-up session (kept, listed, left out of charts). `exercise` is the one it was
    asked right after (in a learning week), `together` an id shared by entries that were saved at once.
    """

    id: str
    at: Stamp
    tightness: int
    area: Area
    side: Side | None
    quality: Quality = Quality.TIGHTNESS
    note: str = ""
    session: str | None = None
    when: When | None = None
    rehearsal: bool = False
    exercise: str | None = None
    together: str | None = None


class Marker(msgspec.Struct, frozen=True, kw_only=True):
    """Something that happened: from the day of `at` to `last_day` (ISO, both included; None: that day only).

    `words` are the person's own, '' when the kind says enough.
    """

    id: str
    at: Stamp
    kind: MarkerKind
    words: str = ""
    last_day: str | None = None


class StepDone(msgspec.Struct, frozen=True, kw_only=True):
    """What came of one step on one side; times in milliseconds."""

    step: int
    kind: str
    title: str
    exercise: str | None
    side: Side | None
    area: Area | None
    outcome: Outcome
    done_ms: int
    planned_ms: int
    done_reps: int
    planned_reps: int
    reason: str = ""


class SessionRecord(msgspec.Struct, frozen=True, kw_only=True):
    """One session, planned and done. `ended` is None while unfinished (status interrupted).

    `worse` is the last code given for "worse", '' when it never was.
    """

    id: str
    routine: str
    name: str
    content_hash: str
    started: Stamp
    ended: Stamp | None
    status: Status
    done_ms: int
    planned_ms: int
    rehearsal: bool
    pauses: int
    paused_ms: int
    steps: tuple[StepDone, ...]
    worse: str = ""


class Exposure(msgspec.Struct, frozen=True, kw_only=True):
    """A pack that was on: for caps and gaps. `certain` False: worn at least this long.

    A contrast set is one exposure: `worn_ms` sums its packs. `off` is None while no one has said it is off.
    """

    session: str
    exposure: int
    mode: Mode
    area: Area
    side: Side | None
    on: Stamp
    worn_ms: int
    certain: bool
    contrast: bool
    rehearsal: bool
    off: Stamp | None = None


class Break(msgspec.Struct, frozen=True, kw_only=True):
    """A break at the desk that was due, or asked for (`given`), and how it ended, at `at`; `due` is when it became due.

    `cadence` is the key of its reminder; `why` says more than the outcome: what was credited (locked, slept, idle,
    session), why it was let pass. `away_ms` of the credited absence. `felt`: the one tap after it.
    """

    id: str
    at: Stamp
    due: Stamp
    kind: BreakKind
    outcome: BreakOutcome
    cadence: str
    why: str
    length_ms: int
    done_ms: int = 0
    away_ms: int = 0
    exercises: tuple[Exercised, ...] = ()
    snoozes: int = 0
    given: bool = False
    felt: Felt | None = None


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """The latest answer to a question about health: a key, plain JSON data, and when it was given."""

    key: str
    value: Any
    at: Stamp


class Unfinished(msgspec.Struct, frozen=True, kw_only=True):
    """An interrupted session that can be resumed: the last checkpoint and when it was written.

    `checkpoint` is JSON of `session.state.Checkpoint`; `routine_text` gives the routine
    as it was; `awake_ns`, `boot_ns`, `boot_id` tell how long ago that was. `planned_ms`, `parts`, `work`
    and `contrast` are the plan as it was (see `bodies.SessionBody`), so that the session can be ended without its routine.
    """

    session: str
    routine: str
    routine_name: str
    routine_text: str
    rehearsal: bool
    speed: float
    worse_side: Side | None
    checkpoint: bytes
    written: Stamp
    awake_ns: int
    boot_ns: int
    boot_id: str
    planned_ms: int = 0
    parts: tuple[Part, ...] = ()
    work: tuple[tuple[int, int], ...] = ()
    contrast: tuple[int, ...] = ()
