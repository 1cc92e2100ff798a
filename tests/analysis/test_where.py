"""The mean of each place on the body."""

from __future__ import annotations

import msgspec
import pytest

from coach.analysis.series import Key, tightness_series
from coach.analysis.where import ends, where
from coach.content.vocabulary import Area, Side
from coach.journal.records import Entry
from tests.analysis.make import entry

DAYS = (738_000, 740_000)


def _at(when: str, tightness: int, area: Area, side: Side | None, **more: bool) -> Entry:
    return msgspec.structs.replace(entry(when, tightness), area=area, side=side, **more)


def _all(*entries: Entry) -> dict[Key, tuple[float, int, int]]:
    return {spot.key: spot[1:] for spot in where(tightness_series(entries), *DAYS)}


def test_a_day_with_many_entries_counts_like_one() -> None:
    """Three entries of one day and one of another weigh half each."""
    calf = (Area.CALF, Side.LEFT)
    found = _all(
        _at("2025-05-18T08:00", 0, *calf),
        _at("2025-05-18T12:00", 3, *calf),
        _at("2025-05-18T20:00", 3, *calf),
        _at("2025-05-19T08:00", 6, *calf),
    )
    assert found == {Key(*calf): (4.0, 4, 2)}


def test_both_sides_count_for_each() -> None:
    """What was noted for both, or for a paired place without a side, counts on the left and on the right."""
    found = _all(
        _at("2025-05-18T08:00", 4, Area.CALF, Side.BOTH),
        _at("2025-05-19T08:00", 6, Area.CALF, Side.LEFT),
        _at("2025-05-19T09:00", 2, Area.HIP, None),
        _at("2025-05-19T10:00", 5, Area.LOW_BACK, None),
    )
    assert list(found) == [
        (Area.LOW_BACK, None),
        (Area.HIP, Side.LEFT),
        (Area.HIP, Side.RIGHT),
        (Area.CALF, Side.LEFT),
        (Area.CALF, Side.RIGHT),
    ]
    assert found[Key(Area.CALF, Side.LEFT)] == (5.0, 2, 2)
    assert found[Key(Area.CALF, Side.RIGHT)] == (4.0, 1, 1)


def test_only_the_days_asked_about() -> None:
    """Both ends are included, rehearsals are not."""
    entries = [_at(f"2025-05-{day}T08:00", day % 10, Area.FOOT, Side.LEFT) for day in (17, 18, 19, 20)]
    entries.append(_at("2025-05-18T09:00", 9, Area.FOOT, Side.LEFT, rehearsal=True))
    first = tightness_series(entries)[0].points[1].day
    (spot,) = where(tightness_series(entries), first, first + 1)
    assert spot.mean == pytest.approx(8.5)
    assert (spot.entries, spot.days, spot.weak) == (2, 2, True)
    assert where([], *DAYS) == ()


def test_the_ends_are_those_of_firm_places() -> None:
    """Places with fewer than three days are neither the highest nor the lowest."""
    entries = [_at(f"2025-05-1{day}T08:00", 5, Area.CALF, Side.LEFT) for day in range(4)]
    entries.append(_at("2025-05-18T09:00", 9, Area.FOOT, Side.LEFT))
    assert ends(where(tightness_series(entries), *DAYS)) is None
    entries += [_at(f"2025-05-1{day}T08:30", 7, Area.HIP, Side.LEFT) for day in range(3)]
    found = ends(where(tightness_series(entries), *DAYS))
    assert found is not None
    assert [spot.key.area for spot in found] == [Area.CALF, Area.HIP]
