"""The pose that is held, of every figure, as it was when somebody looked at it: `LIMBER_UPDATE_GOLDEN=1` keeps new ones."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from coach.drawing.figure.look import Theme, look
from coach.figure.picture import Detail
from tests.drawing.figure.painted import painted
from tests.drawing.pictures import assert_like
from tests.figure.shown import FIGURES, picture

GOLDEN = Path(__file__).parent / "golden"
SIZE = (400, 300)
#: Finer than the picture, so that it does not hang on single pixels of the raster it is traced from.
FINE = Detail(420)


@pytest.mark.parametrize("name", FIGURES)
def test_every_hold_looks_as_it_did(qapp: QApplication, name: str) -> None:
    """In the light theme, seen as shipped."""
    shown = picture(name)
    assert_like(painted(shown.plate(shown.hold, detail=FINE), SIZE), GOLDEN / f"{name}.png")


@pytest.mark.parametrize("theme", ["dark", "contrast", "print"])
def test_every_theme_looks_as_it_did(qapp: QApplication, theme: Theme) -> None:
    """One figure in each of the others, on its left side."""
    shown = picture("knee_to_chest_single")
    image = painted(shown.plate(shown.hold, detail=FINE), SIZE, look(theme), mirrored=True)
    assert_like(image, GOLDEN / f"left-{theme}.png")


@pytest.mark.parametrize("name", ["walking", "knee_to_chest_single"])
def test_the_other_body_looks_as_it_did(qapp: QApplication, name: str) -> None:
    """Two figures on body b."""
    shown = picture(name, "b")
    assert_like(painted(shown.plate(shown.hold, detail=FINE), SIZE), GOLDEN / f"{name}-b.png")


def test_no_picture_is_left_over() -> None:
    """Every golden picture belongs to a figure there is."""
    known = {*FIGURES, "left-dark", "left-contrast", "left-print", "walking-b", "knee_to_chest_single-b"}
    assert {path.stem for path in GOLDEN.glob("*.png")} <= known
