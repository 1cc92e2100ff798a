"""Rays on meshes and lines laid onto them."""

from __future__ import annotations

import numpy as np
import pytest

from coach.figure.scene.solids import slab
from coach.figure.scene.surface import cast, marks_on, resampled


def test_a_ray_meets_the_first_and_the_last_face() -> None:
    """Through a slab, the first face is the near side and the last the far one."""
    solid = slab((0.4, 0.4, 0.1))
    origin, direction = np.array([[0.03, 0.05, 1.0]]), np.array([0, 0, -1.0])
    assert cast(*solid, origin, direction).distance[0] == pytest.approx(0.9)
    last = cast(*solid, origin, direction, last=True)
    assert last.distance[0] == pytest.approx(1.0)
    assert np.allclose(last.points(*solid), [[0.03, 0.05, 0]], atol=1e-6)


def test_a_ray_that_misses() -> None:
    """Past the body, or looking away from it, nothing is met."""
    solid = slab((0.4, 0.4, 0.1))
    hits = cast(*solid, np.array([[3.0, 0, 1], [0, 0, 1]]), np.array([[0, 0, -1.0], [0, 0, 1]]))
    assert (hits.faces == -1).all()
    assert np.isinf(hits.distance).all()


def test_many_rays_agree_with_one_at_a_time() -> None:
    """Rays are tried in portions; that changes nothing."""
    solid = slab((0.5, 0.3, 0.2), corner=0.05, edge=0.03, step=0.02)
    origins = np.random.default_rng(7).uniform(-0.2, 0.2, (400, 3)) * (1, 0.6, 0) + (0, 0, 0.5)
    together = cast(*solid, origins, np.array([0, 0, -1.0]))
    alone = [cast(*solid, origin[None], np.array([0, 0, -1.0])).distance[0] for origin in origins[::40]]
    assert np.allclose(together.distance[::40], alone)
    assert np.allclose(together.weights.sum(1), 1, atol=1e-5)


def test_marks_lie_on_the_surface() -> None:
    """A line above a slab comes to lie on its upper side; where it reaches past the edge it is left out."""
    solid = slab((0.4, 0.4, 0.05))
    (mark,) = marks_on(solid, "text", [np.array([(-0.1, 0, 0.3), (0.5, 0, 0.3)])], np.array([0, 0, -1.0]))
    points = mark.points(solid.vertices.astype(np.float32), solid.faces)
    assert mark.kind == "text"
    assert points[:, 0].min() == pytest.approx(-0.1)
    assert 0.18 < points[:, 0].max() < 0.2001
    assert points[:, 2].min() > 0.04
    assert marks_on(solid, "text", [np.array([(3.0, 0, 1), (4.0, 0, 1)])], np.array([0, 0, -1.0])) == ()


def test_resampling_keeps_ends_and_bends() -> None:
    """Points come no farther apart than told, and the corner stays."""
    line = resampled(np.array([(0.0, 0), (1, 0), (1, 1)]), 0.3)
    assert np.linalg.norm(np.diff(line, axis=0), axis=1).max() <= 0.3 + 1e-9
    assert any(np.allclose(point, (1, 0)) for point in line)
    assert np.allclose(line[-1], (1, 1))
