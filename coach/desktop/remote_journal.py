"""Writing to a journal that another process owns: the drafts are handed over, and that process commits them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import msgspec

from coach.desktop.ownership import Answer, Handler, Request, ask_owner
from coach.errors import DataError
from coach.i18n import _
from coach.journal.repository import Draft, JournalWriter, ResumeNote


class RemoteWriter:
    """A `JournalWriter` that hands over to the running owner; returns only after the owner has committed."""

    def __init__(self, folder: Path, *, timeout: float = 10.0) -> None:
        self._folder = folder
        self._timeout = timeout

    def append(self, drafts: Sequence[Draft], resume: ResumeNote | None = None) -> None:
        """Have all drafts and the resume note written in one transaction; ids already written are skipped."""
        self._ask("append", {"drafts": list(drafts), "resume": resume})

    def note_resume(self, note: ResumeNote) -> None:
        """Have the resume note of its session replaced."""
        self._ask("note_resume", {"note": note})

    def forget_resume(self, session: str) -> None:
        """Have the resume note of a session removed."""
        self._ask("forget_resume", {"session": session})

    def _ask(self, what: str, values: dict[str, Any]) -> None:
        plain = msgspec.to_builtins({"do": what, **values})
        ask_owner(self._folder, plain, self._timeout)


def journal_handler(
    writer: JournalWriter,
    *,
    raise_window: Callable[[], None] | None = None,
    backup: Callable[[], str] | None = None,
    take_in: Callable[[str], str] | None = None,
    breaks: Handler | None = None,
) -> Handler:
    """Return the owner's side: answers raise, ping, backup, import, break, status and the three ways of writing.

    All are called in a thread of the line. `backup`, and `take_in` with the path of a journal file, return the sentence to
    show; `breaks` answers what is said about breaks, None: nobody looks after them here.
    """

    def handle(request: Request) -> Answer:
        what = request.get("do")
        if what == "raise" and raise_window is not None:
            raise_window()
            return {"ok": True}
        if what == "ping":
            return {"ok": True}
        if what == "backup" and backup is not None:
            return {"ok": True, "sentence": backup()}
        if what == "import" and take_in is not None:
            return {"ok": True, "sentence": take_in(str(request["path"]))}
        if what in {"break", "status"}:
            return (breaks or _no_breaks)(request)
        return _write(writer, request)

    return handle


def _no_breaks(request: Request) -> Answer:
    """Answer for a session in a terminal."""
    del request
    raise DataError(_("A session is running in a terminal with this data; breaks come only while the window is open."))


def _write(writer: JournalWriter, request: Request) -> Answer:
    match request:
        case {"do": "append", "drafts": drafts, "resume": resume}:
            note = None if resume is None else msgspec.convert(resume, ResumeNote)
            writer.append(msgspec.convert(drafts, list[Draft]), note)
        case {"do": "note_resume", "note": note_data}:
            writer.note_resume(msgspec.convert(note_data, ResumeNote))
        case {"do": "forget_resume", "session": str(session)}:
            writer.forget_resume(session)
        case _:
            raise DataError(_("The open Limber cannot do that. Is it another version? Close it, then try again."))
    return {"ok": True}
