"""The same as the charts in sentences, for a screen reader and for everyone. Numbers, never a verdict. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from coach.analysis.before_after import Pairs
from coach.analysis.mean import mean_on
from coach.analysis.series import Point, Series, within
from coach.i18n import _, ngettext
from coach.ui.progress.choice import Choice, first_day
from coach.ui.progress.plots import ChosenPairs
from coach.ui.progress.saying import Say
from coach.ui.words import place_word


def tightness_sentences(series: Sequence[Series], choice: Choice, today: int, say: Say) -> tuple[str, ...]:
    """Return a sentence per place about the chosen span."""
    return tuple(_place_sentence(one, choice, today, say) for one in series)


def noise_sentence() -> str:
    """Say what is known about changes (CLINICAL.md section 5: CHILDS, and nothing found for tightness)."""
    return _(
        "A change of 2 points is more than the usual ups and downs of pain (Childs 2005); "
        "for tightness no such figure is known."
    )


def before_after_sentences(pairs: ChosenPairs, say: Say) -> tuple[str, ...]:
    """Return a sentence per place: how many sessions, how many went which way, and the middle of the changes."""
    return tuple(_pairs_sentence(place_word(*key), found, say) for key, found in pairs if found.pairs or found.single)


def _place_sentence(series: Series, choice: Choice, today: int, say: Say) -> str:
    place = place_word(*series.key)
    oldest = series.points[0].day if series.points else today
    seen = within(series.points, first_day(choice, oldest, today), today)
    if not seen:
        return _("{place}: no entry in this time.").format(place=place)
    first, last = seen[0], max(seen, key=lambda point: (point.entry.at.utc_us, point.entry.id))
    if len(seen) == 1:
        only = _("{place}: {value} {when}, the only entry in this time.").format(
            place=place, value=last.entry.tightness, when=_on(last, today, say)
        )
        more = _("With a second entry within seven days a line appears.") if len(series.points) == 1 else ""
        return f"{only} {more}".strip()
    return _("{place}: {first} {then}, {last} {now}; {mean}.").format(
        place=place,
        first=first.entry.tightness,
        then=_on(first, today, say),
        last=last.entry.tightness,
        now=_on(last, today, say),
        mean=_mean(series.points, today, say),
    )


def _on(point: Point, today: int, say: Say) -> str:
    return _("today") if point.day == today else _("on {day}").format(day=say.day(point.day))


def _mean(points: Sequence[Point], today: int, say: Say) -> str:
    value, count = mean_on(points, today)
    if count == 0:
        return _("no entry in the last 7 days")
    if value is None:
        return _("one entry in the last 7 days, so no average")
    return ngettext(
        "average of the last 7 days {mean}, from {n} entry",
        "average of the last 7 days {mean}, from {n} entries",
        count,
    ).format(mean=say.decimal(value), n=count)


def _pairs_sentence(place: str, found: Pairs, say: Say) -> str:
    changes = [pair.change for pair in found.pairs]
    parts = []
    if len(changes) == 1:
        one = _("{place}: {before} before and {after} after the only session with both ratings.")
        parts.append(
            one.format(place=place, before=found.pairs[0].before.tightness, after=found.pairs[0].after.tightness)
        )
    elif changes:
        parts.append(_counts(place, changes, say))
    if found.single:
        single = ngettext(
            "{n} session has only one of the two ratings and is not drawn.",
            "{n} sessions have only one of the two ratings and are not drawn.",
            found.single,
        ).format(n=found.single)
        parts.append(single if changes else _("{place}: {words}").format(place=place, words=single))
    return " ".join(parts)


def _counts(place: str, changes: Sequence[int], say: Say) -> str:
    lower, higher = sum(change < 0 for change in changes), sum(change > 0 for change in changes)
    return _(
        "{place}, last {n} sessions: lower after {lower} of them, the same after {same}, higher after {higher}; "
        "middle change {middle}."
    ).format(
        place=place,
        n=len(changes),
        lower=lower,
        same=len(changes) - lower - higher,
        higher=higher,
        middle=say.change(median(changes)),
    )
