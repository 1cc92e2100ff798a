"""The things around a person: closed, where they were put, and as large as the figure says."""

from __future__ import annotations

import numpy as np
import pytest

from coach.figure.pose.props import Block, Chair, Desk, Doorway, Mat, Pillow, Prop, Stool, Wall
from coach.figure.pose.room import Room
from coach.figure.scene.furniture import back_rest, chair, desk
from coach.figure.scene.parts import Place
from coach.figure.scene.room import doorway, wall
from coach.figure.scene.solids import Solid
from coach.figure.scene.stage import Scene
from tests.figure.scene.poses import body, figure
from tests.figure.scene.test_solids import closed, volume

THINGS: dict[str, Prop] = {
    "mat": Mat(),
    "chair": Chair(),
    "chair by the wall": Chair(by_the_wall=True),
    "low chair": Chair(seat=0.4, back=0.28),
    "stool": Stool(),
    "wall": Wall(),
    "doorway": Doorway(),
    "desk": Desk(),
    "bare desk": Desk(screen=False, keyboard=False),
    "pillow": Pillow(),
    "block": Block(size=(0.3, 0.2, 0.1)),
    "towel": Block(size=(0.3, 0.2, 0.06), look="towel"),
    "book": Block(size=(0.22, 0.16, 0.04), look="book"),
    "bolster": Block(size=(0.4, 0.2, 0.12), look="pillow"),
    "thin towel": Block(size=(0.3, 0.2, 0.004), look="towel"),
}


@pytest.mark.parametrize("name", sorted(THINGS))
def test_parts_are_closed(name: str) -> None:
    """Every part of every thing is closed, looks outwards and has whole numbers in it."""
    scene = Scene.build(body(), figure(THINGS[name]))
    own = len(body().vertices)
    assert np.isfinite(scene.still.vertices).all()
    assert len(scene.still.vertices) > own
    assert np.allclose(np.linalg.norm(scene.still.normals[own:], axis=1), 1, atol=1e-4)


@pytest.mark.parametrize("parts", [chair(Chair()), desk(Desk()), doorway(Doorway())])
def test_furniture_is_closed(parts: list) -> None:  # type: ignore[type-arg]
    """Each solid of a piece of furniture is closed and turned outwards."""
    for part in parts:
        assert closed(part.solid)
        assert volume(part.solid) > 0


def test_a_chair_is_light() -> None:
    """A chair is drawn in a hurry: few faces."""
    assert sum(len(part.solid.faces) for part in chair(Chair())) < 2500


@pytest.mark.parametrize("seat", [0.4, 0.45, 0.5])
def test_seat_is_as_high_as_told(seat: float) -> None:
    """The pad's upper side is level, at the height of the seat."""
    pad = chair(Chair(seat=seat))[0].solid.vertices
    assert pad[:, 2].max() == pytest.approx(seat)
    assert np.ptp(pad[np.abs(pad[:, :2]).max(1) < 0.15, 2].reshape(-1)) <= 0.0481


def test_back_rest_is_where_it_is_painted() -> None:
    """The back's padded face is where cushion and pose expect it: behind the seat, leaning back."""
    pad = chair(Chair())[-1].solid.vertices
    level = pad[(np.abs(pad[:, 2] - 0.45 - 0.3) < 0.06) & (np.abs(pad[:, 1]) < 0.12)]
    assert level[:, 0].max() == pytest.approx(back_rest(Chair(), 0.3), abs=0.02)
    assert back_rest(Chair(), 0.4) < back_rest(Chair(), 0.2) < -0.1


@pytest.mark.parametrize("thing", [Chair(), Chair(seat=0.5, back=0.3, at=(0.4, 0.2), turn=90)])
def test_hands_find_the_upper_edge_of_the_back(thing: Chair) -> None:
    """Where a hand is told to rest on a chair's back there is its padded edge; the seat is still the chair's own surface."""
    room = Room([thing])
    edge = room.surface("chair-back")
    assert edge is not None
    pad = chair(thing)[-1]
    pad = pad._replace(solid=Solid(pad.solid.vertices[abs(pad.solid.vertices[:, 1]) < 0.07], pad.solid.faces))
    middle = Place(thing.at, thing.turn).put(pad).solid.vertices
    highest = middle[middle[:, 2] > middle[:, 2].max() - 0.012].mean(0)
    assert edge.origin[2] == pytest.approx(middle[:, 2].max(), abs=0.012)
    assert edge.origin[:2] == pytest.approx(highest[:2], abs=0.02)
    assert room.surface("chair") is room.surface("seat")


