"""Which side is worse now: what `worse-first` in a routine asks for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from coach.analysis.series import day_of
from coach.content.vocabulary import Area, Side
from coach.journal.records import Entry

LAST_DAYS = 14

_Latest = dict[Side, Entry]


def worse_side(entries: Iterable[Entry], today: date) -> Side | None:
    """Return the side that was rated higher, None when they are equal or not both known.

    Looked at are the last 14 local days, today included; rehearsals are left out. The area rated last that has
    both a left and a right decides by the latest rating of each; where no area has both, the latest left
    and the latest right of any area are compared.
    """
    everywhere: _Latest = {}
    areas: dict[Area, _Latest] = {}
    for entry in entries:
        if entry.rehearsal or entry.side not in {Side.LEFT, Side.RIGHT} or not _recent(entry, today):
            continue
        _keep_later(everywhere, entry)
        _keep_later(areas.setdefault(entry.area, {}), entry)
    whole = [latest for latest in areas.values() if len(latest) == 2]
    return _higher(max(whole, key=_last_written, default=everywhere))


def _recent(entry: Entry, today: date) -> bool:
    return 0 <= today.toordinal() - day_of(entry.at) < LAST_DAYS


def _keep_later(latest: _Latest, entry: Entry) -> None:
    side = entry.side or Side.BOTH
    held = latest.get(side)
    if held is None or _written(entry) > _written(held):
        latest[side] = entry


def _higher(latest: _Latest) -> Side | None:
    left, right = latest.get(Side.LEFT), latest.get(Side.RIGHT)
    if left is None or right is None or left.tightness == right.tightness:
        return None
    return Side.LEFT if left.tightness > right.tightness else Side.RIGHT


def _last_written(latest: _Latest) -> tuple[int, str]:
    return max(_written(entry) for entry in latest.values())


def _written(entry: Entry) -> tuple[int, str]:
    return entry.at.utc_us, entry.id
