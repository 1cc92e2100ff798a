"""Looking up a timeline's blocks, cues, parts and exposures."""

from __future__ import annotations

from coach.content.vocabulary import Area, Mode, Side
from coach.session.course import Course
from tests.session.building import build, thermal


def _course(routine: str) -> Course:
    return Course(build(routine), thermal())


def test_blocks_begin_and_end_where_their_number_changes() -> None:
    """Every segment knows the first of its block and the first behind it."""
    course = _course("knee left: prepare 5, hold 30\nknee right: prepare 5, hold 30, release 2")
    assert [course.first_of_block(index) for index in range(5)] == [0, 0, 2, 2, 2]
    assert [course.after_block(index) for index in range(5)] == [2, 2, 5, 5, 5]
    assert course.last_of_part == {0: 1, 1: 4}


def test_cues_are_told_by_segment_from_its_start() -> None:
    """Offsets count from the start of the segment, in order."""
    course = _course("rest: rest 10\nknee left: hold 30")
    assert [offset for offset, _cue in course.cues[1]] == [0, 15_000, 25_000]


def test_an_exposure_reaches_from_putting_on_to_taking_off() -> None:
    """Its pieces begin at pack-on times; checks take none; the limit is what is planned."""
    exposure = _course("rest: rest 5\nheat buttock left: 12").exposures[1]
    assert (exposure.first, exposure.last) == (1, 7)
    assert (exposure.mode, exposure.area, exposure.side) == (Mode.HEAT, Area.BUTTOCK, Side.LEFT)
    assert exposure.offset_ms == {1: 0, 2: 0, 3: 300_000, 4: 300_000, 5: 600_000, 6: 600_000, 7: 720_000}
    assert exposure.limit_ms == 720_000
    assert not exposure.contrast


def test_the_hard_stop_bounds_an_exposure_whatever_is_planned() -> None:
    """Twenty minutes for heat; a contrast set has its own cap, swaps included."""
    assert _course("heat buttock left: 45").exposures[1].limit_ms == 1_200_000
    contrast = "contrast low-back: " + ", ".join(["heat 4", "cold 2"] * 6)
    exposure = _course(contrast).exposures[1]
    assert exposure.contrast
    assert exposure.limit_ms == 1_500_000
