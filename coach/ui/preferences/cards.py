"""The cards of the Settings page that tell rather than ask: where the data is, and what the program is."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from coach.i18n import _
from coach.ui.preferences.state import About, SettingsState, breakable
from coach.ui.reading.disclosure import Disclosure
from coach.ui.reading.reading_pane import sections
from coach.ui.tokens import Role
from coach.ui.widgets.buttons import quiet
from coach.ui.widgets.card import Card, row
from coach.ui.widgets.text import label


class DataCard(Card):
    """The data folder and its backups. `back_up` when one is asked for, `copied` after the path was copied."""

    back_up = Signal()
    copied = Signal()

    def __init__(self) -> None:
        super().__init__(gap=2)
        self._path = ""
        self._folder = label("", Role.MUTED)
        self._backup = label("", Role.MUTED)
        self.copy_button = quiet(_("Copy path"))
        self.copy_button.clicked.connect(self._copy)
        self.backup_button = quiet(_("Back up now"), "save")
        self.backup_button.clicked.connect(self.back_up)
        self.body.addWidget(label(_("Your data"), Role.HEADING))
        self.body.addWidget(label(_("Data folder"), Role.STRONG))
        self.body.addWidget(self._folder)
        self.body.addLayout(row(self.copy_button, None))
        self.body.addSpacing(8)
        self.body.addWidget(label(_("Backups"), Role.STRONG))
        self.body.addWidget(self._backup)
        self.body.addLayout(row(self.backup_button, None))

    def show_state(self, state: SettingsState) -> None:
        """Show the folder and the last backup."""
        self._path = state.data_folder
        self._folder.setText(breakable(state.data_folder))
        self._folder.setAccessibleName(state.data_folder)
        self._backup.setText(_("A backup is being made.") if state.backing_up else state.backup)
        self.backup_button.setEnabled(not state.backing_up)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._path)
        self.copied.emit()


class SuitsCard(Card):
    """Where a person changes what they said about themselves; the answers are in the journal, not in the settings."""

    opened = Signal()

    def __init__(self) -> None:
        super().__init__(gap=2)
        self.body.addWidget(label(_("What suits you"), Role.HEADING))
        self.body.addWidget(
            label(
                _("What you said about heat, cold and exercises. It is kept in your journal, not with the settings."),
                Role.MUTED,
            )
        )
        button = quiet(_("Look at it or change it"), "hand")
        button.clicked.connect(self.opened)
        self.body.addLayout(row(button, None))


class AboutCard(Card):
    """What the program is, its versions and the licences of its parts."""

    def __init__(self) -> None:
        super().__init__(gap=2)
        self._version = label("", Role.STRONG)
        self.body.addWidget(label(_("About"), Role.HEADING))
        self.body.addWidget(self._version)
        self.body.addWidget(label(_purpose()))
        self._inside: Disclosure | None = None

    def show_about(self, about: About) -> None:
        """Show versions and licences."""
        self._version.setText(_("Limber {version}").format(version=about.version))
        if self._inside is not None:
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = Disclosure(_("Versions and licences"), partial(_parts, about))
        self.body.addWidget(self._inside)


def _purpose() -> str:
    """Say what it is for and what not (clinical/CLINICAL.md section 8, docs/safety.md)."""
    return _(
        "A timer and diary for general stretching, heat and cold comfort, posture breaks and relaxation, for adults who "
        "can exercise safely. General information only, not a diagnosis or treatment. Ask a professional before you "
        "start if you have a condition, are pregnant or had surgery. Stop if it hurts or spreads."
    )


def _parts(about: About) -> QWidget:
    made, inside = sections(1)
    for name, version in about.parts:
        inside.addWidget(label(_("{name} {version}").format(name=name, version=version)))
    if about.licences:
        inside.addSpacing(8)
        inside.addWidget(label(_("Licences"), Role.STRONG))
    for part in about.licences:
        inside.addWidget(label(_("{name}: {licence}").format(name=part.name, licence=part.licence)))
    return made
