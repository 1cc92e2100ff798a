"""A pack that is on is never out of sight: in a pause, under what the person opens, and when nobody answers."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from coach.content.library import Library
from coach.content.vocabulary import Area, Mode, Side
from coach.plan.timeline import SegmentKind, Timeline
from coach.session.events import CheckAnswered, CheckAsked, Finished, Outcome, PackDue, PackOff, PartEnded, Status
from coach.session.state import Need, Phase
from coach.ui.player.overlays.over import OverOverlay
from coach.ui.player.page import StagePage
from coach.ui.player.stage_text import StageText
from coach.ui.player.state import Face, stage_view
from coach.ui.player.summary import summary_of
from coach.ui.tokens import Tone
from coach.ui.widgets.icon_label import IconLabel
from tests.ui.player.conftest import find, heat_pack, moment
from tests.ui.player.staging import overlay_buttons, watch


def test_a_pause_still_shows_the_pack(library: Library, packs: Timeline) -> None:
    """Paused under heat: the flame, the colour and the sentence stay, and the time is seen to go on."""
    at = find(packs, SegmentKind.HEAT)
    view = stage_view(packs, library, moment(packs, at, 60_000, phase=Phase.PAUSED, pack=heat_pack(60_000)))
    assert (view.word, view.icon, view.tone) == ("Paused", "flame", Tone.HEAT)
    assert view.caption == "The heat pack is still on. Its time goes on."
    assert view.moving
    bare = stage_view(packs, library, moment(packs, find(packs, SegmentKind.HOLD), phase=Phase.PAUSED))
    assert (bare.icon, bare.moving) == ("pause", False)


def test_the_ring_runs_on_in_a_pause_under_a_pack(stage: StagePage, library: Library, packs: Timeline) -> None:
    """The ring keeps counting what the pack does, and stands still in any other pause."""
    stage.begin(packs, library, 1.0)
    stage.show_snapshot(
        moment(packs, find(packs, SegmentKind.HEAT), 60_000, phase=Phase.PAUSED, pack=heat_pack(60_000))
    )
    assert stage.canvas.ring.moving
    stage.show_snapshot(moment(packs, find(packs, SegmentKind.HOLD), 1_000, phase=Phase.PAUSED))
    assert not stage.canvas.ring.moving


@pytest.mark.parametrize("need", [Need.SKIN_CHECK, Need.PACK_OFF])
@pytest.mark.parametrize("what", ["keys", "escape", "end", "pause"])
def test_nothing_lies_over_a_packs_question(
    stage: StagePage, library: Library, packs: Timeline, need: Need, what: str
) -> None:
    """Neither the keys nor the end can be opened over a skin check or "take it off", and Space is not a pause."""
    said = watch(stage)
    stage.begin(packs, library, 1.0)
    pack = heat_pack(due=need is Need.PACK_OFF)
    stage.show_snapshot(moment(packs, find(packs, SegmentKind.CHECK), phase=Phase.WAITING, need=need, pack=pack))
    stage.do(what)
    assert stage.faces.open_key == need.value
    assert said == []


def test_worse_at_a_skin_check_is_about_the_skin(stage: StagePage, library: Library, packs: Timeline) -> None:
    """W while the skin is asked about stops the pack at once."""
    said = watch(stage)
    stage.begin(packs, library, 1.0)
    at = find(packs, SegmentKind.CHECK)
    stage.show_snapshot(moment(packs, at, phase=Phase.RUNNING, need=Need.SKIN_CHECK, pack=heat_pack()))
    stage.do("worse")
    assert said == [("skin_not_ok", None)]


def test_a_look_out_of_turn_asks_the_same(stage: StagePage, library: Library, packs: Timeline) -> None:
    """In the middle of the heat it says what to look for, and the ring stands, in a pause as well."""
    stage.begin(packs, library, 1.0)
    at = find(packs, SegmentKind.HEAT)
    for phase in (Phase.WAITING, Phase.PAUSED):
        stage.show_snapshot(moment(packs, at, 60_000, phase=phase, need=Need.SKIN_CHECK, pack=heat_pack(60_000)))
        overlay = stage.faces.current
        assert overlay is not None
        assert library.thermal.skin_check.prompt in [one.text() for one in overlay.findChildren(QLabel)]
        assert stage.view is not None
        assert not stage.view.moving


def test_the_keyboard_comes_back_to_the_question(stage: StagePage, library: Library, packs: Timeline) -> None:
    """After another page the button of "take it off" has the keyboard again."""
    stage.begin(packs, library, 1.0)
    at = find(packs, SegmentKind.RELEASE)
    stage.show_snapshot(moment(packs, at, phase=Phase.WAITING, need=Need.PACK_OFF, pack=heat_pack(due=True)))
    overlay = stage.faces.current
    assert overlay is not None
    stage.setFocus()
    assert stage.window().focusWidget() is overlay.first_focus()


def _left_alone(
    stage: StagePage, library: Library, packs: Timeline, *, check: bool, worn: Mode = Mode.HEAT
) -> OverOverlay:
    stage.begin(packs, library, 1.0)
    if check:
        stage.show_event(CheckAsked(at_ms=1, pack_ms=1, urgency=2))
    stage.show_event(PackDue(at_ms=1, mode=worn, pack_ms=420_000, urgency=2))
    off = PackOff(
        at_ms=2,
        mode=Mode.HEAT,
        area=Area.BUTTOCK,
        side=Side.LEFT,
        exposure=0,
        worn_ms=420_000,
        outcome=Outcome.UNATTENDED,
    )
    stage.show_event(off)
    stage.show_event(Finished(at_ms=3, status=Status.ENDED, done_ms=300_000, planned_ms=packs.total_ms))
    stage.show_snapshot(moment(packs, find(packs, SegmentKind.RELEASE), phase=Phase.OVER))
    over = stage.faces.current
    assert isinstance(over, OverOverlay)
    return over


def test_the_end_says_that_nobody_answered(stage: StagePage, library: Library, packs: Timeline) -> None:
    """The end asks for the skin first, and one press shows the first aid; the next session has none of it."""
    over = _left_alone(stage, library, packs, check=True)
    assert "Nobody answered the skin check. Is the pack off, and does the skin look normal?" in _words(over)
    next(one for one in overlay_buttons(stage) if "first aid" in one.text()).click()
    assert set(library.thermal.burn.steps) <= set(_words(over))
    assert any("Warning signs" in one.text() for one in overlay_buttons(stage))
    stage.begin(packs, library, 1.0)
    stage.show_event(Finished(at_ms=3, status=Status.DONE, done_ms=1, planned_ms=1))
    stage.show_snapshot(moment(packs, find(packs, SegmentKind.RELEASE), phase=Phase.OVER))
    assert not any("Nobody" in words for words in _words(over))
    assert not any("first aid" in one.text() for one in overlay_buttons(stage))


def test_the_first_aid_is_for_what_lay_on_the_skin(stage: StagePage, library: Library, packs: Timeline) -> None:
    """In a contrast set that began with heat it may have been cold: nobody answered, or the skin is wrong."""
    over = _left_alone(stage, library, packs, check=True, worn=Mode.COLD)
    next(one for one in overlay_buttons(stage) if "first aid" in one.text()).click()
    assert set(library.thermal.cold_injury.steps) <= set(_words(over))
    stage.begin(packs, library, 1.0)
    stage.show_event(CheckAnswered(at_ms=1, pack_ms=1, ok=False))
    stage.show_event(PackDue(at_ms=1, mode=Mode.COLD, pack_ms=1, urgency=0))
    stage.show_snapshot(moment(packs, find(packs, SegmentKind.RELEASE), phase=Phase.STOPPED, need=Need.WORSE_CHOICE))
    wrong = stage.faces.current
    assert wrong is not None
    assert set(library.thermal.cold_injury.steps) <= {one.text() for one in wrong.findChildren(StageText)}


def test_a_pack_nobody_took_off_is_said_too(stage: StagePage, library: Library, packs: Timeline) -> None:
    """Without a missed check the sentence speaks of taking it off."""
    over = _left_alone(stage, library, packs, check=False)
    assert "Nobody said that the pack was off. Is it off, and does the skin look normal?" in _words(over)


def test_an_unattended_part_counts_as_unattended(packs: Timeline) -> None:
    """The last word on a part counts, and one unattended part makes its step unattended."""
    part = packs.segments[find(packs, SegmentKind.HEAT)].part
    ended = [_ended(part, Outcome.PARTLY), _ended(part, Outcome.UNATTENDED)]
    (line,) = summary_of(packs, ended, [], None).lines
    assert (line.outcome, line.done) == ("No answer", False)


def test_a_done_step_has_a_tick_and_no_word(stage: StagePage, library: Library, ease: Timeline) -> None:
    """The word done stands once, in the title; the ticks say it to a screen reader."""
    stage.begin(ease, library, 1.0)
    for part in range(len(ease.parts)):
        stage.show_event(_ended(part, Outcome.DONE))
    stage.show_event(Finished(at_ms=3, status=Status.DONE, done_ms=1, planned_ms=1))
    stage.show_snapshot(moment(ease, len(ease.segments) - 1, phase=Phase.OVER))
    over = stage.faces.get(Face.OVER)
    assert _words(over).count("Done") == 1
    ticks = [one for one in over.findChildren(IconLabel) if one.accessibleName() == "Done"]
    assert len(ticks) == len({part.step for part in ease.parts if part.exercise is not None})


def _ended(part: int, outcome: Outcome) -> PartEnded:
    return PartEnded(
        at_ms=1, part=part, outcome=outcome, done_ms=1, planned_ms=1, done_reps=0, planned_reps=0, reason=""
    )


def _words(over: object) -> list[str]:
    assert isinstance(over, OverOverlay)
    QApplication.processEvents()
    return [one.text() for one in over.findChildren(StageText) if not one.isHidden()]
