"""A learning week in a terminal: asked after each exercise, left out with Enter, resumed in its own order."""

from __future__ import annotations

from pathlib import Path

from coach.app.shelf import library
from coach.app.sittings import Circumstances, fresh, resumed
from coach.content.vocabulary import When
from coach.session.events import Status
from coach.store.open import open_journal
from tests.console.test_player import play
from tests.fakes import FakeClock


def test_in_a_learning_week_each_exercise_is_asked_about(tmp_path: Path) -> None:
    """Typed when asked, left out with Enter; the entry knows the exercise, the order is the session's own."""
    clock, shelf = FakeClock(), library()
    given = Circumstances(library=shelf, clock=clock, exposures=(), learning=True)
    sitting = fresh(shelf.routines["gentle-start"], given)
    typed = [(1, "6"), (2_000, "4"), (4_000, ""), (6_000, "3")]
    evening = play(tmp_path, shelf, "gentle-start", clock=clock, sitting=sitting, typed=typed, yes=False)
    assert evening.ended.status is Status.DONE
    store = open_journal(tmp_path, app_version="test")
    entries = store.entries()
    store.close()
    first = next(part.exercise for part in sitting.timeline.parts if part.exercise)
    assert sitting.timeline.preferences.learning == sitting.session
    assert [(entry.when, entry.tightness, entry.exercise) for entry in entries] == [
        (When.BEFORE, 6, None),
        (When.DURING, 4, first),
        (When.AFTER, 3, None),
    ]


def test_a_learning_week_session_goes_on_in_its_own_order(tmp_path: Path) -> None:
    """Cut off and resumed: the same plan, though the week may have ended since."""
    clock, shelf = FakeClock(), library()
    given = Circumstances(library=shelf, clock=clock, exposures=(), learning=True)
    first = fresh(shelf.routines["evening-unwind"], given)
    store = open_journal(tmp_path, app_version="test", clock=clock)
    store.append(first.recorder.started(), first.recorder.resume_note(first.engine.checkpoint()))
    (waiting,) = store.unfinished()
    store.close()
    again = resumed(waiting, Circumstances(library=shelf, clock=clock, exposures=()))
    assert again.timeline == first.timeline
