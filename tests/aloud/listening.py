"""Goes through a session as the driver does, event by event and beat by beat, and writes down what would be heard."""

from __future__ import annotations

from coach.aloud.acts import Act, Choices, choices_of
from coach.aloud.beats import next_beat
from coach.aloud.prompter import Prompter
from coach.plan.timeline import Timeline
from coach.session.engine import Engine
from coach.session.events import Event
from coach.session.state import Phase
from coach.settings.model import Settings
from tests.session.building import build, thermal

THERMAL = thermal()


def choices(**changed: object) -> Choices:
    """The usual choices, some of them changed."""
    return choices_of(Settings(), "en")._replace(**changed)  # type: ignore[arg-type]


class Ear:
    """A session and everything heard of it, as (session time in ms, act)."""

    def __init__(self, timeline: Timeline | str, chosen: Choices | None = None) -> None:
        self.timeline = build(timeline) if isinstance(timeline, str) else timeline
        self.engine = Engine(self.timeline, THERMAL, "session")
        self.prompter = Prompter(self.timeline, chosen or choices())
        self.muted = False
        self.heard: list[tuple[int, Act]] = []
        self._last: tuple[int, int] | None = None

    def do(self, events: list[Event]) -> None:
        """Hear what an input caused."""
        for event in events:
            self.heard += [(event.at_ms, act) for act in self.prompter.hear(event, muted=self.muted)]

    def pass_s(self, seconds: float) -> None:
        """Let time pass, stopping at every beat."""
        until = self.engine.session_ms + round(seconds * 1000)
        while self.engine.session_ms < until:
            snapshot = self.engine.snapshot()
            if snapshot.phase is Phase.OVER:
                return
            beat = next_beat(self.timeline, snapshot, self._last)
            due = self.engine.next_due_ms()
            here = self.engine.session_ms
            looks = [here + 500] if snapshot.pack is not None else []  # as the driver, twice a second
            stops = [*looks, until, due if due is not None else until, here + beat.in_ms if beat else until]
            step = max(min(stops) - here, 0)
            if beat is not None and beat.in_ms <= step:
                self.do(self.engine.advance(beat.in_ms))
                self._last = beat.mark
                acts = self.prompter.beat(beat, self.engine.snapshot(), muted=self.muted)
                self.heard += [(self.engine.session_ms, act) for act in acts]
            else:
                self.do(self.engine.advance(max(step, 1)))

    def of(self, kind: type[Act]) -> list[tuple[float, str]]:
        """When (in seconds) acts of a kind came, and the sentence or the sound."""
        return [(at / 1000, str(act[0]) if act else "") for at, act in self.heard if isinstance(act, kind)]
