"""A year of days: the words of every day say what it held, and nothing is cut at New Year."""

from __future__ import annotations

from datetime import date

from coach.content.vocabulary import MarkerKind, Side
from coach.drawing.charts.boards import Sign, YearState
from coach.journal.records import Marker
from coach.ui.progress.choice import Choice
from coach.ui.progress.sections.section import Looking
from coach.ui.progress.sections.year.section import view
from coach.ui.progress.state import build_state
from tests.analysis.make import at, entry, session
from tests.seeded_year import seeded_year, ten_years
from tests.ui.progress.sample import LEFT, SAY, TODAY


def _marker(day: str, kind: MarkerKind, last: str | None = None, words: str = "") -> Marker:
    return Marker(id=f"{day}{kind}", at=at(f"{day}T10:00"), kind=kind, words=words, last_day=last)


def _looking() -> Looking:
    entries = [
        entry("2025-05-20T08:00", 4),
        entry("2025-05-19T08:00", 3),
        entry("2025-05-19T21:30", 8),
        entry("2025-05-19T22:00", 10, side=Side.RIGHT),
        entry("2024-12-31T09:00", 6),
        entry("2025-01-01T09:00", 2),
    ]
    sessions = [session("2025-05-19T07:00"), session("2025-05-18T07:00", rehearsal=True)]
    markers = [
        _marker("2025-05-17", MarkerKind.FLARE, "2025-05-19", "After the garden"),
        _marker("2025-05-19", MarkerKind.NEW_CHAIR),
    ]
    state = build_state(entries, sessions, TODAY, markers=markers)
    return Looking(state, Choice({LEFT: 0}), SAY)


def _plot(looking: Looking) -> YearState:
    plot = view(looking).plot
    assert plot is not None
    return plot


def test_a_day_in_words() -> None:
    """Its day, its highest number of the chosen place, entries, sessions, and what happened with its words."""
    page = _plot(_looking()).page(0)
    last = len(page.days) - 1
    assert page.say(last) == "Tue 20 May 2025, today\n4: Buttock, left, 08:00; the only entry"
    assert page.say(last - 1) == (
        "Mon 19 May 2025\n"
        "Highest 8: Buttock, left, 21:30; 2 entries\n"
        "1 session: Morning ease\n"
        "Flare: After the garden\n"
        "New chair"
    )
    assert page.say(last - 2) == "Sun 18 May 2025\nNothing noted\nFlare: After the garden"
    assert page.say(last - 10) == "Sat 10 May 2025\nNothing noted"


def test_a_square_shows_what_the_words_say() -> None:
    """Shade, dot and shape of the same three days; a rehearsal is no dot."""
    days = _plot(_looking()).page(0).days
    assert (days[-1].value, days[-1].session, days[-1].sign) == (4, False, None)
    assert (days[-2].value, days[-2].session, days[-2].sign) == (8, True, Sign.FLARE)
    assert (days[-3].value, days[-3].session, days[-3].sign) == (None, False, Sign.FLARE)


def test_new_year_is_a_day_like_any_other() -> None:
    """31 December and 1 January follow each other on one page; January stands over the week that holds its first."""
    page = _plot(_looking()).page(0)
    first = TODAY.toordinal() - len(page.days) + 1
    new_year = date(2025, 1, 1).toordinal() - first
    assert [page.days[new_year - 1].value, page.days[new_year].value] == [6, 2]
    assert (new_year // 7, "Jan") in page.months


def test_every_day_of_the_year_says_its_own_number() -> None:
    """All 365 days of the seeded year: the words hold the value of the square, or that nothing was noted."""
    year = seeded_year()
    state = build_state(year.entries, year.sessions, year.last_day, markers=year.markers)
    places = {one.key: number for number, one in enumerate(state.series[:4])}
    plot = _plot(Looking(state, Choice(places), SAY))
    page = plot.page(0)
    assert len(page.days) > 364
    for number, day in enumerate(page.days):
        lines = page.say(number).split("\n")
        told = lines[1].removeprefix("Highest ")
        assert told == "Nothing noted" if day.value is None else told.startswith(f"{day.value}: ")
        assert any("session" in line for line in lines[2:]) is day.session
        assert day.sign is None or len(lines) > 2
    assert set(plot.signs) == set(Sign)


def test_pages_go_back_to_the_oldest_day() -> None:
    """Ten years are ten pages: the last one holds the first entry, the one after it would hold nothing."""
    year = ten_years()
    state = build_state(year.entries, year.sessions, year.last_day)
    plot = _plot(Looking(state, Choice({one.key: 0 for one in state.series[:1]}), SAY))
    assert plot.pages == 10
    assert any(day.value is not None for day in plot.page(9).days)
    assert all(day == plot.page(10).days[0] for day in plot.page(10).days)


def test_sentences_count_days() -> None:
    """Days with an entry since the first one, the highest number and when, sessions, days in a flare."""
    assert view(_looking()).sentences == (
        "4 of 141 days have an entry; the highest number is 8, on 19 May.",
        "1 day with a session.",
        "Flare: 3 days.",
    )


def test_nothing_at_all_says_what_to_do() -> None:
    """No entry of the chosen place, no session, no marker: no chart, but a sentence."""
    state = build_state([entry("2025-05-20T08:00", 4, side=Side.RIGHT)], [], TODAY)
    found = view(Looking(state, Choice({LEFT: 0}), SAY))
    assert found.plot is None
    assert all(found.empty)


def test_the_table_lists_days_that_hold_something() -> None:
    """Newest first, with where the highest number was and what happened."""
    table = view(_looking()).table
    assert table.count == 6
    assert table.row(1) == ("Mon 19 May 2025", "8", "Buttock, left", "2", "1", "Flare: After the garden, New chair")
    assert table.row(2) == ("Sun 18 May 2025", "–", "–", "0", "0", "Flare: After the garden")
