"""What is heard of a session: builds voice, sounds and flash and ties them to the stage; tries them out for Settings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject

from coach.aloud.acts import Choices, choices_of
from coach.app.sittings import Sitting
from coach.app.stage_desk import StageDesk
from coach.clock import Clock
from coach.drivers.aloud_driver import AloudDriver
from coach.drivers.speaker import Speaker
from coach.i18n import language
from coach.ports.sounds import Earcon, Sounds
from coach.ports.voice import Manner, Voice
from coach.settings.model import Settings
from coach.ui.player.flash import Flash
from coach.ui.player.page import StagePage


class NoSounds:
    """A machine without a loudspeaker, that does not complain."""

    def open(self, told: Callable[[str], None]) -> None:
        """Have nothing to open."""

    def play(self, earcon: Earcon, level: int) -> None:
        """Play nothing."""

    def close(self) -> None:
        """Have nothing to close."""


class Loud(NamedTuple):
    """What makes sound: speech engines in the order to try them, and the loudspeaker."""

    engines: Callable[[Settings], Sequence[Callable[[], Voice]]]
    sounds: Sounds


def loud_here() -> Loud:
    """Return this machine's engines and loudspeaker; none of them is asked for anything yet."""
    from coach.desktop.sounds import sounds_here
    from coach.desktop.voices import engines
    from coach.resources import assets

    return Loud(lambda settings: engines(settings.voice_engine), sounds_here(assets() / "sounds"))


class Sounding(QObject):
    """Without `loud` nothing is heard, and only the flash is seen (the tour, tests)."""

    def __init__(self, loud: Loud | None, clock: Clock, tell: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._loud, self._clock = loud, clock
        self._settings = Settings()
        self.driver = AloudDriver(self._speaker, loud.sounds if loud is not None else NoSounds(), clock, self)
        self.driver.noticed.connect(tell)

    def use(self, settings: Settings) -> None:
        """Use other settings from the next session on."""
        self._settings = settings

    def attach(self, desk: StageDesk, stage: StagePage) -> None:
        """Follow what happens on the stage."""
        flash = Flash(stage)
        self.driver.flashed.connect(flash.show_earcon)
        desk.begun.connect(self._begin)
        desk.told.connect(self.driver.hear)
        desk.moved.connect(self.driver.follow)
        desk.left.connect(self.driver.end)
        stage.muted.connect(lambda on: self.driver.mute(on=on))

    def close(self) -> None:
        """Let engine and device go: the program ends."""
        self.driver.end()
        if self._loud is not None:
            from coach.desktop.processes import bury

            bury()

    def _begin(self, sitting: Sitting) -> None:
        self.driver.begin(sitting.timeline, self._choices(), sitting.speed)

    def _choices(self) -> Choices:
        chosen = choices_of(self._settings, language())
        return chosen if self._loud is not None else chosen._replace(voice=False)

    def _speaker(self, manner: Manner) -> Speaker:
        engines = self._loud.engines(self._settings) if self._loud is not None else ()
        return Speaker(engines, self._clock, manner)
