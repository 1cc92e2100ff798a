"""Skinning: the mesh follows its bones and keeps its form."""

from __future__ import annotations

import numpy as np
import pytest

from coach.figure import bones, joints
from coach.figure.forward import Placed, place
from coach.figure.limits import LIMITS
from coach.figure.mesh import Mesh, load
from coach.figure.rotation import X, Z, rot
from coach.figure.skin import skin
from coach.resources import assets
from tests.figure.sculpt.closed import volume

ARM, LEG = ("arm.L", "hand.L"), ("leg.L", "foot.L")


@pytest.fixture(scope="module", params=["a", "b"])
def body(request: pytest.FixtureRequest) -> Mesh:
    return load(assets() / "figure" / f"body-{request.param}.npz")


def posed(body: Mesh, angles: joints.Angles) -> Placed:
    return place(body.skeleton, joints.local_rotations(angles), np.eye(3), np.array([0, 0, 0.9]))


def sides(**angles: dict[str, float]) -> dict[str, dict[str, float]]:
    return {f"{joint}.{side}": degrees for joint, degrees in angles.items() for side in "LR"}


def test_bind_pose_gives_the_bind_pose(body: Mesh) -> None:
    """Bones where they were leave the mesh where it was."""
    vertices, normals = skin(body, body.bind)
    assert np.abs(vertices - body.vertices).max() < 1e-5
    assert np.abs(normals - body.normals).max() < 1e-5


def test_moving_everything_moves_it_rigidly(body: Mesh) -> None:
    """Turning and moving all bones together turns and moves the mesh as one stiff thing."""
    turn, away = rot(Z, 130) @ rot(X, 40), np.array([0.3, -2.0, 1.1])
    moved = Placed(turn @ body.bind.turned, body.bind.joints @ turn.T + away)
    vertices, normals = skin(body, moved)
    assert np.abs(vertices - (body.vertices @ turn.T + away)).max() < 1e-5
    assert np.abs(normals - body.normals @ turn.T).max() < 1e-5


def test_normals_stay_unit_and_nothing_is_lost(body: Mesh) -> None:
    """In a far bent pose all numbers are finite and normals keep their length."""
    angles = sides(hip={"flexion": 120, "abduction": 30}, knee={"flexion": 140}, shoulder={"flexion": 170})
    vertices, normals = skin(body, posed(body, angles | {"lumbar": {"flexion": 50}}))
    assert np.isfinite(vertices).all()
    assert np.allclose(np.linalg.norm(normals, axis=1), 1, atol=2e-3)


def test_mirrored_pose_gives_the_mirrored_mesh(body: Mesh) -> None:
    """The same angles on the other side give the mirror image."""
    left = skin(body, posed(body, {"hip.L": {"flexion": 90, "abduction": 20}, "elbow.L": {"flexion": 70}}))[0]
    right = skin(body, posed(body, {"hip.R": {"flexion": 90, "abduction": 20}, "elbow.R": {"flexion": 70}}))[0]
    bind, other = body.vertices, np.array([1, -1, 1], np.float32)
    # the mirror image of each vertex is found in the bind pose, its normal telling inside from outside
    one = np.lexsort(np.concatenate([bind, body.normals], 1).T)
    two = np.lexsort(np.concatenate([bind * other, body.normals * other], 1).T)
    assert np.abs(left[one] - (right * other)[two]).max() < 1e-4


@pytest.mark.parametrize(
    ("pieces", "angles", "least", "most"),
    [
        (ARM, {"elbow.L": {"flexion": 140}}, 0.96, 1.04),
        (ARM, {"forearm.L": {"pronation": 85}}, 0.97, 1.03),
        (ARM, {"wrist.L": {"flexion": 70}}, 0.97, 1.03),
        (ARM, {"fingers.L": {"flexion": 70}, "tips.L": {"flexion": 80}}, 0.97, 1.03),
        (ARM, {"thumb.L": {"flexion": 50, "abduction": 40}}, 0.95, 1.08),
        (LEG, {"knee.L": {"flexion": 140}}, 0.96, 1.05),
        (LEG, {"ankle.L": {"dorsiflexion": -45}}, 0.97, 1.03),
        (LEG, {"toes.L": {"extension": 60}}, 0.98, 1.02),
        (("shorts",), {"hip.L": {"flexion": 125}}, 0.95, 1.15),
        (("shorts",), {"hip.R": {"flexion": 100, "abduction": 40, "rotation": 50}}, 0.95, 1.15),
        (("shirt",), sides(shoulder={"flexion": 170}), 0.92, 1.1),
        (("shirt",), sides(shoulder={"abduction": 170}), 0.92, 1.12),
        (("shirt",), {"lumbar": {"flexion": 50}, "thoracic": {"flexion": 35}}, 0.88, 1.05),
        (("shirt",), {"lumbar": {"flexion": -28}, "thoracic": {"flexion": -20}}, 0.95, 1.1),
        (("head",), {"neck": {"rotation": 70}}, 0.94, 1.04),
    ],
)
def test_bent_joints_keep_their_volume(
    body: Mesh, pieces: tuple[str, ...], angles: joints.Angles, least: float, most: float
) -> None:
    """A bent joint neither collapses nor swells."""
    faces = body.faces[body.faces_of(*pieces)]
    straight = volume(skin(body, posed(body, {}))[0], faces)
    bent = volume(skin(body, posed(body, angles))[0], faces)
    assert least < bent / straight < most


