"""Adherence strength on the page: in words, in the table, what is asked, and never blame."""

from __future__ import annotations

import re
from dataclasses import replace

import msgspec
import pytest

from coach.analysis.strength import AIM_KEY, aims_of, strength
from coach.content.vocabulary import MarkerKind
from coach.journal.records import Marker, SessionRecord
from coach.ui.progress.choice import Choice, Span, first_choice
from coach.ui.progress.sections.section import Looking
from coach.ui.progress.sections.strength.section import view
from coach.ui.progress.state import ProgressState, build_state
from tests.analysis.make import at, entry, session
from tests.seeded_year import seeded_year
from tests.ui.progress.sample import LEFT, SAY, TODAY

_BLAME = ("miss", "fail", "lost", "should", "must", "streak", "only managed", "lazy", "behind")


def _state(aim: int | None = 5) -> ProgressState:
    year = seeded_year()
    answers = {} if aim is None else {AIM_KEY: [{"since": "2026-01-01", "days": aim}]}
    return build_state(year.entries, year.sessions, year.last_day, markers=year.markers, answers=answers)


def _looking(state: ProgressState, span: Span = Span.YEAR) -> Looking:
    return Looking(state, replace(first_choice(state.series, state.today.toordinal()), span=span), SAY)


def _one_session(day: str = "2025-05-19") -> SessionRecord:
    made = seeded_year().sessions[0]
    return msgspec.structs.replace(made, started=at(f"{day}T09:00"))


def test_words_table_and_line_say_the_same() -> None:
    """The last point of the line, the first row of the table, and the number after Today are the score of today."""
    state = _state()
    found = view(_looking(state))
    days = strength(state.records, state.markers, aims_of(state.answers[AIM_KEY]), state.today.toordinal())
    now = f"{round(100 * days[-1].score)}\u00a0%"
    assert found.plot is not None
    line = found.plot.lines[0]
    assert f"{round(line.ys[-1])}\u00a0%" == now
    assert f"{found.table.row(0)[1]}\u00a0%" == now
    assert f"Today {now}." in found.sentences[0]
    assert f"Strength {now};" in line.say(len(days) - 1)
    for number in range(0, len(days), 7):
        assert f"Strength {round(line.ys[number])}\u00a0%" in line.say(number)
        assert found.table.row(len(days) - 1 - number)[1] == f"{round(line.ys[number])}"


def test_flares_and_rests_are_stretches_that_are_passed_over() -> None:
    """The two flares and two rests of the year lie behind the line; the words count their days."""
    found = view(_looking(_state()))
    assert found.plot is not None
    assert [one.name for one in found.plot.happenings] == ["Planned rest", "Flare", "Planned rest", "Flare"]
    assert found.sentences[-1] == "Flare: 21 days passed over. Planned rest: 5 days passed over."
    assert found.plot.happenings[1].words.endswith(": passed over")


def test_without_a_number_of_days_nothing_is_missed() -> None:
    """It says that only days with a session count, and asks."""
    found = view(_looking(_state(None)))
    assert found.sentences[1].startswith("Only days with a session count")
    assert found.ask is not None
    assert [words for words, _value, _chosen in found.ask.options] == [*"1234567", "No number"]
    assert [words for words, _value, chosen in found.ask.options if chosen] == ["No number"]


def test_what_is_chosen_is_what_is_kept() -> None:
    """Each option carries the whole answer: read back it is the number that was pressed, and the one before keeps its days."""
    ask = view(_looking(_state(3))).ask
    assert ask is not None
    assert ask.key == AIM_KEY
    assert [words for words, _value, chosen in ask.options if chosen] == ["3"]
    assert [aim.days for aim in aims_of(ask.options[5][1])] == [3, 6]
    assert aims_of(ask.options[7][1]) == ()


def test_the_first_days_show_nothing_of_the_time_to_come() -> None:
    """A chart of one day ends with it and shows two weeks before."""
    state = build_state([], [_one_session()], TODAY)
    found = view(Looking(state, Choice({LEFT: 0}), SAY))
    assert found.plot is not None
    assert found.plot.last <= TODAY.toordinal() + 1.5
    assert found.plot.last - found.plot.first >= 14
    assert found.plot.first <= found.plot.start


def test_no_session_yet() -> None:
    """No chart and no number, but the question can be answered already."""
    state = build_state([entry("2025-05-20T08:00")], [session("2025-05-20T09:00")], TODAY)
    found = view(Looking(state, Choice({LEFT: 0}), SAY))
    assert (found.plot, found.sentences, found.table.count) == (None, (), 0)
    assert all(found.empty)
    assert found.ask is not None


def test_a_first_day_is_shown_beside_what_is_possible() -> None:
    """After one day the number is small, and the sentence says that more would not have been possible."""
    state = build_state([entry("2025-05-20T08:00")], [_one_session("2025-05-20")], TODAY)
    found = view(Looking(state, Choice({LEFT: 0}), SAY))
    assert found.plot is not None
    assert re.match(
        r"Today [45]\u00a0%\. It grows slowly: with everything done since you began, it would be 5\u00a0%\.$",
        found.sentences[0],
    )
    assert found.plot.last - found.plot.first > 14


@pytest.mark.parametrize("aim", [None, 1, 7])
def test_no_blame_in_any_word(aim: int | None) -> None:
    """Neither sentences nor table nor question call anything missed, lost or failed; the method only says there is no streak."""
    found = view(_looking(_state(aim)))
    assert found.ask is not None
    rows = [" ".join(found.table.row(number)) for number in range(0, found.table.count, 10)]
    said = " ".join([*found.sentences, *rows, found.ask.words]).lower()
    assert not [word for word in _BLAME if word in said]


def test_the_span_is_what_is_seen_first() -> None:
    """Two weeks back, but never more than there is."""
    state = _state()
    short, whole = view(_looking(state, Span.TWO_WEEKS)).plot, view(_looking(state, Span.ALL)).plot
    assert short is not None
    assert whole is not None
    assert short.end - short.start == pytest.approx(15, abs=1)
    assert (whole.start, whole.first) == (short.first, short.first)


def test_a_single_rest_day_is_named_with_its_day() -> None:
    """One day is not "from … to …"."""
    rest = Marker(id="m", at=at("2025-05-19T10:00"), kind=MarkerKind.REST)
    state = build_state([entry("2025-05-20T08:00")], [_one_session("2025-05-18")], TODAY, markers=[rest])
    plot = view(Looking(state, Choice({LEFT: 0}), SAY)).plot
    assert plot is not None
    assert [one.words for one in plot.happenings] == ["Planned rest, Mon 19 May 2025: passed over"]


def test_all_begins_with_the_first_session_not_with_the_first_entry() -> None:
    """Sessions may be older than any entry of the chosen place."""
    state = build_state([entry("2025-05-20T08:00")], [_one_session("2025-03-01")], TODAY)
    plot = view(Looking(state, Choice({LEFT: 0}, None, Span.ALL), SAY)).plot
    assert plot is not None
    assert plot.start == plot.first < TODAY.toordinal() - 79
