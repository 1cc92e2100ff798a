"""What lies in front is painted in front: from the shipped camera and from all around.

Every day each figure is seen from a few of 24 cameras, another few each; `make figures` sees all from all.
"""

from __future__ import annotations

from unittest.mock import Mock

import pytest

from coach.figure.picture import Detail, View
from tests.drawing.figure.audit import AROUND, wrong_share
from tests.figure.shown import FIGURES, picture

#: The most that may be wrong from the shipped camera, and on average over cameras all around.
MOST, MEAN = 0.005, 0.003
FEW = 2
#: A little coarser than what is played, and so a little harder.
COARSE = Detail(300, quick=True)


@pytest.mark.parametrize("name", FIGURES)
def test_every_key_pose_is_right_from_the_shipped_camera(name: str) -> None:
    """Of the body and what lies over it fewer than 0.5 % of the pixels show a wrong material."""
    shown = picture(name)
    for number in range(len(shown.figure.keys)):
        assert wrong_share(shown, float(number), shown.home(), COARSE) < MOST


@pytest.mark.parametrize("name", FIGURES)
def test_the_hold_is_right_from_all_around(name: str) -> None:
    """Over cameras all around, from low and from high, it is below 0.3 % on average."""
    shown = picture(name)
    views = AROUND[FIGURES.index(name) :: len(AROUND) // FEW][:FEW] or AROUND[:FEW]
    shares = [wrong_share(shown, shown.hold, view, COARSE) for view in views]
    assert sum(shares) / len(shares) < MEAN


def test_cameras_stand_all_around() -> None:
    """24 of them, no two in one place, on every side, low and high."""
    assert len(set(AROUND)) == 24
    assert {view.elevation for view in AROUND} == {8.0, 30.0, 55.0}
    assert all(any(abs(view.azimuth - side) < 46 for view in AROUND) for side in range(-180, 180, 90))


def test_a_missing_shape_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The audit is no rubber stamp: without the shirt's fill it says so."""
    shown = picture("cat_cow")
    whole = shown.plate(0.0)
    less = whole._replace(shapes=tuple(shape for shape in whole.shapes if shape.material != "shirt"))
    monkeypatch.setattr(shown, "plate", Mock(return_value=less))
    assert wrong_share(shown, 0.0, shown.home()) > 0.1


def test_nothing_is_judged_from_nowhere() -> None:
    """From behind a wall, that is shown from its front only, the person is judged and nothing is wrong."""
    shown = picture("calf_wall")
    assert wrong_share(shown, shown.hold, View(15.0, 8.0), COARSE) < MOST