def test_buttock_flattens_as_the_hip_flexes(body: Mesh) -> None:
    """Between low back and thigh a bent hip is no ball: the shorts come nearer to its joint than when standing."""
    hip, pelvis = bones.INDEX["thigh.L"], bones.INDEX["pelvis"]
    shared = (body.weights[:, hip] > 0.35) & (body.weights[:, pelvis] > 0.35)
    behind = np.flatnonzero(shared & (body.vertices[:, 0] < -0.08))
    away = []
    for flexion in (0.0, 110.0):
        placed = posed(body, {"hip.L": {"flexion": flexion}})
        from_joint = (skin(body, placed)[0][behind] - placed.joints[hip]) * (1, 0, 1)
        away.append(np.linalg.norm(from_joint, axis=1).mean())
    assert 0.7 < away[1] / away[0] < 0.9


def test_fist_keeps_the_fingers_thick(body: Mesh) -> None:
    """Curled to a grip the fingers are as thick as before: nothing is drawn out to a thread or a spike."""
    faces = body.faces[body.faces_of("hand.L")]
    angles = {
        "fingers.L": {"flexion": 70.0},
        "tips.L": {"flexion": 80.0},
        "thumb.L": {"flexion": 40.0, "abduction": 20.0},
    }
    placed = posed(body, angles)
    curled = skin(body, placed)[0]
    longest = [
        np.linalg.norm(points[faces] - points[np.roll(faces, 1, 1)], axis=2) for points in (body.vertices, curled)
    ]
    assert (longest[1] / np.maximum(longest[0], 1e-3)).max() < 6
    tips = bones.INDEX["tips.L"]
    own = np.flatnonzero(body.weights[:, tips] > 0.95)
    spans = [
        np.ptp((points[own] - where.joints[tips]) @ where.turned[tips], axis=0)
        for points, where in ((body.vertices, body.bind), (curled, placed))
    ]
    assert np.abs(spans[1] / spans[0] - 1).max() < 0.05


def test_hair_follows_the_head(body: Mesh) -> None:
    """When the neck bends the hair stays on the skull as it was."""
    hair = np.unique(body.faces[body.faces_of("hair")])
    placed = posed(body, {"neck": {"flexion": 40, "rotation": 60}})
    head = bones.INDEX["head"]
    before = (body.vertices[hair] - body.bind.joints[head]) @ body.bind.turned[head]
    after = (skin(body, placed)[0][hair] - placed.joints[head]) @ placed.turned[head]
    assert np.abs(before - after).max() < 1e-4


def test_no_pose_within_the_limits_draws_out_a_spike(body: Mesh) -> None:
    """In random poses that joints allow no edge of the mesh, as it is seen, becomes longer than eighteen centimetres.

    An arm goes up forwards or sideways: both angles at their ends together are no pose of a shoulder.
    """
    chance = np.random.default_rng(11)
    edges = np.concatenate([body.faces[:, [0, 1]], body.faces[:, [1, 2]], body.faces[:, [2, 0]]])
    for _pose in range(30):
        angles: dict[str, dict[str, float]] = {}
        for (joint, angle), limit in LIMITS.items():
            for name in [joint] if joint in joints.TRUNK else [f"{joint}.L", f"{joint}.R"]:
                angles.setdefault(name, {})[angle] = float(chance.uniform(limit.low, limit.high))
        for side in "LR":
            shoulder = angles[f"shoulder.{side}"]
            shoulder[str(chance.choice(["flexion", "abduction"]))] *= 0.25
        points = skin(body, posed(body, angles), draped=True)[0]
        assert np.linalg.norm(points[edges[:, 0]] - points[edges[:, 1]], axis=1).max() < 0.18
