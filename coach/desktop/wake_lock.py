"""Keeping the machine awake from the window: no call waits for the desktop."""

from __future__ import annotations

from PySide6.QtCore import QObject

from coach.desktop.bus import Bus
from coach.desktop.inhibitions import Awake, elsewhere, on_the_bus


def wake_lock(parent: QObject | None = None) -> Awake:
    """Return what this system has."""
    return elsewhere() or on_the_bus(Bus(parent), Bus(parent, system=True))
