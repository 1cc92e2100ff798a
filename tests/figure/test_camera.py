"""The camera: which way is right, down and near, and a frame that holds still."""

from __future__ import annotations

import numpy as np
import pytest

from coach.figure.camera import Camera, View, ball


@pytest.mark.parametrize(
    ("azimuth", "elevation", "right", "down", "near"),
    [
        (0, 0, (0, 1, 0), (0, 0, -1), (1, 0, 0)),
        (90, 0, (-1, 0, 0), (0, 0, -1), (0, 1, 0)),
        (-90, 0, (1, 0, 0), (0, 0, -1), (0, -1, 0)),
        (180, 0, (0, -1, 0), (0, 0, -1), (-1, 0, 0)),
        (0, 90, (0, 1, 0), (1, 0, 0), (0, 0, 1)),
    ],
)
def test_axes(
    azimuth: float,
    elevation: float,
    right: tuple[float, ...],
    down: tuple[float, ...],
    near: tuple[float, ...],
) -> None:
    """Azimuth 0 sees from +x and 90 from +y; elevation 90 looks straight down."""
    assert np.allclose(Camera(azimuth, elevation).axes, [right, down, near], atol=1e-12)


def test_axes_are_square_to_each_other() -> None:
    """Any camera keeps lengths, and sees no mirror image: right, down and near are left-handed."""
    axes = Camera(-62, 17, 11).axes
    assert np.allclose(axes @ axes.T, np.eye(3))
    assert np.linalg.det(axes) == pytest.approx(-1)


def test_roll_turns_the_picture_clockwise() -> None:
    """With a roll of 90 what was up points to the right."""
    up = Camera(0, 0, 90).project(np.array([[0.0, 0.0, 1.0]]))
    assert np.allclose(up[0, :2], [1, 0], atol=1e-6)


def test_the_light_comes_from_the_left_above_the_viewer() -> None:
    """Seen from anywhere, light falls from the left, from above and from the front."""
    for azimuth in range(-180, 180, 45):
        camera = Camera(azimuth, 12)
        right, down, near = camera.axes @ camera.light
        assert right < -0.3
        assert down < -0.3
        assert near > 0.3


def test_mirrored_camera_sees_the_mirrored_world() -> None:
    """A point and its mirror image are seen at the same height and depth, left and right exchanged."""
    point = np.array([[0.3, 0.7, 1.1]])
    here = Camera(-62, 17, 5).project(point)[0]
    there = Camera(-62, 17, 5).mirrored().project(point * (1, -1, 1))[0]
    assert np.allclose(there, here * (-1, 1, 1), atol=1e-6)


def test_fit_holds_all_points_with_a_margin() -> None:
    """Every point lies inside the view, and as far from its edge as the margin says."""
    points = [np.random.default_rng(4).normal(size=(50, 3)) for _ in range(3)]
    camera = Camera(30, 20)
    view = camera.fit(points, margin=0.1)
    flat = camera.project(np.concatenate(points))[:, :2]
    low, high = flat.min(0), flat.max(0)
    room = 0.1 * float((high - low).max())
    assert view.left == pytest.approx(low[0] - room, abs=1e-5)
    assert view.top + view.height == pytest.approx(high[1] + room, abs=1e-5)


def test_a_free_turn_does_not_pulse() -> None:
    """Turning by hand never changes the size of the view, and all points stay inside."""
    points = [np.random.default_rng(5).uniform(-1, 1, (40, 3)) * (1, 0.3, 0.2)]
    views = [Camera(azimuth, 25).fit_ball(*ball(points)) for azimuth in range(0, 360, 30)]
    assert max(view.width for view in views) - min(view.width for view in views) < 1e-6
    for azimuth, view in zip(range(0, 360, 30), views, strict=True):
        flat = Camera(azimuth, 25).project(points[0])[:, :2]
        assert (flat > [view.left, view.top]).all()
        assert (flat < [view.left + view.width, view.top + view.height]).all()


def test_a_tiny_thing_is_not_blown_up() -> None:
    """The view never gets smaller than a piece of the body."""
    assert Camera(0, 0).fit([np.zeros((1, 3))]).width >= 0.3


def test_a_view_is_zoomed_about_its_middle() -> None:
    """It takes another size without moving its middle."""
    view = View(-1, 2, 4, 2)
    assert view.zoomed(2.0) == View(0, 2.5, 2, 1)
