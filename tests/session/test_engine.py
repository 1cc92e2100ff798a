"""What the engine shows and writes down; how it goes is told in scripts/."""

from __future__ import annotations

import msgspec
import pytest

from coach.content.vocabulary import Area, Mode, Side
from coach.session.engine import Engine
from coach.session.events import CueDue, Finished, Outcome, PackOn, PartEnded, SegmentStarted, Status
from coach.session.state import Checkpoint, Need, PackState, Phase
from tests.session.building import build, thermal

_THERMAL = thermal()
_KNEE = "knee left: prepare 5, enter 3, hold 30, release 2"


def _engine(routine: str = _KNEE) -> Engine:
    return Engine(build(routine), _THERMAL, "session")


def _under_heat(routine: str = "heat buttock left: 15") -> Engine:
    engine = _engine(routine)
    engine.start()
    engine.confirm_pack(all_yes=True)
    engine.pack_is_on()
    return engine


def test_before_the_start_nothing_passes() -> None:
    """Time before the start changes nothing and nothing is due."""
    engine = _engine()
    before = engine.snapshot()
    assert engine.advance(60_000) == []
    assert engine.snapshot() == before
    assert before.phase is Phase.READY
    assert before.segment == -1
    assert engine.next_due_ms() is None
    assert not engine.ticking


def test_one_step_over_everything_tells_it_all_with_exact_moments() -> None:
    """An hour in one step: every event of a short session, each at its own moment, and nothing after the end."""
    engine = _engine()
    events = engine.start() + engine.advance(3_600_000)
    started = [(event.segment, event.at_ms) for event in events if isinstance(event, SegmentStarted)]
    assert started == [(0, 0), (1, 5_000), (2, 8_000), (3, 38_000)]
    spoken = [event.at_ms for event in events if isinstance(event, CueDue)]
    assert spoken == [0, 5_000, 8_000, 23_000, 33_000, 38_000]
    assert events[-1] == Finished(at_ms=40_000, status=Status.DONE, done_ms=40_000, planned_ms=40_000)
    assert engine.session_ms == 40_000


def test_at_a_boundary_the_end_comes_before_the_start_and_the_start_before_its_cues() -> None:
    """One defined order at one moment."""
    engine = _engine("rest: rest 5\nknee left: prepare 5, hold 30")
    engine.start()
    kinds = [type(event) for event in engine.advance(5_000)]
    assert kinds == [PartEnded, SegmentStarted, CueDue]


def test_next_due_is_the_next_cue_or_end() -> None:
    """The next due moment is in session time; in a pause nothing is due."""
    engine = _engine()
    engine.start()
    assert engine.next_due_ms() == 5_000
    engine.advance(8_000)
    assert engine.next_due_ms() == 23_000
    engine.pause()
    assert engine.next_due_ms() is None
    assert not engine.ticking
    engine.advance(100_000)
    engine.resume()
    assert engine.next_due_ms() == 111_000
    assert engine.ticking


def test_an_open_segment_has_no_remaining_time_and_nothing_due() -> None:
    """A question waits as long as it takes, without a timer; a move ticks because it counts up."""
    engine = _engine("ask low-back before:\nwalk: move")
    engine.start()
    ticked = [engine.ticking]
    assert engine.snapshot().remaining_ms is None
    engine.go_on()
    ticked.append(engine.ticking)
    assert ticked == [False, True]
    assert engine.next_due_ms() is None


def test_the_snapshot_shows_the_pack() -> None:
    """What lies where, since when, until when, and when the skin is looked at next."""
    engine = _under_heat()
    engine.advance(290_000)
    expected = PackState(
        mode=Mode.HEAT,
        area=Area.BUTTOCK,
        side=Side.LEFT,
        exposure=1,
        on_ms=290_000,
        limit_ms=900_000,
        check_due_ms=300_000,
        urgency=0,
        due=False,
        certain=True,
    )
    assert engine.snapshot().pack == expected
    engine.advance(80_000)
    pack = engine.snapshot().pack
    assert pack is not None
    assert (pack.check_due_ms, pack.urgency) == (300_000, 1)
    engine.skin_ok()
    pack = engine.snapshot().pack
    assert pack is not None
    assert (pack.check_due_ms, pack.urgency) == (600_000, 0)


