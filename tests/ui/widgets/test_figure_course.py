"""What a figure does while one looks: staying, going, looping, and stepping where nothing may move."""

from __future__ import annotations

import pytest

from coach.figure.reel import BREATHS
from coach.figure.tempo import IN_MS
from coach.ui.widgets.figure_course import Course, Going, Looping, Staying, Stepped
from tests.ui.figures import HUG, LIES


def test_staying_stays() -> None:
    """One place, for ever, and nothing to wait for."""
    course = Staying(1.5)
    assert course.at(10_000) == (1.5, 0, False)
    assert course.ends_ms == 0


def test_going_arrives_and_stays() -> None:
    """From where it is to a key, without a jump."""
    course = Going(HUG, 0.4, 2)
    assert course.at(0).u == pytest.approx(0.4)
    assert course.ends_ms is not None
    assert course.at(course.ends_ms / 2).moving
    assert course.at(course.ends_ms) == (2, 0, False)
    assert (course.span.low, course.span.high) == (0.4, 2)


def test_looping_breathes_where_it_rests() -> None:
    """The hold of four seconds has a breath; the loop may begin there."""
    course = Looping(HUG)
    assert course.at(0).u == 0
    assert Looping(HUG, begin=2).at(0).u == 2
    assert course.span.rests == (2.0,)
    assert len({spot.breath for spot in course.span.spots()}) == BREATHS


def test_a_still_figure_only_breathes() -> None:
    """One place, all levels of the breath."""
    course = Looping(LIES)
    assert course.at(IN_MS).breath == pytest.approx(1)
    assert {spot.step for spot in course.span.spots()} == {0}


@pytest.mark.parametrize("course", [Going(HUG, 0.0, 2), Looping(HUG)])
def test_stepping_shows_keys_only(course: Course) -> None:
    """With reduced motion every moment is a key, breathed out, and only keys are made."""
    stepped = Stepped(course)
    shown = {stepped.at(ms) for ms in range(0, 4_000, 50)}
    assert {moment.u for moment in shown} == {0, 1, 2}
    assert {(moment.breath, moment.moving) for moment in shown} == {(0, False)}
    assert len(list(stepped.span.spots())) == 3
