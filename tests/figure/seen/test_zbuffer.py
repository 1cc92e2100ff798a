"""The z-buffer against a slow one that tries every pixel of every face."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from coach.figure.seen.zbuffer import Floats, Ints, look

WIDE, HIGH = 61, 47


def soup(count: int, seed: int) -> tuple[Floats, Ints]:
    """Triangles of all sizes in and around the raster."""
    random = np.random.default_rng(seed)
    middle = random.uniform(-5, (WIDE + 5, HIGH + 5, 1), (count, 1, 3))
    corners = middle + random.normal(0, 1, (count, 3, 3)) * random.choice([0.5, 3, 20], (count, 1, 1)) * (1, 1, 0.02)
    return corners.reshape(-1, 3).astype(np.float32), np.arange(3 * count, dtype=np.int32).reshape(-1, 3)


def slow(points: Floats, faces: Ints) -> npt.NDArray[np.int64]:
    """The nearest front face of every pixel, the plain way."""
    y, x = np.mgrid[:HIGH, :WIDE] + 0.5
    best = np.full((HIGH, WIDE), -np.inf)
    found = np.full((HIGH, WIDE), -1)
    for number, (a, b, c) in enumerate(points[faces].astype(float)):
        area = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
        if area >= 0:
            continue
        second = ((x - a[0]) * (c[1] - a[1]) - (y - a[1]) * (c[0] - a[0])) / area
        third = ((b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0])) / area
        depth = a[2] + second * (b[2] - a[2]) + third * (c[2] - a[2])
        inside = (second >= 0) & (third >= 0) & (second + third <= 1) & (depth > best)
        best[inside], found[inside] = depth[inside], number
    return found


def test_every_pixel_shows_the_nearest_face() -> None:
    """But for pixels whose middle lies on an edge, the picture equals the slow one's."""
    for seed in range(4):
        points, faces = soup(80, seed)
        seen = look(points, faces, WIDE, HIGH)
        image = np.full(WIDE * HIGH, -1)
        image[seen.pixels] = seen.faces
        assert (image.reshape(HIGH, WIDE) != slow(points, faces)).mean() < 0.004


def test_weights_give_back_the_place() -> None:
    """The weights of a pixel put the face's corners together to the pixel's middle."""
    points, faces = soup(60, 9)
    seen = look(points, faces, WIDE, HIGH)
    y, x = np.divmod(seen.pixels, WIDE)
    assert np.abs(seen.interpolate(faces, points[:, 0].copy()) - x - 0.5).max() < 0.02
    assert np.abs(seen.interpolate(faces, points[:, 1].copy()) - y - 0.5).max() < 0.02
    assert np.abs(seen.interpolate(faces, points[:, 2].copy()) - seen.depth).max() < 1e-3


def test_neighbours_leave_no_gap() -> None:
    """A folded sheet of small triangles covers every pixel inside it."""
    side = 24
    v, u = np.mgrid[:side, :side].astype(np.float32)
    points = np.stack([4 + 2.13 * u + 0.3 * np.sin(v), 3 + 1.77 * v, np.sin(u)], 2).reshape(-1, 3).astype(np.float32)
    corner = (np.arange(side - 1)[:, None] * side + np.arange(side - 1)).ravel()
    faces = np.concatenate([
        np.stack([corner, corner + side, corner + 1], 1), np.stack([corner + 1, corner + side, corner + side + 1], 1),
    ]).astype(np.int32)  # fmt: skip
    seen = look(points, faces, WIDE, HIGH)
    covered = np.zeros((HIGH, WIDE), bool)
    covered.flat[seen.pixels] = True
    assert covered[5:40, 6:50].all()


def test_faces_turned_away_and_hidden_ones_are_not_seen() -> None:
    """Only the front is seen, and only faces that are not left out."""
    points = np.array([[5, 5, 0], [5, 30, 0], [30, 5, 0]], np.float32)
    front = np.array([[0, 1, 2]], np.int32)
    assert len(look(points, front, WIDE, HIGH).pixels) > 200
    assert not len(look(points, front[:, ::-1].copy(), WIDE, HIGH).pixels)
    assert not len(look(points, front, WIDE, HIGH, np.array([True])).pixels)
