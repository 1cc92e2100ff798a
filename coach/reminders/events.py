"""What the engine says has happened, in order. Values only: whoever drives it acts on them."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from coach.clock import Stamp
from coach.content.vocabulary import BreakKind, BreakOutcome


class Why(StrEnum):
    """Why a break ended, was put off or taken from the screen, beyond its outcome."""

    ANSWERED = "answered"  # by the person
    LOCKED = "locked"  # the screen was locked
    SLEPT = "slept"  # the machine slept or was off
    IDLE = "idle"  # nothing was touched
    SESSION = "session"  # an exercise session
    IGNORED = "ignored"  # no answer to the card
    HOURS = "hours"  # the working hours are over, a quiet day began, or breaks were switched off
    PAUSE = "pause"  # the person paused
    BUSY = "busy"  # the person is busy
    UNWATCHED = "unwatched"  # Limber did not run
    AWAY = "away"  # the person is away
    LEFT_OPEN = "left-open"  # a break that nobody ended


class Reason(StrEnum):
    """Why a person skips, asked once after three skips in a row."""

    TOO_OFTEN = "too-often"
    TOO_LONG = "too-long"
    BAD_MOMENT = "bad-moment"
    HURTS = "hurts"
    OTHER = "other"


class Happening(msgspec.Struct, frozen=True, kw_only=True, tag_field="event"):
    """Base of all events; `at` is when, as the person's clock showed it."""

    at: Stamp


class BreakDue(Happening, frozen=True, kw_only=True, tag="due"):
    """A break is due. `stands_for`: the keys of all cadences it answers, its own (`lead`) first."""

    id: str
    kind: BreakKind
    lead: str
    stands_for: tuple[str, ...]
    length_ms: int


class Prompted(Happening, frozen=True, kw_only=True, tag="prompted"):
    """Show the card. `silent`: without a sound (asked once although busy)."""

    id: str
    silent: bool


class Withdrawn(Happening, frozen=True, kw_only=True, tag="withdrawn"):
    """Take the card away; the break is still due."""

    id: str
    why: Why


class Deferred(Happening, frozen=True, kw_only=True, tag="deferred"):
    """The break waits until what holds it back is over: the person is busy, or paused."""

    id: str
    why: Why


class Snoozed(Happening, frozen=True, kw_only=True, tag="snoozed"):
    """The person wants it in `for_ms`; `nth` is 1 or 2."""

    id: str
    for_ms: int
    nth: int


class ShorterOffered(Happening, frozen=True, kw_only=True, tag="shorter-offered"):
    """Before it is skipped: would `length_ms` do?"""

    id: str
    length_ms: int


class Opened(Happening, frozen=True, kw_only=True, tag="opened"):
    """Open the break window for `length_ms`; `asked_for` by the person, or by itself (firm, strict)."""

    id: str
    length_ms: int
    asked_for: bool


class BreakEnded(Happening, frozen=True, kw_only=True, tag="ended"):
    """The break ended, once: to be written into the journal. `due` is when it became due, `away_ms` what was credited.

    `given`: the person asked for it, it was not due by itself.
    """

    id: str
    kind: BreakKind
    lead: str
    outcome: BreakOutcome
    why: Why
    due: Stamp
    done_ms: int
    length_ms: int
    away_ms: int = 0
    snoozes: int = 0
    given: bool = False


class Credited(Happening, frozen=True, kw_only=True, tag="credited"):
    """An absence counted as a break for `keys`; `id` is the break that it ended, if one was due. It can be undone."""

    keys: tuple[str, ...]
    away_ms: int
    why: Why
    id: str | None = None


class CreditUndone(Happening, frozen=True, kw_only=True, tag="credit-undone"):
    """The absence was none: what `id` (if any) became never happened, so take its ending out of the journal."""

    id: str | None


class WhyAsked(Happening, frozen=True, kw_only=True, tag="why-asked"):
    """After three skips in a row: ask once why (`Reason`)."""


class WhyAnswered(Happening, frozen=True, kw_only=True, tag="why-answered"):
    """The person said why; `coach.reminders.adapting` turns it into other settings."""

    reason: Reason


class PauseOver(Happening, frozen=True, kw_only=True, tag="pause-over"):
    """A timed pause, or a meeting, came to its end."""

    meeting: bool


Event = (
    BreakDue
    | Prompted
    | Withdrawn
    | Deferred
    | Snoozed
    | ShorterOffered
    | Opened
    | BreakEnded
    | Credited
    | CreditUndone
    | WhyAsked
    | WhyAnswered
    | PauseOver
)
