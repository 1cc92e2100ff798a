"""What another process of the same person may say about breaks to the open program, and what it is answered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time

import msgspec

from coach.app.breaks_desk import BreaksDesk
from coach.app.here import Here
from coach.desktop.ownership import Answer, Request
from coach.errors import DataError
from coach.i18n import _
from coach.ports.desk import Doors
from coach.reminders.view import State

BREAK, STATUS = "break", "status"


class BreaksLine:
    """Handles both requests; called in a thread of the line, it has all done in the thread of the windows."""

    def __init__(self, desk: BreaksDesk, doors: Doors, here: Here) -> None:
        self._desk, self._doors, self._here = desk, doors, here

    def handle(self, request: Request) -> Answer:
        """Answer with a sentence, or the status; raises `DataError` for a word that makes no sense now."""
        if request["do"] == STATUS:
            return self._here.ask(self._status)
        act = self._act(request)
        return {"ok": True, "sentence": self._here.ask(act)}

    def _status(self) -> Answer:
        """Return how breaks stand, and how the desk is seen, as far as it is watched."""
        watched = self._desk.view().state is not State.OFF
        found = self._doors.findings() if watched else []
        status = msgspec.to_builtins(self._desk.driver.status())
        return {"ok": True, "status": status, "findings": msgspec.to_builtins(found)}

    def _act(self, request: Request) -> Callable[[], str]:
        """Return what is to be done; raises `KeyError` or `ValueError` for words that are not known."""
        match request:
            case {"say": "now", "shorter": bool(shorter)}:
                return lambda: self._now(shorter=shorter)
            case {"say": "pause", "minutes": int(minutes)}:
                return lambda: self._pause(lambda: self._desk.pause(minutes))
            case {"say": "pause", "minutes": None}:
                return lambda: self._pause(self._desk.pause_until_tomorrow)
            case {"say": "busy", "until": str(until)}:
                end = time.fromisoformat(until)
                return lambda: self._meeting(end)
            case _:
                return {"snooze": self._snooze, "skip": self._skip, "resume": self._resume}[request["say"]]

    def _now(self, *, shorter: bool) -> str:
        why = self._desk.refused()
        if why:
            raise DataError(why)
        if self._desk.view().state is State.BREAK:
            raise DataError(_("A break is open already."))
        self._desk.now(shorter=shorter)
        return _("The break is open.")

    def _snooze(self) -> str:
        view = self._desk.view()
        if view.state is not State.CARD:
            raise DataError(
                _("No break is asked for just now, so there is none to put off. {why}").format(why=view.why)
            )
        if not self._desk.snooze():
            raise DataError(_("This break was put off twice already. Take it, a shorter one, or skip it."))
        return self._desk.view().why

    def _skip(self) -> str:
        view = self._desk.view()
        if view.card is None:
            raise DataError(_("No break is due, so there is none to skip. {why}").format(why=view.why))
        if view.state is State.BREAK:
            self._desk.skip()
            return _("The break ends here.")
        if not self._desk.skip(sure=True):
            raise DataError(_("In strict mode a break is not skipped. Holding Esc on its card leaves it."))
        return _("Skipped. {why}").format(why=self._desk.view().why)

    def _resume(self) -> str:
        view = self._desk.view()
        paused, in_meeting = view.pause_ms is not None, view.meeting_ms is not None
        if not (paused or in_meeting):
            raise DataError(_("Breaks are not paused. {why}").format(why=view.why))
        self._desk.resume()
        if paused and in_meeting:
            return self._confirmed(_("The pause and the meeting are over."))
        return self._confirmed(_("The pause is over.") if paused else _("The meeting is over."))

    def _pause(self, word: Callable[[], object]) -> str:
        self._need_on()
        word()
        return self._confirmed(self._desk.view().pause_words)

    def _meeting(self, end: time) -> str:
        self._need_on()
        self._desk.meeting(end)
        return self._confirmed(self._desk.view().meeting_words)

    def _need_on(self) -> None:
        """Raise `DataError` for what only counts while breaks are on."""
        if not self._desk.on:
            raise DataError(_("Break reminders are off. Switch them on on the Breaks page."))

    def _confirmed(self, done: str) -> str:
        """Say what was done first, then how it stands where that is something else."""
        view = self._desk.view()
        if view.state is State.BREAK:
            return _("{done} The break that is open goes on.").format(done=done)
        said = done == view.why or (done == view.meeting_words and view.state is not State.PAUSED)
        return done if said else f"{done} {view.why}"
