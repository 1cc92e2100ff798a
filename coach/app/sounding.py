"""What is heard of a session: builds voice, sounds and flash and ties them to the stage; tries them out for Settings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from coach.aloud.acts import Choices, choices_of
from coach.app.sittings import Sitting
from coach.app.stage_desk import StageDesk
from coach.clock import Clock
from coach.drivers.aloud_driver import AloudDriver
from coach.drivers.speaker import Speaker
from coach.drivers.trial import Trial
from coach.i18n import language
from coach.plan.timeline import Timeline
from coach.ports.sounds import Earcon, Sounds
from coach.ports.voice import Manner, Voice
from coach.settings.model import Settings
from coach.ui.player.flash import Flash
from coach.ui.player.page import StagePage

if TYPE_CHECKING:
    from coach.ui.preferences.sound_card import SoundCard

#: A trial of sounds that are all off plays one all the same, softly.
_LEAST_LEVEL = 35


class NoSounds:
    """A machine without a loudspeaker, that does not complain."""

    def open(self, told: Callable[[str], None]) -> None:
        """Be ready at once."""
        told("")

    def play(self, earcon: Earcon, level: int) -> None:
        """Play nothing."""

    def close(self) -> None:
        """Have nothing to close."""


class Loud(NamedTuple):
    """What makes sound: speech engines in the order to try them, and the loudspeaker."""

    engines: Callable[[Settings], Sequence[Callable[[], Voice]]]
    sounds: Callable[[], Sounds]
    voices: Callable[[str, Callable[[tuple[str, ...]], None]], None]


def loud_here() -> Loud:
    """Return this machine's engines and loudspeaker; none of them is asked for anything yet."""
    from coach.desktop.sounds import sounds_here
    from coach.desktop.voices import VoiceList, engines
    from coach.resources import assets

    return Loud(
        engines=lambda settings: engines(settings.voice_engine),
        sounds=lambda: sounds_here(assets() / "sounds"),
        voices=VoiceList().ask,
    )


class Sounding(QObject):
    """Without `loud` nothing is heard and nothing flashes: the tour's pictures are the same whenever they are taken."""

    def __init__(self, loud: Loud | None, clock: Clock, tell: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._loud, self._clock, self._tell = loud, clock, tell
        self._settings = Settings()
        self.driver = AloudDriver(self._speaker, self._sounds(), clock, self)
        self.driver.noticed.connect(tell)
        self._trial: Trial | None = None
        self._chime: Trial | None = None

    def use(self, settings: Settings) -> None:
        """Use other settings, in a session that runs from now on."""
        self._settings = settings
        self.driver.use(self._choices())

    def attach(self, desk: StageDesk, stage: StagePage) -> None:
        """Follow what happens on the stage."""
        self.show_flashes(stage)
        desk.begun.connect(self._begin)
        desk.replanned.connect(self.driver.replan)
        desk.told.connect(self.driver.hear)
        desk.moved.connect(self.driver.follow)
        desk.left.connect(self.driver.end)

    def show_flashes(self, stage: StagePage) -> None:
        """Show on a stage what is heard, and let it be muted there."""
        if self._loud is not None:
            self.driver.flashed.connect(Flash(stage).show_earcon)
        stage.muted.connect(lambda on: self.driver.mute(on=on))

    def begin(self, timeline: Timeline, speed: float, at: int = -1) -> None:
        """Get ready for what begins, or stands at segment number `at`."""
        self.driver.begin(timeline, self._choices(), speed, at)

    def beside(self, parent: QObject) -> Sounding:
        """Return one with the same voice and loudspeaker, for another stage."""
        return Sounding(self._loud, self._clock, self._tell, parent)

    def serve(self, card: SoundCard) -> None:
        """Do what the Settings page asks for: a trial, a single sound, the names of the voices."""
        trial = self._trial = Trial(self._sounds(), self._clock, self)
        trial.found.connect(card.show_result)
        card.tested.connect(lambda: self._try(trial))
        card.heard.connect(trial.play)
        card.voices_asked.connect(lambda: self._ask_voices(card))

    def chime(self) -> None:
        """Let be heard that a break is due: the sound of a rest, as loud as that is; the device is let go soon after."""
        level = self._choices().levels[Earcon.REST]
        if self._loud is None or not level:
            return
        if self._chime is None:
            self._chime = Trial(self._sounds(), self._clock, self)
        self._chime.play(Earcon.REST, level)

    def close(self) -> None:
        """Let engine and device go: the program ends."""
        self.driver.end()
        for trial in (self._trial, self._chime):
            if trial is not None:
                trial.close()
        if self._loud is not None:
            from coach.desktop.processes import bury

            bury()

    def _try(self, trial: Trial) -> None:
        chosen = self._choices()
        speaker = self._speaker(chosen.manner) if chosen.voice else None
        trial.run(speaker, Earcon.START, chosen.levels[Earcon.START] or _LEAST_LEVEL)

    def _ask_voices(self, card: SoundCard) -> None:
        if self._loud is not None:
            self._loud.voices(self._choices().manner.language, card.show_voices)

    def _sounds(self) -> Sounds:
        return self._loud.sounds() if self._loud is not None else NoSounds()

    def _begin(self, sitting: Sitting) -> None:
        self.begin(sitting.timeline, sitting.speed, sitting.engine.snapshot().segment)

    def _choices(self) -> Choices:
        chosen = choices_of(self._settings, language())
        return chosen if self._loud is not None else chosen._replace(voice=False)

    def _speaker(self, manner: Manner) -> Speaker:
        engines = self._loud.engines(self._settings) if self._loud is not None else ()
        return Speaker(engines, self._clock, manner)
