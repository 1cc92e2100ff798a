"""Hands that rise with the breath under them."""

from __future__ import annotations

import numpy as np
import pytest

from coach.figure.scene.stage import Scene
from tests.figure.pose.bodies import motion
from tests.figure.scene.poses import body, figure


def _risen(hands: str) -> tuple[float, float]:
    """By how many metres a full breath raises the left and the right hand, on average."""
    placed = motion(hands, base="supine-knees-bent").at(0)
    scene = Scene.build(body(), figure())
    way = scene.at(placed, 1.0).vertices - scene.at(placed, 0.0).vertices
    left, right = (float(way[np.flatnonzero(share > 0.99), 2].mean()) for share in scene.body.rides)
    return left, right


def test_a_hand_on_the_belly_rises_with_it() -> None:
    """The hand that lies there goes up by some millimetres; the other one, on the mat, stays."""
    left, right = _risen('hands.R = { on = "belly" }')
    assert 0.003 < right < 0.009
    assert left == pytest.approx(0)


def test_hands_beside_the_body_stay() -> None:
    """Nothing that lies on the mat breathes."""
    assert np.allclose(_risen(""), 0)
