"""How often: a look at how one sits, movement breaks, one's own reminders, or sit, stand and move in turn."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coach.i18n import _
from coach.settings.breaks import MOVE, NUDGE, Breaks
from coach.ui.breaks.own_list import OwnList
from coach.ui.breaks.pace_words import (
    LENGTHS,
    MOVE_EVERY,
    NUDGE_EVERY,
    cadence_of,
    every_words,
    length_words,
    with_cadence,
)
from coach.ui.tokens import Role
from coach.ui.widgets.card import Card, column
from coach.ui.widgets.settings_rows import OneOf, OnOff
from coach.ui.widgets.text import label, line

_SIT, _STAND, _MOVED = (15, 20, 30, 45), (5, 8, 10, 15), (1, 2, 3, 5)


class PaceCard(Card):
    """`changed` carries a field of `Breaks`, its value, and what to say with *Undo*: '' says nothing."""

    changed = Signal(str, object, str)

    def __init__(self, over: QWidget) -> None:
        super().__init__(gap=4)
        self._breaks = Breaks()
        self.nudge = OnOff(
            _("How you sit"), _("A sentence with a small picture: feet, hips, back, screen, or standing up.")
        )
        self.nudge_every = _every(_("How often it asks how you sit"), NUDGE_EVERY)
        self.movement = OnOff(_("Movement breaks"), _("A few guided minutes, chosen for you."))
        self.move_every = _every(_("How often a movement break comes"), MOVE_EVERY)
        self.length = OneOf(_("How long"), "", [(seconds, length_words(seconds)) for seconds in LENGTHS])
        self.rest = label(_("The look at how you sit and the movement breaks rest meanwhile."), Role.SMALL)
        self.turn = OnOff(_("Sit, stand and move in turn"), _("For a desk that goes up and down."))
        self.sit = _minutes(_("Sit for"), _SIT)
        self.stand = _minutes(_("Stand for"), _STAND)
        self.moved = _minutes(_("Move for"), _MOVED)
        self.own = OwnList(over)
        self._lay_out()
        self._connect()

    def show_breaks(self, breaks: Breaks) -> None:
        """Show what is chosen; nothing is emitted."""
        self._breaks = breaks
        nudge, move, turn = cadence_of(breaks, NUDGE), cadence_of(breaks, MOVE), breaks.rotation
        self.nudge.setChecked(nudge.on)
        self.nudge_every.set_value(nudge.every_min, every_words(nudge.every_min))
        self.movement.setChecked(move.on)
        self.move_every.set_value(move.every_min, every_words(move.every_min))
        self.length.set_value(move.length_s, length_words(move.length_s))
        self.turn.setChecked(turn.on)
        for choice, minutes in ((self.sit, turn.sit_min), (self.stand, turn.stand_min), (self.moved, turn.move_min)):
            choice.set_value(minutes, every_words(minutes))
            choice.setVisible(turn.on)
        self.rest.setVisible(turn.on)
        self._usual.setVisible(not turn.on)
        self.nudge_every.setVisible(nudge.on)
        for choice in (self.move_every, self.length):
            choice.setVisible(move.on)
        self.own.show_breaks(breaks)

    def stops(self) -> list[QWidget]:
        """Return the last that always stays, and what Tab stops at after it, in order."""
        return [self.moved.button(_MOVED[-1]), *self.own.stops()]

    def _lay_out(self) -> None:
        self.body.addWidget(label(_("How often"), Role.HEADING))
        self._usual, usual = QWidget(), column(4)
        self._usual.setLayout(usual)
        for part in (self.nudge, self.nudge_every, line(), self.movement, self.move_every, self.length, line()):
            usual.addWidget(part)
        for whole in (self._usual, self.turn, self.rest, self.sit, self.stand, self.moved, line(), self.own):
            self.body.addWidget(whole)

    def _connect(self) -> None:
        self.nudge.clicked.connect(lambda on: self._cadence(NUDGE, on=on))
        self.nudge_every.chosen.connect(lambda minutes: self._cadence(NUDGE, every_min=minutes))
        self.movement.clicked.connect(lambda on: self._cadence(MOVE, on=on))
        self.move_every.chosen.connect(lambda minutes: self._cadence(MOVE, every_min=minutes))
        self.length.chosen.connect(lambda seconds: self._cadence(MOVE, length_s=seconds))
        self.turn.clicked.connect(lambda on: self._rotation(on=on))
        self.sit.chosen.connect(lambda minutes: self._rotation(sit_min=minutes))
        self.stand.chosen.connect(lambda minutes: self._rotation(stand_min=minutes))
        self.moved.chosen.connect(lambda minutes: self._rotation(move_min=minutes))
        self.own.changed.connect(lambda cadences, said: self.changed.emit("cadences", cadences, said))

    def _cadence(self, key: str, **changes: Any) -> None:
        changed = replace(cadence_of(self._breaks, key), **changes)
        self.changed.emit("cadences", with_cadence(self._breaks, changed), "")

    def _rotation(self, **changes: Any) -> None:
        self.changed.emit("rotation", replace(self._breaks.rotation, **changes), "")


def _every(spoken: str, minutes: tuple[int, ...]) -> OneOf:
    return OneOf(_("Every"), "", [(each, every_words(each)) for each in minutes], spoken=spoken)


def _minutes(title: str, minutes: tuple[int, ...]) -> OneOf:
    return OneOf(title, "", [(each, every_words(each)) for each in minutes])
