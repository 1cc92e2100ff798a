"""The frame of everything that lies over the stage: large words, large buttons, help in the corner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from coach.content.library import Library
from coach.content.vocabulary import Mode
from coach.i18n import _
from coach.plan.timeline import Timeline
from coach.session.state import Snapshot
from coach.ui import theme, tokens
from coach.ui.player.sizes import StageSizes, stage_sizes
from coach.ui.player.stage_text import StageText, rescale_all
from coach.ui.player.state import StageView
from coach.ui.tokens import Tone
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.card import clear, column, row
from coach.ui.widgets.fit_scroll import FitScroll
from coach.ui.widgets.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Moment:
    """All an overlay may look at. `since`: the time of day at which the pack went on, '' where it is not known. `worn`: the pack
    that had to come off last.
    """

    timeline: Timeline
    library: Library
    snapshot: Snapshot
    view: StageView
    since: str = ""
    worn: Mode | None = None


#: In a window no higher than this the card has less room around its words.
_SMALL = 700


class Overlay(Sheet):
    """Fill `inside` with words and `buttons` with actions. `intent` carries the name of an engine input and its value.

    `accept` is what Enter does. `bleed` fills the whole stage with a tone instead of dimming it.
    """

    intent = Signal(str, object)
    help_asked = Signal()

    def __init__(self, parent: QWidget, *, share: float = 0.62, bleed: Tone | None = None) -> None:
        super().__init__(parent, width=2_000, escapes=False)
        self._share = share
        self._bleed = bleed
        self._sizes = stage_sizes(720)
        self.inside = column(4)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(4 * tokens.GRID)
        self._scroll = FitScroll(self.inside)
        self.card.body.addWidget(self._scroll)
        self.card.body.addSpacing(2 * tokens.GRID)
        self.card.body.addLayout(self.buttons)
        self._help = Button(_("Warning signs (F1)"), "raised", "life-buoy", "stage", parent=self)
        self._help.clicked.connect(self.help_asked)
        self.place_corner(self._help)

    def show_moment(self, moment: Moment) -> None:
        """Follow the session; called for every snapshot while it is open."""

    def closing(self) -> None:
        """Forget what was filled in, where it must not be there the next time."""

    def accept(self) -> None:
        """Do what Enter means here; nothing, where a deliberate press is wanted."""

    def first_focus(self) -> QWidget | None:
        """Where the keyboard is when it opens."""
        return None

    def rescale(self, sizes: StageSizes) -> None:
        """Follow the height of the stage."""
        self._sizes = sizes
        rescale_all(self, sizes)
        padding = 4 * tokens.GRID if self.small else 2 * sizes.margin
        self.card.body.setContentsMargins(padding, padding, padding, padding)
        self.inside.setSpacing(round(sizes.margin * 0.9))
        self.buttons.setSpacing(sizes.margin)
        self._fit()

    @property
    def small(self) -> bool:
        """Whether there is little height for all that has to be read at once."""
        return self._over.height() <= _SMALL

    def set_bleed(self, tone: Tone | None) -> None:
        """Fill the stage with another tone."""
        self._bleed = tone
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the card's width and the corner."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim the stage, or fill it."""
        if self._bleed is None:
            super().paintEvent(event)
            return
        QPainter(self).fillRect(QRectF(self.rect()), theme.current().tint(self._bleed))

    def _fit(self) -> None:
        self.card.setFixedWidth(max(560, min(round(self.width() * self._share), self.width() - 12 * tokens.GRID)))
        margins = self.card.body.contentsMargins()
        room = self.card.width() - margins.left() - margins.right() - 2
        self._scroll.set_room(room)
        self._turn_buttons(room)

    def _turn_buttons(self, room: int) -> None:
        """Put the buttons under each other where their words are too long for one line."""
        shown = [item.widget() for item in map(self.buttons.itemAt, range(self.buttons.count())) if item]
        widths = [widget.sizeHint().width() for widget in shown if widget is not None and not widget.isHidden()]
        fits = sum(widths) + self.buttons.spacing() * max(len(widths) - 1, 0) <= room
        ways = QBoxLayout.Direction
        self.buttons.setDirection(ways.LeftToRight if fits else ways.TopToBottom)


def bullets(lines: Sequence[str], *, part: str = "body") -> QVBoxLayout:
    """Make a list with a mark before each line."""
    made = column(2)
    for text in lines:
        words = StageText(part)
        words.setText(text)
        line = row(gap=3)
        mark = StageText(part, 700, ink="brand")
        mark.setText("•")
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(words, 1)
        made.addLayout(line)
    return made


def refill(layout: QVBoxLayout, lines: Sequence[str], sizes: StageSizes) -> None:
    """Put another list in place of the one that is there."""
    clear(layout)
    layout.addLayout(bullets(lines))
    holder = layout.parentWidget()
    if holder is not None:
        rescale_all(holder, sizes)
