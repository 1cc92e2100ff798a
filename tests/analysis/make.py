"""Small builders for entries and sessions, and hypothesis strategies over them."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

from hypothesis import strategies as st

from coach.clock import Stamp, stamp_of
from coach.content.vocabulary import Area, Quality, Side, When
from coach.journal.records import Entry, SessionRecord
from coach.session.events import Status


def at(text: str, offset_h: float = 0, tz: str = "Etc/UTC") -> Stamp:
    """Return the stamp of an ISO local time with an offset in hours."""
    zone = timezone(timedelta(hours=offset_h))
    return stamp_of(datetime.fromisoformat(text).replace(tzinfo=zone), tz)


def entry(
    stamp: Stamp | str,
    tightness: int = 5,
    area: Area = Area.BUTTOCK,
    side: Side | None = Side.LEFT,
    **more: Any,
) -> Entry:
    """Return an entry with an id made of everything in it, so that order is decided."""
    when = at(stamp) if isinstance(stamp, str) else stamp
    made = f"{when.utc_us:020}-{area}-{side}-{tightness}-{sorted(more.items())}"
    return Entry(id=made, at=when, tightness=tightness, area=area, side=side, **more)


def rated(session: str, day: str, before: int | None, after: int | None, **more: Any) -> list[Entry]:
    """Return the ratings of one session that began at nine and took half an hour."""
    found = []
    if before is not None:
        found.append(entry(f"{day}T09:00", before, session=session, when=When.BEFORE, **more))
    if after is not None:
        found.append(entry(f"{day}T09:30", after, session=session, when=When.AFTER, **more))
    return found


def session(
    stamp: Stamp | str, *, done_ms: int = 600_000, rehearsal: bool = False, status: Status = Status.DONE
) -> SessionRecord:
    """Return a session without steps."""
    when = at(stamp) if isinstance(stamp, str) else stamp
    return SessionRecord(
        id=f"s-{when.utc_us}",
        routine="morning-ease",
        name="Morning ease",
        content_hash="",
        started=when,
        ended=when,
        status=status,
        done_ms=done_ms,
        planned_ms=done_ms,
        rehearsal=rehearsal,
        pauses=0,
        paused_ms=0,
        steps=(),
    )


STAMPS = st.builds(
    lambda moment, minutes: stamp_of(moment.replace(tzinfo=timezone(timedelta(minutes=minutes))), "Some/Where"),
    st.datetimes(min_value=datetime(2024, 2, 1), max_value=datetime(2025, 3, 1)),  # noqa: DTZ001 - given its zone above
    st.sampled_from([-600, -210, 0, 60, 120, 345, 840]),
)

ENTRIES = st.builds(
    Entry,
    id=st.uuids(version=4).map(str),
    at=STAMPS,
    tightness=st.integers(0, 10),
    area=st.sampled_from([Area.LOW_BACK, Area.BUTTOCK, Area.CALF]),
    side=st.sampled_from([None, Side.LEFT, Side.RIGHT, Side.BOTH]),
    quality=st.sampled_from([Quality.TIGHTNESS, Quality.CRAMP]),
    session=st.sampled_from([None, "a", "b", "c"]),
    when=st.sampled_from([None, When.BEFORE, When.AFTER]),
    rehearsal=st.booleans(),
)
