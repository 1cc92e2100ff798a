"""What goes on beside the pages: packs that alternate, breaks, the tray, messages, staying awake, coming back."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from coach.app.alerts import Alerts
from coach.app.at_unlock import AtUnlock
from coach.app.breaks_desk import BreaksDesk
from coach.app.breaks_line import BreaksLine
from coach.app.breaks_page import BreaksPageDesk
from coach.app.breaks_parts import parts_of
from coach.app.closing import Closing
from coach.app.frame import Frame
from coach.app.here import Here
from coach.app.in_session import InSession
from coach.app.memory import Memory
from coach.app.outside import Outside, nothing_outside
from coach.app.packs_desk import PacksDesk
from coach.app.quick_entry import QuickDesk
from coach.app.sessions_desk import SessionsDesk
from coach.app.sounding import Loud, Sounding
from coach.app.starting import StartingDesk
from coach.app.staying_awake import StayingAwake
from coach.app.tray_desk import TrayDesk
from coach.settings.model import Settings
from coach.ui.main_window import PACKS
from coach.ui.player.page import StagePage


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
        self._sessions, self._window = sessions, frame.window
        self._outside = outside or nothing_outside()
        self.alerts = Alerts(frame, self._outside.notifier, self)
        self.packs = PacksDesk(frame, sessions, self.alerts, self)
        self.sounding = Sounding(loud, frame.clock, frame.tell, self)
        self.awake = StayingAwake(self._outside.wake_lock, frame.complain, self)
        self.at_unlock = AtUnlock(self._outside.screen_lock, self)
        self.quick = QuickDesk(frame, self._outside.hotkey, self)
        self.starting = StartingDesk(frame, self._outside, self)
        session = InSession(sessions, self.packs, self)
        doors = self._outside.desk.doors
        parts = parts_of(frame, doors, self.awake)
        self.breaks = BreaksDesk(frame, settings, doors, session, self.alerts, parts, self)
        self.breaks_page = BreaksPageDesk(frame, self.breaks, doors, self)
        self.line = BreaksLine(self.breaks, doors, Here(self))
        self.tray = TrayDesk(self._outside.tray, self.breaks, self.packs, frame.clock, settings, self)
        self.closing = Closing(app, frame, self.tray, self.alerts, self._pack_words, self._rest, self)
        self._restored = False
        sessions.stage_made.connect(self.awake.attach)
        sessions.stage_made.connect(self.alerts.attach)
        sessions.stage_made.connect(self.at_unlock.attach)
        self.packs.page.made.connect(self._packs_made)
        self.packs.ended.connect(self.closing.see)
        self.tray.note_asked.connect(self.quick.open)

    def use(self, settings: Settings) -> None:
        """Use other settings: for packs from the next one on, for breaks and the key of the desktop at once."""
        self.sounding.use(settings)
        self.quick.use(settings)
        self.breaks.use(settings)
        self.tray.use(settings)
        self.closing.see()

    def loaded(self, memory: Memory) -> None:
        """Go on with what was going on when the program stopped, once."""
        if not self._restored:
            self._restored = True
            self.packs.restore(memory.alternating)
        self.breaks.loaded()

    def presents(self, desk: QObject, *, on: bool) -> None:
        """Something is shown to somebody in the room, or not any more: the screen stays on, and no break is asked for."""
        self.awake.keep_screen(desk, on=on)
        self.breaks.driver.presents(on=on)

    def close(self) -> None:
        """Write what is left and let the desktop go."""
        self.tray.close()
        self.quick.close()
        self.breaks_page.close()
        self.breaks.close()
        self.packs.close()
        self.alerts.close()
        self.sounding.close()
        self.awake.close()
        self.at_unlock.close()
        self._outside.desk.close()

    def _packs_made(self) -> None:
        page = self._window.page(PACKS)
        if isinstance(page, StagePage):
            self.sounding.attach(self.packs.page.desk, page)
        self.awake.attach(self.packs.page.desk)
        self.alerts.attach(self.packs.page.desk)
        self.at_unlock.attach(self.packs.page.desk)

    def _pack_words(self) -> str:
        return self._sessions.pack_words() or self.packs.pack_words()

    def _rest(self) -> None:
        """The window goes into the tray: a session that runs in it waits."""
        stage = self._sessions.stage
        if stage is not None and stage.busy:
            stage.intend("pause")
