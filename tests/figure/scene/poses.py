"""A body, a few poses and figures that the tests of scenes share."""

from __future__ import annotations

from functools import cache

import numpy as np

from coach.figure.bones import INDEX
from coach.figure.forward import Placed, place
from coach.figure.joints import local_rotations
from coach.figure.mesh import Mesh, load
from coach.figure.pose.model import Figure, Highlight, Key
from coach.figure.pose.props import Mat, Prop
from coach.figure.pose.reach import bend_arm
from coach.figure.pose.rig import Rig
from coach.figure.rotation import Array, Y, rot
from coach.figure.skin import skin
from coach.resources import assets

STANDING, SUPINE, PRONE = np.eye(3), rot(Y, -90), rot(Y, 90)
MAT = Mat()


@cache
def body(name: str = "a") -> Mesh:
    """Return a shipped body."""
    return load(assets() / "figure" / f"body-{name}.npz")


def figure(*props: Prop, highlight: Highlight | None = None) -> Figure:
    """Return a figure with these things around it."""
    return Figure(base="none", props=props, highlight=highlight, keys=(Key(name="Hold", stage="hold"),))


def both(joint: str, **degrees: float) -> dict[str, dict[str, float]]:
    """Return the same angles for both sides."""
    return {f"{joint}.L": degrees, f"{joint}.R": degrees}


def posed(
    angles: dict[str, dict[str, float]], lie: Array = STANDING, *, on: float = 0.0, sink: float = 0.0, name: str = "a"
) -> Placed:
    """Return a body in a pose whose lowest point lies `sink` metres below a height."""
    mesh = body(name)
    local = local_rotations(angles)
    vertices, _ = skin(mesh, place(mesh.skeleton, local, lie, np.zeros(3)))
    return place(mesh.skeleton, local, lie, np.array([0, 0, on - sink - float(vertices[:, 2].min())]))


def holding_a_strap(flexion: float = 82.0) -> Placed:
    """Return somebody on their back, one leg raised by so many degrees, both fists before it."""
    angles = {
        "hip.R": {"flexion": flexion, "abduction": 3.0},
        "knee.R": {"flexion": 8.0},
        **both("fingers", flexion=75),
        **both("tips", flexion=90),
        **both("thumb", flexion=35, abduction=10),
    }
    lying = posed(angles, SUPINE, on=MAT.thick, sink=0.01)
    rig = Rig(body().skeleton, local_rotations(angles), SUPINE, lying.joints[0])
    for side, sign in (("L", 1), ("R", -1)):
        bend_arm(rig, side, np.array([-0.05, 0.2 * sign, 0.5]), np.array([-0.5, sign, -0.8]))
    rig.settle()
    return rig.placed()


def sitting(lean: float = 0.0, lumbar: float = 0.0, at: float = -0.045, seat: float = 0.45) -> Placed:
    """Return somebody who sits on a seat with the hips above x = `at`, leaning forwards by so many degrees."""
    mesh = body()
    angles = {
        **both("hip", flexion=90 + lean),
        **both("knee", flexion=90),
        "lumbar": {"flexion": lumbar},
        **both("shoulder", flexion=60),
    }
    local, turned = local_rotations(angles), rot(Y, lean)
    vertices, _ = skin(mesh, place(mesh.skeleton, local, turned, np.array([at, 0, 0])))
    own = np.isin(mesh.weights.argmax(1), [INDEX[bone] for bone in ("pelvis", "thigh.L", "thigh.R")])
    return place(mesh.skeleton, local, turned, np.array([at, 0, seat - 0.02 - float(vertices[own, 2].min())]))
