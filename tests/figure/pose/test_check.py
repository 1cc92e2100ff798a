"""What a figure names that is not there, and numbers that are none."""

from __future__ import annotations

import math
import tomllib

import msgspec
import pytest

from coach.errors import DataError
from coach.figure.pose.angles import Angles, Ball, BallOfBoth
from coach.figure.pose.check import figure_problems, place_words, surfaces
from coach.figure.pose.model import Figure, Key, Pose
from coach.figure.pose.props import Chair, Desk, Mat, Pillow
from coach.figure.pose.spots import spot, spot_names
from tests.figure.pose.bodies import bases, figure, studio


def said(told: Figure) -> list[str]:
    """The problems as sentences."""
    return [sentence for _path, sentence in figure_problems(told, bases())]


def test_a_good_figure_has_no_problems() -> None:
    """Spots, bones, things of the base and things of its own are all known."""
    told = figure('hands.L.on = "seat"\nhands.R.on = "belly"\nfeet.R.on = "shank.L"', base="sitting")
    assert said(told) == []


@pytest.mark.parametrize(
    ("pose", "words"),
    [
        ('hands.R.on = "shinn.R"', 'There is nothing called "shinn.R" here. Did you mean "shin.R"?'),
        ('hands.R.on = "keyboard"', 'There is nothing called "keyboard" here.'),
        ('hands.R.on = "hand.R"', 'A hand cannot lie on its own arm. Name the other side: "hand.L".'),
        ('hands.both.on = "forearm.R"', "A hand cannot lie on its own arm."),
        ('feet.L.on = "shin.L"', 'A foot cannot lie on its own leg. Name the other side: "shin.R".'),
        ('on = "seat"', 'There is nothing called "seat" here.'),
        ('level = { bone = "torso", height = 1 }', 'There is nothing called "torso" here.'),
    ],
)
def test_what_is_not_there_is_named_with_a_remedy(pose: str, words: str) -> None:
    """Each sentence says what is missing and what to write instead."""
    (sentence,) = said(figure(pose))
    assert words in sentence


def test_each_problem_knows_its_place() -> None:
    """Keys count from 0 in places and from 1 in words."""
    ((path, _sentence),) = figure_problems(figure("", 'hands.R.on = "tail"'), bases())
    assert path == ("keys", 1, "pose", "hands", "R", "on")
    assert place_words(path) == "keys, 2, pose, hands, R, on"


def test_an_arrow_needs_a_bone() -> None:
    """Arrows are checked like hands."""
    told = tomllib.loads('base = "standing"\nkeys = [{ name = "A", stage = "hold", arrows = [{ of = "wing" }] }]')
    assert 'There is nothing called "wing" here.' in said(msgspec.convert(told, Figure))[0]


def test_a_base_there_is_not_is_said_once() -> None:
    """Without its base nothing else can be judged."""
    assert said(figure('hands.R.on = "tail"', base="standin")) == [
        'There is no base "standin". Did you mean "standing"?'
    ]


def test_two_things_of_a_kind_need_names() -> None:
    """Two pillows without names cannot be told apart."""
    one = '{ kind = "pillow" }'
    assert len(said(figure("", head=f"props = [{one}, {one}]"))) == 1
    assert said(figure("", head=f'props = [{one}, {{ kind = "pillow", name = "low" }}]')) == []


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf])
def test_numbers_that_are_none_are_refused_with_their_joint(number: float) -> None:
    """A program can hand over what no file could; the studio refuses it with a sentence."""
    told = figure("")
    angles = Angles(hip=BallOfBoth(R=Ball(flexion=number)))
    bad = msgspec.structs.replace(told, keys=(Key(name="Key", stage="hold", pose=Pose(angles=angles)),))
    with pytest.raises(DataError, match=r"hip\.R\.flexion"):
        studio().complete(bad)


@pytest.mark.parametrize("number", ["1e9", "-201.0", "true", '"ten"'])
def test_huge_numbers_and_words_are_refused_by_the_model(number: str) -> None:
    """No angle is beyond 200 degrees."""
    with pytest.raises(msgspec.ValidationError):
        figure(f"angles.knee.flexion = {number}")


def test_every_spot_is_on_a_bone() -> None:
    """Each name can be found, and for the other hand it comes from the other way."""
    for name in spot_names():
        assert spot(name) is not None
    own, other = spot("shin.R", "R"), spot("shin.R", "L")
    assert own is not None
    assert other is not None
    assert own.around == -other.around
    assert spot("shin") is None
    assert spot("tail.R") is None


def test_things_offer_their_surfaces() -> None:
    """A chair is a seat and a back, a desk has a keyboard, a name is a name."""
    found = surfaces([Mat(), Chair(), Desk(), Pillow(name="low")])
    assert {"floor", "free", "mat", "seat", "chair-back", "desk", "keyboard", "pillow", "low"} <= set(found)
    assert "keyboard" not in surfaces([Desk(keyboard=False)])
