"""Which warning signs belong beside an entry: both legs, numbness, weakness. Static words for everyone, never a verdict.

CLINICAL sections 3 and 4: "both legs" must open the warning list [HEALTHIFY]; saddle numbness, weakness and new numbness or
weakness in one leg are on it [CES-NUFF, LOTHIAN, SHEFF-BACK].
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from coach.content.vocabulary import Area, Quality, Side

#: Where sciatica is felt below the back, on one leg or on both.
LEGS: Final = frozenset({Area.BUTTOCK, Area.HAMSTRING, Area.CALF, Area.FOOT})
BOTH_LEGS: Final = "both_legs"
_BY_QUALITY: Final = {
    Quality.NUMBNESS: ("saddle_numb", "one_leg"),
    Quality.TINGLING: ("saddle_numb",),
    Quality.WEAKNESS: ("weak_fast", "one_leg"),
}


def signs_beside(places: Iterable[tuple[Area, Side | None]], quality: Quality) -> tuple[str, ...]:
    """Return the ids of the signs of `warning-signs.toml` to be read beside an entry, the most pressing first."""
    legs = {side for area, side in places if area in LEGS}
    both = Side.BOTH in legs or {Side.LEFT, Side.RIGHT} <= legs
    signs = _BY_QUALITY.get(quality, ())
    return (BOTH_LEGS, *(sign for sign in signs if sign != "one_leg")) if both else signs
