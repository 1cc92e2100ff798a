"""The shipped bodies, and reading and writing them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from coach.errors import DataError
from coach.figure import bones
from coach.figure.mesh import PIECES, Mark, Mesh, load, save
from coach.resources import assets
from tests.figure.sculpt.closed import rims

FOLDER = assets() / "figure"
BODIES = ("a", "b")
#: Pieces that make one surface, and how many openings it has.
SURFACES = [
    (("head",), 2),
    (("hair",), 1),
    (("shirt",), 4),
    (("shorts",), 3),
    (("arm.L", "hand.L"), 1),
    (("arm.R", "hand.R"), 1),
    (("leg.L", "foot.L"), 1),
    (("leg.R", "foot.R"), 1),
]


@pytest.fixture(scope="module", params=BODIES)
def body(request: pytest.FixtureRequest) -> Mesh:
    return load(FOLDER / f"body-{request.param}.npz")


def held(path: Path) -> dict[str, Any]:
    with np.load(path) as archive:
        return dict(archive)


def test_body_is_within_its_budget(body: Mesh) -> None:
    """A body has at most 20 000 vertices and 40 000 faces, so that a frame stays quick."""
    assert len(body.vertices) <= 20_000
    assert len(body.faces) <= 40_000


def test_bodies_are_small_files() -> None:
    """All bodies together take less than 2.5 MB."""
    assert sum(path.stat().st_size for path in FOLDER.glob("body-*.npz")) < 2_500_000


def test_every_piece_is_there(body: Mesh) -> None:
    """All pieces have faces, and nothing else does."""
    assert body.pieces == PIECES
    assert set(np.unique(body.piece)) == set(range(len(PIECES)))


@pytest.mark.parametrize(("names", "openings"), SURFACES)
def test_surfaces_are_closed(body: Mesh, names: tuple[str, ...], openings: int) -> None:
    """Every edge is shared by two faces, but for the hems of clothes and what they cover."""
    assert len(rims(body.faces[body.faces_of(*names)])) == openings


def test_no_face_is_degenerate(body: Mesh) -> None:
    """Every face has an area, and none is folded over against its neighbours."""
    corners = body.vertices.astype(float)[body.faces]
    flat = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    area = np.linalg.norm(flat, axis=1) / 2
    assert area.min() > 5e-8
    around = np.zeros((len(body.vertices), 3))
    for corner in range(3):
        np.add.at(around, body.faces[:, corner], flat)
    around /= np.linalg.norm(around, axis=1, keepdims=True)
    assert np.einsum("ij,ij->i", flat / (2 * area[:, None]), around[body.faces].mean(1)).min() > 0


def test_hem_and_waist_are_level(body: Mesh) -> None:
    """The lower edge of the shirt and the waist of the shorts lie in a plane, in the middle too."""
    for name, edge in (("shirt", min), ("shorts", max)):
        heights = [body.vertices[rim, 2] for rim in rims(body.faces[body.faces_of(name)])]
        assert np.ptp(edge(heights, key=lambda rim: float(rim.mean()))) < 0.001


def test_fingers_and_toes_are_lined_on_both_sides(body: Mesh) -> None:
    """Between all fingers and toes runs a line above and one below, on both hands and feet."""
    kinds = [mark.kind for mark in body.marks]
    assert (kinds.count("finger"), kinds.count("toe")) == (3 * 2 * 2, 4 * 2 * 2)


def test_weights_are_shares(body: Mesh) -> None:
    """Weights are never negative, sum to 1, and at most seven bones move a vertex."""
    assert body.weights.shape == (len(body.vertices), bones.COUNT)
    assert body.weights.min() >= 0
    assert np.allclose(body.weights.sum(1), 1, atol=1e-6)
    assert (body.weights > 0).sum(1).max() <= 7


def test_weights_are_smooth(body: Mesh) -> None:
    """Nowhere does a weight rise from 0 to 1 within less than a centimetre, so nothing tears."""
    edges = np.concatenate([body.faces[:, [0, 1]], body.faces[:, [1, 2]]])
    step = np.abs(body.weights[edges[:, 0]] - body.weights[edges[:, 1]]).max(1)
    length = np.linalg.norm(body.vertices[edges[:, 0]] - body.vertices[edges[:, 1]], axis=1)
    assert (step / np.maximum(length, 0.004)).max() < 1 / 0.010


def test_left_and_right_are_exact_mirrors(body: Mesh) -> None:
    """Each vertex has a mirror image to the last bit, with the same weights on the bones of the other side."""
    order = np.lexsort(np.concatenate([body.vertices, body.normals], 1).T)
    other = np.array([1, -1, 1], np.float32)
    swap = [bones.INDEX[n[:-1] + {"L": "R", "R": "L"}.get(n[-1], n[-1])] for n in bones.NAMES]
    mirrored = np.lexsort(np.concatenate([body.vertices * other, body.normals * other], 1).T)
    assert np.array_equal(body.vertices[order], (body.vertices * other)[mirrored])
    assert np.array_equal(body.normals[order], (body.normals * other)[mirrored])
    assert np.abs(body.weights[order] - body.weights[:, swap][mirrored]).max() < 1e-4


def test_normals_have_length_one(body: Mesh) -> None:
    """Normals are unit vectors."""
    assert np.allclose(np.linalg.norm(body.normals, axis=1), 1, atol=1e-3)


def test_person_stands_on_the_floor_and_is_as_tall_as_said(body: Mesh) -> None:
    """From sole to crown it is the stature, hair apart."""
    stature = body.skeleton.proportions.stature
    skin = body.vertices[body.faces[body.faces_of("hair", "foot.L")]].reshape(-1, 3)
    assert 0.97 * stature < skin[:, 2].max() < 1.02 * stature
    foot, sole = bones.INDEX["foot.L"], body.faces[body.faces_of("foot.L")].ravel()
    down = (body.vertices[sole] - body.bind.joints[foot]) @ body.bind.turned[foot]
    assert down[:, 2].min() == pytest.approx(-bones.ANKLE * stature, abs=0.003)


def test_marks_lie_on_the_surface(body: Mesh) -> None:
    """Eyes, brows, nose, mouth, ears, fingers and toes are drawn, each point inside its face."""
    assert {"eye", "brow", "nose", "mouth", "finger", "toe"} <= {mark.kind for mark in body.marks}
    for mark in body.marks:
        assert np.allclose(mark.weights.sum(1), 1, atol=1e-5)
        assert mark.weights.min() >= 0
        steps = np.linalg.norm(np.diff(mark.points(body.vertices, body.faces), axis=0), axis=1)
        assert steps.max() < 0.02


def test_written_and_read_again(body: Mesh, tmp_path: Path) -> None:
    """A mesh survives the file, and the same mesh gives the same bytes."""
    save(body, tmp_path / "one.npz")
    again = load(tmp_path / "one.npz")
    save(again, tmp_path / "two.npz")
    assert np.array_equal(again.vertices, body.vertices)
    assert np.array_equal(again.faces, body.faces)
    assert np.abs(again.weights - body.weights).max() < 1e-4
    assert again.marks[0].kind == body.marks[0].kind
    assert again.skeleton.proportions == body.skeleton.proportions
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()


def test_too_many_vertices_are_refused(body: Mesh, tmp_path: Path) -> None:
    """A body that the file could not number is not written."""
    with pytest.raises(ValueError, match="does not fit"):
        save(replace(body, vertices=np.zeros((70_000, 3), np.float32)), tmp_path / "big.npz")


def test_missing_file_gets_a_sentence(tmp_path: Path) -> None:
    """A body that is not there says so, with its path."""
    with pytest.raises(DataError, match=r"nobody\.npz is not there"):
        load(tmp_path / "nobody.npz")


@pytest.mark.parametrize("share", [0.0, 0.3, 0.97])
def test_cut_file_gets_a_sentence(tmp_path: Path, share: float) -> None:
    """A file that was cut off says that it is damaged."""
    whole = (FOLDER / "body-a.npz").read_bytes()
    path = tmp_path / "cut.npz"
    path.write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(DataError, match=r"cut\.npz is damaged"):
        load(path)


def test_flipped_bytes_get_a_sentence(tmp_path: Path) -> None:
    """A file with other bytes in its middle says that it is damaged."""
    whole = bytearray((FOLDER / "body-a.npz").read_bytes())
    middle = len(whole) // 2
    whole[middle : middle + 64] = bytes(64)
    path = tmp_path / "flipped.npz"
    path.write_bytes(whole)
    with pytest.raises(DataError, match="is damaged"):
        load(path)


def test_another_format_gets_a_sentence(tmp_path: Path) -> None:
    """A file of a later format says that it is of another version."""
    path = tmp_path / "later.npz"
    np.savez(path, **(held(FOLDER / "body-a.npz") | {"format": np.array(99)}))
    with pytest.raises(DataError, match="another version"):
        load(path)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("normals", np.zeros((3, 7), np.int16)),
        ("weights", np.zeros((bones.COUNT - 1, 5), np.uint16)),
        ("faces", np.full((3, 2), 65_000, np.uint16)),
        ("mark_faces", np.array([10**6])),
        ("turned", np.zeros((2, 3, 3))),
        ("proportions", np.array(["tall", "wide", "old"])),
        ("pieces", np.array(["head"])),
    ],
)
def test_wrong_contents_get_a_sentence(tmp_path: Path, name: str, value: Any) -> None:
    """Arrays that do not fit each other say that the file is damaged."""
    path = tmp_path / "wrong.npz"
    np.savez(path, **(held(FOLDER / "body-a.npz") | {name: value}))
    with pytest.raises(DataError, match="is damaged"):
        load(path)


def test_vertex_without_bones_gets_a_sentence(tmp_path: Path) -> None:
    """A vertex that no bone moves makes a file damaged."""
    contents = held(FOLDER / "body-a.npz")
    contents["weights"][:, 5] = 0
    path = tmp_path / "loose.npz"
    np.savez(path, **contents)
    with pytest.raises(DataError, match="moves with no bone"):
        load(path)


def test_faces_of_a_piece() -> None:
    """Faces are found by the names of pieces, and a wrong name is an error."""
    body = load(FOLDER / "body-a.npz")
    both = body.faces_of("hand.L", "hand.R")
    assert len(both) == 2 * len(body.faces_of("hand.L"))
    with pytest.raises(ValueError, match="tuple"):
        body.faces_of("tail")


def test_mark_points() -> None:
    """A mark's points are mixed from the corners of their faces."""
    mark = Mark("nose", np.array([0], np.int32), np.array([[0.5, 0.25, 0.25]], np.float32), closed=False)
    vertices = np.array([[0, 0, 0], [4, 0, 0], [0, 4, 0]], np.float32)
    assert mark.points(vertices, np.array([[0, 1, 2]], np.int32)).tolist() == [[1.0, 1.0, 0.0]]
