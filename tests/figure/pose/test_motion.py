"""Between key poses: eased, pinned, resting, mirrored, without jumps."""

from __future__ import annotations

import numpy as np
import pytest

from coach.figure.bones import INDEX, NAMES
from coach.figure.pose.inspect import fastest, moments, worst_sinking
from coach.figure.pose.motion import Motion, crossings, ease, mirror
from coach.figure.pose.room import Room
from coach.figure.skin import skin
from tests.figure.pose.bodies import motion, studio

#: Degrees from one key to the next that no bone may outrun at any moment: a quintic way of 180 degrees at its fastest.
LIMIT = 345.0


@pytest.fixture(scope="module")
def hug() -> Motion:
    """Knees bent, and one knee held."""
    held = 'angles.hip.R.flexion = 116\nangles.knee.R.flexion = 126\nfeet.R.on = "free"\nhands.R.on = "shin.R"\nhands.L.on = "shin.R"'
    return motion("", held, "angles.lumbar.flexion = 16\nangles.hip.R.flexion = 120", base="supine-knees-bent")


@pytest.fixture(scope="module")
def cat() -> Motion:
    """On all fours, rounding and hollowing."""
    return motion(
        "angles.lumbar.flexion = 42\nangles.neck.flexion = 30", "angles.lumbar.flexion = -24", base="all-fours"
    )


@pytest.fixture(scope="module")
def walk() -> Motion:
    """A cycle of four keys."""
    poses = [
        f"angles.hip.R.flexion = {right}\nangles.hip.L.flexion = {left}"
        for right, left in ((25, -10), (8, 8), (-10, 25), (8, 8))
    ]
    feet = "feet.both.on = 'free'\nrests = []\nheight = 0.9\n"
    return motion(*(feet + pose for pose in poses), head='loop = "cycle"')


def test_whole_numbers_are_the_keys(hug: Motion) -> None:
    """At u = 1 the bones are those of the second key, beyond the ends those of the last."""
    for number, key in enumerate(hug.keys):
        turned = hug.rig(float(number)).local
        assert np.allclose(turned, key.local)
    assert hug.length == 2
    assert np.allclose(hug.at(9.0).joints, hug.at(2.0).joints)
    assert np.allclose(hug.at(-1.0).joints, hug.at(0.0).joints)


def test_the_way_begins_and_ends_softly() -> None:
    """No speed at either end, half-way at half time."""
    assert (ease(0.0), ease(0.5), ease(1.0)) == (0.0, 0.5, 1.0)
    assert ease(0.01) < 1e-4
    assert 1 - ease(0.99) < 1e-4


def test_there_is_no_jump_at_a_key(hug: Motion) -> None:
    """Just before and just after a key the bones are where they are at it."""
    for u in (1.0, 2.0):
        for near in (u - 1e-4, u + 1e-4):
            assert np.abs(hug.at(near).joints - hug.at(u).joints).max() < 0.001


@pytest.mark.parametrize("name", ["hug", "cat", "walk"])
def test_nothing_turns_faster_than_the_limit(name: str, request: pytest.FixtureRequest) -> None:
    """The fastest bone stays below the limit from one look to the next."""
    found = fastest(request.getfixturevalue(name))
    assert found.degrees < LIMIT, found


def test_a_foot_that_stands_stays_where_it_stands(hug: Motion, cat: Motion) -> None:
    """What is planted in both keys does not slide between them."""
    for moved, foot in ((hug, "foot.L"), (cat, "foot.R"), (cat, "foot.L")):
        places = [moved.at(u).joints[INDEX[foot]] for u in moments(moved, 10)]
        assert np.ptp(places, axis=0).max() < 0.002


def test_hands_stay_on_what_they_hold(hug: Motion, cat: Motion) -> None:
    """Seen from the shin the holding hands do not move; on the mat the palms do not slide."""
    for u in np.linspace(1, 2, 9):
        placed = hug.at(float(u))
        shank = INDEX["shank.R"]
        local = placed.turned[shank].T @ (placed.joints[INDEX["hand.R"]] - placed.joints[shank])
        assert np.allclose(local, hug.keys[1].pins["hand.R"].at, atol=0.012)
    places = [cat.at(u).joints[INDEX["hand.L"]] for u in moments(cat, 10)]
    assert np.ptp(places, axis=0).max() < 0.005


def test_nothing_sinks_into_mat_or_floor_on_the_way(hug: Motion, cat: Motion) -> None:
    """Beside what flesh gives no skin goes deeper than a centimetre."""
    for moved, base in ((hug, "supine-knees-bent"), (cat, "all-fours")):
        room = Room(studio().bases[base].props or studio().bases["supine"].props)
        found = worst_sinking(studio().flesh, room, moved, 6)
        assert found.depth < 0.012 + 0.01, found


def test_a_cycle_closes_and_goes_through_its_keys_without_a_stop(walk: Motion) -> None:
    """The last moment is the first one, and speed at a key is not nothing."""
    assert walk.length == 4
    assert np.allclose(walk.at(4.0).joints, walk.at(0.0).joints)
    assert np.allclose(walk.at(-0.5).joints, walk.at(3.5).joints)
    foot = INDEX["foot.R"]
    step = np.linalg.norm(walk.at(1.02).joints[foot] - walk.at(0.98).joints[foot])
    assert step > 0.001


def test_one_key_is_a_motion_that_stands_still() -> None:
    """A figure that only lies there has one moment."""
    still = motion("", base="prone")
    assert still.length == 0
    assert np.array_equal(still.at(0.0).joints, still.at(0.7).joints)


def test_the_mirror_image_is_exact(hug: Motion) -> None:
    """Twice mirrored is the same, bit for bit; the mesh of the mirror image is the mirrored mesh."""
    placed = hug.at(1.37)
    image = mirror(placed)
    back = mirror(image)
    assert np.array_equal(back.turned, placed.turned)
    assert np.array_equal(back.joints, placed.joints)
    assert np.array_equal(image.joints[INDEX["hand.L"]], placed.joints[INDEX["hand.R"]] * (1, -1, 1))
    mesh = studio().flesh.mesh
    one, other = (np.sort(skin(mesh, each)[0][:, 0]) for each in (placed, image))
    assert np.allclose(one, other, atol=2e-5)


def test_mirrored_bones_are_rotations(hug: Motion) -> None:
    """No bone is turned inside out."""
    turned = mirror(hug.at(0.4)).turned
    assert np.allclose(np.linalg.det(turned), 1)
    assert len(turned) == len(NAMES)


def test_a_foot_that_crosses_goes_in_front_of_the_other_shin() -> None:
    """On its way to the other thigh the foot swings out by a hand's breadth, not through the leg it crosses."""
    crossed = motion("", 'feet.R = { on = "above-knee.L", past = 0.05, knee = [0.45, 1, 0] }', base="sitting")
    forward = [crossed.at(u).joints[INDEX["foot.R"]][0] for u in (0.0, 0.5, 1.0)]
    assert forward[1] > (forward[0] + forward[2]) / 2 + 0.08
    assert crossings(crossed.keys[0], crossed.keys[1]) == ["foot.R"]
    assert crossings(crossed.keys[0], crossed.keys[0]) == []
