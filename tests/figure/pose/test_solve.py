"""Solved poses: what touches touches, what rests rests, and what cannot be says so."""

from __future__ import annotations

import numpy as np
import pytest

from coach.figure.pose.rig import Rig
from coach.figure.pose.room import Room
from coach.figure.pose.solved import Solved
from coach.figure.skin import skin
from tests.figure.pose.bodies import figure, sentences, solved, studio

HUG = """angles.lumbar.flexion = 18
angles.hip.R = { flexion = 118, abduction = 6 }
angles.knee.R.flexion = 128
feet.R.on = "free"
hands.both = { on = "shin.R" }
hands.L = { on = "shin.R" }"""
CROSSED = 'feet.R = { on = "above-knee.L", past = 0.05, knee = [0.45, 1, 0] }'


def rig(key: Solved) -> Rig:
    """The bones of a solved key of body a."""
    return Rig(studio().flesh.skeleton, key.local.copy(), key.root_turned, key.root)


def lowest(key: Solved) -> float:
    """The height of the lowest skin, in metres."""
    return float(skin(studio().flesh.mesh, rig(key).placed())[0][:, 2].min())


@pytest.mark.parametrize("body", ["a", "b"])
@pytest.mark.parametrize(
    "base", ["standing", "sitting", "supine", "supine-knees-bent", "prone", "all-fours", "side-left"]
)
def test_the_shared_starts_have_nothing_wrong(base: str, body: str) -> None:
    """Every start rests on its surface within a centimetre, and no joint is beyond its limit."""
    assert sentences(solved("", base=base, body=body)) == []


def test_who_stands_has_both_soles_on_the_floor() -> None:
    """The lowest skin is at the floor, and the legs are nearly straight."""
    (key,) = solved("")
    assert lowest(key) == pytest.approx(0, abs=0.002)
    assert key.angles["knee.R"]["flexion"] < 8


def test_bent_knees_lower_the_hips_and_the_feet_stay() -> None:
    """A squat is told by its knees."""
    tall, low = solved("", "angles.knee.flexion = 60")
    assert tall.root[2] - low.root[2] > 0.08
    assert np.allclose(tall.pins["foot.R"].at, low.pins["foot.R"].at, atol=0.002)
    assert low.angles["knee.R"]["flexion"] == pytest.approx(60, abs=1.5)


def test_both_hands_hold_the_shin() -> None:
    """Palms lie on the skin within 5 mm, the fingers are bent round it and touch."""
    (key,) = solved(HUG, base="supine-knees-bent")
    assert sentences((key,)) == []
    for side in "LR":
        assert abs(key.gaps[f"hand.{side}"]) < 0.005
        assert abs(key.gaps[f"fingers.{side}"]) < 0.005
        assert key.angles[f"fingers.{side}"]["flexion"] > 20
        assert key.pins[f"hand.{side}"].carrier == "shank.R"


def test_the_two_hands_come_from_their_own_sides() -> None:
    """On one shin the right hand lies outside, the left one within."""
    (key,) = solved(HUG, base="supine-knees-bent")
    assert rig(key).bone("hand.R")[1][1] < rig(key).bone("hand.L")[1][1]


def test_an_ankle_rests_on_the_other_thigh() -> None:
    """Skin lies on skin within a centimetre, and the knee points outwards."""
    (key,) = solved(CROSSED, base="sitting")
    assert sentences((key,)) == []
    assert abs(key.gaps["foot.R"]) < 0.005
    assert key.angles["hip.R"]["rotation"] > 30


def test_palms_lie_flat_on_the_mat() -> None:
    """On all fours no hand hovers and none sinks in."""
    (key,) = solved("", base="all-fours")
    for side in "LR":
        assert abs(key.gaps[f"hand.{side}"]) < 0.003
        palm = rig(key).bone(f"hand.{side}")[0] @ np.array([0.0, 1.0 if side == "R" else -1.0, 0.0])
        assert palm[2] < -0.99


