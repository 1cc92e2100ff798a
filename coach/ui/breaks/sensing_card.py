"""What this desktop can tell and what not, tested live, and what of it a break waits for."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coach.i18n import _
from coach.ports.busy import BusyKind
from coach.settings.breaks import Breaks
from coach.ui import tokens
from coach.ui.breaks.pace_words import every_words
from coach.ui.breaks.sensing import Seen, Sensed, not_looked
from coach.ui.tokens import Role
from coach.ui.widgets.buttons import quiet
from coach.ui.widgets.card import Card, column, row
from coach.ui.widgets.icon_label import IconLabel
from coach.ui.widgets.settings_rows import OneOf, OnOff
from coach.ui.widgets.text import label, line

_CAPS = (30, 60, 90, 120, 180)
_MARKS = {
    Seen.YES: ("circle-check", "done_text"),
    Seen.NO: ("circle", "muted"),
    Seen.NOTICED: ("circle", "muted"),
    Seen.LOOKING: ("circle-help", "muted"),
    Seen.IMPOSSIBLE: ("circle-slash", "muted"),
}


class SensingCard(Card):
    """`changed` carries a field of `Breaks`, its value and nothing to say; `looked` when the test is asked for."""

    changed = Signal(str, object, str)
    looked = Signal()

    def __init__(self) -> None:
        super().__init__(gap=3)
        self._breaks = Breaks()
        self.lines = {sensed.key: SensedLine(sensed) for sensed in not_looked()}
        self.look = quiet(_("Look now"), "eye")
        self.look.clicked.connect(self.looked)
        self._about = label("", Role.MUTED)
        self.cap = OneOf(
            _("A break waits no longer than"),
            _(
                "Then Limber asks once, without a sound, so that nothing that is seen wrongly silences a day. A meeting has no such end."
            ),
            [(minutes, every_words(minutes)) for minutes in _CAPS],
        )
        self.cap.chosen.connect(lambda minutes: self.changed.emit("cap_min", minutes, ""))
        self.body.addWidget(label(_("What Limber sees of this desk"), Role.HEADING))
        self.body.addWidget(self._about)
        self.body.addLayout(row(self.look, None))
        self._hairs = {key: line() for key in self.lines}
        for key, made in self.lines.items():
            self.body.addWidget(self._hairs[key])
            self.body.addWidget(made)
            if made.waits is not None:
                made.waits.clicked.connect(self._heed)
        self.body.addWidget(line())
        self.body.addWidget(self.cap)

    def show_state(self, breaks: Breaks, sensed: tuple[Sensed, ...]) -> None:
        """Show what is seen and what is waited for; nothing is emitted. Nothing sensed: nobody looks now."""
        self._breaks = breaks
        self.look.setVisible(not sensed)
        self._about.setText(_looking_words() if sensed else _off_words())
        for one in sensed or not_looked():
            self.lines[one.key].show_sensed(one)
        for key, made in self.lines.items():
            made.show_heeded(heeded=key in breaks.heeds)
            for part in (made, self._hairs[key]):
                part.setVisible(bool(sensed) or made.waits is not None)
        self.cap.set_value(breaks.cap_min, every_words(breaks.cap_min))

    def _heed(self) -> None:
        order = Breaks().heeds
        heeds = tuple(key for key in order if self._is_heeded(key))
        self.changed.emit("heeds", heeds, "")

    def _is_heeded(self, key: str) -> bool:
        """Whether it is to be waited for; what cannot be seen here keeps what was chosen."""
        waits = self.lines[key].waits
        if waits is None or not waits.isEnabled():
            return key in self._breaks.heeds
        return waits.isChecked()


class SensedLine(QWidget):
    """One thing: a mark, what it is, what is seen of it now, and how; `waits`: whether a break waits for it."""

    def __init__(self, sensed: Sensed) -> None:
        super().__init__()
        self._mark = IconLabel("circle-help", "muted", 6 * tokens.GRID)
        self._now = label("", Role.STRONG)
        self._how = label("", Role.SMALL)
        busy = sensed.key in {kind.value for kind in BusyKind}
        self.waits = OnOff(_("A break waits for it"), "") if busy else None
        if self.waits is not None:
            self.waits.setAccessibleName(_("{thing}: a break waits for it").format(thing=sensed.title))
        words = column(0)
        words.addStretch(1)
        for part in (self._now, self._how):
            words.addWidget(part)
        words.addStretch(1)
        inside = row(self._mark, gap=4)
        inside.addLayout(words, 1)
        if self.waits is not None:
            inside.addWidget(self.waits)
        self.setLayout(inside)
        self.show_sensed(sensed)

    def show_sensed(self, sensed: Sensed) -> None:
        """Show what is seen now."""
        self._mark.set_icon(*_MARKS[sensed.seen])
        told = _("{thing}: {answer}").format(thing=sensed.title, answer=sensed.words) if sensed.words else sensed.title
        self._now.setText(told)
        self._mark.setVisible(bool(sensed.words))
        self._how.setText(sensed.how)
        self._how.setVisible(bool(sensed.how))
        self.setAccessibleName(told)
        if self.waits is not None:
            possible = sensed.seen is not Seen.IMPOSSIBLE
            self.waits.setEnabled(possible)
            self.waits.setAccessibleDescription("" if possible else f"{told}. {sensed.how}".strip())

    def show_heeded(self, *, heeded: bool) -> None:
        """Show whether a break waits for it; for what cannot be seen here it never does."""
        if self.waits is not None:
            self.waits.setChecked(heeded and self.waits.isEnabled())


def _looking_words() -> str:
    return _("Tested while you look. Take your hands away for half a minute, lock the screen, or join a call, and see.")


def _off_words() -> str:
    return _("While reminders are off nobody looks. Try what this desktop can tell before you switch them on.")
