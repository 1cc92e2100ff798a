"""Two bones that reach: arms and legs end where they should, bent the way they should be."""

from __future__ import annotations

import numpy as np
import pytest

from coach.figure.bones import INDEX, Proportions, skeleton
from coach.figure.joints import angles_of, local_rotations, rotation_of
from coach.figure.pose.palm import pin_hand
from coach.figure.pose.reach import bend_arm, bend_leg, two_bones
from coach.figure.pose.rig import Rig
from coach.figure.pose.strain import reading
from coach.figure.rotation import Array, about, unit

UP = np.array([0.0, 0.0, 1.0])


def standing() -> Rig:
    """Somebody who stands with hanging arms."""
    return Rig(skeleton(Proportions()), local_rotations({}), np.eye(3), np.array([0.0, 0.0, 0.9]))


def places(count: int) -> list[Array]:
    """Directions all around, the same in every run."""
    random = np.random.default_rng(3)
    return [unit(random.normal(size=3)) for _again in range(count)]


@pytest.mark.parametrize("side", ["L", "R"])
def test_a_hand_gets_to_any_place_within_reach(side: str) -> None:
    """The hand's joint is where it was wanted, to a hundredth of a millimetre."""
    for direction in places(40):
        rig = standing()
        start = rig.bone(f"upperarm.{side}")[1].copy()
        wanted = start + 0.42 * direction
        reach = bend_arm(rig, side, wanted, np.array([-1.0, 0.1, 0.2]))
        rig.settle(f"upperarm.{side}")
        assert reach.missed < 1e-6
        assert np.allclose(rig.bone(f"hand.{side}")[1], wanted, atol=1e-5)


@pytest.mark.parametrize("side", ["L", "R"])
def test_a_foot_gets_to_any_place_within_reach_and_the_knee_bends_forwards(side: str) -> None:
    """The ankle is where it was wanted, and no knee is bent the wrong way."""
    for direction in places(40):
        rig = standing()
        wanted = rig.bone(f"thigh.{side}")[1] + 0.7 * direction
        bend_leg(rig, side, wanted, np.array([1.0, 0.05, 0.1]))
        rig.settle(f"thigh.{side}")
        assert np.allclose(rig.bone(f"foot.{side}")[1], wanted, atol=1e-5)
        knee = angles_of(f"knee.{side}", rig.local[INDEX[f"shank.{side}"]])["flexion"]
        assert knee > 0


def test_what_is_out_of_reach_is_missed_by_what_is_missing() -> None:
    """A limb stretches towards a place too far away and tells how much was wanting."""
    reach = two_bones(np.zeros(3), np.array([1.0, 0.0, 0.0]), 0.4, 0.3, UP)
    assert reach.missed == pytest.approx(0.3, abs=0.001)
    assert np.linalg.norm(reach.end) == pytest.approx(0.7, abs=0.001)


def test_a_place_too_near_is_missed_too() -> None:
    """Bones of different lengths cannot fold to nothing."""
    reach = two_bones(np.zeros(3), np.array([0.01, 0.0, 0.0]), 0.4, 0.3, UP)
    assert reach.missed == pytest.approx(0.091, abs=0.002)


def test_the_middle_joint_points_where_it_should() -> None:
    """Of all ways to bend, the one towards the given side is taken."""
    reach = two_bones(np.zeros(3), np.array([0.5, 0.0, 0.0]), 0.4, 0.3, UP)
    assert reach.middle[2] > 0.1
    assert reach.middle[1] == pytest.approx(0.0)


@pytest.mark.parametrize("side", ["L", "R"])
def test_a_hand_takes_the_frame_it_is_given(side: str) -> None:
    """The forearm twists and the wrist swings until the hand lies as it should."""
    for direction in places(25):
        rig = standing()
        wrist = rig.bone(f"upperarm.{side}")[1] + np.array([0.3, 0.1, 0.05])
        wanted = about(direction, 70.0)
        pin_hand(rig, side, wanted, wrist, np.array([-0.5, 0.0, -1.0]))
        assert np.allclose(rig.bone(f"hand.{side}")[0], wanted, atol=1e-9)


def test_a_wrist_at_a_right_angle_reads_as_one() -> None:
    """Where three angles in a row would flip, the swing does not: 88 and 92 degrees are neighbours."""
    for degrees in (-92.0, -88.0, 88.0):
        found = reading("wrist.R", rotation_of("wrist.R", {"flexion": degrees}))
        assert found == pytest.approx({"flexion": degrees, "deviation": 0.0}, abs=1e-6)
