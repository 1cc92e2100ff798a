"""Where packs that alternate over hours stand, small enough to be written down, and how much real time has passed."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

import msgspec

from coach.clock import Clock
from coach.content.vocabulary import Mode
from coach.session.state import Checkpoint, PackState

_NS_PER_MS = 1_000_000
_US_PER_MS = 1_000


class Rest(StrEnum):
    """OFF nothing is on and nothing is due; DUE a pack may go on; PACK one is asked about or on; OVER it has ended."""

    OFF = "off"
    DUE = "due"
    PACK = "pack"
    OVER = "over"


class Ending(StrEnum):
    """Why it is over."""

    DONE = "done"
    ENOUGH = "enough"
    ENDED = "ended"
    REFUSED = "refused"
    SKIN = "skin"
    WORSE = "worse"
    NO_ANSWER = "no-answer"
    NOBODY = "nobody"


class Reading(msgspec.Struct, frozen=True, gc=False):
    """One look at the clocks that run through sleep: nanoseconds since boot, microseconds since 1970, and which boot."""

    boot_ns: int
    utc_us: int
    boot_id: str


class Point(msgspec.Struct, frozen=True, kw_only=True):
    """All of it at one moment.

    `turn` counts packs from 0 over all rounds: the one that is on, due or next. `off_since` is when the last one came
    off and `off_ms` how long nothing is on then; `last` when one of each mode came off. `due_since`: when the pack began
    to be due. `held`: why it is not offered although its time has come. `inner` and `pack` are those of the engine in
    which a pack is worn, `pack` as the journal counts it.
    """

    programme: Literal["alternating"]
    session: str
    rest: Rest
    turn: int = 0
    off_since: Reading | None = None
    off_ms: int = 0
    last: dict[Mode, Reading] = {}
    due_since: Reading | None = None
    held: str = ""
    ending: Ending | None = None
    inner: Checkpoint | None = None
    pack: PackState | None = None
    worn_ms: int = 0
    planned_ms: int = 0


def reading_of(clock: Clock) -> Reading:
    """Look at the clocks."""
    now = clock.now()
    return Reading(now.boot_ns, now.utc_us, clock.boot_id())


def passed_ms(since: Reading, now: Reading, speed: float = 1.0) -> int:
    """Return how much real time passed, asleep or awake, in milliseconds (times `speed`, for a rehearsal).

    Within one run of the machine only the clock counts that nobody can set. Across a restart the wall clock has to be
    believed, but never less than the machine has been up. Where the system does not name its runs, the smaller counts.
    """
    up_ms = now.boot_ns // _NS_PER_MS
    boot_ms = (now.boot_ns - since.boot_ns) // _NS_PER_MS
    wall_ms = (now.utc_us - since.utc_us) // _US_PER_MS
    if now.boot_id and now.boot_id == since.boot_id:
        passed = boot_ms
    elif (now.boot_id and since.boot_id) or boot_ms < 0:
        passed = max(wall_ms, up_ms)
    else:
        passed = min(wall_ms, boot_ms)
    return round(max(passed, 0) * speed)


def point_of(checkpoint: bytes) -> Point | None:
    """Read where it stood; None when these are not packs that alternate."""
    try:
        return msgspec.json.decode(checkpoint, type=Point)
    except msgspec.MsgspecError:
        return None
