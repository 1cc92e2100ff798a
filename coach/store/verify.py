"""Is every event still what was written? Row hashes see what SQLite's own check does not (docs/decisions/0030)."""

from __future__ import annotations

import sqlite3
from datetime import date
from typing import NamedTuple

from coach.i18n import _, ngettext
from coach.journal.event import Event, is_intact
from coach.store.projections import read_events


class Verdict(NamedTuple):
    """Intact events, damaged rows, and how many are missing from a device's unbroken count."""

    good: list[Event]
    bad: list[Event]
    missing: int

    @property
    def clean(self) -> bool:
        """Nothing is wrong."""
        return not self.bad and not self.missing


def verify(connection: sqlite3.Connection) -> Verdict:
    """Check the hash of every event and the sequence of every device; raises `sqlite3.Error` for broken pages."""
    good: list[Event] = []
    bad: list[Event] = []
    for event in read_events(connection):
        (good if is_intact(event) else bad).append(event)
    return Verdict(good, bad, _missing(good, len(bad)))


def _missing(good: list[Event], damaged: int) -> int:
    """Count the holes in each device's sequence that the damaged rows do not account for."""
    seen: dict[str, list[int]] = {}
    for event in good:
        seen.setdefault(event.device, []).append(event.dev_seq)
    holes = sum(max(numbers) - len(set(numbers)) for numbers in seen.values())
    return max(holes - damaged, 0)


def sentences(verdict: Verdict) -> list[str]:
    """Return one sentence for each damaged row, and one for rows that are missing."""
    said = [_sentence(event) for event in verdict.bad]
    if verdict.missing:
        said.append(
            ngettext(
                "{count} record of the journal is missing from its file; a backup may still have it.",
                "{count} records of the journal are missing from its file; a backup may still have them.",
                verdict.missing,
            ).format(count=verdict.missing)
        )
    return said


def _sentence(event: Event) -> str:
    """Name the day only when it still reads as one."""
    try:
        day = date.fromisoformat(event.local_day).isoformat()
    except (TypeError, ValueError):
        return _("A record of the journal is damaged and left out; a backup may still have it.")
    return _("A record of {day} is damaged and left out; a backup may still have it.").format(day=day)
