"""One entry, one session or one damaged row, opened."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coach.i18n import _
from coach.session.events import Outcome, Status
from coach.ui import tokens
from coach.ui.journal.break_words import BreakView
from coach.ui.journal.score_badge import ScoreBadge
from coach.ui.journal.words import EntryView, SessionView, StepView
from coach.ui.reading.row_button import RowButton
from coach.ui.reading.tag import Tag
from coach.ui.tokens import Role, Tone
from coach.ui.widgets.buttons import quiet
from coach.ui.widgets.card import Card, clear, column, row
from coach.ui.widgets.flow import FlowLayout, flowing
from coach.ui.widgets.text import label

_STATUS = {Status.DONE: Tone.DONE, Status.ENDED: Tone.REST, Status.INTERRUPTED: Tone.HOLD}

#: Icon and hue of how a step ended; the words beside it say the same.
_OUTCOME = {
    Outcome.DONE: ("circle-check", Tone.DONE),
    Outcome.PARTLY: ("circle-alert", Tone.HOLD),
    Outcome.SKIPPED: ("skip-forward", Tone.REST),
    Outcome.INTERRUPTED: ("pause", Tone.HOLD),
    Outcome.UNATTENDED: ("circle-help", Tone.HOLD),
}


class EntrySheet(QWidget):
    """One entry. `correct` and `delete` carry its id, `open_session` the id of the session it belongs to."""

    correct = Signal(str)
    delete = Signal(str)
    open_session = Signal(str)

    def __init__(self, view: EntryView, day: str) -> None:
        super().__init__()
        inside = column(5)
        head = column(1)
        head.addWidget(label(view.place, Role.TITLE))
        head.addWidget(label(_("{day}, {time}").format(day=day, time=view.time), Role.MUTED))
        inside.addLayout(head)
        inside.addWidget(_score_card(view))
        if view.link:
            inside.addWidget(self._link_card(view))
        self.history = HistoryCard()
        inside.addWidget(self.history)
        self.correct_button = quiet(_("Correct entry"), "pencil")
        self.correct_button.clicked.connect(partial(self.correct.emit, view.id))
        self.delete_button = quiet(_("Delete entry"), "trash-2")
        self.delete_button.clicked.connect(partial(self.delete.emit, view.id))
        inside.addLayout(flowing(self.correct_button, self.delete_button))
        inside.addStretch(1)
        self.setLayout(inside)

    def _link_card(self, view: EntryView) -> QWidget:
        card = Card(padding=4, gap=1)
        made = RowButton(view.link, view.partner, "list-checks", Tone.BRAND, leads=bool(view.session))
        if view.session:
            made.clicked.connect(partial(self.open_session.emit, view.session))
        card.body.addWidget(made)
        return card


class SessionSheet(QWidget):
    """One session: how it went as a whole, the ratings round it, and each step planned against done.

    `delete` carries its id.
    """

    delete = Signal(str)

    def __init__(self, view: SessionView, day: str) -> None:
        super().__init__()
        inside = column(5)
        head = column(2)
        head.addWidget(label(view.name, Role.TITLE))
        head.addWidget(label(_("{day}, {time}").format(day=day, time=view.time), Role.MUTED))
        tags = FlowLayout(gap=2)
        for tag in _session_tags(view):
            tags.addWidget(tag)
        head.addLayout(tags)
        inside.addLayout(head)
        if view.rehearsal:
            inside.addWidget(label(_rehearsal_words(), Role.MUTED))
        if view.ratings:
            inside.addWidget(_ratings_card(view))
        if view.steps:
            inside.addWidget(_steps_card(view))
        self.delete_button = quiet(_("Delete session"), "trash-2")
        self.delete_button.clicked.connect(partial(self.delete.emit, view.id))
        inside.addLayout(row(self.delete_button, None))
        inside.addStretch(1)
        self.setLayout(inside)


class MarkerSheet(QWidget):
    """Something that happened. `correct` and `delete` carry its id."""

    correct = Signal(str)
    delete = Signal(str)

    def __init__(self, key: str, title: str, when: str, words: str) -> None:
        super().__init__()
        inside = column(5)
        head = column(1)
        head.addWidget(label(title, Role.TITLE))
        head.addWidget(label(when, Role.MUTED))
        inside.addLayout(head)
        if words:
            card = Card(gap=2)
            card.body.addWidget(label(words))
            inside.addWidget(card)
        inside.addWidget(label(_("It is shown on the charts, so that a change can be seen beside it."), Role.MUTED))
        self.history = HistoryCard()
        inside.addWidget(self.history)
        self.correct_button = quiet(_("Correct marker"), "pencil")
        self.correct_button.clicked.connect(partial(self.correct.emit, key))
        self.delete_button = quiet(_("Delete marker"), "trash-2")
        self.delete_button.clicked.connect(partial(self.delete.emit, key))
        inside.addLayout(flowing(self.correct_button, self.delete_button))
        inside.addStretch(1)
        self.setLayout(inside)


class BreakSheet(QWidget):
    """A break at the desk. `delete` carries its id."""

    delete = Signal(str)

    def __init__(self, view: BreakView, day: str) -> None:
        super().__init__()
        inside = column(5)
        head = column(1)
        head.addWidget(label(view.title, Role.TITLE))
        head.addWidget(label(_("{day}, {time}").format(day=day, time=view.time), Role.MUTED))
        inside.addLayout(head)
        card = Card(gap=2)
        card.body.addWidget(label(view.outcome, Role.HEADING))
        for words in view.lines:
            card.body.addWidget(label(words))
        inside.addWidget(card)
        self.delete_button = quiet(_("Delete break"), "trash-2")
        self.delete_button.clicked.connect(partial(self.delete.emit, view.id))
        inside.addLayout(row(self.delete_button, None))
        inside.addStretch(1)
        self.setLayout(inside)


class HistoryCard(Card):
    """What was said before it was corrected; hidden while nothing was."""

    def __init__(self) -> None:
        super().__init__(gap=2)
        self.hide()

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show the earlier values, oldest first."""
        clear(self.body)
        if lines:
            self.body.addWidget(label(_("Before it was corrected"), Role.OVERLINE))
        for line in lines:
            self.body.addWidget(label(line))
        self.setVisible(bool(lines))


