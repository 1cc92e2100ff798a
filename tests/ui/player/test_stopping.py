"""Worse, numb, and the page after sleep: what stops a session, in full and at once."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coach.content.library import Library
from coach.plan.timeline import SegmentKind, Timeline
from coach.session.state import Need, Phase
from coach.ui.player import faces
from coach.ui.player.page import StagePage
from coach.ui.player.stage_text import StageText
from coach.ui.player.state import Face
from tests.ui.clipping import clipped
from tests.ui.player.conftest import find, heat_pack, moment
from tests.ui.player.staging import hold, overlay_buttons, watch


def _words(stage: StagePage) -> str:
    QApplication.processEvents()
    overlay = stage.faces.current
    assert overlay is not None
    return " | ".join(one.text() for one in overlay.findChildren(StageText) if not one.isHidden() and one.text())


def _press(stage: StagePage, words: str) -> None:
    next(one for one in overlay_buttons(stage) if one.text() == words).click()


def test_worse_by_mistake(stage: StagePage, library: Library, ease: Timeline) -> None:
    """It is undone, not paused; Escape from the question leaves the stop."""
    said = hold(stage, library, ease)
    QTest.keyClick(stage, Qt.Key.Key_W)
    _press(stage, "Pressed by mistake: go on")
    assert said == [("worse", "other"), ("mistake", None)]
    at = find(ease, SegmentKind.HOLD, "knee_to_chest_single", rep=2)
    stage.show_snapshot(moment(ease, at, 3_000))
    stage.do("worse")
    stage.show_snapshot(moment(ease, at, 3_000, phase=Phase.STOPPED, need=Need.WORSE_CHOICE))
    assert stage.faces.open_key == faces.REASON
    stage.do("escape")
    assert stage.faces.open_key == Face.WORSE


def test_down_the_leg_says_what_the_content_says(stage: StagePage, library: Library, ease: Timeline) -> None:
    """The rule about the leg comes first, and only there."""
    hold(stage, library, ease)
    direction = library.warning_signs.direction
    assert direction is not None
    at = find(ease, SegmentKind.HOLD, "knee_to_chest_single", rep=2)
    stopped = moment(ease, at, 3_000, phase=Phase.STOPPED, need=Need.WORSE_CHOICE)
    for code, told in (("down-the-leg", True), ("pain", False)):
        stage.do("worse")
        overlay = stage.faces.current
        assert overlay is not None
        overlay.intent.emit("worse", code)
        stage.show_snapshot(stopped)
        assert (direction.bad in _words(stage)) is told
        assert library.warning_signs.stop_exercise.action in _words(stage)
        stage.show_snapshot(moment(ease, at, 3_000))


def test_numb_skin_is_an_answer_of_its_own(stage: StagePage, library: Library, packs: Timeline) -> None:
    """Beside the five points and leaving the pack out."""
    said = watch(stage)
    stage.begin(packs, library, 1.0)
    at = find(packs, SegmentKind.PREPARE)
    stage.show_snapshot(moment(packs, at, phase=Phase.WAITING, need=Need.CONFIRM_PACK))
    _press(stage, "It is numb or tingles there")
    assert said == [("numb", None)]
    assert clipped(stage) == []


def test_after_sleep_the_page_says_since_when(stage: StagePage, library: Library, packs: Timeline) -> None:
    """What happened, since when the pack is on, how long that may be, off with it, and what to look for."""
    stage.begin(packs, library, 1.0)
    stage.since = "14:05"
    at = find(packs, SegmentKind.RELEASE)
    pack = replace(heat_pack(600_000, due=True, certain=False), gap="slept", lost_ms=7_800_000, urgency=2)
    stage.show_snapshot(moment(packs, at, phase=Phase.PAUSED, need=Need.PACK_OFF, pack=pack))
    words = _words(stage)
    assert "Take the heat pack off now" in words
    assert "The computer slept for 2 h 10 min." in words
    assert "since 14:05" in words
    assert "2 h 20 min" in words
    assert all(sign in words for sign in library.thermal.heat.stop_signs)
    assert clipped(stage) == []
    _press(stage, "Something is wrong")
    assert library.thermal.burn.steps[1] in _words(stage)


def test_the_planned_end_stays_short(stage: StagePage, library: Library, packs: Timeline) -> None:
    """Without a gap there is one thing to do."""
    stage.begin(packs, library, 1.0)
    at = find(packs, SegmentKind.RELEASE)
    stage.show_snapshot(moment(packs, at, phase=Phase.WAITING, need=Need.PACK_OFF, pack=heat_pack(900_000, due=True)))
    assert "Then look at the skin." in _words(stage)
    assert "computer" not in _words(stage)


def test_a_hold_after_sleep_says_how_long(stage: StagePage, library: Library, ease: Timeline) -> None:
    """The exercise stands still; why and how long are told."""
    hold(stage, library, ease)
    at = find(ease, SegmentKind.HOLD, "knee_to_chest_single", rep=2)
    paused = moment(ease, at, 3_000, phase=Phase.PAUSED, need=Need.GAP_CHOICE)
    stage.show_snapshot(replace(paused, gap="slept", lost_ms=720_000))
    assert "The computer slept for 12 minutes. Nothing was counted meanwhile." in _words(stage)
    stage.show_snapshot(replace(paused, gap="restarted"))
    assert "Limber was closed or stopped meanwhile." in _words(stage)
