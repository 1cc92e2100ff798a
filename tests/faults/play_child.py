"""A session in a process of its own that says on stderr which events were committed: `ack KIND ID` after each COMMIT.

Usage: python -m tests.faults.play_child FOLDER ROUTINE SPEED. Killed from outside at a random moment.
"""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from coach.app import journals, play
from coach.journal.repository import Draft, ResumeNote


def tell(line: str) -> None:
    """Write a line in one piece, whatever another thread prints meanwhile."""
    os.write(2, f"{line}\n".encode())


class TellingJournal(journals.OwnedJournal):
    """The real journal, which says aloud what is on the disk."""

    def append(self, drafts: Sequence[Draft], resume: ResumeNote | None = None) -> None:
        super().append(drafts, resume)
        for draft in drafts:
            tell(f"ack {draft.kind} {draft.id}")

    def note_resume(self, note: ResumeNote) -> None:
        super().note_resume(note)
        tell(f"note {note.session}")


def main() -> int:
    """Play one session to its end, answering every check."""
    folder, routine, speed = sys.argv[1:4]
    journals.OwnedJournal = TellingJournal  # type: ignore[misc]
    chosen = Namespace(
        routine=routine, resume=False, text=True, speed=speed, before=["buttock:left:6"], after=None, yes=True
    )
    return play.play(chosen, Path(folder))


if __name__ == "__main__":
    sys.exit(main())
