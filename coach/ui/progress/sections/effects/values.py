"""The values of change per exercise as a table. No Qt."""

from __future__ import annotations

from collections.abc import Sequence

from coach.analysis.effects import Effect
from coach.i18n import _
from coach.ui.progress.rows import Row, Table
from coach.ui.progress.saying import Say
from coach.ui.progress.sections.effects.plot import Names


def effects_table(found: Sequence[Effect], names: Names, say: Say) -> Table:
    """Return every exercise with a change that counts, in the order of the chart."""

    def row(number: int) -> Row:
        effect = found[number]
        change = effect.change
        return (
            names.get(effect.exercise, effect.exercise),
            str(change.n),
            say.change(round(change.median, 1)),
            say.change(round(change.low, 1)),
            say.change(round(change.high, 1)),
            _against(effect, say),
            _("yes") if effect.claimed else _("no"),
        )

    heads = (
        _("Exercise"),
        _("Times"),
        _("Middle change"),
        _("From"),
        _("To"),
        _("Against the others"),
        _("Helps most"),
    )
    return Table(_("Change per exercise, the largest fall first"), heads, len(found), row)


def _against(effect: Effect, say: Say) -> str:
    return say.change(round(effect.claim.effect, 1)) if effect.claim else _("not compared")
