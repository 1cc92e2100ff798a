"""One row of the journal's list in words: what the painter draws and a screen reader says. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from coach.content.words import marker_word
from coach.i18n import _
from coach.journal.records import Break, Entry, Marker, SessionRecord
from coach.ui.journal.break_words import break_view
from coach.ui.journal.state import Damaged, Day, Line
from coach.ui.journal.words import after_exercise, lasting_words, score_words, time_words
from coach.ui.words import length_of_words, place_word, quality_word, status_word, when_word

Kind = Literal["day", "entry", "session", "marker", "break", "damaged"]


@dataclass(frozen=True, slots=True)
class RowView:
    """One row: `title` over `detail`, `time` at the end, `score` in the badge (-1: none), `mark` a small label."""

    kind: Kind
    title: str
    detail: str = ""
    time: str = ""
    score: int = -1
    mark: str = ""

    @property
    def spoken(self) -> str:
        """Return the row as one sentence."""
        score = score_words(self.score) if self.score >= 0 else ""
        return ", ".join(part for part in (self.title, score, self.detail, self.time, self.mark) if part)


def row_view(line: Line, sessions: Mapping[str, SessionRecord], names: Mapping[str, str] | None = None) -> RowView:
    """Put one row into words; `names` of exercises by their ids."""
    if isinstance(line, Day):
        return RowView("day", line.title)
    if isinstance(line, Damaged):
        return RowView("damaged", line.sentence, mark=_("damaged, not counted"))
    if isinstance(line, Entry):
        return _entry_row(line, sessions)
    if isinstance(line, Break):
        return _break_row(line, names or {})
    return _marker_row(line) if isinstance(line, Marker) else _session_row(line)


def _break_row(one: Break, names: Mapping[str, str]) -> RowView:
    view = break_view(one, names)
    return RowView("break", view.title, " · ".join((view.outcome, *view.lines)), view.time)


def _marker_row(marker: Marker) -> RowView:
    parts = [part for part in (lasting_words(marker), " ".join(marker.words.split())[:200]) if part]
    return RowView("marker", marker_word(marker.kind), " · ".join(parts))


def _entry_row(entry: Entry, sessions: Mapping[str, SessionRecord]) -> RowView:
    parts = [quality_word(entry.quality)]
    session = sessions.get(entry.session or "")
    if session and entry.when:
        parts.append(_("{when} {session}").format(when=when_word(entry.when).lower(), session=_(session.name)))
    if after := after_exercise(entry, session):
        parts.append(after)
    if entry.note:
        parts.append(" ".join(entry.note.split())[:200])
    return RowView(
        kind="entry",
        title=place_word(entry.area, entry.side),
        detail=" · ".join(parts),
        time=time_words(entry.at),
        score=entry.tightness,
        mark=_("rehearsal") if entry.rehearsal else "",
    )


def _session_row(session: SessionRecord) -> RowView:
    length = length_of_words(session.done_ms, session.planned_ms)
    return RowView(
        kind="session",
        title=_(session.name),
        detail=f"{status_word(session.status)} · {length}",
        time=time_words(session.started),
        mark=_("rehearsal") if session.rehearsal else "",
    )
