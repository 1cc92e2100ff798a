"""The window as it is first painted: theme, language, rail; pages come when their code is loaded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLocale, QSettings
from PySide6.QtWidgets import QApplication, QWidget

from coach.clock import Clock
from coach.i18n import _, install, preferred_languages
from coach.resources import assets
from coach.settings.model import Settings
from coach.settings.store import load_settings
from coach.ui import theme
from coach.ui.main_window import COMPARISON, PACKS, PRESENTER, STAGE, SUITS, WARNINGS, MainWindow

FIRST_PAGE = "today"


@dataclass(slots=True)
class Opening:
    """The window and what it was built from. `make` makes a page by its key, once somebody has set it."""

    window: MainWindow
    settings: Settings
    notice: str
    make: Callable[[str], QWidget] | None = None

    def page(self, key: str) -> QWidget:
        """Make a page; before the code is there nothing can be pressed, so nobody asks."""
        if self.make is None:
            raise RuntimeError("no page can be made before the shell is there")
        return self.make(key)


def opening(app: QApplication, folder: Path, clock: Clock, speed: float) -> Opening:
    """Build the window with its rail, in the person's theme and language."""
    loaded = load_settings(folder, clock.stamp())
    wanted = (loaded.settings.language,) if loaded.settings.language else preferred_languages()
    _speak(install(wanted, assets() / "locale"))
    theme.apply(app, loaded.settings, theme.system_is_dark())
    window = MainWindow(QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat))
    window.set_speed(speed)
    first = Opening(window, loaded.settings, loaded.notice)
    _add_rail(window, first)
    window.mark(FIRST_PAGE)
    window.setEnabled(False)
    return first


def _add_rail(window: MainWindow, first: Opening) -> None:
    for key, icon, title in (
        (FIRST_PAGE, "sun", _("Today")),
        ("exercises", "person-standing", _("Exercises")),
        ("routines", "list-checks", _("Routines")),
        ("progress", "chart-line", _("Progress")),
        ("journal", "notebook-pen", _("Journal")),
        ("breaks", "breaks", _("Breaks")),
    ):
        window.add_page(key, icon, title, _making(first, key))
    window.add_page("settings", "settings", _("Settings"), _making(first, "settings"), foot=True)
    window.add_page(WARNINGS, "life-buoy", _("Warning signs"), _making(first, WARNINGS), rail=False)
    window.add_page(COMPARISON, "arrow-left-right", _("Spasm or cramp?"), _making(first, COMPARISON), rail=False)
    window.add_page(SUITS, "hand", _("What suits you"), _making(first, SUITS), rail=False)
    window.add_page(STAGE, "play", _("Session"), _making(first, STAGE), rail=False, bare=True)
    window.add_page(PACKS, "hourglass", _("Packs"), _making(first, PACKS), rail=False, bare=True)
    window.add_page(PRESENTER, "monitor", _("Presenter"), _making(first, PRESENTER), rail=False, bare=True)


def _making(first: Opening, key: str) -> Callable[[], QWidget]:
    def make() -> QWidget:
        return first.page(key)

    return make


def _speak(code: str) -> None:
    """Let dates and numbers speak the language of the words."""
    system = QLocale.system()
    same = system.name().partition("_")[0] == code.partition("_")[0]
    # The sentences are British English: without a catalogue days are written as they are there.
    QLocale.setDefault(system if same else QLocale("en_GB" if code == "en" else code))
