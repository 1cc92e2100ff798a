"""The Settings page. Every choice applies at once; there is nothing to confirm."""

from __future__ import annotations

from typing import Any

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent

from coach.i18n import _
from coach.settings.model import Settings
from coach.ui import tokens
from coach.ui.preferences.cards import AboutCard, DataCard, SuitsCard
from coach.ui.preferences.figure_card import FigureCard
from coach.ui.preferences.keys_card import KeysCard
from coach.ui.preferences.noting_card import NotingCard
from coach.ui.preferences.sound_card import SoundCard
from coach.ui.preferences.starting_card import StartingCard
from coach.ui.preferences.state import About, SettingsState, seconds_choice_words
from coach.ui.preferences.taking_card import TakingCard
from coach.ui.tokens import Role
from coach.ui.widgets.card import Card
from coach.ui.widgets.scaffold import Page
from coach.ui.widgets.settings_rows import OneOf, OnOff
from coach.ui.widgets.text import label, line

_SCALES = (1.0, 1.15, 1.3, 1.5, 1.75, 2.0)
_SECONDS = (0.0, 5.0, 10.0, 20.0, 30.0)


class SettingsPage(Page):
    """`changed` carries the new `Settings`; `back_up` asks for a backup; `shown` each time the page comes up."""

    changed = Signal(object)
    back_up = Signal()
    shown = Signal()

    def __init__(self) -> None:
        super().__init__(_("Settings"), width=tokens.READING_WIDTH + 20 * tokens.GRID)
        self._settings = Settings()
        self._about: About | None = None
        self.theme = OneOf(_("Theme"), "", _themes())
        self.motion = OneOf(
            _("Motion"),
            _("Reduced means that nothing slides or fades, and the figure goes from pose to pose."),
            _motions(),
        )
        self.text_scale = OneOf(_("Text size"), "", [(scale, _percent(scale)) for scale in _SCALES])
        self.full_screen = OnOff(_("Full screen"), _("A session fills the screen when it starts."))
        self.ask_ratings = OnOff(_("Ask how tight it feels"), _("Before and after a session, 0 to 10."))
        self.prep_extra = OneOf(
            _("More time to get ready"),
            _("Added every time you get into position."),
            [(seconds, seconds_choice_words(seconds)) for seconds in _SECONDS],
        )
        self.spoken_detail = OnOff(
            _("Say every step"), _("When off, the set-up, the steps and what to feel are left out.")
        )
        self.pacer = OnOff(
            _("Breathing in holds"),
            _("A calm breath drawn around the figure: four seconds in, six seconds out."),
        )
        self.keys = KeysCard()
        self.keys.changed.connect(self._change)
        self.figure = FigureCard()
        self.figure.changed.connect(self._change)
        self.noting = NotingCard()
        self.noting.changed.connect(self._change)
        self.sound = SoundCard()
        self.sound.changed.connect(self._change)
        self.data = DataCard()
        self.data.back_up.connect(self.back_up)
        self.data.copied.connect(lambda: self.messages.say(_("The path is copied.")))
        self.starting = StartingCard()
        self.starting.changed.connect(self._change)
        self.taking = TakingCard()
        self.suits = SuitsCard()
        self.about = AboutCard()
        self.content.addWidget(_card(_("Display"), self.theme, self.text_scale, self.motion, self.full_screen))
        self.content.addWidget(self.figure)
        self.content.addWidget(_card(_("Sessions"), self.ask_ratings, self.spoken_detail, self.prep_extra, self.pacer))
        self.content.addWidget(self.noting)
        self.content.addWidget(self.sound)
        self.content.addWidget(self.keys)
        self.content.addWidget(self.starting)
        self.content.addWidget(self.suits)
        self.content.addWidget(self.data)
        self.content.addWidget(self.taking)
        self.content.addWidget(self.about)
        self._connect()
        self.setFocusProxy(self.theme)

    def show_state(self, state: SettingsState) -> None:
        """Show the choices as they are; nothing is emitted."""
        chosen = self._settings = state.settings
        self.theme.set_value(chosen.theme)
        self.motion.set_value(chosen.motion)
        self.text_scale.set_value(chosen.text_scale, _percent(chosen.text_scale))
        self.prep_extra.set_value(chosen.prep_extra_s, seconds_choice_words(chosen.prep_extra_s))
        self.full_screen.setChecked(chosen.full_screen)
        self.ask_ratings.setChecked(chosen.ask_ratings)
        self.spoken_detail.setChecked(chosen.spoken_detail)
        self.pacer.setChecked(chosen.pacer)
        self.keys.show_settings(chosen)
        self.figure.show_settings(chosen)
        self.noting.show_settings(chosen)
        self.sound.show_settings(chosen)
        self.starting.show_settings(chosen)
        self.data.show_state(state)
        self.taking.show_day(state.today)
        if state.about != self._about:
            self._about = state.about
            self.about.show_about(state.about)

    def show_login(self) -> None:
        """Bring what starts the program into view, with the keyboard on its switch."""
        self.starting.login.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.ensureWidgetVisible(self.starting)

    def showEvent(self, event: QShowEvent) -> None:
        """Say that the page comes up: what is not a setting may have changed outside."""
        super().showEvent(event)
        self.shown.emit()

    def _connect(self) -> None:
        choices = {
            "theme": self.theme,
            "motion": self.motion,
            "text_scale": self.text_scale,
            "prep_extra_s": self.prep_extra,
        }
        for key, choice in choices.items():
            choice.chosen.connect(lambda value, key=key: self._change(key, value))
        switches = {
            "full_screen": self.full_screen,
            "ask_ratings": self.ask_ratings,
            "spoken_detail": self.spoken_detail,
            "pacer": self.pacer,
        }
        for key, switch in switches.items():
            switch.clicked.connect(lambda on, key=key: self._change(key, on))

    def _change(self, key: str, value: Any) -> None:
        if getattr(self._settings, key) == value:
            return
        self._settings = msgspec.structs.replace(self._settings, **{key: value})
        self.changed.emit(self._settings)


def _card(title: str, *controls: OneOf | OnOff) -> Card:
    card = Card(gap=4)
    card.body.addWidget(label(title, Role.HEADING))
    for number, control in enumerate(controls):
        if number:
            card.body.addWidget(line())
        card.body.addWidget(control)
    return card


def _themes() -> list[tuple[str, str]]:
    return [
        ("system", _("Same as the system")),
        ("light", _("Light")),
        ("dark", _("Dark")),
        ("contrast", _("High contrast")),
    ]


def _motions() -> list[tuple[str, str]]:
    return [("system", _("Same as the system")), ("full", _("Full")), ("reduced", _("Reduced"))]


def _percent(scale: float) -> str:
    return _("{n}%").format(n=round(scale * 100))
