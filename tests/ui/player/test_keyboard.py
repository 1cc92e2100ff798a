"""Nothing on the stage needs the mouse: Tab reaches every control, and keys keep their meaning wherever the focus is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from coach.content.library import Library
from coach.plan.timeline import SegmentKind, Timeline
from coach.session.state import Need, Phase
from coach.ui.player import faces
from coach.ui.player.page import StagePage
from tests.ui.player.conftest import find, heat_pack, moment
from tests.ui.player.staging import hold


def walk(stage: StagePage) -> list[QAbstractButton]:
    """The buttons that Tab comes to, in order, until it is back at the first."""
    found: list[QAbstractButton] = []
    stage.setFocus(Qt.FocusReason.TabFocusReason)
    for _press in range(40):
        before = QApplication.focusWidget()
        QTest.keyClick(stage if before is None else before, Qt.Key.Key_Tab)
        here = stage.window().focusWidget()
        if isinstance(here, QAbstractButton):
            if found and here is found[0]:
                break
            found.append(here)
    return found


def test_tab_reaches_every_control(stage: StagePage, library: Library, ease: Timeline) -> None:
    """Every button of the running stage that can be pressed is on the way, once."""
    hold(stage, library, ease)
    stage.activateWindow()
    shown = [
        one
        for one in stage.findChildren(QAbstractButton)
        if one.isVisible() and one.isEnabled() and one.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]
    reached = walk(stage)
    assert {one.accessibleName() for one in reached} >= {one.accessibleName() for one in shown}
    stage.hide()


@pytest.mark.parametrize(
    ("key", "intent"),
    [
        (Qt.Key.Key_Right, ("skip", None)),
        (Qt.Key.Key_Left, ("back", None)),
        (Qt.Key.Key_Up, ("dose", "longer")),
        (Qt.Key.Key_W, ("worse", "other")),
        (Qt.Key.Key_PageDown, ("skip", None)),
    ],
)
def test_keys_mean_the_same_on_a_button(
    stage: StagePage, library: Library, ease: Timeline, key: Qt.Key, intent: tuple[str, object]
) -> None:
    """With the focus on a button the arrows still steer the session; only Space and Tab belong to the button."""
    said = hold(stage, library, ease)
    button = next(
        one
        for one in stage.canvas.controls.findChildren(QAbstractButton)
        if one.accessibleName() == "Ten seconds on" and one.isVisible()
    )
    button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(button, key)
    assert said == [intent]
    stage.hide()


@pytest.mark.parametrize("need", [Need.PACK_ON, Need.SKIN_CHECK, Need.PACK_OFF, Need.WORSE_CHOICE, Need.GAP_CHOICE])
def test_a_question_has_the_keyboard(stage: StagePage, library: Library, packs: Timeline, need: Need) -> None:
    """What is asked has the focus on its careful answer, and Tab does not leave it."""
    stage.begin(packs, library, 1.0)
    pack = heat_pack() if need in {Need.SKIN_CHECK, Need.PACK_OFF} else None
    stage.activateWindow()
    stage.show_snapshot(moment(packs, find(packs, SegmentKind.HEAT), phase=Phase.WAITING, need=need, pack=pack))
    QApplication.processEvents()
    overlay = stage.faces.current
    assert overlay is not None
    for _press in range(8):
        here = stage.window().focusWidget()
        assert here is not None
        assert overlay.isAncestorOf(here) or here is overlay
        QTest.keyClick(here, Qt.Key.Key_Tab)
    stage.hide()


def test_the_dose_by_keys_while_its_page_is_open(stage: StagePage, library: Library, ease: Timeline) -> None:
    """D opens the numbers while all stands still, arrows change them there too, and D or Esc closes it."""
    said = hold(stage, library, ease)
    QTest.keyClick(stage, Qt.Key.Key_D)
    assert stage.faces.open_key == faces.DOSE
    overlay = stage.faces.current
    assert overlay is not None
    focus = overlay.first_focus() or overlay
    QTest.keyClick(focus, Qt.Key.Key_Down)
    QTest.keyClick(focus, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert said == [("pause", None), ("dose", "shorter"), ("dose", "more")]
    QTest.keyClick(overlay, Qt.Key.Key_Escape)
    assert stage.faces.open_key == ""
    stage.hide()
