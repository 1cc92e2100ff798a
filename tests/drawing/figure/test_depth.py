"""What lies in front is painted in front: from the shipped camera and from all around."""

from __future__ import annotations

from unittest.mock import Mock

import pytest

from coach.figure.picture import View
from tests.drawing.figure.audit import wrong_share
from tests.figure.shown import FIGURES, picture

#: The most that may be wrong from the shipped camera, and on average over cameras all around.
MOST, MEAN = 0.005, 0.003


@pytest.mark.parametrize("name", FIGURES)
def test_every_key_pose_is_right_from_the_shipped_camera(name: str) -> None:
    """Of the body and what lies over it fewer than 0.5 % of the pixels show a wrong material."""
    shown = picture(name)
    for number in range(len(shown.figure.keys)):
        assert wrong_share(shown, float(number), shown.home()) < MOST


@pytest.mark.parametrize("name", FIGURES)
def test_the_hold_is_right_from_all_around(name: str) -> None:
    """Over cameras all around, from low and from high, it is below 0.3 % on average."""
    shown = picture(name)
    views = [View(azimuth, elevation) for azimuth in range(15, 360, 90) for elevation in (8.0, 30.0)]
    shares = [wrong_share(shown, shown.hold, view) for view in views]
    assert sum(shares) / len(shares) < MEAN


def test_a_missing_shape_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The audit is no rubber stamp: without the shirt's fill it says so."""
    shown = picture("cat_cow")
    whole = shown.plate(0.0)
    less = whole._replace(shapes=tuple(shape for shape in whole.shapes if shape.material != "shirt"))
    monkeypatch.setattr(shown, "plate", Mock(return_value=less))
    assert wrong_share(shown, 0.0, shown.home()) > 0.1
