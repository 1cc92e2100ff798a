"""What is on the card: a small figure, what it asks and why, and the answers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from coach.reminders.events import Reason
from coach.ui import theme, tokens
from coach.ui.breaks.hold import HoldButton
from coach.ui.breaks.state import Act, CardState, opens_words
from coach.ui.tokens import Role, Tone
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.card import column
from coach.ui.widgets.figure_tile import FigureTile
from coach.ui.widgets.flow import flow_of
from coach.ui.widgets.text import label, set_px

_FIGURE_HIGH = 104
_FIGURE_WIDE = 136
_GAP, _LEFT, _RIGHT = 4 * tokens.GRID, 5 * tokens.GRID, 4 * tokens.GRID
_KINDS = {Act.TAKE: "primary", Act.SHORTER: "quiet", Act.LATER: "quiet"}


class CardBody(QWidget):
    """`acted(act)` for every answer, `reason_given(reason)` for a reason. All of its parts are made once."""

    acted = Signal(object)
    reason_given = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.figure = FigureTile(fixed=QSize(_FIGURE_WIDE, _FIGURE_HIGH))
        self.head = label("", Role.OVERLINE)
        self.title = label("", Role.STRONG)
        self.why_this = label("", Role.BODY)
        self.why_now = label("", Role.SMALL)
        self.opens = label("", Role.SMALL)
        self.buttons = {act: self._button(act) for act in Act}
        self.reasons = {reason: self._reason(reason) for reason in Reason}
        self._answers = flow_of(self.buttons.values())
        self._why = column(1)
        for button in self.reasons.values():
            self._why.addWidget(button)
        self._lay_out()
        self._resize_title()

    def show_state(self, state: CardState) -> None:
        """Show all of it."""
        for part, words in (
            (self.head, state.head),
            (self.title, state.title),
            (self.why_this, state.why_this),
            (self.why_now, state.why_now),
        ):
            part.setText(words)
            part.setVisible(bool(words))
        self.figure.show_figure(state.figure, Tone.BRAND)
        self._show_answers(state)
        self.show_opens(state.opens_in_ms)

    def show_opens(self, left_ms: int | None) -> None:
        """Say when it opens by itself."""
        self.opens.setText(opens_words(left_ms))
        self.opens.setVisible(left_ms is not None)

    def high(self, width: int) -> int:
        """Return how high it has to be at this width, in pixels, with the words that it shows now.

        Where the longest of them would not fit beside it, the figure is left out.
        """
        self.figure.setVisible(self.figure.shown is not None and self._fits(width))
        self._answers.updateGeometry()
        for part in self.findChildren(QLayout):
            part.invalidate()
        return self.heightForWidth(width)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        if event.type() == QEvent.Type.StyleChange:
            self._resize_title()
            self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, with an edge that is seen on any desktop."""
        del event
        used, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = outline(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.fillPath(shape, used.colour("raised"))
        painter.save()
        painter.setClipPath(shape)
        painter.fillRect(QRect(0, 0, tokens.GRID, self.height()), used.colour("brand"))
        painter.restore()
        painter.setPen(QPen(used.colour("edge"), 1))
        painter.drawPath(shape)

    def _fits(self, width: int) -> bool:
        room = width - _FIGURE_WIDE - _GAP - _LEFT - _RIGHT
        parts = (self.head, self.title, self.why_this)
        widest = (QFontMetrics(part.font()).horizontalAdvance(word) for part in parts for word in part.text().split())
        return max(widest, default=0) <= room

    def _show_answers(self, state: CardState) -> None:
        offered = dict(state.acts)
        for act, button in self.buttons.items():
            button.setVisible(act in offered)
            button.set_words(offered.get(act, ""))
        words = dict(state.reasons)
        for reason, button in self.reasons.items():
            button.setVisible(reason in words)
            button.set_words(words.get(reason, ""))
        first = next(iter(offered), None)
        for act in (Act.TAKE, Act.SHORTER):
            _make_kind(self.buttons[act], "primary" if act is first else "quiet")

    def _lay_out(self) -> None:
        words = column(1)
        for part in (self.head, self.title, self.why_this):
            words.addWidget(part)
        words.addStretch(1)
        above = QHBoxLayout()
        above.setContentsMargins(0, 0, 0, 0)
        above.setSpacing(_GAP)
        above.addWidget(self.figure, 0, Qt.AlignmentFlag.AlignTop)
        above.addLayout(words, 1)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(_LEFT, 4 * tokens.GRID, _RIGHT, 4 * tokens.GRID)
        inside.setSpacing(3 * tokens.GRID)
        inside.addLayout(above)
        now = column(1)
        now.addWidget(self.why_now)
        now.addWidget(self.opens)
        inside.addLayout(now)
        inside.addLayout(self._why)
        inside.addWidget(self._answers)

    def _button(self, act: Act) -> Button:
        if act is Act.LEAVE:
            held = HoldButton("")
            held.held.connect(lambda: self.acted.emit(act))
            made: Button = held
        else:
            made = Button("", _KINDS.get(act, "text"))
            made.clicked.connect(lambda: self.acted.emit(act))
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return made

    def _reason(self, reason: Reason) -> Button:
        made = Button("", "quiet")
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.clicked.connect(lambda: self.reason_given.emit(reason))
        return made

    def _resize_title(self) -> None:
        set_px(self.title, theme.current().px(Role.LEAD))


def outline(area: QRectF) -> QPainterPath:
    """Return the shape of the card: round at its corners."""
    shape = QPainterPath()
    shape.addRoundedRect(area, tokens.RADIUS, tokens.RADIUS)
    return shape


def _make_kind(button: Button, kind: str) -> None:
    if button.property("kind") != kind:
        button.setProperty("kind", kind)
        button.style().unpolish(button)
        button.style().polish(button)
