"""A break from its first second to the tap after it: one window, Esc held leaves, and only what was done is told."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coach.app.shelf import library
from coach.content.vocabulary import Felt
from coach.session.state import Phase
from coach.settings.model import Settings
from tests.app.break_window import Room, room
from tests.ui.clipping import clipped
from tests.ui.support import nameless

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)


@pytest.fixture
def at(qapp: QApplication) -> Iterator[Room]:
    with room(qapp) as made:
        yield made


def test_a_break_that_was_asked_for_is_guided_to_its_end(at: Room) -> None:
    """It runs at once, ends by itself, and tells what was done, per exercise."""
    found = at.open()
    window = at.run.window
    assert (at.phase(), window.page(), window.why.text()) == (
        Phase.RUNNING, at.run.stage, f"Why this one: {found.why}",
    )  # fmt: skip
    at.to_the_end()
    [(done_ms, whole, done)] = at.over
    assert (whole, done_ms) == (True, found.length_ms)
    assert {one.exercise for one in done} == set(found.exercises)
    assert all(one.done_ms == one.planned_ms for one in done)
    assert window.page() is window.after
    assert not at.run.busy
    assert at.runs[-1] is False


def test_one_tap_after_it_is_told_and_can_be_changed(at: Room) -> None:
    """Every tap is told, the last one counts; then the window goes by itself."""
    at.open()
    at.to_the_end()
    after = at.run.window.after
    for felt in (Felt.WORSE, Felt.EASIER):
        QTest.mouseClick(after.answers[felt], Qt.MouseButton.LeftButton)
    assert at.felt == [("b1", Felt.WORSE), ("b1", Felt.EASIER)]
    assert after.noted.text() == "Noted: easier."
    assert [felt for felt, button in after.answers.items() if button.isChecked()] == [Felt.EASIER]
    after._goes.timeout.emit()
    assert not at.run.window.isVisible()


def test_no_tap_is_fine(at: Room) -> None:
    """The question stays until it is closed, and nothing is told."""
    at.open()
    at.to_the_end()
    assert not at.run.window.after._goes.isActive()
    at.run.window.after.close_button.click()
    assert not at.run.window.isVisible()
    assert at.felt == []


def test_leg_symptoms_show_what_to_do(at: Room) -> None:
    """The content's own words, how long this is left out, and the way to all warning signs."""
    at.open()
    at.to_the_end()
    window = at.run.window
    QTest.mouseClick(window.after.answers[Felt.LEG], Qt.MouseButton.LeftButton)
    assert at.felt == [("b1", Felt.LEG)]
    assert window.page() is window.advice
    assert library().warning_signs.stop_exercise.action in window.advice.accessibleName()
    assert "2 weeks" in window.advice.accessibleName()
    QTest.mouseClick(window.advice.signs, Qt.MouseButton.LeftButton)
    assert at.signs == [True]
    assert window.page() is window.advice


def test_esc_held_leaves_and_keeps_what_was_done(at: Room) -> None:
    """At once, without a question; half of it is told as half."""
    found = at.open(length_ms=150_000)
    at.pass_s(45)
    at.hold_esc()
    [(done_ms, whole, done)] = at.over
    assert not whole
    assert 0 < done_ms < found.length_ms / 2
    assert done
    assert not at.run.window.isVisible()
    assert not at.run.busy


def test_esc_pressed_leaves_nothing(at: Room) -> None:
    """A slip ends nothing, wherever the keyboard is; the ring goes again."""
    at.open()
    at.pass_s(2)
    focus = at.app.focusWidget()
    QTest.keyClick(focus if focus is not None else at.run.stage, Qt.Key.Key_Escape)
    assert at.over == []
    assert at.run.window.isVisible()
    assert not at.run.window._ring.isVisible()


def test_esc_held_on_the_stage_comes_to_the_window(at: Room) -> None:
    """The stage of a session keeps Esc for itself; that of a break does not, nor does what lies over it."""
    at.open()
    for over_it in (False, True):
        if over_it:
            at.run.stage.do("worse")
        focus = at.app.focusWidget()
        assert focus is not None
        QTest.keyPress(focus, Qt.Key.Key_Escape)
        assert at.run.window._hold.down
        QTest.keyRelease(focus, Qt.Key.Key_Escape)
        assert not at.run.window._hold.down


def test_closing_the_window_is_leaving(at: Room) -> None:
    """By its button in the corner, too."""
    at.open()
    at.pass_s(3)
    at.run.window.close()
    assert [whole for _ms, whole, _done in at.over] == [False]
    assert not at.run.window.isVisible()


def test_what_was_skipped_is_not_whole(at: Room) -> None:
    """To its end by skipping everything is not done."""
    at.open()
    while at.run.busy:
        at.run.stage.do("skip")
    [(done_ms, whole, done)] = at.over
    assert (done_ms, whole, done) == (0, False, ())


def test_opened_by_itself_it_waits_for_the_hands(at: Room) -> None:
    """Nothing runs while somebody types; it begins when the hands rest."""
    at.open(asked_for=False)
    window = at.run.window
    assert window.page() is window.begin
    assert window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    at.pass_s(20)
    assert at.phase() is Phase.READY
    at.idle_s = 4.0
    at.pass_s(1)
    assert (at.phase(), window.page()) == (Phase.RUNNING, at.run.stage)


