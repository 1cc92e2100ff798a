"""How Progress looks: contrast of every hue used, text twice as large, and the page as it was approved."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import Literal

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coach.settings.model import Settings
from coach.ui import tokens
from coach.ui.progress.look import chart_look
from coach.ui.progress.page import ProgressPage
from coach.ui.progress.sections.before_after.section import SECTION as BEFORE_AFTER
from coach.ui.progress.sections.tightness.section import SECTION as TIGHTNESS
from tests.drawing.pictures import assert_like
from tests.ui.progress.sample import settle, state
from tests.ui.support import dress

_THEMES = [("light", False), ("dark", True), ("contrast", False), ("contrast", True)]
_GOLDEN = Path(__file__).parent / "golden"


def _light(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast of two colours, 1 to 21."""
    lighter, darker = sorted((_light(one), _light(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize(("name", "dark"), _THEMES)
def test_every_hue_can_be_seen(name: Literal["light", "dark", "contrast"], dark: bool, qapp: QApplication) -> None:
    """Markers and lines 3:1 at least on the card, words 4.5:1, in every theme; four different hues."""
    look = chart_look(dress(qapp, dark=dark, settings=Settings(theme=name)))
    assert len(set(look.series)) == 4
    assert all(contrast(hue, look.surface) >= 3 for hue in look.series)
    assert all(contrast(words, look.surface) >= 4.5 for words in (look.ink, look.muted))
    dress(qapp)


def test_no_hue_means_a_state() -> None:
    """Heat, cold, hold and done keep their colours to themselves."""
    for palette, series in ((tokens.LIGHT, tokens.SERIES_LIGHT), (tokens.DARK, tokens.SERIES_DARK)):
        assert not set(series) & {palette.heat, palette.cold, palette.hold, palette.done, palette.rest}
        assert all(one != other for one, other in combinations(series, 2))


def _page(qtbot: QtBot, qapp: QApplication, size: tuple[int, int]) -> ProgressPage:
    made = ProgressPage((TIGHTNESS, BEFORE_AFTER))
    qtbot.addWidget(made)
    made.resize(*size)
    made.show_state(state())
    made.show()
    settle(made)
    return made


def test_text_twice_as_large_still_fits(qtbot: QtBot, qapp: QApplication) -> None:
    """At double text size nothing is wider than the page and the charts grow with their words."""
    dress(qapp)
    made = _page(qtbot, qapp, (1070, 800))
    plain = _heights(made)
    dress(qapp, settings=Settings(text_scale=2.0))
    settle(made)
    assert made._inner.minimumSizeHint().width() <= 1070
    assert all(after > before * 1.5 for before, after in zip(plain, _heights(made), strict=True))
    dress(qapp)


def _heights(made: ProgressPage) -> list[int]:
    return [panel.chart.picture_size().height() for panel in made._panels.values() if panel.chart]


@pytest.mark.parametrize(("name", "dark"), [("light", False), ("dark", True)])
def test_the_page_looks_as_it_was_approved(name: str, dark: bool, qtbot: QtBot, qapp: QApplication) -> None:
    """Chips, both charts, their tools and their sentences, in both themes."""
    QLocale.setDefault(QLocale("en_GB"))
    dress(qapp, dark=dark)
    made = _page(qtbot, qapp, (1070, 1900))
    made.setFocus()
    QApplication.processEvents()
    picture = made.grab().toImage()
    dress(qapp)
    QLocale.setDefault(QLocale.c())
    assert_like(picture, _GOLDEN / f"page-{name}.png")
