"""Packs: on the place of the body that the area names, touching it, in any pose."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from coach.figure.bones import INDEX
from coach.figure.forward import Placed
from coach.figure.mesh import Floats
from coach.figure.pose.props import Mat, Pack
from coach.figure.scene.packs import PLACES, pack
from coach.figure.scene.stage import Scene
from coach.figure.scene.surface import cast
from tests.figure.scene.poses import PRONE, SUPINE, body, both, figure, posed, sitting

AREAS = ("low-back", "buttock", "hip", "hamstring", "calf", "foot")


@cache
def _scene(area: str, side: str, which: str = "a") -> Scene:
    thing = Pack(mode="cold", area=area, side=side)  # type: ignore[arg-type]
    return Scene.build(body(which), figure(Mat(), thing))


@cache
def _poses() -> dict[str, Placed]:
    ankles = both("ankle", dorsiflexion=-45)
    curled = {**both("hip", flexion=70), **both("knee", flexion=75), "lumbar": {"flexion": 20.0}}
    return {
        "prone": posed(ankles, PRONE, on=0.012, sink=0.01),
        "supine": posed({}, SUPINE, on=0.012, sink=0.01),
        "curled": posed(curled, SUPINE),
        "sitting": sitting(),
    }


def _gaps(scene: Scene, placed: Placed) -> Floats:
    """Metres from the pack's underside to the surface of the body, at the nearest vertex; negative inside."""
    moment = scene.at(placed)
    thing, where = scene.worn[0]
    below = moment.vertices[where][thing.height < 0.0]  # type: ignore[attr-defined]
    own = np.unique(thing.corners)  # type: ignore[attr-defined]
    skin, out = moment.vertices[own], moment.normals[own]
    nearest = ((below[:, None] - skin[None]) ** 2).sum(-1).argmin(1)
    return np.asarray(((below - skin[nearest]) * out[nearest]).sum(1), np.float32)


@pytest.mark.parametrize("area", AREAS)
@pytest.mark.parametrize("which", ["a", "b"])
def test_a_pack_touches_the_body_in_any_pose(area: str, which: str) -> None:
    """Its underside lies less than 5 mm from the surface on average, and nowhere hovers."""
    scene = _scene(area, "R", which)
    for name, placed in _poses().items():
        if which == "b" and name != "prone":
            continue
        gaps = _gaps(scene, placed)
        assert np.abs(gaps).mean() < 0.005, name
        assert gaps.max() < 0.016, name


@pytest.mark.parametrize("area", AREAS)
def test_underside_is_on_the_surface(area: str) -> None:
    """In the bind pose a ray from the underside along the skin's normal meets the body within 5 mm on average."""
    mesh = body()
    laid = pack(mesh, Pack(mode="heat", area=area, side="L"))  # type: ignore[arg-type]
    points = np.einsum("kc,kcx->kx", laid.shares, mesh.vertices[laid.corners])
    out = np.einsum("kc,kcx->kx", laid.shares, mesh.normals[laid.corners])
    hits = cast(mesh.vertices, mesh.faces, (points + 0.004 * out)[::9].astype(float), -out[::9].astype(float))
    met = hits.faces >= 0
    assert met.mean() > 0.97
    assert np.abs(hits.distance[met] - 0.004).mean() < 0.005


@pytest.mark.parametrize(
    ("area", "bones"),
    [
        ("low-back", {"pelvis", "lumbar1", "lumbar2", "lumbar3", "thorax1"}),
        ("buttock", {"pelvis", "thigh.R", "lumbar1"}),
        ("hip", {"pelvis", "thigh.R", "lumbar1", "lumbar2"}),
        ("hamstring", {"thigh.R", "shank.R"}),
        ("calf", {"shank.R"}),
        ("foot", {"foot.R", "toes.R"}),
    ],
)
def test_a_pack_lies_on_its_area(area: str, bones: set[str]) -> None:
    """The skin below belongs to the area's bones, on its own side of the body."""
    mesh = body()
    laid = pack(mesh, Pack(mode="heat", area=area, side="R"))  # type: ignore[arg-type]
    below = np.unique(laid.corners[laid.counts > 0.4])  # well inside the pack, not around it
    own = set(mesh.weights[below].argmax(1).tolist())
    assert {name for name, number in INDEX.items() if number in own} <= bones
    middle = mesh.vertices[below].mean(0)
    if area != "low-back":
        assert middle[1] < -0.03
    if area != "foot":
        assert (
            middle[0]
            < mesh.bind.joints[INDEX[PLACES[area].bone + (".R" if area in {"hamstring", "calf"} else "")], 0] + 0.02
        )


def test_low_back_in_the_middle_or_on_a_side() -> None:
    """Without a side the pack lies across the spine; with one beside it."""
    mesh = body()
    middles = {
        side: mesh.vertices[pack(mesh, Pack(mode="heat", area="low-back", side=side)).corners].mean((0, 1))[1]
        for side in ("middle", "L", "R")
    }
    assert abs(middles["middle"]) < 0.005
    assert middles["L"] > 0.04
    assert middles["R"] == pytest.approx(-middles["L"], abs=0.01)


@pytest.mark.parametrize("mode", ["heat", "cold"])
def test_a_pack_wears_its_sign(mode: str) -> None:
    """Heat shows three waves, cold a snowflake, on the outer side."""
    laid = pack(body(), Pack(mode=mode, area="buttock"))  # type: ignore[arg-type]
    marks = laid.part.marks
    assert {mark.kind for mark in marks} == {mode}
    assert len(marks) == (3 if mode == "heat" else 9)
    corners = laid.part.solid.faces[np.concatenate([mark.faces for mark in marks])]
    assert laid.height[corners].min() > 0.012
    assert laid.part.material == mode


def test_a_pack_keeps_its_thickness() -> None:
    """About 2 cm thick, whatever it lies on."""
    scene = _scene("buttock", "R")
    moment = scene.at(_poses()["curled"])
    thing, where = scene.worn[0]
    vertices = moment.vertices[where]
    high, low = thing.height > 0.016, thing.height < -0.002  # type: ignore[attr-defined]
    apart = np.sqrt(((vertices[high][:, None] - vertices[low][None]) ** 2).sum(-1)).min(1)
    assert 0.015 < apart.mean() < 0.023
