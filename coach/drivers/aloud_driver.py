"""Carries a session to the ears: what the prompter decides goes to the voice, the sounds and the stage's flash."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from coach.aloud.acts import Act, Choices, Play, Say
from coach.aloud.beats import Beat, later, next_beat
from coach.aloud.prompter import Prompter
from coach.clock import Clock
from coach.drivers.speaker import LATE_MS, Speaker
from coach.i18n import _
from coach.plan.timeline import Timeline
from coach.ports.sounds import Earcon, Sounds
from coach.ports.voice import Manner
from coach.session.events import Event
from coach.session.state import Snapshot

MakeSpeaker = Callable[[Manner], Speaker]

#: A sentence waits so long for the sound that comes with it, so that its first word is heard.
_AFTER_EARCON_MS, _AFTER_ALARM_MS = 280, 1_650
#: What is missing is told once, together: a moment after the first news of it.
_TOGETHER_MS = 1_200
#: No further than this is the session thought on without news of it.
_MOST_MS = 2_000
_NS_PER_MS = 1_000_000


class AloudDriver(QObject):
    """One session at a time. `flashed(earcon)` with every sound, muted or not; `noticed(sentence)` when voice or sound
    cannot be had, once for all sessions; `said(text)` when a sentence is asked for.
    """

    flashed = Signal(object)
    noticed = Signal(str)
    said = Signal(str)

    def __init__(self, make_speaker: MakeSpeaker, sounds: Sounds, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make_speaker, self._sounds, self._clock = make_speaker, sounds, clock
        self._choices: Choices | None = None
        self._speaker: Speaker | None = None
        self._prompter: Prompter | None = None
        self._timeline: Timeline | None = None
        self._speed = 1.0
        self._muted = False
        self._snapshot: Snapshot | None = None
        self._seen_ns = 0
        self._beat: Beat | None = None
        self._last_beat: tuple[int, int] | None = None
        self._held: Say | None = None
        self._missing: dict[str, str] = {}
        self._told = False
        self._beats = self._timer(self._play_beat)
        self._after = self._timer(self._say_held)
        self._together = self._timer(self._tell)

    @property
    def engine(self) -> str:
        """Return the name of the speech engine in use, '' when there is none."""
        return self._speaker.engine if self._speaker is not None else ""

    def begin(self, timeline: Timeline, choices: Choices, speed: float = 1.0, at: int = -1) -> None:
        """Get ready for a session that stands at segment number `at`, none when it is new.

        Engine and device are asked for now, so that the first sentence is in time.
        """
        self.end()
        self._timeline, self._speed = timeline, speed
        self._prompter = Prompter(timeline, choices, at)
        self._sounds.open(lambda why: self._miss("sound", why))
        self._choices = choices
        self._open_voice(choices)

    def use(self, choices: Choices) -> None:
        """Go on with other choices; a voice that changes is made anew."""
        before, self._choices = self._choices, choices
        if self._prompter is None:
            return
        self._prompter.use(choices)
        if before is None or (before.voice, before.manner) != (choices.voice, choices.manner):
            self._close_voice()
            self._open_voice(choices)

    def replan(self, timeline: Timeline, at: int) -> None:
        """The session goes on in another dose, at segment number `at` of the new plan."""
        if self._prompter is not None:
            self._timeline = timeline
            self._prompter.replan(timeline, at)

    def hear(self, event: Event, session_ms: int) -> None:
        """Follow one event; `session_ms` is what the session's time is now, for it may be told late."""
        if self._prompter is not None:
            late_ms = (session_ms - event.at_ms) / self._speed
            self._do(self._prompter.hear(event, muted=self._muted), late_ms)

    def follow(self, snapshot: Snapshot) -> None:
        """Follow the session's position: ticks and the alarm come by the clock."""
        self._snapshot, self._seen_ns = snapshot, self._clock.now().awake_ns
        self._arm()

    def mute(self, *, on: bool) -> None:
        """Be silent, or not; every picture and flash stays."""
        self._muted = on
        if on:
            self._hush()

    def end(self) -> None:
        """Let engine and device go."""
        for timer in (self._beats, self._after, self._together):
            timer.stop()
        self._prompter = self._timeline = self._snapshot = self._beat = self._last_beat = self._held = None
        self._missing.clear()
        self._close_voice()
        self._sounds.close()

    def _open_voice(self, choices: Choices) -> None:
        if choices.voice:
            self._speaker = self._make_speaker(choices.manner)
            self._speaker.silent.connect(lambda why: self._miss("voice", why))
            self._speaker.open()

    def _close_voice(self) -> None:
        speaker, self._speaker, self._held = self._speaker, None, None
        if speaker is not None:
            speaker.close()
            speaker.deleteLater()

    def _timer(self, act: Callable[[], None]) -> QTimer:
        made = QTimer(self, singleShot=True)
        made.setTimerType(Qt.TimerType.PreciseTimer)
        made.timeout.connect(act)
        return made

    def _speaking(self) -> bool:
        return self._held is not None or (self._speaker is not None and self._speaker.speaking is not None)

    def _do(self, acts: list[Act], late_ms: float = 0) -> None:
        for act in acts:
            if isinstance(act, Play):
                self._play(act, late_ms)
            elif isinstance(act, Say):
                self._say(act, late_ms)
            else:
                self._hush()

    def _play(self, act: Play, late_ms: float) -> None:
        self.flashed.emit(act.earcon)
        if act.level and late_ms <= LATE_MS:
            self._sounds.play(act.earcon, act.level)
            if act.earcon is not Earcon.TICK:
                self._after.start(_AFTER_ALARM_MS if act.earcon is Earcon.ALARM else _AFTER_EARCON_MS)

    def _say(self, act: Say, late_ms: float) -> None:
        if self._speaker is None or late_ms > LATE_MS:
            return
        self.said.emit(act.text)
        if self._after.isActive():
            if self._held is None or act.weight >= self._held.weight:
                self._held = act
        else:
            due_ns = self._clock.now().awake_ns - round(late_ms * _NS_PER_MS)
            self._speaker.say(act.text, act.weight, due_ns)

    def _say_held(self) -> None:
        held, self._held = self._held, None
        if held is not None and self._speaker is not None:
            self._speaker.say(held.text, held.weight)

    def _hush(self) -> None:
        self._held = None
        if self._speaker is not None:
            self._speaker.stop()

    def _arm(self) -> None:
        """Set the timer to the next sound by the clock, or to nothing."""
        snapshot, found = self._now(), None
        if self._timeline is not None and snapshot is not None:
            found = next_beat(self._timeline, snapshot, self._last_beat)
        self._beat = found
        if found is None:
            self._beats.stop()
        else:
            self._beats.start(round(found.in_ms / self._speed))

    def _now(self) -> Snapshot | None:
        """Return the session as it must be by now: it is told twice a second at least."""
        if self._snapshot is None:
            return None
        gone_ns = self._clock.now().awake_ns - self._seen_ns
        return later(self._snapshot, min(round(gone_ns / _NS_PER_MS * self._speed), round(_MOST_MS * self._speed)))

    def _play_beat(self) -> None:
        beat, snapshot = self._beat, self._now()
        if beat is None or snapshot is None or self._prompter is None:
            return
        self._beat, self._last_beat = None, beat.mark
        self._do(self._prompter.beat(beat, snapshot, speaking=self._speaking(), muted=self._muted))
        self._arm()

    def _miss(self, what: str, why: str) -> None:
        """Something cannot be had: told once, with whatever else is missing at that moment."""
        if why and not self._told:
            self._missing[what] = why
            if not self._together.isActive():
                self._together.start(_TOGETHER_MS)

    def _tell(self) -> None:
        missing, self._missing = self._missing, {}
        if missing:
            self._told = True
            self.noticed.emit(missing_words(missing))


def missing_words(missing: dict[str, str]) -> str:
    """Say what cannot be heard and why, and that it is seen instead; `missing` has a reason for "voice" and "sound"."""
    head = {
        (True, True): _("There is neither voice nor sound:"),
        (True, False): _("There is no voice:"),
        (False, True): _("There is no sound:"),
    }[("voice" in missing, "sound" in missing)]
    return " ".join([head, *missing.values(), _("Everything is shown on the stage.")])
