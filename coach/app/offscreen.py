"""Pages without a screen: painting text needs an application and the bundled letters, nothing to look at."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from coach.errors import DataError
from coach.files import write_atomic
from coach.i18n import _, install, preferred_languages
from coach.resources import assets

if TYPE_CHECKING:
    from coach.drawing.figure.paper import Page

#: The application that was made here; it has to outlive every font.
_KEPT: Final[list[object]] = []


def start_qt() -> None:
    """Make Qt ready to paint."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QFontDatabase, QGuiApplication

    if QGuiApplication.instance() is None:
        _KEPT.append(QGuiApplication(["limber"]))
    for face in sorted((assets() / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(face))


def write_pages(path: Path, kind: str, pages: Sequence[Page], title: str) -> None:
    """Write pages as "pdf", or the first of them as "png" or "svg"; raises `DataError` when that cannot be."""
    from coach.drawing.figure import paper
    from coach.drawing.figure.paper import About

    about = About(title, install(preferred_languages(), assets() / "locale").replace("_", "-"))
    single = {"png": paper.png, "svg": paper.svg}
    write_file(path, paper.pdf(pages, about) if kind == "pdf" else single[kind](pages[0], about))


def write_file(path: Path, content: bytes) -> None:
    """Write a whole file, or nothing and a sentence."""
    try:
        write_atomic(path, content)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise DataError(_("{path} could not be written: {reason}.").format(path=path, reason=reason)) from error
