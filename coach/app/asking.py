"""Goes on past a rating that need not be asked."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from coach.content.vocabulary import When
from coach.plan.timeline import CueKind, Timeline
from coach.session.events import CueDue, Event, Outcome, PartEnded, RatingAsked


class Asking(QObject):
    """Hears what happens in a session. `go_on`: leave this rating out.

    `wanted` False leaves out all ratings. In a learning week everything is asked, but nothing about an exercise that was
    skipped.
    """

    go_on = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.wanted = True
        self._learning = False
        self._done = False
        self._left_out = False

    def begin(self, timeline: Timeline) -> None:
        """Another session begins."""
        self._learning, self._done = bool(timeline.preferences.learning), True

    def hear(self, event: Event) -> None:
        """Take in what happened."""
        if isinstance(event, PartEnded):
            self._done = self._done or (event.outcome is not Outcome.SKIPPED and bool(event.done_ms or event.done_reps))
        elif isinstance(event, RatingAsked):
            skipped = self._learning and event.when is When.DURING and not self._done
            self._left_out = skipped or not (self.wanted or self._learning)
            if self._left_out:
                QTimer.singleShot(0, self, self.go_on.emit)
            self._done = False

    def silent(self, event: Event) -> bool:
        """Whether this is the voice of a question that is left out."""
        return self._left_out and isinstance(event, CueDue) and event.cue.kind is CueKind.ASK
