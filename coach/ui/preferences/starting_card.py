"""How Limber starts and what closing its window means: at login and in the tray only where somebody asks for it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coach.i18n import _
from coach.settings.model import Settings
from coach.ui.preferences.state import Starting, breakable
from coach.ui.reading.disclosure import Disclosure
from coach.ui.tokens import Role
from coach.ui.widgets.card import Card, column
from coach.ui.widgets.settings_rows import OnOff
from coach.ui.widgets.text import label, line


class StartingCard(Card):
    """`changed` carries the name of a setting and its new value; `login_wished` whether to start at login."""

    changed = Signal(str, object)
    login_wished = Signal(bool)

    def __init__(self) -> None:
        super().__init__(gap=4)
        self._starting = Starting()
        self.login = OnOff(
            _("Start when I log in"), _("Limber starts in the background, ready to remind you of breaks.")
        )
        self.trouble = label("", Role.MUTED)
        self.place = label("", Role.SMALL)
        self.entry = label("", Role.SMALL)
        self.written = Disclosure(_("What this writes"), self._what)
        self.stay_in_tray = OnOff(
            _("Stay in the tray"),
            _("Limber goes on when its window is closed. While breaks are on it does so anyway."),
        )
        self.line = line()
        self.through_x11 = OnOff(
            _("Windows through XWayland"),
            _(
                "A card that comes up then never takes the keyboard from you. Switch it off where text looks blurred. "
                "It counts from the next start."
            ),
        )
        self.between = line()
        self.body.addWidget(label(_("Starting and closing"), Role.HEADING))
        for thing in (self.login, self.trouble, self.written, self.between):
            self.body.addWidget(thing)
        for thing in (self.stay_in_tray, self.line, self.through_x11):
            self.body.addWidget(thing)
        self.login.clicked.connect(self.login_wished)
        self.through_x11.clicked.connect(lambda on: self.changed.emit("through_x11", on))
        self.stay_in_tray.clicked.connect(lambda on: self.changed.emit("stay_in_tray", on))
        self._follow()

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen; nothing is emitted."""
        self.through_x11.setChecked(settings.through_x11)
        self.stay_in_tray.setChecked(settings.stay_in_tray)

    def show_starting(self, starting: Starting) -> None:
        """Show how it is on this machine; nothing is emitted. What there is no choice about is not there."""
        self._starting = starting
        self._follow()

    def _follow(self) -> None:
        starting = self._starting
        self.login.setChecked(starting.at_login)
        self.login.setEnabled(not starting.trouble)
        self.trouble.setText(starting.trouble)
        told = bool(starting.place or starting.trouble)
        self.login.setVisible(told)
        self.between.setVisible(told)
        self.trouble.setVisible(bool(starting.trouble))
        self.written.setVisible(told and not starting.trouble)
        self.place.setText(breakable(starting.place))
        self.place.setAccessibleName(starting.place)
        self.entry.setText(breakable(starting.entry.strip()))
        self.entry.setAccessibleName(starting.entry.strip())
        for thing in (self.line, self.through_x11):
            thing.setVisible(starting.wayland)

    def _what(self) -> QWidget:
        inside, written = QWidget(), column(2)
        inside.setLayout(written)
        written.addWidget(label(_("Only this, and it is taken away again when you switch it off:"), Role.MUTED))
        written.addWidget(self.place)
        written.addWidget(self.entry)
        return inside
