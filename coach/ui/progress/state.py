"""What the Progress page shows, built from the journal. No Qt.

The journal is folded when something asks for it, and once; choosing a place or a span only builds new views of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from coach.analysis.before_after import Pairs
from coach.analysis.effects import Effect
from coach.analysis.folds import Folds
from coach.analysis.regimes import Change
from coach.analysis.series import Key, Series
from coach.analysis.strength import AIM_KEY, Aim, StrengthDay, aims_of, strength
from coach.content.vocabulary import Quality
from coach.i18n import _
from coach.journal.records import Entry, Marker, SessionRecord
from coach.ui.progress.choice import MOST_PLACES, Choice
from coach.ui.words import place_word, quality_word


@dataclass(frozen=True)
class ProgressState:
    """What the journal holds and comes to. `today` is the person's local day.

    `damaged` is how many rows cannot be trusted; `answers` are what the person said about themselves, by key.
    """

    today: date
    folds: Folds = field(default_factory=Folds)
    damaged: int = 0
    answers: Mapping[str, Any] = field(default_factory=dict)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries, oldest first, those from rehearsals too; what folds them leaves them out."""
        return self.folds.entries

    @property
    def records(self) -> tuple[SessionRecord, ...]:
        """All sessions, oldest first."""
        return self.folds.records

    @property
    def markers(self) -> tuple[Marker, ...]:
        """What happened, oldest first."""
        return self.folds.markers

    @property
    def series(self) -> tuple[Series, ...]:
        """Every area and side, the one written to last first."""
        return self.folds.series

    @property
    def pairs(self) -> Mapping[Key, Pairs]:
        """The ratings before and after the last sessions."""
        return self.folds.pairs

    @property
    def changes(self) -> tuple[Change, ...]:
        """When what was done changed."""
        return self.folds.changes

    @property
    def effects(self) -> tuple[Effect, ...]:
        """What each exercise that can be told apart changed."""
        return self.folds.effects

    @property
    def sessions(self) -> Mapping[str, SessionRecord]:
        """The sessions by id."""
        return self.folds.sessions

    @property
    def rehearsals(self) -> int:
        """How many entries are from rehearsals."""
        return self.folds.rehearsals

    @cached_property
    def aims(self) -> tuple[Aim, ...]:
        """On how many days a week the person means to exercise, oldest first."""
        return aims_of(self.answers.get(AIM_KEY))

    @cached_property
    def strength(self) -> tuple[StrengthDay, ...]:
        """How much of what was meant is done, day by day."""
        return strength(self.records, self.markers, self.aims, self.today.toordinal())

    @property
    def empty(self) -> bool:
        """Whether there is nothing to show: no entry that counts."""
        return all(entry.rehearsal for entry in self.entries)


@dataclass(frozen=True, slots=True)
class Chip:
    """One choice: what it stands for, its words, whether it is on and whether it can be pressed."""

    value: Key | Quality | None
    words: str
    chosen: bool
    enabled: bool = True


def build_state(
    entries: Iterable[Entry],
    sessions: Iterable[SessionRecord],
    today: date,
    *,
    markers: Iterable[Marker] = (),
    damaged: int = 0,
    answers: Mapping[str, Any] | None = None,
) -> ProgressState:
    """Take what the journal holds. `damaged` is how many rows of it were left out by the store."""
    return ProgressState(today, Folds(entries, sessions, markers), damaged, answers or {})


def nothing_yet() -> tuple[str, str]:
    """Return what an empty page says, and what to do about it."""
    return (
        _("Nothing to show yet"),
        _("Note how tight it feels on Today. After two entries within seven days a line appears."),
    )


def place_chips(state: ProgressState, choice: Choice) -> tuple[Chip, ...]:
    """Offer every place that was logged; with four chosen the others wait."""
    full = len(choice.places) >= MOST_PLACES
    found = [
        Chip(one.key, place_word(*one.key), one.key in choice.places, one.key in choice.places or not full)
        for one in state.series
    ]
    return tuple(sorted(found, key=lambda chip: chip.words))


def quality_chips(state: ProgressState, choice: Choice) -> tuple[Chip, ...]:
    """Offer the feelings that were logged, once there are two of them."""
    used = {point.entry.quality for one in state.series for point in one.points}
    if len(used) < 2:
        return ()
    found = [Chip(quality, quality_word(quality), choice.quality is quality) for quality in Quality if quality in used]
    return (Chip(None, _("All feelings"), choice.quality is None), *found)
