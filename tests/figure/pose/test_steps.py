"""Tests of feet that step."""

import numpy as np

from coach.figure.pose.motion import stepped
from coach.figure.pose.solved import Pin


def _at(forward: float, carrier: str = "") -> Pin:
    return Pin(carrier, np.eye(3), np.array([forward, -0.1, 0.07]))


def test_a_foot_that_goes_far_is_lifted_on_the_way_and_lands() -> None:
    """Half-way a step of 40 cm is 6 cm high; at both ends it is on the ground."""
    heights = [stepped(_at(0.4 * share), _at(0.0), _at(0.4), share).at[2] for share in (0.0, 0.5, 1.0)]
    assert np.allclose(heights, [0.07, 0.13, 0.07])


def test_a_foot_that_stays_is_not_lifted() -> None:
    """A foot that moves a few centimetres, or that a leg carries, stays as it is."""
    assert stepped(_at(0.02), _at(0.0), _at(0.04), 0.5).at[2] == 0.07
    assert stepped(_at(0.2, "thigh.L"), _at(0.0, "thigh.L"), _at(0.4, "thigh.L"), 0.5).at[2] == 0.07