class DamagedSheet(QWidget):
    """A row that cannot be trusted: what is known of it, and what it means."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        inside = column(4)
        inside.addWidget(label(_("A damaged row"), Role.TITLE))
        card = Card("note", gap=2)
        card.body.addWidget(label(sentence))
        why = _(
            "It no longer matches what was saved, so it counts nowhere. Nothing was removed. A backup may still hold it."
        )
        card.body.addWidget(label(why))
        inside.addWidget(card)
        inside.addStretch(1)
        self.setLayout(inside)


def _score_card(view: EntryView) -> QWidget:
    card = Card(gap=4)
    words = column(0)
    words.addWidget(label(view.score_words, Role.HEADING))
    words.addWidget(label(view.quality, Role.LEAD))
    line = row(gap=4)
    line.addWidget(ScoreBadge(view.score))
    line.addLayout(words, 1)
    card.body.addLayout(line)
    if view.note:
        card.body.addWidget(label(_("Note"), Role.OVERLINE))
        card.body.addWidget(label(view.note))
    if view.rehearsal:
        card.body.addWidget(label(_rehearsal_words(), Role.MUTED))
    return card


def _rehearsal_words() -> str:
    return _("A rehearsal: kept and listed, left out of charts.")


def _session_tags(view: SessionView) -> list[Tag]:
    tags = [Tag(view.status_words, _STATUS[view.status]), Tag(view.length, Tone.REST, "clock")]
    if view.pauses:
        tags.append(Tag(view.pauses, Tone.REST, "pause"))
    if view.rehearsal:
        tags.append(Tag(_("rehearsal"), Tone.BRAND))
    return tags


def _ratings_card(view: SessionView) -> QWidget:
    card = Card(gap=2)
    card.body.addWidget(label(_("Before and after"), Role.OVERLINE))
    for rating in view.ratings:
        card.body.addWidget(label(rating.place, Role.STRONG))
        card.body.addWidget(label(rating.words))
    return card


def _steps_card(view: SessionView) -> QWidget:
    card = Card(padding=4, gap=1)
    head = label(_("What you did"), Role.OVERLINE)
    head.setContentsMargins(2 * tokens.GRID, 2 * tokens.GRID, 0, 0)
    card.body.addWidget(head)
    steps = column(0)
    for step in view.steps:
        steps.addWidget(_step_row(step))
    card.body.addLayout(steps)
    return card


def _step_row(step: StepView) -> RowButton:
    icon, tone = _OUTCOME[step.outcome]
    title = _("{step}, {side}").format(step=step.title, side=step.side) if step.side else step.title
    said = (step.outcome_words, step.amount, step.reason)
    return RowButton(title, " · ".join(part for part in said if part), icon, tone, leads=False)
