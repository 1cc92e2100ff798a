"""The Breaks page: does it respect my day?"""

from __future__ import annotations

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent

from coach.i18n import _
from coach.settings.breaks import Breaks
from coach.ui.breaks.day import day_of
from coach.ui.breaks.day_card import DayCard
from coach.ui.breaks.now_card import NowCard
from coach.ui.breaks.page_state import BreaksState, taken_words
from coach.ui.widgets.scaffold import Page


class BreaksPage(Page):
    """`changed` carries other `Breaks`; `wished` a `Do` and its value: TAKE and STAND a bool (the shorter one; standing),
    PAUSE minutes, MEETING a time of day, GENTLE a bool, WHY a `Reason` or None, the others None. `seen` whether the page
    is looked at, so that somebody can follow the desk meanwhile.
    """

    changed = Signal(object)
    wished = Signal(object, object)
    seen = Signal(bool)

    def __init__(self) -> None:
        super().__init__(_("Breaks"), _("Sitting, standing and moving at the desk."))
        self._breaks = Breaks()
        self.now = NowCard()
        self.day = DayCard()
        self.content.addWidget(self.now)
        self.content.addWidget(self.day)
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
        self.day.setVisible(state.breaks.on or bool(day.parts))

    def showEvent(self, event: QShowEvent) -> None:
        """Say that somebody looks."""
        super().showEvent(event)
        self.seen.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Say that nobody looks any more."""
        super().hideEvent(event)
        self.seen.emit(False)

    def _change(self, key: str, value: object) -> None:
        if getattr(self._breaks, key) == value:
            return
        self._breaks = msgspec.structs.replace(self._breaks, **{key: value})
        self.changed.emit(self._breaks)
