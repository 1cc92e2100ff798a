"""What the journal comes to, folded once for everybody who asks: the charts, and what is said about them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from coach.analysis.before_after import Pairs, before_after, before_after_in_pieces
from coach.analysis.effects import Effect, effects_in_pieces
from coach.analysis.piecewise import Pieces, whole
from coach.analysis.regimes import Change, changes
from coach.analysis.series import Key, Series, series_in_pieces, tightness_series
from coach.analysis.uses import uses_in_pieces
from coach.journal.records import Entry, Marker, SessionRecord


class Folds:
    """Entries, sessions and markers, each kind oldest first, and their folds: each is worked out when first asked for.

    Nothing here depends on the day or on what a person looks at, so one of these serves until the journal changes. It may be
    made, and `pieces` be gone through, in the thread that has read the journal, while another one asks.
    """

    def __init__(
        self,
        entries: Iterable[Entry] = (),
        sessions: Iterable[SessionRecord] = (),
        markers: Iterable[Marker] = (),
    ) -> None:
        self.entries, self.records, self.markers = tuple(entries), tuple(sessions), tuple(markers)

    def ahead(self) -> Folds:
        """Work everything out now, and return itself."""
        whole(self.pieces())
        return self

    def pieces(self) -> Pieces[None]:
        """Work everything out a piece at a time, without what somebody has asked for meanwhile."""
        yield from self._keep("series", series_in_pieces(self.entries))
        yield from self._keep("pairs", before_after_in_pieces(self.entries))
        yield from self._keep("effects", self._effects())
        _ = self.changes
        yield
        _ = self.sessions, self.rehearsals

    def _keep(self, name: str, pieces: Pieces[object]) -> Pieces[None]:
        """Put what comes of the pieces where the property of that name looks for it."""
        kept = vars(self)
        while name not in kept:
            try:
                next(pieces)
            except StopIteration as done:
                kept.setdefault(name, done.value)
            yield

    def _effects(self) -> Pieces[tuple[Effect, ...]]:
        found = yield from uses_in_pieces(self.entries, self.records)
        return (yield from effects_in_pieces(found))

    @cached_property
    def series(self) -> tuple[Series, ...]:
        """Every area and side, the one written to last first."""
        return tightness_series(self.entries)

    @cached_property
    def pairs(self) -> Mapping[Key, Pairs]:
        """The ratings before and after the last sessions."""
        return before_after(self.entries)

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """When what was done changed."""
        return changes(self.records)

    @cached_property
    def effects(self) -> tuple[Effect, ...]:
        """What each exercise that can be told apart changed."""
        return whole(self._effects())

    @cached_property
    def sessions(self) -> Mapping[str, SessionRecord]:
        """The sessions by id."""
        return {session.id: session for session in self.records}

    @cached_property
    def rehearsals(self) -> int:
        """How many entries are from rehearsals."""
        return sum([entry.rehearsal for entry in self.entries])
