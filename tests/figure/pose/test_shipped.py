"""Solutions in a file: they come back as they were, and are found only by what they were solved from."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from coach.figure.pose import shipped
from coach.figure.pose.studio import Studio
from tests.figure.pose.bodies import FOLDER, figure, motion, solved, studio

POSE = 'hands.R = { on = "waist" }\nangles.lumbar.flexion = 10'


def test_a_solution_comes_back(tmp_path: Path) -> None:
    """Bones within a tenth of a millimetre, pins on the same bones."""
    keys = solved("", POSE)
    path = tmp_path / "poses.npz"
    shipped.save({"one": keys, "two": keys[:1]}, path)
    found = shipped.load(path)
    assert [len(found[name]) for name in ("one", "two")] == [2, 1]
    for mine, theirs in zip(keys, found["one"], strict=True):
        assert np.abs(mine.local - theirs.local).max() < 1e-4
        assert np.abs(mine.root - theirs.root).max() < 1e-6
        assert {limb: pin.carrier for limb, pin in mine.pins.items()} == {
            limb: pin.carrier for limb, pin in theirs.pins.items()
        }


def test_the_same_solutions_give_the_same_bytes(tmp_path: Path) -> None:
    """Whoever builds them anew sees no change."""
    keys = solved(POSE)
    for name in ("a.npz", "b.npz"):
        shipped.save({"one": keys}, tmp_path / name)
    assert (tmp_path / "a.npz").read_bytes() == (tmp_path / "b.npz").read_bytes()


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 not a zip", b"\x00" * 500])
def test_a_damaged_file_is_as_good_as_none(content: bytes, tmp_path: Path) -> None:
    """Everything can be solved anew, so nothing is said."""
    path = tmp_path / "poses.npz"
    path.write_bytes(content)
    assert shipped.load(path) == {}
    assert shipped.load(tmp_path / "none.npz") == {}


def test_what_was_solved_from_something_else_is_not_found() -> None:
    """Another angle, another body or another thing to rest on is another solution; a pack changes nothing."""
    here = studio()
    key = here.key(here.complete(figure(POSE)))
    assert here.key(here.complete(figure(POSE + "\nyaw = 1"))) != key
    assert studio("b").key(here.complete(figure(POSE))) != key
    assert here.key(here.complete(figure(POSE, head='props = [{ kind = "mat" }]'))) != key
    packed = figure(POSE, head='props = [{ kind = "pack", mode = "heat", area = "hip" }]')
    assert here.key(here.complete(packed)) == key


def test_the_studio_takes_shipped_solutions(tmp_path: Path) -> None:
    """What is in the file is not solved again; what is not there is."""
    for name in ("bases.toml", "body-a.npz"):
        (tmp_path / name).write_bytes((FOLDER / name).read_bytes())
    here = Studio(tmp_path, studio().flesh.mesh)
    known = here.complete(figure(POSE))
    marked = solved("")  # another pose, to know it again
    shipped.save({here.key(known): marked}, tmp_path / "poses.npz")
    assert np.abs(here.keys(known)[0].local - marked[0].local).max() < 1e-4
    other = here.complete(figure(POSE + "\nyaw = 3"))
    assert here.keys(other)[0].angles["lumbar"]["flexion"] == 10


def test_a_shipped_motion_is_that_of_the_solver(tmp_path: Path) -> None:
    """Between keys the packed poses move as the solved ones, to a millimetre."""
    moved = motion("", POSE)
    path = tmp_path / "poses.npz"
    shipped.save({"one": moved.keys}, path)
    complete = studio().complete(figure("", POSE))
    again = studio().motion_of(complete, shipped.load(path)["one"])
    assert np.abs(again.at(0.6).joints - moved.at(0.6).joints).max() < 0.001
