"""A session that stopped part-way: go on, end and keep it, or discard it. It never goes on by itself."""

from __future__ import annotations

from PySide6.QtCore import Signal

from coach.i18n import _
from coach.ui.today.model import Interrupted
from coach.ui.tokens import Role
from coach.ui.widgets.buttons import primary, quiet, text_button
from coach.ui.widgets.card import Card, row
from coach.ui.widgets.flow import flow_of
from coach.ui.widgets.icon_label import IconLabel
from coach.ui.widgets.sheet import Question
from coach.ui.widgets.text import label


class ResumeCard(Card):
    """Shows one `Interrupted`; each signal carries the session's id."""

    resumed = Signal(str)
    ended = Signal(str)
    discarded = Signal(str)

    def __init__(self, one: Interrupted) -> None:
        super().__init__("tint", padding=5, gap=3)
        self._one = one
        if one.pack_words:
            words = row(IconLabel("triangle-alert", "heat_text", 24), gap=3)
            words.addWidget(label(one.pack_words, Role.LEAD), 1)
            self.body.addLayout(words)
        self.body.addWidget(label(one.title, Role.LEAD))
        self.body.addWidget(label(one.sentence, Role.BODY))
        go_on = primary(_("Resume"))
        keep = quiet(_("End and keep what I did"))
        discard = text_button(_("Discard"))
        go_on.clicked.connect(lambda: self.resumed.emit(one.session))
        keep.clicked.connect(lambda: self.ended.emit(one.session))
        discard.clicked.connect(self._ask)
        self.body.addWidget(flow_of((go_on, keep, discard)))

    def _ask(self) -> None:
        """Ask first: what is discarded is not offered again."""
        question = Question(
            self.window(),
            _("Discard this session?"),
            _("It is not offered again and does not count."),
            (quiet(_("Discard")), primary(_("Keep it"))),
        )
        question.answered.connect(lambda number: self.discarded.emit(self._one.session) if number == 0 else None)
        question.closed.connect(question.deleteLater)
        question.ask()
