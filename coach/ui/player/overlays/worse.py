"""It gets worse: stop at once, say why, then end, or go on without this step, or in an easier way."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from coach.i18n import _
from coach.ui import tokens
from coach.ui.player import pack_words
from coach.ui.player.overlays.base import Moment, Overlay, refill
from coach.ui.player.overlays.standing import said
from coach.ui.widgets.buttons import primary, quiet
from coach.ui.widgets.card import column

#: After these nothing is offered but to stop.
_NERVE = frozenset({"down-the-leg", "numb-or-weak"})


class ReasonOverlay(Overlay):
    """What got worse? Everything stands still already, and it is in the journal that it got worse."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, share=0.78)
        self.setAccessibleName(_("Stopped. What got worse?"))
        self.inside.addWidget(said("title", _("Stopped. What got worse?"), 700))
        grid = QGridLayout()
        grid.setSpacing(3 * tokens.GRID)
        self._reasons = []
        for number, (code, words) in enumerate(reasons()):
            button = quiet(words, "", "stage")
            button.clicked.connect(lambda _checked=False, code=code: self.intent.emit("worse", code))
            grid.addWidget(button, number // 2, number % 2)
            self._reasons.append(button)
        for at in (0, 1):
            grid.setColumnStretch(at, 1)
        self.inside.addLayout(grid)
        mistake = quiet(_("Pressed by mistake: go on"), "play", "stage")
        mistake.clicked.connect(lambda: self.intent.emit("mistake", None))
        self.buttons.addStretch(1)
        self.buttons.addWidget(mistake)

    def first_focus(self) -> QWidget:
        """The first reason."""
        return self._reasons[0]


class WorseOverlay(Overlay):
    """What to look out for, and what can be done now."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, share=0.74)
        self.setAccessibleName(_("Stopped"))
        self._reason = "other"
        self._skin = False
        self._filled = False
        self._title = said("title", weight=700)
        self._action = said("body")
        self._leg = said("body", weight=700, ink="alarm")
        self._head = said("body", _("Stop for today when one of these is true:"), 600)
        self._signs = column(1)
        self._easier_words = said("body", ink="brand")
        for line in (self._title, self._leg, self._action, self._head):
            self.inside.addWidget(line)
        self.inside.addLayout(self._signs)
        self.inside.addWidget(self._easier_words)
        self._end = primary(_("End here"), "check", "stage")
        self._easier = quiet(_("An easier way"), "", "stage")
        self._without = quiet(_("Leave this step out"), "skip-forward", "stage")
        self._end.clicked.connect(self.accept)
        self._easier.clicked.connect(lambda: self.intent.emit("choose_continue", False))
        self._without.clicked.connect(lambda: self.intent.emit("choose_continue", True))
        for button in (self._end, self._without, self._easier):
            self.buttons.addWidget(button)

    def set_reason(self, reason: str) -> None:
        """Say what got worse; "skin" after a skin check."""
        self._reason, self._skin, self._filled = reason, reason == "skin", False

    def show_moment(self, moment: Moment) -> None:
        """Fill it once for every stop."""
        if self._filled:
            return
        self._filled = True
        if self._skin:
            self._fill_skin(moment)
        else:
            self._fill_stop(moment)
        self._fit()

    def closing(self) -> None:
        """Fill it anew the next time."""
        self._reason, self._skin, self._filled = "other", False, False

    def accept(self) -> None:
        """End here."""
        self.intent.emit("choose_end", None)

    def first_focus(self) -> QWidget:
        """The careful choice."""
        return self._end

    def _fill_stop(self, moment: Moment) -> None:
        stop = moment.library.warning_signs.stop_exercise
        self._title.setText(_("Stopped"))
        self._action.setText(_(stop.action))
        direction = moment.library.warning_signs.direction
        self._leg.setText(_(direction.bad) if direction is not None else "")
        self._leg.setVisible(self._reason == "down-the-leg" and direction is not None)
        self._head.show()
        refill(self._signs, [_(sign.text) for sign in stop.signs], self._sizes)
        easier = self._easier_of(moment)
        self._easier_words.setText(_("An easier way: {words}").format(words=easier) if easier else "")
        self._easier_words.setVisible(bool(easier))
        self._easier.setVisible(bool(easier))
        pack = moment.timeline.segments[moment.snapshot.segment].exposure is not None
        self._without.set_words(_("Go on without the pack") if pack else _("Leave this step out"))
        self._without.setVisible(self._reason not in _NERVE)

    def _fill_skin(self, moment: Moment) -> None:
        mode = moment.worn or pack_words.mode_at(moment.timeline, moment.snapshot.segment)
        self._title.setText(_("Look after your skin"))
        self._leg.hide()
        self._action.setText(_("First aid"))
        self._head.hide()
        refill(self._signs, pack_words.first_aid(moment.library, mode), self._sizes)
        self._easier_words.hide()
        self._easier.hide()
        self._without.show()
        self._without.set_words(_("Go on without the pack"))

    def _easier_of(self, moment: Moment) -> str:
        """The first easier way of the exercise; none where the nerve spoke up."""
        if moment.view.exercise is None or self._reason in _NERVE:
            return ""
        easier = moment.library.exercises[moment.view.exercise].easier
        return _(easier[0].text) if easier else ""


def reasons() -> tuple[tuple[str, str], ...]:
    """The codes of `WORSE_REASONS` in words."""
    return (
        ("pain", _("The pain got stronger")),
        ("down-the-leg", _("It moved further down the leg")),
        ("numb-or-weak", _("New numbness or weakness")),
        ("other", _("Something else")),
    )
