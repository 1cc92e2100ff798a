"""Which packs of a plan are not offered, by what was worn before."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from coach.clock import Stamp, stamp_of
from coach.content.routine import HoldStep, OffStep
from coach.content.vocabulary import Area, Mode, Side
from coach.plan.gate import packs_of, refusals
from coach.safety.exposure import Worn
from tests.plan.shelf import plan, thermal
from tests.plan.test_packs import cold, contrast, heat

CEST = timezone(timedelta(hours=2))


def at(hour: int, minute: int = 0, day: int = 4) -> Stamp:
    """A moment of one week in May."""
    return stamp_of(datetime(2026, 5, day, hour, minute, tzinfo=CEST), "Europe/Berlin")


def was(mode: Mode, on: Stamp, minutes: float = 15, *, side: Side | None = Side.LEFT, contrast: bool = False) -> Worn:
    """A pack on the buttock that came off after so many minutes."""
    return Worn(
        mode=mode,
        area=Area.BUTTOCK,
        side=side,
        on_utc_us=on.utc_us,
        local_day=on.local_day,
        worn_ms=round(minutes * 60_000),
        contrast=contrast,
    )


def test_nothing_worn_nothing_refused() -> None:
    """Without a history every pack is offered."""
    assert refusals(plan(heat(), cold()), [], thermal(), at(16)) == {}


def test_too_soon_is_told_with_the_time() -> None:
    """The part is named with a sentence that says what was on and when the place is free."""
    timeline = plan(HoldStep(exercise="tilt"), heat(), cold())
    assert refusals(timeline, [was(Mode.HEAT, at(13, 50))], thermal(), at(15)) == {
        1: "Heat was on your left buttock until 14:05. Leave 2 hours: from 16:05."
    }
    assert refusals(timeline, [was(Mode.HEAT, at(13, 50))], thermal(), at(16, 5)) == {}


def test_time_off_in_the_plan_does_not_count() -> None:
    """A pause can be skipped: a pack behind it is judged as if it went on now."""
    timeline = plan(OffStep(duration_s=7200), heat())
    assert list(refusals(timeline, [was(Mode.HEAT, at(14))], thermal(), at(15))) == [1]


def test_packs_of_the_same_plan_count_towards_the_day() -> None:
    """Two worn this morning and one earlier in the plan leave no room for a fourth."""
    timeline = plan(heat(), OffStep(duration_s=7200), heat())
    morning = [was(Mode.HEAT, at(6)), was(Mode.HEAT, at(9))]
    assert refusals(timeline, morning, thermal(), at(15)) == {
        2: "Heat was on your left buttock 3 times today, the most for one day: from tomorrow again."
    }


def test_a_contrast_set_is_one_pack_of_its_own_kind() -> None:
    """It is one part, found as a contrast set; heat before it is too soon, two sets today are enough."""
    timeline = plan(contrast(heat(4), cold(1), heat(4)))
    assert [wanted.contrast for wanted in packs_of(timeline).values()] == [True]
    assert list(refusals(timeline, [was(Mode.COLD, at(14))], thermal(), at(15))) == [0]
    sets = [was(Mode.HEAT, at(hour), contrast=True) for hour in (6, 10)]
    assert refusals(timeline, sets, thermal(), at(15)) == {
        0: "Heat and cold in turn were on 2 times today, the most for one day: from tomorrow again."
    }
