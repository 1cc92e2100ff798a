"""Ten made-up weeks for the tour: whole sessions run by the real engine on a clock set by hand."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import datetime, timedelta

from coach.app.hand_clock import ZONE, HandClock
from coach.app.sittings import Circumstances, Sitting, fresh
from coach.clock import Stamp, stamp_of
from coach.console import typed
from coach.content.library import Library, RoutineFile
from coach.content.vocabulary import Area, Quality, Side, When
from coach.journal.entries import answer_draft, entry_draft
from coach.journal.repository import Draft
from coach.safety.suitability import SCREENING, screening_value
from coach.session.events import Event, Finished
from coach.session.state import Need

_WEEKS = 10
_PLACES = ((Area.BUTTOCK, Side.LEFT, 6.4), (Area.BUTTOCK, Side.RIGHT, 3.6), (Area.LOW_BACK, None, 4.8))
_MORNINGS = ("morning-ease", "morning-ease", "neutral", "gentle-start")
_LAST_DAYS = 3  # the last mornings are Morning ease, so that Today offers it


def seeded(shelf: Library, end: datetime) -> list[Draft]:
    """Return the drafts of ten weeks that end on the day of `end` (an aware date and time)."""
    chance = random.Random(20260501)
    clock = HandClock(end)
    first = stamp_of(end - timedelta(weeks=_WEEKS), ZONE)
    drafts = [answer_draft(SCREENING, screening_value({}, shelf.screening, first), first)]
    for day in range(_WEEKS * 7, -1, -1):
        ease = 1 - day / (_WEEKS * 7)
        at = (end - timedelta(days=day)).replace(minute=chance.randrange(0, 50), second=0, microsecond=0)
        if chance.random() < 0.62:
            clock.set(at.replace(hour=7))
            routine = "morning-ease" if day <= _LAST_DAYS else chance.choice(_MORNINGS)
            drafts += _session(shelf.routines[routine], shelf, clock, chance, ease)
        if chance.random() < 0.25:
            clock.set(at.replace(hour=20))
            drafts += _session(shelf.routines["evening-unwind"], shelf, clock, chance, ease)
        if chance.random() < 0.7:
            clock.set(at.replace(hour=max(min(at.hour, 19), 9)))
            drafts += _entries(clock.stamp(), chance, ease)
    now_us = stamp_of(end, ZONE).utc_us
    return [draft for draft in drafts if draft.at.utc_us <= now_us]


def _level(mean: float, ease: float, chance: random.Random) -> int:
    return max(0, min(10, round(mean - 2.2 * ease + chance.gauss(0, 0.9))))


def _entries(at: Stamp, chance: random.Random, ease: float) -> list[Draft]:
    made = []
    for area, side, mean in _PLACES:
        if chance.random() < 0.75:
            quality = Quality.SPASM if chance.random() < 0.08 else Quality.TIGHTNESS
            note = "Long drive yesterday" if chance.random() < 0.04 else ""
            made.append(entry_draft(at, _level(mean, ease, chance), area, side, quality=quality, note=note))
    return made


def _session(found: RoutineFile, shelf: Library, clock: HandClock, chance: random.Random, ease: float) -> list[Draft]:
    given = Circumstances(library=shelf, clock=clock, exposures=(), worse_side=Side.LEFT)
    sitting = fresh(found, given)
    area, side, mean = _PLACES[0]
    before = _level(mean, ease, chance)
    after = max(0, before - chance.choice((0, 1, 1, 1, 2)))
    drafts = [*sitting.recorder.started(), sitting.recorder.entry(before, area, side, when=When.BEFORE)]
    drafts += _run(sitting, clock, stop_early=chance.random() < 0.12)
    return [*drafts, sitting.recorder.entry(after, area, side, when=When.AFTER)]


def _run(sitting: Sitting, clock: HandClock, *, stop_early: bool) -> list[Draft]:
    """Run a session to its end, or to its middle."""
    engine, drafts = sitting.engine, []
    events: Sequence[Event] = engine.start()
    while True:
        drafts += sitting.recorder.record(events)
        if any(isinstance(event, Finished) for event in events):
            return drafts
        snapshot = engine.snapshot()
        if stop_early and snapshot.position_ms > sitting.timeline.total_ms // 2:
            events = engine.end()
        elif snapshot.need is not Need.NOTHING:
            events = typed.yes(engine, snapshot.need)
        else:
            step = max((engine.next_due_ms() or 0) - snapshot.session_ms, 1)
            clock.pass_ms(step)
            events = engine.advance(step)
