"""The figure on the stage: the side that works, in step with the session, still when the session stands still."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from coach.content.library import Library
from coach.content.pictures import figure_of
from coach.plan.figures import ahead
from coach.plan.timeline import SegmentKind, Timeline
from coach.session.state import Phase
from coach.ui.player.course import course_of
from coach.ui.player.page import StagePage
from coach.ui.widgets.figure_course import Looping
from tests.ui.figures import Gallery, gallery
from tests.ui.player.conftest import find, heat_pack, moment
from tests.ui.support import dress

KNEE = "knee_to_chest_single"


@pytest.fixture
def room(qapp: QApplication, library: Library) -> Iterator[Gallery]:
    """The shipped figures, drawn as squares."""
    dress(qapp)
    with gallery(qapp) as made:
        made.figures.show_content(lambda key: figure_of(library, key))
        yield made


@pytest.fixture
def stage(room: Gallery, ease: Timeline, library: Library) -> Iterator[StagePage]:
    """A stage with Morning ease on it."""
    del room
    page = StagePage()
    page.resize(1280, 800)
    page.show()
    page.begin(ease, library, 1.0)
    yield page
    page.close()
    page.deleteLater()


def test_the_side_that_works_is_shown(stage: StagePage, ease: Timeline, room: Gallery) -> None:
    """Left first: the mirror image, said by its name as well; then right, from the same pictures."""
    held = [n for n, one in enumerate(ease.segments) if one.kind is SegmentKind.HOLD and one.exercise == KNEE]
    pictures = []
    for index in (held[0], held[-1]):
        stage.show_snapshot(moment(ease, index, 2_000))
        room.settle()
        figure = stage.canvas.figure
        names = figure.accessibleName()
        room_of = figure.rect().adjusted(20, 120, -20, -20)
        pictures.append((names, figure.grab(room_of).toImage()))
    (left, left_image), (right, right_image) = pictures
    assert left == "Single knee to chest, Left side"
    assert right == "Single knee to chest, Right side"
    assert left_image != right_image
    assert left_image == right_image.flipped(Qt.Orientation.Horizontal)


def test_it_moves_only_while_the_session_does(stage: StagePage, ease: Timeline, room: Gallery) -> None:
    """Running it goes on by itself between two looks; paused it stands, and goes on from there."""
    enter = find(ease, SegmentKind.ENTER, KNEE)
    figure = stage.canvas.figure
    stage.show_snapshot(moment(ease, enter, 0))
    room.clock.advance(0.5)
    figure._look()
    running = figure.moment.u
    assert running > 0
    stage.show_snapshot(moment(ease, enter, 500, phase=Phase.PAUSED))
    room.clock.advance(5)
    figure._look()
    assert figure.moment.u == pytest.approx(running)
    assert not figure.moving


def test_after_worse_it_is_back_at_the_start(stage: StagePage, ease: Timeline) -> None:
    """Nobody is shown in a stretch that has hurt."""
    hold = find(ease, SegmentKind.HOLD, KNEE)
    stage.show_snapshot(moment(ease, hold, 2_000))
    assert stage.canvas.figure.moment.u == 2
    stage.show_snapshot(moment(ease, hold, 2_000, phase=Phase.STOPPED))
    assert stage.canvas.figure.moment.u == 0
    assert not stage.canvas.figure.moving


def test_a_pack_lies_where_it_is_worn(room: Gallery, packs: Timeline, library: Library) -> None:
    """The pack's figure, breathing; without one afterwards."""
    stage = StagePage()
    stage.resize(1280, 800)
    stage.show()
    stage.begin(packs, library, 1.0)
    heat = find(packs, SegmentKind.HEAT)
    stage.show_snapshot(moment(packs, heat, 3_000, pack=heat_pack()))
    assert "/heat/buttock/" in stage.canvas.figure.key
    off = find(packs, SegmentKind.OFF)
    stage.show_snapshot(moment(packs, off, 3_000))
    assert stage.canvas.figure.key.endswith("/none")
    room.settle()
    stage.close()
    stage.deleteLater()


def test_what_comes_next_is_made_meanwhile(stage: StagePage, ease: Timeline, room: Gallery) -> None:
    """While one gets ready, the way in, the hold and the way out are made, and the next exercise begun."""
    stage.show_snapshot(moment(ease, find(ease, SegmentKind.PREPARE, "pelvic_tilt"), 1_000))
    room.settle()
    drawn = {(picture.figure.keys[0].name, u) for picture in room.studio.pictures for u, *_rest in picture.asked}
    assert len({name for name, _u in drawn}) == 2
    assert len(drawn) > 60


@pytest.mark.parametrize("kind", list(SegmentKind))
def test_every_segment_has_a_course(library: Library, packs: Timeline, ease: Timeline, kind: SegmentKind) -> None:
    """Whatever a session does, its figure is somewhere on its way, and every spot of it can be made."""
    for timeline in (packs, ease):
        segment = next((one for one in timeline.segments if one.kind is kind), None)
        if segment is None:
            continue
        figure = figure_of(library, segment.exercise or "rest_lying")
        assert figure is not None
        course = course_of(segment, figure)
        low, high = ahead(segment, figure)
        if not isinstance(course, Looping):
            assert (course.span.low, course.span.high) == (low, high)
        for spot in course.span.spots():
            assert low <= spot.u <= high
        assert low <= course.at((segment.duration_ms or 4_000) / 2).u <= high