def test_a_contrast_set_shows_what_lies_on_the_skin_now() -> None:
    """The mode follows the swap; the exposure stays one."""
    engine = _under_heat("contrast low-back: heat 4, cold 1, heat 4")
    engine.advance(240_000)
    engine.skin_ok()
    engine.advance(35_000)
    pack = engine.snapshot().pack
    assert pack is not None
    assert (pack.mode, pack.exposure, pack.limit_ms) == (Mode.COLD, 1, 600_000)


def test_the_pack_ticks_in_a_pause() -> None:
    """Under a pack the clocks are watched whatever the position does."""
    engine = _under_heat()
    engine.pause()
    assert engine.ticking
    assert engine.next_due_ms() == 300_000


def test_a_checkpoint_survives_json() -> None:
    """It holds what a restart needs: where, since when, what was done, which parts ended, the pack."""
    engine = _under_heat(f"{_KNEE}\nheat buttock left: 15")
    engine.advance(40_000)
    engine.confirm_pack(all_yes=True)
    engine.pack_is_on()
    engine.advance(12_345)
    point = engine.checkpoint()
    assert point.segment == 5
    assert point.elapsed_ms == 12_345
    assert point.session_ms == 52_345
    assert point.done_ms == {0: 5_000, 1: 3_000, 2: 30_000, 3: 2_000, 5: 12_345}
    assert point.ended_parts == {0: Outcome.DONE}
    assert point.pack is not None
    assert msgspec.json.decode(msgspec.json.encode(point), type=Checkpoint) == point


def test_a_session_restored_twice_goes_on_the_same() -> None:
    """Crashing again before doing anything changes nothing."""
    engine = _engine()
    engine.start()
    engine.advance(20_000)
    once = Engine.from_checkpoint(build(_KNEE), _THERMAL, engine.checkpoint())
    twice = Engine.from_checkpoint(build(_KNEE), _THERMAL, once.checkpoint())
    assert twice.snapshot() == once.snapshot()
    assert twice.resume() == once.resume()
    assert twice.advance(60_000) == once.advance(60_000)


@pytest.mark.parametrize("get_ready_ms", [0, 3_000, 10_000])
def test_the_get_ready_is_as_long_as_asked(get_ready_ms: int) -> None:
    """After a resume the position moves again once the get-ready is over."""
    engine = Engine(build(_KNEE), _THERMAL, "session", resume_get_ready_ms=get_ready_ms)
    engine.start()
    engine.advance(10_000)
    engine.pause()
    engine.resume()
    engine.advance(get_ready_ms + 1_000)
    assert engine.snapshot().elapsed_ms == 3_000


def test_a_refused_set_asks_nothing_and_never_goes_on() -> None:
    """A refusal on any part keeps the whole exposure out."""
    timeline = build("heat buttock left: 15\nrest: rest 5")
    engine = Engine(timeline, _THERMAL, "session", refusals={0: "Heat was on until 9:00."})
    events = engine.start() + engine.confirm_pack(all_yes=True) + engine.pack_is_on()
    assert not any(isinstance(event, PackOn) for event in events)
    ended = next(event for event in events if isinstance(event, PartEnded))
    assert (ended.outcome, ended.reason) == (Outcome.SKIPPED, "Heat was on until 9:00.")


def test_a_refusal_without_a_reason_gets_a_sentence() -> None:
    """A "no" to the confirmations is recorded as a sentence even when nobody gave one."""
    engine = _engine("heat buttock left: 15")
    engine.start()
    ended = next(event for event in engine.confirm_pack(all_yes=False) if isinstance(event, PartEnded))
    assert ended.reason.endswith("left out.")
    assert engine.snapshot().need is Need.NOTHING
