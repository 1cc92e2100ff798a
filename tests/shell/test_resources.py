"""Shipped files are found, and are what they should be."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetrics
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from coach import resources

ICONS = sorted((resources.assets() / "icons").glob("*.svg"))


def test_a_checkout_has_them_beside_the_package() -> None:
    """From a checkout the folder is the repository's."""
    assert resources.assets() == Path(resources.__file__).parent.parent / "assets"


def test_a_wheel_has_them_inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Installed, the folder inside the package is taken, whatever lies beside it."""
    (tmp_path / "site-packages" / "coach" / "assets").mkdir(parents=True)
    (tmp_path / "site-packages" / "assets").mkdir()
    copy = shutil.copy(resources.__file__, tmp_path / "site-packages" / "coach")
    monkeypatch.setattr(resources, "__file__", str(copy))
    assert resources.assets() == tmp_path / "site-packages" / "coach" / "assets"


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("icon", ICONS, ids=lambda path: path.stem)
def test_icons_are_drawings_in_one_colour(icon: Path) -> None:
    """Each icon is valid SVG on the same grid and takes its colour from the palette."""
    text = icon.read_bytes()
    assert b'stroke="currentColor"' in text
    assert b'viewBox="0 0 24 24"' in text
    assert QSvgRenderer(QByteArray(text)).isValid()


@pytest.mark.parametrize(
    ("weight", "style"),
    [
        (QFont.Weight.Normal, "Regular"),
        (QFont.Weight.Medium, "Medium"),
        (QFont.Weight.DemiBold, "SemiBold"),
        (QFont.Weight.Bold, "Bold"),
    ],
)
def test_the_font_has_its_four_weights(qapp: QApplication, weight: QFont.Weight, style: str) -> None:
    """Inter is one family with four real weights, none of them made bold by smearing."""
    assert "Inter" in QFontDatabase.families(), qapp.applicationName()
    font = QFont("Inter", 12)
    font.setWeight(weight)
    assert QFontInfo(font).styleName() == style


def test_figures_can_stand_in_columns(qapp: QApplication) -> None:
    """With tabular figures every second of a clock is equally wide."""
    font = QFont("Inter", 24)
    font.setFeature(QFont.Tag("tnum"), 1)
    widths = {QFontMetrics(font).horizontalAdvance(str(digit)) for digit in range(10)}
    assert len(widths) == 1, qapp.applicationName()


@pytest.mark.parametrize("licence", ["fonts/OFL.txt", "icons/LICENSE"])
def test_licences_lie_beside(licence: str) -> None:
    """What others made comes with their terms."""
    assert "Copyright" in (resources.assets() / licence).read_text(encoding="utf-8")
