"""What the person looks at: up to four places, one feeling or all, and how far back. No Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import takewhile

from coach.analysis.series import Key, Series
from coach.content.vocabulary import Area, Quality, Side
from coach.i18n import _

MOST_PLACES = 4
FEW_PLACES = 3
_ALWAYS = 0


class Span(StrEnum):
    """How far back the tightness chart looks."""

    TWO_WEEKS = "2-weeks"
    MONTH = "month"
    THREE_MONTHS = "3-months"
    YEAR = "year"
    ALL = "all"


#: Local days, today included; 0 is everything there is.
DAYS = {Span.TWO_WEEKS: 14, Span.MONTH: 30, Span.THREE_MONTHS: 91, Span.YEAR: 365, Span.ALL: _ALWAYS}


@dataclass(frozen=True, slots=True)
class Choice:
    """`places` maps each chosen place to the slot 0-3 of its colour, which it keeps while it is chosen."""

    places: Mapping[Key, int] = field(default_factory=dict)
    quality: Quality | None = None
    span: Span = Span.MONTH


def span_word(span: Span) -> str:
    """Name a span as its button does."""
    return {
        Span.TWO_WEEKS: _("2 weeks"),
        Span.MONTH: _("Month"),
        Span.THREE_MONTHS: _("3 months"),
        Span.YEAR: _("Year"),
        Span.ALL: _("All"),
    }[span]


def first_choice(series: Sequence[Series], today: int) -> Choice:
    """Choose every place while there are few, else the area noted most often in the last month with all its sides.

    The span is the shortest that shows something of them.
    """
    if not series:
        return Choice()
    few = len(series) <= FEW_PLACES
    area = _noted_most(series, today)
    keys = sorted((one.key for one in series if few or one.key.area is area), key=_left_first)
    places = {key: slot for slot, key in enumerate(keys[:MOST_PLACES])}
    days = [point.day for one in series if one.key in places for point in one.points]
    if min(days) > today - DAYS[Span.TWO_WEEKS]:
        span = Span.TWO_WEEKS
    else:
        span = Span.MONTH if max(days) > today - DAYS[Span.MONTH] else Span.ALL
    return Choice(places, None, span)


def _noted_most(series: Sequence[Series], today: int) -> Area:
    """Return the area noted most often in the last month; of equals, or without any, the one noted last."""
    since = today - DAYS[Span.MONTH]
    counts: dict[Area, int] = {}
    for one in series:
        lately = sum(1 for point in takewhile(lambda point: point.day > since, reversed(one.points)))
        counts[one.key.area] = counts.get(one.key.area, 0) + lately
    return max(counts, key=lambda area: counts[area])


def still_valid(choice: Choice, before: Sequence[Series], series: Sequence[Series], today: int) -> Choice:
    """Keep what can be kept of a choice when the entries have changed; a place logged for the first time joins in.

    `before` are the series the choice was made from.
    """
    known = {one.key for one in series}
    places = {key: slot for key, slot in choice.places.items() if key in known}
    if not places:
        return first_choice(series, today)
    for new in sorted(known - {one.key for one in before}, key=_left_first):
        places = dict(toggled(replace(choice, places=places), new).places)
    used = {point.entry.quality for one in series for point in one.points} if choice.quality else set()
    return replace(choice, places=places, quality=choice.quality if choice.quality in used else None)


def toggled(choice: Choice, key: Key) -> Choice:
    """Add a place in the lowest free slot, or take it away; the last one stays, a fifth is not added."""
    places = dict(choice.places)
    if key in places:
        if len(places) > 1:
            del places[key]
    elif len(places) < MOST_PLACES:
        places[key] = min(set(range(MOST_PLACES)) - set(places.values()))
    return replace(choice, places=places)


def first_day(choice: Choice, oldest: int, today: int) -> int:
    """Return the first local day of the span."""
    days = DAYS[choice.span]
    return min(oldest, today) if days == _ALWAYS else today - days + 1


def _left_first(key: Key) -> tuple[int, int]:
    return list(Area).index(key.area), [Side.LEFT, Side.RIGHT, Side.BOTH, None].index(key.side)