def test_screen_faces_the_person() -> None:
    """The bright side of the screen lies towards -x, where the person sits, its writing on it."""
    parts = {part.material: part for part in desk(Desk())}
    glow, frame = parts["screen.glow"], parts["screen"]
    assert glow.solid.vertices[:, 0].min() < frame.solid.vertices[:, 0].min() + 0.001
    faces = glow.solid.faces[np.concatenate([mark.faces for mark in glow.marks])]
    a, b, c = (glow.solid.vertices[faces[:, corner]] for corner in range(3))
    assert (np.cross(b - a, c - a)[:, 0] < 0).all()
    assert frame.solid.vertices[:, 2].max() == pytest.approx(Desk().screen_top, abs=0.01)


def test_keyboard_lies_where_hands_look_for_it() -> None:
    """It lies 16 cm from the front edge, on the desk."""
    keys = next(part for part in desk(Desk()) if part.material == "keys").solid.vertices
    assert keys[:, 0].mean() == pytest.approx(-0.31 + 0.16, abs=0.005)
    assert keys[:, 2].min() == pytest.approx(0.72)
    assert len(next(part for part in desk(Desk()) if part.material == "keys").marks) == 3


def test_wall_looks_forward_from_its_place() -> None:
    """The face of a wall is in x = 0, all else behind it but the skirting board."""
    face, board = wall(Wall())
    assert face.solid.vertices[:, 0].max() == pytest.approx(0)
    assert 0 < board.solid.vertices[:, 0].max() < 0.02
    assert board.material == "skirting"


def test_a_wall_hides_nobody_from_behind() -> None:
    """Whoever turns the picture sees a wall from its front and along its edge, and nothing of it from behind."""
    subject = Scene.build(body(), figure(Wall(at=(0.8, 0.1), turn=180))).subject
    walls = [number for number, paint in enumerate(subject.paints) if paint.material in {"wall", "skirting"}]
    of_wall = np.isin(subject.paint, walls)
    assert not subject.unseen(np.array([-1.0, 0, 0]), None).any()
    assert not subject.unseen(np.array([0, 1.0, 0]), None).any()
    assert (subject.unseen(np.array([0.7, 0.7, 0.1]), None) == of_wall).all()


def test_doorway_opens_to_the_left() -> None:
    """Someone who faces it has the wall to the right of its edge, with a wooden frame along the edge."""
    parts = doorway(Doorway())
    assert min(part.solid.vertices[:, 1].min() for part in parts if part.material != "wood") > -0.001
    frame = next(part for part in parts if part.material == "wood").solid.vertices
    assert -0.02 < frame[:, 1].min() < 0.001
    assert frame[:, 2].max() > 1.85


def test_a_frame_goes_round_the_opening() -> None:
    """Nothing of two posts and what lies across them is in the opening, which is as wide as told; all are as high."""
    near, far, across = (part.solid.vertices for part in doorway(Doorway(opening=0.9)) if part.material == "wood")
    assert near[:, 1].min() - far[:, 1].max() == pytest.approx(0.9, abs=0.03)
    assert across[:, 1].min() == pytest.approx(far[:, 1].max(), abs=0.05)
    assert across[:, 1].max() == pytest.approx(near[:, 1].min(), abs=0.05)
    assert across[:, 2].min() > 1.75
    assert across[:, 2].max() == pytest.approx(near[:, 2].max()) == pytest.approx(far[:, 2].max())


def test_things_are_put_where_told() -> None:
    """`at` moves a thing and `turn` turns it to the left."""
    scene = Scene.build(body(), figure(Wall(at=(0.8, 0.1), turn=180, width=1.0)))
    found = scene.things()
    assert found[:, 0].min() == pytest.approx(0.788, abs=0.003)
    assert found[:, 0].max() == pytest.approx(0.88, abs=0.005)
    assert found[:, 1].min() == pytest.approx(-0.4)


def test_a_pillow_lies_on_the_mat() -> None:
    """With a mat in the figure, the pillow lies on it and swells a little above its thickness."""
    scene = Scene.build(body(), figure(Mat(), Pillow(at=(-0.7, 0), thick=0.06)))
    paint = [paint.material for paint in scene.subject.paints].index("pillow")
    heights = scene.still.vertices[np.unique(scene.subject.faces[scene.subject.paint == paint]), 2]
    assert heights.min() == pytest.approx(0.012, abs=1e-4)
    assert 0.07 < heights.max() < 0.095
