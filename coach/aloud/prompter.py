"""Decides what is said and played when something happens in a session."""

from __future__ import annotations

from coach.aloud.acts import Act, Choices, Hush, Play, Say, Weight
from coach.aloud.beats import Beat
from coach.aloud.earcons import earcon_of
from coach.plan import words
from coach.plan.timeline import CueKind, SegmentKind, Timeline
from coach.ports.sounds import Earcon
from coach.session.alarm import alarm_level
from coach.session.events import (
    CheckAsked,
    CueDue,
    Event,
    Finished,
    GotWorse,
    PackDue,
    PackRefused,
    Paused,
    SegmentStarted,
    Status,
)
from coach.session.state import Snapshot

_WEIGHTS = {
    CueKind.COUNT: Weight.COUNT,
    CueKind.HALFWAY: Weight.COUNT,
    CueKind.FIVE_SECONDS: Weight.COUNT,
    CueKind.BREATHE: Weight.COUNT,
    CueKind.SAFETY: Weight.CARE,
    CueKind.CHECK: Weight.CARE,
    CueKind.PACK_ON: Weight.CARE,
    CueKind.PACK_OFF: Weight.ALARM,
}
#: How loud the alarm is by urgency, as a share of what was chosen; between these it rises with time.
_RISING = (0.5, 0.75, 1.0)
_ALARM_LASTS_MS = 2_000


class Prompter:
    """Follows one session, which stands at segment number `at` (a new one at none). `muted` silences voice and sounds and keeps
    every flash; only the alarm that nobody answers is heard all the same.
    """

    def __init__(self, timeline: Timeline, choices: Choices, at: int = -1) -> None:
        self._timeline = timeline
        self._choices = choices
        self._at = at
        self._off_said_ms = -1
        self._look = ""
        self._alarm_ms: int | None = None

    def replan(self, timeline: Timeline, at: int) -> None:
        """The session goes on in another dose, and stands at segment number `at` of the new plan."""
        self._timeline, self._at = timeline, at

    def use(self, choices: Choices) -> None:
        """Go on with other choices."""
        self._choices = choices

    def hear(self, event: Event, *, muted: bool = False) -> list[Act]:
        """Return what to do about one event."""
        unanswered = isinstance(event, CheckAsked | PackDue) and event.urgency > 0
        acts = [self._allowed(act, muted=muted, unanswered=unanswered) for act in self._about(event)]
        return [act for act in acts if act is not None]

    def beat(self, beat: Beat, snapshot: Snapshot, *, speaking: bool = False, muted: bool = False) -> list[Act]:
        """Return what to do at a beat: no tick falls into a sentence, no alarm into the one before."""
        share = alarm_level(snapshot)
        if beat.earcon is Earcon.TICK:
            act = None if speaking and not muted else Play(Earcon.TICK, self._level(Earcon.TICK))
        elif share and (self._alarm_ms is None or snapshot.session_ms - self._alarm_ms >= _ALARM_LASTS_MS):
            act = self._alarm(snapshot.session_ms, (1 + share) / 2)
        else:
            act = None
        allowed = None if act is None else self._allowed(act, muted=muted, unanswered=share > 0)
        return [] if allowed is None else [allowed]

    def _about(self, event: Event) -> list[Act]:
        match event:
            case SegmentStarted():
                acts = self._started(event.segment)
            case CueDue():
                acts = self._cue(event)
            case CheckAsked():
                acts = self._unanswered(event)
            case PackDue():
                acts = self._due(event)
            case PackRefused():
                acts = [Say(event.reason, Weight.GUIDE, event.at_ms)]
            case Finished(status=Status.DONE):
                acts = [Play(Earcon.DONE, self._level(Earcon.DONE))]
            case Finished() | Paused() | GotWorse():
                acts = [Hush()]
            case _:
                acts = []
        return acts

    def _started(self, index: int) -> list[Act]:
        before, self._at = self._at, index
        segments = self._timeline.segments
        acts: list[Act] = [] if index == before + 1 else [Hush()]
        earcon = earcon_of(segments[index], segments[before] if before >= 0 and before != index else None)
        return [*acts, Play(earcon, self._level(earcon))] if earcon is not None else acts

    def _cue(self, event: CueDue) -> list[Act]:
        cue = event.cue
        if cue.kind is CueKind.ASK and not (self._choices.asks or self._timeline.preferences.learning):
            return []
        if cue.kind is CueKind.PACK_OFF:
            self._off_said_ms = event.at_ms
        elif cue.kind is CueKind.CHECK:
            self._look = cue.text
        return [Say(cue.text, _WEIGHTS.get(cue.kind, Weight.GUIDE), event.at_ms)]

    def _unanswered(self, event: CheckAsked) -> list[Act]:
        """Ask again, louder; the first time a cue asks, and at the last the pack has to come off."""
        if event.urgency == 1:
            return [self._alarm(event.at_ms, _RISING[1]), Say(self._look, Weight.CARE, event.at_ms)]
        out_of_turn = self._timeline.segments[self._at].kind is not SegmentKind.CHECK
        return [Play(Earcon.SWITCH, self._level(Earcon.SWITCH))] if out_of_turn and event.urgency == 0 else []

    def _due(self, event: PackDue) -> list[Act]:
        """Sound the alarm and say it, unless the plan's own sentence says it at this very moment."""
        acts: list[Act] = [self._alarm(event.at_ms, _RISING[min(event.urgency, 2)])]
        if event.at_ms != self._off_said_ms:
            acts.append(Say(words.pack_off(event.mode), Weight.ALARM, event.at_ms))
        return acts

    def _alarm(self, at_ms: int, share: float) -> Play:
        self._alarm_ms = at_ms
        return Play(Earcon.ALARM, round(self._level(Earcon.ALARM) * share))

    def _level(self, earcon: Earcon) -> int:
        return self._choices.levels[earcon]

    def _allowed(self, act: Act, *, muted: bool, unanswered: bool) -> Act | None:
        """Return the act as it may be done, None when it may not."""
        if isinstance(act, Say):
            return None if muted or not self._choices.voice or not act.text else act
        if isinstance(act, Play) and muted and not (act.earcon is Earcon.ALARM and unanswered):
            return act._replace(level=0)
        return act
