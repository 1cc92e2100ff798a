"""`python -m coach.figure.pose`: what it prints, writes and says about bad files."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from coach.figure.pose import shipped
from coach.figure.pose.__main__ import main
from coach.figure.pose.files import figures, read
from coach.resources import assets
from tests.figure.pose.bodies import FOLDER

GOOD = """id = "good"
[figure]
base = "standing"
[[figure.keys]]
name = "Stand"
stage = "start"
[[figure.keys]]
name = "Bend the knees"
stage = "hold"
[figure.keys.pose]
angles.knee.flexion = 40
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A folder of content with one good figure and one body."""
    (tmp_path / "figure").mkdir()
    (tmp_path / "exercises").mkdir()
    for name in ("bases.toml", "body-a.npz"):
        shutil.copy(FOLDER / name, tmp_path / "figure")
    (tmp_path / "exercises" / "good.toml").write_text(GOOD, encoding="utf-8")
    return tmp_path


def test_it_writes_the_solutions(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """All figures are solved into one file."""
    assert main(["--assets", str(content)]) == 0
    assert len(shipped.load(content / "figure" / "poses.npz")) == 1
    assert "1 figures" in capsys.readouterr().out


def test_checking_writes_nothing_and_names_file_line_and_joint(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A knee bent too far is found at its line."""
    path = content / "exercises" / "good.toml"
    path.write_text(GOOD.replace("= 40", "= 170"), encoding="utf-8")
    assert main(["--check", "--assets", str(content)]) == 1
    assert not (content / "figure" / "poses.npz").exists()
    printed = capsys.readouterr().out
    assert f'{path}:11: "Bend the knees": The right knee has 1' in printed
    assert "degrees of flexion, but goes from -5 to 152" in printed


def test_explaining_tells_angles_contacts_and_motion(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Per key the angles read back, and for the whole way how deep it sinks and how fast it turns."""
    assert main(["--explain", "good", "--assets", str(content)]) == 0
    printed = capsys.readouterr().out
    assert '1  "Bend the knees" (hold)' in printed
    assert "knee.R       flexion 40" in printed
    assert "sinks at most" in printed
    assert "turns at most" in printed


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (("standing", "floating"), 'There is no base "floating"'),
        (("angles.knee", "angles.wing"), "the figure cannot be read"),
        (("name = ", "name : "), "the figure cannot be read"),
    ],
)
def test_a_bad_file_gets_a_sentence(
    change: tuple[str, str], words: str, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Never a traceback."""
    path = content / "exercises" / "good.toml"
    path.write_text(GOOD.replace(*change), encoding="utf-8")
    assert main(["--check", "--assets", str(content)]) == 1
    assert words in capsys.readouterr().err


def test_a_file_that_is_not_there_gets_a_sentence(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Explaining what does not exist says so."""
    assert main(["--explain", "nothing", "--assets", str(content)]) == 1
    assert "cannot be read" in capsys.readouterr().err


def test_a_file_without_a_figure_is_passed_over(content: Path) -> None:
    """Exercises need not have one."""
    path = content / "exercises" / "plain.toml"
    path.write_text('id = "plain"\n', encoding="utf-8")
    assert read(path) is None
    assert [file.id for file in figures(content)] == ["good"]


def test_lines_are_found_within_the_key() -> None:
    """A word is looked for in the key, then above it in the figure, never in the words of the exercise."""
    file = next(file for file in figures(assets()) if file.id == "knee_to_chest_single")
    lines = file.text.splitlines()
    assert lines[file.line_of(2, "knee") - 1].startswith("angles.knee")
    assert lines[file.line_of(0) - 1] == "[[figure.keys]]"
    assert lines[file.line_of(0, "no such word") - 1] == "[[figure.keys]]"
