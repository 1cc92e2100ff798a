"""What has to be told apart is told apart: in four themes, for every skin, hair and outfit, with and without colour."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import msgspec
import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from coach.drawing.figure.colours import apart, contrast, grey, luminance, mixed, rgb
from coach.drawing.figure.look import Look, Theme, look
from coach.drawing.figure.palettes import CLOTHES, HAIRS, SKINS, THINGS
from coach.figure.picture import TURNED
from coach.figure.pose.props import Block, Chair, Cushion, Desk, Doorway, Mat, Pack, Pillow, Prop, Stool, Strap, Wall
from coach.figure.scene.stage import Scene
from coach.figure.seen.marks import _WIDTHS as MARKS_DRAWN
from coach.figure.seen.plate import KINDS, Shape
from coach.figure.seen.ribbons import Polygons
from tests.drawing.figure.painted import painted, pixels
from tests.figure.shown import FIGURES, complete, picture, poser

THEMES: list[Theme] = ["light", "dark", "contrast", "print"]
BODY = ("skin", "hair", "shirt", "shorts")
#: By theme: the least contrast of the highlight's edge to what it lies on, of lines to what they are drawn on, and of the
#: body (or the line around it) to the paper. Black hair in the light and dark themes is as dark as its lines.
HIGHLIGHT = {"light": 1.8, "dark": 2.2, "contrast": 3.5, "print": 7.0}
LINES = {"light": 1.3, "dark": 1.5, "contrast": 4.5, "print": 1.8}
PAPER = {"light": 4.5, "dark": 1.6, "contrast": 7.0, "print": 7.0}
#: The least difference that colour makes, as a distance in CIELAB: 2 can just be seen side by side.
COLOUR = 20.0


def looks(theme: Theme) -> Iterator[Look]:
    """Every look there is in a theme."""
    return (look(theme, *chosen) for chosen in product(SKINS, HAIRS, CLOTHES))


def colour(used: Look, kind: str, material: str = "", level: int = 0, *, on: str = "") -> str:
    """The colour of a shape, laid over another one where it is not quite opaque."""
    found, alpha = used.colour(Shape(kind, material, Polygons.none(), level))
    return mixed(on, found, alpha) if on else found


def lab(one: str) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """A colour in CIELAB, for daylight (D65)."""
    parts = np.array([part / 255 for part in rgb(one)])
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    rows = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
    xyz = rows @ linear / np.array([0.9505, 1.0, 1.089])
    x, y, z = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@pytest.mark.parametrize("theme", THEMES)
def test_the_highlight_needs_no_colour(theme: Theme) -> None:
    """On every tone of every skin and garment it has an edge, by its fill or by its line, that a grey picture shows."""
    for used in looks(theme):
        for tone in (tone for material in BODY if material != "hair" for tone in used.of(material)):
            fill = colour(used, "glow", on=tone)
            line = colour(used, "glow-line", on=mixed(tone, fill, 0.5))
            best = max(contrast(fill, tone), contrast(line, tone), contrast(line, fill))
            assert best >= HIGHLIGHT[theme], (theme, tone, best)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_highlight_has_a_colour_of_its_own(theme: Theme) -> None:
    """No skin, shirt or shorts looks like it."""
    for used in looks(theme):
        for tone in (tone for material in BODY if material != "hair" for tone in used.of(material)):
            for level in range(3):
                fill = colour(used, "glow", level=level, on=tone)
                assert np.linalg.norm(lab(fill) - lab(tone)) >= COLOUR, (theme, tone, level)


@pytest.mark.parametrize("theme", ["contrast", "print"])
def test_hatching_stands_out_from_the_highlight(theme: Theme) -> None:
    """Where colour cannot be counted on there are lines across it; nowhere else."""
    for used in looks(theme):
        fill = colour(used, "glow", level=2, on=used.of("shorts").base)
        assert contrast(colour(used, "hatch", on=fill), fill) >= 3
    assert look("light").colour(Shape("hatch", "", Polygons.none()))[1] == 0


@pytest.mark.parametrize("theme", THEMES)
def test_an_arrow_stands_out_wherever_it_lies(theme: Theme) -> None:
    """3 to 1 to the paper and to the rim that parts it from everything else (WCAG 1.4.11)."""
    used = look(theme)
    assert contrast(colour(used, "arrow"), used.ground.paper) >= 3
    assert contrast(colour(used, "arrow"), colour(used, "arrow-rim", on=used.ground.paper)) >= 3
    assert used.colour(Shape("arrow-rim", "", Polygons.none()))[1] >= 0.8


@pytest.mark.parametrize("theme", THEMES)
def test_lines_can_be_seen_on_what_they_are_drawn_on(theme: Theme) -> None:
    """Of the body and of all things; in the theme of high contrast as clearly as words."""
    for used in looks(theme):
        for material in (*BODY, *THINGS):
            if material.startswith("screen") and theme != "contrast":
                continue  # a dark frame needs no line
            found = contrast(colour(used, "ink", material), used.of(material).base)
            assert found >= LINES[theme], (theme, material, used.of(material).base, found)


@pytest.mark.parametrize("theme", THEMES)
def test_the_body_stands_out_from_the_paper(theme: Theme) -> None:
    """By its own lightness, or by the line around it."""
    for used in looks(theme):
        for material in BODY:
            line = contrast(colour(used, "ink", material), used.ground.paper)
            assert max(line, contrast(used.of(material).base, used.ground.paper)) >= PAPER[theme], (theme, material)


@pytest.mark.parametrize("theme", THEMES)
def test_marks_can_be_seen(theme: Theme) -> None:
    """Waves and flakes on packs, and the closed eye in a face."""
    for used in looks(theme):
        for pack in ("heat", "cold"):
            base = used.of(pack).base
            assert contrast(colour(used, "mark", pack, on=base), base) >= 1.7
        skin = used.of("skin").base
        assert contrast(colour(used, "mark", "eye", on=skin), skin) >= 1.6


@pytest.mark.parametrize("theme", THEMES)
def test_heat_and_cold_are_not_one_grey(theme: Theme) -> None:
    """A grey picture tells them apart, beside their signs."""
    used = look(theme)
    assert contrast(used.of("heat").base, used.of("cold").base) >= 1.15


def test_print_has_greys_only() -> None:
    """Every colour of every shape is a grey, whatever was chosen."""
    for used in looks("print"):
        surfaces = [*used.tones, "shirt.inside", "shorts.inside"]
        for kind, material, level in product(KINDS, [*surfaces, *MARKS_DRAWN], range(3)):
            if kind != "mark" and material not in surfaces:
                continue
            found = colour(used, kind, material, level)
            assert len(set(rgb(found))) == 1, (kind, material, found)


@pytest.mark.parametrize("name", FIGURES[::5])
def test_a_printed_picture_is_grey(qapp: QApplication, name: str) -> None:
    """Not one pixel has a colour."""
    image = pixels(painted(picture(name).plate(picture(name).hold, detail=TURNED), (200, 150), look("print", "deep")))
    assert (image == image[..., :1]).all()


THING: list[Prop] = [
    *(Block(size=(0.3, 0.2, 0.1), look=kind) for kind in ("wood", "towel", "pillow", "book")),
    *(Pack(mode=mode, area="calf") for mode in ("heat", "cold")),
    *(Mat(), Chair(by_the_wall=True), Stool(), Wall(), Doorway(), Desk(), Strap(), Pillow(), Cushion()),
]


def test_every_material_has_a_colour_of_its_own() -> None:
    """Of every figure and of every thing that a file can name; nothing falls back on a grey."""
    mesh = poser().flesh.mesh
    scenes = [picture(name).scene for name in FIGURES]
    figure = complete("rest_standing").figure
    scenes += [Scene.build(mesh, msgspec.structs.replace(figure, props=(Chair(), thing))) for thing in THING]
    for theme in THEMES:
        tones = look(theme).tones
        for scene in scenes:
            materials = {paint.material.removesuffix(".inside") for paint in scene.subject.paints}
            assert materials <= set(tones), (theme, materials - set(tones))


def test_every_mark_is_known() -> None:
    """A mark that nobody has thought of would be drawn as some line."""
    kinds = {mark.kind for name in FIGURES for mark in picture(name).scene.subject.marks}
    assert kinds
    assert kinds <= set(MARKS_DRAWN)


def test_colours_are_measured_right() -> None:
    """White on black is 21 to 1; a colour moves as far as it has to, and no further than allowed."""
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert luminance("#808080") == pytest.approx(0.2159, abs=1e-3)
    assert apart("#777777", "#000000", "#ffffff", 2.0) == "#777777"
    assert contrast(apart("#111111", "#000000", "#ffffff", 3.0), "#000000") >= 3
    assert apart("#000000", "#000000", "#050505", 9.0) == mixed("#000000", "#050505", 0.8)
    assert grey("#ff0000") == "#363636"
