"""What goes on beside the pages: packs that alternate, breaks, the tray, messages, staying awake, and what closing means then."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from coach.app.alerts import Alerts
from coach.app.at_unlock import AtUnlock
from coach.app.breaks_desk import BreaksDesk
from coach.app.breaks_parts import parts_of
from coach.app.frame import Frame
from coach.app.in_session import InSession
from coach.app.memory import Memory
from coach.app.outside import Outside, nothing_outside
from coach.app.packs_desk import PacksDesk
from coach.app.packs_words import tray_notice
from coach.app.quick_entry import QuickDesk
from coach.app.sessions_desk import SessionsDesk
from coach.app.sounding import Loud, Sounding
from coach.app.starting import StartingDesk
from coach.app.staying_awake import StayingAwake
from coach.i18n import _
from coach.settings.model import Settings
from coach.ui.main_window import PACKS, CloseRequest
from coach.ui.player.page import StagePage
from coach.ui.widgets.buttons import primary, quiet
from coach.ui.widgets.sheet import Question


class Background(QObject):
    """`loud`: the voice and sounds of packs, beside those of a session."""

    def __init__(  # noqa: PLR0917  everything there is beside the pages hangs on it
        self,
        app: QApplication,
        frame: Frame,
        sessions: SessionsDesk,
        outside: Outside | None,
        loud: Loud | None,
        settings: Settings,
    ) -> None:
        super().__init__(sessions)
        self._app, self._frame, self._sessions = app, frame, sessions
        self._outside = outside or nothing_outside()
        self.alerts = Alerts(frame, self._outside.notifier, self)
        self.packs = PacksDesk(frame, sessions, self._outside.tray, self.alerts, self)
        self.sounding = Sounding(loud, frame.clock, frame.tell, self)
        self.awake = StayingAwake(self._outside.wake_lock, frame.complain, self)
        self.at_unlock = AtUnlock(self._outside.screen_lock, self)
        self.quick = QuickDesk(frame, self._outside.hotkey, self)
        self.starting = StartingDesk(frame, self._outside, self)
        session = InSession(sessions, self.packs, self)
        self.breaks = BreaksDesk(frame, settings, self._outside.desk.doors, session, self.alerts, parts_of(frame), self)
        self._restored = self._leaving = self._in_tray = self._told_tray = False
        sessions.stage_made.connect(self.awake.attach)
        sessions.stage_made.connect(self.alerts.attach)
        sessions.stage_made.connect(self.at_unlock.attach)
        self.packs.page.made.connect(self._packs_made)
        self.packs.quit_asked.connect(self._quit)
        self.packs.ended.connect(self._nothing_runs)
        self.packs.note_asked.connect(self.quick.open)
        frame.window.close_confirmed.connect(self._leave)

    def use(self, settings: Settings) -> None:
        """Use other settings: for packs from the next one on, for breaks and the key of the desktop at once."""
        self.sounding.use(settings)
        self.quick.use(settings)
        self.breaks.use(settings)

    def loaded(self, memory: Memory) -> None:
        """Go on with what was going on when the program stopped, once."""
        if not self._restored:
            self._restored = True
            self.packs.restore(memory.alternating)
        self.breaks.loaded()

    def close_asked(self, request: CloseRequest) -> None:
        """Somebody closes the window: never while a pack is on, and not unasked while one is to come."""
        words = self._sessions.pack_words() or self.packs.pack_words()
        if self._leaving:
            return
        if words:
            request.refuse()
            self._frame.window.ask_about_pack(words)
        elif self.packs.run is not None:
            request.refuse()
            if self._outside.tray.trouble():
                self._ask()
            else:
                self._into_the_tray()

    def close(self) -> None:
        """Write what is left and let the desktop go."""
        self.quick.close()
        self.breaks.close()
        self.packs.close()
        self.alerts.close()
        self.sounding.close()
        self.awake.close()
        self.at_unlock.close()
        self._outside.desk.close()

    def _packs_made(self) -> None:
        page = self._frame.window.page(PACKS)
        if isinstance(page, StagePage):
            self.sounding.attach(self.packs.page.desk, page)
        self.awake.attach(self.packs.page.desk)
        self.alerts.attach(self.packs.page.desk)
        self.at_unlock.attach(self.packs.page.desk)

    def _into_the_tray(self) -> None:
        """The window goes, the icon stays; the last window closed is not the end now."""
        if not self._told_tray:
            self._told_tray = True
            self.alerts.show(tray_notice())
        self._in_tray = True
        self._app.setQuitOnLastWindowClosed(False)
        self._frame.window.hide()

    def _ask(self) -> None:
        """Without a tray nothing can be said once the window is gone."""
        answers = (quiet(_("Close Limber")), primary(_("Keep it open")))
        question = Question(
            self._frame.window,
            _("Close while packs alternate?"),
            _(
                "Limber cannot tell you when the next pack is due once it is closed. Open it again, and it goes on counting."
            ),
            answers,
        )
        question.answered.connect(lambda number: self._leave() if number == 0 else None)
        question.closed.connect(question.deleteLater)
        question.ask()

    def _nothing_runs(self) -> None:
        """With the window closed into the tray, the end of what ran there is the end of the program."""
        if self._in_tray and self._frame.window.isHidden():
            self._leave()
        elif self._in_tray:
            self._in_tray = False
            self._app.setQuitOnLastWindowClosed(True)

    def _quit(self) -> None:
        """Quit from the tray; a pack that is on is asked about in the window."""
        words = self._sessions.pack_words() or self.packs.pack_words()
        if words:
            self._frame.window.bring_forward()
            self._frame.window.ask_about_pack(words)
        else:
            self._leave()

    def _leave(self) -> None:
        self._leaving = True
        self._app.quit()
