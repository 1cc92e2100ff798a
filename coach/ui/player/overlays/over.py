"""The end: what was done, how it felt before and after, and that it is saved."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from coach.i18n import _
from coach.ui import tokens
from coach.ui.player.overlays.base import Overlay, refill
from coach.ui.player.overlays.standing import said
from coach.ui.player.sizes import StageSizes
from coach.ui.player.stage_text import rescale_all
from coach.ui.player.summary import Felt, StepLine, Summary
from coach.ui.tokens import Tone
from coach.ui.widgets.buttons import primary, quiet
from coach.ui.widgets.card import clear, column, row
from coach.ui.widgets.icon_label import IconLabel
from coach.ui.words import tightness_word


class OverOverlay(Overlay):
    """Shows a `Summary`. "Saved" appears only when `saved` is called."""

    left = Signal()
    again_asked = Signal()
    dose_kept = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, share=0.66, bleed=Tone.DONE)
        self._title = said("title", weight=700)
        self._done = said("caption", ink="soft")
        self._note = said("caption", weight=700, ink="alarm")
        self._aid = column(2)
        self._show_aid = quiet(_("Something is wrong: first aid"), "triangle-alert", "stage")
        self._show_aid.clicked.connect(self._open_aid)
        self._aid_lines: tuple[str, ...] = ()
        self._felt = column(3)
        self._lines = column(1)
        self._mark = IconLabel("hourglass", "soft", 24, fixed=True)
        self._status = said("body", ink="soft")
        self._sign = IconLabel("circle-check", "done_text", 44, fixed=True)
        head = row(self._sign, gap=4)
        head.addWidget(self._title, 1)
        self.inside.addLayout(head)
        self.inside.addWidget(self._note)
        self.inside.addLayout(row(self._show_aid, None))
        self.inside.addLayout(self._aid)
        self.inside.addWidget(self._done)
        self.inside.addLayout(self._felt)
        self.inside.addLayout(self._lines)
        self._dose = _DoseOffer()
        self._dose.keep.clicked.connect(self._keep_dose)
        self.inside.addWidget(self._dose)
        state = row(self._mark, gap=3)
        state.addWidget(self._status, 1)
        self._state = QWidget()
        self._state.setLayout(state)
        self.inside.addWidget(self._state)
        self._leave = primary(_("Close"), "", "stage")
        self._again = quiet(_("Try again"), "rotate-ccw", "stage")
        self._leave.clicked.connect(self.accept)
        self._again.clicked.connect(self.again_asked)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self._again)
        self.buttons.addWidget(self._leave)
        self.saving()

    def show_summary(self, summary: Summary) -> None:
        """Show how it went."""
        self.setAccessibleName(summary.title)
        self._title.setText(summary.title)
        self.set_bleed(Tone.DONE if summary.whole else Tone.REST)  # green means done, and nothing else
        self._sign.setVisible(summary.whole)
        self._done.setText(summary.done_words)
        self._state.setVisible(summary.kept)
        self._note.setText(summary.note)
        self._note.setVisible(bool(summary.note))
        self._aid_lines = summary.aid
        self._show_aid.setVisible(bool(summary.aid))
        clear(self._aid)
        clear(self._felt)
        clear(self._lines)
        for felt in summary.felt:
            self._felt.addWidget(_felt_row(felt))
        self._lines.addLayout(_grid(summary.lines))
        rescale_all(self, self._sizes)
        self._fit()

    def offer_dose(self, lines: Sequence[str]) -> None:
        """Offer to keep the dose as it was changed; nothing for ()."""
        self._dose.show_lines(lines, self._sizes)
        self._fit()

    def saving(self) -> None:
        """It is being written."""
        self._say("hourglass", "soft", _("Saving…"))
        self._again.hide()

    def saved(self) -> None:
        """It is in the journal."""
        self._say("circle-check", "done_text", _("Saved."))
        self._again.hide()

    def failed(self, sentence: str) -> None:
        """It is not in the journal, and why."""
        self._state.show()
        self._say("circle-alert", "heat_text", sentence)
        self._again.show()

    def accept(self) -> None:
        """Leave the stage."""
        self.left.emit()

    def first_focus(self) -> QWidget:
        """Space leaves."""
        return self._leave

    def _keep_dose(self) -> None:
        self._dose.kept()
        self._fit()
        self._leave.setFocus(Qt.FocusReason.OtherFocusReason)
        self.dose_kept.emit()

    def _open_aid(self) -> None:
        self._show_aid.hide()
        refill(self._aid, self._aid_lines, self._sizes)
        self._fit()
        self._leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, icon: str, colour: str, sentence: str) -> None:
        self._mark.set_icon(icon, colour)
        self._status.setText(sentence)


class _DoseOffer(QWidget):
    """What was changed about the dose, and a button that keeps it for this routine."""

    def __init__(self) -> None:
        super().__init__()
        self._words = said("body", weight=600)
        self._lines = column(1)
        self.keep = quiet(_("Keep this dose for the routine"), "save", "stage")
        inside = column(2)
        inside.addWidget(self._words)
        inside.addLayout(self._lines)
        inside.addLayout(row(self.keep, None))
        self.setLayout(inside)
        self.hide()

    def show_lines(self, lines: Sequence[str], sizes: StageSizes) -> None:
        """Offer this; () takes the offer away."""
        self._words.setText(_("You changed the dose:"))
        refill(self._lines, lines, sizes)
        self.keep.show()
        self.setVisible(bool(lines))

    def kept(self) -> None:
        """It is kept; where to find it."""
        self._words.setText(_("Kept. It is on the Routines page, where you can take it back."))
        self.keep.hide()


def _felt_row(felt: Felt) -> QWidget:
    """Before → after as large numbers, or the one there is; the place and a word beside them."""
    holder = QWidget()
    numbers = row(gap=4)
    for number, score in enumerate(score for score in (felt.before, felt.after) if score is not None):
        if number:
            numbers.addWidget(IconLabel("arrow-right", "soft", 32, fixed=True), 0, Qt.AlignmentFlag.AlignVCenter)
        numbers.addWidget(said("name", str(score), 700))
    words = column(0)
    words.addWidget(said("body", _("Tightness, {where}").format(where=felt.place), 600))
    words.addWidget(said("body", _change(felt), ink="soft"))
    numbers.addLayout(words, 1)
    holder.setLayout(numbers)
    return holder


def _change(felt: Felt) -> str:
    if felt.after is None:
        return _("before the session")
    if felt.before is None:
        return _("after the session")
    return _("{before} before, {after} after").format(
        before=tightness_word(felt.before), after=tightness_word(felt.after)
    )


def _grid(lines: Sequence[StepLine]) -> QGridLayout:
    made = QGridLayout()
    made.setHorizontalSpacing(3 * tokens.GRID)
    made.setVerticalSpacing(tokens.GRID)
    for number, line in enumerate(lines):
        icon, colour = ("check", "done_text") if line.done else ("minus", "soft")
        mark = IconLabel(icon, colour, 20, fixed=True)
        mark.setAccessibleName(line.outcome)
        made.addWidget(mark, number, 0)
        made.addWidget(said("body", line.name), number, 1)
        if not line.done:  # the tick says it where it went to its end
            made.addWidget(said("body", line.outcome, ink="soft"), number, 2)
    made.setColumnStretch(1, 1)
    return made
