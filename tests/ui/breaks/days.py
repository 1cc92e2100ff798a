"""A day at the desk, and how breaks stand, for the tests of the page."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

from msgspec.structs import replace

from coach.clock import Stamp, stamp_of
from coach.content.vocabulary import BreakKind
from coach.reminders.memory import Doing, Span
from coach.reminders.view import Card, Next, View
from coach.settings.breaks import Breaks, Cadence, QuietDays
from coach.ui.breaks.page_state import BreaksState
from coach.ui.breaks.sensing import Seen, not_looked
from tests.ui.breaks.views import view

DAY = "2026-06-03"  # a Wednesday
_MIN_MS = 60_000
COUNTING = view(
    why="Next: a movement break, after 23 min more of sitting.",
    next=Next("move", BreakKind.MOVE, 23 * _MIN_MS, 150_000),
    seated_ms=0,
)
CARD = Card(
    id="id",
    kind=BreakKind.MOVE,
    lead="move",
    stands_for=("move", "nudge"),
    length_ms=150_000,
    shorter_ms=60_000,
    may_snooze=True,
    may_skip=True,
    offered=False,
    silent=False,
    opens_in_ms=None,
    open_ms=0,
    given=False,
)


def at(hour: int, minute: int = 0) -> Stamp:
    """Return a time of that day."""
    return stamp_of(datetime(2026, 6, 3, hour, minute, tzinfo=timezone(timedelta(hours=2))), "Europe/Paris")


def span(doing: Doing, hour: int, minute: int, minutes: float) -> Span:
    """Return a stretch that began then."""
    return Span(doing=doing, day=DAY, begin=at(hour, minute), ms=round(minutes * _MIN_MS))


SPANS = (
    span(Doing.SAT, 9, 0, 58),
    span(Doing.MOVED, 9, 58, 2),
    span(Doing.CALL, 10, 0, 45),
    span(Doing.AWAY, 10, 45, 75),
    span(Doing.STOOD, 12, 0, 20),
)


def state(breaks: Breaks | None = None, view: View | None = COUNTING, **more: Any) -> BreaksState:
    """Return the page at noon; breaks are on unless told otherwise."""
    return BreaksState(now=more.pop("now", at(12, 20)), breaks=breaks or Breaks(on=True), view=view, **more)


OWN = Cadence(key="own-1", moves=False, every_min=60, length_s=60, name="Water", text="Drink.")
FULL = replace(
    Breaks(),
    on=True,
    mode="strict",
    cadences=(*Breaks().cadences, OWN),
    quiet_days=(QuietDays(first="2026-12-24", last="2027-01-02"),),
)
SENSED = tuple(
    one._replace(seen=Seen.YES, words="yes, by Firefox", how="Seen through the list of recordings of the sound server.")
    for one in not_looked()
)
