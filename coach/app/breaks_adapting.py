"""What follows when the person says why they skip: other settings, told, and changed back with one press."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer

from coach.app.alerts import Alerts
from coach.app.breaks_words import adapted_notice
from coach.app.frame import Frame
from coach.i18n import _
from coach.reminders.adapting import adapted, adapted_words
from coach.reminders.events import Reason
from coach.settings.breaks import Breaks


class BreaksAdapting(QObject):
    """`gentle` turns the gentle day of *it hurts today* on or off."""

    def __init__(self, frame: Frame, alerts: Alerts, gentle: Callable[[bool], object], parent: QObject) -> None:
        super().__init__(parent)
        self._frame, self._alerts, self._gentle = frame, alerts, gentle
        self._undo: Callable[[], object] | None = None

    def answer(self, reason: Reason) -> None:
        """Change what the reason asks for, and say so where it is seen."""
        context = self._frame.context
        if context is None:
            return
        before = context.settings.breaks
        after, words = adapted(before, reason), adapted_words(before, reason)
        self._undo = None
        if after != before:
            self._use(after)
            self._undo = lambda: self._take_back(before, after)
        elif reason is Reason.HURTS:
            self._undo = lambda: self._gentle(False)
        undoable = self._undo is not None
        self._frame.tell(words, _("Undo") if undoable else "", self.undo if undoable else None)
        if reason is not Reason.HURTS:  # how somebody is stands in no message of the desktop
            notice = adapted_notice(words, undo=undoable)
            QTimer.singleShot(0, self, lambda: self._alerts.show_unless_seen(notice))  # the question is gone by then

    def undo(self) -> None:
        """Change it back, once."""
        undo, self._undo = self._undo, None
        if undo is not None:
            undo()
            self._frame.tell(_("Breaks are as they were."))

    def _take_back(self, before: Breaks, after: Breaks) -> None:
        """What the person has chosen since then is theirs, and stays."""
        context = self._frame.context
        if context is not None:
            now = context.settings.breaks
            ours = (name for name in now.__struct_fields__ if getattr(before, name) != getattr(after, name))
            same = {name: getattr(before, name) for name in ours if getattr(now, name) == getattr(after, name)}
            self._use(replace(now, **same))

    def _use(self, breaks: Breaks) -> None:
        context = self._frame.context
        if context is not None:
            self._frame.change_settings(replace(context.settings, breaks=breaks))
