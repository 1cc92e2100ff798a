"""A scene: one mesh of body and things, moved, breathing, lying flat on what it rests on."""

from __future__ import annotations

import numpy as np
import pytest

from coach.figure.bones import INDEX
from coach.figure.pose.model import Highlight, Region
from coach.figure.pose.props import Block, Chair, Cushion, Desk, Mat, Pack, Pillow, Prop, Stool, Strap, Wall
from coach.figure.scene.stage import Scene
from coach.figure.skin import skin
from tests.figure.scene.poses import MAT, PRONE, SUPINE, body, figure, holding_a_strap, posed, sitting

EVERYTHING: tuple[Prop, ...] = (
    MAT,
    Chair(at=(0, 2)),
    Cushion(),
    Desk(at=(0.6, 2)),
    Wall(at=(2, 0)),
    Pillow(at=(-0.8, 0)),
    Strap(),
    Pack(mode="heat", area="calf", side="L"),
    Block(size=(0.2, 0.2, 0.1), at=(1.5, 1)),
    Stool(at=(0, -2)),
)


def test_everything_together() -> None:
    """All things at once make one mesh whose numbers fit each other."""
    scene = Scene.build(body(), figure(*EVERYTHING, highlight=Highlight(regions=("hamstring",))))
    subject, moment = scene.subject, scene.at(holding_a_strap(), 0.5)
    count, faces = len(moment.vertices), len(subject.faces)
    assert np.isfinite(moment.vertices).all()
    assert np.isfinite(moment.normals).all()
    assert moment.normals.shape == (count, 3)
    assert subject.faces.max() == count - 1
    assert subject.faces.dtype == np.int32
    assert subject.paint.shape == (faces,)
    assert subject.sheet.shape == (faces, 3)
    assert int(subject.paint.max()) < len(subject.paints)
    assert subject.field is not None
    assert subject.field.shape == (count,)
    assert moment.pressed is not None
    assert moment.pressed.shape == (faces,)
    assert max(int(mark.faces.max()) for mark in subject.marks) < faces
    for mark in subject.marks:
        assert np.allclose(mark.weights.sum(1), 1, atol=1e-3)


def test_vertices_are_single_floats() -> None:
    """Nothing is silently made twice as large on its way to the painter."""
    moment = Scene.build(body(), figure(MAT)).at(posed({}))
    assert moment.vertices.dtype == np.float32
    assert moment.normals.dtype == np.float32


def test_things_do_not_move() -> None:
    """What stands still stays where it is, at every moment."""
    scene = Scene.build(body(), figure(Chair(), Desk(at=(0.6, 0))))
    own = len(body().vertices)
    one, two = scene.at(sitting()), scene.at(sitting(lean=20))
    assert np.array_equal(one.vertices[own:], two.vertices[own:])
    assert not np.array_equal(one.vertices[:own], two.vertices[:own])
    assert np.array_equal(scene.things(), one.vertices[own:])


def test_a_scene_is_not_changed_by_looking() -> None:
    """The same moment asked twice is the same."""
    scene = Scene.build(body(), figure(MAT, Strap()))
    before = scene.at(holding_a_strap(), 0.3)
    scene.at(holding_a_strap(60), 1.0)
    assert np.array_equal(before.vertices, scene.at(holding_a_strap(), 0.3).vertices)


def test_skin_that_goes_on_is_painted_as_one() -> None:
    """Arm and hand, leg and foot have one paint, so that no line is drawn between them; left and right do not."""
    scene = Scene.build(body(), figure())
    mesh = body()
    by_piece = {name: set(scene.subject.paint[mesh.faces_of(name)].tolist()) for name in mesh.pieces}
    assert by_piece["arm.L"] == by_piece["hand.L"]
    assert by_piece["leg.R"] == by_piece["foot.R"]
    assert by_piece["arm.L"].isdisjoint(by_piece["arm.R"])
    assert by_piece["shirt"].isdisjoint(by_piece["shirt.inside"])


def test_sheets_tell_surfaces_apart() -> None:
    """Thumb and fingers, the two thighs, and any two things lie far apart; neighbours on one surface do not."""
    mesh = body()
    scene = Scene.build(mesh, figure(Chair(), MAT))
    sheet = scene.subject.sheet
    share = mesh.weights[mesh.faces].mean(1)
    thumb, fingers = (share[:, INDEX[f"{bone}.L"]] > 0.9 for bone in ("thumb", "fingers"))
    apart = np.linalg.norm(sheet[: len(mesh.faces)][thumb][:, None] - sheet[: len(mesh.faces)][fingers][None], axis=2)
    assert apart.min() > 0.03
    things = np.unique(sheet[len(mesh.faces) :], axis=0)
    assert np.diff(things[:, 0]).min() >= 10
    assert things[:, 0].min() - np.abs(sheet[: len(mesh.faces)]).max() > 5


def test_breath_lifts_chest_and_belly_a_little() -> None:
    """A full breath moves the belly 6 to 9 mm and the ribs a little less; head, arms and legs not at all."""
    mesh = body()
    scene = Scene.build(mesh, figure())
    placed = posed({})
    moved = scene.at(placed, 1.0).vertices - scene.at(placed).vertices
    far = np.linalg.norm(moved, axis=1)
    assert 0.006 < far.max() < 0.009
    limbs = mesh.weights[:, [INDEX[name] for name in ("head", "shank.L", "hand.R", "forearm.L")]].sum(1) > 0.9
    assert far[limbs].max() == 0
    half = scene.at(placed, 0.5).vertices - scene.at(placed).vertices
    assert np.allclose(half, moved / 2, atol=1e-6)


