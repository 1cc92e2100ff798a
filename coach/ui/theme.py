"""How everything looks: which tokens are in use, and handing them to Qt.

The theme in use is kept on the application object. `apply` puts it there and then sets palette and style sheet, so
every widget gets a style change event after which `current()` gives the new theme: nothing else needs to be told.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from coach.resources import assets as shipped
from coach.settings.model import Settings
from coach.ui import tokens
from coach.ui.icons import Icons
from coach.ui.style import style_sheet
from coach.ui.tokens import Palette, Role, Tone

_PROPERTY = "limberTheme"
_FONTS_PROPERTY = "limberFonts"


@dataclass(frozen=True, slots=True)
class Theme:
    """The tokens in use: colours, icons, how large text is, and whether anything may move."""

    palette: Palette
    dark: bool
    text_scale: float
    reduced_motion: bool
    icons: Icons

    def px(self, role: Role) -> int:
        """The size of text in this role, in pixels."""
        return round(tokens.TYPE[role].px * self.text_scale)

    def font(self, role: Role) -> QFont:
        """The font of text in this role."""
        return font(self.px(role), tokens.TYPE[role].weight)

    def colour(self, name: str) -> QColor:
        """A palette colour by name, for painting."""
        return QColor(str(getattr(self.palette, name)))

    def fill(self, tone: Tone) -> QColor:
        """The colour that fills a shape of this tone."""
        return QColor(self.palette.fill(tone))

    def text(self, tone: Tone) -> QColor:
        """The colour of words of this tone."""
        return QColor(self.palette.text(tone))

    def tint(self, tone: Tone) -> QColor:
        """The faint ground of this tone."""
        return QColor(self.palette.tint(tone))

    @property
    def motion_ms(self) -> int:
        """How long something takes to move; 0 when nothing may."""
        return 0 if self.reduced_motion else tokens.MOTION_MS


def font(px: int, weight: int = 400, *, tabular: bool = False) -> QFont:
    """The bundled family; `tabular` for clocks, so that they do not jump (it also widens hyphens, so not for words)."""
    made = QFont(tokens.FAMILY)
    made.setPixelSize(max(px, 1))
    made.setWeight(QFont.Weight(weight))
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def current() -> Theme:
    """The theme in use; the light one before any was applied."""
    app = QCoreApplication.instance()
    held = app.property(_PROPERTY) if app is not None else None
    return held if isinstance(held, Theme) else _built(Settings(), system_dark=False, assets=shipped(), reduced=False)


def apply(
    app: QApplication,
    settings: Settings,
    system_dark: bool,  # noqa: FBT001  read as "apply these settings on a dark desktop"
    *,
    assets: Path | None = None,
    system_reduced: bool = False,
) -> Theme:
    """Show everything with these settings; may be called again at any time and everything follows.

    `system_dark` and `system_reduced` say what the desktop asks for. `assets` is the folder of the shipped files.
    """
    folder = assets or shipped()
    _load_fonts(app, folder / "fonts")
    reduced = settings.motion == "reduced" or (settings.motion == "system" and system_reduced)
    theme = _built(settings, system_dark=system_dark, assets=folder, reduced=reduced)
    app.setProperty(_PROPERTY, theme)
    if app.style().objectName() != "fusion":
        app.setStyle("Fusion")
    app.setFont(theme.font(Role.BODY))
    app.setPalette(qt_palette(theme.palette))
    app.setStyleSheet(style_sheet(theme.palette, theme.text_scale))
    return theme


def system_is_dark() -> bool:
    """What the desktop asks for."""
    hints = QGuiApplication.styleHints()
    return bool(hints.colorScheme().name == "Dark")


def chosen_palette(settings: Settings, *, system_dark: bool) -> tuple[Palette, bool]:
    """Which colours these settings mean, and whether they are dark."""
    dark = {"light": False, "dark": True}.get(settings.theme, system_dark)
    if settings.theme == "contrast":
        return (tokens.CONTRAST_DARK if dark else tokens.CONTRAST_LIGHT), dark
    return (tokens.DARK if dark else tokens.LIGHT), dark


def qt_palette(colours: Palette) -> QPalette:
    """Qt's own palette from our tokens, for everything the style draws by itself."""
    role = QPalette.ColorRole
    palette = QPalette()
    for which, name in {
        role.Window: colours.paper,
        role.WindowText: colours.ink,
        role.Base: colours.surface,
        role.AlternateBase: colours.sunken,
        role.Text: colours.ink,
        role.PlaceholderText: colours.muted,
        role.Button: colours.raised,
        role.ButtonText: colours.ink,
        role.BrightText: colours.on_brand,
        role.ToolTipBase: colours.raised,
        role.ToolTipText: colours.ink,
        role.Highlight: colours.brand,
        role.HighlightedText: colours.on_brand,
        role.Accent: colours.brand,
        role.Link: colours.brand_text,
        role.LinkVisited: colours.brand_text,
        role.Light: colours.raised,
        role.Midlight: colours.line,
        role.Mid: colours.edge,
        role.Dark: colours.edge,
        role.Shadow: colours.line,
    }.items():
        palette.setColor(which, QColor(name))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(colours.edge))
    return palette


def _built(settings: Settings, *, system_dark: bool, assets: Path, reduced: bool) -> Theme:
    palette, dark = chosen_palette(settings, system_dark=system_dark)
    return Theme(palette, dark, settings.text_scale, reduced, Icons(assets / "icons"))


def _load_fonts(app: QApplication, folder: Path) -> None:
    """Load the bundled faces once per application."""
    if app.property(_FONTS_PROPERTY):
        return
    for face in sorted(folder.glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(face))
    app.setProperty(_FONTS_PROPERTY, True)
