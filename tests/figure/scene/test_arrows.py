"""Arrows: along the true way, beside the part that moves, never across the body."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from coach.figure.bones import INDEX
from coach.figure.camera import Camera
from coach.figure.joints import local_rotations
from coach.figure.mesh import Floats
from coach.figure.names import other_side
from coach.figure.pose.flesh import Flesh
from coach.figure.pose.model import Arrow
from coach.figure.pose.motion import Motion
from coach.figure.pose.resolve import Whole
from coach.figure.pose.room import Room
from coach.figure.pose.solved import Solved
from coach.figure.rotation import Array
from coach.figure.scene.arrows import arrows
from coach.figure.skin import skin
from tests.figure.scene.poses import body
from tests.figure.shown import FIGURES, figures, picture

FRONT, SIDE = Camera(0, 8), Camera(-90, 8)


@cache
def _flesh() -> Flesh:
    return Flesh(body())


def _motion(*angles: dict[str, dict[str, float]], cycle: bool = False) -> Motion:
    """A motion through these angles, standing."""
    root = np.array([0, 0, body().skeleton.hip_height])
    keys = [Solved(local_rotations(each), np.eye(3), root, {}) for each in angles]
    return Motion(keys, [Whole()] * len(keys), Room(()), _flesh(), cycle=cycle)


def _length(way: Array) -> float:
    return float(np.linalg.norm(np.diff(way, axis=0), axis=1).sum())


def test_it_follows_the_hand_up() -> None:
    """Raising the arm forwards gives an arrow that rises, head last, about as curved as the way."""
    (way,) = arrows(_motion({}, {"shoulder.R": {"flexion": 60}}), _flesh(), (Arrow(of="hand.R"),), 1, SIDE)
    assert way.shape[1] == 3
    assert way[-1, 2] > way[0, 2] + 0.05
    assert way[-1, 0] > way[0, 0] + 0.1


def test_first_key_has_none_unless_in_a_cycle() -> None:
    """Nothing leads to the first key, except in a cycle, where the last one does."""
    poses: tuple[dict[str, dict[str, float]], ...] = ({}, {"hip.R": {"flexion": 60.0}})
    told = (Arrow(of="shank.R"),)
    assert arrows(_motion(*poses), _flesh(), told, 0, SIDE) == ()
    assert len(arrows(_motion(*poses, cycle=True), _flesh(), told, 0, SIDE)) == 1


@pytest.mark.parametrize(("degrees", "low", "high"), [(1.0, 0.15, 0.2), (45.0, 0.2, 0.42), (120.0, 0.3, 0.43)])
def test_never_too_short_and_never_too_long(degrees: float, low: float, high: float) -> None:
    """A small movement gets an arrow that can be seen, a large one does not cross the picture."""
    (way,) = arrows(_motion({}, {"hip.R": {"flexion": degrees}}), _flesh(), (Arrow(of="foot.R"),), 1, SIDE)
    assert low < _length(way) < high


def test_a_part_that_rests_gets_a_point() -> None:
    """Without a way there is nothing to draw along, and nothing fails."""
    (way,) = arrows(_motion({}, {"hip.R": {"flexion": 40}}), _flesh(), (Arrow(of="hand.L"),), 1, SIDE)
    assert np.isfinite(way).all()
    assert _length(way) < 1e-6


def test_both_gives_the_mirror_image_too() -> None:
    """`both` adds an arrow for the other side; seen from the front they lie on both sides."""
    lifted = {"shoulder.R": {"abduction": 60.0}, "shoulder.L": {"abduction": 60.0}}
    right, left = arrows(_motion({}, lifted), _flesh(), (Arrow(of="hand.R", both=True),), 1, FRONT)
    assert right[:, 1].max() < 0 < left[:, 1].min()
    assert np.allclose(right * (1, -1, 1), left, atol=0.02)


def test_both_are_as_long_as_each_other_however_aslant() -> None:
    """In the picture, from any side: arms that go back together say the same, so neither may look shorter."""
    motion = _motion(*({"shoulder.R": each, "shoulder.L": each} for each in ({"abduction": 70.0}, {"flexion": 60.0})))
    for azimuth in (0, 30, 60, 155):
        camera = Camera(azimuth, 15)
        ways = arrows(motion, _flesh(), (Arrow(of="hand.R", both=True),), 1, camera)
        right, left = (_length(camera.project(way)[:, :2].astype(float)) for way in ways)
        assert right > 0.1
        assert np.isclose(right, left, rtol=0.1)


def test_named_places_are_known() -> None:
    """An arrow may be of a spot of the body, in the middle too, or of a bone's far end without skin."""
    motion = _motion({}, {"lumbar": {"flexion": 40.0}})
    for name in ("low-back", "chest", "back-of-head", "on-thigh.R", "tips.R"):
        (way,) = arrows(motion, _flesh(), (Arrow(of=name, along=1.0),), 1, SIDE)
        assert np.isfinite(way).all()


def test_over_the_body_where_it_is_told() -> None:
    """`over`: short, where the part ends its way, though that lies over the body."""
    motion = _motion({}, {"thoracic": {"flexion": 20}})
    (over,) = arrows(motion, _flesh(), (Arrow(of="chest", over=True),), 1, FRONT)
    (beside,) = arrows(motion, _flesh(), (Arrow(of="chest"),), 1, FRONT)
    assert 0.08 < _length(over) < _length(beside) + 0.05
    assert np.linalg.norm(over[-1] - beside[-1]) > 0.1


def test_shift_moves_it() -> None:
    """What the figure says moves the way before a free place is looked for."""
    motion = _motion({}, {"shoulder.R": {"flexion": 60}})
    (far,) = arrows(motion, _flesh(), (Arrow(of="hand.R", shift=(0.6, 0, 0.6)),), 1, SIDE)
    (near,) = arrows(motion, _flesh(), (Arrow(of="hand.R"),), 1, SIDE)
    assert np.linalg.norm(far.mean(0) - near.mean(0)) > 0.3


def _told() -> list[tuple[str, int]]:
    return [
        (name, key)
        for name in FIGURES
        for key, each in enumerate(figures()[name].keys)
        if any(not arrow.over for arrow in each.arrows)
    ]


def _overlap(flat: Floats, way: Floats) -> float:
    """Share of the way's points that have a vertex of the body within 1.2 cm in the picture."""
    return float((((way[:, None] - flat[None]) ** 2).sum(-1).min(1) < 0.012**2).mean())


@pytest.mark.parametrize(("name", "key"), _told())
def test_shipped_arrows_run_free_and_belong_to_their_part(name: str, key: int) -> None:
    """In its own camera no arrow lies over the body, unless told so, and each begins or ends near what moves."""
    shown = picture(name)
    told = shown.figure.camera
    assert told is not None
    camera = Camera(told.azimuth, told.elevation)
    mesh = shown.scene.body.mesh
    vertices, _ = skin(mesh, shown.motion.at(float(key)))
    flat = camera.project(vertices)[:, :2]
    listed = tuple(arrow for arrow in shown.figure.keys[key].arrows if not arrow.over)
    ways = arrows(shown.motion, _flesh(), listed, key, camera)
    names = [each for arrow in listed for each in ((arrow.of, other_side(arrow.of)) if arrow.both else (arrow.of,))]
    for way, of in zip(ways, names, strict=True):
        line = camera.project(way)[:, :2]
        assert _overlap(flat, line) < 0.1
        if of in INDEX:
            part = flat[mesh.weights.argmax(1) == INDEX[of]]
            assert np.sqrt(((line[:, None] - part[None]) ** 2).sum(-1).min()) < 0.2
