"""Angles and the rotations they stand for, and the limits they have."""

from __future__ import annotations

import numpy as np
import pytest

from coach.figure.joints import LIMBS, TRUNK, angles_of, freedoms, local_rotations, rotation_of
from coach.figure.limits import LIMITS, limit_of


@pytest.mark.parametrize("side", ["L", "R"])
@pytest.mark.parametrize("joint", sorted(LIMBS))
def test_angles_come_back_from_their_rotation(joint: str, side: str) -> None:
    """What was put in is read back, for any angles short of a right angle in the middle."""
    random = np.random.default_rng(1)
    for _again in range(20):
        told = {freedom.name: float(random.uniform(-80, 80)) for freedom in freedoms(joint)}
        assert angles_of(f"{joint}.{side}", rotation_of(f"{joint}.{side}", told)) == pytest.approx(told)


@pytest.mark.parametrize("joint", sorted(LIMBS))
def test_the_same_numbers_are_mirror_images_on_both_sides(joint: str) -> None:
    """Left and right turn alike, seen in a mirror."""
    told = {freedom.name: 25.0 + 7 * number for number, freedom in enumerate(freedoms(joint))}
    mirror = np.diag([1.0, -1.0, 1.0])
    left, right = (rotation_of(f"{joint}.{side}", told) for side in "LR")
    assert np.allclose(mirror @ left @ mirror, right)


def test_a_spine_shares_its_angle() -> None:
    """The bones of the low back together bend by the whole angle."""
    turned = local_rotations({"lumbar": {"flexion": 40.0}})
    whole = np.linalg.multi_dot(list(turned[:10]))
    assert np.degrees(np.arctan2(whole[0, 2], whole[0, 0])) == pytest.approx(40.0)


def test_every_angle_has_a_limit_with_its_source() -> None:
    """No joint is without limits, and each says where they come from."""
    for joint in (*LIMBS, *TRUNK):
        for freedom in freedoms(joint):
            limit = limit_of(joint, freedom.name)
            assert limit.low < 0 < limit.high
            assert any(word in limit.source for word in ("CDC", "MERCK", "AMA", "AAOS", "EATON", "OURS"))
    assert len(LIMITS) == sum(len(freedoms(joint)) for joint in (*LIMBS, *TRUNK))


def test_a_limit_tells_how_far_beyond_it_an_angle_is() -> None:
    """Nothing within, degrees beyond either end."""
    knee = limit_of("knee.R", "flexion")
    assert knee.excess(90) == 0
    assert knee.excess(knee.high + 10) == 10
    assert knee.excess(knee.low - 4) == 4
