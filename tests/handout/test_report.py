"""What a report says."""

from __future__ import annotations

import re
from datetime import date, timedelta
from statistics import median
from typing import Any

import pytest

from coach.analysis.before_after import before_after
from coach.analysis.middle import middle
from coach.analysis.period import Span, noted
from coach.analysis.series import Key
from coach.content.vocabulary import Area, Side
from coach.handout.report import Choice, Report, Told, report_of
from coach.handout.report_note import note_of
from coach.handout.report_words import minutes_text
from coach.ui.progress.saying import Say
from tests.analysis.make import entry, rated
from tests.seeded_year import LAST_DAY, Year, first_week, seeded_year

SAY = Say(
    day=lambda ordinal: date.fromordinal(ordinal).strftime("%m-%d"),
    full_day=lambda ordinal: date.fromordinal(ordinal).isoformat(),
    decimal=lambda value: f"{value:.1f}",
)
YEAR = Span(LAST_DAY - timedelta(days=364), LAST_DAY)
MONTH = Span(LAST_DAY - timedelta(days=27), LAST_DAY)


@pytest.fixture(scope="module")
def year() -> Year:
    """The seeded year."""
    return seeded_year()


def report(year: Year, span: Span, **more: Any) -> Report:
    """A report about a part of it."""
    return report_of(Told(year.entries, year.sessions, (), year.markers), Choice(span, **more), SAY)


def test_it_says_the_numbers_of_the_period(year: Year) -> None:
    """Its places, counted by hand here, its sessions, and that all of it is self-reported."""
    made = report(year, MONTH)
    buttock = next(row for row in made.places if row.cells[0] == "Left buttock")
    scores = [
        entry.tightness
        for entry in year.entries
        if (entry.area, entry.side, entry.quality) == ("buttock", "left", "tightness")
        and MONTH.holds(entry.at.local_day)
        and not entry.rehearsal
    ]
    assert buttock.cells[1:4] == (str(len(scores)), f"{sum(scores) / len(scores):.1f}", f"{min(scores)}–{max(scores)}")
    assert made.period == "2026-10-24 to 2026-11-20 (28 days)"
    assert made.told.startswith("Self-reported")
    assert "self-reported" in made.foot.lower()
    assert "Childs 2005" in made.remark


def test_the_change_in_a_session_has_its_interval_and_its_number(year: Year) -> None:
    """The median is counted by hand, the interval is the exact one; the page and the note say the same."""
    made = report(year, MONTH)
    place = next(row for row in made.places if row.cells[0] == "Left buttock")
    pairs = before_after([one for one in year.entries if MONTH.holds(one.at.local_day)], 1000)
    changes = [pair.change for pair in pairs[Key(Area.BUTTOCK, Side.LEFT)].pairs]
    low, high = (SAY.change(round(one, 1)) for one in middle(changes)[2:])
    assert place.cells[5] == f"{SAY.change(median(changes))}, between {low} and {high}, {len(changes)} sessions"
    assert f"median change in a session {place.cells[5]}" in note_of(made)
    assert "95 of 100 samples" in made.sure
    assert made.sure in made.remark
    assert made.sure in note_of(made)


@pytest.mark.parametrize(
    ("scores", "words"),
    [
        ([], "–"),
        ([2], "−3, 1 session"),
        ([2, 2, 5, 2, 2], "−3, 5 sessions"),
        ([2, 2, 5, 2, 2, 2], "−3, between −3.4 and 0, 6 sessions"),
    ],
)
def test_few_sessions_have_no_interval(scores: list[int], words: str) -> None:
    """Below six none can hold the median in 95 of 100 samples, so none is given; no session, no change."""
    days = [(MONTH.first + timedelta(days=n)).isoformat() for n in range(len(scores))]
    pairs = [rated(day, day, 5, after) for day, after in zip(days, scores, strict=True)]
    entries = [one for pair in pairs for one in pair] or [entry(f"{MONTH.first.isoformat()}T08:00", 5)]
    made = report_of(Told(entries, (), (), ()), Choice(MONTH), SAY)
    (row,) = made.places
    assert row.cells[5] == words
    assert bool(made.sure) is ("between" in words)


def test_only_the_notes_that_were_ticked_are_on_it(year: Year) -> None:
    """No note goes along by itself."""
    assert report(year, MONTH).notes.lines == ()
    one = noted(year.entries, MONTH)[-1]
    (line,) = report(year, MONTH, notes=frozenset({one.id})).notes.lines
    assert " ".join(one.note.split()) in line


def test_further_pages_come_when_asked_for(year: Year) -> None:
    """Curves, sessions and entries; every row of the period is there."""
    assert (report(year, MONTH).curves, report(year, MONTH).sessions, report(year, MONTH).entries) == ((), None, None)
    made = report(year, MONTH, curves=True, sessions=True, entries=True)
    held = [entry for entry in year.entries if MONTH.holds(entry.at.local_day) and not entry.rehearsal]
    assert made.entries is not None
    assert made.sessions is not None
    assert len(made.entries.rows) == len(held)
    assert all(len(row) == len(made.entries.head) for row in made.entries.rows)
    assert len(made.curves) == len(made.places)


def test_long_lists_are_cut_and_say_so(year: Year) -> None:
    """A year has more markers and feelings than a page: the rest is counted."""
    sections = {section.title: section.lines for section in report(year, YEAR).sections}
    assert sections["What happened"][0].endswith("earlier ones")
    assert len(sections["What happened"]) == 7
    assert sections["Stopped because it got worse"]


def test_an_empty_journal_has_a_report_too() -> None:
    """It says that there was nothing."""
    made = report(Year((), (), (), LAST_DAY), MONTH, curves=True, sessions=True, entries=True)
    assert made.places == ()
    assert made.remark == "No tightness was noted in this time."
    assert made.done.lines == ("No session in this time.",)
    assert "No session" in note_of(made)


def test_a_flare_that_began_before_is_on_it(year: Year) -> None:
    """What touches the period belongs to it."""
    flare = next(marker for marker in year.markers if marker.kind == "flare")
    assert flare.last_day is not None
    last = date.fromisoformat(flare.last_day)
    sections = {one.title: one.lines for one in report(year, Span(last, last)).sections}
    assert any("Flare" in line for line in sections["What happened"])


def test_the_note_is_plain_text_with_the_same_facts(year: Year) -> None:
    """Every place, no table, ends with a line break."""
    made = report(year, MONTH)
    note = note_of(made)
    assert all(row.cells[0] in note for row in made.places)
    assert all(line in note for section in (made.done, *made.sections) for line in section.lines)
    assert note.endswith("\n")
    assert "\t" not in note
    assert re.search(r"^- [^:(]+, [^:(]+: 1?\d+ sessions, \d", note, re.MULTILINE)
    assert "sessions:" not in note.replace(made.done.title, "")


def test_a_first_week_does_not_compare_weeks() -> None:
    """Seven days are one week: there is no first and last."""
    week = first_week()
    span = Span(week.last_day - timedelta(days=6), week.last_day)
    made = report(week, span)
    assert made.places
    assert all(row.cells[4] == "–" for row in made.places)


@pytest.mark.parametrize(("ms", "words"), [(10, "1 minute"), (600_000, "10 minutes"), (7_500_000, "2 h 5 min")])
def test_lengths_are_said_as_a_person_would(ms: int, words: str) -> None:
    """Minutes, and hours from two on."""
    assert minutes_text(ms) == words
