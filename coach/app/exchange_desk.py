"""Export and import from the window: in a thread of their own, told in a sentence, and an import can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QObject, Signal

from coach import __version__
from coach.app import taking
from coach.app.frame import Frame
from coach.app.importing import Imported, take_back, take_in
from coach.clock import Clock
from coach.drivers.journal_driver import JournalDriver
from coach.errors import CoachError
from coach.exchange.lines import Days
from coach.exchange.read_lines import read_journal_file
from coach.i18n import _
from coach.store.journal_store import Store
from coach.ui.preferences.export_sheet import Wish


class ExchangeDesk(QObject):
    """`busy` carries what is being done, '' when nothing is any more."""

    busy = Signal(str)
    _done = Signal(object)

    def __init__(self, frame: Frame, in_session: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._frame, self._in_session = frame, in_session
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="exchange")
        self._busy = ""
        self._done.connect(lambda tell: tell())

    @property
    def doing(self) -> str:
        """What is being done; '' when nothing is."""
        return self._busy

    def export(self, wish: Wish) -> None:
        """Write files; the system's dialog has asked before it names a file that is there."""
        frame = self._frame
        days = _back(wish.days, frame.clock.stamp().local_day)

        def work() -> tuple[str, list[str]]:
            return taking.export(frame.folder, wish.form, wish.path, days, frame.clock, force=True)

        self._begin(_("The journal is being exported."), work, self._exported)

    def import_file(self, path: Path) -> None:
        """Take a file in; what came in can be taken back as long as the message stands."""
        frame = self._frame
        self._begin(
            _("The journal is being imported."),
            lambda: import_through(frame.journal, frame.folder, path, frame.clock),
            self._imported,
        )

    def close(self) -> None:
        """Finish what was begun."""
        self._worker.shutdown(wait=True)

    def _exported(self, done: tuple[str, list[str]]) -> None:
        sentence, damaged = done
        if damaged:
            self._frame.complain(" ".join([sentence, *damaged[:1]]))
        else:
            self._frame.tell(sentence)

    def _imported(self, done: Imported) -> None:
        if done.backup is None:
            self._frame.tell(done.sentence)
            return
        self._frame.refresh()
        self._frame.tell(done.sentence, _("Undo"), lambda: self._take_back(done))

    def _take_back(self, done: Imported) -> None:
        """Put the journal back as it was before, with everything that was written since."""
        if self._in_session():
            self._frame.complain(
                _("A session is running. Finish it, then take the import back with: limber restore FILE")
            )
            return
        frame = self._frame
        self._say(_("The import is being taken back."))
        frame.journal.without(
            lambda: take_back(frame.folder, done, frame.clock, __version__), self._taken_back, self._failed
        )

    def _taken_back(self, _nothing: None) -> None:
        self._say("")
        self._frame.refresh()
        self._frame.tell(_("The journal is as it was before the import, with what you wrote since."))

    def _begin(self, words: str, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        if self._busy:
            return
        self._say(words)

        def over(future: Future[Any]) -> None:
            self._done.emit(lambda: self._end(future, then))

        self._worker.submit(work).add_done_callback(over)

    def _end(self, future: Future[Any], then: Callable[[Any], None]) -> None:
        self._say("")
        try:
            found = future.result()
        except CoachError as trouble:
            self._frame.complain(_short(str(trouble)))
            return
        then(found)

    def _failed(self, sentence: str) -> None:
        self._say("")
        self._frame.complain(sentence)

    def _say(self, words: str) -> None:
        self._busy = words
        self.busy.emit(words)


def import_through(journal: JournalDriver, folder: Path, path: Path, clock: Clock) -> Imported:
    """Take a file in, in any thread but the window's: verified here, only written in the journal's own."""
    found = read_journal_file(path)
    return journal.call(lambda store: take_in(cast("Store", store), folder, found, path, clock)).result()


def _short(told: str) -> str:
    """The first and the last of many sentences: what is wrong, and what to do."""
    lines = told.splitlines()
    return told if len(lines) == 1 else f"{lines[0]} {lines[-1]}"


def _back(days: int | None, today: str) -> Days:
    """Return so many days back, today included."""
    if days is None:
        return Days()
    return Days(first=(date.fromisoformat(today) - timedelta(days=days - 1)).isoformat())
