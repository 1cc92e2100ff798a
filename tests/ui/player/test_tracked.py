"""Before and after a session: one number for each place that is tracked, and one press leaves it all."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from coach.content.library import Library
from coach.content.vocabulary import Area, Side, When
from coach.plan.timeline import Timeline
from coach.session.state import Need, Phase
from coach.ui.player.page import StagePage
from coach.ui.player.stage_text import StageText
from coach.ui.player.state import RatingInput
from tests.ui.player.conftest import moment
from tests.ui.player.staging import overlay_buttons, watch


def test_every_place_that_is_tracked_is_asked_in_turn(stage: StagePage, library: Library, ease: Timeline) -> None:
    """The routine's place first, then the others, each with Enter; afterwards those that were rated before."""
    said = watch(stage)
    ratings: list[RatingInput] = []
    stage.rating.connect(ratings.append)
    stage.tracked = ((Area.CALF, Side.LEFT), (Area.LOW_BACK, None), (Area.HIP, Side.RIGHT))
    stage.begin(ease, library, 1.0)
    stage.show_snapshot(moment(ease, 0, phase=Phase.WAITING, need=Need.RATING))
    overlay = stage.faces.current
    assert overlay is not None
    for words, key in (
        ("Low back, 1 of 3", Qt.Key.Key_7),
        ("Left calf, 2 of 3", Qt.Key.Key_5),
        ("Right hip, 3 of 3", Qt.Key.Key_2),
    ):
        assert said == []
        assert words in [one.text() for one in stage.findChildren(StageText) if one.isVisible()]
        QTest.keyClick(overlay, key)
        QTest.keyClick(overlay, Qt.Key.Key_Return)
    assert said == [("go_on", None)]
    assert [(one.area, one.side, one.tightness) for one in ratings] == [
        (Area.LOW_BACK, None, 7),
        (Area.CALF, Side.LEFT, 5),
        (Area.HIP, Side.RIGHT, 2),
    ]
    last = max(at for at, one in enumerate(ease.segments) if one.when is When.AFTER)
    stage.tracked = ()
    stage.show_snapshot(moment(ease, last, phase=Phase.WAITING, need=Need.RATING))
    shown = [one.text() for one in stage.findChildren(StageText) if one.isVisible()]
    assert "Low back, 1 of 3" in shown
    assert "Before, low back: 7" in shown


def test_skip_leaves_all_that_is_still_to_be_asked(stage: StagePage, library: Library, ease: Timeline) -> None:
    """One press and the session goes on; what was given stays."""
    said = watch(stage)
    ratings: list[RatingInput] = []
    stage.rating.connect(ratings.append)
    stage.tracked = ((Area.CALF, Side.LEFT),)
    stage.begin(ease, library, 1.0)
    stage.show_snapshot(moment(ease, 0, phase=Phase.WAITING, need=Need.RATING))
    overlay = stage.faces.current
    assert overlay is not None
    QTest.keyClick(overlay, Qt.Key.Key_7)
    QTest.keyClick(overlay, Qt.Key.Key_Return)
    next(one for one in overlay_buttons(stage) if one.text() == "Skip").click()
    assert said == [("go_on", None)]
    assert [one.area for one in ratings] == [Area.LOW_BACK]


def test_a_tracked_side_answers_for_the_area_a_routine_names(
    stage: StagePage, library: Library, packs: Timeline
) -> None:
    """A routine about a buttock asks about the left one, which is tracked; nobody chooses a side again."""
    ratings: list[RatingInput] = []
    stage.rating.connect(ratings.append)
    stage.tracked = ((Area.CALF, Side.LEFT), (Area.BUTTOCK, Side.LEFT))
    stage.begin(packs, library, 1.0)
    stage.show_snapshot(moment(packs, 0, phase=Phase.WAITING, need=Need.RATING))
    overlay = stage.faces.current
    assert overlay is not None
    QTest.keyClick(overlay, Qt.Key.Key_3)
    QTest.keyClick(overlay, Qt.Key.Key_Return)
    assert [(one.area, one.side) for one in ratings] == [(Area.BUTTOCK, Side.LEFT)]
    shown = [one.text() for one in stage.findChildren(StageText) if one.isVisible()]
    assert "Left calf, 2 of 2" in shown
