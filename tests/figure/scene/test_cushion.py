"""The lumbar cushion: it fills the gap between back and chair."""

from __future__ import annotations

import numpy as np
import pytest

from coach.figure.pose.props import Chair, Cushion
from coach.figure.scene.cushion import Stuffed
from coach.figure.scene.furniture import back_rest
from coach.figure.scene.stage import Scene
from tests.figure.scene.poses import body, figure, sitting


def _ends(at: float, lumbar: float = -4.0) -> tuple[float, float, float]:
    """Where the cushion begins and ends, and how far back the low back reaches there; x in metres."""
    scene = Scene.build(body(), figure(Chair(), Cushion()))
    moment = scene.at(sitting(lumbar=lumbar, at=at))
    thing, where = scene.worn[0]
    assert isinstance(thing, Stuffed)
    vertices = moment.vertices[where]
    back = moment.vertices[thing.back]
    level = back[np.abs(back[:, 2] - 0.45 - 0.17) < 0.07]
    return float(vertices[:, 0].min()), float(vertices[:, 0].max()), float(level[:, 0].min())


@pytest.mark.parametrize("at", [-0.08, -0.045, -0.03])
def test_it_touches_back_and_chair(at: float) -> None:
    """Sitting upright, the cushion reaches from inside the chair's back into the low back."""
    begin, end, back = _ends(at)
    assert begin < back_rest(Chair(), 0.17)
    assert end > back


def test_it_is_pressed_thinner_and_fluffs_up() -> None:
    """Leaning back makes it thinner, moving away thicker, within what a cushion can do."""
    pressed, loose = _ends(-0.10), _ends(0.05)
    assert pressed[1] - pressed[0] < loose[1] - loose[0] < 0.16


def test_slouching_leaves_a_gap() -> None:
    """Somebody who has slid far forward no longer touches it."""
    _, end, back = _ends(0.14)
    assert back > end + 0.02


def test_it_needs_no_chair() -> None:
    """Without a chair in the figure it stands where a usual chair would be."""
    scene = Scene.build(body(), figure(Cushion()))
    assert np.isfinite(scene.at(sitting()).vertices).all()
