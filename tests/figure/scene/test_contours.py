"""Level lines: closed, at the right height, high ground on the left."""

from __future__ import annotations

import numpy as np
import pytest

from coach.figure.rotation import Array
from coach.figure.scene.contours import contours


def area(ring: Array) -> float:
    """Square cells inside a line; positive when it runs counter-clockwise."""
    x, y = ring.T
    return float((x * np.roll(y, -1) - np.roll(x, -1) * y).sum() / 2)


def _cone(size: int = 41) -> np.ndarray:
    y, x = np.mgrid[:size, :size] - (size - 1) / 2
    return np.asarray(15 - np.hypot(x, y), np.float32)


@pytest.mark.parametrize("level", [2.0, 5.0, 9.5])
def test_a_cone_has_circles(level: float) -> None:
    """The level lines of a cone are circles about its tip."""
    (ring,) = contours(_cone(), level)
    assert np.allclose(np.hypot(*(ring - 20).T), 15 - level, atol=0.06)
    assert area(ring) == pytest.approx(np.pi * (15 - level) ** 2, rel=0.01)


def test_a_hole_runs_the_other_way() -> None:
    """Around low ground within high ground the line runs clockwise."""
    heights = _cone() * (np.hypot(*(np.mgrid[:41, :41] - 20)) > 4)
    rings = contours(heights.astype(np.float32), 5.0)
    assert sorted(np.sign(area(ring)) for ring in rings) == [-1, 1]


def test_nothing_high_has_no_lines() -> None:
    """Flat low ground gives nothing."""
    assert contours(np.zeros((10, 12), np.float32), 0.5) == []


def test_touching_corners_do_not_tangle() -> None:
    """Random ground, saddles and all, gives closed lines whose areas add up."""
    heights = np.zeros((40, 50), np.float32)
    heights[1:-1, 1:-1] = np.random.default_rng(3).random((38, 48))
    rings = contours(heights, 0.5)
    assert all(len(ring) >= 4 for ring in rings)
    assert sum(area(ring) for ring in rings) == pytest.approx((heights > 0.5).sum(), rel=0.15)
    for ring in rings:
        assert np.linalg.norm(ring - np.roll(ring, 1, axis=0), axis=1).max() < 1.5
