"""Figures that nobody should write: each is drawn, or refused with a sentence; nothing crashes, nothing takes for ever."""

from __future__ import annotations

import math
import os
from random import Random

import msgspec
import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from coach.drawing.figure.look import look
from coach.errors import DataError
from coach.figure.picture import Detail, Picture, View
from coach.figure.pose.model import Figure
from tests.drawing.figure.painted import painted, pixels
from tests.figure.shown import FIGURES, figures, poser

COARSE = Detail(90, quick=True)
#: Poses that bodies cannot take, and what is said about the first thing that is wrong.
IMPOSSIBLE = {
    "out of reach": ({"hands": {"R": {"on": "floor", "at": [4, 4]}}}, "hand"),
    "knee backwards": ({"angles": {"knee": {"flexion": -60}}, "feet": {"both": {"on": "free"}}}, "knee"),
    "a head turned round": ({"angles": {"neck": {"rotation": 170}}}, "neck"),
    "hands on each other's wrists": (
        {"hands": {"R": {"on": "forearm.L"}, "L": {"on": "forearm.R"}}, "angles": {"shoulder": {"flexion": 90}}},
        "",
    ),
    "feet on each other": ({"feet": {"R": {"on": "foot.L"}, "L": {"on": "foot.R"}}}, "foot"),
    "a foot on the head": ({"feet": {"R": {"on": "head"}}}, "foot"),
    "a hand far in the air": ({"hands": {"L": {"on": "free", "at": [-5, 5, 5]}}}, "hand"),
    "all angles at once": (
        {"angles": {joint: {"flexion": 200} for joint in ("hip", "knee", "shoulder", "elbow", "lumbar", "neck")}},
        "",
    ),
    "hanging in the air": ({"rests": [], "height": 5, "pitch": 360, "roll": -360}, ""),
    "deep in the floor": ({"rests": [], "height": -5}, ""),
    "on the nose": ({"rests": ["head"], "lie": "prone", "pitch": 90}, ""),
    "on everything": ({"rests": ["pelvis", "back", "knees", "hands", "feet", "head"], "lie": "all-fours"}, ""),
    "sunk": ({"rests": ["feet"], "sink": 5}, ""),
    "levelled above its reach": ({"lie": "prone", "rests": ["front"], "level": {"bone": "head", "height": 5}}, ""),
}
THINGS = [
    *({"kind": kind, "at": [5, -5], "turn": 360} for kind in ("mat", "chair", "stool", "wall", "doorway", "desk")),
    {"kind": "block", "size": [0.001, 0.001, 0.001], "look": "book"},
    {"kind": "block", "size": [5, 5, 5], "look": "towel", "name": "hill"},
    {"kind": "pillow", "size": [0.001, 5], "thick": 0.001},
    {"kind": "pack", "mode": "cold", "area": "foot", "side": "middle"},
    {"kind": "strap", "foot": "L", "hands": "L"},
    {"kind": "cushion", "size": [5, 0.001, 5]},
]


def made(pose: object, **more: object) -> Figure:
    """A figure of someone who stands, and then does this."""
    keys = [{"name": "Stand", "stage": "start"}, {"name": "Do it", "stage": "hold", "pose": pose}]
    return msgspec.convert({"base": "standing", "keys": keys, **more}, Figure)


def drawn(figure: Figure, body: str = "a", view: View | None = None) -> Picture:
    """A figure that has been painted on its way, and in its last key."""
    complete = poser(body).complete(figure)
    shown = Picture(complete.figure, poser(body).flesh.mesh, poser(body).motion_of(complete), poser(body).flesh)
    for u in (0.55 * shown.length, shown.length):
        plate = shown.plate(u, view, detail=COARSE)
        assert all(np.isfinite(shape.polygons.points).all() for shape in plate.shapes)
        assert np.isfinite(plate.view).all()
        pixels(painted(plate, (60, 45), look("light")))
    return shown


@pytest.mark.parametrize("name", IMPOSSIBLE)
def test_what_no_body_can_do_is_said_and_drawn_nevertheless(qapp: QApplication, name: str) -> None:
    """Somebody who edits a file sees how far it goes, and reads why it goes no further."""
    pose, place = IMPOSSIBLE[name]
    shown = drawn(made(pose))
    troubles = [each for key in shown.motion.keys for each in key.trouble]
    assert all(math.isfinite(each.amount) and each.sentence.endswith(".") for each in troubles)
    if place:
        assert any(place in each.sentence for each in troubles)


