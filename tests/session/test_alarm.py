"""The alarm under a pack rises for two minutes and then stays at its loudest until somebody answers."""

from __future__ import annotations

from coach.session.alarm import LOUDEST_MS, PATIENCE_MS, alarm_level
from coach.session.engine import Engine
from coach.session.events import CheckAsked, GapKind, Outcome, PackDue, PackOff, PartEnded
from coach.session.state import Need
from tests.session.building import build, thermal

_MINUTE_MS = 60_000


def _worn(text: str = "heat buttock left: 15") -> Engine:
    engine = Engine(build(text), thermal(), "session")
    engine.start()
    engine.confirm_pack(all_yes=True)
    engine.pack_is_on()
    return engine


def test_the_alarm_rises_for_two_minutes_and_stays() -> None:
    """Silent while somebody may still be looking, then louder with every second, then the loudest for good."""
    engine = _worn()
    engine.advance(5 * _MINUTE_MS)
    assert engine.snapshot().need is Need.SKIN_CHECK
    heard = []
    for _second in range(300):
        heard.append(alarm_level(engine.snapshot()))
        engine.advance(1_000)
    patience, loudest = PATIENCE_MS // 1_000, LOUDEST_MS // 1_000
    assert set(heard[:patience]) == {0.0}
    rising = heard[patience:loudest]
    assert rising == sorted(rising)
    assert 0 < rising[0] < 0.5
    assert set(heard[loudest:]) == {1.0}


def test_an_answer_ends_the_alarm() -> None:
    """Looking at the skin is the key press."""
    engine = _worn()
    engine.advance(5 * _MINUTE_MS + 70_000)
    assert alarm_level(engine.snapshot()) > 0
    engine.skin_ok()
    assert alarm_level(engine.snapshot()) == 0


def test_nobody_answers() -> None:
    """Asked, asked again after a minute, ended as unattended after two, and "take it off" until it is answered."""
    engine = _worn()
    engine.advance(5 * _MINUTE_MS)
    told = engine.advance(30 * _MINUTE_MS)
    assert [event.urgency for event in told if isinstance(event, CheckAsked)] == [1, 2]
    ended = [event for event in told if isinstance(event, PartEnded)]
    assert [event.outcome for event in ended] == [Outcome.UNATTENDED]
    due = [event for event in told if isinstance(event, PackDue)]
    assert len(due) == 1 + 28 * _MINUTE_MS // 15_000
    assert {event.urgency for event in due} == {2}
    assert engine.snapshot().need is Need.PACK_OFF
    (off,) = [event for event in engine.pack_is_off() if isinstance(event, PackOff)]
    assert (off.outcome, off.worn_ms) == (Outcome.UNATTENDED, 35 * _MINUTE_MS)


def test_after_a_gap_the_alarm_is_at_its_loudest_and_says_why() -> None:
    """Nobody knows how long it was on: the reason and the time that nobody saw are told with the pack."""
    for kind in GapKind:
        engine = _worn()
        engine.advance(_MINUTE_MS)
        engine.gap(kind, 100, 7_800_000)
        pack = engine.snapshot().pack
        assert pack is not None
        assert (pack.gap, pack.lost_ms, pack.certain, pack.due) == (kind.value, 7_800_000, False, True)
        assert alarm_level(engine.snapshot()) == 1


def test_after_a_new_start_the_reason_is_the_new_start() -> None:
    """A checkpoint with a pack on comes back as "take it off", and what was known of a gap before is kept."""
    engine = _worn()
    engine.advance(_MINUTE_MS)
    again = Engine.from_checkpoint(build("heat buttock left: 15"), thermal(), engine.checkpoint())
    pack = again.snapshot().pack
    assert pack is not None
    assert (pack.gap, pack.certain, again.snapshot().need) == ("restarted", False, Need.PACK_OFF)
    again.gap(GapKind.SLEPT, 0, 5_000)
    pack = again.snapshot().pack
    assert pack is not None
    assert (pack.gap, pack.lost_ms) == ("restarted", 5_000)
