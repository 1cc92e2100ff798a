"""Work for the thread of the windows, asked for by another thread, which waits for what comes of it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as LateError
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from coach.errors import DataError
from coach.i18n import _

_T = TypeVar("_T")
#: Less than whoever asks over the line waits for its answer.
LONGEST_S = 4.0


class Here(QObject):
    """Lives in the thread that works; `ask` is called in others."""

    _asked = Signal(object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._asked.connect(self._work, Qt.ConnectionType.QueuedConnection)

    def ask(self, work: Callable[[], _T], longest_s: float = LONGEST_S) -> _T:
        """Have it done and return what it returns, or raise what it raises.

        Raises `DataError` when the windows are too busy to do it in time; then it is not done.
        """
        future: Future[_T] = Future()
        try:
            self._asked.emit(work, future)
        except RuntimeError:  # the windows are gone already: the program ends
            raise DataError(_("Limber is closing.")) from None
        try:
            return future.result(longest_s)
        except LateError:
            if not future.cancel():
                return future.result(longest_s)  # it is being done, so nobody is told that it is not
            raise DataError(_("Limber is busy just now. Try again in a moment.")) from None

    @Slot(object, object)
    def _work(self, work: Callable[[], Any], future: Future[Any]) -> None:
        if not future.set_running_or_notify_cancel():
            return
        try:
            found = work()
        except BaseException as error:  # noqa: BLE001  it belongs to who asked
            future.set_exception(error)
        else:
            future.set_result(found)
