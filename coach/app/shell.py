"""The window's wiring: pages are made when shown, built from one context, and their wishes are carried out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from coach import __version__
from coach.app import figures, pages
from coach.app.background import Background
from coach.app.context import Context
from coach.app.entries_desk import EntriesDesk
from coach.app.folding import Folding
from coach.app.handed_over import Wanted, window_handler
from coach.app.journal_desk import JournalDesk
from coach.app.memory import Memory, remember
from coach.app.opening import FIRST_PAGE, Opening, opening
from coach.app.outside import Outside
from coach.app.screens import InSight
from coach.app.sessions_desk import SessionsDesk
from coach.app.shelf import library
from coach.app.sittings import history_start_us
from coach.app.sounding import Loud, Sounding
from coach.clock import Clock
from coach.content.library import Library
from coach.content.own_routines import with_own
from coach.content.routine import Routine
from coach.desktop.motion import system_reduces_motion
from coach.desktop.ownership import Owner
from coach.drivers.collector import Collector
from coach.drivers.journal_driver import JournalDriver
from coach.errors import CoachError
from coach.i18n import _
from coach.settings.model import Settings
from coach.settings.store import save_settings
from coach.store.backups import daily_backup, daily_backup_due
from coach.store.open import open_journal
from coach.ui import theme
from coach.ui.main_window import PACKS, STAGE

if TYPE_CHECKING:
    from coach.app.breaks_page import BreaksPageDesk
    from coach.app.deliveries import Delivery
    from coach.app.exchange_desk import ExchangeDesk
    from coach.app.hand_outs import HandoutDesk
    from coach.app.present_desk import PresentDesk
    from coach.app.quick_entry import QuickDesk
    from coach.app.starting import StartingDesk


class Shell(QObject):
    """Everything of one open window. `loaded` comes each time the journal has been read and is shown."""

    loaded = Signal()
    raise_asked = Signal()
    took_in = Signal()

    def __init__(  # noqa: PLR0913, PLR0917  the composition root takes what everything hangs on
        self,
        app: QApplication,
        owner: Owner,
        folder: Path,
        clock: Clock,
        speed: float,
        first: Opening | None = None,
        loud: Loud | None = None,
        outside: Outside | None = None,
    ) -> None:
        super().__init__()
        self.folder, self.clock, self.speed = folder, clock, speed
        first = first or opening(app, folder, clock, speed)
        self._app, self._owner, self._first = app, owner, first
        self.window = first.window
        self._collector = Collector(self)
        InSight(app, self.window, self)
        self.journal = JournalDriver(lambda: open_journal(folder, app_version=__version__, clock=clock), self)
        self.figures = figures.install(app, first.settings, clock, self)
        self.context: Context | None = None
        self.sounding = Sounding(loud, clock, self.tell, self)
        self.sounding.use(first.settings)
        self._still = False
        self._read: set[str] = set()
        self._after_reading: Callable[[], object] | None = None
        self._folding = Folding(self.journal, self)
        self.entries = EntriesDesk(self.journal, clock, self)
        self.diary = JournalDesk(self.journal, clock, self)
        self.sessions = SessionsDesk(self, self)
        self._presenting: PresentDesk | None = None
        self._hand_outs: HandoutDesk | None = None
        self._exchange: ExchangeDesk | None = None
        self.background = Background(app, self, self.sessions, outside, loud, first.settings)
        self.background.use(first.settings)
        first.make = lambda key: pages.make_page(key, self, self.entries, self.sessions, self.diary)
        self._connect()

    def open(self, *, routine: str | None = None, resume: bool = False, aside: bool = False) -> None:
        """Show the first page; content and journal are read right after it. `aside`: without the window, as at login."""
        self.window.setEnabled(True)
        self.window.show_page(FIRST_PAGE)
        if aside:
            self.background.closing.begin_aside()
        else:
            self.window.show()
        QTimer.singleShot(0, self, lambda: self._load(routine, resume=resume))

    def close(self) -> None:
        """Write what is left and end the threads."""
        for desk in (self._presenting, self._hand_outs, self._exchange):
            if desk is not None:
                desk.close()
        self.background.close()
        self.sessions.close()
        self.sounding.close()
        figures.remove(self._app, self.figures)
        self.journal.close()
        self._collector.close()

    def refresh(self) -> None:
        """Read the journal again and show it."""
        since = history_start_us(self.clock)
        self.journal.read(lambda journal: remember(journal, since), self._remembered, self.complain)

    def read_routines(self) -> None:
        """Read the person's own routines again and show them."""
        if self.context is not None:
            self.context = self.context.with_library(self._shelf())
            self._show_again()

    def present(self, kind: Literal["routine", "exercise"], key: str) -> None:
        """Show a routine or an exercise to somebody in the room."""
        if self._presenting is None:
            from coach.app.present_desk import PresentDesk

            desk = self._presenting = PresentDesk(self, self._in_session, self)
            desk.showing.connect(lambda on: self.background.presents(desk, on=on))
        if kind == "routine":
            self._presenting.present_routine(key)
        else:
            self._presenting.present_exercise(key)

    def hand_out(self, routine: Routine, path: str = "", *, a4: bool = True) -> None:
        """Make a hand-out of a routine: a file at `path`, or paper where there is none."""
        from coach.app.deliveries import ToFile, ask_printer

        make = partial(self._make_hand_out, routine)
        if path:
            make(ToFile(Path(path), a4))
            return
        try:
            ask_printer(self.window, _("Print the hand-out"), make)
        except CoachError as trouble:
            self.complain(str(trouble))

    def _make_hand_out(self, routine: Routine, to: Delivery) -> None:
        if self.context is None:
            return
        if self._hand_outs is None:
            from coach.app.hand_outs import HandoutDesk

            self._hand_outs = HandoutDesk(self.figures, self)
            self._hand_outs.made.connect(self.tell)
            self._hand_outs.failed.connect(self.complain)
        self.tell(_("The hand-out is being made."))
        self._hand_outs.make(routine, self.context.library, to)

    def exchange(self) -> ExchangeDesk:
        """Return who exports and imports the journal."""
        if self._exchange is None:
            from coach.app.exchange_desk import ExchangeDesk

            self._exchange = ExchangeDesk(
                self, lambda: self._in_session() or self.background.packs.run is not None, self
            )
        return self._exchange

    @property
    def presenting(self) -> PresentDesk | None:
        """The desk of presentations, None before the first."""
        return self._presenting

    @property
    def quick(self) -> QuickDesk:
        """The small window to note how it feels, and its key."""
        return self.background.quick

    @property
    def breaks_page(self) -> BreaksPageDesk:
        """What the Breaks page shows and does."""
        return self.background.breaks_page

    @property
    def starting(self) -> StartingDesk:
        """Starting at login."""
        return self.background.starting

    def complain(self, sentence: str) -> None:
        """Show a sentence about something that did not work, on the page that is seen."""
        self.window.messages.fail(sentence)

    def tell(self, sentence: str, action: str = "", act: Callable[[], None] | None = None) -> None:
        """Show a sentence about something that went well, perhaps with what can be done about it."""
        self.window.messages.say(sentence, action, act)

    def change_settings(self, settings: Settings) -> None:
        """Use and keep other settings at once."""
        if self.context is None:
            return
        try:
            save_settings(self.folder, settings)
        except CoachError as trouble:
            self.complain(str(trouble))
        self._dress(settings)
        self.figures.show_settings(settings)
        self.sounding.use(settings)
        self.background.use(settings)
        self.context = self.context.with_settings(settings)
        self._show_again()

    def _in_session(self) -> bool:
        return self.sessions.stage is not None and self.sessions.stage.busy

    def _shelf(self) -> Library:
        """Return the content with the person's own routines; a file with a problem is named and left out."""
        shelf = with_own(self.folder, library())
        for sentence in shelf.problems[:1]:
            self.complain(sentence)
        return shelf.library

    def _connect(self) -> None:
        self.window.page_shown.connect(self._shown)
        self.window.close_asked.connect(self.background.closing.asked)
        self.journal.saved.connect(lambda _ids: self._changed())
        self.journal.failed.connect(lambda sentence, _drafts: self.complain(sentence))
        self.journal.noticed.connect(self.complain)
        self.raise_asked.connect(self.window.bring_forward)
        self.took_in.connect(self._changed)
        self._app.styleHints().colorSchemeChanged.connect(lambda _scheme: self._follow_system())
        wanted = Wanted(self.raise_asked.emit, self.took_in.emit, self.background.line.handle)
        self._owner.serve(window_handler(self.journal, self.folder, self.clock, wanted))

    def _load(self, routine: str | None, *, resume: bool) -> None:
        self.context = Context.first(self.folder, self.clock, self._shelf(), self._first.settings)
        figures.show_library(self.figures, self.context.library)
        self._still = system_reduces_motion()  # asked after the first window, which shows nothing that moves
        if self._still:
            self._dress(self._first.settings)
        if self._first.notice:
            self.complain(self._first.notice)
        self._show_again()
        if routine is not None:
            self._after_reading = lambda: self.sessions.start(routine)
        elif resume:
            self._after_reading = self.sessions.resume_latest
        else:
            self._after_reading = self.sessions.pack_first
        self.refresh()
        now = self.clock.stamp()
        self.journal.read(
            lambda _journal: daily_backup(self.folder, now) if daily_backup_due(self.folder, now) else None,
            lambda _made: None,
        )

    def _remembered(self, memory: Memory) -> None:
        if self.context is None:
            return
        self.context = self.context.with_memory(memory)
        self._show_again()
        self.background.loaded(memory)
        self._folding.begin(memory.folds)
        waiting, self._after_reading = self._after_reading, None
        if waiting is not None:
            waiting()
        self.loaded.emit()

    def _show_again(self) -> None:
        """Show the page that is seen anew; the others when they are looked at."""
        self._read.clear()
        self._shown(self.window.key)

    def _shown(self, key: str) -> None:
        if self.context is not None and key not in self._read:
            self._read.add(key)
            pages.show(self, key, self.context, self.diary)

    def _changed(self) -> None:
        """Something was saved; during a session nobody looks at charts."""
        if self.window.key not in {STAGE, PACKS}:
            self.refresh()

    def _follow_system(self) -> None:
        if self.context is not None and self.context.settings.theme == "system":
            self._dress(self.context.settings)

    def _dress(self, settings: Settings) -> None:
        theme.apply(self._app, settings, theme.system_is_dark(), system_reduced=self._still)
