"""Where the shipped files are."""

from __future__ import annotations

from pathlib import Path


def assets() -> Path:
    """The folder with exercises, routines, icons, fonts, sounds and catalogues.

    A wheel and a frozen bundle hold it inside the package; a checkout and an editable install hold it beside the
    package. There is no third place. Only the composition root and the tests ask; everyone else is handed a path.
    """
    package = Path(__file__).resolve().parent
    inside = package / "assets"
    return inside if inside.is_dir() else package.parent / "assets"
