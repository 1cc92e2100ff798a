"""The figures of the open window: one workshop, one studio, and the person's colours."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject

from coach.app.folders import cache_folder
from coach.clock import Clock
from coach.content.library import Library
from coach.content.pictures import figure_of
from coach.drivers.workshop import Workshop
from coach.resources import assets
from coach.settings.model import Settings
from coach.ui import figures as ui_figures
from coach.ui import thumbnails
from coach.ui.figures import Figures, Studio
from coach.ui.thumbnails import Thumbnails


def install(app: QCoreApplication, settings: Settings, clock: Clock, parent: QObject) -> Figures:
    """Make the figures and let every widget find them; nothing heavy is loaded before one is seen."""
    folder = assets() / "figure"
    made = Figures(partial(_studio, folder), Workshop(clock, parent), clock, mark=_mark(folder), parent=parent)
    made.show_settings(settings)
    ui_figures.install(app, made)
    thumbnails.install(app, Thumbnails(made, cache_folder()))
    return made


def remove(app: QCoreApplication, figures: Figures) -> None:
    """End the workshop; whoever looks for figures finds none any more."""
    thumbnails.install(app, None)
    ui_figures.install(app, None)
    figures.workshop.close()


def show_library(figures: Figures, library: Library) -> None:
    """Know the figures of this library."""
    figures.show_content(partial(figure_of, library))


def _studio(folder: Path) -> Studio:
    from coach.figure import studio

    return studio.Studio(folder)


def _mark(folder: Path) -> str:
    """Name the bodies, poses and bases by size and age: enough to notice that they were made anew."""
    files = sorted(path for path in folder.iterdir() if path.is_file())
    return " ".join(f"{path.name}:{path.stat().st_size}:{path.stat().st_mtime_ns}" for path in files)
