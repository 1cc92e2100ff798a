"""Shapes as distances."""

from __future__ import annotations

import numpy as np
import pytest

from coach.figure.sculpt.shapes import (
    Cone,
    Ellipsoid,
    Loft,
    Section,
    Union,
    along,
    blend,
    cut_smoothly,
    onto,
    slope,
    smoothstep,
)

POINTS = np.random.default_rng(3).normal(size=(200, 3))


def test_cone_between_equal_balls_is_a_capsule() -> None:
    """Distances to a capsule are exact."""
    found = Cone((0, 0, 0), (0, 0, 2), 0.5, 0.5)(np.array([[1, 0, 1], [0, 0, 3], [0, 0, 1.0]]))
    assert found == pytest.approx([0.5, 0.5, -0.5])


def test_ellipsoid_surface_is_exact() -> None:
    """Points on the ellipsoid have distance 0, those inside are negative."""
    unit = POINTS / np.linalg.norm(POINTS, axis=1, keepdims=True)
    shape = Ellipsoid((1, 2, 3), (0.5, 1, 2))
    assert np.abs(shape(unit * (0.5, 1, 2) + (1, 2, 3))).max() < 1e-9
    assert (shape(unit * (0.25, 0.5, 1) + (1, 2, 3)) < 0).all()


def test_loft_of_circles_is_a_tube() -> None:
    """Round sections of one radius make a tube with round ends."""
    sections = [Section(t, 0, 0, 0.2, 0.2, 2) for t in (0.0, 0.5, 1.0)]
    tube = Loft((0, 0, 0), np.eye(3), sections)
    found = tube(np.array([[0.2, 0, 0.3], [0, 0.3, 0.7], [0, 0, -0.2], [0, 0, 1.3]]))
    assert found == pytest.approx([0, 0.1, 0, 0.1], abs=1e-6)


def test_curve_passes_its_points_and_never_overshoots() -> None:
    """Between two rows the curve stays between their values, and ends are held."""
    x, y = [0, 1, 2, 3], [[0.0], [1.0], [1.0], [4.0]]
    assert along(x, y, np.array(x, float))[:, 0] == pytest.approx([0, 1, 1, 4])
    between = along(x, y, np.linspace(1, 2, 20))
    assert between == pytest.approx(np.ones((20, 1)))
    assert along(x, y, np.array([-5.0, 9.0]))[:, 0] == pytest.approx([0, 4])


def test_blend_is_a_minimum_away_from_the_seam() -> None:
    """A blend never lies above the smaller distance, and equals it where the shapes are far apart."""
    a, b = POINTS[:, 0], POINTS[:, 1]
    mixed = blend(a, b, 0.2)
    assert (mixed <= np.minimum(a, b) + 1e-12).all()
    far = np.abs(a - b) > 0.2
    assert mixed[far] == pytest.approx(np.minimum(a, b)[far])
    assert blend(a, b, 0) == pytest.approx(np.minimum(a, b))
    assert cut_smoothly(a, b, 0.2) == pytest.approx(-blend(-a, -b, 0.2))


def test_union_takes_the_nearest() -> None:
    """A union without blending is the least distance."""
    one, other = Cone((0, 0, 0), (1, 0, 0), 0.1, 0.1), Cone((0, 3, 0), (1, 3, 0), 0.1, 0.1)
    assert Union((one, 0), (other, 0))(POINTS) == pytest.approx(np.minimum(one(POINTS), other(POINTS)))


def test_points_are_put_onto_the_surface() -> None:
    """Newton steps end on the surface, and slopes of a distance have length 1."""
    ball = Cone((0, 0, 0), (0, 0, 1e-6), 1, 1)
    near = POINTS / np.linalg.norm(POINTS, axis=1, keepdims=True) * 1.05
    assert np.abs(ball(onto(ball, near, 6, 0.02))).max() < 1e-6
    assert np.linalg.norm(slope(ball, near), axis=1) == pytest.approx(np.ones(len(near)), abs=1e-6)


def test_smoothstep_goes_either_way() -> None:
    """Rising or falling, it ends at 0 and 1 and is a half in the middle."""
    assert smoothstep(0, 2, [-1, 1, 3]) == pytest.approx([0, 0.5, 1])
    assert smoothstep(2, 0, [-1, 1, 3]) == pytest.approx([1, 0.5, 0])
