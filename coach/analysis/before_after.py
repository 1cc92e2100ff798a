"""Ratings before and after a session, in pairs per area and side."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from coach.analysis.piecewise import Pieces, batches, whole
from coach.analysis.series import Key, key_of
from coach.content.vocabulary import When
from coach.journal.records import Entry

SESSIONS_SHOWN = 30


class Pair(NamedTuple):
    """What was said before and after one session about one area and side."""

    session: str
    before: Entry
    after: Entry

    @property
    def change(self) -> int:
        """After minus before: negative when it feels less tight."""
        return self.after.tightness - self.before.tightness


class Pairs(NamedTuple):
    """The last sessions with both ratings, oldest first, and how many sessions have only one of the two."""

    pairs: tuple[Pair, ...]
    single: int


_Halves = dict[When, Entry]


def before_after(entries: Iterable[Entry], limit: int = SESSIONS_SHOWN) -> dict[Key, Pairs]:
    """Return the pairs of the last `limit` sessions for each area and side.

    A rating given twice counts as it was given last. Rehearsals are left out. The order handed in does not matter.
    """
    return whole(before_after_in_pieces(entries, limit))


def before_after_in_pieces(entries: Iterable[Entry], limit: int = SESSIONS_SHOWN) -> Pieces[dict[Key, Pairs]]:
    """Do the same piece by piece."""
    halves: dict[Key, dict[str, _Halves]] = {}
    for some in batches(entries):
        for entry in some:
            if entry.rehearsal or entry.session is None or entry.when not in {When.BEFORE, When.AFTER}:
                continue
            _keep_later(halves.setdefault(key_of(entry.area, entry.side), {}).setdefault(entry.session, {}), entry)
        yield
    found = {}
    for key, sessions in halves.items():
        found[key] = _pairs(sessions, limit)
        yield
    return found


def _keep_later(half: _Halves, entry: Entry) -> None:
    when = entry.when or When.BEFORE
    held = half.get(when)
    if held is None or _written(entry) > _written(held):
        half[when] = entry


def _pairs(sessions: dict[str, _Halves], limit: int) -> Pairs:
    """Take each session that has both; the last `limit` of them by when the first rating was given."""
    whole = [Pair(session, half[When.BEFORE], half[When.AFTER]) for session, half in sessions.items() if len(half) == 2]
    whole.sort(key=lambda pair: (_written(pair.before), pair.session))
    return Pairs(tuple(whole[-limit:]) if limit > 0 else (), len(sessions) - len(whole))


def _written(entry: Entry) -> tuple[int, str]:
    return entry.at.utc_us, entry.id
