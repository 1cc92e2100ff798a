"""Broken `[figure]` tables: each gets a sentence with its line, made for people; none gets any further."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from coach.content.check import check_files
from coach.content.library import Library
from coach.resources import assets

STAND = '[figure]\nbase = "standing"\n'
KEY = '[[figure.keys]]\nname = "Hold it"\nstage = "hold"\n'
POSE = STAND + KEY + "[figure.keys.pose]\n"


class Broken(NamedTuple):
    """A table, the line in it that is to be mended (from 1), and a piece of what is said."""

    text: str
    line: int
    piece: str


def posed(line: str, piece: str) -> Broken:
    """A pose of which one line is wrong."""
    return Broken(POSE + line + "\n", 7, piece)


def headed(line: str, piece: str) -> Broken:
    """A figure of which one line beside its base is wrong."""
    return Broken(STAND + line + "\n" + KEY, 3, piece)


def keyed(line: str, piece: str) -> Broken:
    """A key of which one line is wrong."""
    return Broken(STAND + KEY + line + "\n", 6, piece)


BROKEN = {
    "joint-unknown": posed("angles.elbo.flexion = 20", "has no field `elbo`. Did you mean `elbow`?"),
    "angle-unknown": posed("angles.knee.abduction = 20", "Its fields are: flexion, L, R."),
    "side-unknown": posed("angles.knee.X.flexion = 20", "has no field `X`"),
    "angle-nan": posed("angles.knee.flexion = nan", "`knee.flexion` must be a number, not nan"),
    "angle-endless": posed("angles.hip.R = { flexion = inf }", "`hip.R.flexion` must be a number, not an endless number"),
    "angle-endless-below": posed("angles.knee.L.flexion = -inf", "`knee.L.flexion` must be a number"),
    "angle-past-floats": posed("angles.knee.flexion = 1e400", "must be a number, not an endless number"),
    "angle-huge": posed("angles.knee.flexion = 1e9", "`knee.flexion` is 1000000000, but must be from -200 to 200"),
    "angle-text": posed('angles.knee.flexion = "ten"', 'not the text "ten"'),
    "angle-true": posed("angles.knee.flexion = true", "must be a number, not true"),
    "angle-list": posed("angles.knee.flexion = [90]", "`knee.flexion` must be a number"),
    "knee-backwards": posed("angles.knee.R.flexion = -60", "The right knee has -60 degrees of flexion, but goes from -5 to 152"),
    "neck-like-an-owl": posed("angles.neck.rotation = 170", "The neck has 170 degrees of rotation"),
    "lie-unknown": posed('lie = "upside-down"', '`lie` is "upside-down", but must be one of'),
    "rests-on-the-nose": posed('rests = ["nose"]', '`rests`, entry 1, is "nose"'),
    "rests-on-no-bed": posed('on = "bed"', 'There is nothing called "bed" here'),
    "level-of-no-bone": posed('level = { bone = "torso", height = 1 }', 'nothing called "torso"'),
    "level-endless": posed('level = { bone = "head", height = inf }', "`height` must be a number"),
    "place-of-one": posed('hands.R = { on = "floor", at = [1] }', "needs at least 2"),
    "place-of-four": posed('hands.R = { on = "floor", at = [1, 2, 3, 4] }', "may have 3. Take some away"),
    "place-on-the-moon": posed('hands.R = { on = "floor", at = [384e6, 0] }', "must be from -5 to 5"),
    "palm-nowhere": posed('hands.R = { on = "free", at = [0, 0, 1], palm = [0, 0, 0] }', "is no direction"),
    "elbow-nowhere": posed('hands.R = { on = "shin.R", elbow = [0, 0, 0] }', "is no direction"),
    "grip-unknown": posed('hands.R = { on = "floor", grip = "claw" }', '`grip` is "claw"'),
    "hand-on-itself": posed('hands.R.on = "hand.R"', "A hand cannot lie on its own arm"),
    "foot-on-itself": posed('feet.both.on = "shin.R"', "A foot cannot lie on its own leg"),
    "hand-on-no-wall": posed('hands.R.on = "wall"', 'There is nothing called "wall" here'),
    "pose-text": Broken(STAND + KEY + 'pose = "like that"\n', 6, "`pose` must be fields of its own"),
    "pose-in-pose": headed("pose = " + "{ pose = " * 40 + "1" + " }" * 40, "nested more than 16 levels"),
    "base-missing": Broken("[figure]\n" + KEY, 1, "A figure has no `base`"),
    "base-unknown": Broken('[figure]\nbase = "standin"\n' + KEY, 2, 'Did you mean "standing"?'),
    "base-number": Broken("[figure]\nbase = 3\n" + KEY, 2, "`base` must be text"),
    "keys-missing": Broken(STAND, 1, "A figure has no `keys`"),
    "keys-empty": Broken(STAND + "keys = []\n", 3, "`keys` is empty"),
    "keys-13": Broken(STAND + KEY * 13, 3, "`keys` has 13 entries, and may have 12. Take some away"),
    "key-nameless": Broken(STAND + '[[figure.keys]]\nstage = "hold"\n', 3, "A key has no `name`"),
    "key-name-empty": Broken(STAND + '[[figure.keys]]\nname = ""\nstage = "hold"\n', 4, "`name` is empty"),
    "key-name-long": Broken(STAND + f'[[figure.keys]]\nname = "{"a" * 61}"\nstage = "hold"\n', 4, "has 61 characters"),
    "key-name-control": Broken(STAND + '[[figure.keys]]\nname = "\\u0007"\nstage = "hold"\n', 4, "invisible control"),
    "stage-unknown": Broken(STAND + '[[figure.keys]]\nname = "A"\nstage = "hang"\n', 5, '`stage` is "hang"'),
    "move-backwards": keyed("move_s = -1", "`move_s` is -1"),
    "move-nan": keyed("move_s = nan", "`move_s` must be a number of seconds"),
    "hold-for-ever": keyed("hold_s = 1e6", "`hold_s` is 1000000"),
    "builds-on-unknown": keyed('builds_on = "after"', '`builds_on` is "after"'),
    "arrow-of-nothing": keyed('arrows = [{ of = "wing" }]', 'nothing called "wing"'),
    "arrows-seven": keyed("arrows = [" + '{ of = "head" },' * 7 + "]", "`arrows` has 7 entries"),
    "arrow-of-no-length": keyed('arrows = [{ of = "head", reach = 0 }]', "`reach` is 0"),
    "loop-unknown": headed('loop = "round"', '`loop` is "round"'),
    "cycle-of-one": headed('loop = "cycle"', "A cycle goes through two keys"),
    "prop-unknown": headed('props = [{ kind = "sofa" }]', '"sofa" is not a kind of thing'),
    "prop-kindless": headed("props = [{ at = [0, 0] }]", "does not say what it is"),
    "prop-twice": headed('props = [{ kind = "pillow" }, { kind = "pillow" }]', "two things of this kind"),
    "props-13": headed("props = [" + '{ kind = "mat" },' * 13 + "]", "`props` has 13"),
    "prop-flat": headed('props = [{ kind = "block", size = [0.3, 0.2, 0] }]', "`size`, entry 3, is 0"),
    "prop-inside-out": headed('props = [{ kind = "mat", thick = -1 }]', "`thick` is -1"),
    "prop-far": headed('props = [{ kind = "chair", at = [99, 0] }]', "`at`, entry 1, is 99"),
    "prop-name": headed('props = [{ kind = "pillow", name = "Ünder / head" }]', "does not have the right form"),
    "strap-both-feet": headed('props = [{ kind = "strap", foot = "both" }]', '`foot` is "both"'),
    "pack-on-the-nose": headed('props = [{ kind = "pack", mode = "heat", area = "nose" }]', '`area` is "nose"'),
    "cushion-alone": headed('props = [{ kind = "cushion" }]', "A cushion needs a chair"),
    "region-unknown": headed('highlight = { regions = ["elbow"] }', '`regions`, entry 1, is "elbow"'),
    "region-none": headed("highlight = { regions = [] }", "`regions` is empty"),
    "highlight-above": headed('highlight = { regions = ["calf"], side = "up" }', '`side` is "up"'),
    "camera-twice-round": headed("camera = { azimuth = 900 }", "`azimuth` is 900"),
    "camera-text": headed('camera = "left"', "`camera` must be fields of its own"),
    "field-misspelt": headed('hilight = { regions = ["calf"] }', "Did you mean `highlight`?"),
    "figure-list": Broken('[[figure]]\nbase = "standing"\n', 1, "`figure` must be fields of its own"),
}  # fmt: skip


@pytest.fixture(scope="module")
def head() -> str:
    """An exercise without its figure, under another id."""
    text = (assets() / "exercises" / "knee_to_chest_single.toml").read_text(encoding="utf-8")
    return text.split("[figure]")[0].replace('id = "knee_to_chest_single"', 'id = "my-hug"')


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_figure_is_told_what_to_mend(name: str, head: str, tmp_path: Path, library: Library) -> None:
    """One problem: in this file, in this line, in words that people use."""
    path = tmp_path / f"{name}.toml"
    path.write_text(head + BROKEN[name].text, encoding="utf-8")
    (problem,) = check_files([path], library)
    assert problem.line == head.count("\n") + BROKEN[name].line
    assert BROKEN[name].piece in problem.sentence
    assert problem.sentence[-1] in ".?"
    assert str(problem).startswith(f"{path}:{problem.line}: ")
    for word in ("Error", "Traceback", "msgspec", "NoneType", "expected `", "two routines"):
        assert word not in problem.sentence


def test_the_head_alone_is_good(head: str, tmp_path: Path, library: Library) -> None:
    """What is broken above is the figure and nothing else."""
    path = tmp_path / "good.toml"
    path.write_text(head + POSE + "angles.knee.flexion = 20\n", encoding="utf-8")
    assert check_files([path], library) == []
