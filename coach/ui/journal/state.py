"""What the Journal page shows: everything that happened, newest first. No Qt.

A journal may hold a hundred thousand records, so a row is put into words only when it is looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from coach.i18n import _
from coach.journal.records import Entry, SessionRecord
from coach.ui.journal.words import entry_text, session_text
from coach.ui.search import fold, found_in
from coach.ui.words import day_words


@dataclass(frozen=True, slots=True)
class Day:
    """The head of a day: its ISO day ('' for the damaged rows) and its words."""

    day: str
    title: str


@dataclass(frozen=True, slots=True)
class Damaged:
    """A row of the file that cannot be trusted, said in one sentence; it counts nowhere."""

    sentence: str


Record = Entry | SessionRecord | Damaged
Line = Day | Record


@dataclass(frozen=True, slots=True)
class JournalState:
    """Everything in the journal. `records` newest first; `damaged` apart, as nobody knows their day.

    `today` is the person's ISO day; `notice` a sentence about what was just done, `can_undo` offers to
    take it back.
    """

    records: tuple[Entry | SessionRecord, ...] = ()
    damaged: tuple[Damaged, ...] = ()
    today: str = ""
    sessions: Mapping[str, SessionRecord] = field(default_factory=dict)
    ratings: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    notice: str = ""
    can_undo: bool = False

    @property
    def empty(self) -> bool:
        """Say whether there is nothing at all to show."""
        return not self.records and not self.damaged


def build_state(
    entries: Sequence[Entry],
    sessions: Sequence[SessionRecord],
    damaged: Sequence[str],
    today: str,
    *,
    notice: str = "",
    can_undo: bool = False,
) -> JournalState:
    """Put entries and sessions in one order: by the day they were written on, then by time, newest first."""
    records: list[Entry | SessionRecord] = [*entries, *sessions]
    records.sort(key=_moment, reverse=True)
    ratings: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.session is not None:
            ratings.setdefault(entry.session, []).append(entry)
    return JournalState(
        records=tuple(records),
        damaged=tuple(Damaged(sentence) for sentence in damaged),
        today=today,
        sessions={session.id: session for session in sessions},
        ratings={key: tuple(found) for key, found in ratings.items()},
        notice=notice,
        can_undo=can_undo,
    )


def lines(state: JournalState, records: Iterable[Entry | SessionRecord], *, damaged: bool = True) -> list[Line]:
    """Return the rows of the list: each day's head, then what happened on it; damaged rows come first."""
    rows: list[Line] = []
    if damaged and state.damaged:
        rows.append(Day("", _("Damaged, not counted")))
        rows.extend(state.damaged)
    for day, group in groupby(records, key=_day):
        rows.append(Day(day, day_words(day, state.today or day)))
        rows.extend(group)
    return rows


class Index:
    """The searchable text of every record, made at the first search and kept as long as the state."""

    def __init__(self, state: JournalState) -> None:
        self._state = state
        self._texts: list[str] = []

    def search(self, query: str) -> list[Line]:
        """Return the rows in which every word of `query` occurs; all of them for an empty query."""
        if not query.strip():
            return lines(self._state, self._state.records)
        if not self._texts:
            self._texts = list(self._fold_all())
        pairs = zip(self._state.records, self._texts, strict=True)
        return lines(self._state, [record for record, text in pairs if found_in(text, query)], damaged=False)

    def _fold_all(self) -> Iterator[str]:
        days: dict[str, str] = {}
        for record in self._state.records:
            day = _day(record)
            if day not in days:
                days[day] = fold(day_words(day, self._state.today or day))
            yield f"{days[day]} {fold(_text(record, self._state))}"


def _text(record: Entry | SessionRecord, state: JournalState) -> str:
    return entry_text(record, state.sessions) if isinstance(record, Entry) else session_text(record)


def _day(record: Entry | SessionRecord) -> str:
    return (record.at if isinstance(record, Entry) else record.started).local_day


def _moment(record: Entry | SessionRecord) -> tuple[str, int]:
    stamp = record.at if isinstance(record, Entry) else record.started
    return stamp.local_day, stamp.utc_us
