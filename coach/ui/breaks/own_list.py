"""The reminders that a person made: on or off, changed, taken away, or one more."""

from __future__ import annotations

from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coach.i18n import _
from coach.settings.breaks import Breaks, Cadence
from coach.ui.breaks.own_sheet import OwnSheet
from coach.ui.breaks.pace_words import MOST, free_key, own_of, own_words, with_cadence, without_cadence
from coach.ui.tokens import Role
from coach.ui.widgets.buttons import IconButton, quiet
from coach.ui.widgets.card import clear, column, row
from coach.ui.widgets.settings_rows import OnOff
from coach.ui.widgets.text import label


class OwnList(QWidget):
    """`changed` carries all reminders as they are to be, and what to say with *Undo*: '' says nothing."""

    changed = Signal(object, str)

    def __init__(self, over: QWidget) -> None:
        super().__init__()
        self._over = over
        self._breaks = Breaks()
        self._shown: tuple[Cadence, ...] | None = None
        self._switches: dict[str, OnOff] = {}
        self._made: list[QWidget] = []
        self._lines = column(1)
        self.add = quiet(_("A reminder of my own…"), "plus")
        self.add.clicked.connect(lambda: self.ask(None))
        words = column(0)
        words.addWidget(label(_("Your own"), Role.STRONG))
        words.addWidget(
            label(_("Water, the eyes, an exercise from your physiotherapist: whatever you want to hear."), Role.SMALL)
        )
        inside = column(3)
        inside.addLayout(words)
        inside.addLayout(self._lines)
        inside.addLayout(row(self.add, None))
        self.setLayout(inside)

    def show_breaks(self, breaks: Breaks) -> None:
        """Show them; nothing is emitted."""
        self._breaks = breaks
        own = own_of(breaks)
        self.add.setVisible(len(breaks.cadences) < MOST)
        for cadence in own:
            if cadence.key in self._switches:
                self._switches[cadence.key].setChecked(cadence.on)
        told = tuple(replace(cadence, on=True) for cadence in own)
        if told != self._shown:
            self._shown = told
            self._build(own)

    def stops(self) -> list[QWidget]:
        """Return what Tab stops at, in order."""
        return [*self._made, self.add]

    def ask(self, cadence: Cadence | None) -> None:
        """Ask for a new one, or for what is to change about one."""
        sheet = OwnSheet(
            self._over, cadence or Cadence(key=free_key(self._breaks), moves=False, every_min=60, length_s=60)
        )
        sheet.made.connect(lambda made: self.changed.emit(with_cadence(self._breaks, made), ""))
        sheet.closed.connect(sheet.deleteLater)
        sheet.ask()

    def _build(self, own: tuple[Cadence, ...]) -> None:
        clear(self._lines)
        self._switches.clear()
        self._made = []
        for cadence in own:
            name = cadence.name or cadence.key
            switch = self._switches[cadence.key] = OnOff(name, own_words(cadence))
            switch.setChecked(cadence.on)
            switch.clicked.connect(lambda on, key=cadence.key: self._turn(key, on=on))
            change = IconButton("pencil", _("Change “{name}”").format(name=name))
            change.clicked.connect(partial(self._change, cadence.key))
            away = IconButton("trash-2", _("Delete “{name}”").format(name=name))
            away.clicked.connect(partial(self._delete, cadence.key))
            self._made += [switch, change, away]
            holder, inside = QWidget(), row(gap=1)
            inside.addWidget(switch, 1)
            inside.addWidget(change)
            inside.addWidget(away)
            holder.setLayout(inside)
            self._lines.addWidget(holder)
            holder.show()

    def _find(self, key: str) -> Cadence:
        return next(one for one in self._breaks.cadences if one.key == key)

    def _turn(self, key: str, *, on: bool) -> None:
        self.changed.emit(with_cadence(self._breaks, replace(self._find(key), on=on)), "")

    def _change(self, key: str, _on: bool = False) -> None:  # noqa: FBT001, FBT002  a Qt signal's value
        self.ask(self._find(key))

    def _delete(self, key: str, _on: bool = False) -> None:  # noqa: FBT001, FBT002  a Qt signal's value
        self.add.setFocus()
        gone = self._find(key)
        self.changed.emit(
            without_cadence(self._breaks, key), _("“{name}” is deleted.").format(name=gone.name or gone.key)
        )
