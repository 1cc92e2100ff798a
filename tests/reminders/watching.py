"""Watches a world for what must never happen, on clocks of its own."""

from __future__ import annotations

from coach.reminders.events import BreakDue, BreakEnded, CreditUndone, Event, Opened, Prompted, Snoozed, Withdrawn
from coach.reminders.sight import SITTING_STILL
from coach.reminders.view import State
from tests.reminders.world import OFF, World

_IDLE_AWAY_MS = 5 * 60_000
_APART_MS = 5 * 60_000
_COME_BACK_MS = 2 * 60_000
_CAP_MS = 90 * 60_000
#: The watcher hears of a return at a look, which the engine asks for every minute at least.
_LATE_MS = 61_000


class Watcher:
    """Hears every event of a world and fails as soon as a promise is broken.

    `real_ms` runs on through sleep and restarts; whoever moves the world tells it (`passed`).
    """

    def __init__(self, world: World) -> None:
        self.world = world
        self.real_ms = 0
        self.last_prompt_ms = -(10**9)
        self.back_ms = -(10**9)
        self.still_ms = 0
        self.away = False
        self.told_anyway = False
        self.open: set[str] = set()
        self.ended: set[str] = set()
        self.undone: set[str] = set()
        self.silent: set[str] = set()
        self.prompts: list[tuple[int, bool]] = []
        world.hear = self.hear

    def passed(self, ms: int) -> None:
        """So much real time went by, asleep or awake."""
        self.real_ms += ms

    def look(self) -> None:
        """Take in whether the person is there, after each step and before the engine hears of the next."""
        world = self.world
        if not SITTING_STILL.isdisjoint(world.busy) or self._in_a_meeting() or world.hands != OFF:
            self.still_ms = self.real_ms
        away = world.locked or world.session or self.real_ms - self.still_ms >= _IDLE_AWAY_MS
        if self.away and not away:
            self.back_ms = self.real_ms
        self.away = away

    def hear(self, event: Event) -> None:
        """Check one event against all that came before."""
        match event:
            case BreakDue():
                assert event.id not in self.ended, "an id that ended is due again"
                assert self.open <= {event.id}, "two breaks are due at once"
                self.open.add(event.id)
            case Prompted():
                self._prompted(event)
            case BreakEnded():
                assert event.id in self.open, "a break ended that was not due"
                self.open.remove(event.id)
                assert event.id not in self.ended, "a break ended twice"
                self.ended.add(event.id)
                assert event.done_ms >= 0
            case CreditUndone() if event.id is not None:
                assert event.id in self.ended, "a credit was undone that never was"
                assert event.id not in self.undone, "a credit was undone twice"
                self.undone.add(event.id)
            case Opened() | Snoozed() | Withdrawn():
                assert event.id in self.open, "something happens to a break that is not due"

    def _prompted(self, event: Prompted) -> None:
        world = self.world
        assert event.id in self.open, "a prompt for nothing"
        assert self.real_ms - self.last_prompt_ms >= _APART_MS, "two prompts within five minutes"
        assert not world.locked, "a prompt behind a locked screen"
        assert not world.session, "a prompt in a session"
        assert self.real_ms - self.still_ms < _IDLE_AWAY_MS + _LATE_MS, "a prompt to nobody"
        assert self.real_ms - self.back_ms >= _COME_BACK_MS, "a prompt right after coming back"
        assert world.engine.view().state is not State.PAUSED, "a prompt in a pause"
        if event.silent:
            assert event.id not in self.silent, "asked twice while busy"
            self.silent.add(event.id)
        elif not self.told_anyway:
            assert not self._busy(), "a prompt while busy"
        self.last_prompt_ms = self.real_ms
        self.prompts.append((self.real_ms, event.silent))

    def _busy(self) -> bool:
        heeded = {kind for kind in self.world.busy if kind in self.world.breaks.heeds}
        return bool(heeded) or self._in_a_meeting()

    def _in_a_meeting(self) -> bool:
        return self.world.engine._run.memory.meeting is not None
