"""Slabs and tubes: closed, turned outwards, in the size that was asked for."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from coach.figure.rotation import Y, rot
from coach.figure.scene.solids import LONGEST, Solid, normals, sides, slab, tube


def closed(solid: Solid) -> bool:
    """Whether every edge belongs to exactly two faces, once in each direction."""
    edges = Counter((int(a), int(b)) for face in solid.faces for a, b in zip(face, np.roll(face, -1), strict=True))
    return all(count == 1 and edges.get((b, a)) == 1 for (a, b), count in edges.items())


def volume(solid: Solid) -> float:
    """Cubic metres inside; negative where faces look inwards."""
    a, b, c = (solid.vertices[solid.faces[:, corner]] for corner in range(3))
    return float((np.cross(a, b) * c).sum() / 6)


@pytest.mark.parametrize(
    ("size", "corner", "edge"),
    [((1.85, 0.66, 0.012), 0.035, 0.005), ((0.4, 0.3, 0.1), 0.05, 0.02), ((0.1, 0.1, 0.1), 0.002, 0.002)],
)
def test_slab(size: tuple[float, float, float], corner: float, edge: float) -> None:
    """A slab is closed, looks outwards, fills its box and nearly all of its volume."""
    solid = slab(size, corner=corner, edge=edge)
    assert closed(solid)
    assert np.allclose(solid.vertices.max(0) - solid.vertices.min(0), size)
    assert np.allclose(solid.vertices.min(0), (-size[0] / 2, -size[1] / 2, 0))
    assert 0.85 < volume(solid) / np.prod(size) <= 1


def test_faces_of_a_slab_are_short() -> None:
    """No edge of a large slab is longer than a quarter of a metre."""
    solid = slab((1.9, 1.4, 0.5), corner=0.01)
    corners = solid.vertices[solid.faces]
    assert np.linalg.norm(corners - np.roll(corners, 1, axis=1), axis=2).max() <= LONGEST * np.sqrt(2) + 1e-6 < 0.25


def test_corners_are_round() -> None:
    """The outline of a slab keeps to the arc of its corner."""
    solid = slab((0.4, 0.4, 0.02), corner=0.1, edge=0.004)
    away = np.abs(solid.vertices[:, :2]) - 0.1
    beyond = (away > 0).all(1)
    assert np.hypot(*away[beyond].T).max() == pytest.approx(0.1)


def test_crown_swells_the_middle_only() -> None:
    """A crown lifts the middle of the upper side and leaves the edge where it was."""
    flat, swollen = slab((0.3, 0.3, 0.05), step=0.05), slab((0.3, 0.3, 0.05), crown=0.02, step=0.05)
    assert swollen.vertices[:, 2].max() == pytest.approx(0.07, abs=0.001)
    rim = np.abs(flat.vertices[:, :2]).max(1) > 0.1499
    assert np.allclose(flat.vertices[rim], swollen.vertices[rim], atol=1e-4)


def test_tube() -> None:
    """A tube is closed, looks outwards and is as thick as it was told."""
    solid = tube([(0, 0, 0), (0, 0, 0.5), (0, 0, 1.0)], [0.02, 0.03, 0.02], sides=24)
    assert closed(solid)
    assert volume(solid) == pytest.approx(np.pi * 0.0255**2, rel=0.05)
    assert np.hypot(*solid.vertices[:, :2].T).max() == pytest.approx(0.03)


def test_normals_look_outwards() -> None:
    """All normals are of length 1 and point away from the middle; flat sides have exact ones."""
    solid = slab((0.4, 0.4, 0.4), corner=0.01, edge=0.01)
    found = normals(*solid)
    assert np.allclose(np.linalg.norm(found, axis=1), 1)
    assert ((solid.vertices - (0, 0, 0.2)) * found).sum(1).min() > 0
    top = (solid.vertices[:, 2] > 0.3999) & (np.abs(solid.vertices[:, :2]).max(1) < 0.15)
    assert top.any()
    assert np.allclose(found[top], (0, 0, 1))


def test_moved_turns_before_it_moves() -> None:
    """A solid is turned about its own origin."""
    solid = slab((0.2, 0.1, 0.05)).moved((1, 2, 3), rot(Y, 90))
    assert np.allclose(solid.vertices.min(0), (1, 1.95, 2.9))


def test_sides_tell_the_faces_of_a_box_apart() -> None:
    """A box has six sides, each all of one plane but for its narrow bevel."""
    solid = slab((1.1, 0.08, 1.8), corner=0.0015, edge=0.0015)
    side = sides(solid)
    a, b, c = (solid.vertices[solid.faces[:, corner]] for corner in range(3))
    across = np.cross(b - a, c - a)
    assert set(side.tolist()) == set(range(6))
    for number in range(6):
        own = across[side == number]
        flat = np.abs(own[:, number // 2]) / np.linalg.norm(own, axis=1) > 0.999
        assert np.linalg.norm(own[flat], axis=1).sum() > 0.9 * np.linalg.norm(own, axis=1).sum()
