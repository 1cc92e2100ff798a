"""Building bodies: the same code gives the same body, coarse ones are sound, and the command writes files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from coach.figure import bones
from coach.figure.mesh import Mesh, load
from coach.figure.sculpt import __main__ as command
from coach.figure.sculpt.assemble import assemble
from coach.figure.sculpt.body import Sculptor, sculpt
from coach.figure.sculpt.build import BUILDS
from coach.resources import assets
from tests.figure.sculpt.closed import rims


@pytest.fixture(scope="module", params=sorted(BUILDS))
def coarse(request: pytest.FixtureRequest) -> Mesh:
    build = BUILDS[request.param]
    return sculpt(replace(build, cell=build.cell * 1.6))


@pytest.mark.parametrize("name", sorted(BUILDS))
def test_shipped_arm_is_what_the_code_makes(name: str) -> None:
    """Building the arms again gives the shipped ones, but for rounding of the file and the machine."""
    sculptor = Sculptor(BUILDS[name])
    built, shipped = assemble(sculptor.frames, [sculptor.arm_part()]), load(assets() / "figure" / f"body-{name}.npz")
    faces = shipped.faces[shipped.faces_of("arm.L", "hand.L", "arm.R", "hand.R")]
    used = np.unique(faces)
    assert len(built.faces) == len(faces)
    assert np.abs(built.vertices - shipped.vertices[used]).max() < 2e-4
    assert np.abs(built.weights - shipped.weights[used]).max() < 2e-3


def test_coarse_body_is_sound(coarse: Mesh) -> None:
    """Even with large cells all surfaces are sheets and weights are shares."""
    assert len(coarse.vertices) < 11_000
    assert len(rims(coarse.faces[coarse.faces_of("shirt")])) == 4
    assert len(rims(coarse.faces[coarse.faces_of("leg.L", "foot.L")])) == 1
    assert np.allclose(coarse.weights.sum(1), 1, atol=1e-5)


def test_lining_is_under_the_garment(coarse: Mesh) -> None:
    """The inner side of clothes looks inward."""
    centre = coarse.bind.joints[bones.INDEX["lumbar1"]].astype(np.float32)
    faces = coarse.faces[coarse.faces_of("shirt.inside")]
    corners = coarse.vertices[faces]
    hem = corners.mean(1)[:, 2] < centre[2]
    flat = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])[hem]
    outward = (corners.mean(1)[hem] - centre) * (1, 1, 0)
    assert (np.einsum("ij,ij->i", flat, outward) < 0).mean() > 0.95


def test_command_writes_a_body(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`python -m coach.figure.sculpt --body a` writes one file and says how large it is."""
    monkeypatch.setitem(BUILDS, "a", replace(BUILDS["a"], cell=2.4))
    assert command.main(["--out", str(tmp_path), "--body", "a"]) == 0
    assert "vertices" in capsys.readouterr().out
    assert [path.name for path in tmp_path.iterdir()] == ["body-a.npz"]
    assert load(tmp_path / "body-a.npz").pieces