@pytest.mark.parametrize("thing", THINGS, ids=lambda thing: str(thing["kind"]))
def test_things_of_any_size_anywhere(qapp: QApplication, thing: dict[str, object]) -> None:
    """A grain, a hill, a chair in the next room."""
    drawn(made({}, props=[thing]), view=View(30, 20))


def test_as_much_as_the_format_allows(qapp: QApplication) -> None:
    """Twelve keys, twelve things, arrows on both sides, many regions lit."""
    arrows = [{"of": bone, "both": True, "reach": 5} for bone in ("hand.R", "foot.R", "pelvis")]
    keys: list[dict[str, object]] = [{"name": "x" * 60, "stage": "cycle", "move_s": 0, "hold_s": 0} for _ in range(12)]
    keys[3]["arrows"] = arrows
    props = [{"kind": "pillow", "name": f"p{number}", "at": [0, number / 4]} for number in range(12)]
    regions = ["glute", "hamstring", "calf", "chest", "abdomen", "sciatic", "neck-back", "low-back"]
    told = {"base": "standing", "loop": "cycle", "keys": keys, "props": props, "highlight": {"regions": regions}}
    assert drawn(msgspec.convert(told, Figure)).length == 12


@pytest.mark.parametrize(
    "view", [View(0, 90), View(720, -90), View(0, 0, zoom=1e-3), View(0, 0, zoom=1e3, x=99, y=-99)]
)
def test_from_impossible_places(qapp: QApplication, view: View) -> None:
    """From below, from right above, from far away and from inside."""
    drawn(figures()["desk"], view=view)


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf])
@pytest.mark.parametrize("place", ["at", "pitch", "sink"])
def test_numbers_that_are_none_are_refused(number: float, place: str) -> None:
    """Handed over by a program, for no file can hold them; the field is named."""
    figure = made({})
    assert figure.keys[1].pose is not None
    value = (number, 0.0) if place == "at" else number
    pose = msgspec.structs.replace(figure.keys[1].pose, **{place: value})
    bad = msgspec.structs.replace(figure, keys=(msgspec.structs.replace(figure.keys[1], pose=pose),))
    with pytest.raises(DataError, match=place):
        drawn(bad)


def shaken(value: object, rng: Random) -> object:
    """A copy of what a file tells with some of its numbers set to anything, and some of its words and lists swapped."""
    if rng.random() < 0.001:
        return rng.choice([value, None, 0, "x", [], {}])
    if isinstance(value, int | float) and not isinstance(value, bool):
        return rng.choice(
            [value] * 60 + [-value, 0, 0.001, 1, 5, -5, value * 2, 200, rng.uniform(0, 2), rng.uniform(-5, 5)]
        )
    if isinstance(value, str):
        words = ["head", "foot.L", "hand.R", "floor", "seat", "supine", "prone", "free", "wall", "fist"]
        return value if rng.random() < 0.99 else rng.choice(words)
    if isinstance(value, dict):
        return {
            name: shaken(item, rng) if name not in {"kind", "move_s", "hold_s"} else item
            for name, item in value.items()
        }
    return [shaken(item, rng) for item in value] if isinstance(value, list | tuple) else value


@pytest.mark.parametrize("seed", range(int(os.environ.get("LIMBER_SHAKEN", "16"))))
def test_shaken_figures(qapp: QApplication, seed: int) -> None:
    """Shipped figures with their numbers and words mixed up are refused in words, or drawn."""
    rng = Random(seed)
    name = rng.choice(FIGURES)
    told = shaken(msgspec.to_builtins(figures()[name]), rng)
    said = refused(told, rng.choice("ab"), View(rng.uniform(-180, 180), rng.uniform(-10, 90)))
    assert not said or said.endswith((".", "?")) or "`" in said


def refused(told: object, body: str, view: View) -> str:
    """What is said about a figure; nothing when it has been drawn."""
    try:
        drawn(msgspec.convert(told, Figure), body, view)
    except (msgspec.ValidationError, DataError) as error:
        return str(error)
    return ""
