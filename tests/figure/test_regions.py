"""Highlighted regions: where anatomy says, alike on both sides, the same on skin and clothes."""

from __future__ import annotations

from typing import get_args

import numpy as np
import pytest

from coach.figure import regions
from coach.figure.bones import INDEX
from coach.figure.mesh import Floats
from coach.figure.pose.model import Region
from tests.figure.scene.poses import body

#: For the left side in a standing pose: in front of the middle of its bone or behind it, and the bones it may lie on.
_PLACES = {
    "glute": (-1, "pelvis", {"pelvis", "thigh.L", "lumbar1"}),
    "piriformis": (-1, "pelvis", {"pelvis", "thigh.L", "lumbar1"}),
    "hamstring": (-1, "thigh.L", {"thigh.L", "pelvis", "shank.L"}),
    "quadriceps": (1, "thigh.L", {"thigh.L", "pelvis", "shank.L"}),
    "hip-flexor": (1, "thigh.L", {"thigh.L", "pelvis", "lumbar1"}),
    "calf": (-1, "shank.L", {"shank.L", "thigh.L"}),
    "low-back": (-1, "lumbar2", {"pelvis", "lumbar1", "lumbar2", "lumbar3", "thorax1"}),
    "mid-back": (-1, "thorax2", {"lumbar3", "thorax1", "thorax2", "thorax3"}),
    "shoulder-blades": (-1, "thorax3", {"thorax1", "thorax2", "thorax3", "clavicle.L"}),
    "neck-back": (-1, "neck1", {"thorax3", "neck1", "neck2", "head"}),
    "chest": (1, "thorax2", {"thorax1", "thorax2", "thorax3", "clavicle.L"}),
    "abdomen": (1, "lumbar2", {"pelvis", "lumbar1", "lumbar2", "lumbar3", "thorax1"}),
}


@pytest.mark.parametrize("name", get_args(Region))
@pytest.mark.parametrize("which", ["a", "b"])
def test_every_region_is_somewhere(name: str, which: str) -> None:
    """Each region a figure may name shows on each body: a middle near 1, and most of the body outside."""
    found = regions.field(body(which), [name], ["L"])
    assert found.dtype == np.float32
    assert -1 <= found.min() < -0.5
    assert 0.75 < found.max() <= 1
    assert 0.001 < (found > 0).mean() < 0.08


@pytest.mark.parametrize("name", sorted(regions.REGIONS))
def test_left_and_right_are_exactly_alike(name: str) -> None:
    """The right field is the left one on the mirrored vertices."""
    mesh = body()
    left, right = (regions.field(mesh, [name], [side]) for side in ("L", "R"))
    mine = np.lexsort(np.round(mesh.vertices.T, 6))
    other = np.lexsort(np.round((mesh.vertices * (1, -1, 1)).T, 6))
    assert np.allclose(_smoothed(left)[mine], _smoothed(right)[other], atol=0.02)


def _smoothed(values: Floats) -> Floats:
    """Vertices in the same place may be sorted either way: only whether they are inside has to agree."""
    return np.clip(values * 4, -1, 1)


@pytest.mark.parametrize("name", sorted(_PLACES))
def test_region_lies_where_anatomy_says(name: str) -> None:
    """What is inside lies on the right bones, on the right side of them, in front or behind."""
    mesh = body()
    found = regions.field(mesh, [name], ["L"])
    sign, bone, allowed = _PLACES[name]
    inside = np.flatnonzero(found > 0.15)
    own = mesh.weights[inside].argmax(1)
    names = {bone_name for bone_name, number in INDEX.items() if number in set(own.tolist())}
    assert names <= allowed
    away = (mesh.vertices[inside] - mesh.bind.joints[INDEX[bone]]) @ mesh.bind.turned[INDEX[bone]]
    assert (sign * away[:, 0] > -0.02).all()
    if bone.endswith(".L") or name in {"glute", "piriformis", "chest", "shoulder-blades"}:
        assert (mesh.vertices[inside, 1] > -0.005).all()


def test_the_breastbone_and_the_spine_are_left_free() -> None:
    """The chest muscles of both sides do not meet in the middle, nor do those between the shoulder blades."""
    mesh = body()
    middle = abs(mesh.vertices[:, 1]) < 0.004
    assert (regions.field(mesh, ["chest"])[middle] < 0).all()
    assert (regions.field(mesh, ["shoulder-blades"])[middle] < 0).all()
