"""The routine due: what it is, how long it takes, and one large Start."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from coach.content.vocabulary import Mode
from coach.i18n import _
from coach.ui import tokens
from coach.ui.today.model import ExerciseLine, RoutineDue
from coach.ui.tokens import Role, Tone
from coach.ui.widgets.buttons import primary, text_button
from coach.ui.widgets.card import Card, clear, column, row
from coach.ui.widgets.figure_tile import FigureTile, tile_width
from coach.ui.widgets.flow import flow_of
from coach.ui.widgets.remark import Remark
from coach.ui.widgets.text import label, line

_HIGH = 50 * tokens.GRID
_LINE_HIGH = 13 * tokens.GRID
_TONES = {Mode.HEAT: Tone.HEAT, Mode.COLD: Tone.COLD}


class RoutineCard(Card):
    """Shows a `RoutineDue`; `started` carries its id."""

    started = Signal(str)
    others_asked = Signal()

    def __init__(self) -> None:
        super().__init__(padding=0, gap=0)
        self._key = ""
        self._figure = FigureTile(high=_HIGH, radius=tokens.RADIUS_CARD - 1, head=True)
        self._overline = label("", Role.OVERLINE)
        self._name = label("", Role.TITLE)
        self._facts = label("", Role.MUTED)
        self._summary = label("", Role.BODY)
        self._learning = Remark()
        self._done = label("", Role.SMALL)
        self._lines = column(2)
        self._start = primary(_("Start"), "play", "large")
        self._start.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._start.clicked.connect(lambda: self.started.emit(self._key))
        self._others = text_button(_("Choose another"))
        self._others.clicked.connect(self.others_asked)
        self._lay_out()

    def show_routine(self, due: RoutineDue) -> None:
        """Show one routine."""
        self._key = due.id
        self._figure.show_figure(due.figure, Tone.BRAND)
        self._overline.setText(due.overline)
        self._name.setText(due.name)
        self._facts.setText("  ·  ".join(due.facts))
        self._summary.setText(due.summary)
        self._learning.show_words(due.learning)
        self._done.setText(due.done_today)
        self._done.setVisible(bool(due.done_today))
        self._start.setAccessibleName(_("Start {routine}").format(routine=due.name))
        clear(self._lines)
        for one in due.lines:
            self._lines.addWidget(_line(one))

    def _lay_out(self) -> None:
        self.body.addWidget(self._figure)
        inside = column(3)
        inside.setContentsMargins(6 * tokens.GRID, 5 * tokens.GRID, 6 * tokens.GRID, 6 * tokens.GRID)
        head = column(1)
        for widget in (self._overline, self._name, self._facts):
            head.addWidget(widget)
        inside.addLayout(head)
        inside.addWidget(self._summary)
        inside.addWidget(self._learning)
        inside.addSpacing(tokens.GRID)
        self._start.setMinimumWidth(200)
        inside.addWidget(flow_of((self._start, self._others)))
        inside.addWidget(self._done)
        inside.addSpacing(tokens.GRID)
        inside.addWidget(line())
        inside.addSpacing(tokens.GRID)
        inside.addLayout(self._lines)
        self.body.addLayout(inside)


def _line(one: ExerciseLine) -> QWidget:
    words = _("{exercise}, {side}").format(exercise=one.name, side=one.side) if one.side else one.name
    holder = QWidget()
    tile = FigureTile(fixed=QSize(tile_width(_LINE_HIGH), _LINE_HIGH))
    tile.show_figure(one.figure, _TONES[one.modes[0]] if one.modes else Tone.BRAND)
    line_of = row(tile, gap=3)
    line_of.addWidget(label(words, Role.BODY), 1)
    holder.setLayout(line_of)
    return holder
