"""How the shirt hangs over folds."""

from __future__ import annotations

import numpy as np
import pytest

from coach.figure import bones, joints
from coach.figure.drape import drape
from coach.figure.forward import Placed, place
from coach.figure.mesh import Floats, Mesh, load
from coach.figure.rotation import X, Z, rot
from coach.figure.skin import skin
from coach.resources import assets

OVERHEAD = {f"shoulder.{side}": {"flexion": 165.0} for side in "LR"}


@pytest.fixture(scope="module", params=["a", "b"])
def body(request: pytest.FixtureRequest) -> Mesh:
    return load(assets() / "figure" / f"body-{request.param}.npz")


def posed(body: Mesh, angles: joints.Angles) -> Placed:
    return place(body.skeleton, joints.local_rotations(angles), np.eye(3), np.array([0, 0, 0.9]))


def creased(body: Mesh, vertices: Floats) -> float:
    """How much the shirt's edges are bent: the sum of 1 - cosine."""
    faces = body.faces[body.faces_of("shirt")]
    a, b, c = (vertices[faces[:, k]] for k in range(3))
    flat = np.cross(b - a, c - a)
    flat /= np.linalg.norm(flat, axis=1, keepdims=True) + 1e-12
    ends = np.concatenate([faces[:, pair] for pair in ([0, 1], [1, 2], [2, 0])])
    edge = np.sort(ends, 1).astype(np.int64) @ np.array([len(vertices), 1])
    order = np.argsort(edge, kind="stable")
    twins = np.flatnonzero(edge[order][1:] == edge[order][:-1])
    one, other = order[twins] % len(faces), order[twins + 1] % len(faces)
    return float((1 - np.einsum("ij,ij->i", flat[one], flat[other])).sum())


def test_bind_pose_hangs_as_it_is(body: Mesh) -> None:
    """Bones where they were leave the shirt where it was."""
    assert np.abs(skin(body, body.bind, draped=True)[0] - body.vertices).max() < 1e-5


def test_stiff_motion_moves_the_shirt_stiffly(body: Mesh) -> None:
    """Turning and moving all bones together does so with the shirt."""
    turn, away = rot(Z, 130) @ rot(X, 40), np.array([0.3, -2.0, 1.1])
    moved = Placed(turn @ body.bind.turned, body.bind.joints @ turn.T + away)
    assert np.abs(skin(body, moved, draped=True)[0] - (body.vertices @ turn.T + away)).max() < 1e-5


def test_only_the_shirt_hangs(body: Mesh) -> None:
    """Skin, hair and shorts are where the bones move them, and so is the shirt at waist and nape."""
    placed = posed(body, OVERHEAD)
    moved = np.linalg.norm(skin(body, placed, draped=True)[0] - skin(body, placed)[0], axis=1)
    others = np.unique(body.faces[~np.isin(np.arange(len(body.faces)), body.faces_of("shirt", "shirt.inside"))])
    still = body.weights[:, [bones.INDEX["pelvis"], bones.INDEX["neck2"]]].sum(1) > 0.5
    assert moved[others].max() == 0
    assert moved[still].max() == 0
    assert moved.max() > 0.005


def test_raised_arms_crease_the_shirt_little(body: Mesh) -> None:
    """With the arms overhead the hanging shirt has less than half of the creases that the bones alone would make."""
    placed, flat = posed(body, OVERHEAD), creased(body, body.vertices)
    before, after = (creased(body, skin(body, placed, draped=draped)[0]) - flat for draped in (False, True))
    assert 0 <= after < before / 2


def test_shirt_and_lining_stay_together_at_the_hems(body: Mesh) -> None:
    """What is one place in the bind pose stays one."""
    hung = skin(body, posed(body, OVERHEAD), draped=True)[0]
    inner = np.unique(body.faces[body.faces_of("shirt.inside")])
    outer = np.unique(body.faces[body.faces_of("shirt")])
    there = {tuple(place): vertex for place, vertex in zip(body.vertices[outer].tolist(), outer, strict=True)}
    pairs = [(vertex, there[key]) for vertex in inner if (key := tuple(body.vertices[vertex].tolist())) in there]
    assert len(pairs) > 100
    one, other = np.array(pairs).T
    assert np.abs(hung[one] - hung[other]).max() < 1e-4


def test_a_drape_is_made_once(body: Mesh) -> None:
    """The same mesh gives the same drape again."""
    assert drape(body) is drape(body)
