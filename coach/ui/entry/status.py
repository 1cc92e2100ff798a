"""The foot of the form: save, what became of it, and the way back."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from coach.i18n import _
from coach.ui.tokens import Role
from coach.ui.widgets.buttons import primary, text_button
from coach.ui.widgets.card import row
from coach.ui.widgets.icon_label import IconLabel
from coach.ui.widgets.text import label


class Status(QWidget):
    """`save` and `undo` are pressed; `words` is the sentence beside them, read out when something came of it."""

    def __init__(self) -> None:
        super().__init__()
        self.save = primary(_("Save"))
        self.undo = text_button(_("Undo"))
        self.words = label("", Role.MUTED)
        self._mark = IconLabel("circle-check", "done_text", 20)
        foot = row(self.save, self._mark, gap=3)
        foot.addWidget(self.words, 1)
        foot.addWidget(self.undo)
        self.setLayout(foot)
        self.say("")

    def show_ready(self, *, ready: bool, missing: str) -> None:
        """Let it be saved, or say what is missing."""
        self.save.setEnabled(ready)
        self.save.set_words(_("Save"))
        self.say(missing)

    def say(self, sentence: str, icon: str = "", *, undo: bool = False) -> None:
        """Show a sentence, perhaps with a sign and a way back."""
        self._mark.setVisible(bool(icon))
        if icon:
            self._mark.set_icon(icon, "done_text" if icon == "circle-check" else "heat_text")
        self.undo.setVisible(undo)
        self.words.setText(sentence)
        if icon and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def say_saving(self) -> None:
        """It is on its way."""
        self.save.setEnabled(False)
        self.say(_("Saving…"))

    def say_saved(self) -> None:
        """It is in the journal."""
        self.say(_("Saved."), "circle-check", undo=True)

    def say_failed(self, sentence: str) -> None:
        """It is not, and can be tried again."""
        self.save.set_words(_("Try again"))
        self.save.setEnabled(True)
        self.say(sentence, "circle-alert")
