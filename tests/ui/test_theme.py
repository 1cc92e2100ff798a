"""Colours that can be read, sizes on the grid, and a look that follows its settings."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontInfo, QFontMetrics
from PySide6.QtWidgets import QApplication, QWidget

from coach.settings.model import Settings
from coach.ui import theme, tokens
from coach.ui.style import style_sheet
from coach.ui.tokens import Palette, Role, Tone
from coach.ui.widgets.text import label
from tests.ui.support import dress

PALETTES = {
    "light": tokens.LIGHT,
    "dark": tokens.DARK,
    "contrast-light": tokens.CONTRAST_LIGHT,
    "contrast-dark": tokens.CONTRAST_DARK,
}
GROUNDS = ("paper", "surface", "raised", "sunken")
UI = Path(theme.__file__).parent


def luminance(colour: str) -> float:
    """Relative luminance after WCAG 2.2, 0 black to 1 white."""
    parts = [int(colour[-6:][at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio after WCAG 2.2, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def pairs(palette: Palette) -> dict[str, tuple[str, str, float]]:
    """Every pair of colours that the windows use, with the contrast it needs."""
    found: dict[str, tuple[str, str, float]] = {}
    for ground in (*GROUNDS, "hover"):
        under = getattr(palette, ground)
        found[f"ink on {ground}"] = (palette.ink, under, 7)
        found[f"soft on {ground}, stage"] = (palette.soft, under, 7)
        found[f"muted on {ground}"] = (palette.muted, under, 4.5)
        found[f"brand text on {ground}"] = (palette.brand_text, under, 4.5)
    for ground in GROUNDS:
        under = getattr(palette, ground)
        for tone in Tone:
            found[f"{tone} shape on {ground}"] = (palette.fill(tone), under, 3)
        found[f"edge on {ground}"] = (palette.edge, under, 3)
        found[f"focus on {ground}"] = (palette.focus, under, 3)
    for tone in Tone:
        found[f"{tone} words on their tint, stage"] = (palette.text(tone), palette.tint(tone), 7)
        found[f"{tone} words on paper, stage"] = (palette.text(tone), palette.paper, 7)
        found[f"ink on {tone} tint, stage"] = (palette.ink, palette.tint(tone), 7)
        found[f"soft on {tone} tint"] = (palette.soft, palette.tint(tone), 4.5)
        found[f"{tone} shape on its tint"] = (palette.fill(tone), palette.tint(tone), 3)
    found["words on a primary button"] = (palette.on_brand, palette.brand, 4.5)
    found["words on a primary button under the pointer"] = (palette.paper, palette.brand_text, 4.5)
    found["words on a filled stage button"] = (palette.on_brand, palette.brand_text, 4.5)
    return found


@pytest.mark.parametrize("name", PALETTES)
def test_every_pair_in_use_can_be_read(name: str) -> None:
    """Words have 4.5:1, words on the stage 7:1, shapes and borders 3:1."""
    weak = [
        f"{what}: {contrast(one, other):.2f} < {least}"
        for what, (one, other, least) in pairs(PALETTES[name]).items()
        if contrast(one, other) < least
    ]
    assert weak == []


def test_colours_are_those_of_the_design() -> None:
    """The palette keeps the colours that were agreed for paper, ink, brand and the four states."""
    light, dark = tokens.LIGHT, tokens.DARK
    assert (light.paper, light.surface, light.ink, light.brand) == ("#F6F3EC", "#FFFFFF", "#1F2D2B", "#1F7A6D")
    assert (light.heat, light.cold, light.hold, light.done) == ("#D9512C", "#2B74B8", "#B7791F", "#3C8D4F")
    assert (dark.paper, dark.surface, dark.ink, dark.brand) == ("#141A19", "#1D2524", "#ECF1EF", "#5BC0AE")
    assert (dark.heat, dark.cold, dark.hold, dark.done) == ("#FF8A66", "#79B8F2", "#F0B95A", "#7CCB8C")


def test_the_type_scale_is_the_agreed_one() -> None:
    """Only 13, 15, 18, 24 and 34 pixels are used."""
    assert {style.px for style in tokens.TYPE.values()} == {13, 15, 18, 24, 34}


def test_sizes_lie_on_the_grid() -> None:
    """Radii, targets and widths are multiples of four."""
    for size in (tokens.RADIUS_SMALL, tokens.RADIUS, tokens.RADIUS_CARD, tokens.TARGET, tokens.STAGE_TARGET):
        assert size % tokens.GRID == 0


@pytest.mark.parametrize(
    ("pinned", "system_dark", "expected"),
    [
        ("system", False, tokens.LIGHT),
        ("system", True, tokens.DARK),
        ("light", True, tokens.LIGHT),
        ("dark", False, tokens.DARK),
        ("contrast", False, tokens.CONTRAST_LIGHT),
        ("contrast", True, tokens.CONTRAST_DARK),
    ],
)
def test_the_setting_decides_the_palette(pinned: str, system_dark: bool, expected: Palette) -> None:
    """A pinned theme wins; otherwise the desktop decides."""
    settings = Settings(theme=pinned)  # type: ignore[arg-type]
    assert theme.chosen_palette(settings, system_dark=system_dark)[0] == expected


def test_a_widget_follows_a_change_of_theme(qapp: QApplication) -> None:
    """A label that is already there takes the new colour when the theme changes."""
    dress(qapp)
    made = label("Hold", Role.BODY)
    made.ensurePolished()
    before = made.palette().windowText().color()
    dress(qapp, dark=True)
    made.ensurePolished()
    assert before.name() == tokens.LIGHT.ink.lower()
    assert made.palette().windowText().color().name() == tokens.DARK.ink.lower()


def test_text_grows_with_the_setting(qapp: QApplication) -> None:
    """Twice the text scale makes body text twice as large, in labels too."""
    large = dress(qapp, settings=Settings(text_scale=2.0))
    made = label("Hold")
    made.ensurePolished()
    size = QFontInfo(made.font()).pixelSize()
    dress(qapp)
    assert large.px(Role.BODY) == 30
    assert size == 30


def test_motion_stops_when_asked(qapp: QApplication) -> None:
    """Reduced motion by setting or by the desktop leaves no milliseconds to move in."""
    assert dress(qapp).motion_ms == tokens.MOTION_MS
    assert dress(qapp, settings=Settings(motion="reduced")).motion_ms == 0
    assert theme.apply(qapp, Settings(), False, system_reduced=True).motion_ms == 0
    assert theme.apply(qapp, Settings(motion="full"), False, system_reduced=True).motion_ms == tokens.MOTION_MS
    dress(qapp)


def test_figures_of_a_clock_are_tabular(qapp: QApplication) -> None:
    """Every digit of a clock is as wide as any other, so that it does not jump."""
    dress(qapp)
    metrics = QFontMetrics(theme.font(40, tabular=True))
    assert len({metrics.horizontalAdvance(str(digit) * 5) for digit in range(10)}) == 1


def test_words_are_set_as_words(qapp: QApplication) -> None:
    """A hyphen in a name is no wider than the font draws it: tabular figures would pull "press-up" apart."""
    dress(qapp)
    made = label("", Role.TITLE)
    made.ensurePolished()
    for font in (theme.font(40), made.font(), QWidget().font()):
        plain, tabular = QFont(font), QFont(font)
        tabular.setFeature(QFont.Tag("tnum"), 1)
        assert QFontMetrics(plain).horizontalAdvance("-") < QFontMetrics(tabular).horizontalAdvance("-")


def test_the_style_sheet_knows_every_token(qapp: QApplication) -> None:
    """Nothing is left unreplaced in the style sheet, and it stays small."""
    del qapp
    for palette in PALETTES.values():
        sheet = style_sheet(palette, 1.5)
        assert "$" not in sheet
        assert len(sheet) < 8_000


def test_no_colour_is_written_down_elsewhere() -> None:
    """Only the token file holds colour literals."""
    literal = re.compile(r"#[0-9A-Fa-f]{6}\b")
    guilty = [
        f"{path.relative_to(UI)}: {found}"
        for path in UI.rglob("*.py")
        if path.name != "tokens.py"
        for found in literal.findall(path.read_text(encoding="utf-8"))
        if found != "#000000"
    ]
    assert guilty == []


def test_every_palette_names_every_colour() -> None:
    """No palette leaves a colour empty."""
    for palette in PALETTES.values():
        assert all(
            re.fullmatch(r"#([0-9A-F]{6}|[0-9A-F]{8})", getattr(palette, field.name)) for field in fields(palette)
        )
