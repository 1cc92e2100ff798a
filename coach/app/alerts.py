"""Messages of the desktop for what cannot wait, or is due while nobody looks at the window."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from coach.app.frame import Frame
from coach.app.packs_words import urgent_notice
from coach.app.stage_desk import StageDesk
from coach.ports.notifier import Notice, Notifier
from coach.session.events import CheckAnswered, Event, PackOff


class Alerts(QObject):
    """The desktop is asked for messages with the first one. `chosen` carries the key of a button, "open" for a message;
    `unseen`: the desktop shows none.
    """

    chosen = Signal(str)
    unseen = Signal()

    def __init__(self, frame: Frame, notifier: Notifier, parent: QObject) -> None:
        super().__init__(parent)
        self._frame, self._notifier = frame, notifier
        self._open = False
        self._last: Notice | None = None

    @property
    def free(self) -> bool:
        """Whether no message was shown since the last one was taken back."""
        return self._last is None

    def attach(self, desk: StageDesk) -> None:
        """Call for the person when a pack on this stage asks: not while they look at it, unless they do not answer."""
        desk.urgent.connect(lambda: self._call(desk))
        desk.told.connect(lambda event, _ms: self._hear(event))

    def show(self, notice: Notice) -> None:
        """Show a message in place of the one before."""
        if not self._open:
            self._open = True
            self._notifier.open(self.chosen.emit, self._none)
        self._last = notice
        self._notifier.show(notice)

    def show_unless_seen(self, notice: Notice) -> None:
        """Show a message unless the window is looked at."""
        if not self._frame.window.isActiveWindow():
            self.show(notice)

    def withdraw(self, notice: Notice | None = None) -> None:
        """Take the message back; a certain one only where no other has taken its place."""
        if self._open and notice in {None, self._last}:
            self._last = None
            self._notifier.withdraw()

    def close(self) -> None:
        """Let the desktop go."""
        self._notifier.close()

    def _none(self, why: str) -> None:
        self._frame.tell(why)
        self.unseen.emit()

    def _call(self, desk: StageDesk) -> None:
        pack = desk.pack
        if pack is not None and pack.urgency > 0:
            self.show(urgent_notice())
        else:
            self.show_unless_seen(urgent_notice())

    def _hear(self, event: Event) -> None:
        if isinstance(event, CheckAnswered | PackOff):
            self.withdraw()
