"""From the two sides of an area to the chart of their difference. No Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil

from coach.analysis.asymmetry import Difference, differences, weekly_means
from coach.analysis.mean import mean_runs
from coach.content.vocabulary import Area
from coach.drawing.charts.model import Line, OverTimeState, Scale, Shape
from coach.i18n import _
from coach.ui.progress.choice import Span
from coach.ui.progress.saying import Say
from coach.ui.progress.sections.happened import drawn_words, happenings, turns
from coach.ui.progress.sections.section import Looking
from coach.ui.words import area_word

#: The marker of each line, so that nobody needs its colour.
_SHAPES = (Shape.LEFT, Shape.RIGHT, Shape.WHOLE, Shape.BOTH)
_LEAST_REACH, _STEP = 4, 2
_MARGIN_DAYS = 0.5

Compared = Mapping[Area, Sequence[Difference]]


def compared(looking: Looking) -> Compared:
    """Return the days with both sides of each area of which a side is chosen; the other side need not be."""
    quality = looking.choice.quality
    areas = {key.area: slot for key, slot in sorted(looking.choice.places.items(), key=lambda held: -held[1])}
    series = [one.of_quality(quality) for one in looking.state.series if one.key.area in areas]
    found = {area: days for area, days in differences(series).items() if days}
    return dict(sorted(found.items(), key=lambda held: areas[held[0]]))


def asymmetry_plot(found: Compared, looking: Looking) -> OverTimeState | None:
    """Return the chart, None where no chosen area has a day with both sides."""
    if not found:
        return None
    choice, today = looking.choice, looking.today
    last = max([today, *(days[-1].day for days in found.values())]) + 1 + _MARGIN_DAYS
    first = min([looking.first, *(days[0].day for days in found.values())]) - _MARGIN_DAYS
    return OverTimeState(
        title=_("Left and right compared"),
        subtitle=" ".join(
            [_("Marker: left minus right on one day. Line: average of seven days."), *drawn_words(looking.state)]
        ),
        top=_("left tighter"),
        bottom=_("right tighter"),
        lines=tuple(_line(area, number, found[area], looking) for number, area in enumerate(found)),
        first=first,
        last=last,
        start=first if choice.span is Span.ALL else float(looking.first),
        end=last if choice.span is Span.ALL else today + 1 + _MARGIN_DAYS / 2,
        scale=_scale(found),
        happenings=happenings(looking.state.markers, looking.say),
        turns=turns(looking.state.changes, looking.say),
    )


def difference_words(value: float, say: Say) -> str:
    """Say which side is tighter and by how much; never a bare sign."""
    size = say.plain(abs(value))
    if size == say.plain(0):
        return _("both the same")
    return (_("left tighter by {n}") if value > 0 else _("right tighter by {n}")).format(n=size)


def _line(area: Area, number: int, days: Sequence[Difference], looking: Looking) -> Line:
    say = looking.say
    slot = min(slot for key, slot in looking.choice.places.items() if key.area is area)
    runs = mean_runs(weekly_means(days))
    return Line(
        name=area_word(area),
        shape=_SHAPES[number],
        slot=slot,
        xs=tuple([day.x for day in days]),
        ys=tuple([day.value for day in days]),
        hollow=(False,) * len(days),
        runs=tuple(tuple((mean.x, mean.value) for mean in run) for run in runs),
        say=lambda spot: _point_words(area, days[spot], say),
    )


def _point_words(area: Area, day: Difference, say: Say) -> str:
    first = _("{area}: {words}").format(area=area_word(area), words=difference_words(day.value, say))
    both = _("left {left}, right {right}").format(left=say.plain(day.left), right=say.plain(day.right))
    return "\n".join([first, both, say.full_day(day.day)])


def _scale(found: Compared) -> Scale:
    """Reach as far to both sides as the largest difference, labelled with its size: the words at the ends say the side."""
    most = max(abs(day.value) for days in found.values() for day in days)
    reach = min(max(_STEP * ceil(most / _STEP), _LEAST_REACH), 10)
    return Scale(-reach, reach, tuple((value, str(abs(value))) for value in range(-reach, reach + 1, _STEP)), strong=0)
