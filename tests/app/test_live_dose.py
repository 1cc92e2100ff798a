"""The dose changed in the middle of a session: seen at once, offered at the end, kept, and used the next time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from coach.plan.own_dose import dose_of
from coach.plan.timeline import SegmentKind, Timeline
from coach.session.state import Need
from coach.settings.model import OwnDose, Settings, with_doses
from coach.settings.store import load_settings
from coach.ui.player.page import StagePage
from tests.app.driving import Driven, driven

KNEE = "knee_to_chest_single"


@pytest.fixture
def hands(qapp: QApplication, tmp_path: Path) -> Iterator[Driven]:
    """Morning ease, in the first hold of a knee."""
    with driven(qapp, tmp_path) as made:
        made.open(routine="morning-ease")
        while made.now().need is Need.RATING:
            made.press(made.stage, "Skip")
        _run_to(made)
        yield made


def _run_to(made: Driven) -> None:
    for _step in range(200):
        timeline = _plan(made)
        here = timeline.segments[made.now().segment]
        if here.kind is SegmentKind.HOLD and here.exercise == KNEE:
            return
        if here.exercise in {None, KNEE}:
            made.pass_s(5)
        else:
            made.key(Qt.Key.Key_Right)
    raise AssertionError("the hold never came")


def _plan(made: Driven) -> Timeline:
    desk = made.shell.sessions.stage
    assert desk is not None
    assert desk.timeline is not None
    return desk.timeline


def _step(made: Driven) -> int:
    timeline = _plan(made)
    return timeline.parts[timeline.segments[made.now().segment].part].step


def test_up_makes_this_hold_longer(hands: Driven) -> None:
    """The hold that is on grows by its notch, the session stands where it stood, and the stage says so."""
    before, left = dose_of(_plan(hands), _step(hands)), hands.now().remaining_ms
    hands.key(Qt.Key.Key_Up)
    after = dose_of(_plan(hands), _step(hands))
    assert before.hold_s is not None
    assert after.hold_s == before.hold_s + 5
    assert hands.now().remaining_ms == (left or 0) + 5_000
    stage = hands.stage
    assert isinstance(stage, StagePage)
    assert stage.canvas.note.text() == f"Hold {after.hold_s:g} seconds, {after.reps} times"


def test_it_ends_at_the_safe_range(hands: Driven) -> None:
    """However often the key is pressed, the content's own range is the end of it, and a sentence says so."""
    for _press in range(20):
        hands.key(Qt.Key.Key_Up)
    stage, exercise = hands.stage, hands.shell.context
    assert isinstance(stage, StagePage)
    assert exercise is not None
    amount = exercise.library.exercises[KNEE].dose.hold_s
    assert amount is not None
    assert dose_of(_plan(hands), _step(hands)).hold_s == amount.max
    assert stage.canvas.note.text() == "No longer than this: the exercise's range ends here."


def test_kept_for_the_next_time(hands: Driven, tmp_path: Path) -> None:
    """Kept at the end, it is in the settings and in the next plan; taken back, it is gone."""
    hands.key(Qt.Key.Key_Up)
    hands.key(Qt.Key.Key_Escape)
    hands.press(hands.stage, "End here")
    hands.press(hands.stage, "Keep this dose for the routine")
    kept = load_settings(tmp_path, hands.clock.stamp()).settings.doses
    assert kept == {"morning-ease": {KNEE: OwnDose(hold_s=25)}}
    context = hands.shell.context
    assert context is not None
    plan = context.plans["morning-ease"]
    step = next(part.step for part in plan.parts if part.exercise == KNEE)
    assert dose_of(plan, step).hold_s == 25
    assert with_doses(context.settings, "morning-ease", {}).doses == {}


def test_not_offered_where_nothing_changed(hands: Driven) -> None:
    """Turned up and down again there is nothing to keep."""
    hands.key(Qt.Key.Key_Up)
    hands.key(Qt.Key.Key_Down)
    hands.key(Qt.Key.Key_Escape)
    hands.press(hands.stage, "End here")
    with pytest.raises(AssertionError, match="no button"):
        hands.press(hands.stage, "Keep this dose for the routine")


def test_a_changed_session_survives_a_crash(qapp: QApplication, tmp_path: Path) -> None:
    """Cut off in another dose, the session goes on in it."""
    with driven(qapp, tmp_path) as made:
        made.open(routine="morning-ease")
        while made.now().need is Need.RATING:
            made.press(made.stage, "Skip")
        _run_to(made)
        made.key(Qt.Key.Key_Up)
    with driven(qapp, tmp_path) as again:
        again.open(resume=True)
        assert dose_of(_plan(again), _step(again)).hold_s == 25
        assert _plan(again).preferences.doses == {KNEE: OwnDose(hold_s=25)}


def test_wait_for_me_is_of_this_session(hands: Driven) -> None:
    """A waits after every step from now on; the next session goes on by itself again."""
    hands.key(Qt.Key.Key_A)
    assert hands.now().by_hand
    hands.run_until(need=Need.ADVANCE)
    segment = hands.now().segment
    hands.key(Qt.Key.Key_Space)
    assert hands.now().segment == segment + 1
    hands.key(Qt.Key.Key_Escape)
    hands.press(hands.stage, "End here")
    hands.press(hands.stage, "Close")
    hands.shell.sessions.start("morning-ease")
    hands.settle()
    assert not hands.now().by_hand
    assert Settings() == Settings()
