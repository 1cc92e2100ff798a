"""What several sections need. No Qt."""

from __future__ import annotations

from collections.abc import Mapping

from coach.content.vocabulary import Side
from coach.drawing.charts.model import Shape
from coach.i18n import _, ngettext
from coach.journal.records import SessionRecord

#: The marker of each side, the same on every chart.
SHAPES = {Side.LEFT: Shape.LEFT, Side.RIGHT: Shape.RIGHT, Side.BOTH: Shape.BOTH, None: Shape.WHOLE}

Sessions = Mapping[str, SessionRecord]


def session_word(session: str, sessions: Sessions) -> str:
    """Name a session by its routine."""
    return _(sessions[session].name) if session in sessions else _("a session")


def left_out(rehearsals: int, damaged: int) -> str:
    """Say what of the journal is not counted."""
    words = [_("Deleted entries and entries from rehearsals are left out.")]
    if rehearsals:
        words.append(
            ngettext("{n} entry is from a rehearsal.", "{n} entries are from rehearsals.", rehearsals).format(
                n=rehearsals
            )
        )
    if damaged:
        words.append(
            ngettext(
                "{n} damaged row of the journal is left out too.",
                "{n} damaged rows of the journal are left out too.",
                damaged,
            ).format(n=damaged)
        )
    return " ".join(words)
