"""Where a part was before it moved is left behind as a dashed outline."""

from __future__ import annotations

import msgspec
import numpy as np

from coach.figure.picture import Detail, Picture, View
from coach.figure.seen.plate import Shape
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
    """Its outline is as wide as the head of the key before, there and nowhere else."""
    shown = haunted(("head",))
    (left,) = ghosts(shown, 1.0)
    flat = picture("chin_tuck").scene
    own = np.array([paint.limb == "head" for paint in flat.subject.paints])[flat.subject.paint]
    head = shown.moment(0.0).vertices[np.unique(flat.subject.faces[own])]
    # seen from the right side, forward is to the right
    assert np.allclose(np.ptp(extent(left)), np.ptp(head[:, 0]), atol=0.03)
    (now,) = (
        shape for shape in shown.plate(1.0, detail=COARSE).shapes if shape.kind == "ink" and shape.material == "hair"
    )
    assert extent(left)[1] > extent(now)[1] + 0.03


def test_it_does_not_move() -> None:
    """On the way, and while it is held, it stays where it was left; before, there is none."""
    shown = haunted(("head",))
    assert not ghosts(shown, 0.0)
    (way,), (held,) = ghosts(shown, 0.5), ghosts(shown, 1.0)
    assert np.array_equal(way.polygons.points, held.polygons.points)


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
