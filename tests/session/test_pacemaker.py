"""Reading the clocks and bringing time to an engine, at any speed."""

from __future__ import annotations

import pytest

from coach.session.engine import Engine
from coach.session.events import Event, GapKind, PackDue, Paused
from coach.session.pacemaker import Pacemaker
from coach.session.state import Need, Phase
from tests.fakes import FakeClock
from tests.session.building import build, thermal

_THERMAL = thermal()


def _begun(routine: str, speed: float = 1.0) -> tuple[FakeClock, Engine, Pacemaker]:
    clock, engine = FakeClock(), Engine(build(routine), _THERMAL, "session")
    pacemaker = Pacemaker(clock, speed)
    pacemaker.beat(engine)
    engine.start()
    return clock, engine, pacemaker


def test_the_first_beat_only_looks_at_the_clocks() -> None:
    """What went by before the first beat is nobody's time."""
    clock, engine = FakeClock(), Engine(build("rest: rest 20"), _THERMAL, "session")
    pacemaker = Pacemaker(clock)
    clock.advance(100)
    engine.start()
    assert pacemaker.deadline_ns(20_000) == clock.now().awake_ns
    assert pacemaker.beat(engine) == []
    assert engine.session_ms == 0


@pytest.mark.parametrize("speed", [1, 1.7, 20, 60, 0.5, 1 / 3])
def test_fractions_of_a_millisecond_are_never_lost(speed: float) -> None:
    """After ten thousand uneven beats session time is real time times the speed, to the millisecond."""
    clock, engine, pacemaker = _begun("off: off 10800", speed)
    began_ns = clock.now().awake_ns
    for index in range(10_000):
        clock.advance_ns(1_000_003 + index % 7)
        pacemaker.beat(engine)
    real_ms = (clock.now().awake_ns - began_ns) / 1_000_000
    assert abs(engine.session_ms - real_ms * speed) < 1


@pytest.mark.parametrize("speed", [1, 3, 60, 7.3])
def test_the_deadline_is_the_first_moment_at_which_it_is_due(speed: float) -> None:
    """A nanosecond before the deadline nothing is due, at the deadline it is."""
    clock, engine, pacemaker = _begun("rest: rest 1.5\nbreath: breathe 3", speed)
    clock.advance_ns(12_345_678)
    pacemaker.beat(engine)
    due_ms = engine.next_due_ms()
    assert due_ms == 1_500
    deadline_ns = pacemaker.deadline_ns(due_ms)
    clock.advance_ns(deadline_ns - clock.now().awake_ns - 1)
    assert not pacemaker.beat(engine)
    clock.advance_ns(1)
    assert pacemaker.beat(engine)[0].at_ms == 1_500


def test_a_sleep_pauses_and_tells_real_time_at_any_speed() -> None:
    """Gap thresholds are in real time: at sixty times the speed half a second is no gap, a sleep of 12 minutes is."""
    clock, engine, pacemaker = _begun("off: off 10800", 60)
    clock.advance(0.5)
    pacemaker.beat(engine)
    assert engine.session_ms == 30_000
    clock.sleep_machine(720)
    assert pacemaker.beat(engine) == [Paused(at_ms=30_000, gap=GapKind.SLEPT, lost_ms=720_000)]


def test_silence_in_a_pause_is_no_gap() -> None:
    """While nothing ticks nobody has to watch; the pause is as long as it was."""
    clock, engine, pacemaker = _begun("rest: rest 20")
    clock.advance(1)
    pacemaker.beat(engine)
    engine.pause()
    clock.advance(300)
    clock.sleep_machine(60)
    assert pacemaker.beat(engine) == []
    assert engine.snapshot().phase is Phase.PAUSED
    assert engine.snapshot().need is Need.NOTHING
    assert engine.session_ms == 301_000


def test_a_set_clock_does_not_stop_a_stretch_but_a_pack() -> None:
    """The calendar jumps: the time since the last beat still counts, and a pack has to come off."""
    clock, engine, pacemaker = _begun("heat buttock left: 15")
    events: list[Event] = [*engine.confirm_pack(all_yes=True), *engine.pack_is_on()]
    clock.advance(1.5)
    clock.step_wall(3_600)
    events = pacemaker.beat(engine)
    assert isinstance(events[-1], PackDue)
    pack = engine.snapshot().pack
    assert pack is not None
    assert pack.on_ms == 1_500
    assert not pack.certain
