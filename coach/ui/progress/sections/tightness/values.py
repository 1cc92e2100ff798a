"""The values of the tightness chart as a table. No Qt."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from coach.analysis.series import Key, Point, Series
from coach.i18n import _
from coach.ui.progress.rows import Row, Table
from coach.ui.progress.sections.section import Looking
from coach.ui.words import place_word, quality_word


def tightness_table(looking: Looking) -> Table:
    """Return the entries of the chosen span with the mean and the channel of their day; put in order when first looked at."""
    say = looking.say
    found = cache(lambda: _newest_first(looking))
    means = cache(lambda: {(key, one.day): one for key, held in looking.means.items() for one in held})
    channels = cache(lambda: {(key, one.day): one for key, held in looking.channels.items() for one in held})

    def row(number: int) -> Row:
        key, point = found()[number]
        mean, week = means().get((key, point.day)), channels().get((key, point.day))
        return (
            say.full_day(point.day),
            say.time(point.x),
            place_word(*key),
            str(point.entry.tightness),
            quality_word(point.entry.quality),
            "–" if mean is None else say.decimal(mean.value),
            "–" if week is None else str(week.low),
            "–" if week is None else str(week.high),
        )

    heads = (
        *(_("Day"), _("Time"), _("Where"), _("0 to 10"), _("Felt as")),
        *(_("Mean of 7 days"), _("Lowest"), _("Highest")),
    )
    count = sum(len(one.points) - _begin(one, looking.first) for one in looking.series)
    return Table(_("Entries of this time, newest first"), heads, count, row, lambda number: found()[number][1].day)


def _newest_first(looking: Looking) -> list[tuple[Key, Point]]:
    first = looking.first
    found = [(one.key, point) for one in looking.series for point in one.points[_begin(one, first) :]]
    return sorted(found, key=lambda held: (held[1].day, held[1].entry.at.utc_us, held[1].entry.id), reverse=True)


def _begin(series: Series, day: int) -> int:
    """Return where the points of a local day begin; they are in the order of their days."""
    return bisect_left(series.points, day, key=lambda point: point.day)
