"""The journal from the windows' side: one worker thread owns the store; what comes back arrives in this thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot

from coach.errors import CoachError
from coach.journal.repository import Draft, JournalReader, JournalWriter, ResumeNote

_T = TypeVar("_T")


class OpenJournal(JournalReader, JournalWriter, Protocol):
    """What the driver needs of a store."""

    def take_notice(self) -> str:
        """Return, once, a sentence the person should see although all is saved."""
        ...

    def close(self) -> None:
        """Close the file."""
        ...


class JournalDriver(QObject):
    """Saves and reads off this thread, in the order asked.

    `saved(ids)` comes only after COMMIT; `failed(sentence, drafts)` when something could not be saved: those
    drafts are kept and go along with the next save, so that freed disk space needs no restart. `noticed`
    carries a sentence although all is saved.
    """

    saved = Signal(object)
    failed = Signal(str, object)
    noticed = Signal(str)
    _delivered = Signal(object)

    def __init__(self, open_store: Callable[[], OpenJournal], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open_store = open_store
        self._store: OpenJournal | None = None
        self._unsaved: list[Draft] = []
        self._closed = False
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="journal")
        self._delivered.connect(self._run_here, Qt.ConnectionType.QueuedConnection)

    def save(self, drafts: Sequence[Draft], resume: ResumeNote | None = None) -> None:
        """Write drafts and the resume note in one transaction; `saved` or `failed` follows."""
        self._worker.submit(self._job, lambda: self._save(list(drafts), resume))

    def note(self, resume: ResumeNote) -> None:
        """Replace the resume note of its session; only `failed` may follow."""
        self._worker.submit(self._job, lambda: self._save([], resume))

    def forget(self, session: str) -> None:
        """Remove the resume note of a session."""
        self._worker.submit(self._job, lambda: self._attempt(lambda store: store.forget_resume(session)))

    def read(
        self,
        question: Callable[[JournalReader], _T],
        answer: Callable[[_T], None],
        trouble: Callable[[str], None] | None = None,
    ) -> None:
        """Ask in the worker; `answer`, or `trouble` with a sentence, is called in this thread.

        Without `trouble` the sentence goes out as `failed`, with no drafts. Once it is closed nobody is answered: what was
        saved last may still make somebody ask.
        """
        if self._closed:
            return
        told = trouble or (lambda sentence: self.failed.emit(sentence, []))
        self._worker.submit(self._job, lambda: self._read(question, answer, told))

    def call(self, work: Callable[[OpenJournal], _T]) -> Future[_T]:
        """Run `work` in the worker and return its future, for callers in threads of their own."""
        return self._worker.submit(lambda: work(self._opened()))

    def without(self, work: Callable[[], _T], answer: Callable[[_T], None], trouble: Callable[[str], None]) -> None:
        """Close the file, run `work` in the worker, and open what lies there then; answered as `read` is."""

        def closed(_reader: JournalReader) -> _T:
            store, self._store = self._store, None
            if store is not None:
                store.close()
            return work()

        self.read(closed, answer, trouble)

    def writer(self) -> JournalWriter:
        """Return a writer for other threads (the hand-over): it waits until the worker has committed."""
        return _WaitingWriter(self)

    def close(self) -> None:
        """Finish everything that was asked, close the file, deliver what is still to be told; then it is of no more use."""
        if self._closed:
            return
        self._closed = True
        self._worker.submit(self._job, self._close)
        self._worker.shutdown(wait=True)
        QCoreApplication.sendPostedEvents(self)

    def _opened(self) -> OpenJournal:
        """The store, opened in the worker when first needed, and again after it could not be."""
        if self._store is None:
            self._store = self._open_store()
        return self._store

    def _save(self, drafts: list[Draft], resume: ResumeNote | None) -> None:
        waiting = [*self._unsaved, *drafts]
        try:
            store = self._opened()
            store.append(waiting, resume)
            notice = store.take_notice()
        except CoachError as error:
            self._unsaved = waiting
            sentence = str(error)
            self._deliver(lambda: self.failed.emit(sentence, drafts))
            return
        self._unsaved = []
        if waiting:
            ids = [draft.id for draft in waiting]
            self._deliver(lambda: self.saved.emit(ids))
        if notice:
            self._deliver(lambda: self.noticed.emit(notice))

    def _attempt(self, work: Callable[[OpenJournal], None]) -> None:
        try:
            work(self._opened())
        except CoachError as error:
            sentence = str(error)
            self._deliver(lambda: self.failed.emit(sentence, []))

    def _read(
        self, question: Callable[[JournalReader], Any], answer: Callable[[Any], None], trouble: Callable[[str], None]
    ) -> None:
        try:
            found = question(self._opened())
        except CoachError as error:
            sentence = str(error)
            self._deliver(lambda: trouble(sentence))
            return
        self._deliver(lambda: answer(found))

    def _job(self, work: Callable[[], None]) -> None:
        """Run in the worker; a bug there must not vanish in a future, so it is raised in the receivers' thread."""
        try:
            work()
        except Exception as error:  # noqa: BLE001 - every bug
            self._deliver(_raiser(error))

    def _deliver(self, news: Callable[[], None]) -> None:
        self._delivered.emit(news)

    @Slot(object)
    def _run_here(self, news: Callable[[], None]) -> None:
        news()

    def _close(self) -> None:
        if self._store is not None:
            self._store.close()
            self._store = None


def _raiser(error: Exception) -> Callable[[], None]:
    def raise_it() -> None:
        raise error

    return raise_it


class _WaitingWriter:
    """A `JournalWriter` for threads other than the worker's."""

    def __init__(self, driver: JournalDriver) -> None:
        self._driver = driver

    def append(self, drafts: Sequence[Draft], resume: ResumeNote | None = None) -> None:
        """Write in the worker and wait for the commit."""
        self._driver.call(lambda store: store.append(drafts, resume)).result()
        self._driver.saved.emit([draft.id for draft in drafts])  # Qt hands it to the receivers' thread

    def note_resume(self, note: ResumeNote) -> None:
        """Replace a resume note in the worker and wait."""
        self._driver.call(lambda store: store.note_resume(note)).result()

    def forget_resume(self, session: str) -> None:
        """Remove a resume note in the worker and wait."""
        self._driver.call(lambda store: store.forget_resume(session)).result()
