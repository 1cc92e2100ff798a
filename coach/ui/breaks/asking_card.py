"""How a break is asked for: softly or firmly, by card or message, how long it can be put off; and what it may offer."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coach.i18n import _
from coach.settings.breaks import Breaks
from coach.ui.breaks.pace_words import every_words, length_words
from coach.ui.tokens import Role
from coach.ui.widgets.card import Card, column
from coach.ui.widgets.settings_rows import OneOf, OnOff
from coach.ui.widgets.text import label, line
from coach.ui.words import number_text

_SNOOZES = (5, 10, 15)
_FIRM = (15, 30, 60, 120)
_PAUSES = (1.0, 2.5, 5.0, 10.0)


class AskingCard(Card):
    """`changed` carries a field of `Breaks`, its value, and nothing to say."""

    changed = Signal(str, object, str)

    def __init__(self) -> None:
        super().__init__(gap=4)
        self.mode = OneOf(_("How firmly"), "", [("soft", _("Soft")), ("firm", _("Firm")), ("strict", _("Strict"))])
        self._about = label("", Role.SMALL)
        self.firm_after = OneOf(_("Opens by itself after"), "", [(seconds, _firm_words(seconds)) for seconds in _FIRM])
        self.prompt = OneOf(
            _("It comes as"), "", [("card", _("A small card")), ("notification", _("A message of the desktop"))]
        )
        self.sound = OnOff(_("Sound"), _("A soft sound comes with it."))
        self.snooze = OneOf(
            _("“Later” means in"), _("A break can be put off twice."), [(each, every_words(each)) for each in _SNOOZES]
        )
        self.typing = OneOf(
            _("While you type it waits for a pause of"), "", [(seconds, _pause_words(seconds)) for seconds in _PAUSES]
        )
        self._lay_out()
        self._connect()

    def show_breaks(self, breaks: Breaks) -> None:
        """Show what is chosen; nothing is emitted."""
        self.mode.set_value(breaks.mode)
        self._about.setText(_mode_words(breaks.mode))
        self.firm_after.set_value(breaks.firm_after_s, _firm_words(breaks.firm_after_s))
        self.firm_after.setVisible(breaks.mode != "soft")
        self.prompt.set_value(breaks.prompt)
        self.sound.setChecked(breaks.sound)
        self.snooze.set_value(breaks.snooze_min, every_words(breaks.snooze_min))
        self.typing.set_value(breaks.typing_pause_s, _pause_words(breaks.typing_pause_s))

    def _lay_out(self) -> None:
        firmly, inside = QWidget(), column(2)
        firmly.setLayout(inside)
        for part in (self.mode, self._about, self.firm_after):
            inside.addWidget(part)
        self.body.addWidget(label(_("How Limber asks"), Role.HEADING))
        for number, group in enumerate((firmly, self.prompt, self.sound, self.snooze, self.typing)):
            if number:
                self.body.addWidget(line())
            self.body.addWidget(group)

    def _connect(self) -> None:
        choices = {
            "mode": self.mode,
            "firm_after_s": self.firm_after,
            "prompt": self.prompt,
            "snooze_min": self.snooze,
            "typing_pause_s": self.typing,
        }
        for key, choice in choices.items():
            choice.chosen.connect(lambda value, key=key: self.changed.emit(key, value, ""))
        self.sound.clicked.connect(lambda on: self.changed.emit("sound", on, ""))


class OfferCard(Card):
    """What a break may offer. `changed` as above."""

    changed = Signal(str, object, str)

    def __init__(self) -> None:
        super().__init__(gap=4)
        self.place = OneOf(
            _("Where you are"),
            "",
            [("chair", _("On the chair")), ("standing", _("Standing beside it")), ("floor", _("On the floor too"))],
        )
        self.discreet = OnOff(_("Open office"), _("Only exercises that nobody notices."))
        self.body.addWidget(label(_("What a break offers"), Role.HEADING))
        self.body.addWidget(
            label(
                _("From your own routine where it fits, for what was tight lately, and what was done least today."),
                Role.MUTED,
            )
        )
        self.body.addWidget(self.place)
        self.body.addWidget(line())
        self.body.addWidget(self.discreet)
        self.place.chosen.connect(lambda place: self.changed.emit("place", place, ""))
        self.discreet.clicked.connect(lambda on: self.changed.emit("discreet", on, ""))

    def show_breaks(self, breaks: Breaks) -> None:
        """Show what is chosen; nothing is emitted."""
        self.place.set_value(breaks.place)
        self.discreet.setChecked(breaks.discreet)


def _mode_words(mode: str) -> str:
    return {
        "soft": _("A card asks, and waits. No break opens unless you say so."),
        "firm": _("A card asks; without an answer the break opens by itself. You can skip it. It takes no keyboard."),
        "strict": _(
            "The break opens by itself, and the card has no “Skip”. It takes no keyboard, and holding Esc leaves it at any time."
        ),
    }[mode]


def _firm_words(seconds: int) -> str:
    return length_words(seconds)


def _pause_words(seconds: float) -> str:
    return _("{n} s").format(n=number_text(seconds))
