"""The Breaks page: does it respect my day?"""

from __future__ import annotations

from itertools import pairwise

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from coach.i18n import _
from coach.settings.breaks import Breaks
from coach.ui.breaks.asking_card import AskingCard, OfferCard
from coach.ui.breaks.day import day_of
from coach.ui.breaks.day_card import DayCard
from coach.ui.breaks.hours_card import HoursCard
from coach.ui.breaks.now_card import NowCard
from coach.ui.breaks.pace_card import PaceCard
from coach.ui.breaks.page_state import BreaksState, taken_words
from coach.ui.breaks.sensing import Sensed
from coach.ui.breaks.sensing_card import SensingCard
from coach.ui.tokens import Role
from coach.ui.widgets.buttons import text_button
from coach.ui.widgets.card import column, row
from coach.ui.widgets.scaffold import Page, TwoColumns
from coach.ui.widgets.text import label


class BreaksPage(Page):
    """`changed` carries other `Breaks`; `wished` a `Do` and its value: TAKE and STAND a bool (the shorter one; standing),
    PAUSE minutes, MEETING a time of day, GENTLE a bool, WHY a `Reason` or None, the others None. `seen` whether the page
    is looked at, so that somebody can follow the desk meanwhile; `look_asked` when what the desk tells is to be tried out,
    `login_asked` when Limber is to start by itself.
    """

    changed = Signal(object)
    wished = Signal(object, object)
    seen = Signal(bool)
    look_asked = Signal()
    login_asked = Signal()

    def __init__(self) -> None:
        super().__init__(_("Breaks"), _("Sitting, standing and moving at the desk."))
        self._breaks = Breaks()
        self._undoes = ("", "")  # the field of `Breaks` that a message offers to change back, and what it says
        self._stops: tuple[list[QWidget], ...] = ()
        self.now = NowCard()
        self.day = DayCard()
        self.content.addWidget(self.now)
        self.content.addWidget(self.day)
        self.hours = HoursCard(self)
        self._columns = TwoColumns(left=1, right=1, least=860)
        self.pace, self.asking, self.offer = PaceCard(self), AskingCard(), OfferCard()
        self.sensing = SensingCard()
        self._columns.left.addWidget(self.hours)
        self._columns.left.addWidget(self.offer)
        self._columns.right.addWidget(self.pace)
        self._columns.right.addWidget(self.asking)
        self.content.addWidget(self._columns)
        self.content.addWidget(self.sensing)
        self.login = text_button(_("Start it when I log in"), "arrow-right")
        self.login.clicked.connect(self.login_asked)
        running = column(0)
        running.addWidget(label(_("Reminders come while Limber runs, in its window or in the tray."), Role.MUTED))
        running.addLayout(row(self.login, None))
        self.content.addLayout(running)
        for changed in (card.changed for card in (self.hours, self.pace, self.asking, self.offer, self.sensing)):
            changed.connect(self._change)
        self.sensing.looked.connect(self.look_asked)
        self.now.turned.connect(lambda on: self._change("on", on))
        self.now.wished.connect(self.wished)
        self.setFocusProxy(self.now)

    def show_state(self, state: BreaksState) -> None:
        """Show everything anew; nothing is emitted."""
        self._breaks = state.breaks
        self.now.show_state(state)
        weekday = state.now.local().weekday()
        day = day_of(state.spans, state.now, state.breaks.hours[weekday])
        self.day.show_day(day, taken_words(state.records, state.now.local_day))
        self.hours.show_breaks(state.breaks, state.now.local_day)
        self.pace.show_breaks(state.breaks)
        self.asking.show_breaks(state.breaks)
        self.offer.show_breaks(state.breaks)
        self.show_sensed(state.sensed)
        self._order_focus()
        self.day.setVisible(state.breaks.on)

    def _order_focus(self) -> None:
        """Let Tab go down the page: rows that are made anew would come last."""
        stops = ([self.day.every.button, *self.hours.stops()], self.pace.stops())
        if stops != self._stops:
            self._stops = stops
            for one, then in (pair for group in stops for pair in pairwise(group)):
                QWidget.setTabOrder(one, then)

    def show_sensed(self, sensed: tuple[Sensed, ...]) -> None:
        """Show what the desk tells now; nothing: nobody looks."""
        self.sensing.show_state(self._breaks, sensed)

    def showEvent(self, event: QShowEvent) -> None:
        """Say that somebody looks."""
        super().showEvent(event)
        self.seen.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Say that nobody looks any more."""
        super().hideEvent(event)
        self.seen.emit(False)

    def _change(self, key: str, value: object, said: str = "") -> None:
        """Keep a choice at once; `said` is told, with the way back."""
        before = getattr(self._breaks, key)
        if before == value:
            return
        self._breaks = msgspec.structs.replace(self._breaks, **{key: value})
        if (key, self.messages.text()) == self._undoes:
            self.messages.dismiss()  # its way back would take back this change as well
        self.changed.emit(self._breaks)
        if said:
            self._undoes = (key, said)
            self.messages.say(said, _("Undo"), lambda: self._change(key, before))
