"""The stage without a session: what a presenter shows to somebody in the room, large enough to be read from there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from coach.content.vocabulary import Side
from coach.i18n import _
from coach.ui import theme, tokens
from coach.ui.player.caption import CaptionText
from coach.ui.player.ring import CountdownRing
from coach.ui.player.side_pill import SidePill
from coach.ui.player.sizes import stage_sizes
from coach.ui.player.stage_text import StageText
from coach.ui.player.state import Face, StageView
from coach.ui.tokens import Tone
from coach.ui.widgets.figure_view import FigureView

_RADIUS: Final = 24
#: The name keeps this much more than its letters, so that none is cut.
_NAME_ROOM: Final = 1.25


@dataclass(frozen=True, slots=True)
class Shown:
    """What stands beside the figure.

    `hold_ms`: what the timer counts down from; 0: it counts up. `warns`: the caption says when to stop.
    """

    title: str
    side: Side | None
    side_words: str
    caption: str
    dose: str
    hold_ms: int
    warns: bool = False


class ShownFigure(FigureView):
    """A figure that is only looked at: no buttons come over it, and the keyboard goes past it."""

    def __init__(self) -> None:
        super().__init__(radius=_RADIUS, steady=True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def setFocusPolicy(self, policy: Qt.FocusPolicy) -> None:
        """Never take the keyboard, whatever the figure offers."""
        del policy
        super().setFocusPolicy(Qt.FocusPolicy.NoFocus)


class PresentedStage(QWidget):
    """Name, figure, side, a sentence, and the dose or the timer in its place. It is told everything and decides nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = Shown("", None, "", "", "", 0)
        self.name = StageText("name", 700)
        self.name.setWordWrap(False)
        self.figure = ShownFigure()
        self.side = SidePill()
        self.caption = CaptionText()
        self.dose = CaptionText()
        self.ring = CountdownRing()
        for part in (self.name, self.figure, self.side, self.caption, self.dose, self.ring):
            part.setParent(self)
        self.ring.hide()

    def show_view(self, shown: Shown) -> None:
        """Show one moment."""
        self._shown = shown
        self.name.setAccessibleName(shown.title)
        self.figure.setAccessibleName(_("{exercise}, moving picture").format(exercise=shown.title))
        self.side.show_side(shown.side, shown.side_words, Tone.BRAND)
        self.caption.show_ink("alarm" if shown.warns else "ink")
        self.caption.show_words(shown.caption)
        self.dose.show_words(shown.dose)
        self._place()

    def show_timer(self, gone_ms: int | None) -> None:
        """Show so much of the timer gone; None: no timer, the dose stands in its place."""
        off = gone_ms is None
        self.ring.setVisible(not off)
        self.dose.setVisible(off)
        if gone_ms is None:
            return
        hold = self._shown.hold_ms
        left = max(hold - gone_ms, 0) if hold else None
        self.ring.show_time(_ring_view(hold, left), left, gone_ms, 1.0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put everything in its place."""
        super().resizeEvent(event)
        sizes = stage_sizes(max(self.height(), 1))
        for part in (self.name, self.side, self.ring):
            part.rescale(sizes)
        for words in (self.caption, self.dose):  # alone in their places: as large as a title where they fit
            words.rescale(replace(sizes, caption=sizes.title))
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        del event
        QPainter(self).fillRect(self.rect(), QColor(theme.current().palette.paper))

    def _place(self) -> None:
        sizes, wide, high = stage_sizes(max(self.height(), 1)), self.width(), self.height()
        margin, gap = sizes.margin, 2 * tokens.GRID
        self.name.setGeometry(margin, sizes.edge, wide - 2 * margin, round(sizes.name * _NAME_ROOM))
        self.name.setText(
            self.name.fontMetrics().elidedText(self._shown.title, Qt.TextElideMode.ElideRight, self.name.width())
        )
        top = self.name.geometry().bottom() + 1 + gap
        below = high - margin
        self.figure.setGeometry(margin, top, wide - sizes.column - margin, below - top)
        left, inner = wide - sizes.column + margin, sizes.column - 2 * margin
        foot = QRect(wide - sizes.column + (sizes.column - sizes.ring) // 2, below - sizes.ring, sizes.ring, sizes.ring)
        self.ring.move(foot.topLeft())
        self.dose.place(QRect(left, foot.y(), inner, foot.height()))
        if not self.side.isHidden():
            self.side.setGeometry(left, top, inner, self.side.sizeHint().height())
            top = self.side.geometry().bottom() + 1 + gap
        self.caption.place(QRect(left, top, inner, max(foot.y() - gap - top, 0)))


def _ring_view(hold_ms: int, left_ms: int | None) -> StageView:
    """Return what the ring shows: it is told the time anew all along and never runs by itself."""
    over = left_ms == 0
    word = _("Time") if not hold_ms else _("Done") if over else _("Hold")
    return StageView(
        title="",
        word=word,
        count="",
        tone=Tone.DONE if over else Tone.HOLD,
        icon="timer",
        side=None,
        side_words="",
        figure=None,
        caption="",
        next_up="",
        left_words="",
        moving=False,
        counts_up=not hold_ms,
        waits=False,
        duration_ms=hold_ms or None,
        face=Face.PAUSED,
    )
