"""What the form gives, and what it is told. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coach.content.vocabulary import Area, MarkerKind, Quality, Side
from coach.i18n import _

if TYPE_CHECKING:
    from coach.content.library import Library

Place = tuple[Area, Side | None]
Scores = tuple[tuple[Place, int], ...]


@dataclass(frozen=True, slots=True)
class MarkerNoted:
    """Something that happened: from today to `last_day` (ISO; None: today only)."""

    kind: MarkerKind
    words: str = ""
    last_day: str | None = None


@dataclass(frozen=True, slots=True)
class EntryInput:
    """What was filled in: a number for each place, all of one quality and with one note; or something that happened; or both."""

    scores: Scores = ()
    quality: Quality = Quality.TIGHTNESS
    note: str = ""
    marker: MarkerNoted | None = None


@dataclass(frozen=True, slots=True)
class Sign:
    """A warning sign in its static words, and what a health service says to do."""

    text: str
    action: str


@dataclass(frozen=True, slots=True)
class EntryState:
    """`places` were meant last; `signs` by id, in the order of the list; `today` is an ISO day; `body` names the figure's body."""

    places: tuple[Place, ...] = ()
    signs: dict[str, Sign] = field(default_factory=dict)
    today: str = ""
    body: str = "a"


def signs_of(library: Library) -> dict[str, Sign]:
    """Return the words of all warning signs."""
    return {sign.id: Sign(_(sign.text), _(tier.action)) for tier in library.warning_signs.tiers for sign in tier.signs}
