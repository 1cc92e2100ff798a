"""What is known of a person when a break is offered: out of the same context as every page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from msgspec.structs import replace as changed

from coach.app.breaks_told import nudge_of, offer_of, routine_of, told_of
from coach.app.context import Context
from coach.app.memory import Memory
from coach.app.shelf import library
from coach.clock import Stamp
from coach.content.vocabulary import BreakKind
from coach.journal.records import SessionRecord
from coach.reminders.view import Card
from coach.session.events import Status
from coach.settings.breaks import Breaks, Cadence
from coach.settings.model import Settings
from tests.fakes import FakeClock

_DAY_US = 86_400_000_000


def session(routine: str, days_ago: float, done_ms: int, *, rehearsal: bool = False) -> SessionRecord:
    """A session that was done some days before the clock's now."""
    now = FakeClock().stamp()
    at = Stamp(now.utc_us - round(days_ago * _DAY_US), now.offset_min, now.tz, now.local_day)
    return SessionRecord(
        id=f"{routine} {days_ago}", routine=routine, name=routine, content_hash="", started=at, ended=at,
        status=Status.DONE, done_ms=done_ms, planned_ms=done_ms, rehearsal=rehearsal, pauses=0, paused_ms=0, steps=(),
    )  # fmt: skip


def context(tmp_path: Path, *sessions: SessionRecord, settings: Settings | None = None) -> Context:
    first = Context.first(tmp_path, FakeClock(), library(), settings or Settings())
    return first.with_memory(replace(Memory(), sessions=sessions))


def name(found: Context) -> str:
    routine = routine_of(found)
    return routine.name if routine is not None else ""


def test_their_routine_is_the_one_most_time_went_into(tmp_path: Path) -> None:
    """In the last fortnight; rehearsals and routines that are gone do not count."""
    routines = library().routines
    done = (
        session("arching-friendly", 30, 9_000_000),
        session("morning-ease", 5, 900_000),
        session("gentle-start", 4, 300_000),
        session("gone", 3, 9_000_000),
        session("gentle-start", 2, 9_000_000, rehearsal=True),
    )
    assert "gentle-start" in routines
    assert name(context(tmp_path, *done)) == routines["morning-ease"].routine.name


def test_without_one_lately_it_is_the_last(tmp_path: Path) -> None:
    """And without any there is none."""
    routines = library().routines
    assert name(context(tmp_path, session("morning-ease", 40, 1), session("gentle-start", 20, 1))) == (
        routines["gentle-start"].routine.name
    )
    assert name(context(tmp_path)) == ""


def test_what_is_older_than_a_fortnight_is_left_out(tmp_path: Path) -> None:
    """It says nothing about today."""
    told = told_of(context(tmp_path, session("morning-ease", 20, 1), session("gentle-start", 1, 1)))
    assert [one.routine for one in told.sessions] == ["gentle-start"]


def test_place_discretion_and_length_come_from_the_settings(tmp_path: Path) -> None:
    """In a chair in an open office nothing is offered that is done standing."""
    seated = Settings(breaks=Breaks(place="chair", discreet=True))
    found = offer_of(context(tmp_path, settings=seated), 150_000, gentle=False)
    exercises = library().exercises
    assert found.exercises
    assert {exercises[one].posture.value for one in found.exercises} == {"sitting"}
    assert found.length_ms <= 180_000


def test_a_reminder_of_their_own_says_their_words(tmp_path: Path) -> None:
    """It is found by its key."""
    own = Cadence(key="water", moves=False, every_min=60, length_s=60, name="Water", text="Drink a glass.")
    breaks = changed(Breaks(), cadences=(*Breaks().cadences, own))
    card = Card("b1", BreakKind.NUDGE, "water", ("water",), 60_000, None, True, True, False, False, None, 0, False)
    assert nudge_of(context(tmp_path, settings=Settings(breaks=breaks)), card).text == "Drink a glass."
