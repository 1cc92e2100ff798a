"""What is taken along: the records of some days, as the journal shows them."""

from __future__ import annotations

from typing import NamedTuple

from coach.clock import Stamp
from coach.exchange.lines import Days
from coach.journal.records import Break, Entry, Exposure, Marker, SessionRecord
from coach.journal.repository import JournalReader


class Taken(NamedTuple):
    """Records, oldest first. `person` is made of the oldest record of the whole journal: the same in every export."""

    entries: tuple[Entry, ...] = ()
    sessions: tuple[SessionRecord, ...] = ()
    markers: tuple[Marker, ...] = ()
    packs: tuple[Exposure, ...] = ()
    person: str = ""
    breaks: tuple[Break, ...] = ()

    @property
    def total(self) -> int:
        """How many entries, sessions, markers and breaks there are."""
        return len(self.entries) + len(self.sessions) + len(self.markers) + len(self.breaks)


def taken(journal: JournalReader, days: Days) -> Taken:
    """Read what lies on these days."""
    entries, sessions, markers = journal.entries(), journal.sessions(), journal.markers()
    ids = [record.id for records in (entries, sessions, markers) for record in records]
    return Taken(
        tuple(entry for entry in entries if days.hold(entry.at.local_day)),
        tuple(session for session in sessions if days.hold(session.started.local_day)),
        tuple(marker for marker in markers if _meets(marker, days)),
        tuple(pack for pack in journal.exposures(-(2**62)) if days.hold(pack.on.local_day)),
        min(ids, default=""),
        tuple(rest for rest in journal.breaks() if days.hold(rest.at.local_day)),
    )


def _meets(marker: Marker, days: Days) -> bool:
    """Whether a marker that lasts has one of these days."""
    first, last = marker.at.local_day, marker.last_day or marker.at.local_day
    return first <= (days.last or first) and last >= (days.first or last)


def iso(stamp: Stamp) -> str:
    """Write a moment as ISO 8601 with the offset the person had, to the second."""
    return stamp.local().isoformat(timespec="seconds")
