"""What moves, moves; nothing else changes from one picture to the next. `LIMBER_MOMENTS=20` looks at more moments of each.

Two moments are compared between which no point moves by more than a third of a pixel: an edge may change a little then, a
tone, a region or a fold that is there in one picture and not in the other is a flicker.
"""

from __future__ import annotations

import os
from random import Random

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from coach.figure.picture import Picture
from tests.drawing.figure.audit import wrong_share
from tests.drawing.figure.painted import Pixels, painted, pixels
from tests.figure.shown import FIGURES, figures, picture

SIZE = (640, 480)
#: The share of the figure's pixels that may flicker: inside of anything, and on lines and edges.
INSIDE, LINES = 0.003, 0.01
#: So much of 255 has a colour to change to count, and so many pixels has a point to move to be a movement.
CHANGE, STILL = 90, 0.3
MOMENTS = int(os.environ.get("LIMBER_MOMENTS", "1"))
MOVING = [name for name in FIGURES if len(figures()[name].keys) > 1]


def a_moment_later(shown: Picture, u: float) -> float:
    """The moment at which something will have moved by a third of a pixel."""
    window = shown.window()
    scale = min(SIZE[0] / window.width, SIZE[1] / window.height)
    step = 1e-3
    way = np.linalg.norm(shown.moment(u + step).vertices - shown.moment(u).vertices, axis=1).max()
    return u + min(STILL / max(float(way) / step * scale, 1e-9), 0.01)


def flickering(one: Pixels, other: Pixels) -> tuple[float, float]:
    """Which share of the figure's pixels changes inside of anything, and anywhere."""
    before, after = one.astype(int), other.astype(int)
    figure = (np.abs(after - after[0, 0]).max(2) > 30).sum()
    changed = np.abs(after - before).max(2) > CHANGE
    inner = changed.copy()
    for axis in (0, 1):
        for step in (1, -1):
            inner &= np.roll(changed, step, axis)
    return float(inner.sum() / figure), float(changed.sum() / figure)


@pytest.mark.parametrize("name", MOVING)
def test_nothing_flickers_while_it_moves(qapp: QApplication, name: str) -> None:
    """Between two keys, where the arrows stay the same, tones, folds and regions come and go little by little."""
    shown, rng = picture(name), Random(name)
    for _ in range(MOMENTS):
        u = rng.randrange(int(shown.length)) + rng.uniform(0.04, 0.95)
        later = a_moment_later(shown, u)
        inside, anywhere = flickering(*(pixels(painted(shown.plate(each), SIZE)) for each in (u, later)))
        assert inside < INSIDE, f"{inside:.2%} at u = {u:.3f}"
        assert anywhere < LINES, f"{anywhere:.2%} at u = {u:.3f}"


@pytest.mark.parametrize("name", FIGURES[::6])
def test_nothing_flickers_while_it_breathes(qapp: QApplication, name: str) -> None:
    """From one level of a breath to the next the chest swells, and that is all."""
    shown = picture(name)
    plates = [shown.plate(shown.hold, breath=level / 11) for level in (5, 6)]
    inside, anywhere = flickering(*(pixels(painted(plate, SIZE)) for plate in plates))
    assert inside < INSIDE
    assert anywhere < LINES


@pytest.mark.parametrize("name", MOVING[::4])
def test_no_picture_of_a_movement_shows_a_wrong_material(name: str) -> None:
    """As in the poses that are held: what lies in front is painted in front."""
    shown, rng = picture(name), Random(name)
    for _ in range(MOMENTS):
        assert wrong_share(shown, rng.uniform(0, shown.length), shown.home()) < INSIDE


def test_a_flicker_is_noticed() -> None:
    """A spot of ten pixels that comes is one; an edge that moves by a third of a pixel is none."""
    before = np.full((48, 64, 3), 255, np.uint8)
    before[10:40, 10:50] = 100
    spot, edge = before.copy(), before.copy()
    spot[20:30, 20:30] = 0
    edge[10:40, 50] = 205
    assert flickering(before, spot)[0] > INSIDE
    assert flickering(before, edge) == (0.0, 0.0)