def test_opened_by_itself_it_can_be_begun(at: Room) -> None:
    """Where nobody knows about the hands it says so, and waits for a press."""
    at.idle_s = None
    at.open(asked_for=False)
    at.pass_s(20)
    begin = at.run.window.begin
    assert at.phase() is Phase.READY
    assert "when you say so" in begin.how.text()
    QTest.mouseClick(begin.begin, Qt.MouseButton.LeftButton)
    assert at.phase() is Phase.RUNNING


def test_left_before_it_began_nothing_was_done(at: Room) -> None:
    """A break that opened by itself and was left is told, once."""
    at.open(asked_for=False)
    at.hold_esc()
    assert at.over == [(0, False, ())]


def test_it_waits_for_whoever_types_on_elsewhere(at: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    """It pauses by itself and goes on by itself, and says why."""
    at.idle_s = 60.0
    at.open()
    monkeypatch.setattr(at.run.window, "isActiveWindow", lambda: False)
    at.pass_s(8)
    at.idle_s = 0.0
    at.pass_s(1)
    assert at.phase() is Phase.PAUSED
    assert at.run.stage.canvas.note.text() == "It waits for your hands to rest."
    at.idle_s = 5.0
    at.pass_s(6)
    assert at.phase() is Phase.RUNNING


@pytest.mark.parametrize(
    ("reason", "felt"),
    [("pain", Felt.WORSE), ("other", Felt.WORSE), ("down-the-leg", Felt.LEG), ("numb-or-weak", Felt.LEG)],
)
def test_who_stops_has_said_how_it_was(at: Room, reason: str, felt: Felt) -> None:
    """Worse ends it at once; it is not asked again how it was."""
    at.open()
    at.pass_s(20)
    at.run.stage.do("worse")
    at.run.stage.faces.intent.emit("worse", reason)
    at.run.stage.faces.intent.emit("choose_end", None)
    assert [whole for _ms, whole, _done in at.over] == [False]
    assert at.felt == [("b1", felt)]
    assert not at.run.window.isVisible()


def test_pressed_by_mistake_it_goes_on_and_asks_as_ever(at: Room) -> None:
    """The stop did not count."""
    at.open()
    at.pass_s(5)
    at.run.stage.do("worse")
    at.run.stage.faces.intent.emit("mistake", None)
    at.to_the_end()
    assert at.felt == []
    assert at.run.window.page() is at.run.window.after


def test_another_break_ends_the_one_that_goes_on(at: Room) -> None:
    """Each is over once, in order; the new one is on the stage."""
    at.idle_s = 60.0
    at.open("b1")
    at.pass_s(20)
    at.open("b2")
    assert len(at.over) == 1
    assert (at.run.busy, at.phase()) == (True, Phase.RUNNING)
    at.to_the_end()
    assert [whole for _ms, whole, _done in at.over] == [False, True]


def test_left_from_elsewhere_it_is_told_from_within(at: Room) -> None:
    """By the tray or a terminal; a second time nothing happens."""
    at.open()
    at.run.leave()
    at.run.leave()
    assert len(at.over) == 1
    assert not at.run.window.isVisible()


def test_the_warning_signs_let_it_wait(at: Room) -> None:
    """They are one press away; the break stands still meanwhile."""
    at.open()
    at.pass_s(2)
    at.run.stage.show_warnings()
    assert at.signs == [True]
    assert at.phase() is Phase.PAUSED
    assert at.run.busy


def test_f1_shows_them_too(at: Room) -> None:
    """As everywhere: on the stage it waits for them, and the question after it stays."""
    at.open()
    at.pass_s(2)
    QTest.keyClick(at.run.stage, Qt.Key.Key_F1)
    assert (at.signs, at.phase()) == ([True], Phase.PAUSED)
    at.run.stage.do("pause")
    at.to_the_end()
    QTest.keyClick(at.run.window.after, Qt.Key.Key_F1)
    assert len(at.signs) == 2
    assert at.run.window.page() is at.run.window.after
    assert at.run.window.isVisible()


def test_what_has_no_place_in_a_break_does_nothing(at: Room) -> None:
    """No dose is kept of it, it fills no screen, and Esc asks nothing."""
    at.open()
    for what in ("dose", "longer", "full", "escape", "end", "wait"):
        at.run.stage.do(what)
    assert at.run.stage.faces.open_key == ""
    assert at.phase() is Phase.RUNNING


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut_off_and_all_has_a_name(qapp: QApplication, scale: float) -> None:
    """Before, while and after, in a small window, at any text size."""
    with room(qapp, Settings(text_scale=scale)) as at:
        at.open(asked_for=False)
        window = at.run.window
        window.resize(920, 640)
        assert (clipped(window), nameless(window)) == ([], [])
        at.idle_s = 10.0
        at.pass_s(4)
        assert (clipped(window), nameless(window)) == ([], [])
        at.to_the_end()
        assert (clipped(window), nameless(window)) == ([], [])
        at.run._felt(Felt.LEG)
        assert (clipped(window), nameless(window)) == ([], [])
