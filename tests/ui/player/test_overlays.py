"""What lies over the stage: stops, ratings, packs, the end; every answer reaches the engine once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea

from coach.content.library import Library
from coach.content.vocabulary import Area, Side, When
from coach.plan.timeline import SegmentKind, Timeline
from coach.session.events import CheckAnswered, Finished, Status
from coach.session.state import Need, Phase
from coach.settings.model import Settings
from coach.ui.player import faces
from coach.ui.player.overlays.over import OverOverlay
from coach.ui.player.overlays.packs import ConfirmOverlay, PackOffOverlay
from coach.ui.player.page import StagePage
from coach.ui.player.stage_text import StageText
from coach.ui.player.state import Face, RatingInput
from coach.ui.tokens import TARGET
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.checks import CheckRow
from coach.ui.widgets.rating_scale import Pip, RatingScale
from tests.ui.clipping import clipped
from tests.ui.player.conftest import find, heat_pack, moment
from tests.ui.player.staging import hold, overlay_buttons, watch
from tests.ui.support import dress


def test_worse_stops_at_once_and_then_asks_why(stage: StagePage, library: Library, ease: Timeline) -> None:
    """W stops before any question; the reason is a code of its own; the nerve's reasons offer no easier way."""
    said = hold(stage, library, ease)
    QTest.keyClick(stage, Qt.Key.Key_W)
    assert said == [("worse", "other")]
    assert stage.faces.open_key == faces.REASON
    overlay = stage.faces.current
    assert overlay is not None
    overlay.intent.emit("worse", "down-the-leg")
    assert said[-1] == ("worse", "down-the-leg")
    at = find(ease, SegmentKind.HOLD, "knee_to_chest_single", rep=2)
    stage.show_snapshot(moment(ease, at, 3_000, phase=Phase.STOPPED, need=Need.WORSE_CHOICE))
    words = [button.text() for button in overlay_buttons(stage)]
    assert "End here" in words
    assert "An easier way" not in words
    assert "Leave this step out" not in words


def test_worse_by_pain_offers_an_easier_way(stage: StagePage, library: Library, ease: Timeline) -> None:
    """After more pain the easier way of that very exercise is offered."""
    said = hold(stage, library, ease, phase=Phase.STOPPED, need=Need.WORSE_CHOICE)
    button = next(one for one in overlay_buttons(stage) if one.text() == "An easier way")
    button.click()
    assert said == [("choose_continue", False)]


def test_a_rating_is_given_by_number_keys(stage: StagePage, library: Library, ease: Timeline) -> None:
    """7, then Enter, saves a seven for the place the routine asks about, and goes on."""
    said = watch(stage)
    ratings: list[RatingInput] = []
    stage.rating.connect(ratings.append)
    stage.begin(ease, library, 1.0)
    stage.show_snapshot(moment(ease, 0, phase=Phase.WAITING, need=Need.RATING))
    assert stage.faces.open_key == Face.RATING
    overlay = stage.faces.current
    assert overlay is not None
    QTest.keyClick(overlay, Qt.Key.Key_Return)
    assert ratings == []
    QTest.keyClick(overlay, Qt.Key.Key_7)
    QTest.keyClick(overlay, Qt.Key.Key_Return)
    assert ratings == [RatingInput(When.BEFORE, Area.LOW_BACK, None, 7)]
    assert said == [("go_on", None)]


def test_a_rating_is_asked_once(stage: StagePage, library: Library, packs: Timeline) -> None:
    """The question stands in one place, and there is one button for the warning signs."""
    stage.begin(packs, library, 1.0)
    stage.show_snapshot(moment(packs, 0, phase=Phase.WAITING, need=Need.RATING))
    shown = [one.text() for one in stage.findChildren(StageText) if one.isVisible()]
    assert [words for words in shown if "tight" in words] == ["How tight is your buttock now, from 0 to 10?"]
    helps = [one for one in stage.findChildren(Button) if one.isVisible() and "Warning signs" in one.text()]
    assert len(helps) == 1


