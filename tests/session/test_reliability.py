"""What clocks and machines do to a session, one case at a time; the random histories go through them all at once."""

from __future__ import annotations

import pytest

from coach.plan.timeline import SegmentKind
from coach.session.engine import Engine
from coach.session.events import CheckAsked, CueDue, Event, Outcome, PackDue, PartEnded
from coach.session.pacemaker import Pacemaker
from coach.session.state import Need, Phase
from tests.fakes import FakeClock
from tests.session.building import build, thermal

HOUR, DAY, YEAR = 3_600, 86_400, 31_557_600


class Machine:
    """An engine on a machine whose clocks are moved by hand."""

    def __init__(self, plan: str, speed: float = 1.0) -> None:
        self.clock = FakeClock()
        self.engine = Engine(build(plan), thermal(), "session")
        self.pacemaker = Pacemaker(self.clock, speed)
        self.pacemaker.beat(self.engine)
        self.told: list[Event] = self.engine.start()

    def watch(self, seconds: float) -> None:
        """Let time pass, the clocks looked at twice a second."""
        for _half in range(round(seconds * 2)):
            self.clock.advance(0.5)
            self.look()

    def look(self) -> list[Event]:
        """Look at the clocks."""
        events = self.pacemaker.beat(self.engine)
        self.told += events
        return events

    def wear(self) -> None:
        """Put the pack on that is asked about."""
        self.engine.confirm_pack(all_yes=True)
        self.engine.pack_is_on()

    def outcomes(self) -> list[Outcome]:
        """How parts ended so far."""
        return [event.outcome for event in self.told if isinstance(event, PartEnded)]


@pytest.mark.parametrize("jump", [-HOUR, HOUR, -DAY, DAY, -10 * YEAR, 10 * YEAR])
def test_a_set_clock_changes_no_stretch_and_stops_a_pack(jump: float) -> None:
    """Row 23: timers do not move; under a pack the session asks for it."""
    stretch = Machine("knee: prepare 5, hold 60")
    stretch.watch(10)
    before = stretch.engine.snapshot()
    stretch.clock.step_wall(jump)
    assert stretch.look() == []
    assert stretch.engine.snapshot() == before
    heat = Machine("heat buttock left: 15")
    heat.wear()
    heat.watch(10)
    heat.clock.step_wall(jump)
    heat.look()
    pack = heat.engine.snapshot().pack
    assert pack is not None
    assert (pack.due, pack.certain, pack.gap) == (True, False, "clock")


@pytest.mark.parametrize("asleep", [3, 720, 9 * HOUR])
def test_sleep_in_a_hold_pauses_and_counts_nothing(asleep: float) -> None:
    """Row 27: paused, the hold starts again, no cue is made up for."""
    machine = Machine("knee: prepare 5, enter 3, hold 60, release 2")
    machine.watch(20)
    done = machine.engine.checkpoint().done_ms
    machine.clock.sleep_machine(asleep)
    events = machine.look()
    assert not any(isinstance(event, CueDue) for event in events)
    snapshot = machine.engine.snapshot()
    assert (snapshot.phase, snapshot.need, snapshot.gap) == (Phase.PAUSED, Need.GAP_CHOICE, "slept")
    assert snapshot.lost_ms == asleep * 1_000
    assert machine.engine.checkpoint().done_ms == done
    machine.watch(600)
    assert machine.engine.snapshot().phase is Phase.PAUSED
    machine.engine.resume()
    machine.watch(4)
    assert machine.engine.snapshot().segment == 1  # the way into the hold


