"""From the days of adherence strength to its chart. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from coach.analysis.strength import StrengthDay
from coach.content.words import marker_word
from coach.drawing.charts.model import Happening, Line, OverTimeState, Run, Scale, Shape
from coach.i18n import _
from coach.ui.progress.saying import Say

_MARGIN_DAYS = 0.5
_FEWEST_DAYS = 14
#: The line of what is possible bends slowly: more points than this would only cost it its dashes.
_ENOUGH_POINTS = 200
_SLOT, _POSSIBLE_SLOT = 0, 3


def strength_plot(days: Sequence[StrengthDay], first_seen: int, say: Say) -> OverTimeState | None:
    """Return the chart, None without a session of exercises; the days from `first_seen` on are seen first."""
    if not days:
        return None
    over = days[-1].day + 1  # nothing is known of days to come
    first, last = min(days[0].day, over - _FEWEST_DAYS) - _MARGIN_DAYS, over + _MARGIN_DAYS
    return OverTimeState(
        title=_("Adherence strength"),
        subtitle=_("How much you did of what you meant to do. The longer ago, the less it counts."),
        top=_("all of it, for a long time"),
        bottom=_("nothing lately"),
        lines=(_score_line(days, say), _possible_line(days)),
        first=first,
        last=last,
        start=max(first, min(first_seen - _MARGIN_DAYS, last - _FEWEST_DAYS)),
        end=last,
        scale=Scale(0, 100, tuple((number, percent(number / 100)) for number in range(0, 101, 20))),
        happenings=tuple(_passed(days, say)),
    )


def percent(part: float) -> str:
    """Write a part of one: "72 %", with a space that keeps both together."""
    return _("{number}\u00a0%").format(number=round(100 * part))


def strength_words(day: StrengthDay, say: Say) -> str:
    """Say everything about one day."""
    lines = [
        say.full_day(day.day),
        _("Strength {score}; with everything done {possible}").format(
            score=percent(day.score), possible=percent(day.possible)
        ),
    ]
    if day.done is not None:
        lines.append(_("Done that day: {part}").format(part=percent(day.done)))
    return "\n".join([*lines, *why_not_counted(day)])


def why_not_counted(day: StrengthDay) -> list[str]:
    """Say why a day leaves the strength as it is, nothing when it does not."""
    if day.passed is not None:
        return [_("{marker}: passed over").format(marker=marker_word(day.passed))]
    return [] if day.share is not None else [_("Does not count")]


def _score_line(days: Sequence[StrengthDay], say: Say) -> Line:
    xs = tuple(one.day + 0.5 for one in days)
    ys = tuple(100 * one.score for one in days)
    return Line(
        name=_("Strength"),
        shape=Shape.WHOLE,
        slot=_SLOT,
        xs=xs,
        ys=ys,
        hollow=(False,) * len(days),
        runs=(tuple(zip(xs, ys, strict=True)),),
        say=lambda number: strength_words(days[number], say),
    )


def _possible_line(days: Sequence[StrengthDay]) -> Line:
    """Return the line of what is possible; it cannot be looked at by itself: the words of a day say it."""
    step = max(len(days) // _ENOUGH_POINTS, 1)
    kept = [*days[:-1:step], days[-1]]
    run: Run = tuple((one.day + 0.5, 100 * one.possible) for one in kept)
    return Line(_("With everything done"), Shape.RIGHT, _POSSIBLE_SLOT, (), (), (), (run,), lambda _number: "")


def _passed(days: Sequence[StrengthDay], say: Say) -> list[Happening]:
    """Return the stretches of days that were passed over for the same reason."""
    found = []
    for passed, group in groupby(days, key=lambda one: one.passed):
        if passed is None:
            continue
        held = list(group)
        name = marker_word(passed)
        until = say.full_day(held[-1].day)
        words = _("{marker}, {first} to {last}: passed over").format(
            marker=name, first=say.full_day(held[0].day), last=until
        )
        single = _("{marker}, {day}: passed over").format(marker=name, day=until)
        found.append(Happening(held[0].day, held[-1].day + 1, name, words if len(held) > 1 else single, lasting=True))
    return found