def test_numbers_grow_with_the_stage(stage: StagePage, library: Library, packs: Timeline) -> None:
    """On a large screen the numbers and the words under them are larger."""
    stage.begin(packs, library, 1.0)
    stage.show_snapshot(moment(packs, 0, phase=Phase.WAITING, need=Need.RATING))
    scale = stage.findChild(RatingScale)
    assert scale is not None
    found = []
    for wide, high in ((1280, 720), (2560, 1440)):
        stage.resize(wide, high)
        pip, word = scale.findChildren(Pip)[0], scale.findChildren(QLabel)[0]
        found.append((pip.sizeHint().height(), word.fontInfo().pixelSize()))
    assert found[1][0] > found[0][0] * 1.5
    assert found[1][1] > found[0][1] * 1.5


def test_stopped_stands_still(stage: StagePage, library: Library, ease: Timeline) -> None:
    """Behind the choice nothing looks as if it ran: the word says so and no button steers."""
    hold(stage, library, ease, phase=Phase.STOPPED, need=Need.WORSE_CHOICE)
    assert stage.view is not None
    assert (stage.view.word, stage.view.moving) == ("Stopped", False)
    assert not stage.canvas.controls.isEnabled()
    assert not stage.canvas.ring.moving
    hold(stage, library, ease)
    assert stage.canvas.controls.isEnabled()


def test_a_sided_place_needs_its_side(stage: StagePage, library: Library, packs: Timeline) -> None:
    """A buttock is left, right or both: without a side nothing is saved."""
    ratings: list[RatingInput] = []
    stage.rating.connect(ratings.append)
    stage.begin(packs, library, 1.0)
    stage.show_snapshot(moment(packs, 0, phase=Phase.WAITING, need=Need.RATING))
    overlay = stage.faces.current
    assert overlay is not None
    QTest.keyClick(overlay, Qt.Key.Key_4)
    overlay.accept()
    assert ratings == []
    next(one for one in overlay_buttons(stage) if one.text() == "Left").click()
    overlay.accept()
    assert ratings == [RatingInput(When.BEFORE, Area.BUTTOCK, Side.LEFT, 4)]


def test_all_five_points_are_needed(stage: StagePage, library: Library, packs: Timeline) -> None:
    """Four of five do not put a pack on; the answer no leaves it out; the next pack is asked anew."""
    said = watch(stage)
    stage.begin(packs, library, 1.0)
    at = find(packs, SegmentKind.PREPARE)
    asked = moment(packs, at, phase=Phase.WAITING, need=Need.CONFIRM_PACK)
    stage.show_snapshot(asked)
    overlay = stage.faces.current
    assert isinstance(overlay, ConfirmOverlay)
    points = overlay.findChildren(CheckRow)
    assert [point.accessibleName() for point in points] == list(library.thermal.confirmations)
    for point in points[:4]:
        point.setChecked(True)
    overlay.accept()
    assert said == []
    points[4].setChecked(True)
    overlay.accept()
    assert said == [("confirm_pack", True)]
    stage.show_snapshot(moment(packs, at, phase=Phase.WAITING, need=Need.PACK_ON))
    stage.show_snapshot(asked)
    assert not any(point.isChecked() for point in overlay.findChildren(CheckRow) if not point.isHidden())


def test_take_it_off_shows_first_aid(stage: StagePage, library: Library, packs: Timeline) -> None:
    """Something wrong with the skin: the engine is told, the steps are there, and the pack must still come off."""
    said = watch(stage)
    stage.begin(packs, library, 1.0)
    at = find(packs, SegmentKind.RELEASE)
    stage.show_snapshot(moment(packs, at, need=Need.PACK_OFF, phase=Phase.WAITING, pack=heat_pack(900_000, due=True)))
    overlay = stage.faces.current
    assert isinstance(overlay, PackOffOverlay)
    next(one for one in overlay_buttons(stage) if one.text() == "Something is wrong").click()
    shown = " ".join(one.text() for one in overlay.findChildren(type(overlay._title)))
    assert all(step in shown for step in library.thermal.burn.steps)
    overlay.accept()
    assert said == [("skin_not_ok", None), ("pack_is_off", None)]


def test_a_bad_skin_check_leads_to_first_aid(stage: StagePage, library: Library, packs: Timeline) -> None:
    """After a stop sign the choice page is about the skin, not about a stretch."""
    stage.begin(packs, library, 1.0)
    at = find(packs, SegmentKind.RELEASE)
    stage.show_event(CheckAnswered(at_ms=1, pack_ms=1, ok=False))
    stage.show_snapshot(moment(packs, at, phase=Phase.STOPPED, need=Need.WORSE_CHOICE))
    words = [one.text() for one in overlay_buttons(stage)]
    assert "Go on without the pack" in words


