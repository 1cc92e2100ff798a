"""The first card: breaks on or off, why now or why not, and what may be done about it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coach.i18n import _
from coach.reminders.answers import PAUSES_MIN
from coach.reminders.hours import meeting_ends
from coach.reminders.view import View
from coach.reminders.why import minutes_words
from coach.ui import tokens
from coach.ui.breaks.menu_button import Choices, MenuButton
from coach.ui.breaks.notes import Notes
from coach.ui.breaks.page_state import BreaksState, Do, Now, now_of
from coach.ui.breaks.welcome import Welcome
from coach.ui.tokens import Role
from coach.ui.widgets.buttons import Button, primary, quiet, text_button
from coach.ui.widgets.card import Card, column, row
from coach.ui.widgets.flow import flow_of
from coach.ui.widgets.icon_label import IconLabel
from coach.ui.widgets.settings_rows import OnOff
from coach.ui.widgets.text import label, line

_TOMORROW = "tomorrow"


class NowCard(Card):
    """`turned` whether breaks are to be on; `wished` carries a `Do` and its value (see `BreaksPage`)."""

    turned = Signal(bool)
    wished = Signal(object, object)

    def __init__(self) -> None:
        super().__init__(gap=4)
        self._state: BreaksState | None = None
        self.switch = OnOff(_("Break reminders"), _("While this is off, nothing is asked and nothing is looked at."))
        self.switch.clicked.connect(self.turned)
        self._welcome = Welcome()
        self._icon = IconLabel("armchair", "brand_text", 7 * tokens.GRID)
        self._why = label("", Role.LEAD)
        self._seated = label("", Role.MUTED)
        self.notes = Notes()
        self.notes.wished.connect(self.wished)
        self.take, self.shorter = primary(_("Take a break now"), "footprints"), quiet(_("A shorter one"))
        self.done, self.later, self.skip = quiet(_("Done"), "check"), quiet("", "timer"), quiet(_("Skip this one"))
        self.pause = MenuButton(_("Pause…"), "pause", _pauses)
        self.resume = quiet(_("Go on now"), "play")
        self.meeting = MenuButton(_("In a meeting until…"), "clock", self._meetings)
        self.anyway = quiet("")
        self.stand = quiet("", "person-standing")
        self.gentle = text_button(_("Go gently today"))
        self.gentle.setToolTip(_("Breaks are short, and nothing is stretched."))
        self.gentle.setAccessibleDescription(_("Breaks are short, and nothing is stretched."))
        self.try_one = quiet(_("Try one now"), "footprints")
        self.back = primary(_("Back to the break"), "arrow-left")
        self._moving = QWidget()
        self._lay_out()
        self._connect()

    def show_state(self, state: BreaksState) -> None:
        """Show how it stands; nothing is emitted."""
        self._state = state
        on, now = state.breaks.on, now_of(state)
        self.switch.setChecked(on)
        self._welcome.setVisible(not on)
        self._welcome.show_breaks(state.breaks)
        first = self.take if on and Do.TAKE in now.can else self.switch
        self.setFocusProxy(self.back if Do.BACK in now.can else first)
        self._moving.setVisible(on)
        self._icon.set_icon(now.icon)
        self._why.setText(now.why)
        self._seated.setText(now.seated)
        self._seated.setVisible(bool(now.seated))
        self.try_one.setVisible(not on and Do.TAKE in now.can)
        self.back.setVisible(Do.BACK in now.can)
        self._show_buttons(now, state.view)
        self.notes.show_state(state, now.can)

    def _show_buttons(self, now: Now, view: View | None) -> None:
        card = view.card if view is not None else None
        for do, button in self._buttons().items():
            button.setVisible(do in now.can)
        self.gentle.setVisible(Do.GENTLE in now.can and view is not None and not view.gentle)
        self.shorter.setVisible(Do.TAKE in now.can and (card is None or card.shorter_ms is not None))
        if view is not None and self._state is not None:
            in_meeting = view.meeting_ms is not None
            self.anyway.set_words(_("The meeting is over") if in_meeting else _("Ask me anyway"))
            self.stand.set_words(_("I am sitting now") if view.standing else _("I am standing now"))
            minutes = self._state.breaks.snooze_min
            self.skip.set_words(_("Skip anyway") if card is not None and card.offered else _("Skip this one"))
            self.later.set_words(_("In {n} min").format(n=minutes))

    def _buttons(self) -> dict[Do, Button]:
        return {
            Do.DONE: self.done,
            Do.TAKE: self.take,
            Do.LATER: self.later,
            Do.SKIP: self.skip,
            Do.PAUSE: self.pause,
            Do.RESUME: self.resume,
            Do.MEETING: self.meeting,
            Do.ANYWAY: self.anyway,
            Do.STAND: self.stand,
        }

    def _lay_out(self) -> None:
        inside = column(4)
        self._moving.setLayout(inside)
        words = column(1)
        words.addWidget(self._why)
        words.addWidget(self._seated)
        head = row(self._icon, gap=4)
        head.addLayout(words, 1)
        inside.addWidget(line())
        inside.addLayout(head)
        inside.addWidget(self.notes)
        answers = (self.done, self.take, self.shorter, self.later, self.skip)
        inside.addWidget(
            flow_of((*answers, self.anyway, self.resume, self.pause, self.meeting, self.stand, self.gentle))
        )
        self.body.addWidget(self.switch)
        self.body.addWidget(self._welcome)
        self.body.addLayout(row(self.try_one, None))
        self.body.addWidget(self._moving)
        self.body.addLayout(row(self.back, None))

    def _connect(self) -> None:
        for button in (self.take, self.try_one):
            button.clicked.connect(lambda: self.wished.emit(Do.TAKE, False))
        self.shorter.clicked.connect(lambda: self.wished.emit(Do.TAKE, True))
        for do, button in (
            (Do.DONE, self.done),
            (Do.LATER, self.later),
            (Do.SKIP, self.skip),
            (Do.RESUME, self.resume),
            (Do.ANYWAY, self.anyway),
            (Do.BACK, self.back),
        ):
            button.clicked.connect(lambda _on=False, do=do: self.wished.emit(do, None))
        self.pause.chosen.connect(self._pause)
        self.meeting.chosen.connect(lambda until: self.wished.emit(Do.MEETING, until))
        self.stand.clicked.connect(self._stand)
        self.gentle.clicked.connect(lambda: self.wished.emit(Do.GENTLE, True))

    def _pause(self, what: object) -> None:
        if what == _TOMORROW:
            self.wished.emit(Do.PAUSE_UNTIL_TOMORROW, None)
        else:
            self.wished.emit(Do.PAUSE, what)

    def _stand(self) -> None:
        view = self._state.view if self._state is not None else None
        self.wished.emit(Do.STAND, view is None or not view.standing)

    def _meetings(self) -> Choices:
        now = self._state.now if self._state is not None else None
        return [(until, f"{until:%H:%M}") for until in meeting_ends(now)] if now is not None else []


def _pauses() -> Choices:
    lengths = [(minutes, minutes_words(minutes * 60_000)) for minutes in PAUSES_MIN]
    return [*lengths, (_TOMORROW, _("Until tomorrow"))]