def test_breath_makes_nothing_thinner() -> None:
    """Breathing in moves the skin outwards everywhere, on the clothes' inner side too."""
    mesh = body()
    scene = Scene.build(mesh, figure())
    placed = posed({})
    vertices, normals = skin(mesh, placed, draped=True)
    moved = (scene.at(placed, 1.0).vertices - vertices) * normals
    outside = np.unique(mesh.faces[mesh.faces_of("shirt")])
    assert moved[outside].sum(1).min() > -1e-6


@pytest.mark.parametrize(("lie", "height"), [(SUPINE, 0.012), (PRONE, 0.012)])
def test_nothing_is_left_below_the_mat(lie: np.ndarray, height: float) -> None:
    """Flesh that has sunk into the mat lies on it, flat, and its underside is not drawn."""
    scene = Scene.build(body(), figure(MAT))
    placed = posed({}, lie, on=height, sink=0.015)
    assert skin(body(), placed)[0][:, 2].min() < height
    moment = scene.at(placed)
    own = moment.vertices[: len(body().vertices)]
    assert own[:, 2].min() >= height
    assert moment.pressed is not None
    assert 20 < moment.pressed.sum() < 4000
    assert (moment.vertices[scene.subject.faces[moment.pressed], 2] < height + 0.003).all()


def test_flesh_flattens_on_a_seat_but_not_beside_it() -> None:
    """Sitting, the underside of the thighs lies on the seat; the shins beside it hang down as before."""
    scene = Scene.build(body(), figure(Chair()))
    placed = sitting()
    before, after = skin(body(), placed)[0], scene.at(placed).vertices[: len(body().vertices)]
    seat = (np.abs(before[:, 0]) < 0.21) & (np.abs(before[:, 1]) < 0.22) & (before[:, 2] > 0.39) & (before[:, 2] < 0.45)
    assert seat.sum() > 50
    assert after[seat, 2].min() >= 0.45
    hanging = before[:, 0] > 0.24
    assert np.array_equal(before[hanging], after[hanging])


def test_knees_under_a_desk_stay_there() -> None:
    """Only what sinks into the top from above is lifted onto it."""
    scene = Scene.build(body(), figure(Chair(), Desk(at=(0.5, 0), height=0.64)))
    placed = sitting()
    before, after = skin(body(), placed)[0], scene.at(placed).vertices[: len(body().vertices)]
    knees = (before[:, 0] > 0.25) & (before[:, 2] > 0.5) & (before[:, 2] < 0.62)
    assert knees.any()
    assert np.array_equal(before[knees], after[knees])


@pytest.mark.parametrize(("side", "left", "right"), [("worked", 0, 1), ("right", 0, 1), ("left", 1, 0), ("both", 1, 1)])
def test_highlight_shows_the_worked_side(side: str, left: int, right: int) -> None:
    """Built for the right side being worked: `worked` is the right, whose picture is mirrored for the left."""
    highlight = Highlight(regions=("calf",), side=side)  # type: ignore[arg-type]
    field = Scene.build(body(), figure(highlight=highlight)).subject.field
    assert field is not None
    y = body().vertices[field[: len(body().vertices)] > 0.1, 1]
    assert bool((y > 0).any()) == bool(left)
    assert bool((y < 0).any()) == bool(right)


@pytest.mark.parametrize("which", ["a", "b"])
@pytest.mark.parametrize(
    ("region", "garment", "shown"),
    [("upper-trapezius", "shirt", True), ("low-back", "shirt", True), ("low-back", "shorts", False)],
)
def test_highlight_goes_on_where_much_of_it_lies_beyond_a_hem(
    which: str, region: Region, garment: str, shown: bool
) -> None:
    """Much by area, not by how fine the cells are there: those of the face are finer than those of a shirt."""
    highlight = Highlight(regions=(region,))
    field = Scene.build(body(which), figure(highlight=highlight)).subject.field
    assert field is not None
    mesh = body(which)
    assert bool((field[mesh.faces[mesh.faces_of(garment)]] > 0).any()) == shown


def test_without_a_highlight_there_is_no_field() -> None:
    """Nothing glows where nothing is told."""
    assert Scene.build(body(), figure(MAT)).subject.field is None


@pytest.mark.parametrize("which", ["a", "b"])
def test_a_still_body_is_its_own_mirror_image(which: str) -> None:
    """Standing straight among things in the middle, everything seen has an exact mirror image."""
    scene = Scene.build(body(which), figure(Chair(at=(-0.6, 0)), Mat(), Pillow(at=(0.8, 0))))
    vertices = scene.at(posed({}, name=which), 0.7).vertices.astype(float)
    here, there = (np.unique(np.round(v, 4), axis=0) for v in (vertices, vertices * (1, -1, 1)))
    apart = np.sqrt(((here[::97, None] - there[None]) ** 2).sum(-1)).min(1)
    assert apart.max() < 5e-4
