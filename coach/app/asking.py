"""Goes on past a rating that need not be asked, or that nobody answers in the middle of a session."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from coach.content.vocabulary import When
from coach.plan.timeline import Timeline
from coach.session.events import Event, Finished, Outcome, PartEnded, Paused, RatingAsked, SegmentStarted

#: In a learning week nobody has to come back to the keyboard after each exercise: left alone, the session goes on.
LEFT_ALONE_MS = 45_000


class Asking(QObject):
    """Hears what happens in a session. `go_on`: leave this rating out.

    `wanted` False leaves out all ratings. In a learning week everything is asked, but nothing twice and nothing about an
    exercise that was skipped.
    """

    go_on = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.wanted = True
        self._learning = False
        self._done = False
        self._left_alone = QTimer(self, interval=LEFT_ALONE_MS, singleShot=True)
        self._left_alone.timeout.connect(self.go_on)

    def begin(self, timeline: Timeline) -> None:
        """Another session begins."""
        self.stop()
        self._learning, self._done = bool(timeline.preferences.learning), True

    def stop(self) -> None:
        """Nothing is asked any more."""
        self._left_alone.stop()

    def hear(self, event: Event) -> None:
        """Take in what happened."""
        if isinstance(event, SegmentStarted | Paused | Finished):
            self.stop()
        elif isinstance(event, PartEnded):
            self._done = self._done or (event.outcome is not Outcome.SKIPPED and bool(event.done_ms or event.done_reps))
        elif isinstance(event, RatingAsked):
            self._ask(event)

    def _ask(self, event: RatingAsked) -> None:
        between = self._learning and event.when is When.DURING
        if not (self.wanted or self._learning) or (between and not self._done):
            QTimer.singleShot(0, self, self.go_on.emit)
        elif between:
            self._left_alone.start()
        self._done = False
