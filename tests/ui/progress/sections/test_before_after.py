"""Before and after each session: counted, listed and drawn, not judged."""

from __future__ import annotations

from coach.analysis.middle import middle
from coach.content.vocabulary import Side
from coach.ui.progress.choice import Choice
from coach.ui.progress.sections.before_after.section import view
from tests.analysis.make import entry, rated
from tests.ui.progress.sample import LEFT, SAY, looking


def test_before_and_after_are_counted_not_judged() -> None:
    """Lower, the same, higher, and the one session that has no second rating."""
    assert view(looking()).sentences == (
        (
            "Buttock, left, last 3 sessions: lower after 2 of them, the same after 1, higher after 0; "
            "middle change −1. 1 session has only one of the two ratings and is not drawn."
        ),
    )
    assert view(looking(rated("a", "2025-05-19", 6, 4), Choice({LEFT: 0}))).sentences == (
        "Buttock, left: 6 before and 4 after the only session with both ratings.",
    )


def test_the_middle_change_has_its_interval_from_six_sessions_on() -> None:
    """Exact, with its number of sessions; with five no interval is given, because none would be wide enough."""
    entries = [
        one for n, after in enumerate((4, 3, 4, 6, 2, 4)) for one in rated(f"s{n}", f"2025-05-{10 + n}", 6, after)
    ]
    ends = [SAY.change(round(end, 1)) for end in middle([-2, -3, -2, 0, -4, -2])[2:]]
    (said,) = view(looking(entries, Choice({LEFT: 0}))).sentences
    assert said.startswith("Buttock, left, last 6 sessions:")
    assert said.endswith(f"middle change −2, between {ends[0]} and {ends[1]}.")
    (few,) = view(looking(entries[2:], Choice({LEFT: 0}))).sentences
    assert few.endswith("middle change −2.")


def test_the_last_thirty_sessions_of_all_places_share_the_columns() -> None:
    """Forty sessions of two places make thirty columns; both places of a session stand in one."""
    entries = [
        one
        for n in range(40)
        for side in (Side.LEFT, Side.RIGHT)
        for one in rated(f"s{n:02}", f"2025-{3 + n // 28:02}-{1 + n % 28:02}", 6, 4, side=side)
    ]
    plot = view(looking(entries)).plot
    assert plot is not None
    assert len(plot.days) == 30
    assert len(plot.dumbbells) == 60
    assert {one.column for one in plot.dumbbells} == set(range(30))


def test_the_table_has_the_same_changes() -> None:
    """Newest first."""
    table = view(looking()).table
    assert table.row(0) == ("Sat 17 May 2025", "a session", "Buttock, left", "5", "2", "−3")
    assert [table.row(n)[-1] for n in range(table.count)] == ["−3", "0", "−1"]


def test_without_sessions_it_says_what_to_do() -> None:
    """No frame without content."""
    seen = view(looking([entry("2025-05-20T08:00")], Choice({LEFT: 0})))
    assert seen.plot is None
    assert "before and after a session" in seen.empty[1]
