"""Random histories of packs that alternate: running, frozen, asleep, started again, clocks set, other sessions beside.

A thousand at every change, more where they are asked for (`tests/session/acting.py`).
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable

import pytest

from coach.content.vocabulary import Area, Mode
from coach.safety.exposure import Wanted, Worn, refusal
from coach.session import alternating
from coach.session.events import Event, Outcome, PackOff, PackOn, PartEnded
from coach.session.resting import Rest, reading_of
from coach.session.state import Need
from tests.fakes import FakeClock
from tests.session.acting import ANSWERS, SHARES, act, live
from tests.session.alternating_room import Room

_GAP_S = 7_200
_DOINGS = (
    "skip",
    "back",
    "ten on",
    "pause",
    "skin not fine",
    "worse",
    "pack off",
    "end",
    "not true",
    "resume",
    "unlocked",
)


class History(Room):
    """One machine, one person; every event is looked at as it is told. `real_s` is the time that nobody can set."""

    def __init__(self, dice: random.Random) -> None:
        super().__init__(FakeClock())
        self.dice = dice
        self.real_s = 0.0
        self.off_s: dict[Mode, float] = {}
        self.last_off_s = -float(_GAP_S)
        self.wearing: Mode | None = None
        self.may_put_on = False
        self.unseen = False
        # After a restart of the machine the wall clock is believed: set clocks and restarts are not mixed.
        self.sets_clock = dice.random() < 0.5

    def live(self) -> None:
        """Let a few dozen things happen."""
        self.look()
        other = self.set_clock if self.sets_clock else self.restart_machine
        choices = (self.run, self.run_long, self.sleep, self.freeze, self.kill, other, self.other_session, self.do)
        for _turn in range(self.dice.randint(20, 60)):
            self.dice.choices(choices, (3, 6, 1, 1, 1, 2, 1, 10))[0]()
            if self.point.rest is Rest.OVER:
                break
        per_day = Counter((one.local_day, one.mode) for one in self.history)
        assert not per_day or max(per_day.values()) <= 3, "more than the day's number"

    def run(self) -> None:
        """Watched at least every two seconds while a pack is on."""
        self.pass_time(self.dice.choice((1, 30, 120, 301)))

    def run_long(self) -> None:
        """Hours, as far as no pack is on."""
        self.pass_time(self.dice.choice((600, 3_600, 7_200)) if self.engine is None else 90)

    def pass_time(self, seconds: float) -> None:
        left = seconds
        while left > 0:
            step = min(left, 2.0 if self.engine is not None else 30.0)
            self.clock.advance(step)
            self.real_s += step
            self.look()
            left -= step

    def sleep(self) -> None:
        """The machine sleeps for seconds to hours."""
        seconds = self.dice.choice((3, 60, 3_600, 30_000))
        self.gap(lambda: self.clock.sleep_machine(seconds), seconds)

    def freeze(self) -> None:
        """Nobody looks for a while."""
        seconds = self.dice.choice((3, 12, 400))
        self.gap(lambda: self.clock.advance(seconds), seconds)

    def gap(self, happen: Callable[[], None], seconds: float) -> None:
        """Nothing is worn on after a time that nobody saw."""
        worn = self.engine is not None and self.engine.snapshot().pack is not None
        happen()
        self.real_s += seconds
        self.unseen = worn
        self.look()
        if worn:
            assert self.snapshot.need is Need.PACK_OFF, "a pack was worn on after a gap"

    def kill(self) -> None:
        """The program dies and is started again at once or later."""
        noted = self.engine is not None and self.engine.snapshot().pack is not None
        seconds = self.dice.choice((1, 600, 9_000))
        self.clock.advance(seconds)
        self.real_s += seconds
        self.unseen = noted
        self.restart()
        if noted:
            assert self.snapshot.need is Need.PACK_OFF
        else:
            assert self.engine is None, "something went on by itself"

    def restart_machine(self) -> None:
        """The machine is switched off and on again."""
        seconds = self.dice.choice((60, 3_600))
        noted = self.engine is not None and self.engine.snapshot().pack is not None
        self.unseen = noted
        self.clock.restart_machine(seconds)
        self.real_s += seconds
        self.restart()
        assert noted == (self.engine is not None)

    def set_clock(self) -> None:
        """Somebody sets the clock by hours, days or years."""
        self.unseen = self.engine is not None and self.engine.snapshot().pack is not None
        self.clock.step_wall(self.dice.choice((-86_400, -3_600, 3_600, 10_800, 86_400, 315_360_000)))
        before = self.point.rest
        self.look()
        assert before is not Rest.OFF or self.point.rest is not Rest.PACK

    def other_session(self) -> None:
        """Another session wears a pack on the same place, where it may; never beside one of ours."""
        mode = self.dice.choice((Mode.HEAT, Mode.COLD))
        thermal, now = self.library.thermal, self.clock.stamp()
        if self.engine is not None or refusal(Wanted(mode, Area.LOW_BACK, None), self.history, thermal, now):
            return
        if self.sets_clock:  # its own gaps hang on the wall clock: that is not what is looked at here
            return
        self.off_s[mode] = self.real_s
        self.history.append(
            Worn(
                mode=mode,
                area=Area.LOW_BACK,
                side=None,
                on_utc_us=now.utc_us,
                local_day=now.local_day,
                worn_ms=0,
                contrast=False,
                off_utc_us=now.utc_us,
            )
        )

    def do(self) -> None:
        """The person turns to what is due, answers, or does anything else."""
        self.look()
        if self.engine is None:
            if self.dice.random() < 0.1:
                self.point = alternating.leave_out(self.point, self.rounds, reading_of(self.clock))
            elif self.point.rest is Rest.DUE:
                self.open()
            else:
                assert not self.open(), "a pack was offered before its time"
            return
        need = self.engine.snapshot().need
        name = ANSWERS.get(need) if self.dice.random() < 0.93 else self.dice.choice(_DOINGS)
        if name is None:
            return
        self.may_put_on = need is Need.PACK_ON and name == "pack on"
        self.take(act(self.engine, name))
        self.may_put_on = False

    def take(self, events: list[Event]) -> None:
        """Look at every event before it is written down."""
        for event in events:
            if isinstance(event, PackOn):
                assert self.may_put_on, "a pack went on by itself"
                gone_s = self.real_s - self.off_s.get(event.mode, -_GAP_S)
                assert gone_s >= _GAP_S, f"{event.mode} again after {gone_s} s"
                assert self.real_s - self.last_off_s >= _GAP_S, "too soon after the pack before"
                self.wearing, self.unseen = event.mode, False
            elif isinstance(event, PackOff):
                assert self.wearing is event.mode
                assert not (self.unseen and event.outcome is Outcome.DONE), "done across a gap"
                self.off_s[event.mode], self.last_off_s, self.wearing = self.real_s, self.real_s, None
            elif isinstance(event, PartEnded):
                assert not (self.unseen and event.outcome is Outcome.DONE), "done across a gap"
        super().take(events)


@pytest.mark.parametrize("share", range(SHARES))
def test_random_histories(share: int) -> None:
    """Never on by itself, never done across a gap, two hours between two of one mode, the day's number at most."""
    live(share, lambda dice: History(dice).live())


def test_histories_get_somewhere() -> None:
    """Most of them wear packs, and some come to a second one of the same mode."""
    worn = []
    for seed in range(60):
        history = History(random.Random(seed))
        history.live()
        worn.append(Counter(event.mode for event in history.said if isinstance(event, PackOn)))
    assert sum(bool(one) for one in worn) > 30
    assert any(max(one.values(), default=0) > 1 for one in worn)
