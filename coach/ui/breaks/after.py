"""After a break: how was it, in one tap; and what to do when something went down the leg."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from coach.content.vocabulary import Felt
from coach.i18n import _
from coach.ui.breaks.middle import put_in_the_middle
from coach.ui.tokens import Role
from coach.ui.widgets.buttons import chip, primary, quiet, text_button
from coach.ui.widgets.card import Card, clear, column, row
from coach.ui.widgets.flow import flow_of
from coach.ui.widgets.text import label

#: After a tap the question stays for so long, for another tap; unanswered it stays.
NOTED_MS = 3_500
_GOES = frozenset({Felt.EASIER, Felt.SAME})
_WIDE = 800


class Advice(NamedTuple):
    """What to do now: sentences, then the signs that mean more than a break can wait for."""

    title: str
    lines: tuple[str, ...]
    head: str
    signs: tuple[str, ...]


def felt_words(felt: Felt) -> str:
    """Name an answer."""
    return {
        Felt.EASIER: _("Easier"),
        Felt.SAME: _("Same"),
        Felt.WORSE: _("Worse"),
        Felt.LEG: _("Leg symptoms"),
    }[felt]


class AfterPage(QWidget):
    """`felt(answer)` with every tap, the last one counts; `closed` when it may go; `signs_asked`: the warning signs.

    Digits 1 to 4 answer, too.
    """

    felt = Signal(object)
    closed = Signal()
    signs_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.question = label(_("How was it?"), Role.TITLE)
        self.what = label("", Role.LEAD)
        self.done = label("", Role.MUTED)
        self.noted = label("", Role.BODY)
        self.answers = {felt: chip(felt_words(felt), "", "stage") for felt in Felt}
        for felt, button in self.answers.items():
            self._connect(felt, button)
        self.signs = text_button(_("Warning signs (F1)"), "life-buoy")
        self.signs.clicked.connect(self.signs_asked)
        self.close_button = text_button(_("Close"))
        self.close_button.clicked.connect(self.closed)
        self._goes = QTimer(self, singleShot=True)
        self._goes.timeout.connect(self.closed)
        card = Card(padding=8, gap=4)
        for part in (self.question, self.what, self.done):
            card.body.addWidget(part)
        card.body.addWidget(flow_of(self.answers.values()))
        foot = row(gap=4)
        foot.addWidget(self.noted, 1)
        foot.addWidget(self.signs)
        foot.addWidget(self.close_button)
        card.body.addLayout(foot)
        put_in_the_middle(self, card, width=_WIDE)

    def ask(self, what: str, done: str) -> None:
        """Ask after a break; `what` was done, `done` says how much of it."""
        self.setAccessibleName(f"{self.question.text()} {what}. {done}")
        self.what.setText(what)
        self.done.setText(done)
        self.noted.setText(_("One tap is enough, and none is fine too."))
        for button in self.answers.values():
            button.setChecked(False)
        self._goes.stop()

    def note(self, felt: Felt, sentence: str) -> None:
        """Show what was noted; another tap changes it. Worse is not the moment to go: there is the way to the warning signs."""
        for one, button in self.answers.items():
            button.setChecked(one is felt)
        self.noted.setText(sentence)
        if felt in _GOES:
            self._goes.start(NOTED_MS)
        else:
            self._goes.stop()

    def stay(self) -> None:
        """Stay until it is closed or answered anew."""
        self._goes.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer by digit."""
        digit = event.key() - int(Qt.Key.Key_0)
        if not event.isAutoRepeat() and 1 <= digit <= len(self.answers):
            list(self.answers.values())[digit - 1].click()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing runs while it is not seen."""
        self._goes.stop()
        super().hideEvent(event)

    def _connect(self, felt: Felt, button: QWidget) -> None:
        self.answers[felt].clicked.connect(lambda: self.felt.emit(felt))
        button.setToolTip(str(list(Felt).index(felt) + 1))


class AdvicePage(QWidget):
    """What to do when something went down the leg: it stays until it is closed. `signs_asked`: all warning signs."""

    closed = Signal()
    signs_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._card = Card(padding=8, gap=3)
        self._words = column(2)
        self.signs = quiet(_("Warning signs"), "life-buoy", "large")
        self.signs.clicked.connect(self.signs_asked)
        self.close_button = primary(_("Close"), "", "large")
        self.close_button.clicked.connect(self.closed)
        self._card.body.addLayout(self._words)
        foot = QWidget()
        foot.setLayout(row(self.close_button, self.signs, gap=3))
        put_in_the_middle(self, self._card, foot=foot)

    def show_advice(self, advice: Advice) -> None:
        """Show what to do."""
        self.setAccessibleName(" ".join((advice.title, *advice.lines)))
        clear(self._words)
        self._words.addWidget(label(advice.title, Role.HEADING))
        for line in advice.lines:
            self._words.addWidget(label(line, Role.LEAD))
        self._words.addWidget(label(advice.head, Role.STRONG))
        for sign in advice.signs:
            mark = label("•", Role.BODY, wrap=False)
            beside = row(gap=2)
            beside.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
            beside.addWidget(label(sign, Role.BODY), 1)
            self._words.addLayout(beside)
