"""Change per exercise: counted, greyed, and claimed only when it may be."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec

from coach.analysis.learning_week import KEY
from coach.journal.records import SessionRecord
from coach.ui.progress.choice import Choice
from coach.ui.progress.sections.effects.plot import MOST_ROWS
from coach.ui.progress.sections.effects.section import view
from coach.ui.progress.sections.section import Ask, Looking
from coach.ui.progress.state import build_state
from tests.analysis.make import rated
from tests.analysis.test_uses import done, step
from tests.seeded_year import LAST_DAY, Year, first_week, seeded_year
from tests.ui.progress.sample import SAY, looking


def at(year: Year) -> Looking:
    """Return what the section is given of a made-up journal."""
    return Looking(build_state(year.entries, year.sessions, LAST_DAY), Choice(), SAY)


def test_a_year_names_the_one_that_helps_most() -> None:
    """In the sentence, on its row, in the table; with the rule beneath."""
    seen = view(at(seeded_year()))
    assert seen.sentences == ("Figure four, lying down: this one seems to help you most.",)
    assert seen.plot is not None
    first, *others = seen.plot.rows
    assert (first.name, first.uses) == ("Figure four, lying down", "37×, seems to help most")
    assert first.claimed
    assert not any(row.claimed for row in others)
    assert "fewer than 8 uses" in seen.plot.rule
    assert "3.4" in seen.plot.rule
    assert seen.table.row(0)[0] == "Figure four, lying down"
    assert [seen.table.row(n)[-1] for n in range(seen.table.count)] == ["yes", "no", "no", "no", "no"]


def test_a_first_week_is_grey_and_says_what_it_takes() -> None:
    """Numbers early, claims late."""
    seen = view(at(first_week()))
    assert seen.plot is not None
    assert not any(row.enough for row in seen.plot.rows)
    assert all("too few yet" in row.uses for row in seen.plot.rows)
    assert seen.sentences == ("No exercise has been used and rated 8 times yet. It takes two such to compare.",)


def test_without_anything_to_tell_it_says_how_to_begin() -> None:
    """Sessions of several exercises tell nothing about one of them."""
    seen = view(looking())
    assert seen.plot is None
    assert "learning week" in seen.empty[1]


def test_a_learning_week_is_offered_and_can_be_ended() -> None:
    """Started with today; while it lasts it says which day it is, and how it ends; afterwards it is offered again."""
    today = date(2026, 11, 20)

    def asked(answers: dict[str, object], day: date = today) -> Ask:
        ask = view(Looking(build_state([], [], day, answers=answers), Choice(), SAY)).ask
        assert ask is not None
        return ask

    offer = asked({})
    ((words, value, _chosen),) = offer.options
    assert (offer.key, words, value) == (KEY, "Start today", {"first": "2026-11-20"})
    on = asked({KEY: value}, today + timedelta(days=2))
    assert "day 3 of 7" in on.words
    assert "after Thu 26 Nov 2026" in on.words
    ((words, value, _chosen),) = on.options
    assert words == "End it now"
    assert asked({KEY: value}, today + timedelta(days=2)) == asked({}, today + timedelta(days=2))
    assert asked({KEY: {"first": "2026-11-20"}}, today + timedelta(days=7)).options[0][0] == "Start today"


def test_of_many_exercises_the_chart_shows_the_most_used() -> None:
    """A dozen, one of them twice: the table has all, the chart six and that one among them."""
    entries, sessions = [], []
    for number in range(13):
        day = f"2025-05-{number + 1:02}"
        entries += rated(f"s{number}", day, 5, 4)
        name = "twice" if number in {3, 9} else f"e{number}"
        sessions.append(_named(f"s{number}", name))
    seen = view(Looking(build_state(entries, sessions, LAST_DAY), Choice(), SAY))
    assert seen.plot is not None
    assert len(seen.plot.rows) == MOST_ROWS
    assert "twice" in [row.name for row in seen.plot.rows]
    assert seen.table.count == 12


def _named(session: str, exercise: str) -> SessionRecord:
    one = msgspec.structs.replace(step(exercise), title=exercise)
    return msgspec.structs.replace(done(one), id=session)
