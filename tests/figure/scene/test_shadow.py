"""Shadow and ground: nested closed outlines on the floor."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from coach.figure.pose.props import Chair, Mat, Prop
from coach.figure.rotation import Array
from coach.figure.scene.shadow import Casting, Rings, ground, shadow, within
from coach.figure.scene.soft import mat_outline
from coach.figure.scene.stage import Scene
from tests.figure.scene.poses import SUPINE, body, figure, posed, sitting
from tests.figure.scene.test_contours import area


def _inside(point: Array, rings: tuple[Array, ...]) -> bool:
    """Whether a point lies inside an odd number of rings."""
    odd = False
    for ring in rings:
        a, b = ring[:, :2], np.roll(ring[:, :2], -1, axis=0)
        spans = (a[:, 1] > point[1]) != (b[:, 1] > point[1])
        at = a[spans, 0] + (point[1] - a[spans, 1]) / (b - a)[spans, 1] * (b - a)[spans, 0]
        odd ^= bool((at > point[0]).sum() % 2)
    return odd


def _shadow(*things: Prop, lying: bool) -> Rings:
    scene = Scene.build(body(), figure(*things))
    placed = posed({}, SUPINE, on=0.012, sink=0.01) if lying else sitting()
    return scene.shadow(scene.at(placed))


@pytest.mark.parametrize("lying", [True, False])
def test_levels_are_nested(lying: bool) -> None:
    """Every level lies inside the one before, and the darkest are the smallest."""
    levels = _shadow(Mat(), lying=True) if lying else _shadow(Chair(), lying=False)
    assert 4 <= len(levels) <= 9
    sizes = [sum(area(ring[:, :2]) for ring in rings) for rings in levels]
    assert sizes == sorted(sizes, reverse=True)
    for outer, inner in pairwise(levels):
        for ring in inner:
            assert all(_inside(point, outer) for point in ring[::7])


def test_shadow_lies_on_the_mat() -> None:
    """Its rings have three numbers a point, the last the height of the mat; it reaches from head to feet."""
    levels = _shadow(Mat(), lying=True)
    points = np.concatenate(levels[0])
    assert np.allclose(points[:, 2], 0.012)
    assert np.ptp(points[:, 0]) > 1.5


def test_legs_of_a_chair_cast_their_own() -> None:
    """Each leg of an empty chair stands in a shadow of its own."""
    scene = Scene.build(body(), figure(Chair()))
    levels = shadow(np.zeros((0, 3), np.float32), scene.casting, 0.0)
    assert len(levels[2]) == 4


def test_what_is_high_casts_none() -> None:
    """A ball two metres up leaves no shadow, and nothing at all gives no levels."""
    nothing = Casting.of(np.zeros((0, 3), np.float32), np.zeros((0, 3), np.int32), 0.0)
    high = np.random.default_rng(1).normal(size=(500, 3)).astype(np.float32) * 0.1 + (0, 0, 2)
    assert shadow(high.astype(np.float32), nothing, 0.0) == ()


def test_lower_is_darker() -> None:
    """The same patch of points is darker on the floor than a hand's breadth above it."""
    nothing = Casting.of(np.zeros((0, 3), np.float32), np.zeros((0, 3), np.int32), 0.0)
    patch = np.random.default_rng(2).uniform(-0.15, 0.15, (3000, 3)).astype(np.float32) * (1, 1, 0)
    sizes = []
    for height in (0.0, 0.15):
        levels = shadow((patch + np.array([0, 0, height])).astype(np.float32), nothing, 0.0)
        sizes.append(sum(area(ring[:, :2]) for rings in levels for ring in rings))
    assert sizes[0] > 1.5 * sizes[1]


def test_ground_is_a_round_place_for_all() -> None:
    """Nested ellipses around everything that ever stands there."""
    points = [np.array([(-0.5, 0.1, 1), (0.9, 0.1, 0), (0.2, -0.6, 0.3), (0.2, 0.8, 2)], np.float32)]
    levels = ground(points)
    assert len(levels) == 5
    assert all(_inside(point, levels[0]) for point in points[0])
    sizes = [area(rings[0][:, :2]) for rings in levels]
    assert sizes == sorted(sizes, reverse=True)
    assert all(np.allclose(ring[:, 2], 0) for rings in levels for ring in rings)


def test_a_shadow_ends_with_the_mat() -> None:
    """What of a shadow lies beside a turned mat is cut away; what lies on it stays, as large as it was."""
    mat = Mat(at=(0.2, 0.1), turn=30, size=(1.0, 0.5))
    outline = mat_outline(mat)
    on = np.array([(0.15, 0.05, 0.0), (0.25, 0.05, 0.0), (0.25, 0.15, 0.0), (0.15, 0.15, 0.0)])
    across = on + np.array((0, 0.3, 0))
    beside = on + np.array((0, 0.6, 0))
    (level,) = within(((on, across, beside),), outline)
    assert len(level) == 2
    assert np.array_equal(level[0], on)
    assert 0.0005 < area(level[1][:, :2]) < 0.01
    edge = np.roll(outline, -1, axis=0) - outline
    away = level[1][:, None, :2] - outline
    assert (edge[:, 0] * away[..., 1] - edge[:, 1] * away[..., 0] > -1e-9).all()


def test_the_outline_of_a_mat_is_convex_and_as_large() -> None:
    """A mat's outline runs counter-clockwise and has its corners cut only a little."""
    outline = mat_outline(Mat(turn=20, size=(1.6, 0.7)))
    edge = np.roll(outline, -1, axis=0) - outline
    after = np.roll(edge, -1, axis=0)
    assert (edge[:, 0] * after[:, 1] - edge[:, 1] * after[:, 0] > 0).all()
    assert 1.6 * 0.7 - 0.003 < area(outline) < 1.6 * 0.7
