"""What stands beside the next break: an absence that was counted, a gentle day, and the question why."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coach.i18n import _
from coach.reminders.adapting import reason_words
from coach.reminders.events import Reason
from coach.ui.breaks.page_state import BreaksState, Do
from coach.ui.tokens import Role
from coach.ui.widgets.buttons import Button, text_button
from coach.ui.widgets.card import Card, column, row
from coach.ui.widgets.flow import flow_of
from coach.ui.widgets.text import label


class Notes(QWidget):
    """Lines with what can be done about each. `wished` carries a `Do` and its value."""

    wished = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.credit = _Line(_("I sat all the while"), "undo-2")
        self.gentle = _Line(_("As usual again"), "")
        self.why = _Why()
        inside = column(1)
        self.setLayout(inside)
        for part in (self.why, self.credit, self.gentle):
            inside.addWidget(part)
            part.hide()
        self.credit.button.clicked.connect(lambda: self.wished.emit(Do.UNDO_CREDIT, None))
        self.gentle.button.clicked.connect(lambda: self.wished.emit(Do.GENTLE, False))
        self.why.said.connect(lambda reason: self.wished.emit(Do.WHY, reason))

    def show_state(self, state: BreaksState, can: frozenset[Do]) -> None:
        """Show what there is to say."""
        view = state.view
        self.credit.say(view.credit if view is not None and Do.UNDO_CREDIT in can else "")
        self.gentle.say(_gentle_words(state), offered=Do.GENTLE in can)
        self.why.setVisible(Do.WHY in can)
        self.setVisible(any(not part.isHidden() for part in (self.why, self.credit, self.gentle)))


class _Line(QWidget):
    """A sentence and a link beside it."""

    def __init__(self, action: str, icon: str) -> None:
        super().__init__()
        self._words = label("", Role.BODY)
        self.button: Button = text_button(action, icon)
        inside = row(gap=4)
        inside.addWidget(self._words, 1)
        inside.addWidget(self.button)
        self.setLayout(inside)

    def say(self, words: str, *, offered: bool = True) -> None:
        """Say it; '' takes the line away."""
        self._words.setText(words)
        self.button.setVisible(offered)
        self.setVisible(bool(words))


class _Why(Card):
    """Asked once after three skips. `said` carries a `Reason`, None for no answer."""

    said = Signal(object)

    def __init__(self) -> None:
        super().__init__("tint", padding=4, gap=2)
        self.body.addWidget(label(_("You left out three in a row. What should change?"), Role.STRONG))
        made = [(reason, Button(reason_words(reason), "chip")) for reason in Reason]
        none = text_button(_("Nothing"))
        for reason, button in made:
            button.clicked.connect(partial(self._say, reason))
        none.clicked.connect(partial(self._say, None))
        self.body.addWidget(flow_of([*(button for _reason, button in made), none]))

    def _say(self, reason: Reason | None, _on: bool = False) -> None:  # noqa: FBT001, FBT002  a Qt signal's value
        self.said.emit(reason)


def _gentle_words(state: BreaksState) -> str:
    if state.view is None:
        return ""
    if state.flare:
        return _("Your journal says that today is a flare-up: breaks are short, and nothing is stretched.")
    return _("Today goes gently: breaks are short, and nothing is stretched.") if state.view.gentle else ""
