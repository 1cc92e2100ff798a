"""A journal for the tests of its page, and how the page is read."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from coach.session.events import Outcome
from coach.ui.journal.page import JournalPage
from coach.ui.journal.state import JournalState, build_state
from coach.ui.reading.row_button import RowButton
from tests.ui.journal.records import at, before_and_after, entry, marker, rest, session, step

NOTE = "Sat in the car for two hours. " * 20


def sample(**more: object) -> JournalState:
    """Two entries, a rated session and a damaged row."""
    skipped = step(
        "", kind="rest", side=None, outcome=Outcome.SKIPPED, done_ms=0, planned_reps=0, reason="No time today."
    )
    return build_state(
        [entry("old", at(1), note=NOTE), entry("new", at(4, 7), 3), *before_and_after("s1", at(3, 9))],
        [session("s1", at(3, 9), step(), skipped, ended=at(3, 9, 20))],
        ["An entry of 3 May does not match its checksum."],
        "2026-05-04",
        happened=[marker("flare", at(2, 10)), rest("rest", at(2, 15))],
        **more,  # type: ignore[arg-type]  # notice and can_undo
    )


def rows(page: JournalPage) -> list[str]:
    model = page.pane.model
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def words(page: JournalPage) -> str:
    sheet = page.sheet.content()
    assert sheet is not None
    said = [made.text() for made in sheet.findChildren(QLabel)]
    return "\n".join([*said, *(made.accessibleName() for made in sheet.findChildren(RowButton))])
