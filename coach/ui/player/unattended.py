"""What the end has to ask when nobody answered while a pack was on. No Qt."""

from __future__ import annotations

from dataclasses import replace

from coach.content.library import Library
from coach.content.vocabulary import Mode
from coach.i18n import _
from coach.session.events import CheckAsked, Event, Outcome, PackDue, PackOff
from coach.ui.player.pack_words import first_aid
from coach.ui.player.summary import Summary

#: The urgency from which nobody seems to be there.
_ALARM = 2


class Unattended:
    """Follows a session's events and remembers which pack was left alone."""

    def __init__(self) -> None:
        self._mode: Mode | None = None
        #: The pack that had to come off last.
        self.worn: Mode | None = None
        self._check = False

    def follow(self, event: Event) -> None:
        """Take notice of one event."""
        if isinstance(event, CheckAsked):
            self._check = self._check or event.urgency >= _ALARM
        elif isinstance(event, PackDue):
            self.worn = event.mode
        elif isinstance(event, PackOff) and event.outcome is Outcome.UNATTENDED:
            self._mode = self.worn or event.mode

    def add_to(self, summary: Summary, library: Library | None) -> Summary:
        """Put what has to be asked, and the first aid, on top of the end."""
        return replace(summary, note=self.words(), aid=self.aid(library))

    def words(self) -> str:
        """What is asked at the end; '' when every pack was answered for."""
        if self._mode is None:
            return ""
        if self._check:
            return _("Nobody answered the skin check. Is the pack off, and does the skin look normal?")
        return _("Nobody said that the pack was off. Is it off, and does the skin look normal?")

    def aid(self, library: Library | None) -> tuple[str, ...]:
        """What to do when something is wrong with the skin."""
        return first_aid(library, self._mode) if self._mode is not None and library is not None else ()
