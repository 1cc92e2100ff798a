"""What the Journal page shows: everything that happened, newest first. No Qt.

A journal may hold a hundred thousand records, so a row is put into words only when it is looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import groupby

from coach.clock import Stamp
from coach.content.exercise import Exercise
from coach.i18n import _
from coach.journal.records import Break, Entry, Marker, SessionRecord
from coach.ui.journal.break_words import break_text
from coach.ui.journal.words import entry_text, marker_text, session_text
from coach.ui.search import fold, holds, words_of
from coach.ui.words import day_words


@dataclass(frozen=True, slots=True)
class Day:
    """The head of a day, by ISO days ('' heads the damaged rows); its words are made when it is drawn."""

    day: str
    today: str

    @property
    def title(self) -> str:
        """Name the day as a person would."""
        return day_words(self.day, self.today or self.day) if self.day else _("Damaged, not counted")


@dataclass(frozen=True, slots=True)
class Damaged:
    """A row of the file that cannot be trusted, said in one sentence; it counts nowhere."""

    sentence: str


Kept = Entry | SessionRecord | Marker | Break
Record = Kept | Damaged
Line = Day | Record


class Show(StrEnum):
    """What the list is narrowed to."""

    ALL = "all"
    ENTRIES = "entries"
    SESSIONS = "sessions"
    BREAKS = "breaks"
    MARKERS = "markers"
    NOTES = "notes"


def shown(record: Kept, show: Show) -> bool:
    """Say whether a record belongs to what is shown."""
    if show is Show.ENTRIES:
        return isinstance(record, Entry)
    if show is Show.SESSIONS:
        return isinstance(record, SessionRecord)
    if show is Show.BREAKS:
        return isinstance(record, Break)
    if show is Show.MARKERS:
        return isinstance(record, Marker)
    if show is Show.NOTES:
        return (isinstance(record, Entry) and bool(record.note)) or (isinstance(record, Marker) and bool(record.words))
    return True


@dataclass(frozen=True, slots=True)
class JournalState:
    """Everything in the journal. `records` newest first; `damaged` apart, as nobody knows their day.

    `names` of exercises by their ids. `today` is the person's ISO day; `notice` a sentence about what was just done, `can_undo` offers to
    take it back.
    """

    records: tuple[Kept, ...] = ()
    damaged: tuple[Damaged, ...] = ()
    today: str = ""
    sessions: Mapping[str, SessionRecord] = field(default_factory=dict)
    ratings: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
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
    happened: Sequence[Marker | Break] = (),
    notice: str = "",
    can_undo: bool = False,
) -> JournalState:
    """Put everything in one order: by the day it was written on, then by time, newest first."""
    records: list[Kept] = [*entries, *sessions, *happened]
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


def named(state: JournalState, exercises: Mapping[str, Exercise]) -> JournalState:
    """Return the same with the names of all exercises."""
    return replace(state, names={key: _(exercise.name) for key, exercise in exercises.items()})


def lines(state: JournalState, records: Iterable[Kept], *, damaged: bool = True) -> list[Line]:
    """Return the rows of the list: each day's head, then what happened on it; damaged rows come first."""
    rows: list[Line] = []
    if damaged and state.damaged:
        rows.append(Day("", ""))
        rows.extend(state.damaged)
    for day, group in groupby(records, key=_day):
        rows.append(Day(day, state.today))
        rows.extend(group)
    return rows


class Index:
    """The searchable text of every record, made at the first search and kept as long as the state."""

    def __init__(self, state: JournalState) -> None:
        self._state = state
        self._texts: list[str] = []

    def search(self, query: str, show: Show = Show.ALL) -> list[Line]:
        """Return the rows of that sort in which every word of `query` occurs; all of them for an empty query."""
        if not query.strip():
            found = [record for record in self._state.records if shown(record, show)]
            return lines(self._state, found, damaged=show is Show.ALL)
        if not self._texts:
            self._texts = list(self._fold_all())
        words = words_of(query)
        pairs = zip(self._state.records, self._texts, strict=True)
        return lines(
            self._state, [record for record, text in pairs if shown(record, show) and holds(text, words)], damaged=False
        )

    def _fold_all(self) -> Iterator[str]:
        """Fold each record; what many records share (their day, place, score) is folded once."""
        days: dict[str, str] = {}
        kinds: dict[tuple[object, ...], str] = {}
        for record in self._state.records:
            day = _day(record)
            if day not in days:
                days[day] = fold(Day(day, self._state.today).title)
            if isinstance(record, SessionRecord):
                yield f"{days[day]} {fold(session_text(record))}"
                continue
            if isinstance(record, Marker):
                yield f"{days[day]} {fold(marker_text(record))}"
                continue
            if isinstance(record, Break):
                yield f"{days[day]} {fold(break_text(record, self._state.names))}"
                continue
            kind = (record.area, record.side, record.quality, record.tightness, record.session, record.rehearsal)
            if kind not in kinds:
                kinds[kind] = fold(entry_text(record, self._state.sessions))
            yield f"{days[day]} {kinds[kind]} {fold(record.note)}" if record.note else f"{days[day]} {kinds[kind]}"


def _day(record: Kept) -> str:
    return _stamp(record).local_day


def _stamp(record: Kept) -> Stamp:
    return record.started if isinstance(record, SessionRecord) else record.at


def _moment(record: Kept) -> tuple[str, int]:
    stamp = _stamp(record)
    return stamp.local_day, stamp.utc_us
