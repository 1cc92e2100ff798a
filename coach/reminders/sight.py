"""What the engine is shown at one moment, and how much time passed between two of them."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from coach.clock import Moment, Stamp

_NS_PER_MS = 1_000_000
_US_PER_MS = 1_000
#: More than this between the boot and the awake clock: the machine slept (as in `coach.session.gaps`).
SLEPT_MS = 2_000
#: More than this between two looks: nobody was watching. The engine is looked at every minute at least.
UNWATCHED_MS = 150_000


class Busy(StrEnum):
    """Why a person is not to be interrupted."""

    INHIBITOR = "inhibitor"
    DO_NOT_DISTURB = "do-not-disturb"
    MICROPHONE = "microphone"
    FULL_SCREEN = "full-screen"
    MEETING = "meeting"


#: Busy like this one sits, even without touching anything; do-not-disturb says nothing about where the person is.
SITTING_STILL = frozenset({Busy.INHIBITOR, Busy.MICROPHONE, Busy.FULL_SCREEN, Busy.MEETING})
#: Busy like this one is in a call.
IN_A_CALL = frozenset({Busy.MICROPHONE, Busy.MEETING})


class Sight(NamedTuple):
    """What can be seen now.

    `idle_ms`: since keyboard or mouse were last touched; None where this desktop does not tell or, `looking`, has not told
    yet. `busy`: what the machine says; what the person says (a meeting) the engine knows itself. `in_session`: an exercise
    session is on the stage.
    `flare`: the journal says that today is a flare-up.
    """

    now: Moment
    stamp: Stamp
    boot_id: str = ""
    idle_ms: int | None = 0
    looking: bool = False
    locked: bool = False
    busy: frozenset[Busy] = frozenset()
    in_session: bool = False
    flare: bool = False


class Passed(NamedTuple):
    """Milliseconds between two looks: `awake_ms` watched, `slept_ms` asleep, `unwatched_ms` awake but not looked at.

    Fractions of a millisecond between two looks are left out: seconds in a day.
    """

    awake_ms: int
    slept_ms: int
    unwatched_ms: int

    @property
    def real_ms(self) -> int:
        """All the time that passed, asleep or awake."""
        return self.awake_ms + self.slept_ms + self.unwatched_ms


def passed_between(before: Moment, now: Moment) -> Passed:
    """Return what passed between two looks of one run of the program; the wall clock is not asked."""
    awake_ms = max(now.awake_ns - before.awake_ns, 0) // _NS_PER_MS
    slept_ms = max(now.boot_ns - before.boot_ns, 0) // _NS_PER_MS - awake_ms
    if slept_ms <= SLEPT_MS:
        slept_ms = 0
    if awake_ms > UNWATCHED_MS:
        return Passed(0, slept_ms, awake_ms)
    return Passed(awake_ms, slept_ms, 0)


def passed_while_closed(before: Moment, boot_id: str, now: Sight) -> Passed:
    """Return what passed while the program was not running.

    In one run of the machine the running clocks tell sleep from being closed. After a restart of the machine all of it
    counts as asleep: the wall clock has to be believed, but never less than the machine has been up.
    """
    same = boot_id == now.boot_id and now.now.boot_ns >= before.boot_ns and now.now.awake_ns >= before.awake_ns
    if same:
        passed = passed_between(before, now.now)
        return Passed(0, passed.slept_ms, passed.unwatched_ms + passed.awake_ms)
    wall_ms = (now.now.utc_us - before.utc_us) // _US_PER_MS
    return Passed(0, max(wall_ms, now.now.boot_ns // _NS_PER_MS), 0)
