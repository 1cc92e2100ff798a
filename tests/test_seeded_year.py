"""The made-up year is the same every time, rich enough, and comes back from a journal as it went in."""

from __future__ import annotations

from pathlib import Path

from coach.content.vocabulary import Area, MarkerKind, Quality, Side, When
from coach.store.open import open_journal, open_reader
from tests.fakes import FakeClock
from tests.seeded_year import first_week, seeded_year


def test_the_year_is_the_same_every_time_and_has_everything_in_it() -> None:
    """All qualities, several areas and sides, two flares, a learning week, sessions rated before and after."""
    year = seeded_year()
    assert seeded_year() == year
    assert {entry.quality for entry in year.entries} == set(Quality)
    assert {entry.area for entry in year.entries} >= {Area.BUTTOCK, Area.LOW_BACK, Area.CALF, Area.HAMSTRING}
    assert {entry.side for entry in year.entries} >= {None, Side.LEFT, Side.RIGHT}
    assert {entry.when for entry in year.entries} == {None, *When}
    assert {marker.kind for marker in year.markers} == set(MarkerKind)
    assert [marker.kind for marker in year.markers].count(MarkerKind.FLARE) == 2
    assert len({session.content_hash for session in year.sessions if len(session.steps) > 3}) > 1
    assert len({entry.together for entry in year.entries}) > 10
    assert 150 < len(year.sessions) < 365


def test_the_year_comes_back_from_a_journal_as_it_went_in(tmp_path: Path) -> None:
    """Written as events and read again: the same entries, sessions and markers."""
    year = seeded_year()
    store = open_journal(tmp_path / "data", app_version="0.1", clock=FakeClock())
    store.append(year.drafts())
    store.close()
    reader = open_reader(tmp_path / "data")
    assert sorted(reader.entries(), key=lambda entry: entry.id) == sorted(year.entries, key=lambda entry: entry.id)
    assert reader.sessions() == list(year.sessions)
    assert reader.markers() == list(year.markers)
    reader.close()


def test_the_first_week_is_short() -> None:
    """Seven days from the first one, a few entries and sessions, no marker yet."""
    week = first_week()
    assert len({entry.at.local_day for entry in week.entries}) <= 7
    assert 10 < len(week.entries) < 60
    assert week.sessions
    assert week.markers == ()
