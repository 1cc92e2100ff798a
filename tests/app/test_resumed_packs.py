"""A session that goes on after its heat: the cold waits for what really passed, not for when the program came back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from coach.app.shelf import library
from coach.app.sittings import Circumstances, Sitting, fresh, resumed
from coach.content.library import Library
from coach.content.vocabulary import Mode
from coach.plan.timeline import SegmentKind
from coach.session.engine import Engine
from coach.session.events import PackRefused
from coach.session.state import Need
from coach.store.journal_store import Store
from coach.store.open import open_journal
from tests.fakes import FakeClock

MINUTE = 60


@pytest.fixture
def shelf() -> Library:
    """The shipped content."""
    return library()


@pytest.fixture
def clock() -> FakeClock:
    """A machine."""
    return FakeClock()


@pytest.fixture
def store(tmp_path: Path, clock: FakeClock) -> Iterator[Store]:
    """A journal."""
    made = open_journal(tmp_path, app_version="test", clock=clock)
    yield made
    made.close()


def circumstances(shelf: Library, clock: FakeClock, store: Store) -> Circumstances:
    """What a session depends on now."""
    return Circumstances(library=shelf, clock=clock, exposures=tuple(store.exposures(0)))


def broken_off_after_heat(shelf: Library, clock: FakeClock, store: Store) -> None:
    """Wear the heat of *Heat, stretch, cold*, take it off, and be killed in the first stretch."""
    sitting = fresh(shelf.routines["heat-stretch-cold"], circumstances(shelf, clock, store))
    engine, recorder = sitting.engine, sitting.recorder
    store.append(recorder.started())
    said = [*engine.start(), *engine.go_on(), *engine.confirm_pack(all_yes=True), *engine.pack_is_on()]
    store.append(recorder.record(said))
    clock.advance(5 * MINUTE)
    said = [*engine.advance(5 * MINUTE * 1000), *engine.pack_is_off()]
    store.append(recorder.record(said), recorder.resume_note(engine.checkpoint()))


def take_up(shelf: Library, clock: FakeClock, store: Store) -> Sitting:
    """Go on with it."""
    (waiting,) = store.unfinished()
    return resumed(waiting, circumstances(shelf, clock, store))


def to_the_cold(engine: Engine) -> list[PackRefused]:
    """Skip everything until the cold is asked about or left out."""
    refused: list[PackRefused] = []
    engine.resume()
    engine.advance(3_000)  # the get-ready
    for _step in range(40):
        if engine.snapshot().need in {Need.CONFIRM_PACK, Need.RATING}:
            break
        refused += [event for event in engine.skip() if isinstance(event, PackRefused)]
    return refused


@pytest.mark.parametrize(("minutes", "offered"), [(10, False), (29.9, False), (30, True), (90, True)])
def test_the_half_hour_goes_on_while_the_program_is_gone(
    shelf: Library, clock: FakeClock, store: Store, minutes: float, *, offered: bool
) -> None:
    """Everything between is skipped: after less than half an hour the cold is left out, after it it is asked about."""
    broken_off_after_heat(shelf, clock, store)
    clock.advance(minutes * MINUTE)
    engine = take_up(shelf, clock, store).engine
    refused = to_the_cold(engine)
    assert [event.mode for event in refused] == ([] if offered else [Mode.COLD])
    assert (engine.snapshot().need is Need.CONFIRM_PACK) is offered


def test_resumed_at_once_the_cold_still_comes_when_its_time_has(shelf: Library, clock: FakeClock, store: Store) -> None:
    """Nothing is refused for the whole session because it was resumed too soon."""
    broken_off_after_heat(shelf, clock, store)
    clock.advance(MINUTE)
    engine = take_up(shelf, clock, store).engine
    engine.resume()
    engine.advance(3_000)  # the get-ready
    segments = engine.timeline.segments
    for _step in range(40):
        here = engine.snapshot().segment
        if segments[here].kind is SegmentKind.OFF:
            break
        engine.skip()
    engine.advance(31 * MINUTE * 1000)
    assert engine.snapshot().need is Need.CONFIRM_PACK
