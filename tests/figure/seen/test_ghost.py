"""Where a part was before it moved is left behind as a dashed outline."""

from __future__ import annotations

import msgspec
import numpy as np
import pytest

from coach.figure.camera import Camera
from coach.figure.picture import Detail, Picture, View
from coach.figure.seen.dashes import dashed
from coach.figure.seen.loops import Outlines
from coach.figure.seen.plate import Shape
from coach.figure.seen.raster import Raster
from coach.figure.seen.ribbons import Polygons
from tests.figure.shown import picture, poser

COARSE = Detail(240)


def ghosts(shown: Picture, u: float, view: View | None = None) -> list[Shape]:
    """The outlines of what was elsewhere."""
    return [shape for shape in shown.plate(u, view, detail=COARSE).shapes if shape.kind == "ghost"]


def haunted(limbs: tuple[str, ...]) -> Picture:
    """The chin tuck, whose hold leaves the outline of other parts behind."""
    shown = picture("chin_tuck")
    hold = msgspec.structs.replace(shown.figure.keys[1], ghost=limbs)
    figure = msgspec.structs.replace(shown.figure, keys=(shown.figure.keys[0], hold))
    return Picture(figure, shown.scene.body.mesh, shown.motion, poser().flesh)


def extent(shape: Shape, axis: int = 0) -> tuple[float, float]:
    """How far left and right, or up and down, it reaches, in metres of the picture plane."""
    across = shape.polygons.points[:, axis]
    return float(across.min()), float(across.max())


def test_it_stands_where_the_head_was() -> None:
    """It looks out as far to the front as the head of the key before reached."""
    shown = haunted(("head",))
    (left,) = ghosts(shown, 1.0)
    flat = picture("chin_tuck").scene
    own = np.array([paint.limb == "head" for paint in flat.subject.paints])[flat.subject.paint]
    head = shown.moment(0.0).vertices[np.unique(flat.subject.faces[own])]
    # seen from the right side, forward is to the right
    home = shown.home()
    assert extent(left)[1] == pytest.approx(Camera(*home[:2]).project(head)[:, 0].max(), abs=0.01)
    (now,) = (
        shape for shape in shown.plate(1.0, detail=COARSE).shapes if shape.kind == "ink" and shape.material == "hair"
    )
    assert extent(left)[1] > extent(now)[1] + 0.03


def test_it_does_not_move() -> None:
    """On the way, and while it is held, it stays where it was left; before, there is none."""
    shown = haunted(("head",))
    assert not ghosts(shown, 0.0)
    (way,), (held,) = ghosts(shown, 0.9), ghosts(shown, 1.0)
    assert extent(way)[1] == extent(held)[1]


def dashes(*, hidden: bool) -> Polygons:
    """Those around a square of a metre, of which but a corner of 4 cm looks out where something lies over it."""
    square = np.array([[0, 0], [100, 0], [100, 100], [0, 100]], np.float32)
    outlines = Outlines(square, np.array([0, 4], np.int32), np.ones(1, np.int32))
    covers = (lambda at: (at > 0.04).any(1)) if hidden else (lambda at: (at < 0.4).all(1))
    return dashed(Raster(0.0, 0.0, 100.0, 100, 100), outlines, 0.004, covers=covers)


def test_crumbs_that_look_out_are_left_out() -> None:
    """A corner of four centimetres is none of the line; all but a corner is all but that corner."""
    assert not len(dashes(hidden=True).points)
    most = dashes(hidden=False)
    assert len(most.first) - 1 == pytest.approx(3.2 / 0.035, abs=3)
    assert not (most.points < 0.3).all(1).any()


def test_it_lies_behind_the_person() -> None:
    """It is painted before anything of the body is."""
    kinds = [shape.kind for shape in haunted(("head",)).plate(1.0, detail=COARSE).shapes]
    assert kinds.index("ghost") < kinds.index("under") < kinds.index("fill")


def test_more_parts_leave_more() -> None:
    """A whole body's outline is larger than a head's; turned a little as well."""
    home = picture("chin_tuck").home()
    for view in (None, View(home.azimuth + 25, home.elevation + 5)):
        (head,), (all_of_it,) = (
            ghosts(haunted(limbs), 1.0, view) for limbs in (("head",), ("head", "trunk", "arm.L", "arm.R"))
        )
        assert np.ptp(extent(all_of_it, 1)) > 1.3 * np.ptp(extent(head, 1))


def test_who_leaves_nothing_has_none() -> None:
    """Without a word about it nothing is drawn."""
    assert not ghosts(haunted(()), 1.0)


def test_from_further_round_there_is_none() -> None:
    """Only crumbs would look out from behind the person."""
    home = picture("chin_tuck").home()
    for turn, up in ((45, 0), (-90, 0), (180, 0), (0, 40)):
        assert not ghosts(haunted(("head",)), 1.0, View(home.azimuth + turn, home.elevation + up))
