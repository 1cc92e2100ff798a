"""From differences to whole poses."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from coach.errors import DataError
from coach.figure.pose.angles import Angles, written
from coach.figure.pose.model import BasePose, Figure
from coach.figure.pose.props import Mat, Pillow
from coach.figure.pose.resolve import complete, load_bases
from tests.figure.pose.bodies import bases, figure


def angles(**told: object) -> Angles:
    """Angles as a file has them."""
    return msgspec.convert(told, Angles)


def test_a_joint_without_a_side_speaks_of_both() -> None:
    """One number bends both knees; the one for a side has the last word."""
    told = angles(knee={"flexion": 90, "R": {"flexion": 100}}, lumbar={"side": 5})
    assert list(written(told)) == [("lumbar", "side", 5.0), ("knee.L", "flexion", 90.0), ("knee.R", "flexion", 100.0)]


def test_keys_are_told_against_the_one_before() -> None:
    """What a key does not say stays; `builds_on = "base"` starts anew."""
    told = figure("angles.knee.flexion = 50\nyaw = 10", "angles.hip.flexion = 20", "yaw = 5")
    told = msgspec.structs.replace(told, keys=(*told.keys[:2], msgspec.structs.replace(told.keys[2], builds_on="base")))
    first, second, third = complete(told, bases()).poses
    assert first.angles["knee.L"]["flexion"] == second.angles["knee.L"]["flexion"] == 50
    assert (second.yaw, second.angles["hip.R"]["flexion"]) == (10, 20)
    assert third.yaw == 5
    assert "knee.L" not in third.angles


def test_a_hand_somewhere_else_starts_afresh() -> None:
    """A new place forgets the old one's numbers; the same place keeps them."""
    told = figure(
        'hands.R = { on = "shin.R", along = 0.3, lift = 0.01 }',
        "hands.R.around = 20",
        'hands.R = { on = "knee.R" }',
    )
    kept, moved = complete(told, bases()).poses[1:]
    assert (kept.hands["R"].along, kept.hands["R"].around) == (0.3, 20)
    assert (moved.hands["R"].along, moved.hands["R"].lift) == (None, None)


def test_both_is_the_right_one_and_its_mirror_image() -> None:
    """Sides are swapped and y changes its sign; what is told outwards stays."""
    pose = complete(
        figure('hands.both = { on = "shin.R", at = [0.1, -0.2], palm = [0, 1, 0], around = 30 }'), bases()
    ).poses[0]
    left, right = pose.hands["L"], pose.hands["R"]
    assert (right.on, right.at, right.palm) == ("shin.R", (0.1, -0.2), (0, 1, 0))
    assert (left.on, left.at, left.palm, left.around) == ("shin.L", (0.1, 0.2), (0, -1, 0), 30)


def test_things_of_the_figure_replace_those_of_the_base() -> None:
    """The base's mat gives way to the figure's, its pillow stays."""
    told = figure("", base="supine-knees-bent", head='props = [{ kind = "mat", at = [0.5, 0] }]')
    props = complete(told, bases()).figure.props
    assert [prop.at for prop in props if isinstance(prop, Mat)] == [(0.5, 0)]
    assert any(isinstance(prop, Pillow) for prop in props)


def test_a_camera_comes_from_the_base_where_none_is_told() -> None:
    """Every complete figure is seen from somewhere."""
    assert complete(figure(""), bases()).figure.camera == bases()["standing"].camera


def test_a_base_there_is_not_is_named() -> None:
    """The sentence lists those there are; a circle of bases is no base either."""
    with pytest.raises(DataError, match='There is no base "hovering"'):
        complete(figure("", base="hovering"), bases())
    circle = msgspec.convert(
        {"a": {"builds_on": "b", "pose": {}}, "b": {"builds_on": "a", "pose": {}}}, dict[str, BasePose]
    )
    with pytest.raises(DataError, match="There is no base"):
        complete(figure("", base="a"), circle)


def test_every_shared_start_is_whole() -> None:
    """Each base of the shipped file can be completed and has a camera."""
    for name in bases():
        told = complete(figure("", base=name), bases())
        assert told.figure.camera is not None


def test_a_damaged_file_of_bases_gets_a_sentence(tmp_path: Path) -> None:
    """Not TOML, or not poses: the file is named."""
    path = tmp_path / "bases.toml"
    path.write_text("[standing]\npose = 3\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"bases\.toml cannot be read"):
        load_bases(path)


def test_a_figure_needs_keys() -> None:
    """No key, or more than twelve, is no figure."""
    for count in (0, 13):
        with pytest.raises(msgspec.ValidationError):
            msgspec.convert({"base": "standing", "keys": [{"name": "A", "stage": "hold"}] * count}, Figure)
