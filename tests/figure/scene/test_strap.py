"""The strap: on the sole, through both fists, straight and flat between them."""

from __future__ import annotations

import numpy as np
import pytest

from coach.figure.bones import INDEX
from coach.figure.mesh import Floats
from coach.figure.pose.props import Mat, Strap
from coach.figure.scene.stage import Scene
from coach.figure.scene.strap import Strung, strap
from coach.figure.seen.subject import Moment
from tests.figure.scene.poses import body, figure, holding_a_strap
from tests.figure.shown import picture

FLEXIONS = (55.0, 70.0, 82.0)


def _strung() -> Strung:
    return strap(body(), Strap())


def _laid(flexion: float) -> tuple[Moment, Floats]:
    scene = Scene.build(body(), figure(Mat(), Strap()))
    moment = scene.at(holding_a_strap(flexion))
    return moment, moment.vertices[scene.worn[0][1]]


@pytest.mark.parametrize("flexion", FLEXIONS)
def test_it_lies_on_the_sole(flexion: float) -> None:
    """It runs across the ball of the foot, its inner side less than 3 mm from the skin."""
    mesh = body()
    moment, _ = _laid(flexion)
    line, _ = _strung().line(holding_a_strap(flexion))
    ring = line[len(line) // 2 - 6 : len(line) // 2 + 7]
    own = np.unique(mesh.faces[mesh.faces_of("foot.R")])
    skin, out = moment.vertices[own], moment.normals[own]
    apart = ring[:, None] - skin[None]
    nearest = np.linalg.norm(apart, axis=2).argmin(1)
    gap = (apart[np.arange(len(ring)), nearest] * out[nearest]).sum(1)
    assert np.abs(gap - 0.0045).mean() < 0.003  # the line is its middle, and it is 9 mm thick
    assert gap.min() > 0
    sole = -holding_a_strap(flexion).turned[INDEX["foot.R"]][:, 2]
    assert (out[nearest] @ sole).max() > 0.9


@pytest.mark.parametrize("flexion", FLEXIONS)
def test_it_runs_through_both_fists(flexion: float) -> None:
    """Its line passes within a finger's breadth of the middle of each fist."""
    placed = holding_a_strap(flexion)
    line, _ = _strung().line(placed)
    for side, sign in (("L", 1), ("R", -1)):
        hand = INDEX[f"hand.{side}"]
        grip = placed.joints[hand] + placed.turned[hand] @ (0.004, -0.026 * sign, -0.078)
        assert np.linalg.norm(line - grip, axis=1).min() < 0.015


@pytest.mark.parametrize("flexion", FLEXIONS)
def test_it_is_taut_between_foot_and_hand(flexion: float) -> None:
    """The runs are straight to a millimetre."""
    line, _ = _strung().line(holding_a_strap(flexion))
    middle = len(line) // 2
    run = line[middle + 12 : middle + 20]
    chord = (run[-1] - run[0]) / np.linalg.norm(run[-1] - run[0])
    off = (run - run[0]) - np.outer((run - run[0]) @ chord, chord)
    assert np.linalg.norm(off, axis=1).max() < 0.001


@pytest.mark.parametrize("flexion", FLEXIONS)
def test_it_is_never_twisted(flexion: float) -> None:
    """From point to point its breadth turns by less than 35 degrees, and it is 3.5 cm broad throughout."""
    strung = _strung()
    line, breadth = strung.line(holding_a_strap(flexion))
    assert (np.einsum("kx,kx->k", breadth[1:], breadth[:-1]) > np.cos(np.radians(35))).all()
    _, vertices = _laid(flexion)
    rings = vertices[: len(line) * 8].reshape(len(line), 8, 3)
    wide = np.linalg.norm(rings[:, :, None] - rings[:, None], axis=-1).max((1, 2))
    assert (wide > 0.033).all()
    assert (wide < 0.040).all()


def test_loose_ends_hang_short() -> None:
    """Beyond the fists hang less than 10 cm, downwards, and never through the floor."""
    placed = holding_a_strap()
    line, _ = _strung().line(placed)
    assert line[0, 2] < line[8, 2]
    assert line[-1, 2] < line[-9, 2]
    assert line[:, 2].min() > 0
    assert np.linalg.norm(np.diff(line[:8], axis=0), axis=1).sum() < 0.1


def test_one_hand_may_hold_both_ends() -> None:
    """With one hand both runs end in it."""
    placed = holding_a_strap()
    line, _ = strap(body(), Strap(hands="R")).line(placed)
    hand = placed.joints[INDEX["hand.R"]]
    assert np.linalg.norm(line[0] - hand) < 0.15
    assert np.linalg.norm(line[-1] - hand) < 0.15


def test_it_may_hold_the_left_foot() -> None:
    """Round the left foot its line is the mirror image of that round the right."""
    left, right = strap(body(), Strap(foot="L")), strap(body(), Strap(foot="R"))
    assert np.allclose(left.sole[::-1] * (1, -1, 1), right.sole, atol=1e-4)


def test_it_moves_without_a_jump() -> None:
    """All through the shipped stretch no point of its line moves further than the hands and the foot do."""
    shown = picture("hamstring_supine_strap")
    strung = next(thing for thing, _ in shown.scene.worn if isinstance(thing, Strung))
    placed = [shown.motion.at(u) for u in np.arange(0, shown.length + 0.01, 0.04)]
    lines = np.array([strung.line(each)[0] for each in placed])
    assert np.linalg.norm(np.diff(lines, axis=0), axis=2).max() < 0.06
