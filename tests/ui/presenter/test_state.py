"""What each wish makes of a presentation."""

from __future__ import annotations

from typing import Any

import pytest

from coach.content.check import check_routine
from coach.content.library import Library
from coach.content.load_library import load_library
from coach.content.vocabulary import Side, SidePlan
from coach.resources import assets
from coach.ui.presenter.state import Presentation, act, of_exercise, of_routine
from coach.ui.presenter.view import PresenterView, presenter_view


@pytest.fixture(scope="module")
def shipped() -> Library:
    """The shipped content."""
    return load_library(assets())


def _after(now: Presentation, library: Library, *wishes: tuple[str, Any] | str) -> Presentation:
    for wish in wishes:
        what, value = (wish, None) if isinstance(wish, str) else wish
        now = act(now, what, value, library)
    return now


def _view(now: Presentation, library: Library, *wishes: tuple[str, Any] | str) -> PresenterView:
    return presenter_view(_after(now, library, *wishes), library)


def test_steps_go_on_and_back_and_end(shipped: Library) -> None:
    """Next and previous stay within the routine; a step begins anew, moving."""
    now = of_routine("morning-ease", shipped)
    assert _after(now, shipped, "previous") == now
    last = _after(now, shipped, *["next"] * 9)
    assert last.at == 3
    assert _after(now, shipped, "freeze", "timer", ("pose", 1), "next") == _after(now, shipped, ("go", 1))


def test_every_routine_and_exercise_can_be_presented(shipped: Library) -> None:
    """Each step of each has a title, a dose and a figure."""
    ways = [of_routine(key, shipped) for key in shipped.routines]
    ways += [of_exercise(key, shipped) for key in shipped.exercises]
    for now in ways:
        view = presenter_view(now, shipped)
        for number in range(len(view.steps)):
            step = _view(now, shipped, ("go", number))
            assert step.at == number
            assert step.step_title
            assert step.dose
            assert step.figure
            assert step.notes


def test_freezing_and_walking(shipped: Library) -> None:
    """Space stands still and goes on; poses go round; picking one ends standing still."""
    now = of_exercise("knee_to_chest_single", shipped)
    assert not presenter_view(now, shipped).still
    assert _view(now, shipped, "freeze").still
    assert not _view(now, shipped, "freeze", "freeze").still
    count = len(presenter_view(now, shipped).poses)
    assert _after(now, shipped, "next_pose").key == 0
    assert _after(now, shipped, "previous_pose").key == count - 1
    assert _after(now, shipped, *["next_pose"] * (count + 1)).key == 0
    walked = _view(now, shipped, ("pose", 1))
    assert walked.still
    assert walked.caption == walked.poses[1]
    assert not _view(now, shipped, ("pose", 1), "freeze").still


def test_the_highlight_says_where_it_is_felt(shipped: Library) -> None:
    """On, the words say it too; off, they do not."""
    now = of_exercise("knee_to_chest_single", shipped)
    assert presenter_view(now, shipped).caption == presenter_view(now, shipped).feel != ""
    assert _view(now, shipped, "highlight").caption == ""


def test_not_here_says_when_to_stop(shipped: Library) -> None:
    """It takes the place of where it is felt, and of the pose; pressed again it is gone."""
    now = of_exercise("knee_to_chest_single", shipped)
    warned = _view(now, shipped, ("pose", 1), "not_here")
    assert warned.caption == warned.stop != ""
    assert _view(now, shipped, "not_here", "not_here").caption == ""
    assert _view(now, shipped, "not_here", "highlight").points == "here"
    assert all(presenter_view(of_exercise(key, shipped), shipped).stop for key in shipped.exercises)


def test_the_other_side(shipped: Library) -> None:
    """The figure turns over where there are two sides, and only there."""
    now = of_exercise("knee_to_chest_single", shipped)
    assert [_view(now, shipped, *["side"] * n).side for n in range(3)] == [Side.LEFT, Side.RIGHT, Side.LEFT]
    assert _view(now, shipped, "side").figure != presenter_view(now, shipped).figure
    bridge = of_exercise("bridge", shipped)
    assert _after(bridge, shipped, "side") == bridge
    only = _view(now, shipped, ("sides", SidePlan.RIGHT), "side")
    assert (only.side, only.flips, only.side_words) == (Side.RIGHT, False, "Right side")


def test_dials_turn_one_notch(shipped: Library) -> None:
    """Hold, repetitions and sets change the dose in words; at the end of its range a dial stops."""
    now = of_routine("morning-ease", shipped)
    now = _after(now, shipped, ("go", 2))
    longer = _view(now, shipped, ("dial", ("hold", True)))
    assert longer.dose == "Hold for 25 seconds, three times. On each side."
    assert longer.changed
    ended = _after(now, shipped, *[("dial", ("hold", True))] * 30)
    assert not next(dial for dial in presenter_view(ended, shipped).dials if dial.dial == "hold").more
    assert check_routine(ended.routine, shipped, {}, "x") == []


def test_sides_are_part_of_the_dose(shipped: Library) -> None:
    """One side only, and both again as it came: then nothing is changed."""
    now = _after(of_routine("morning-ease", shipped), shipped, ("go", 2))
    left = _after(now, shipped, ("sides", SidePlan.LEFT))
    assert presenter_view(left, shipped).dose.endswith("Left side only.")
    assert left.changed
    assert not _after(left, shipped, ("sides", SidePlan.LEFT_THEN_RIGHT)).changed


def test_the_timer_knows_what_it_counts(shipped: Library) -> None:
    """A hold counts down from its seconds, a movement counts up; the next step begins without."""
    now = of_exercise("knee_to_chest_single", shipped)
    assert _view(now, shipped, "timer", ("dial", ("hold", True))).hold_ms == 25_000
    assert presenter_view(of_exercise("cat_cow", shipped), shipped).hold_ms == 0
    assert not _after(of_routine("morning-ease", shipped), shipped, "timer", "next").timer


def test_an_unknown_wish_changes_nothing(shipped: Library) -> None:
    """Nor does a dial that is not there."""
    now = of_exercise("walking", shipped)
    assert _after(now, shipped, "dance", ("dial", ("reps", True))) == now
