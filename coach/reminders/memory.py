"""Everything the engine remembers, in one value that can be written down and taken up again."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

import msgspec

from coach.clock import Moment, Stamp
from coach.content.vocabulary import BreakKind
from coach.reminders.events import Why
from coach.reminders.sight import Busy

#: Longer than anything that is waited for: nothing of the kind has happened yet.
LONG_AGO_MS = 10**9


class Stage(StrEnum):
    """Where a break that is due stands. WAITING: for a pause in typing, or because the last prompt or return is recent."""

    WAITING = "waiting"
    CARD = "card"
    BREAK = "break"
    SNOOZED = "snoozed"
    DEFERRED = "deferred"


class Due(msgspec.Struct, kw_only=True):
    """The one break that is due, times in milliseconds.

    `stands_for`: keys of all cadences it answers, `lead` first. `seated_ms`: sat since the last one when it became due.
    `left_ms` of a snooze, `shown_ms` the card was seen, `waited_ms` for a pause in typing, `deferred_ms` put off because
    the person was busy, `open_ms` the break window was open. `capped`: the one silent question was asked; `silent`: the
    card on the screen is it. `shorter` was chosen, `offered` before a skip. `given`: asked for, not due by itself.
    `held_by`: what it was put off for, in the order it was seen.
    """

    id: str
    kind: BreakKind
    lead: str
    stands_for: tuple[str, ...]
    length_ms: int
    at: Stamp
    stage: Stage = Stage.WAITING
    seated_ms: int = 0
    snoozes: int = 0
    left_ms: int = 0
    shown_ms: int = 0
    waited_ms: int = 0
    deferred_ms: int = 0
    deferred_for: Why | None = None
    held_by: tuple[Busy, ...] = ()
    open_ms: int = 0
    capped: bool = False
    silent: bool = False
    shorter: bool = False
    offered: bool = False
    given: bool = False


class Away(msgspec.Struct, kw_only=True):
    """The person is away. `hard_ms` of `total_ms` the screen was locked, the machine asleep or a session ran."""

    since: Stamp
    why: Why
    total_ms: int = 0
    hard_ms: int = 0


class Hold(msgspec.Struct, kw_only=True):
    """Something timed: a pause or a meeting. Over when `left_ms` have really passed, or at `until_us` by the wall clock."""

    left_ms: int
    until_us: int | None = None


class Made(msgspec.Struct, kw_only=True):
    """A credit that can be undone for `left_ms` more: the absence, the counters before it, and the break it ended."""

    left_ms: int
    away_ms: int
    why: Why
    since: Stamp
    counters: dict[str, int]
    due: Due | None = None


class Doing(StrEnum):
    """What a stretch of today's timeline was spent with."""

    SAT = "sat"
    CALL = "call"
    STOOD = "stood"
    MOVED = "moved"
    AWAY = "away"


class Span(msgspec.Struct, kw_only=True):
    """A stretch of the timeline: on which local day it began, when, how long."""

    doing: Doing
    day: str
    begin: Stamp
    ms: int


class Memory(msgspec.Struct, kw_only=True):
    """All of it. `counters`: milliseconds towards each cadence. `quiet_ms`: still nothing is asked for so long,
    because of `quiet_for` (back again, a pause over, not watched).

    `since_prompt_ms` since the last card, `calm_ms` since the person was last busy. `idle_sat_ms`: so much of the present
    idleness is known to be sitting (a call, a film). `skips` in a row; `why_day` when it was last asked why.
    `gentle_day`: a local day that goes as in a flare-up. `blind`: nothing tells here whether the person is away.
    """

    version: Literal[1] = 1
    moment: Moment | None = None
    boot_id: str = ""
    counters: dict[str, int] = {}
    due: Due | None = None
    away: Away | None = None
    locked: bool = False
    blind: bool = False
    idle_sat_ms: int = 0
    standing: bool = False
    stood_ms: int = 0
    quiet_ms: int = 0
    quiet_for: Why = Why.AWAY
    since_prompt_ms: int = LONG_AGO_MS
    calm_ms: int = LONG_AGO_MS
    pause: Hold | None = None
    meeting: Hold | None = None
    busy: dict[Busy, Stamp] = {}
    ignored: tuple[Busy, ...] = ()
    skips: int = 0
    asks_why: bool = False
    why_day: str = ""
    gentle_day: str = ""
    credit: Made | None = None
    spans: list[Span] = []


def written(memory: Memory) -> bytes:
    """Return the memory as JSON, to be kept while the program does not run."""
    return msgspec.json.encode(memory)


def read(text: bytes) -> Memory | None:
    """Return what was written; None when it cannot be used, and the engine then begins anew."""
    try:
        return msgspec.json.decode(text, type=Memory)
    except msgspec.MsgspecError:
        return None
