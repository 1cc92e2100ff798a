"""The stage: keys, buttons, overlays, names, and nothing that moves without need."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

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
from coach.ui.player.state import Face, RatingInput
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.checks import CheckRow
from tests.ui.clipping import clipped
from tests.ui.player.conftest import find, heat_pack, moment
from tests.ui.support import dress, nameless

Said = list[tuple[str, object]]


def watch(stage: StagePage) -> Said:
    """Collect what the stage wants of the engine."""
    said: Said = []
    stage.intent.connect(lambda name, value: said.append((name, value)))
    return said


def hold(stage: StagePage, library: Library, ease: Timeline, **kwargs: object) -> Said:
    """Put a hold on the stage and watch it."""
    said = watch(stage)
    stage.begin(ease, library, 1.0)
    at = find(ease, SegmentKind.HOLD, "knee_to_chest_single", rep=2)
    stage.show_snapshot(moment(ease, at, 3_000, **kwargs))  # type: ignore[arg-type]
    stage.setFocus()
    return said


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


def test_worse_stops_at_once_and_then_asks_why(stage: StagePage, library: Library, ease: Timeline) -> None:
    """W pauses before any question; the reason is a code of its own; the nerve's reasons offer no easier way."""
    said = hold(stage, library, ease)
    QTest.keyClick(stage, Qt.Key.Key_W)
    assert said == [("pause", None)]
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


def overlay_buttons(stage: StagePage) -> list[Button]:
    """The buttons that the open overlay shows."""
    overlay = stage.faces.current
    assert overlay is not None
    return [one for one in overlay.findChildren(Button) if not one.isHidden()]


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


def test_escape_asks_before_it_ends(stage: StagePage, library: Library, ease: Timeline) -> None:
    """Escape leaves full screen first; then it asks; Escape again takes the question back."""
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
    assert said == []


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


def test_the_ring_moves_only_while_the_session_does(stage: StagePage, library: Library, ease: Timeline) -> None:
    """Running and seen it has a timer, under the list of keys too; paused or hidden it has none."""
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
