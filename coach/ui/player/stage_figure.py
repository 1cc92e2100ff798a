"""The figure on the stage: always the side that works, in step with the session."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from coach.content.library import Library
from coach.content.pictures import Seen, figure_of
from coach.figure.reel import Span
from coach.i18n import _
from coach.plan.figures import coming, seen
from coach.plan.timeline import SegmentKind, Timeline
from coach.session.state import Phase, Snapshot
from coach.ui.player.course import course_of
from coach.ui.player.state import StageView
from coach.ui.widgets.figure_course import Course, Staying
from coach.ui.widgets.figure_view import FigureView

#: The session is looked at at least twice a second; without news for longer than this the figure stands still.
_MOST_MS: Final = 3_000
RADIUS: Final = 24
#: So many pictures from key to key are made of the next step before it begins.
_COARSE: Final = 8
#: Here the figure goes back to its start, whatever it was doing.
_GIVEN_UP: Final = frozenset({Phase.STOPPED, Phase.OVER})


class StageFigure(FigureView):
    """Shows one moment of a session after another."""

    def __init__(self) -> None:
        super().__init__(radius=RADIUS, steady=True)
        self._library: Library | None = None
        self._ready_for = -1

    def begin(self, library: Library) -> None:
        """Make ready for a session: nothing is turned any more."""
        self._library, self._ready_for = library, -1
        self.show_icon("person-standing")

    def forget_plan(self) -> None:
        """The plan has changed: what comes is made ready anew."""
        self._ready_for = -1

    def show_view(self, view: StageView, timeline: Timeline, snapshot: Snapshot, speed: float) -> None:
        """Show a moment; where there is no figure, the icon of what is going on."""
        shown = view.figure
        if shown is None or self._library is None:
            self.show_icon(view.icon, view.tone)
            self.setAccessibleName(view.title)
            return
        self.show_figure(shown.key, tone=view.tone, mirrored=shown.mirrored)
        where = _("{what}, {side}").format(what=view.title, side=view.side_words) if view.side_words else view.title
        self.setAccessibleName(where)
        runs = snapshot.phase is Phase.RUNNING and (view.moving or view.counts_up)
        index = min(max(snapshot.segment, 0), len(timeline.segments) - 1)
        if snapshot.phase in _GIVEN_UP:
            self.follow(Staying(0.0), 0.0, 0.0, most_ms=_MOST_MS)
        else:
            course = self._course_of(timeline, index, shown)
            self.follow(course, snapshot.elapsed_ms, speed if runs else 0.0, most_ms=_MOST_MS)
        self._make_ready(timeline, index)

    def _course_of(self, timeline: Timeline, index: int, shown: Seen) -> Course:
        figure = figure_of(self._library, shown.key) if self._library is not None else None
        return course_of(timeline.segments[index], figure) if figure is not None else Staying(0.0)

    def _make_ready(self, timeline: Timeline, index: int) -> None:
        """Let the pictures of this step be made before they are needed, and the first ones of the next step after that."""
        part = timeline.segments[index].part
        if part == self._ready_for or self._library is None:
            return
        self._ready_for = part
        following = coming(timeline, index)
        later = list(self._spans(timeline, index))
        if following is not None:
            later += [(key, span.coarser(_COARSE)) for key, span in self._spans(timeline, following)]
        self.prepare(tuple(later))

    def _spans(self, timeline: Timeline, index: int) -> Iterator[tuple[str, Span]]:
        """Yield what a part shows, each kind of segment once, in the order in which it comes."""
        part, kinds = timeline.segments[index].part, set[SegmentKind]()
        for number in range(index, len(timeline.segments)):
            segment = timeline.segments[number]
            if segment.part != part:
                return
            shown = seen(timeline, number, self._library) if self._library is not None else None
            if segment.kind not in kinds and shown is not None:
                kinds.add(segment.kind)
                yield shown.key, self._course_of(timeline, number, shown).span
