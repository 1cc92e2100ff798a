"""`limber draw`: files of every kind without a display, and one clear sentence for every mistake."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from coach import cli

WRONG = {
    ("no-such",): "There is no exercise “no-such”.",
    ("pack_prone/warm",): "There is no exercise “pack_prone/warm”.",
    ("brige",): "Did you mean “bridge”?",
    (): "Name an exercise",
    ("bridge", "--sheet"): "not both",
    ("bridge", "--turn", "--azimuth", "3"): "--turn goes all round",
    ("bridge", "--turn", "--size", "99x99"): "--size goes with a single picture",
    ("--sheet", "--turn"): "give one of the two",
    ("--sheet", "--pose", "hold"): "takes no --pose",
    ("--sheet", "--elevation", "0"): "takes no --elevation",
    ("--sheet", "--side", "left"): "takes no --side left",
    ("bridge", "--pose", "hold", "--at", "1"): "not both",
    ("bridge", "--pose", "jump"): "There are: 1 ",
    ("bridge", "--at", "soon"): "--at is a number of seconds",
    ("bridge", "--at", "nan"): "--at is a number of seconds",
    ("bridge", "--size", "10x10"): "each from 64 to 8000",
    ("bridge", "--size", "large"): "such as 1600x1200",
    ("bridge", "--azimuth", "north"): "--azimuth is a number of degrees",
    ("bridge", "--elevation", "120"): "from 0 to 90",
    ("bridge", "--theme", "pink"): "Argument --theme",
    ("bridge", "--body", "z"): "Argument --body",
}


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None:
    """The command makes one of its own where there is none."""


def draw(*arguments: object) -> int:
    """Run the command."""
    return cli.main(["draw", *map(str, arguments)])


def opened(path: Path) -> QImage:
    """A picture from its file."""
    image = QImage(str(path))
    assert not image.isNull()
    return image


def test_one_picture_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In the size asked for; the path is printed."""
    path = tmp_path / "bridge.png"
    assert draw("bridge", "--out", path, "--size", "200x150") == 0
    assert capsys.readouterr().out.strip() == str(path)
    image = opened(path)
    assert (image.width(), image.height()) == (200, 150)


def test_left_is_the_exact_mirror_image(tmp_path: Path) -> None:
    """Pixel for pixel, whatever the exercise holds."""
    for side in ("left", "right"):
        assert (
            draw("hamstring_supine_strap", "--side", side, "--size", "200x150", "--out", tmp_path / f"{side}.png") == 0
        )
    left, right = (opened(tmp_path / f"{side}.png") for side in ("left", "right"))
    assert left != right
    assert left == right.flipped(Qt.Orientation.Horizontal)


def test_a_moment_a_pose_and_a_side_are_different_pictures(tmp_path: Path) -> None:
    """The start is not the hold, nor half-way, nor seen from behind."""
    ways = [
        ("--pose", "start"),
        ("--pose", "hold"),
        ("--at", "2"),
        ("--azimuth", "180"),
        ("--body", "b"),
    ]
    seen = set()
    for number, way in enumerate(ways):
        path = tmp_path / f"{number}.png"
        assert draw("bridge", *way, "--size", "160x120", "--out", path) == 0
        seen.add(path.read_bytes())
    assert len(seen) == len(ways)


def test_vectors_have_no_pixels(tmp_path: Path) -> None:
    """An SVG of the real figure holds no image; a PDF neither."""
    assert draw("knee_to_chest_single", "--out", tmp_path / "k.svg", "--theme", "print") == 0
    names = {element.tag.rpartition("}")[2] for element in ET.parse(tmp_path / "k.svg").iter()}  # noqa: S314  our own
    assert "path" in names
    assert "image" not in names
    assert draw("knee_to_chest_single", "--out", tmp_path / "k.pdf") == 0
    document = (tmp_path / "k.pdf").read_bytes()
    assert b"/Subtype /Image" not in document
    assert b"/Lang (en)" in document


def test_every_movement_has_a_start_and_a_hold(tmp_path: Path) -> None:
    """A cycle that holds nothing too."""
    for pose in ("start", "hold", "3"):
        assert draw("walking", "--pose", pose, "--size", "160x120", "--out", tmp_path / f"{pose}.png") == 0
    assert len({path.read_bytes() for path in tmp_path.iterdir()}) == 3


def test_a_pack_can_be_drawn_anywhere(tmp_path: Path) -> None:
    """Positions with a pack are found by the key that the program uses itself."""
    assert draw("pack_prone/cold/calf/R", "--size", "160x120", "--out", tmp_path / "p.png") == 0


def test_all_round_there_are_eight(tmp_path: Path) -> None:
    """On one page, in two rows."""
    assert draw("chin_tuck", "--turn", "--out", tmp_path / "t.png") == 0
    image = opened(tmp_path / "t.png")
    assert image.width() > image.height() > 600


@pytest.mark.parametrize("arguments", list(WRONG))
def test_every_mistake_is_one_sentence(
    arguments: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It says what is wrong and how it is right; nothing is written."""
    assert draw(*arguments, "--out", tmp_path / "x.png") == 2
    said = capsys.readouterr().err.strip()
    assert WRONG[arguments] in said
    assert "\n" not in said
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_written_is_said_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No folder, a folder in its place, an ending that is no picture."""
    assert draw("bridge", "--out", tmp_path / "no" / "x.png") == 1
    assert "There is no folder" in capsys.readouterr().err
    (tmp_path / "x.png").mkdir()
    assert draw("bridge", "--out", tmp_path / "x.png") == 1
    assert "cannot be written" in capsys.readouterr().err
    assert draw("bridge", "--out", tmp_path / "x.gif") == 2
    assert ".png, .svg, .pdf" in capsys.readouterr().err
    assert draw("--sheet", "--out", tmp_path / "x.svg") == 2
    assert ".png, .pdf" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_locked_folder_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Before anything is drawn."""
    tmp_path.chmod(0o500)
    assert draw("bridge", "--out", tmp_path / "x.png") == 1
    assert "cannot be written" in capsys.readouterr().err
    tmp_path.chmod(0o700)
