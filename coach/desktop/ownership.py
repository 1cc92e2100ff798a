"""One owner for each data folder, and a private line by which other processes of the same person reach it.

The lock is the system's own and goes with the process. Requests and answers are JSON in bytes, never pickled
objects; both ends prove that they can read the key file in the data folder.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import AuthenticationError
from multiprocessing.connection import Client, Listener, answer_challenge, deliver_challenge
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from coach.desktop.owned_folder import take_folder
from coach.desktop.owner_address import ADDRESS_FILE, KEY_FILE, Address, fresh_address, key_of, remove_stale
from coach.errors import CoachError, DataError
from coach.files import write_atomic
from coach.i18n import _
from coach.lock import FileLock

if TYPE_CHECKING:
    from multiprocessing.connection import _ConnectionBase

Request = dict[str, Any]
Answer = dict[str, Any]
Handler = Callable[[Request], Answer]

_MOST_BYTES = 16 * 1024 * 1024
#: For so long a new owner may be starting: it has the lock, and does not listen yet.
_TRIES, _BETWEEN_TRIES_S = 30, 0.1
#: What a broken or foreign connection raises; the standard library asserts the form of a challenge.
_BROKEN = (OSError, EOFError, AuthenticationError, AssertionError)


class OwnerGoneError(DataError):
    """Somebody owns the folder, but does not answer."""


class Owner:
    """This process owns the folder, until `release` or its end, however that comes."""

    def __init__(self, folder: Path, lock: FileLock) -> None:
        self.folder = folder
        self._lock = lock
        self._line: _Line | None = None

    @classmethod
    def acquire(cls, folder: Path) -> Owner | None:
        """Take the folder, or return None while another process owns it.

        Raises `DataError` when the folder cannot be made or written.
        """
        lock = take_folder(folder)
        return None if lock is None else cls(folder, lock)

    def serve(self, handler: Handler) -> None:
        """Answer requests in threads of their own until `release`; `handler` is called in those threads."""
        remove_stale(self.folder)
        self._line = _Line(self.folder, handler)

    def release(self) -> None:
        """Stop answering and give the folder free."""
        line, self._line = self._line, None
        if line is not None:
            line.close()
        self._lock.release()


class _Line:
    """The listening end: one thread accepts, each request is answered in a thread of its own."""

    def __init__(self, folder: Path, handler: Handler) -> None:
        self._folder = folder
        self._handler = handler
        self._key = key_of(folder)
        wanted = fresh_address()
        self._listener = Listener(wanted.address or None, wanted.family, backlog=8)
        self._address = Address(wanted.family, str(self._listener.address))
        write_atomic(folder / ADDRESS_FILE, msgspec.json.encode(self._address))
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._accept, name="owner", daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._closing.set()
        with suppress(*_BROKEN):  # closing alone does not wake a thread that waits for a connection
            Client(self._address.address, self._address.family).close()
        self._thread.join(2)
        self._listener.close()
        remove_stale(self._folder)

    def _accept(self) -> None:
        while not self._closing.is_set():
            try:
                line = self._listener.accept()
            except OSError:
                return
            if self._closing.is_set():
                line.close()
                return
            # None may hold up another: a process that was stopped in the middle only holds its own thread.
            threading.Thread(target=self._serve, args=(line,), name="owner-line", daemon=True).start()

    def _serve(self, line: _ConnectionBase) -> None:
        with suppress(*_BROKEN), line:
            deliver_challenge(line, self._key)
            answer_challenge(line, self._key)
            answer = _answer(line.recv_bytes(_MOST_BYTES), self._handler)
            line.send_bytes(msgspec.json.encode(answer))


def _answer(raw: bytes, handler: Handler) -> Answer:
    """Return what the handler says; trouble becomes a sentence, never a traceback on the other side."""
    try:
        return handler(msgspec.json.decode(raw, type=dict[str, Any]))
    except CoachError as error:
        return {"error": str(error)}
    except (msgspec.MsgspecError, ValueError, KeyError, TypeError):
        return {"error": _("The open Limber did not understand this. Is it another version? Close it, then try again.")}


def ask_owner(folder: Path, request: Request, timeout: float = 5.0) -> Answer:
    """Send a request to the owner of the folder and return its answer; waits at most `timeout` seconds.

    Raises `OwnerGoneError` when nobody answers, and `DataError` with the owner's own sentence when it could
    not do what was asked.
    """
    answers: list[Answer | Exception] = []
    # In a thread, because an owner that has been stopped accepts a connection and then says nothing.
    given_up = threading.Event()
    asking = threading.Thread(target=_ask, args=(folder, request, answers, given_up), daemon=True)
    asking.start()
    asking.join(timeout)
    given_up.set()
    answer = answers[0] if answers else None
    if not isinstance(answer, dict):
        raise OwnerGoneError(
            _("Limber is already open with {folder}, but does not answer. Close it, then try again.").format(
                folder=folder
            )
        ) from answer
    if "error" in answer:
        raise DataError(str(answer["error"]))
    return answer


def _ask(folder: Path, request: Request, answers: list[Answer | Exception], given_up: threading.Event) -> None:
    """Ask, and ask again while nobody listens yet: a window paints itself before it answers."""
    for _attempt in range(_TRIES):
        try:
            answers[:] = [_once(folder, request)]
        except (FileNotFoundError, ConnectionRefusedError) as error:
            answers[:] = [error]
        except (*_BROKEN, msgspec.MsgspecError, ValueError) as error:
            answers[:] = [error]
            return
        else:
            return
        if given_up.wait(_BETWEEN_TRIES_S):
            return


def _once(folder: Path, request: Request) -> Answer:
    found = msgspec.json.decode((folder / ADDRESS_FILE).read_bytes(), type=Address)
    key = (folder / KEY_FILE).read_bytes()
    with Client(found.address, found.family, authkey=key) as line:
        line.send_bytes(msgspec.json.encode(request))
        return msgspec.json.decode(line.recv_bytes(_MOST_BYTES), type=dict[str, Any])
