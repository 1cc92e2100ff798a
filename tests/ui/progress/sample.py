"""A small journal for the Progress page: three weeks of a left and a right buttock, a calf, and some sessions."""

from __future__ import annotations

from datetime import date

from coach.content.vocabulary import Area, Quality, Side
from coach.journal.records import Entry
from coach.ui.progress.saying import Say
from coach.ui.progress.state import ProgressState, build_state
from tests.analysis.make import entry, rated, session

TODAY = date(2025, 5, 20)


def _day(ordinal: int) -> str:
    that = date.fromordinal(ordinal)
    return f"{that.day} {that:%b}"


SAY = Say(
    _day, lambda day: f"{date.fromordinal(day):%a} {_day(day)} {date.fromordinal(day).year}", lambda x: f"{x:.1f}"
)


def journal() -> list[Entry]:
    """Return everything that was logged."""
    return [
        *rated("s-1", "2025-05-03", 6, 5),
        *rated("s-2", "2025-05-10", 6, 6),
        *rated("s-3", "2025-05-17", 5, 2),
        *rated("s-4", "2025-05-18", 5, None),
        entry("2025-05-19T08:00", 5, note="After gardening"),
        entry("2025-05-20T08:00", 4),
        entry("2025-05-12T08:00", 3, side=Side.RIGHT),
        entry("2025-05-18T08:00", 2, side=Side.RIGHT),
        entry("2025-05-19T20:00", 7, area=Area.CALF, quality=Quality.CRAMP),
        entry("2025-05-20T07:00", 9, rehearsal=True),
    ]


def state() -> ProgressState:
    """Return the journal folded."""
    return build_state(journal(), [session("2025-05-03T09:00")], TODAY, damaged=1)
