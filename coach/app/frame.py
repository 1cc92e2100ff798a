"""What pages and desks may ask of the window around them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal, Protocol

from coach.app.context import Context
from coach.app.sounding import Sounding
from coach.clock import Clock
from coach.content.routine import Routine
from coach.drivers.journal_driver import JournalDriver
from coach.settings.model import Settings
from coach.ui.figures import Figures
from coach.ui.main_window import MainWindow


class Exchange(Protocol):
    """Who exports and imports the journal. `busy` is a signal that carries what is being done, '' when nothing is."""

    busy: Any

    @property
    def doing(self) -> str:
        """What is being done; '' when nothing is."""
        ...

    def export(self, wish: Any) -> None:
        """Write files; `wish` is a `coach.ui.preferences.export_sheet.Wish`."""
        ...

    def import_file(self, path: Path) -> None:
        """Take a journal file in."""
        ...


class Quick(Protocol):
    """Who notes how it feels from anywhere. `trouble_changed` is a signal that carries why its key cannot be had, '' when it can."""

    trouble: str
    trouble_changed: Any

    def possible(self) -> str:
        """Say why there can be no key on this desktop, '' where there can."""
        ...


class Starting(Protocol):
    """Who starts the program at login."""

    def serve(self, page: Any) -> None:
        """Serve the Settings page."""
        ...


class BreaksPage(Protocol):
    """Who makes the page of breaks at the desk, and shows it how they stand."""

    def page(self) -> Any:
        """Make the page."""
        ...

    def show(self) -> None:
        """Show how it stands."""
        ...


class Frame(Protocol):
    """The open window, as the parts inside it see it. `context` is None until content has been read."""

    window: MainWindow
    journal: JournalDriver
    clock: Clock
    folder: Path
    speed: float
    context: Context | None
    sounding: Sounding
    figures: Figures

    @property
    def quick(self) -> Quick:
        """The small window to note how it feels, and its key."""
        ...

    @property
    def breaks_page(self) -> BreaksPage:
        """The page of breaks at the desk."""
        ...

    @property
    def starting(self) -> Starting:
        """Starting at login."""
        ...

    def refresh(self) -> None:
        """Read the journal again and show it."""
        ...

    def read_routines(self) -> None:
        """Read the person's own routines again and show them."""
        ...

    def present(self, kind: Literal["routine", "exercise"], key: str) -> None:
        """Show a routine or an exercise to somebody in the room."""
        ...

    def hand_out(self, routine: Routine, path: str = "", *, a4: bool = True) -> None:
        """Make a hand-out of a routine: a file at `path`, or paper where there is none."""
        ...

    def exchange(self) -> Exchange:
        """Return who exports and imports the journal."""
        ...

    def complain(self, sentence: str) -> None:
        """Show a sentence about something that did not work, on the page that is seen."""
        ...

    def tell(self, sentence: str, action: str = "", act: Callable[[], None] | None = None) -> None:
        """Show a sentence about something that went well, perhaps with what can be done about it."""
        ...

    def change_settings(self, settings: Settings) -> None:
        """Use and keep other settings."""
        ...
