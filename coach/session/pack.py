"""A pack that is on: its own time, its skin checks, and the moment it must come off."""

from __future__ import annotations

from dataclasses import dataclass

from coach.content.vocabulary import Mode
from coach.plan.timeline import SegmentKind
from coach.session.course import Course, Exposure
from coach.session.events import Outcome
from coach.session.state import PackState

#: How often "take the pack off" is said again until somebody answers (our own choice).
REPEAT_MS = 15_000
#: Why a pack's time is not certain after the program was started again.
RESTARTED = "restarted"


@dataclass(slots=True)
class Pack:
    """Pack-on time `on_ms` runs from putting on until the person says it is off, whatever else stands still.

    `check_at`: pack-on time at which the open skin check was asked. `due_at`: pack-on time from which it has
    to come off. `urgency` 0 asked, 1 sounding, 2 alarm. `verdict`: how the exposure ended, when not as planned.
    `gap` and `lost_ms`: why `on_ms` is not certain, and the real time nobody saw. `mode`: what lies on the skin, which in a
    contrast set is now heat, now cold.
    """

    exposure: Exposure
    mode: Mode
    pause_ms: int
    end_ms: int
    on_ms: int = 0
    check_at: int | None = None
    due_at: int | None = None
    repeat_at: int = 0
    urgency: int = 0
    certain: bool = True
    verdict: Outcome | None = None
    gap: str = ""
    lost_ms: int = 0

    def until_due_ms(self) -> int:
        """Return the pack-on time until the next reminder, alarm or end."""
        if self.due_at is not None:
            return self.repeat_at - self.on_ms
        until = self.exposure.limit_ms - self.on_ms
        if self.check_at is not None:
            wait_ms = self.end_ms if self.urgency else self.pause_ms
            until = min(until, self.check_at + wait_ms - self.on_ms)
        return until

    def ask(self) -> None:
        """Open a skin check."""
        self.check_at, self.urgency = self.on_ms, 0

    def answer(self) -> None:
        """Close the open skin check."""
        self.check_at, self.urgency = None, 0

    def finish(self, urgency: int) -> None:
        """From now on it has to come off."""
        self.check_at, self.due_at, self.urgency = None, self.on_ms, urgency
        self.repeat_at = self.on_ms + REPEAT_MS

    def doubt(self, gap: str, lost_ms: int) -> None:
        """From now on nobody knows how long it was really on; the first reason is the one that is told."""
        self.certain, self.gap, self.lost_ms = False, self.gap or gap, self.lost_ms + lost_ms

    def insist(self) -> None:
        """Nobody took it off: ask again, louder with time; after the time of two checks nobody seems to be there."""
        due_at = self.on_ms if self.due_at is None else self.due_at
        waited_ms = self.on_ms - due_at
        self.urgency = max(self.urgency, 2 if waited_ms >= self.end_ms else int(waited_ms >= self.pause_ms))
        if waited_ms >= self.end_ms and self.verdict is None:
            self.verdict = Outcome.UNATTENDED
        self.repeat_at = self.on_ms + REPEAT_MS

    def state(self, next_check_ms: int | None) -> PackState:
        """Return what the stage shows."""
        exposure = self.exposure
        check_due_ms = self.check_at if self.check_at is not None else next_check_ms
        asked_at = self.due_at if self.due_at is not None else self.check_at
        return PackState(
            mode=self.mode,
            area=exposure.area,
            side=exposure.side,
            exposure=exposure.number,
            on_ms=self.on_ms,
            limit_ms=exposure.limit_ms,
            check_due_ms=None if self.due_at is not None else check_due_ms,
            urgency=self.urgency,
            due=self.due_at is not None,
            certain=self.certain,
            asked_ms=0 if asked_at is None else self.on_ms - asked_at,
            gap=self.gap,
            lost_ms=self.lost_ms,
        )


def new_pack(course: Course, exposure: Exposure) -> Pack:
    """Return a pack that has just gone on."""
    return Pack(exposure, exposure.mode, course.check_pause_ms, course.check_end_ms)


def restored_pack(course: Course, state: PackState) -> Pack:
    """Return a pack that was on when the program stopped: worn at least so long, and off it has to come."""
    pack = new_pack(course, course.exposures[state.exposure])
    pack.mode, pack.on_ms, pack.verdict = state.mode, state.on_ms, Outcome.INTERRUPTED
    pack.doubt(state.gap or RESTARTED, state.lost_ms)
    pack.finish(2)
    pack.repeat_at = pack.on_ms  # said at once, then repeated
    return pack


def pack_state(course: Course, pack: Pack, segment: int) -> PackState:
    """Return what the stage shows of a pack while segment number `segment` is on."""
    exposure = pack.exposure
    checks = (
        offset_ms
        for index, offset_ms in exposure.offset_ms.items()
        if index > segment and course.segments[index].kind is SegmentKind.CHECK
    )
    return pack.state(next(checks, None))
