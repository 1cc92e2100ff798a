"""The Settings page: what it shows and what becomes of a choice."""

from __future__ import annotations

import importlib.metadata
import platform
from typing import Any

from PySide6.QtWidgets import QWidget

from coach import __version__
from coach.app.context import Context
from coach.app.frame import Frame
from coach.i18n import _
from coach.store.backups import make_backup, manifest
from coach.store.facts import sqlite_version


def settings_page(frame: Frame) -> QWidget:
    """Make the page and connect its wishes."""
    from coach.ui.preferences.page import SettingsPage

    page = SettingsPage()
    page.changed.connect(frame.change_settings)
    page.back_up.connect(lambda: _back_up(frame))
    exchange = frame.exchange()
    page.taking.export_wished.connect(exchange.export)
    page.taking.import_wished.connect(exchange.import_file)
    exchange.busy.connect(page.taking.show_busy)
    page.taking.show_busy(exchange.doing)
    frame.sounding.serve(page.sound)
    page.noting.show_possible(frame.quick.possible())
    page.noting.show_trouble(frame.quick.trouble)
    frame.quick.trouble_changed.connect(page.noting.show_trouble)
    frame.starting.serve(page)
    return page


def show_settings(page: Any, context: Context, *, backing_up: bool = False) -> None:
    """Show the choices as they are, the data folder and the last verified backup."""
    from coach.ui.preferences.state import About, Licence, SettingsState, backup_words

    made = manifest(context.folder)
    verified = made[-1].made if made else None
    page.show_state(
        SettingsState(
            settings=context.settings,
            data_folder=str(context.folder),
            backup=backup_words(verified, context.now.local_day),
            backing_up=backing_up,
            today=context.now.local_day,
            about=About(__version__, _parts(), tuple(Licence(name, licence) for name, licence in _LICENCES)),
        )
    )


def _back_up(frame: Frame) -> None:
    """Make a verified copy in the journal's thread, then say so."""
    context = frame.context
    if context is None:
        return
    page: Any = frame.window.page("settings")
    show_settings(page, context, backing_up=True)

    def made(_made: object) -> None:
        show_settings(page, context)
        frame.tell(_("The backup is made and verified."))

    def failed(sentence: str) -> None:
        show_settings(page, context)
        frame.complain(sentence)

    now = context.now
    frame.journal.read(lambda _journal: make_backup(context.folder, now=now), made, failed)


def _parts() -> tuple[tuple[str, str], ...]:
    return (
        ("Python", platform.python_version()),
        ("Qt (PySide6)", importlib.metadata.version("PySide6-Essentials")),
        ("SQLite", sqlite_version()),
        ("pyqtgraph", importlib.metadata.version("pyqtgraph")),
        ("NumPy", importlib.metadata.version("numpy")),
    )


_LICENCES = (
    ("Limber", "MIT; texts CC BY 4.0"),
    ("Qt, PySide6", "LGPL-3.0"),
    ("Inter", "OFL-1.1"),
    ("Lucide", "ISC"),
    ("pyqtgraph", "MIT"),
    ("NumPy", "BSD-3-Clause"),
    ("msgspec", "BSD-3-Clause"),
    ("tree-sitter, tree-sitter-toml", "MIT"),
    ("platformdirs", "MIT"),
    ("jeepney", "MIT"),
)
