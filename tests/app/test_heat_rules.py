"""Caps, gaps and counts of heat and cold over many sessions, from the journal, on a clock moved by hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from coach.app.shelf import library
from coach.app.sittings import Circumstances, Sitting, fresh, history_start_us
from coach.content.library import Library
from coach.content.load_library import routine_from_text
from coach.journal.entries import tombstone_draft
from coach.session.events import Event, PackOff, PackRefused
from coach.session.state import Need
from coach.store.journal_store import Store
from coach.store.open import open_journal
from tests.fakes import FakeClock

HOUR = 3_600
CET = timezone(timedelta(hours=1))


class Day:
    """A person with packs and a journal."""

    def __init__(self, store: Store, clock: FakeClock, shelf: Library) -> None:
        self.store, self.clock, self.shelf = store, clock, shelf

    def tries(self, pack: str, speed: float = 1.0, minutes: float = 10) -> str:
        """Do a session of one pack: '' when it was worn, else why it was not offered."""
        told, sitting = self._run(pack, speed, minutes)
        refused = [event.reason for event in told if isinstance(event, PackRefused)]
        assert bool(refused) != any(isinstance(event, PackOff) for event in told)
        self.last = sitting.session
        return refused[0] if refused else ""

    def _run(self, pack: str, speed: float, minutes: float) -> tuple[list[Event], Sitting]:
        text = f'id = "mine"\nname = "Mine"\nsummary = "A pack."\n{pack}'
        exposures = tuple(self.store.exposures(history_start_us(self.clock)))
        given = Circumstances(library=self.shelf, clock=self.clock, exposures=exposures, speed=speed)
        sitting = fresh(routine_from_text(text, "mine.toml"), given)
        engine, told = sitting.engine, [*sitting.engine.start()]
        self.store.append(sitting.recorder.started())
        self.store.append(sitting.recorder.record(told))
        if engine.snapshot().need is Need.CONFIRM_PACK:
            events = [*engine.confirm_pack(all_yes=True), *engine.pack_is_on()]
            self.store.append(sitting.recorder.record(events))
            self.clock.advance(minutes * 60)
            events = [*engine.advance(round(minutes * 60_000)), *engine.pack_is_off()]
            self.store.append(sitting.recorder.record(events))
            told += events
        self.store.append(sitting.recorder.record(engine.end()))
        return told, sitting


def heat(area: str = "buttock", side: str = "left", kind: str = "heat") -> str:
    """A step of a routine file that asks for far more than is allowed."""
    return f'[[steps]]\nkind = "{kind}"\narea = "{area}"\nside = "{side}"\nduration_s = 7200\n'


CONTRAST = (
    '[[steps]]\nkind = "group"\nexposure = "contrast"\n'
    '[[steps.steps]]\nkind = "heat"\narea = "foot"\nside = "left"\nduration_s = 240\n'
    '[[steps.steps]]\nkind = "cold"\narea = "foot"\nside = "left"\nduration_s = 60\n'
    '[[steps.steps]]\nkind = "heat"\narea = "foot"\nside = "left"\nduration_s = 240\n'
)


@pytest.fixture(scope="module")
def shelf() -> Library:
    """The shipped content."""
    return library()


@pytest.fixture
def clock() -> FakeClock:
    """Six in the morning of a winter's day."""
    return FakeClock(datetime(2026, 1, 20, 6, 0, tzinfo=CET), offset_min=60)


@pytest.fixture
def day(tmp_path: Path, clock: FakeClock, shelf: Library) -> Iterator[Day]:
    """A day on a journal of its own."""
    store = open_journal(tmp_path, app_version="test", clock=clock)
    yield Day(store, clock, shelf)
    store.close()