@pytest.mark.parametrize("plan", ["heat buttock left: 15", "cold calf right: 10", "contrast low-back: heat 4, cold 1"])
@pytest.mark.parametrize("how", ["sleep", "lid", "freeze", "stopped machine"])
def test_no_pack_survives_a_gap(plan: str, how: str) -> None:
    """Rows 28 and 30: it has to come off, is never done, and never goes on again by itself, however long nobody answers."""
    machine = Machine(plan)
    machine.wear()
    machine.watch(60)
    {
        "sleep": lambda: machine.clock.sleep_machine(3),
        "lid": lambda: machine.clock.sleep_machine(2 * HOUR + 600),
        "freeze": lambda: machine.clock.advance(2 * HOUR),
        "stopped machine": lambda: machine.clock.pause_machine(2 * HOUR),
    }[how]()
    events = machine.look()
    assert [event.urgency for event in events if isinstance(event, PackDue)] == [2]
    machine.watch(300)
    snapshot = machine.engine.snapshot()
    assert snapshot.need is Need.PACK_OFF
    assert Outcome.DONE not in machine.outcomes()
    assert sum(isinstance(event, PackDue) for event in machine.told) == 1 + 300 // 15
    machine.told += machine.engine.pack_is_off()
    machine.told += machine.engine.resume()
    machine.watch(30)
    assert Outcome.DONE not in machine.outcomes()
    assert machine.engine.snapshot().pack is None


def test_somebody_who_falls_asleep_is_called() -> None:
    """Row 29: a look every five minutes, a key press at half time at the latest; no answer ends it as unattended."""
    machine = Machine("heat buttock left: 20")
    machine.wear()
    machine.watch(300)
    assert machine.engine.snapshot().need is Need.SKIN_CHECK
    machine.engine.skin_ok()
    machine.watch(300)
    assert machine.engine.snapshot().need is Need.SKIN_CHECK  # half time, and ten minutes
    machine.watch(121)
    asked = [event.urgency for event in machine.told if isinstance(event, CheckAsked)]
    assert asked == [0, 0, 1, 2]
    assert machine.outcomes() == [Outcome.UNATTENDED]
    assert machine.engine.snapshot().need is Need.PACK_OFF


def test_a_stalled_window_says_nothing_late() -> None:
    """Row 31: two seconds pass as time; more is a gap, and no cue of it is said afterwards."""
    machine = Machine("knee: prepare 5, hold 60")
    machine.watch(8)
    at = machine.engine.snapshot().elapsed_ms
    machine.clock.advance(2)
    machine.look()
    assert machine.engine.snapshot().elapsed_ms == at + 2_000
    machine.clock.advance(12)
    assert not any(isinstance(event, CueDue) for event in machine.look())
    assert machine.engine.snapshot().elapsed_ms == at + 2_000
    assert machine.engine.snapshot().gap == "frozen"


def test_months_of_running_are_no_trouble() -> None:
    """Row 33: whole numbers of nanoseconds all the way; after a year of a pause nothing has drifted."""
    machine = Machine("knee: prepare 5, hold 60\nrest: rest 20")
    machine.watch(10)
    machine.engine.pause()
    machine.clock.advance_ns(int(YEAR * 1e9) + 1)
    machine.look()
    before = machine.engine.snapshot().session_ms
    machine.engine.resume()
    machine.watch(3)
    assert machine.engine.snapshot().session_ms == before + 3_000
    assert machine.engine.timeline.segments[machine.engine.snapshot().segment].kind is SegmentKind.HOLD


@pytest.mark.parametrize(
    "plan", ["heat buttock left: 40", "cold buttock left: 40", "contrast low-back: heat 30, cold 9"]
)
def test_no_plan_lifts_the_hard_stop(plan: str) -> None:
    """Whatever a timeline says, twenty minutes (heat and cold in turn: twenty-five) are the end, answered or not."""
    machine = Machine(plan)
    machine.wear()
    worn = 0.0
    while machine.engine.snapshot().need is not Need.PACK_OFF:
        machine.watch(1)
        worn += 1
        if machine.engine.snapshot().need is Need.SKIN_CHECK:
            machine.engine.skin_ok()
    assert worn <= (25 if "contrast" in plan else 20) * 60
