"""Weeks at a desk, made at random from a seed: calls, lunches, naps of the machine, clock changes, travel, restarts."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from random import Random
from zoneinfo import ZoneInfo

import pytest

from coach.content.vocabulary import BreakKind, BreakOutcome
from coach.reminders.events import BreakDue, BreakEnded, Prompted
from coach.reminders.memory import Doing
from coach.reminders.sight import Busy
from coach.settings.breaks import Breaks
from tests.fakes import FakeClock
from tests.reminders.acting import History
from tests.reminders.world import ALWAYS, OFF, TYPES, WORKS, World

_MIN = 60_000
_HOUR = 60 * _MIN
_SEEDS = int(os.environ.get("LIMBER_DAYS_SEEDS", "50"))
_DAYS = 30
_WORK = Breaks(on=True)


class Office:
    """Thirty days of one person: beginning in March, so that summer time begins among them."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        clock = FakeClock(datetime(2026, 3, 16, 6, 50, tzinfo=UTC), offset_min=60)
        world = World(_WORK, clock)
        world.zone = ZoneInfo("Europe/Berlin")
        self.history = History(world)
        self.world = world

    def day(self) -> None:
        """One day, from ten minutes before eight to the same time tomorrow."""
        random, world = self.random, self.world
        world.locked = False
        begin_ms = self.history.watcher.real_ms
        if random.random() < 0.15:
            self.history.do(random.choice(["clock back", "stalls", "restarts", "reboots"]))
        weekend = world.clock.stamp().local().weekday() >= 5
        for _hour in range(random.choice([0, 1, 2]) if weekend else random.choice([7, 8, 9])):
            self.hour()
        self.leave()
        spent = self.history.watcher.real_ms - begin_ms
        self.history.gap(max(24 * _HOUR - spent, _HOUR), world.sleep_ms)

    def hour(self) -> None:
        """One hour of work, in pieces."""
        left = _HOUR
        while left > 0:
            piece = min(left, self.random.randint(2, 25) * _MIN)
            left -= piece
            self.piece(piece)

    def piece(self, ms: int) -> None:
        """Something for a while, and an answer to whatever was asked meanwhile."""
        world, what = self.world, self.random.random()
        if what < 0.5:
            world.hands_are(self.random.choice([WORKS, WORKS, TYPES]))
        elif what < 0.65:
            world.hands_are(OFF)
        elif what < 0.8:
            world.busy.add(self.random.choice([Busy.MICROPHONE, Busy.INHIBITOR, Busy.DO_NOT_DISTURB]))
        elif what < 0.93:
            world.locked = True
        elif what < 0.97:
            self.history.gap(ms, world.sleep_ms)
        else:
            world.session = True
        self.history.watcher.look()
        self.history.world.look()
        self.through(ms)
        self.leave(locked=False)

    def through(self, ms: int) -> None:
        """Let a while pass in quarters, answering in between."""
        for _quarter in range(4):
            self.history.pass_ms(ms // 4)
            word = self.random.choice(["takes", "snoozes", "skips", "", "", "finishes", "finishes"])
            if word and not self.world.locked:
                self.history.do(word)

    def leave(self, *, locked: bool = True) -> None:
        """The piece is over: everything as usual again, or the screen locked for the night."""
        self.world.busy.clear()
        self.world.session = False
        self.world.locked = locked
        self.world.hands_are(WORKS)
        self.history.watcher.look()
        self.world.look()


@pytest.mark.parametrize("seed", range(_SEEDS))
def test_thirty_days_at_a_desk(seed: int) -> None:
    """Every promise holds for thirty days, it does speak up, and never more often than the cadences allow."""
    office = Office(seed)
    for _day in range(_DAYS):
        office.day()
    heard = office.world.heard
    prompts = [event for event in heard if isinstance(event, Prompted)]
    ended = [event.outcome for event in heard if isinstance(event, BreakEnded)]
    assert 30 < len(prompts) < 30 * 18
    assert {BreakOutcome.DONE, BreakOutcome.EXPIRED} <= set(ended)
    assert all(9 <= event.at.local().hour <= 18 for event in prompts)


def test_a_night_never_leaves_a_backlog() -> None:
    """After each night the first prompt comes after a full half hour at the desk, and only one."""
    office = Office(7)
    for _day in range(10):
        before = len(office.world.heard)
        office.leave(locked=False)
        office.history.pass_ms(2 * _HOUR)
        first = [event for event in office.world.heard[before:] if isinstance(event, Prompted)]
        weekend = office.world.clock.stamp().local().weekday() >= 5
        assert (not first) if weekend else (first[0].at.local().hour, first[0].at.local().minute) >= (9, 30), first
        office.history.gap(22 * _HOUR, office.world.sleep_ms)


def test_sixty_days_of_uptime() -> None:
    """After sixty days without a restart a break still comes after exactly an hour, and nothing has grown."""
    world = World(ALWAYS)
    world.clock.advance_ns(60 * 86_400 * 10**9)  # the machine has been up; Limber began later
    world.look()
    history = History(world)
    for _day in range(60):
        world.locked = False
        history.pass_ms(2 * _HOUR)
        world.locked = True
        world.look()
        history.pass_ms(22 * _HOUR)
    world.locked = False
    world.look()
    at = world.clock.stamp().utc_us
    before = len(world.heard)
    history.pass_ms(61 * _MIN)
    move = next(event for event in world.heard[before:] if isinstance(event, BreakDue) and event.kind is BreakKind.MOVE)
    assert move.at.utc_us - at == _HOUR * 1000
    memory = world.engine._run.memory
    assert len(memory.spans) < 601
    assert len(world.engine.checkpoint()) < 200_000
    assert {span.doing for span in world.engine.today()} <= {Doing.SAT, Doing.AWAY}
