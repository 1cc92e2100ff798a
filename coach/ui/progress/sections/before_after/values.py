"""The values of before and after as a table. No Qt."""

from __future__ import annotations

from coach.analysis.before_after import Pair
from coach.analysis.series import Key, day_of
from coach.i18n import _
from coach.ui.progress.rows import Row, Table
from coach.ui.progress.saying import Say
from coach.ui.progress.sections.before_after.plot import ChosenPairs
from coach.ui.progress.sections.shared import Sessions, session_word
from coach.ui.words import place_word


def before_after_table(pairs: ChosenPairs, sessions: Sessions, say: Say) -> Table:
    """Return the sessions with both ratings."""
    found: list[tuple[Key, Pair]] = [(key, pair) for key, held in pairs for pair in held.pairs]
    found.sort(key=lambda pair: (pair[1].before.at.utc_us, pair[1].session), reverse=True)

    def row(number: int) -> Row:
        key, pair = found[number]
        return (
            say.full_day(day_of(pair.before.at)),
            session_word(pair.session, sessions),
            place_word(*key),
            str(pair.before.tightness),
            str(pair.after.tightness),
            say.change(pair.change),
        )

    heads = (_("Day"), _("Session"), _("Where"), _("Before"), _("After"), _("Change"))
    return Table(
        _("Sessions with both ratings, newest first"),
        heads,
        len(found),
        row,
        lambda number: day_of(found[number][1].before.at),
    )
