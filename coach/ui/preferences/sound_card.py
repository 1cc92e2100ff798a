"""Voice and sounds: what is spoken and how, how loud each sound is, and a button to try it."""

from __future__ import annotations

import sys

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coach.i18n import _
from coach.ports.sounds import Earcon
from coach.settings.model import Settings
from coach.ui.reading.disclosure import Disclosure
from coach.ui.tokens import Role
from coach.ui.widgets.buttons import quiet
from coach.ui.widgets.card import Card, column, row
from coach.ui.widgets.settings_rows import OneOf, OnOff
from coach.ui.widgets.text import label, line

_RATES = (-15, 0, 25, 50)
_VOICE_VOLUMES = (50, 75, 100)
_LEVELS = (0, 35, 70, 100)
_ALARM_LEVELS = (40, 70, 100)


class SoundCard(Card):
    """`changed` carries the field of the settings and its new value; `tested` asks for a trial; `heard` for one sound
    at a level; `voices_asked` for the names of the voices, once they are looked for.
    """

    changed = Signal(str, object)
    tested = Signal()
    heard = Signal(object, int)
    voices_asked = Signal()

    def __init__(self) -> None:
        super().__init__(gap=4)
        self._settings = Settings()
        self.voice = OnOff(_("Voice"), _("What to do, which side and for how long is said aloud."))
        self.rate = OneOf(_("How fast it speaks"), "", list(zip(_RATES, _rate_words(), strict=True)))
        self.volume = OneOf(_("How loud it speaks"), "", list(zip(_VOICE_VOLUMES, _level_words()[1:], strict=True)))
        self.language = OneOf(_("Accent"), "", _accents())
        self.name = OneOf(
            _("Which voice"), _("Those of espeak-ng are offered here."), [("", _("The engine's usual one"))]
        )
        self.engine = OneOf(_("Speech engine"), _("When it does not work, the other one is tried."), _engines())
        self.levels = {earcon: _level_choice(earcon, title) for earcon, title in _sounds()}
        self.test_button = quiet(_("Test"), "volume-2")
        self.test_button.setAccessibleName(_("Test voice and sounds"))
        self.result = label("", Role.MUTED)
        self.voice_more = Disclosure(_("Choose the voice"), self._voice_choices)
        self.levels_more = Disclosure(_("How loud each sound is"), self._level_choices)
        self._lay_out()
        self._connect()

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen; nothing is emitted."""
        self._settings = settings
        self.voice.setChecked(settings.voice)
        self.rate.set_value(settings.voice_rate, _("{n} %").format(n=settings.voice_rate))
        self.volume.set_value(settings.voice_volume, _("{n} %").format(n=settings.voice_volume))
        self.language.set_value(settings.voice_language, settings.voice_language)
        self.name.set_value(settings.voice_name, settings.voice_name)
        self.engine.set_value(settings.voice_engine)
        for earcon, choice in self.levels.items():
            level = int(getattr(settings, _field(earcon)))
            choice.set_value(level, _("{n} %").format(n=level))
        for choice in (self.rate, self.volume):
            choice.setEnabled(settings.voice)

    def show_voices(self, names: tuple[str, ...]) -> None:
        """Offer these voices; without any the usual one is the only choice."""
        self.name.offer([(name, name) for name in names])

    def show_result(self, sentence: str) -> None:
        """Say what the trial found."""
        self.result.setText(sentence)
        self.result.setVisible(bool(sentence))
        self.test_button.setEnabled(True)

    def _lay_out(self) -> None:
        self.body.addWidget(label(_("Voice and sounds"), Role.HEADING))
        for part in (self.voice, self.rate, self.volume):
            self.body.addWidget(part)
            self.body.addWidget(line())
        self.body.addWidget(self.voice_more)
        self.body.addWidget(self.levels_more)
        self.body.addLayout(row(self.test_button, None))
        self.body.addWidget(self.result)
        self.result.hide()

    def _connect(self) -> None:
        self.voice.clicked.connect(lambda on: self.changed.emit("voice", on))
        choices = {
            "voice_rate": self.rate,
            "voice_volume": self.volume,
            "voice_language": self.language,
            "voice_name": self.name,
            "voice_engine": self.engine,
        }
        for field, choice in choices.items():
            choice.chosen.connect(lambda value, field=field: self.changed.emit(field, value))
        for earcon, choice in self.levels.items():
            choice.chosen.connect(lambda value, earcon=earcon: self._level_chosen(earcon, value))
        self.test_button.clicked.connect(self._test)

    def _test(self) -> None:
        self.test_button.setEnabled(False)
        self.show_result("")
        self.test_button.setEnabled(False)
        self.tested.emit()

    def _level_chosen(self, earcon: Earcon, level: int) -> None:
        """Use it, and let it be heard at once."""
        self.changed.emit(_field(earcon), level)
        if level:
            self.heard.emit(earcon, level)

    def _voice_choices(self) -> QWidget:
        parts = [self.language, self.name]
        if sys.platform not in {"win32", "darwin"}:
            parts.append(self.engine)
        self.voices_asked.emit()
        return _stack(parts)

    def _level_choices(self) -> QWidget:
        return _stack(list(self.levels.values()))


def _stack(parts: list[OneOf]) -> QWidget:
    made = QWidget()
    inside = column(4)
    for part in parts:
        inside.addWidget(part)
    made.setLayout(inside)
    return made


def _field(earcon: Earcon) -> str:
    return f"sound_{earcon.value}"


def _level_choice(earcon: Earcon, title: str) -> OneOf:
    if earcon is Earcon.ALARM:
        detail = _("For a pack that has to come off. It cannot be off, and it rises until you answer, even when muted.")
        return OneOf(title, detail, list(zip(_ALARM_LEVELS, _level_words()[1:], strict=True)))
    return OneOf(title, "", list(zip(_LEVELS, _level_words(), strict=True)))


def _sounds() -> list[tuple[Earcon, str]]:
    return [
        (Earcon.START, _("Start")),
        (Earcon.SWITCH, _("Switch sides")),
        (Earcon.REST, _("Rest")),
        (Earcon.DONE, _("Done")),
        (Earcon.TICK, _("The last three seconds")),
        (Earcon.ALARM, _("Alarm")),
    ]


def _level_words() -> tuple[str, ...]:
    return (_("Off"), _("Quiet"), _("Medium"), _("Loud"))


def _rate_words() -> tuple[str, ...]:
    return (_("Slower"), _("Normal"), _("Faster"), _("Fastest"))


def _accents() -> list[tuple[str, str]]:
    return [("", _("The language's usual one")), ("en-GB", _("British")), ("en-US", _("American"))]


def _engines() -> list[tuple[str, str]]:
    return [("auto", _("Whichever works")), ("speech-dispatcher", "speech-dispatcher"), ("espeak-ng", "espeak-ng")]
