"""Takes garbage away that holds on to itself in a circle, in the window's thread and nowhere else.

Python does that by itself, in whichever thread happens to ask for memory: a timer or an animation that lay in such a circle
would then be taken apart in the journal's thread, or while a picture is made, and Qt would crash. So Python's own collector
rests as long as there is a window, and each time the event loop has nothing to do it is seen whether there is enough to
take away.
"""

from __future__ import annotations

import gc
from typing import Final

from PySide6.QtCore import QAbstractEventDispatcher, QObject, Slot

#: So many things more than before are worth a look. Python itself looks after 700; nobody waits for this one.
_ENOUGH: Final = 2_000


class Collector(QObject):
    """Collects in the thread it is made in, from now until `close`; that thread has an event loop."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._usual = gc.isenabled()
        self._closed = False
        gc.disable()
        self._dispatcher = QAbstractEventDispatcher.instance()
        self._dispatcher.aboutToBlock.connect(self._look)

    def close(self) -> None:
        """Leave it to Python again, where it was so. No other thread may be at work any more."""
        if self._closed:
            return
        self._closed = True
        self._dispatcher.aboutToBlock.disconnect(self._look)
        if self._usual:
            gc.enable()

    @Slot()
    def _look(self) -> None:
        collect_if_worth_it()


def collect_if_worth_it() -> None:
    """Collect young garbage when there may be enough of it; older garbage once in a while, as Python would."""
    young, middle, old = gc.get_count()
    if young < _ENOUGH:
        return
    _young, often, seldom = gc.get_threshold()
    gc.collect(2 if old > seldom else 1 if middle > often else 0)
