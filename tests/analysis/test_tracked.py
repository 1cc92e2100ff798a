"""The places a person tracks."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from coach.analysis.tracked import Place, key_of_place, places_of_keys, to_ask, tracked
from coach.clock import Stamp
from coach.content.vocabulary import Area, Side, When
from coach.journal.records import Entry
from coach.plan.timeline import Segment, SegmentKind, Timeline

TODAY = date(2026, 5, 20)
CALF: Place = (Area.CALF, Side.LEFT)
BACK: Place = (Area.LOW_BACK, None)


def _entry(days_ago: int, area: Area, side: Side | None, *, rehearsal: bool = False) -> Entry:
    at = datetime(2026, 5, 20, 8, tzinfo=UTC) - timedelta(days=days_ago)
    stamp = Stamp(utc_us=round(at.timestamp() * 1e6), offset_min=0, tz="UTC", local_day=at.date().isoformat())
    return Entry(id=f"{days_ago}{area}{side}", at=stamp, tightness=4, area=area, side=side, rehearsal=rehearsal)


def test_what_was_chosen_counts() -> None:
    """The settings come before the journal."""
    assert tracked(["calf:left", "low-back"], [_entry(1, Area.HIP, Side.LEFT)], TODAY) == (CALF, BACK)


def test_otherwise_what_was_noted_most_in_a_fortnight() -> None:
    """Two at most; older ones, rehearsals and a side that is missing do not count; both sides are two."""
    entries = [
        *[_entry(20 + n, Area.FOOT, Side.LEFT) for n in range(5)],
        _entry(9, Area.HAMSTRING, Side.RIGHT),
        _entry(8, Area.HIP, None),
        _entry(7, Area.HIP, Side.LEFT, rehearsal=True),
        _entry(6, *BACK),
        _entry(5, Area.BUTTOCK, Side.BOTH),
        _entry(4, *BACK),
        _entry(3, *BACK),
    ]
    assert tracked((), entries, TODAY) == (BACK, (Area.BUTTOCK, Side.LEFT))
    assert tracked((), [], TODAY) == ()


def test_keys_come_back_as_places() -> None:
    """Every place has a key; what is none, and what comes twice, is left out."""
    places = [BACK, *((area, side) for area in Area for side in (Side.LEFT, Side.RIGHT))]
    assert places_of_keys(map(key_of_place, places)) == tuple(places)
    assert places_of_keys(["elbow:left", "calf", "calf:left", "calf:left", ""]) == (CALF,)


def test_a_rating_asks_for_what_it_names_and_the_last_one_for_the_rest() -> None:
    """A routine that asks twice before asks for each place once; a question in the midst asks for what it names only."""
    asking = [
        Segment(start_ms=0, duration_ms=None, kind=SegmentKind.ASK, part=n, block=n, area=area, when=when)
        for n, (area, when) in enumerate(
            [(Area.BUTTOCK, When.BEFORE), (Area.LOW_BACK, When.BEFORE), (Area.HIP, When.DURING), (None, When.AFTER)]
        )
    ]
    timeline = Timeline(routine="r", name="R", content_hash="", segments=tuple(asking), cues=(), parts=())
    known: tuple[Place, ...] = (CALF, BACK, (Area.BUTTOCK, Side.RIGHT))
    assert to_ask(timeline, 0, known) == ((Area.BUTTOCK, Side.RIGHT),)
    assert to_ask(timeline, 1, known) == (BACK, CALF)
    assert to_ask(timeline, 2, known) == (None,)
    assert to_ask(timeline, 3, known) == known
    assert to_ask(timeline, 1, ()) == (BACK,)
    assert to_ask(timeline, 0, (CALF,)) == (None,)
