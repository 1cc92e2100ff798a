"""The stage itself: name, figure, side, instruction, ring, next, and the buttons, each in its place."""

from __future__ import annotations

from dataclasses import replace
from math import ceil

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from coach.content.library import Library
from coach.i18n import _
from coach.plan.timeline import Timeline
from coach.session.state import Phase, Snapshot
from coach.ui import theme, tokens
from coach.ui.player.caption import CaptionText
from coach.ui.player.controls import Controls
from coach.ui.player.note import StageNote
from coach.ui.player.pacer import BreathRing
from coach.ui.player.progress_line import ProgressLine
from coach.ui.player.ring import CountdownRing
from coach.ui.player.side_pill import SidePill
from coach.ui.player.sizes import StageSizes, stage_sizes
from coach.ui.player.stage_figure import RADIUS, StageFigure
from coach.ui.player.stage_text import StageText
from coach.ui.player.state import Face, StageView, progress_of
from coach.ui.player.top_bar import TopBar
from coach.ui.tokens import Tone

_LINE = 12
#: A line of a name, with its accents and tails, as a share of its size.
_NAME_LINE = 1.22
#: How close the letters of a name may come, in percent.
_CLOSER = (100, 97, 95, 93)
_GET_READY_MS = 3_000


class StageCanvas(QWidget):
    """Shows one `StageView` after another; everything is placed by the height of the stage."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sizes = stage_sizes(720)
        self.line = ProgressLine()
        self.name = StageText("name", 700)
        self.figure = StageFigure()
        self.top = TopBar()
        self.side = SidePill()
        self.caption = CaptionText()
        self.ring = CountdownRing()
        self.next = CaptionText(ink="soft")
        self.controls = Controls()
        self.badge = StageText("body", 600, ink="brand")
        self.note = StageNote()
        self.breath = BreathRing(RADIUS)
        self.badge.hide()
        self.name.setWordWrap(False)
        self.badge.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._full_name = ""
        for child in self._parts():
            child.setParent(self)
        self.breath.setParent(self)
        self.breath.stackUnder(self.top)
        self.note.setParent(self)
        self.note.hide()

    def begin(self, timeline: Timeline, library: Library, speed: float) -> None:
        """Make ready for a session."""
        self.top.show_session(_(timeline.name))
        self.figure.begin(library)
        self.badge.setText("" if speed == 1 else _("Rehearsal ×{speed:g}").format(speed=speed))
        self.badge.setVisible(speed != 1)

    def show_view(self, view: StageView, timeline: Timeline, snapshot: Snapshot, speed: float) -> None:
        """Show one moment."""
        self._full_name = view.title
        self.name.setAccessibleName(view.title)
        self._show_name()
        self.figure.show_view(view, timeline, snapshot, speed)
        self.side.show_side(view.side, view.side_words, view.tone)
        self.caption.show_words(view.caption, glance=view.glance)
        self.next.show_words(_("Next: {what}").format(what=view.next_up) if view.next_up else "")
        self.top.show_left(view.pack_words or view.left_words)
        self.line.show_pieces(progress_of(timeline, snapshot))
        paused = snapshot.phase in {Phase.PAUSED, Phase.READY, Phase.STOPPED}
        timed = snapshot.remaining_ms is not None and snapshot.pack is None
        self.controls.show_state(paused=paused, waits=view.waits, timed=timed)
        self.controls.show_ways(by_hand=snapshot.by_hand, dosed=view.exercise is not None)
        self.controls.setEnabled(snapshot.phase is not Phase.STOPPED)
        self._show_time(view, snapshot, speed)
        self._show_breath(view, timeline, snapshot, speed)
        self._place_side()

    def rescale(self) -> None:
        """Follow the height of the stage."""
        self.sizes = stage_sizes(max(self.height(), 1))
        sizes: StageSizes = self.sizes
        for part in (self.name, self.badge, self.caption, self.next, self.ring, self.side, self.top, self.controls):
            part.rescale(sizes)
        self.note.rescale(sizes)
        self.breath.rescale(sizes)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put everything in its place."""
        super().resizeEvent(event)
        self.rescale()
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        del event
        QPainter(self).fillRect(self.rect(), QColor(theme.current().palette.paper))

    def _show_time(self, view: StageView, snapshot: Snapshot, speed: float) -> None:
        if view.face is Face.RESUMING:
            ready = get_ready(view)
            self.ring.show_time(ready, snapshot.resuming_ms, 0, speed)
            return
        over = view.waits and snapshot.remaining_ms == 0  # nothing to count: it waits for the person
        self.ring.show_time(view, None if over else snapshot.remaining_ms, snapshot.elapsed_ms, speed)

    def _show_breath(self, view: StageView, timeline: Timeline, snapshot: Snapshot, speed: float) -> None:
        """Show the breath of a hold while it is held, and stand still with it."""
        segment = timeline.segments[min(max(snapshot.segment, 0), len(timeline.segments) - 1)]
        runs = snapshot.phase is Phase.RUNNING and view.face is Face.NOTHING
        if snapshot.phase in {Phase.RUNNING, Phase.PAUSED}:
            self.breath.show_breath(segment, snapshot.elapsed_ms, view.tone, speed=speed, runs=runs)
        else:
            self.breath.hide()

    def _place(self) -> None:
        sizes, wide, high = self.sizes, self.width(), self.height()
        edge, gap, column = sizes.edge, sizes.gap, sizes.column
        self.line.setGeometry(sizes.margin, edge // 2, wide - 2 * sizes.margin, _LINE)
        self.name.setGeometry(
            sizes.margin,
            edge // 2 + _LINE,
            wide - 2 * sizes.margin,
            _name_height(sizes),
        )
        self.badge.setGeometry(wide - column + sizes.margin, edge // 2 + _LINE, column - 2 * sizes.margin, sizes.name)
        bar = sizes.target + 2 * tokens.GRID
        bar_top = high - edge - bar
        top = self.name.geometry().bottom() + 1 + tokens.GRID
        figure = QRect(sizes.margin, top, wide - column - sizes.margin, bar_top - gap - top)
        self.figure.setGeometry(figure)
        self.note.place(figure)
        inset = max(3 * tokens.GRID, 3 * sizes.margin // 4)
        self.breath.place(figure, inset)
        self.top.setGeometry(
            figure.x() + 2 * inset, figure.y() + inset, figure.width() - 3 * inset, sizes.target + 2 * sizes.body
        )
        self.figure.keep_clear(inset + sizes.target + (round(1.5 * sizes.body) if self.top.two_lines else 0))
        self.controls.setGeometry(figure.x(), bar_top, figure.width(), bar)
        left = wide - column + (column - sizes.ring) // 2
        self.ring.move(left, bar_top - gap - sizes.ring)
        self.next.place(QRect(wide - column + sizes.margin, bar_top, column - 2 * sizes.margin, bar))
        self._show_name()
        self._place_side()

    def _place_side(self) -> None:
        """Side and instruction share the room above the ring."""
        sizes = self.sizes
        left, wide = self.width() - sizes.column + sizes.margin, sizes.column - 2 * sizes.margin
        top, below = self.figure.y(), self.ring.y() - 2 * tokens.GRID
        if not self.side.isHidden():
            self.side.setGeometry(left, top, wide, self.side.sizeHint().height())
            top = self.side.geometry().bottom() + 1 + 2 * tokens.GRID
        self.caption.place(QRect(left, top, wide, max(below - top, 0)))

    def _show_name(self) -> None:
        room = self.name.width() - (0 if self.badge.isHidden() else self.badge.sizeHint().width() + self.sizes.margin)
        font = self._name_font(room)
        self.name.setFont(font)
        self.name.setText(QFontMetrics(font).elidedText(self._full_name, Qt.TextElideMode.ElideRight, room))

    def _name_font(self, room: int) -> QFont:
        """A long name keeps its height: its letters come closer, as far as they may."""
        font = theme.font(self.sizes.name, 700)
        for percent in _CLOSER:
            font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, percent)
            if QFontMetrics(font).horizontalAdvance(self._full_name) <= room:
                break
        return font

    def _parts(self) -> tuple[QWidget, ...]:
        return (
            self.line,
            self.name,
            self.figure,
            self.top,
            self.side,
            self.caption,
            self.ring,
            self.next,
            self.controls,
            self.badge,
        )


def _name_height(sizes: StageSizes) -> int:
    """How high the line of the name is; in a low window it stands closer, or the figure would not have its half."""
    usual = round(sizes.name * 1.1) + sizes.gap - tokens.GRID
    return usual if sizes.gap <= tokens.GRID else max(usual, ceil(sizes.name * _NAME_LINE))


def get_ready(view: StageView) -> StageView:
    """The same moment while the get-ready after a pause counts down."""
    return replace(
        view,
        word=_("Get ready"),
        count="",
        tone=Tone.BRAND,
        face=Face.NOTHING,
        moving=True,
        duration_ms=_GET_READY_MS,
        counts_up=False,
    )
