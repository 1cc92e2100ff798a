"""A report for somebody who treats the person: what a minute can read on one page, and what may follow. No drawing.

Everything in it was written down by the person. It holds facts and their number, no verdict, and names neither the
person nor the machine.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from coach.analysis.done import DoneFacts, done_facts
from coach.analysis.mean import mean_runs, seven_day_means
from coach.analysis.period import FeelingFacts, PlaceFacts, Span, feeling_facts, noted, place_facts
from coach.analysis.series import x_of
from coach.content.words import place_words, side_word
from coach.handout.report_tables import Table, entry_table, session_table
from coach.handout.report_words import (
    capital,
    change_words,
    done_lines,
    feeling_line,
    marker_line,
    minutes_text,
    note_line,
    pack_line,
    stop_line,
    sure_words,
)
from coach.i18n import _, ngettext
from coach.journal.records import Break, Entry, Exposure, Marker, SessionRecord

#: So many rows of each list fit the first page.
EXERCISES, STOPS, FEELINGS, MARKERS = 8, 4, 6, 6
_PLACES = 8
_NONE = "–"


class Writing(Protocol):
    """How days (ordinals) and numbers are written where the person lives."""

    def day(self, ordinal: int, /) -> str:
        """Write a day as short as it can be understood."""
        ...

    def full_day(self, ordinal: int, /) -> str:
        """Write a day with its year."""
        ...

    def decimal(self, value: float, /) -> str:
        """Write a number with one place."""
        ...

    def change(self, value: float, /) -> str:
        """Write a change with its sign."""
        ...


class Told(NamedTuple):
    """What the journal holds, oldest first."""

    entries: Sequence[Entry]
    sessions: Sequence[SessionRecord]
    exposures: Sequence[Exposure]
    markers: Sequence[Marker]
    breaks: Sequence[Break] = ()


class Choice(NamedTuple):
    """What the person wants in it: which period, which notes (ids of entries), which pages behind the first."""

    span: Span
    notes: frozenset[str] = frozenset()
    curves: bool = False
    sessions: bool = False
    entries: bool = False


class Curve(NamedTuple):
    """One place over the period: every entry and the runs of the seven-day mean, on local days as ordinals.

    `ticks` are days with their words: the first, one or two between, the last.
    """

    name: str
    points: tuple[tuple[float, int], ...]
    runs: tuple[tuple[tuple[float, float], ...], ...]
    first: float
    last: float
    ticks: tuple[tuple[float, str], ...]


class PlaceRow(NamedTuple):
    """One place in the first table; cells are words, `curve` is drawn beside them."""

    cells: tuple[str, ...]
    curve: Curve


class Section(NamedTuple):
    """A heading with its lines."""

    title: str
    lines: tuple[str, ...]


class Report(NamedTuple):
    """All pages in words. `head` are the headings of the places' cells; `what` is the table of exercises; `sure`: what
    the two numbers beside a change are, '' where there are none.
    """

    title: str
    period: str
    told: str
    head: tuple[str, ...]
    places: tuple[PlaceRow, ...]
    remark: str
    sure: str
    done: Section
    what: Table
    sections: tuple[Section, ...]
    notes: Section
    foot: str
    curves: tuple[Curve, ...]
    sessions: Table | None
    entries: Table | None


def report_of(told: Told, choice: Choice, write: Writing) -> Report:
    """Put a period of the journal into words."""
    span = choice.span
    places, done = place_facts(told.entries, span), done_facts(told.sessions, told.exposures, span)
    feelings = feeling_facts(told.entries, span)
    rows = tuple(_place_row(fact, span, write) for fact in places)
    sure = sure_words() if any(fact.change is not None and fact.change.sure for fact in places) else ""
    kept = [entry for entry in told.entries if span.holds(entry.at.local_day) and not entry.rehearsal]
    held = [one for one in told.sessions if span.holds(one.started.local_day) and not one.rehearsal]
    return Report(
        title=_("Tightness and exercise diary"),
        period=_period(span, write),
        told=_told(),
        head=_head(),
        places=rows[:_PLACES],
        remark=_remark(places, len(rows) - _PLACES, sure),
        sure=sure,
        done=Section(_("Sessions"), done_lines(done, span, write)),
        what=_exercise_table(done),
        sections=tuple(_sections(done, feelings, _within(told.markers, span), write)),
        notes=_notes(told.entries, choice, write),
        foot=_("Made with Limber, a timer and a diary. Self-reported; not a measurement and not a clinical study."),
        curves=tuple(row.curve for row in rows) if choice.curves else (),
        sessions=session_table(held, write.full_day) if choice.sessions else None,
        entries=entry_table(kept, write.full_day) if choice.entries else None,
    )


def _period(span: Span, write: Writing) -> str:
    words = ngettext("{first} to {last} ({n} day)", "{first} to {last} ({n} days)", span.days)
    return words.format(
        first=write.full_day(span.first.toordinal()), last=write.full_day(span.last.toordinal()), n=span.days
    )


def _told() -> str:
    return _(
        "Self-reported: every number was entered by the person, from 0 (no tightness) to 10 (the most the person can imagine). "
        "Nothing here was measured or examined."
    )


def _head() -> tuple[str, ...]:
    return (
        _("Where"),
        _("Entries"),
        _("Mean"),
        _("Range"),
        _("First → last week"),
        _("Median change in a session"),
        _("The period, 0 to 10"),
    )


def _place_row(fact: PlaceFacts, span: Span, write: Writing) -> PlaceRow:
    lowest_highest = f"{fact.lowest}–{fact.highest}" if fact.lowest != fact.highest else str(fact.lowest)
    ends = _NONE
    if fact.begin is not None and fact.end is not None:
        ends = f"{write.decimal(fact.begin)} → {write.decimal(fact.end)}"
    name = capital(place_words(*fact.key))
    cells = (
        name,
        str(len(fact.points)),
        write.decimal(fact.mean),
        lowest_highest,
        ends,
        change_words(fact, write) or _NONE,
    )
    return PlaceRow(cells, _curve(name, fact, span, write))


def _curve(name: str, fact: PlaceFacts, span: Span, write: Writing) -> Curve:
    runs = mean_runs(seven_day_means(fact.points))
    return Curve(
        name=name,
        points=tuple((x_of(point.entry.at), point.entry.tightness) for point in fact.points),
        runs=tuple(tuple((mean.x, mean.value) for mean in run) for run in runs),
        first=float(span.first.toordinal()),
        last=float(span.last.toordinal() + 1),
        ticks=tuple((day + 0.5, write.day(day)) for day in _ticks(span)),
    )


def _ticks(span: Span) -> list[int]:
    """Return up to four days, evenly through the period."""
    first, last = span.first.toordinal(), span.last.toordinal()
    parts = min(3, last - first)
    return sorted({first + round((last - first) * part / parts) for part in range(parts + 1)}) if parts else [first]


def _remark(places: Sequence[PlaceFacts], more: int, sure: str) -> str:
    """Say how to read the table (CHILDS: two points on the pain scale; nothing found for tightness)."""
    if not places:
        return _("No tightness was noted in this time.")
    words = [
        _("Dots: entries. Line: mean of seven days."),
        _("Change in a session: after minus before, and its median."),
        *([sure] if sure else []),
        _(
            "Two points are the least change beyond day-to-day noise on the 0-10 pain scale in low back pain "
            "(Childs 2005, PubMed 15928561); for tightness no such figure is known."
        ),
    ]
    if more > 0:
        words.append(ngettext("{n} more place is not shown.", "{n} more places are not shown.", more).format(n=more))
    return " ".join(words)


def _exercise_table(done: DoneFacts) -> Table:
    rows = [
        (
            _(fact.title),
            ", ".join(side_word(side) for side in fact.sides) or "–",
            str(fact.sessions),
            minutes_text(fact.done_ms) if fact.done_ms else "–",
        )
        for fact in done.exercises[:EXERCISES]
    ]
    more = len(done.exercises) - EXERCISES
    last = ngettext("{n} more exercise", "{n} more exercises", more).format(n=more) if more > 0 else ""
    return Table(
        (_("Exercise"), _("Sides"), _("Sessions"), _("Time in all")), (*rows, *([(last, "", "", "")] if last else []))
    )


def _sections(
    done: DoneFacts, feelings: Sequence[FeelingFacts], markers: Sequence[Marker], write: Writing
) -> Iterator[Section]:
    """Yield what there is something to say about; that nothing got worse is worth saying, too."""
    if done.packs:
        yield Section(_("Heat and cold"), tuple(pack_line(fact) for fact in done.packs))
    if done.exercises or done.stops:
        stops = tuple(stop_line(stop, write.day) for stop in done.stops)
        yield Section(_("Stopped because it got worse"), _last(stops, STOPS) or (_("Never in this time."),))
    if feelings:
        lines = tuple(feeling_line(fact, write) for fact in feelings)
        yield Section(_("Other feelings, with how strong they were"), _first(lines, FEELINGS))
    if markers:
        yield Section(_("What happened"), _last(tuple(marker_line(one, write.day) for one in markers), MARKERS))


def _within(markers: Sequence[Marker], span: Span) -> list[Marker]:
    """Return the markers that touch the period: a flare may have begun before it."""
    first, last = span.first.isoformat(), span.last.isoformat()
    return [one for one in markers if one.at.local_day <= last and (one.last_day or one.at.local_day) >= first]


def _first(lines: tuple[str, ...], most: int) -> tuple[str, ...]:
    return lines if len(lines) <= most else (*lines[:most], _more(len(lines) - most))


def _last(lines: tuple[str, ...], most: int) -> tuple[str, ...]:
    return lines if len(lines) <= most else (_earlier(len(lines) - most), *lines[-most:])


def _more(count: int) -> str:
    return ngettext("and {n} more", "and {n} more", count).format(n=count)


def _earlier(count: int) -> str:
    return ngettext("{n} earlier one", "{n} earlier ones", count).format(n=count)


def _notes(entries: Sequence[Entry], choice: Choice, write: Writing) -> Section:
    chosen = [entry for entry in noted(entries, choice.span) if entry.id in choice.notes]
    return Section(_("Notes the person wants you to read"), tuple(note_line(entry, write.day) for entry in chosen))
