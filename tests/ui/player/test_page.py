"""The stage: keys, buttons, names, and nothing that moves without need."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from coach.content.library import Library
from coach.plan.timeline import SegmentKind, Timeline
from coach.session.events import Finished, Status
from coach.session.state import Need, Phase
from coach.settings.model import Settings
from coach.ui.player import faces
from coach.ui.player.page import StagePage
from tests.ui.player.conftest import find, heat_pack, moment
from tests.ui.player.staging import hold, watch
from tests.ui.support import dress, nameless


@pytest.mark.parametrize(
    ("key", "intent"),
    [
        (Qt.Key.Key_Space, ("pause", None)),
        (Qt.Key.Key_Right, ("skip", None)),
        (Qt.Key.Key_Left, ("back", None)),
        (Qt.Key.Key_Plus, ("nudge", 10_000)),
        (Qt.Key.Key_Minus, ("nudge", -10_000)),
        (Qt.Key.Key_PageDown, ("skip", None)),
    ],
)
def test_keys_steer(
    stage: StagePage, library: Library, ease: Timeline, key: Qt.Key, intent: tuple[str, object]
) -> None:
    """Every key of the list asks the engine for its thing, once."""
    said = hold(stage, library, ease)
    QTest.keyClick(stage, key)
    assert said == [intent]


def test_space_goes_on_from_a_pause(stage: StagePage, library: Library, ease: Timeline) -> None:
    """Space and Enter both end a pause, and the figure is not covered by it."""
    said = hold(stage, library, ease, phase=Phase.PAUSED)
    assert stage.faces.open_key == ""
    QTest.keyClick(stage, Qt.Key.Key_Space)
    QTest.keyClick(stage, Qt.Key.Key_Return)
    assert said == [("resume", None), ("resume", None)]


def test_enter_and_right_go_on_where_the_session_waits(stage: StagePage, library: Library, ease: Timeline) -> None:
    """With manual advance both keys go on instead of skipping."""
    said = hold(stage, library, ease, phase=Phase.WAITING, need=Need.ADVANCE)
    QTest.keyClick(stage, Qt.Key.Key_Return)
    QTest.keyClick(stage, Qt.Key.Key_Right)
    assert said == [("go_on", None), ("go_on", None)]


def test_escape_asks_before_it_ends(stage: StagePage, library: Library, ease: Timeline) -> None:
    """Escape leaves full screen first; then it asks; Escape again takes the question back, and nothing has been ended."""
    said = hold(stage, library, ease)
    full: list[bool] = []
    stage.full_screen.connect(full.append)
    QTest.keyClick(stage, Qt.Key.Key_F)
    QTest.keyClick(stage, Qt.Key.Key_Escape)
    assert full == [True, False]
    QTest.keyClick(stage, Qt.Key.Key_Escape)
    assert stage.faces.open_key == faces.END
    overlay = stage.faces.current
    assert overlay is not None
    QTest.keyClick(overlay, Qt.Key.Key_Escape)
    assert stage.faces.open_key == ""
    assert said == [("pause", None), ("resume", None)]


def test_the_ring_moves_only_while_the_session_does(stage: StagePage, library: Library, ease: Timeline) -> None:
    """Running and seen it has a timer, whatever lies over it; paused or hidden it has none."""
    found = []
    for phase in (Phase.RUNNING, Phase.PAUSED, Phase.RUNNING):
        hold(stage, library, ease, phase=phase)
        found.append(stage.canvas.ring.moving)
    stage.do("keys")
    found.append(stage.canvas.ring.moving)
    stage.hide()
    found.append(stage.canvas.ring.moving)
    assert found == [True, False, True, True, False]


def test_reduced_motion_moves_once_a_second(
    qapp: QApplication, stage: StagePage, library: Library, ease: Timeline
) -> None:
    """With reduced motion the ring's timer is due when the next figure is, not thirty times before."""
    dress(qapp, settings=Settings(motion="reduced"))
    hold(stage, library, ease)
    pulse = stage.canvas.ring._pulse
    assert pulse._step.isActive()
    assert pulse._step.interval() == 1000
    stage.hide()


