"""Today's timeline: what is counted, and that its sums agree as they are shown."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from coach.reminders.memory import Doing, Memory, Span
from coach.reminders.spans import seated_ms, whole_minutes
from tests.fakes import FakeClock
from tests.reminders.world import ALWAYS, World

_MIN = 60_000
_S = 1_000


def _today(world: World) -> list[tuple[Doing, int]]:
    return [(span.doing, span.ms // _S) for span in world.engine.today()]


def test_sitting_is_the_sum_of_what_is_shown() -> None:
    """Six minutes and a half and two and three quarters, each as it is shown, make ten."""
    now = FakeClock().stamp()
    kept = ((Doing.SAT, 400 * _S), (Doing.CALL, 165 * _S), (Doing.MOVED, 90 * _S))
    memory = Memory(spans=[Span(doing=doing, day=now.local_day, begin=now, ms=ms) for doing, ms in kept])
    assert seated_ms(memory, now.local_day) == (7 + 3) * _MIN


@pytest.mark.parametrize(("ms", "minutes"), [(0, 0), (29_999, 0), (30_000, 1), (89_999, 1), (90_000, 2)])
def test_minutes_are_the_nearest(ms: int, minutes: int) -> None:
    """Half a minute is one, less is none."""
    assert whole_minutes(ms) == minutes


def test_while_off_only_a_break_by_hand_is_counted() -> None:
    """Sitting, sleeping and coming back leave nothing; the break taken by hand is there."""
    world = World(replace(ALWAYS, on=False))
    world.pass_ms(5 * _MIN, 30 * _S)
    world.sleep_ms(5 * _MIN)
    assert _today(world) == []
    world.say(lambda engine: engine.now())
    world.pass_ms(2 * _MIN, 30 * _S)
    world.say(lambda engine: engine.finish(2 * _MIN, whole=True))
    world.pass_ms(5 * _MIN, 30 * _S)
    assert _today(world) == [(Doing.MOVED, 120)]


@pytest.mark.parametrize(
    ("breaks", "found"),
    [
        (ALWAYS, [(Doing.SAT, 60), (Doing.MOVED, 15), (Doing.SAT, 25)]),
        (replace(ALWAYS, on=False), [(Doing.MOVED, 15)]),
    ],
)
def test_only_what_was_done_of_a_break_was_movement(breaks: object, found: list[tuple[Doing, int]]) -> None:
    """Left after 15 seconds of 40: the rest was no movement."""
    world = World(breaks)  # type: ignore[arg-type]
    world.pass_ms(_MIN)
    world.say(lambda engine: engine.now())
    world.pass_ms(40 * _S)
    world.say(lambda engine: engine.finish(15 * _S))
    assert _today(world) == found
