"""An arrow goes behind the person in a turned view, and leaves no scrap there."""

from __future__ import annotations

import numpy as np
import pytest

from coach.figure.camera import Camera
from coach.figure.scene.solids import normals, slab
from coach.figure.seen.compose import TURNED, Extras, compose
from coach.figure.seen.subject import Moment, Paint, Subject

_CAMERA = Camera(0.0, 0.0)  # from +x: y runs to the right


@pytest.fixture(scope="module")
def board() -> tuple[Subject, Moment]:
    """A board that stands there, one metre wide and high, its middle above the origin."""
    solid = slab((0.1, 1.0, 1.0), corner=0.002, edge=0.002)
    count = len(solid.faces)
    subject = Subject(
        solid.faces, np.zeros(count, np.uint8), (Paint("wood", "board", 1.0),), np.zeros((count, 3), np.float32)
    )
    return subject, Moment(solid.vertices.astype(np.float32), normals(*solid).astype(np.float32))


def _drawn(board: tuple[Subject, Moment], start: float, end: float, x: float) -> list[str]:
    """Which of board and arrow are painted, in order; the arrow runs from y = `start` to `end`, `x` before the board."""
    way = np.column_stack([np.full(24, x), np.linspace(start, end, 24), np.full(24, 0.5)])
    shapes = compose(*board, _CAMERA, TURNED, Extras(arrows=(way,), turned=True))
    return [shape.kind for shape in shapes if shape.kind in {"arrow", "fill"}]


def test_one_before_the_board_is_drawn_over_it(board: tuple[Subject, Moment]) -> None:
    """What is nearer is painted last."""
    assert _drawn(board, -0.15, 0.15, 0.3) == ["fill", "arrow"]


def test_one_behind_is_covered(board: tuple[Subject, Moment]) -> None:
    """Half hidden, its head in sight: it is painted first."""
    assert _drawn(board, 0.35, 0.7, -0.3) == ["arrow", "fill"]


@pytest.mark.parametrize(
    ("start", "end"),
    [pytest.param(0.2, 0.6, id="most"), pytest.param(0.85, 0.38, id="its head"), pytest.param(0.46, 0.56, id="short")],
)
def test_a_scrap_is_left_out(board: tuple[Subject, Moment], start: float, end: float) -> None:
    """An arrow whose larger part, or whose head, is hidden says nothing; nor does what is left of a short one."""
    assert _drawn(board, start, end, -0.3) == ["fill"]
