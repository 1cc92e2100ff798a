"""How much of this step is done: seconds of a hold and repetitions, a notch at a time."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from coach.i18n import _, ngettext
from coach.plan.own_dose import Dose, dose_of
from coach.ui import tokens
from coach.ui.player.arrows import PassArrows
from coach.ui.player.overlays.base import Moment, Overlay
from coach.ui.player.overlays.standing import said
from coach.ui.player.sizes import StageSizes
from coach.ui.widgets.buttons import IconButton, primary, stage_button
from coach.ui.words import seconds_words


class DoseOverlay(Overlay):
    """The session stands still meanwhile. `intent` carries "dose" and longer, shorter, more or fewer."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, share=0.6)
        self.setAccessibleName(_("How much"))
        self._title = said("title", _("How much"), 700)
        self._hold, self._reps = said("title", weight=600), said("title", weight=600)
        self._buttons: list[IconButton] = []
        self._lines = QGridLayout()
        self._lines.setHorizontalSpacing(4 * tokens.GRID)
        self._lines.setVerticalSpacing(3 * tokens.GRID)
        self._lines.setColumnStretch(1, 1)
        self._held = self._line(0, self._hold, ("shorter", _("Hold shorter")), ("longer", _("Hold longer")))
        self._line(1, self._reps, ("fewer", _("One repetition less")), ("more", _("One repetition more")))
        self.inside.addWidget(self._title)
        self.inside.addLayout(self._lines)
        self.inside.addWidget(
            said("body", _("From now on, for this step. At the end you can keep it for this routine."), ink="soft")
        )
        self._close = primary(_("Close"), "", "stage")
        self._close.clicked.connect(self.accept)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self._close)
        PassArrows(self)

    def show_moment(self, moment: Moment) -> None:
        """Show the numbers of the step that is on; none while there is nothing to change."""
        segments, index = moment.timeline.segments, moment.snapshot.segment
        part = moment.timeline.parts[segments[max(index, 0)].part]
        dose = dose_of(moment.timeline, part.step) if part.exercise is not None else Dose(None, 0)
        for made in self._held:
            made.setVisible(dose.hold_s is not None)
        self._hold.setVisible(dose.hold_s is not None)
        self._hold.setText(_("Hold {seconds}").format(seconds=seconds_words(dose.hold_s or 0)))
        self._reps.setText(ngettext("{n} time", "{n} times", dose.reps).format(n=dose.reps))
        self._title.setText(moment.view.title)

    def accept(self) -> None:
        """Close."""
        self.intent.emit("stay", None)

    def first_focus(self) -> QWidget:
        """Space closes it; the arrows change the numbers."""
        return self._close

    def rescale(self, sizes: StageSizes) -> None:
        """Let the round buttons follow too."""
        for made in self._buttons:
            made.setFixedSize(sizes.target, sizes.target)
        super().rescale(sizes)

    def _line(self, at: int, words: QWidget, less: tuple[str, str], more: tuple[str, str]) -> tuple[QWidget, ...]:
        made = []
        for column, icon, (what, name) in ((0, "minus", less), (2, "plus", more)):
            button = stage_button(icon, name)
            button.clicked.connect(lambda _checked=False, what=what: self.intent.emit("dose", what))
            self._lines.addWidget(button, at, column)
            self._buttons.append(button)
            made.append(button)
        self._lines.addWidget(words, at, 1, Qt.AlignmentFlag.AlignCenter)
        return tuple(made)
