"""The stage of a break: the stage of a session, less what has no place in two minutes at a desk."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Signal

from coach.ui.player.overlays.base import Overlay
from coach.ui.player.page import StagePage
from coach.ui.stage_keys import Bound

#: Esc is held in the window around it, and no dose is kept of a break.
_NOT_HERE: Final = frozenset({"escape", "end", "full", "keys", "wait", "dose", "longer", "shorter", "more", "fewer"})


class BreakStage(StagePage):
    """Keys and buttons that it does without do nothing. `covered` while something lies over it."""

    covered = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.faces.made.connect(self._watch)
        self.canvas.top.leave_out("full", "keys", "end")
        self.canvas.controls.leave_out("wait", "dose")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say when something comes to lie over it, and when it goes."""
        if isinstance(watched, Overlay) and event.type() in {QEvent.Type.ShowToParent, QEvent.Type.HideToParent}:
            self.covered.emit(not watched.isHidden())
        return super().eventFilter(watched, event)

    def _watch(self, overlay: Overlay) -> None:
        overlay.installEventFilter(self)

    def bind_keys(self, bound: Bound) -> None:
        """Use these keys, less those of what it does without."""
        super().bind_keys({what: () if what in _NOT_HERE else keys for what, keys in bound.items()})

    def do(self, what: str) -> None:
        """Do what a button or a key stands for."""
        if what not in _NOT_HERE:
            super().do(what)
