"""Figures without bodies: a studio that draws three squares, so that a test of a page needs no mesh."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from PySide6.QtWidgets import QApplication

from coach.drivers.workshop import Workshop
from coach.errors import DataError
from coach.figure.camera import View as Window
from coach.figure.picture import TURNED, Detail, Picture, View
from coach.figure.pose.model import Figure, Key
from coach.figure.seen.plate import Plate
from coach.ui import figures, thumbnails
from coach.ui.figures import Figures
from coach.ui.thumbnails import Thumbnails
from tests.drawing.figure.plates import plate
from tests.fakes import FakeClock

HUG = Figure(
    base="supine",
    keys=(
        Key(name="Lie", stage="start", hold_s=1),
        Key(name="Lift", stage="way", move_s=1, hold_s=0),
        Key(name="Hug", stage="hold", move_s=1, hold_s=4),
    ),
)
LIES = Figure(base="supine", loop="still", keys=(Key(name="Lie", stage="hold"),))
BROKEN = Figure(base="broken", keys=(Key(name="Lie", stage="hold"),))
ALL = {"hug": HUG, "lies": LIES, "broken": BROKEN}


class SquarePicture:
    """Remembers what it was asked to draw."""

    def __init__(self, figure: Figure) -> None:
        self.figure = figure
        self.asked: list[tuple[float, View | None, float, bool]] = []

    def home(self) -> View:
        """A side view."""
        return View(-60.0, 12.0)

    def window(self) -> Window:
        """One metre by one."""
        return Window(0.0, 0.0, 1.0, 1.0)

    def plate(self, u: float, view: View | None = None, *, breath: float = 0.0, detail: Detail | None = None) -> Plate:
        """Three squares; seen from elsewhere the window is larger."""
        self.asked.append((u, view, breath, detail == TURNED))
        made = plate(u, breath)
        return made if view is None else made._replace(view=Window(-0.2, -0.2, 1.4, 1.4))


class SquareStudio:
    """Counts what it is asked for; the base "broken" cannot be drawn."""

    def __init__(self) -> None:
        self.made: list[tuple[Figure, str]] = []
        self.pictures: list[SquarePicture] = []

    def picture(self, figure: Figure, body: str) -> Picture:
        """A picture of squares."""
        if figure.base == "broken":
            raise DataError("The body is not there.")
        self.made.append((figure, body))
        self.pictures.append(SquarePicture(figure))
        return cast("Picture", self.pictures[-1])


class Gallery:
    """The figures of a test, on a clock that stands still until it is moved."""

    def __init__(self, found: Mapping[str, Figure], folder: Path | None = None) -> None:
        self.studio, self.clock = SquareStudio(), FakeClock()
        self.workshop = Workshop(self.clock)
        self.figures = Figures(lambda: self.studio, self.workshop, self.clock, mark="test")
        self.figures.show_content(found.get)
        self.thumbnails = Thumbnails(self.figures, folder)

    def settle(self) -> None:
        """Wait until everything wished for is there."""
        QApplication.processEvents()
        self.workshop.settle()


@contextmanager
def gallery(app: QApplication, found: Mapping[str, Figure] = ALL, folder: Path | None = None) -> Iterator[Gallery]:
    """Let every widget find these figures."""
    made = Gallery(found, folder)
    figures.install(app, made.figures)
    thumbnails.install(app, made.thumbnails)
    yield made
    figures.install(app, None)
    thumbnails.install(app, None)
    made.workshop.close()
    made.figures.deleteLater()
    made.workshop.deleteLater()
