"""The tables behind the first page of a report: every session, every entry."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from coach.clock import Stamp
from coach.content.vocabulary import When
from coach.content.words import clock_text, place_words, quality_words
from coach.i18n import _
from coach.journal.records import Entry, SessionRecord
from coach.session.events import Status


class Table(NamedTuple):
    """Headings and rows of words; every row has as many cells as there are headings."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def session_table(sessions: Sequence[SessionRecord], day: Callable[[int], str]) -> Table:
    """List sessions, oldest first: when, which routine, done and planned time, how it ended."""
    head = (_("Day"), _("Time"), _("Routine"), _("Done"), _("Planned"), _("How it ended"))
    rows = [
        (
            day(_ordinal(one.started)),
            time_text(one.started),
            _(one.name),
            clock_text(one.done_ms),
            clock_text(one.planned_ms),
            ended_words(one.status),
        )
        for one in sessions
    ]
    return Table(head, tuple(rows))


def entry_table(entries: Sequence[Entry], day: Callable[[int], str]) -> Table:
    """List entries, oldest first: when, where, how strong, what it was like, and the note."""
    head = (_("Day"), _("Time"), _("Where"), _("0-10"), _("Feeling"), _("Asked"), _("Note"))
    rows = [
        (
            day(_ordinal(one.at)),
            time_text(one.at),
            place_words(one.area, one.side),
            str(one.tightness),
            quality_words(one.quality),
            asked_words(one.when),
            " ".join(one.note.split()),
        )
        for one in entries
    ]
    return Table(head, tuple(rows))


def time_text(stamp: Stamp) -> str:
    """Write the time of day the person's clock showed."""
    return stamp.local().strftime("%H:%M")


def ended_words(status: Status) -> str:
    """Say how a session ended."""
    return {Status.DONE: _("done"), Status.ENDED: _("ended early"), Status.INTERRUPTED: _("interrupted")}[status]


def asked_words(when: When | None) -> str:
    """Say when a rating was asked, '' for one that stands alone."""
    if when is None:
        return ""
    return {
        When.BEFORE: _("before a session"),
        When.DURING: _("in a session"),
        When.AFTER: _("after a session"),
    }[when]


def _ordinal(stamp: Stamp) -> int:
    return date.fromisoformat(stamp.local_day).toordinal()