def test_the_head_comes_down_on_mat_or_pillow() -> None:
    """The neck bends until the head lies: less on a pillow."""
    flat = solved("", base="supine")[0]
    raised = solved("", base="supine-knees-bent")[0]
    assert abs(flat.gaps["head"]) < 0.002
    assert raised.angles["neck"]["flexion"] > flat.angles["neck"]["flexion"] + 3


def test_a_smaller_person_reaches_the_same_things() -> None:
    """Body b is another size; what touches on body a touches there too."""
    (key,) = solved(HUG, base="supine-knees-bent", body="b")
    assert sentences((key,)) == []


@pytest.mark.parametrize(
    ("pose", "words"),
    [
        ("angles.knee.R.flexion = 190\nfeet.R.on = 'free'", "The right knee has 190 degrees of flexion"),
        ("angles.lumbar.flexion = 90", "The low back has 90 degrees of flexion"),
        ("hands.L = { on = 'free', at = [2, 0, 1] }", "The left hand ends"),
        ("feet.R = { on = 'floor', at = [1.5, 0] }", "The right foot ends"),
        ("angles.neck.rotation = -120", "The neck has -120 degrees of rotation"),
        ("hands.R = { on = 'head', along = 2, around = 0 }", "The right hand finds no place"),
    ],
)
def test_what_cannot_be_is_said_with_side_and_number(pose: str, words: str) -> None:
    """An impossible joint or reach is a problem that names the joint."""
    assert any(words in sentence for sentence in sentences(solved(pose)))


def test_three_degrees_beyond_a_limit_are_let_pass() -> None:
    """Reading a joint is no more exact than that."""
    told = 'feet.R.on = "free"\nangles.knee.R.flexion = '
    assert sentences(solved(told + "154")) == []
    assert len(sentences(solved(told + "158"))) == 1


def test_a_hand_lies_within_the_search_or_exactly_as_told() -> None:
    """`exact` keeps the hand as it is told; else it turns to where the arm is at ease."""
    told = 'hands.R = { on = "floor", at = [0.25, -0.18], fingers = 80'
    free, exact = (solved(f"{told}{more} }}", base="all-fours")[0] for more in ("", ", exact = true"))
    ahead = [rig(key).bone("hand.R")[0] @ np.array([0.0, 0.0, -1.0]) for key in (free, exact)]
    assert ahead[1][1] < -0.95
    assert ahead[0][0] > ahead[1][0] + 0.2


def test_a_hand_on_a_wall_touches_it() -> None:
    """Walls are surfaces like others: the palm faces the wall and lies on it."""
    wall = 'props = [{ kind = "wall", at = [0.5, 0], turn = 180 }]'
    (key,) = solved('hands.R = { on = "wall", at = [1.3, -0.2] }', head=wall)
    assert sentences((key,)) == []
    palm = rig(key).bone("hand.R")[0] @ np.array([0.0, 1.0, 0.0])
    assert palm[0] > 0.99
    assert Room(studio().complete(figure("", head=wall)).figure.props).surface("wall") is not None


def test_a_foot_on_a_wall_is_as_high_as_the_legs_are_long() -> None:
    """Both bodies lie as far from it, and their knees bend alike."""
    wall = 'props = [{ kind = "wall", at = [0.43, 0], turn = 180 }]'
    told = 'feet.R = { on = "wall", touch = "heel", at = [0.86, -0.07] }'
    keys = [solved(told, base="supine", head=wall, body=body)[0] for body in "ab"]
    assert [sentences((key,)) for key in keys] == [[], []]
    assert keys[0].angles["knee.R"]["flexion"] == pytest.approx(keys[1].angles["knee.R"]["flexion"], abs=4)


def test_solving_twice_gives_the_same() -> None:
    """There is no chance in it."""
    one, other = (solved(HUG, base="supine-knees-bent")[0] for _again in range(2))
    assert np.array_equal(one.local, other.local)
    assert np.array_equal(one.root, other.root)
