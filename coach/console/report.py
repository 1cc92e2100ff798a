"""What `limber report` was asked for; each mistake becomes one sentence."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from coach.analysis.period import Span, noted
from coach.console.periods import period
from coach.errors import WrongUseError
from coach.handout.report import Choice
from coach.i18n import _
from coach.journal.records import Entry

PAGES = ("curves", "sessions", "entries")
_ENDINGS = (".pdf", ".txt")


class Asked(NamedTuple):
    """A report: the file (.pdf, or .txt for the note), A4 or Letter, what goes into it."""

    path: Path
    a4: bool
    span: Span
    pages: frozenset[str]
    notes: str

    def choice(self, entries: Sequence[Entry]) -> Choice:
        """Return what goes in, now that the entries are known."""
        notes = noted(entries, self.span) if self.notes == "all" else ()
        return Choice(self.span, frozenset(entry.id for entry in notes), *(page in self.pages for page in PAGES))


def asked(chosen: Namespace, today: date, *, a4: bool) -> Asked:
    """Read the options; `a4` is the paper where none is named. Raises `WrongUseError`."""
    path = Path(chosen.out)
    if path.suffix.lower() not in _ENDINGS:
        raise WrongUseError(
            _("--out has to end in one of {endings}: “{path}” does not.").format(endings=", ".join(_ENDINGS), path=path)
        )
    if chosen.paper:
        a4 = chosen.paper == "a4"
    pages = frozenset(PAGES if "all" in chosen.pages else chosen.pages)
    return Asked(path, a4, period(chosen.first, chosen.last, today), pages, chosen.notes)
