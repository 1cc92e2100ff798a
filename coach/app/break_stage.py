"""The stage of a break: the stage of a session, less what has no place in two minutes at a desk."""

from __future__ import annotations

from typing import Final

from coach.ui.player.page import StagePage
from coach.ui.stage_keys import Bound

#: Esc is held in the window around it, and no dose is kept of a break.
_NOT_HERE: Final = frozenset({"escape", "end", "full", "keys", "wait", "dose", "longer", "shorter", "more", "fewer"})


class BreakStage(StagePage):
    """Keys and buttons that it does without do nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.canvas.top.leave_out("full", "keys", "end")
        self.canvas.controls.leave_out("wait", "dose")

    def bind_keys(self, bound: Bound) -> None:
        """Use these keys, less those of what it does without."""
        super().bind_keys({what: () if what in _NOT_HERE else keys for what, keys in bound.items()})

    def do(self, what: str) -> None:
        """Do what a button or a key stands for."""
        if what not in _NOT_HERE:
            super().do(what)
