"""Random histories of a machine and a person (RELIABILITY T12): running, frozen, asleep, clocks set.

A thousand at every change, more where they are asked for (`tests/session/acting.py`).
"""

from __future__ import annotations

import random

import pytest

from coach.plan.timeline import SegmentKind, Timeline
from coach.session.engine import Engine
from coach.session.events import Event, Outcome, PackOff, PackOn, PartEnded, SegmentStarted
from coach.session.pacemaker import Pacemaker
from coach.session.state import Need, Phase, Snapshot
from tests.fakes import FakeClock
from tests.session.acting import LINES, SHARES, act, live
from tests.session.building import build, thermal

_THERMAL = thermal()
_DOINGS = (
    "pause",
    "resume",
    "skip",
    "back",
    "ten on",
    "ten back",
    "unlocked",
    "skin not fine",
    "worse",
    "by mistake",
    "pack off",
    "easier",
    "unlocked",
)
_PACKS = (SegmentKind.HEAT, SegmentKind.COLD)


class History:
    """One machine, one person, one session; every beat is looked at closely."""

    def __init__(self, dice: random.Random) -> None:
        self.dice = dice
        self.timeline: Timeline = build("\n".join(dice.choices(LINES, k=dice.randint(1, 4))))
        self.engine = Engine(self.timeline, _THERMAL, "session")
        self.clock = FakeClock()
        self.pacemaker = Pacemaker(self.clock)
        self.awake_ms = 0
        self.put_on_ms: int | None = None
        self.may_put_on = False

    def live(self) -> None:
        """Start, and let a dozen or two of things happen."""
        self.see(self.pacemaker.beat(self.engine))
        self.see(self.engine.start())
        for _turn in range(self.dice.randint(12, 24)):
            self.dice.choices((self.run, self.sleep, self.freeze, self.set_clock, self.do), (6, 1, 1, 1, 6))[0]()
            if self.engine.snapshot().phase is Phase.OVER:
                return
            assert self.engine.session_ms == self.awake_ms
            assert sum(self.engine.checkpoint().done_ms.values()) <= self.awake_ms

    def run(self) -> None:
        """Time as usual, watched at least every two seconds; long stretches now and then."""
        for _beat in range(self.dice.choice((1, 2, 4, 12, 160))):
            self.pass_ms(self.dice.choice((1, 499, 1_000, 2_000)))
            self.see(self.pacemaker.beat(self.engine))
            if self.engine.snapshot().phase is Phase.OVER:
                return

    def sleep(self) -> None:
        """The machine sleeps for seconds to hours."""
        self.pass_ms(self.dice.choice((0, 300)))
        self.clock.sleep_machine(self.dice.choice((3, 60, 9000)))
        self.gap()

    def freeze(self) -> None:
        """Nobody looks for a while, the machine awake."""
        self.pass_ms(self.dice.choice((2_001, 12_000, 400_000)))
        self.gap()

    def set_clock(self) -> None:
        """Somebody sets the clock by hours, days or years."""
        before = self.engine.snapshot()
        self.clock.step_wall(self.dice.choice((-86_400, -3_600, 3_600, 86_400, 315_360_000)))
        events = self.see(self.pacemaker.beat(self.engine))
        if before.pack is None:
            assert not events
            assert self.engine.snapshot() == before
        else:
            self.pack_was_stopped(before)

    def do(self) -> None:
        """The person answers, mostly, or does anything else."""
        self.see(self.pacemaker.beat(self.engine))
        name = "answer" if self.dice.random() < 0.75 else self.dice.choice(_DOINGS)
        if name == "answer" and self.engine.snapshot().need is Need.NOTHING:
            return
        self.may_put_on = self.engine.snapshot().need is Need.PACK_ON
        self.see(act(self.engine, name))
        self.may_put_on = False

    def pass_ms(self, milliseconds: int) -> None:
        """Let awake time pass."""
        self.awake_ms += milliseconds
        self.clock.advance(milliseconds / 1000)

    def gap(self) -> None:
        """Nothing is completed in a gap, and what ran stands still afterwards."""
        before, ticked = self.engine.snapshot(), self.engine.ticking
        events = self.see(self.pacemaker.beat(self.engine))
        done = [event for event in events if isinstance(event, PartEnded) and event.outcome is Outcome.DONE]
        assert not done
        if before.pack is not None:
            self.pack_was_stopped(before)
            return
        assert self.engine.snapshot().position_ms == before.position_ms
        assert not any(isinstance(event, SegmentStarted) for event in events)
        if ticked:
            assert self.engine.snapshot().phase is Phase.PAUSED

    def pack_was_stopped(self, before: Snapshot) -> None:
        """After a gap a pack has to come off, and how long it was on is uncertain."""
        pack = self.engine.snapshot().pack
        assert pack is not None
        assert before.pack is not None
        assert pack.due
        assert not pack.certain
        assert self.engine.snapshot().need is Need.PACK_OFF

    def see(self, events: list[Event]) -> list[Event]:
        """Check what holds at every beat."""
        for event in events:
            if isinstance(event, PackOn):
                assert self.may_put_on, "a pack went on by itself"
                self.put_on_ms = event.at_ms
            elif isinstance(event, PackOff):
                assert self.put_on_ms is not None
                assert event.worn_ms == event.at_ms - self.put_on_ms
                self.put_on_ms = None
            elif isinstance(event, SegmentStarted) and self.timeline.segments[event.segment].kind in _PACKS:
                assert self.put_on_ms is not None, "heat or cold went on without a pack"
        pack = self.engine.snapshot().pack
        assert pack is None or pack.due or pack.on_ms < pack.limit_ms
        return events


@pytest.mark.parametrize("share", range(SHARES))
def test_random_histories(share: int) -> None:
    """No stage completes in a gap, set clocks change nothing, no pack goes on by itself, worn time is awake time."""
    live(share, lambda dice: History(dice).live())
