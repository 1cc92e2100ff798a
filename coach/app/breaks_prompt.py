"""Asks for a break: with the card, or with a message of the desktop where that was chosen or no card can be shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from coach.app.alerts import Alerts
from coach.app.breaks_parts import CardView
from coach.app.breaks_words import PREFIX, UNDO, card_notice
from coach.ports.notifier import Notice
from coach.ui.breaks.state import Act, CardState

#: What a press on a message itself is called.
_MESSAGE = "open"


class BreaksPrompt(QObject):
    """Shows one state at a time, and says what is answered, as the card does. `undone`: *Undo* on a message; `shown`: a
    message itself was pressed, perhaps because it has no buttons here.

    The card is made with the first that is shown. Where the desktop shows no messages it is the card after all.
    """

    taken = Signal(bool)
    snoozed = Signal()
    skipped = Signal(bool)
    left = Signal()
    why_said = Signal(object)
    gone = Signal()
    anyway = Signal()
    undone = Signal()
    shown = Signal()

    def __init__(self, alerts: Alerts, make: Callable[[], CardView | None], parent: QObject) -> None:
        super().__init__(parent)
        self._alerts, self._make = alerts, make
        self._card: CardView | None = None
        self._told: tuple[object, ...] | None = None
        self._notice: Notice | None = None
        self._unseen = False
        self._state: CardState | None = None
        alerts.chosen.connect(self._chosen)
        alerts.unseen.connect(self._show_by_card)

    @property
    def card(self) -> CardView | None:
        """The card, None before the first."""
        return self._card

    def show(self, state: CardState | None, *, message: bool) -> None:
        """Show what is asked now, None for nothing; `message`: by a message rather than by the card."""
        self._state = state
        card = None if state is None or (message and not self._unseen) else self._made()
        if self._card is not None and card is None:
            self._card.hide()
        if state is None or card is not None:
            self._take_back()
        if state is None:
            return
        if card is not None:
            card.show_state(state)
        elif (
            self._told != (state.ask, state.id) or self._alerts.free
        ):  # nothing new each minute; what came over it has gone
            self._told = (state.ask, state.id)
            self._notice = card_notice(state)
            self._alerts.show(self._notice)

    def close(self) -> None:
        """The program ends."""
        self._take_back()
        if self._card is not None:
            self._card.hide()
            self._card.deleteLater()
            self._card = None

    def _made(self) -> CardView | None:
        if not QGuiApplication.screens():
            return None
        if self._card is None:
            self._card = self._make()
            if self._card is not None:
                self._connect(self._card)
        return self._card

    def _connect(self, card: CardView) -> None:
        card.taken.connect(self.taken)
        card.snoozed.connect(self.snoozed)
        card.skipped.connect(self.skipped)
        card.left.connect(self.left)
        card.why_said.connect(self.why_said)
        card.gone.connect(self.gone)
        card.anyway.connect(self.anyway)

    def _take_back(self) -> None:
        if self._told is not None:
            self._told = None
            self._alerts.withdraw(self._notice)

    def _show_by_card(self) -> None:
        self._unseen = True
        if self._told is not None:
            self.show(self._state, message=False)

    def _chosen(self, key: str) -> None:
        """A button of a message; one that is answered is gone, and what comes next is asked anew."""
        if key == _MESSAGE and self._told is not None:
            self.shown.emit()
            return
        acts: dict[str, Callable[[], None]] = {
            Act.TAKE: lambda: self.taken.emit(False),
            Act.SHORTER: lambda: self.taken.emit(True),
            Act.LATER: self.snoozed.emit,
            Act.SKIP: lambda: self.skipped.emit(False),
            Act.SURE: lambda: self.skipped.emit(True),
            Act.ANYWAY: self.anyway.emit,
            UNDO: self.undone.emit,
        }
        act = acts.get(key.removeprefix(PREFIX)) if key.startswith(PREFIX) else None
        if act is not None:
            act()
