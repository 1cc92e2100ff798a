"""The person's own routines in the window: another name, gone, and back again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from coach.app.frame import Frame
from coach.content.library import Library
from coach.content.own_routines import Before, remove, rename, take_back
from coach.errors import CoachError
from coach.i18n import _


class OwnRoutinesDesk(QObject):
    """Changes files, one at a time, says so, and offers to undo it."""

    def __init__(self, frame: Frame, parent: QObject) -> None:
        super().__init__(parent)
        self._frame = frame

    def rename(self, key: str, name: str) -> None:
        """Give a routine another name."""
        self._change(
            lambda library: rename(self._frame.folder, key, name, library),
            _("The routine is called “{name}” now.").format(name=name),
        )

    def delete(self, key: str) -> None:
        """Take a routine off the page."""
        context = self._frame.context
        name = context.library.routines[key].routine.name if context and key in context.library.routines else key
        self._change(
            lambda library: remove(self._frame.folder, key, library),
            _("“{name}” is deleted.").format(name=name),
        )

    def _change(self, change: Callable[[Library], Before], sentence: str) -> None:
        context = self._frame.context
        if context is None:
            return
        try:
            before = change(context.library)
        except CoachError as trouble:
            self._frame.complain(str(trouble))
            return
        self._frame.read_routines()
        self._frame.tell(sentence, _("Undo"), lambda: self._undo(before))

    def _undo(self, before: Before) -> None:
        try:
            take_back(before)
        except CoachError as trouble:
            self._frame.complain(str(trouble))
            return
        self._frame.read_routines()
