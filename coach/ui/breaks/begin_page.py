"""A break that opened by itself: what it is, and that it begins when the hands rest. Nothing runs yet."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from coach.content.pictures import Seen
from coach.i18n import _
from coach.ui import tokens
from coach.ui.breaks.middle import put_in_the_middle
from coach.ui.tokens import Role
from coach.ui.widgets.buttons import primary
from coach.ui.widgets.card import column
from coach.ui.widgets.figure_tile import FigureTile
from coach.ui.widgets.text import label


class BeginPage(QWidget):
    """`begun` when the person begins it."""

    begun = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.figure = FigureTile(high=260, radius=tokens.RADIUS_CARD)
        self.title = label("", Role.HEADING)
        self.why = label("", Role.LEAD)
        self.how = label("", Role.MUTED)
        self.begin = primary(_("Begin now"), "play", "large")
        self.begin.clicked.connect(self.begun)
        inner = QWidget()
        inside = column(3)
        inside.addWidget(self.figure)
        for part in (self.title, self.why, self.how):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            inside.addWidget(part)
        inner.setLayout(inside)
        put_in_the_middle(self, inner, foot=self.begin)

    def show_break(self, title: str, why: str, figure: Seen | None, *, by_itself: bool) -> None:
        """Show what it is; `by_itself`: the desktop tells when the hands rest."""
        self.setAccessibleName(title)
        self.title.setText(title)
        self.why.setText(why)
        self.how.setText(
            _("It begins as soon as your hands rest for a moment.")
            if by_itself
            else _("It begins when you say so. Nothing runs until then.")
        )
        self.figure.show_figure(figure)
