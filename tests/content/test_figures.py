"""Figures in the content files: read, checked with their lines, described."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import msgspec
import pytest

from coach.content.check import check_files
from coach.content.library import Library
from coach.content.reference import filled
from coach.figure.pose.model import Figure
from coach.resources import assets

PAGE = Path(__file__).parents[2] / "docs" / "figure-format.md"
EXERCISE = (assets() / "exercises" / "knee_to_chest_single.toml").read_text(encoding="utf-8")


def test_figures_are_in_the_library(library: Library) -> None:
    """Exercises have their figures, positions and shared starts have names."""
    assert library.exercises["knee_to_chest_single"].figure is not None
    assert {"desk", "pack_prone", "pack_side"} <= set(library.figures)
    assert {"standing", "sitting", "supine", "prone", "all-fours"} <= set(library.bases)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (
            'base = "supine-knees-bent"',
            'base = "supine-knee-bent"',
            'There is no base "supine-knee-bent". Did you mean',
        ),
        ('on = "shin.R"', 'on = "shinn.R"', 'There is nothing called "shinn.R" here. Did you mean "shin.R"?'),
        (
            "angles.hip.R = {",
            "angles.hip.R = { flexon = 3,",
            "A hip or shoulder has no field `flexon`. Did you mean `flexion`?",
        ),
        ("flexion = 122", "flexion = nan", "`hip.R.flexion` must be a number, not nan"),
        ("flexion = 122", "flexion = 1e9", "`hip.R.flexion` is 1000000000, but must be from -200 to 200"),
        ("angles.lumbar.flexion", "angles.wing.flexion", "A table of angles has no field `wing`."),
        ('of = "shank.R"', 'of = "tail"', 'There is nothing called "tail" here.'),
        ('stage = "way"', 'stage = "jump"', '`stage` is "jump", but must be one of'),
        ('props = [{ kind = "mat"', 'props = [{ kind = "boat"', '"boat" is not a kind of thing.'),
        ('props = [{ kind = "mat"', 'props = [3, { kind = "mat"', "must be a thing, not 3."),
        ("palm = [0.2, 1, 0]", "palm = [0.2, 1]", "`palm` must be a list of 3 numbers, but has 2."),
        ("at = [0.06, -0.25, 0.40]", "at = [0.06]", "`at` has 1 entries, and needs at least 2."),
    ],
)
def test_a_bad_figure_is_said_with_its_line(old: str, new: str, words: str, tmp_path: Path, library: Library) -> None:
    """The sentence stands at the line that was changed."""
    assert old in EXERCISE
    text = EXERCISE.replace(old, new, 1).replace('id = "knee_to_chest_single"', 'id = "mine"')
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    (problem,) = check_files([path], library)
    assert words in problem.sentence
    assert new.splitlines()[0].split(" = ")[0].strip("{ ") in text.splitlines()[problem.line - 1]


def test_the_page_is_up_to_date() -> None:
    """Run python -m coach.content.reference docs/figure-format.md when this fails."""
    page = PAGE.read_text(encoding="utf-8")
    assert filled(page) == page


def test_the_figure_to_copy_is_right() -> None:
    """The example of the page fits the model."""
    found = re.search(r"```toml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    told = msgspec.convert(tomllib.loads(found[1])["figure"], Figure)
    assert [key.stage for key in told.keys] == ["start", "way", "hold"]


def test_a_file_of_a_position_is_checked_too(tmp_path: Path, library: Library) -> None:
    """`limber check` knows files of assets/figures; shipped ones are right, a changed one gets its sentence."""
    assert check_files(sorted((assets() / "figures").glob("*.toml")), library) == []
    path = tmp_path / "desk.toml"
    text = (assets() / "figures" / "desk.toml").read_text(encoding="utf-8").replace('id = "desk"', 'id = "mine"')
    path.write_text(text.replace('base = "sitting"', 'base = "siting"'), encoding="utf-8")
    (problem,) = check_files([path], library)
    assert 'There is no base "siting". Did you mean "sitting"?' in problem.sentence
