"""A small journal for the Progress page: three weeks of a left and a right buttock, a calf, and some sessions.

`looking` is what a section is given of it; `settle` lets a shown page fill itself.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QApplication

from coach.analysis.series import Key
from coach.content.vocabulary import Area, Quality, Side
from coach.journal.records import Entry
from coach.ui.progress.choice import Choice, Span
from coach.ui.progress.page import ProgressPage
from coach.ui.progress.panel import SectionPanel
from coach.ui.progress.saying import Say
from coach.ui.progress.sections.section import Looking
from coach.ui.progress.state import ProgressState, build_state
from tests.analysis.make import entry, rated, session

TODAY = date(2025, 5, 20)
LEFT, RIGHT, CALF = Key(Area.BUTTOCK, Side.LEFT), Key(Area.BUTTOCK, Side.RIGHT), Key(Area.CALF, Side.LEFT)
BOTH = Choice({LEFT: 0, RIGHT: 1}, None, Span.MONTH)


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


def looking(entries: list[Entry] | None = None, choice: Choice = BOTH) -> Looking:
    """Return what a section is given: these entries, or the whole journal."""
    return Looking(state() if entries is None else build_state(entries, [], TODAY), choice, SAY)


def settle(page: ProgressPage) -> None:
    """Let every section have its turn."""
    for _turn in range(100):
        QApplication.processEvents()
        if page.filled():
            return
    raise AssertionError("a section was not filled")


def panel(page: ProgressPage, name: str) -> SectionPanel:
    """Return the card of a section."""
    return next(one for one in page.findChildren(SectionPanel) if one.section.name == name)
