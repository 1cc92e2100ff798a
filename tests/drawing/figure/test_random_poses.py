"""Whatever joints can do within their limits is painted: `LIMBER_POSES=1000` tries a thousand poses, every day fewer."""

from __future__ import annotations

import os
from functools import cache
from random import Random

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from coach.drawing.figure.look import Theme, look
from coach.drawing.figure.palettes import CLOTHES, HAIRS, SKINS
from coach.figure.camera import Camera, View
from coach.figure.forward import Placed, place
from coach.figure.joints import LIMBS, local_rotations
from coach.figure.limits import LIMITS
from coach.figure.mesh import Mesh
from coach.figure.rotation import X, Y, Z, rot
from coach.figure.scene.stage import Scene
from coach.figure.seen.compose import Detail, Extras, compose
from coach.figure.seen.plate import Plate
from tests.drawing.figure.painted import painted, pixels
from tests.figure.shown import FIGURES, complete, poser

#: Seeds spread evenly over those of the thousand.
SEEDS = [
    round(number * 1000 / count) for count in [int(os.environ.get("LIMBER_POSES", "40"))] for number in range(count)
]
THEMES: tuple[Theme, ...] = ("light", "dark", "contrast", "print")
SIZE = (120, 120)


@cache
def scene(name: str, body: str) -> Scene:
    """The things of a shipped figure, its highlight, and a body."""
    return Scene.build(poser(body).flesh.mesh, complete(name).figure)


def random_pose(mesh: Mesh, rng: Random) -> Placed:
    """Every joint anywhere within its limits, one in ten at its very end; the body any way round, a metre up."""
    angles: dict[str, dict[str, float]] = {}
    for (joint, name), limit in LIMITS.items():
        for side in (".L", ".R") if joint in LIMBS else ("",):
            degrees = rng.choice([limit.low, limit.high]) if rng.random() < 0.1 else rng.uniform(limit.low, limit.high)
            angles.setdefault(f"{joint}{side}", {})[name] = degrees
    turned = rot(Z, rng.uniform(0, 360)) @ rot(Y, rng.uniform(0, 360)) @ rot(X, rng.uniform(0, 360))
    root = np.array([rng.uniform(-0.3, 0.3), rng.uniform(-0.3, 0.3), rng.uniform(0.1, 1.0)])
    return place(mesh.skeleton, local_rotations(angles), turned, root)


@pytest.mark.parametrize("seed", SEEDS)
def test_any_pose_is_painted(qapp: QApplication, seed: int) -> None:
    """Seen from anywhere, in any theme and palette: all numbers are numbers, and there is somebody to be seen."""
    rng = Random(seed)
    stage = scene(rng.choice(FIGURES), rng.choice("ab"))
    moment = stage.at(random_pose(stage.body.mesh, rng), rng.random())
    camera = Camera(rng.uniform(-180, 180), rng.uniform(-5, 89))
    assert np.isfinite(moment.vertices).all()
    assert np.isfinite(moment.normals).all()
    arrow = np.cumsum(np.array([[rng.uniform(-0.05, 0.05) for _ in "xyz"] for _ in range(12)]), axis=0)
    detail = Detail(rng.choice([90.0, 130.0, 170.0]), quick=rng.random() < 0.5)
    shapes = compose(stage.subject, moment, camera, detail, Extras((), stage.shadow(moment), (arrow,)))
    assert all(np.isfinite(shape.polygons.points).all() for shape in shapes)
    flat = camera.project(moment.vertices[: len(stage.body.mesh.vertices)])
    low, high = flat[:, :2].min(0), flat[:, :2].max(0)
    view = View(float(low[0]), float(low[1]), *(float(each) for each in high - low))
    chosen = (rng.choice(list(SKINS)), rng.choice(list(HAIRS)), rng.choice(list(CLOTHES)))
    image = pixels(painted(Plate(shapes, view), SIZE, look(rng.choice(THEMES), *chosen), mirrored=rng.random() < 0.5))
    assert (image != image[0, 0]).any(2).mean() > 0.05
