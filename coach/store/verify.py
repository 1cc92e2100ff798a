"""Is every event still what was written? Row hashes see what SQLite's own check does not, and the other way round."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from coach.i18n import _, ngettext
from coach.journal.event import Event, is_intact
from coach.store.imported import never_here
from coach.store.projections import each_event, events_noted, is_current_version


class Verdict(NamedTuple):
    """Damaged rows, how many are intact, how many are missing, and whether SQLite finds the file well built.

    `current`: the projections were made by this version of the program from just as many events.
    """

    bad: list[Event]
    intact: int
    missing: int
    sound: bool
    current: bool

    @property
    def complete(self) -> bool:
        """Every event is there and intact; what is damaged, if anything, can be made anew from them."""
        return not self.bad and not self.missing

    @property
    def clean(self) -> bool:
        """Nothing is wrong."""
        return self.complete and self.sound


def verify(connection: sqlite3.Connection) -> Verdict:
    """Check every row's hash, each device's sequence, and the structure (an index may lie about good rows).

    Raises `sqlite3.Error` for pages so broken that the events cannot be read.
    """
    bad: list[Event] = []
    devices: dict[str, _Count] = {}
    for event in each_event(connection, "NOT INDEXED"):
        if is_intact(event):
            devices.setdefault(event.device, _Count()).take(event.dev_seq)
        else:
            bad.append(event)
    intact, noted = sum(device.seen for device in devices.values()), events_noted(connection)
    expected = never_here(connection)
    holes = sum(max(device.last - device.seen - expected.get(name, 0), 0) for name, device in devices.items())
    missing = max(holes - len(bad), noted - intact - len(bad), 0)
    sound = connection.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
    current = is_current_version(connection) and noted == intact + len(bad)
    return Verdict(bad, intact, missing, sound, current)


@dataclass(slots=True)
class _Count:
    """How many events of a device were seen, and its greatest number: more numbers than events are holes."""

    seen: int = 0
    last: int = 0

    def take(self, number: int) -> None:
        self.seen, self.last = self.seen + 1, max(self.last, number)


def sentences(verdict: Verdict) -> list[str]:
    """Return one sentence for each damaged row, and one each for missing rows and damaged structure."""
    said = [_sentence(event) for event in verdict.bad]
    if verdict.missing:
        said.append(
            ngettext(
                "{count} record of the journal is missing from its file; a backup may still have it.",
                "{count} records of the journal are missing from its file; a backup may still have them.",
                verdict.missing,
            ).format(count=verdict.missing)
        )
    if not verdict.sound:
        said.append(_("The journal file is damaged beside its records; make a backup on another disk now."))
    return said


def _sentence(event: Event) -> str:
    """Name the day only when it still reads as one."""
    try:
        day = date.fromisoformat(event.local_day).isoformat()
    except (TypeError, ValueError):
        return _("A record of the journal is damaged and left out; a backup may still have it.")
    return _("A record of {day} is damaged and left out; a backup may still have it.").format(day=day)