def test_what_cannot_wait_comes_through(stage: StagePage, library: Library, packs: Timeline) -> None:
    """Taking the pack off is asked over an open list of keys."""
    stage.begin(packs, library, 1.0)
    heat = find(packs, SegmentKind.HEAT)
    stage.show_snapshot(moment(packs, heat, 1_000, pack=heat_pack(1_000)))
    stage.do("keys")
    assert stage.faces.open_key == faces.KEYS
    stage.show_snapshot(moment(packs, heat + 1, need=Need.SKIN_CHECK, pack=heat_pack()))
    assert stage.faces.open_key == Face.SKIN_CHECK


def test_saved_is_said_only_when_it_is(stage: StagePage, library: Library, ease: Timeline) -> None:
    """The end says "Saving…" until the journal has it, and a failure keeps a way to try again."""
    stage.begin(ease, library, 1.0)
    stage.show_event(Finished(at_ms=1, status=Status.DONE, done_ms=1, planned_ms=1))
    stage.show_snapshot(moment(ease, len(ease.segments) - 1, phase=Phase.OVER))
    over = stage.faces.current
    assert isinstance(over, OverOverlay)
    assert over._status.text() == "Saving…"
    stage.save_failed("The disk is full.")
    assert over._status.text() == "The disk is full."
    assert "Try again" in [one.text() for one in overlay_buttons(stage)]
    stage.saved()
    assert over._status.text() == "Saved."


@pytest.mark.parametrize("size", [(960, 640), (1280, 800), (1920, 1080)])
@pytest.mark.parametrize(
    "need",
    [
        Need.NOTHING,
        Need.RATING,
        Need.CONFIRM_PACK,
        Need.PACK_ON,
        Need.SKIN_CHECK,
        Need.PACK_OFF,
        Need.WORSE_CHOICE,
        Need.GAP_CHOICE,
    ],
)
def test_no_word_is_cut(stage: StagePage, library: Library, packs: Timeline, need: Need, size: tuple[int, int]) -> None:
    """Every word on and over the stage is whole, in the smallest window too."""
    stage.resize(*size)
    stage.begin(packs, library, 1.0)
    at = {Need.RATING: 0, Need.NOTHING: find(packs, SegmentKind.HOLD)}.get(need, find(packs, SegmentKind.PREPARE))
    pack = None if need in {Need.NOTHING, Need.WORSE_CHOICE, Need.RATING, Need.CONFIRM_PACK} else heat_pack()
    stage.show_snapshot(moment(packs, at, phase=Phase.WAITING, need=need, pack=pack))
    found = clipped(stage.faces.current or stage)
    stage.hide()
    assert found == []


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_all_points_are_in_sight_in_a_small_window(
    stage: StagePage, library: Library, packs: Timeline, qapp: QApplication, scale: float
) -> None:
    """What is to be confirmed does not scroll, with words of 200 % either."""
    dress(qapp, settings=Settings(text_scale=scale))
    stage.resize(960, 640)
    stage.begin(packs, library, 1.0)
    at = find(packs, SegmentKind.PREPARE)
    stage.show_snapshot(moment(packs, at, phase=Phase.WAITING, need=Need.CONFIRM_PACK))
    over = stage.faces.current
    assert isinstance(over, ConfirmOverlay)
    assert clipped(over) == []
    found = [area.verticalScrollBar().isVisible() for area in over.findChildren(QScrollArea)]
    least = min(row.height() for row in over.findChildren(CheckRow))
    stage.hide()
    assert found == [False]
    assert least >= TARGET


def test_after_sleep_only_what_had_begun_is_done_again(stage: StagePage, library: Library, packs: Timeline) -> None:
    """In the middle of a hold it is done again; what comes after a pack that ended in sleep is gone on with."""
    stage.begin(packs, library, 1.0)
    hold_at = find(packs, SegmentKind.HOLD)
    first = next(at for at, segment in enumerate(packs.segments) if segment.part == packs.segments[hold_at].part)
    for at, elapsed_ms, words in (
        (hold_at, 0, "Do this step again"),
        (first, 5, "Do this step again"),
        (first, 0, "Go on"),
    ):
        snapshot = moment(packs, at, elapsed_ms, phase=Phase.PAUSED, need=Need.GAP_CHOICE)
        stage.show_snapshot(snapshot)
        assert words in [button.text() for button in overlay_buttons(stage)]
    stage.hide()
