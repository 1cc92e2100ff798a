"""The values of the tightness chart as a table. No Qt."""

from __future__ import annotations

from collections.abc import Sequence

from coach.analysis.band import Channel, seven_day_channel
from coach.analysis.mean import seven_day_means
from coach.analysis.series import Key, Point, Series, within
from coach.i18n import _
from coach.ui.progress.choice import Choice, first_day
from coach.ui.progress.rows import Row, Table
from coach.ui.progress.saying import Say
from coach.ui.words import place_word, quality_word


def tightness_table(series: Sequence[Series], choice: Choice, today: int, say: Say) -> Table:
    """Return the entries of the chosen span with the mean of their day."""
    found: list[tuple[Key, Point]] = []
    means: dict[tuple[Key, int], float] = {}
    ranges: dict[tuple[Key, int], Channel] = {}
    for one in series:
        oldest = one.points[0].day if one.points else today
        last = max([today, *(point.day for point in one.points[-1:])])
        found += [(one.key, point) for point in within(one.points, first_day(choice, oldest, today), last)]
        means.update({(one.key, mean.day): mean.value for mean in seven_day_means(one.points)})
        ranges.update({(one.key, held.day): held for held in seven_day_channel(one.points)})
    found.sort(key=lambda pair: (pair[1].day, pair[1].entry.at.utc_us, pair[1].entry.id), reverse=True)

    def row(number: int) -> Row:
        key, point = found[number]
        mean, week = means.get((key, point.day)), ranges.get((key, point.day))
        return (
            say.full_day(point.day),
            say.time(point.x),
            place_word(*key),
            str(point.entry.tightness),
            quality_word(point.entry.quality),
            "–" if mean is None else say.decimal(mean),
            "–" if week is None else str(week.low),
            "–" if week is None else str(week.high),
        )

    heads = (
        _("Day"),
        _("Time"),
        _("Where"),
        _("0 to 10"),
        _("Felt as"),
        _("Mean of 7 days"),
        _("Lowest"),
        _("Highest"),
    )
    return Table(_("Entries of this time, newest first"), heads, len(found), row, lambda number: found[number][1].day)
