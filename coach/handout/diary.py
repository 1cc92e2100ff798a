"""The journal as a printed diary: day by day, everything that was written down. No drawing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from coach.analysis.period import Span
from coach.clock import Stamp
from coach.content.vocabulary import When
from coach.content.words import break_ending_word, break_word, clock_text, marker_word, place_words, quality_words
from coach.handout.report_tables import asked_words, ended_words, time_text
from coach.handout.report_words import capital
from coach.i18n import _
from coach.journal.records import Break, Entry, Marker, SessionRecord

Kept = Entry | SessionRecord | Marker | Break


class DiaryDay(NamedTuple):
    """One day: its heading, and rows of time, what it was, how strong ('' where nothing was rated), and words."""

    title: str
    rows: tuple[tuple[str, str, str, str], ...]


class Diary(NamedTuple):
    """All days of a period that hold something, oldest first."""

    title: str
    period: str
    told: str
    days: tuple[DiaryDay, ...]
    foot: str


def diary_of(
    entries: Sequence[Entry],
    sessions: Sequence[SessionRecord],
    happened: Sequence[Marker | Break],
    span: Span,
    day: Callable[[int], str],
) -> Diary:
    """Put a period into days; `day` writes a local day (an ordinal). Rehearsals are in it and say so."""
    every: list[Kept] = [*entries, *sessions, *happened]
    kept = [one for one in every if span.holds(_stamp(one).local_day)]
    kept.sort(key=lambda one: (_stamp(one).local_day, _stamp(one).utc_us, _turn(one), one.id))
    days = tuple(
        DiaryDay(capital(day(date.fromisoformat(local).toordinal())), tuple(_row(one, day) for one in group))
        for local, group in groupby(kept, key=lambda one: _stamp(one).local_day)
    )
    return Diary(
        title=_("Diary"),
        period=_("{first} to {last}").format(first=day(span.first.toordinal()), last=day(span.last.toordinal())),
        told=_("Tightness from 0 (none) to 10 (the most you can imagine), as it was written down."),
        days=days,
        foot=_("Made with Limber, a timer and a diary."),
    )


def _stamp(kept: Kept) -> Stamp:
    return kept.started if isinstance(kept, SessionRecord) else kept.at


def _turn(kept: Kept) -> int:
    """Ratings stand around what they are about, where all were written in one moment."""
    when = kept.when if isinstance(kept, Entry) else None
    return {When.BEFORE: 0, When.AFTER: 2}.get(when, 1) if when is not None else 1


def _row(kept: Kept, day: Callable[[int], str]) -> tuple[str, str, str, str]:
    if isinstance(kept, Entry):
        return _entry_row(kept)
    if isinstance(kept, Marker):
        return ("", marker_word(kept.kind), "", _joined(_until(kept, day), kept.words))
    if isinstance(kept, Break):
        return (time_text(kept.at), break_word(kept.kind), "", break_ending_word(kept.outcome))
    length = _("{done} of {planned}").format(done=clock_text(kept.done_ms), planned=clock_text(kept.planned_ms))
    words = _joined(ended_words(kept.status), length, _rehearsal(on=kept.rehearsal))
    return (time_text(kept.started), _(kept.name), "", words)


def _entry_row(entry: Entry) -> tuple[str, str, str, str]:
    what = _("{place}, {quality}").format(
        place=capital(place_words(entry.area, entry.side)), quality=quality_words(entry.quality)
    )
    words = _joined(asked_words(entry.when), entry.note, _rehearsal(on=entry.rehearsal))
    return (time_text(entry.at), what, str(entry.tightness), words)


def _until(marker: Marker, day: Callable[[int], str]) -> str:
    if marker.last_day is None:
        return ""
    return _("until {day}").format(day=day(date.fromisoformat(marker.last_day).toordinal()))


def _rehearsal(*, on: bool) -> str:
    return _("rehearsal") if on else ""


def _joined(*parts: str) -> str:
    return " · ".join(" ".join(part.split()) for part in parts if part)
