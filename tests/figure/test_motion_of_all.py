"""Every shipped figure from its first key to its last: no joint beyond its limit, nothing that jumps or sinks in, nothing lost."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pytest

from coach.figure.forward import Placed
from coach.figure.names import NAMES, PARENTS
from coach.figure.pose.room import Room
from coach.figure.skin import skin
from tests.figure.shown import FIGURES, complete, figures, picture, solved
from tests.figure.things import boxes

#: Pictures from key to key, and every how many of them the skin is looked at.
STEPS, SKIN = 30, 5
#: From one picture to the next a joint turns no more than this (degrees), and its speed changes no more.
TURN, JERK = 9.0, 3.0
#: The same of where a joint is; metres. A foot that crosses the other knee goes half a metre in a second.
MOVE, KNOCK = 0.07, 0.016
#: Metres that skin may be inside a thing, beside what the figure tells flesh to give where it rests.
DEEP = 0.01
#: Metres by which the foam of a seat (nearly 5 cm thick) and of a mat gives.
PADS = {"seat": 0.018, "mat": 0.003}

Numbers = npt.NDArray[np.float64]


class Course(NamedTuple):
    """All moments of a figure: u (t,), each bone against its parent, in the room, and where it begins (t, bones, 3 …)."""

    moments: Numbers
    local: Numbers
    turned: Numbers
    joints: Numbers


@cache
def course(name: str) -> Course:
    """The moments of a figure, close to each other."""
    motion = picture(name).motion
    moments = np.linspace(0, motion.length, round(motion.length * STEPS) + 1)
    rigs = [motion.rig(float(u)) for u in moments]
    rows = zip(*((rig.local, rig.turned, rig.joints) for rig in rigs), strict=True)
    return Course(moments, *(np.array(row) for row in rows))


@pytest.mark.parametrize("body", ["a", "b"])
@pytest.mark.parametrize("name", FIGURES)
def test_no_key_breaks_a_limit_or_a_contact(name: str, body: str) -> None:
    """On both bodies; what is wrong says so in a sentence."""
    keys = solved(name, body)
    told = [
        f"{figures()[name].keys[number].name}: {each.sentence}"
        for number, key in enumerate(keys)
        for each in key.trouble
    ]
    assert not told, "\n".join(told)


@pytest.mark.parametrize("name", FIGURES)
def test_no_joint_jumps(name: str) -> None:
    """It turns slowly enough, and speeds up and slows down softly enough, for an eye to follow."""
    moments, local = course(name).moments, course(name).local
    traces = np.einsum("tnij,tnij->tn", local[:-1], local[1:])
    turned = np.degrees(np.arccos(np.clip((traces - 1) / 2, -1, 1)))
    for numbers, most, what in ((turned, TURN, "turns"), (np.abs(np.diff(turned, axis=0)), JERK, "jerks")):
        if numbers.size:
            moment, bone = np.unravel_index(numbers.argmax(), numbers.shape)
            assert numbers.max() <= most, (
                f"{NAMES[bone]} {what} by {numbers.max():.1f} degrees at u = {moments[moment]:.2f}"
            )


@pytest.mark.parametrize("name", FIGURES)
def test_nothing_is_thrown_about(name: str) -> None:
    """No joint is somewhere else from one picture to the next."""
    moments, joints = course(name).moments, course(name).joints
    for order, most in ((1, MOVE), (2, KNOCK)):
        far = np.linalg.norm(np.diff(joints, order, axis=0), axis=2)
        if far.size:
            moment, bone = np.unravel_index(far.argmax(), far.shape)
            assert far.max() <= most, f"{NAMES[bone]} is thrown {far.max() * 100:.1f} cm at u = {moments[moment]:.2f}"


@pytest.mark.parametrize("name", FIGURES)
def test_bones_stay_whole(name: str) -> None:
    """At every moment each bone begins where its parent ends, and is turned, not stretched."""
    local, joints = course(name).local, course(name).joints
    assert np.allclose(local @ np.swapaxes(local, 2, 3), np.eye(3), atol=1e-6)
    parents = np.array(PARENTS[1:])
    lengths = np.linalg.norm(joints[:, 1:] - joints[:, parents], axis=2)
    assert np.allclose(lengths, lengths[0], atol=1e-6)


@pytest.mark.parametrize("name", FIGURES)
def test_nothing_sinks_in(name: str) -> None:
    """Skin stays out of floor, mat, seat, desk and wall at every moment, but for a centimetre and what flesh gives."""
    shown = picture(name)
    mesh = shown.scene.body.mesh
    things = boxes(shown.figure.props)
    poses = complete(name).poses
    room = Room(shown.figure.props)
    gives = {(surface.name if (surface := room.surface(pose.on)) else "floor"): 0.0 for pose in poses}
    for pose in poses:
        gives = {thing: max(most, pose.sink) for thing, most in gives.items()}
    gives["floor"] = gives.get("mat", gives.get("floor", 0.0))
    gives["mat"] = gives["floor"]
    owner = mesh.weights.argmax(1)
    way = course(name)
    for number in range(0, len(way.moments), SKIN):
        u, vertices = way.moments[number], skin(mesh, Placed(way.turned[number], way.joints[number]))[0]
        for thing in things:
            depth = thing.depth(vertices)
            most = DEEP + gives.get(thing.name, 0.0) + PADS.get(thing.name, 0.0)
            assert depth.max() <= most, (
                f"{NAMES[owner[depth.argmax()]]} is {depth.max() * 1000:.0f} mm deep in the {thing.name} at u = {u:.2f}; "
                f"{most * 1000:.0f} are allowed"
            )


@pytest.mark.parametrize("name", [name for name in FIGURES if figures()[name].loop == "cycle"])
def test_a_cycle_ends_where_it_begins(name: str) -> None:
    """To the last digit: it may go on for hours."""
    motion = picture(name).motion
    begin, end = motion.at(0.0), motion.at(motion.length)
    assert np.array_equal(begin.turned, end.turned)
    assert np.array_equal(begin.joints, end.joints)
    again = motion.at(motion.length + 0.3)
    assert np.allclose(again.joints, motion.at(0.3).joints, atol=1e-9)
