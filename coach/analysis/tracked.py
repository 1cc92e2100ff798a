"""The places a person tracks: those they chose, else those they noted lately."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final

from coach.content.vocabulary import SIDED_AREAS, Area, Side, When
from coach.journal.records import Entry
from coach.plan.timeline import Segment, SegmentKind, Timeline

Place = tuple[Area, Side | None]
#: Days back that count as lately, and how many places are asked about at most where nobody chose them.
_LATELY: Final = timedelta(days=14)
_MOST: Final = 2


def tracked(chosen: Sequence[str], entries: Sequence[Entry], today: date) -> tuple[Place, ...]:
    """Return the places to ask about; `chosen` are keys of the settings, `entries` oldest first.

    Of those noted in the last fortnight the two noted most often, the last of equals first; rehearsals do not count.
    “Both sides” of an area are its two sides.
    """
    if own := places_of_keys(chosen):
        return own
    since = (today - _LATELY).isoformat()
    lately = [entry for entry in entries if entry.at.local_day > since and not entry.rehearsal]
    counts = Counter(place for entry in reversed(lately) for place in _each(entry.area, entry.side))
    return tuple(place for place, _count in counts.most_common(_MOST))


def to_ask(timeline: Timeline, at: int, places: Sequence[Place]) -> tuple[Place | None, ...]:
    """Return what the rating at segment `at` asks for, a number each: what it names, then the rest of `places`.

    A side that it does not name is the one of `places`; None comes first where nothing tells the place. Where a routine asks
    several times before or after, the rest is asked the last time; during a session only what is named is.
    """
    here = timeline.segments[at]
    area, side = here.area, here.side
    known = () if here.when is When.DURING else places
    own: list[Place | None] = [place for place in known if area in {None, place[0]}]
    if area is not None and (side is not None or area not in SIDED_AREAS):
        own = [(area, side)]
    alike = [
        (n, one) for n, one in enumerate(timeline.segments) if one.kind is SegmentKind.ASK and one.when is here.when
    ]
    named = [one for n, one in alike if n != at]
    last = all(n <= at for n, _one in alike)
    rest = [place for place in known if place not in own and not any(_names(one, place) for one in named)]
    return (*(own or (None,)), *(rest if last else ()))


def _names(asking: Segment, place: Place) -> bool:
    return asking.area is place[0] and asking.side in {None, place[1]}


def key_of_place(place: Place) -> str:
    """Return a place as the settings keep it: "calf:left", "low-back"."""
    area, side = place
    return area.value if side is None else f"{area.value}:{side.value}"


def places_of_keys(keys: Iterable[str]) -> tuple[Place, ...]:
    """Return the places of such keys, without those that are none."""
    known = {key_of_place(place): place for place in _all()}
    return tuple(dict.fromkeys(known[key] for key in keys if key in known))


def _all() -> Iterable[Place]:
    yield Area.LOW_BACK, None
    for area in Area:
        for side in (Side.LEFT, Side.RIGHT):
            yield area, side


def _each(area: Area, side: Side | None) -> tuple[Place, ...]:
    if side is Side.BOTH:
        return (area, Side.LEFT), (area, Side.RIGHT)
    return () if side is None and area in SIDED_AREAS else ((area, side),)
