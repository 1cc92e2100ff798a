"""From the effects to the chart of change per exercise. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import ceil, floor

from coach.analysis.claims import LEAST_USES
from coach.analysis.effects import Effect
from coach.drawing.charts.effect_rows import EffectRow, EffectsState
from coach.i18n import _, ngettext
from coach.journal.records import SessionRecord
from coach.ui.progress.saying import Say
from coach.ui.progress.sections.effects.words import most_sentence, rule_sentence

#: Rows on the chart; the table has all.
MOST_ROWS = 6
Names = Mapping[str, str]


def names_of(sessions: Iterable[SessionRecord]) -> Names:
    """Return what each exercise was called when it was last done."""
    return {step.exercise: _(step.title) for session in sessions for step in session.steps if step.exercise}


def effects_plot(found: Sequence[Effect], names: Names, say: Say) -> EffectsState | None:
    """Return the chart, None while no exercise has a change that counts."""
    if not found:
        return None
    rows = tuple(_row(effect, names, say) for effect in shown(found))
    low = min(-2, *(floor(row.low) for row in rows))
    high = max(1, *(ceil(row.high) for row in rows))
    return EffectsState(
        title=_("Change per exercise"),
        subtitle=_(
            "How tight it felt right after an exercise, minus just before it. Marker: the middle. Bar: how sure it is."
        ),
        rows=rows,
        low=low,
        high=high,
        ticks=tuple(say.change(value) for value in range(low, high + 1)),
        less=_("less tight"),
        more=_("tighter"),
        rule=rule_sentence(),
    )


def shown(found: Sequence[Effect]) -> Sequence[Effect]:
    """Return those on the chart, in their order: the ones used most often when there are too many."""
    if len(found) <= MOST_ROWS:
        return found
    often = sorted(found, key=lambda effect: (effect.claimed, effect.change.n), reverse=True)[:MOST_ROWS]
    return [effect for effect in found if effect in often]


def times(count: int) -> str:
    """Say how often an exercise was used and rated."""
    return ngettext("{n} time", "{n} times", count).format(n=count)


def interval(effect: Effect, say: Say) -> str:
    """Write the interval: "−1.5 to −0.5"."""
    low, high = (say.change(round(end, 1)) for end in (effect.change.low, effect.change.high))
    return _("{low} to {high}").format(low=low, high=high)


def _row(effect: Effect, names: Names, say: Say) -> EffectRow:
    change = effect.change
    name = names.get(effect.exercise, effect.exercise)
    value = say.change(round(change.median, 1))
    return EffectRow(
        name=name,
        uses=_uses(effect),
        median=change.median,
        low=change.low,
        high=change.high,
        value=value,
        interval=interval(effect, say) if change.n > 1 else "",
        enough=effect.enough,
        claimed=effect.claimed,
        words="\n".join(_said(effect, name, value, say)),
    )


def _uses(effect: Effect) -> str:
    said = times(effect.change.n)
    if effect.claimed:
        return _("{n}×, seems to help most").format(n=effect.change.n)
    return said if effect.enough else _("{times}: too few yet").format(times=said)


def _said(effect: Effect, name: str, value: str, say: Say) -> list[str]:
    words = _("{name}: {value} in the middle, {interval}, {times}").format(
        name=name, value=value, interval=interval(effect, say), times=times(effect.change.n)
    )
    if effect.claimed:
        return [words, most_sentence(name)]
    if not effect.enough:
        return [words, _("At {n} times it is compared with the others.").format(n=LEAST_USES)]
    return [words]