def test_the_get_ready_counts_in_the_ring(stage: StagePage, library: Library, ease: Timeline) -> None:
    """After a pause the ring counts three seconds down and nothing covers the figure."""
    hold(stage, library, ease, phase=Phase.RESUMING, resuming_ms=2_400)
    assert stage.canvas.ring.clock().seconds == "3"
    assert stage.faces.open_key == ""
    stage.hide()


@pytest.mark.parametrize("need", [Need.RATING, Need.CONFIRM_PACK, Need.PACK_ON, Need.SKIN_CHECK, Need.PACK_OFF])
def test_every_control_has_a_name(stage: StagePage, library: Library, packs: Timeline, need: Need) -> None:
    """A screen reader hears a name for everything that can be pressed, on the stage and over it."""
    stage.begin(packs, library, 1.0)
    at = 0 if need is Need.RATING else find(packs, SegmentKind.PREPARE)
    stage.show_snapshot(moment(packs, at, phase=Phase.WAITING, need=need, pack=heat_pack()))
    assert nameless(stage) == []


def test_names_of_the_open_stage(stage: StagePage, library: Library, ease: Timeline) -> None:
    """The running stage's buttons have names, and the ring says what is left."""
    hold(stage, library, ease)
    assert nameless(stage) == []
    assert stage.canvas.ring.accessibleName() == "Hold, 17 seconds"
    stage.hide()


def test_mute_keeps_every_picture(stage: StagePage, library: Library, ease: Timeline) -> None:
    """M only says that it is muted; what is seen stays."""
    hold(stage, library, ease)
    muted: list[bool] = []
    stage.muted.connect(muted.append)
    before = stage.view
    QTest.keyClick(stage, Qt.Key.Key_M)
    assert muted == [True]
    assert stage.view == before
    stage.hide()


def test_a_new_session_forgets_the_old_one(stage: StagePage, library: Library, ease: Timeline) -> None:
    """Nothing of the last session's end is left on the next one's stage."""
    stage.begin(ease, library, 1.0)
    stage.show_event(Finished(at_ms=1, status=Status.DONE, done_ms=1, planned_ms=1))
    stage.show_snapshot(moment(ease, 3, phase=Phase.OVER))
    stage.begin(ease, library, 20.0)
    assert stage.faces.open_key == ""
    assert stage.view is None
    assert stage.canvas.badge.text() == "Rehearsal ×20"


def test_keys_of_the_person(stage: StagePage, library: Library, ease: Timeline) -> None:
    """A key that was bound works at once, one that was taken away no longer does, and the list of keys says so."""
    said = hold(stage, library, ease)
    stage.use_settings(Settings(keys={"skip": ("X",)}))
    QTest.keyClick(stage, Qt.Key.Key_Right)
    assert said == []
    QTest.keyClick(stage, Qt.Key.Key_X)
    assert said == [("skip", None)]
    QTest.keyClick(stage, Qt.Key.Key_Question, Qt.KeyboardModifier.ShiftModifier)
    overlay = stage.faces.current
    assert overlay is not None
    words = [one.text() for one in overlay.findChildren(QLabel)]
    assert words[words.index("next step") - 1] == "X"
    stage.hide()


def test_a_clicker_answers_for_a_pack(stage: StagePage, library: Library, packs: Timeline) -> None:
    """Page Down says that the skin looks fine and that the pack is off; held down it says nothing."""
    said = watch(stage)
    stage.begin(packs, library, 1.0)
    at = find(packs, SegmentKind.HEAT)
    for need, answer in ((Need.SKIN_CHECK, "skin_ok"), (Need.PACK_OFF, "pack_is_off")):
        stage.show_snapshot(moment(packs, at, phase=Phase.WAITING, need=need, pack=heat_pack()))
        held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier, "", autorep=True)
        QApplication.sendEvent(stage, held)
        assert said == []
        QTest.keyClick(stage, Qt.Key.Key_PageDown)
        assert said == [(answer, None)]
        said.clear()
    stage.hide()
