"""What the page says: the same numbers as points, sentences and rows, and never a verdict."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from coach.analysis.series import Key
from coach.content.vocabulary import Area, Quality, Side
from coach.journal.records import Entry
from coach.ui.progress.choice import Choice, Span
from coach.ui.progress.state import ProgressView, build_state, build_view, nothing_before_after, nothing_yet
from tests.analysis.make import entry, rated
from tests.ui.progress.sample import SAY, TODAY, state

LEFT, RIGHT, CALF = Key(Area.BUTTOCK, Side.LEFT), Key(Area.BUTTOCK, Side.RIGHT), Key(Area.CALF, Side.LEFT)
BOTH = Choice({LEFT: 0, RIGHT: 1}, None, Span.MONTH)
NOISE = (
    "A change of 2 points is more than the usual ups and downs of pain (Childs 2005); "
    "for tightness no such figure is known."
)


def _view(entries: list[Entry], choice: Choice = BOTH) -> ProgressView:
    return build_view(build_state(entries, [], TODAY), choice, SAY)


def test_the_sentence_says_first_latest_and_mean() -> None:
    """The same that the chart shows, in words a screen reader can read."""
    view = build_view(state(), BOTH, SAY)
    assert view.tightness.sentences == (
        "Buttock, left: 6 on 3 May, 4 today; average of the last 7 days 4.2, from 5 entries.",
        "Buttock, right: 3 on 12 May, 2 on 18 May; one entry in the last 7 days, so no average.",
    )
    assert view.tightness.remark == NOISE


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
    assert _view(entries, Choice({LEFT: 0})).tightness.sentences == (sentence,)


def test_before_and_after_are_counted_not_judged() -> None:
    """Lower, the same, higher, and the one session that has no second rating."""
    assert build_view(state(), BOTH, SAY).before_after.sentences == (
        (
            "Buttock, left, last 3 sessions: lower after 2 of them, the same after 1, higher after 0; "
            "middle change −1. 1 session has only one of the two ratings and is not drawn."
        ),
    )
    assert _view(rated("a", "2025-05-19", 6, 4), Choice({LEFT: 0})).before_after.sentences == (
        "Buttock, left: 6 before and 4 after the only session with both ratings.",
    )


def test_the_chart_holds_every_entry_and_opens_on_the_span() -> None:
    """Older points are there to be moved to; what is seen first is the month."""
    plot = build_view(state(), BOTH, SAY).tightness_plot
    today = TODAY.toordinal()
    assert [len(line.xs) for line in plot.lines] == [9, 2]
    assert (plot.start, plot.end) == (today - 29, today + 1.25)
    assert plot.first <= plot.start
    assert [len(run) for run in plot.lines[0].runs] == [6]


def test_a_point_says_value_day_time_and_note() -> None:
    """What the hover card shows."""
    view = build_view(state(), BOTH, SAY)
    line = view.tightness_plot.lines[0]
    said = [line.say(number) for number in range(len(line.xs))]
    assert said[0] == "Buttock, left: 6\nSat 3 May 2025, 09:00\nBefore: a session"
    assert said[-2] == "Buttock, left: 5\nMon 19 May 2025, 08:00\nAfter gardening"


def test_a_long_note_is_cut_on_the_card() -> None:
    """The whole note is in the journal."""
    plot = _view([entry("2025-05-20T08:00", note="x" * 500)], Choice({LEFT: 0})).tightness_plot
    assert plot.lines[0].say(0).endswith("x" * 120 + "…")


def test_another_feeling_is_hollow_and_can_be_seen_alone() -> None:
    """A cramp is not a tightness: it is marked, named, and has a chart of its own."""
    entries = [entry("2025-05-19T08:00", 3), entry("2025-05-20T08:00", 8, quality=Quality.CRAMP)]
    every = _view(entries, Choice({LEFT: 0}))
    assert every.tightness_plot.lines[0].hollow == (False, True)
    assert "Hollow" in every.tightness_plot.subtitle
    assert [chip.words for chip in every.qualities] == ["All feelings", "Tightness", "Cramp"]
    alone = _view(entries, Choice({LEFT: 0}, Quality.CRAMP))
    assert alone.tightness_plot.title == "Cramp over time"
    assert (alone.tightness_plot.lines[0].ys, alone.tightness_plot.lines[0].hollow) == ((8,), (False,))
    assert "Hollow" not in alone.tightness_plot.subtitle


def test_one_feeling_needs_no_choice() -> None:
    """As long as only tightness was logged, nobody is asked which feeling."""
    assert _view([entry("2025-05-20T08:00")], Choice({LEFT: 0})).qualities == ()


def test_the_table_has_the_same_values() -> None:
    """Newest first, the mean of the day beside each entry."""
    table = build_view(state(), BOTH, SAY).tightness.table
    assert table.count == 11
    assert table.row(0) == ("Tue 20 May 2025", "08:00", "Buttock, left", "4", "Tightness", "4.2")
    assert table.row(table.count - 1) == ("Sat 3 May 2025", "09:00", "Buttock, left", "6", "Tightness", "5.5")
    sessions = build_view(state(), BOTH, SAY).before_after.table
    assert sessions.row(0) == ("Sat 17 May 2025", "a session", "Buttock, left", "5", "2", "−3")
    assert [sessions.row(n)[-1] for n in range(sessions.count)] == ["−3", "0", "−1"]


def test_every_tracked_place_can_be_chosen_four_at_a_time() -> None:
    """The fifth chip waits until one of the four is taken away."""
    areas = [Area.BUTTOCK, Area.HIP, Area.CALF, Area.FOOT, Area.HAMSTRING]
    folded = build_state([entry("2025-05-20T08:00", area=area) for area in areas], [], TODAY)
    choice = Choice({Key(area, Side.LEFT): n for n, area in enumerate(areas[:4])})
    chips = build_view(folded, choice, SAY).places
    assert [(chip.words, chip.chosen, chip.enabled) for chip in chips] == [
        ("Buttock, left", True, True),
        ("Calf, left", True, True),
        ("Foot, left", True, True),
        ("Hamstring, left", False, False),
        ("Hip, left", True, True),
    ]


def test_what_is_left_out_is_said() -> None:
    """Rehearsals and damaged rows are counted, never silently dropped."""
    method = " ".join(build_view(state(), BOTH, SAY).tightness.method)
    assert "1 entry is from a rehearsal." in method
    assert "1 damaged row of the journal is left out too." in method


def test_without_sessions_the_second_chart_says_what_to_do() -> None:
    """No frame without content."""
    assert _view([entry("2025-05-20T08:00")], Choice({LEFT: 0})).before_after_plot is None
    assert "before and after a session" in nothing_before_after()[1]
    assert "Today" in nothing_yet()[1]


def test_the_last_thirty_sessions_of_all_places_share_the_columns() -> None:
    """Forty sessions of two places make thirty columns; both places of a session stand in one."""
    entries = [
        one
        for n in range(40)
        for side in (Side.LEFT, Side.RIGHT)
        for one in rated(f"s{n:02}", f"2025-{3 + n // 28:02}-{1 + n % 28:02}", 6, 4, side=side)
    ]
    plot = _view(entries).before_after_plot
    assert plot is not None
    assert len(plot.days) == 30
    assert len(plot.dumbbells) == 60
    assert {one.column for one in plot.dumbbells} == set(range(30))


def test_an_entry_of_tomorrow_is_drawn_and_not_taken_for_today() -> None:
    """After a journey or with a wrong clock an entry may lie ahead; nothing breaks."""
    view = _view([entry("2025-05-20T08:00", 3), entry("2025-05-22T08:00", 6)], Choice({LEFT: 0}))
    assert view.tightness_plot.last >= date(2025, 5, 22).toordinal() + 1
    assert "3 today, the only entry" in view.tightness.sentences[0]
    assert view.tightness.table.count == 2


def test_no_verdict_anywhere() -> None:
    """Numbers and how they came about; nothing is better, worse, improved or clinical."""
    view = build_view(replace(state(), rehearsals=3), Choice({LEFT: 0, RIGHT: 1, CALF: 2}, None, Span.ALL), SAY)
    said = [
        *view.tightness.sentences,
        view.tightness.remark,
        *view.tightness.method,
        *view.before_after.sentences,
        *view.before_after.method,
        *nothing_yet(),
        *nothing_before_after(),
        view.tightness_plot.subtitle,
    ]
    words = {word.strip(".,;:()").lower() for sentence in said for word in sentence.split()}
    assert not words & {
        "improved",
        "improvement",
        "clinically",
        "better",
        "worse",
        "success",
        "great",
        "relief",
        "treats",
    }
    assert not any("!" in sentence for sentence in said)
