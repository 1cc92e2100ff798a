"""A figure may ask to be shown from the head down to the hips or to the chest only; turned, it is whole."""

from __future__ import annotations

import msgspec
import numpy as np
import pytest

from coach.figure.picture import Detail, Picture, View
from coach.figure.pose.model import Camera
from coach.figure.seen.plate import Plate, Shape
from tests.figure.shown import picture, poser

COARSE = Detail(240)


def framed(frame: str, name: str = "chin_tuck") -> Picture:
    """A shipped figure seen from its side in a frame."""
    shown = picture(name)
    camera = msgspec.convert({"azimuth": -98, "elevation": 5, "frame": frame}, Camera)
    figure = msgspec.structs.replace(shown.figure, camera=camera)
    return Picture(figure, shown.scene.body.mesh, shown.motion, poser().flesh)


def lowest(plate: Plate) -> float:
    """How far down anything goes, in metres of the picture plane."""
    return max(float(shape.polygons.points[:, 1].max()) for shape in plate.shapes if len(shape.polygons.points))


def test_each_frame_shows_less_and_so_all_of_it_larger() -> None:
    """Whole, down to the hips, down to the chest; its upper edge is about the same."""
    windows = [framed(frame).window() for frame in ("whole", "upper-body", "head-and-shoulders")]
    heights = [window.height for window in windows]
    assert heights[0] > 1.4 * heights[1]
    assert heights[1] > 1.25 * heights[2]
    assert max(window.top for window in windows) - min(window.top for window in windows) < 0.05


@pytest.mark.parametrize("frame", ["upper-body", "head-and-shoulders"])
def test_it_ends_where_its_window_does(frame: str) -> None:
    """Nothing hangs out below, in any key; the body reaches down to the edge."""
    shown = framed(frame)
    for u in (0.0, 0.5, 1.0):
        plate = shown.plate(u, detail=COARSE)
        assert np.isclose(lowest(plate), plate.view.top + plate.view.height, atol=1e-4)


@pytest.mark.parametrize("frame", ["whole", "upper-body", "head-and-shoulders"])
def test_nothing_touches_its_upper_edge(frame: str) -> None:
    """There is room above the head and above an arrow beside it."""
    plate = framed(frame, "upper_trapezius").plate(1.0, detail=COARSE)
    highest = min(float(shape.polygons.points[:, 1].min()) for shape in plate.shapes if len(shape.polygons.points))
    assert highest > plate.view.top + 0.01


def test_turned_it_is_whole() -> None:
    """From any other side than its own the feet are there, and the window has room for them."""
    shown = framed("head-and-shoulders")
    plate = shown.plate(1.0, View(40, 10), detail=COARSE)
    assert lowest(plate) > lowest(shown.plate(1.0, detail=COARSE)) + 0.5
    assert plate.view.height > 1.2


def test_its_lines_and_arrows_are_finer() -> None:
    """They are drawn larger with everything else, so they begin thinner."""
    areas = []
    for frame in ("whole", "head-and-shoulders"):
        shapes = framed(frame).plate(1.0, detail=COARSE).shapes
        hair = next(shape for shape in shapes if shape.kind == "ink" and shape.material == "hair")
        arrow = next(shape for shape in shapes if shape.kind == "arrow")
        areas.append([_area(shape) for shape in (hair, arrow)])
    whole, close = areas
    assert close[0] < whole[0]
    assert 0 < close[1] < 0.8 * whole[1]


def _area(shape: Shape) -> float:
    x, y = shape.polygons.points.astype(float).T
    return abs(float((x * np.roll(y, -1) - np.roll(x, -1) * y).sum())) / 2
