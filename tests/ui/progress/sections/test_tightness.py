"""Tightness over time: the same numbers as points, sentences and rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from coach.content.vocabulary import MarkerKind, Quality
from coach.drawing.charts.model import OverTimeState
from coach.journal.records import Entry, Marker
from coach.ui.progress.choice import Choice
from coach.ui.progress.sections.section import Looking
from coach.ui.progress.sections.tightness.section import view
from coach.ui.progress.state import build_state
from tests.analysis.make import at, entry
from tests.ui.progress.sample import CALF, LEFT, RIGHT, TODAY, journal, looking

NOISE = (
    "A change of 2 points is more than the usual ups and downs of pain (Childs 2005); "
    "for tightness no such figure is known."
)


def _plot(held: Looking) -> OverTimeState:
    plot = view(held).plot
    assert plot is not None
    return plot


def test_the_sentence_says_first_latest_and_mean() -> None:
    """The same that the chart shows, in words a screen reader can read."""
    seen = view(looking())
    assert seen.sentences == (
        "Buttock, left: 6 on 3 May, 4 today; average of the last 7 days 4.2, from 5 entries.",
        "Buttock, right: 3 on 12 May, 2 on 18 May; one entry in the last 7 days, so no average.",
    )
    assert seen.remark == NOISE


@pytest.mark.parametrize(
    ("entries", "sentence"),
    [
        (
            [entry("2025-05-20T08:00", 6)],
            "Buttock, left: 6 today, the only entry in this time. With a second entry within seven days a line appears.",
        ),
        (
            [entry("2025-01-20T08:00", 6), entry("2025-05-02T08:00", 5)],
            "Buttock, left: 5 on 2 May, the only entry in this time.",
        ),
        ([entry("2025-01-20T08:00", 6)], "Buttock, left: no entry in this time."),
        (
            [entry("2025-05-01T08:00", 6), entry("2025-05-02T08:00", 5)],
            "Buttock, left: 6 on 1 May, 5 on 2 May; no entry in the last 7 days.",
        ),
    ],
)
def test_few_entries_are_said_as_they_are(entries: list[Entry], sentence: str) -> None:
    """No mean of one number, no number where there is none."""
    assert view(looking(entries, Choice({LEFT: 0}))).sentences == (sentence,)


def test_the_chart_holds_every_entry_and_opens_on_the_span() -> None:
    """Older points are there to be moved to; what is seen first is the month."""
    plot = _plot(looking())
    today = TODAY.toordinal()
    assert [len(line.xs) for line in plot.lines] == [9, 2]
    assert (plot.start, plot.end) == (today - 29, today + 1.25)
    assert plot.first <= plot.start
    assert [len(run) for run in plot.lines[0].runs] == [6]


def test_a_point_says_value_day_time_and_note() -> None:
    """What the hover card shows."""
    line = _plot(looking()).lines[0]
    said = [line.say(number) for number in range(len(line.xs))]
    assert said[0] == "Buttock, left: 6\nSat 3 May 2025, 09:00\nBefore: a session"
    assert said[-2] == "Buttock, left: 5\nMon 19 May 2025, 08:00\nAfter gardening"


def test_a_long_note_is_cut_on_the_card() -> None:
    """The whole note is in the journal."""
    plot = _plot(looking([entry("2025-05-20T08:00", note="x" * 500)], Choice({LEFT: 0})))
    assert plot.lines[0].say(0).endswith("x" * 120 + "…")


def test_another_feeling_is_hollow_and_can_be_seen_alone() -> None:
    """A cramp is not a tightness: it is marked, named, and has a chart of its own."""
    entries = [entry("2025-05-19T08:00", 3), entry("2025-05-20T08:00", 8, quality=Quality.CRAMP)]
    every = _plot(looking(entries, Choice({LEFT: 0})))
    assert every.lines[0].hollow == (False, True)
    assert "Hollow" in every.subtitle
    alone = _plot(looking(entries, Choice({LEFT: 0}, Quality.CRAMP)))
    assert alone.title == "Cramp over time"
    assert (alone.lines[0].ys, alone.lines[0].hollow) == ((8,), (False,))
    assert "Hollow" not in alone.subtitle


def test_the_table_has_the_same_values() -> None:
    """Newest first, the mean of the day beside each entry."""
    table = view(looking()).table
    assert table.count == 11
    assert table.row(0) == ("Tue 20 May 2025", "08:00", "Buttock, left", "4", "Tightness", "4.2", "2", "5")
    assert table.row(table.count - 1) == ("Sat 3 May 2025", "09:00", "Buttock, left", "6", "Tightness", "5.5", "5", "6")


def test_what_is_left_out_is_said() -> None:
    """Rehearsals and damaged rows are counted, never silently dropped."""
    method = " ".join(view(looking()).method)
    assert "1 entry is from a rehearsal." in method
    assert "1 damaged row of the journal is left out too." in method


def test_an_entry_of_tomorrow_is_drawn_and_not_taken_for_today() -> None:
    """After a journey or with a wrong clock an entry may lie ahead; nothing breaks."""
    ahead = looking([entry("2025-05-20T08:00", 3), entry("2025-05-22T08:00", 6)], Choice({LEFT: 0}))
    seen = view(ahead)
    assert _plot(ahead).last >= date(2025, 5, 22).toordinal() + 1
    assert "3 today, the only entry" in seen.sentences[0]
    assert seen.table.count == 2


def test_the_band_stands_around_the_line() -> None:
    """On the same days in the same stretches; more than two places have none, and the key says so."""
    line = _plot(looking()).lines[0]
    assert [[x for x, _y in run] for run in line.runs] == [[x for x, _low, _high in run] for run in line.band]
    for run, band in zip(line.runs, line.band, strict=True):
        assert all(low <= mean <= high for (_x, mean), (_day, low, high) in zip(run, band, strict=True))
    assert "Band" in _plot(looking()).subtitle
    three = _plot(looking(choice=Choice({LEFT: 0, RIGHT: 1, CALF: 2})))
    assert not any(one.band for one in three.lines)
    assert "Band" not in three.subtitle


def test_what_happened_is_on_the_chart_and_in_words() -> None:
    """A marker is drawn, can be looked at, and stands among the sentences."""
    chair = Marker(id="m", at=at("2025-05-12T12:00"), kind=MarkerKind.NEW_CHAIR)
    held = replace(looking(), state=build_state(journal(), [], TODAY, markers=[chair]))
    assert [one.name for one in _plot(held).happenings] == ["New chair"]
    assert "What happened: New chair on 12 May." in view(held).sentences