def test_two_hours_between_packs_of_a_kind_on_a_place(day: Day, clock: FakeClock) -> None:
    """Heat locks heat there for 120 minutes to the second; cold keeps half an hour from it, and the other side is free."""
    assert day.tries(heat()) == ""
    clock.advance(2 * HOUR - 1)
    assert "Leave 2 hours" in day.tries(heat())
    assert day.tries(heat(kind="cold"), minutes=5) == ""
    assert "Leave 30 minutes" in day.tries(heat())
    assert day.tries(heat(side="right"), minutes=5) == ""
    clock.advance(HOUR // 2)
    assert day.tries(heat()) == ""


def test_three_times_a_day_on_a_place(day: Day, clock: FakeClock) -> None:
    """The fourth waits until tomorrow, whatever the gap."""
    for _time in range(3):
        assert day.tries(heat()) == ""
        clock.advance(3 * HOUR)
    assert "from tomorrow again" in day.tries(heat())
    clock.advance(9 * HOUR)
    assert day.tries(heat()) == ""


def test_heat_and_cold_in_turn_twice_a_day_and_as_both(day: Day, clock: FakeClock) -> None:
    """A set is one exposure; it locks heat and cold on its place."""
    assert day.tries(CONTRAST, minutes=9) == ""
    assert "Heat and cold in turn" in day.tries(heat("foot", kind="cold"))
    clock.advance(3 * HOUR)
    assert day.tries(CONTRAST, minutes=9) == ""
    clock.advance(3 * HOUR)
    assert "2 times today" in day.tries(CONTRAST)


def test_a_rehearsal_neither_counts_nor_locks(day: Day) -> None:
    """Nobody wore anything at twenty times the speed."""
    assert day.tries(heat(), speed=20) == ""
    assert day.tries(heat()) == ""


def test_a_deleted_session_still_locks(day: Day, clock: FakeClock) -> None:
    """What was on the skin was on the skin."""
    assert day.tries(heat()) == ""
    day.store.append([tombstone_draft(day.last, clock.stamp())])
    assert day.store.sessions() == []
    assert "Leave 2 hours" in day.tries(heat())


def test_midnight_and_a_journey_do_not_unlock(day: Day, clock: FakeClock) -> None:
    """Rows 24 and 25: the gap is real time, whatever the calendar or the time zone says."""
    clock.advance(17 * HOUR + 40 * 60)
    assert day.tries(heat()) == ""
    clock.advance(30 * 60)
    assert "yesterday" in day.tries(heat())
    clock.tz, clock.offset_min = "Asia/Tokyo", 540
    assert day.tries(heat()) != ""
    clock.advance(2 * HOUR)
    assert day.tries(heat()) == ""


@pytest.mark.parametrize(("at", "before", "after"), [((2026, 3, 29, 1, 0), 60, 120), ((2026, 10, 25, 1, 0), 120, 60)])
def test_summer_time_does_not_shorten_the_gap(
    day: Day, clock: FakeClock, at: tuple[int, int, int, int, int], before: int, after: int
) -> None:
    """Row 24: forward or back, two hours are two hours."""
    start = datetime(*at, tzinfo=timezone(timedelta(minutes=before)))
    clock.offset_min = before
    clock.step_wall((start - clock.stamp().local()).total_seconds())
    assert day.tries(heat()) == ""
    clock.advance(HOUR)
    clock.offset_min = after
    assert day.tries(heat()) != ""
    clock.advance(HOUR)
    assert day.tries(heat()) == ""


def test_a_leap_day_counts_as_a_day(day: Day, clock: FakeClock) -> None:
    """Row 26: the 29th of February has its own three, and the 1st of March again."""
    clock.step_wall((datetime(2028, 2, 29, 6, 0, tzinfo=CET) - clock.stamp().local()).total_seconds())
    for _time in range(3):
        assert day.tries(heat()) == ""
        clock.advance(3 * HOUR)
    assert day.tries(heat()) != ""
    clock.advance(15 * HOUR)
    assert day.tries(heat()) == ""


@pytest.mark.parametrize(("kind", "most"), [("heat", 20), ("cold", 15)])
def test_a_file_asks_for_two_hours_and_gets_the_cap(day: Day, kind: str, most: float) -> None:
    """The plan ends by itself at what the content allows; what was really on is what the journal holds."""
    assert day.tries(heat(kind=kind), minutes=60) == ""
    (worn,) = day.store.exposures(0)
    (record,) = day.store.sessions()
    assert worn.worn_ms == 60 * 60_000
    assert record.planned_ms == most * 60_000
