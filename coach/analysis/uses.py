"""What one exercise did to the next rating: paired changes that only one exercise can explain.

A change counts for an exercise when it is the only thing done between two ratings of the same area and side in one session. So a
session of one exercise counts with its ratings before and after. A session of several says nothing about any of them, unless
it was rated in between too, as in a learning week: then each rating is compared with the one before it. A change over two
exercises, or over an exercise and a pack or slow breathing, does not count, nor does one over more than three hours, as when a
session was interrupted. An exercise that was stopped early counts, one that was skipped does not. Rehearsals are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from coach.analysis.piecewise import Pieces, batches, whole
from coach.analysis.series import Key, key_of
from coach.content.vocabulary import When
from coach.journal.records import Entry, SessionRecord, StepDone

_NEUTRAL = frozenset({"rest", "off", "ask", "say"})
#: Ratings further apart say more about the time between them.
LONGEST_US = 3 * 3600 * 1_000_000
#: So many sessions are one piece: each takes as long as several entries.
_SESSIONS = 2_000
_RANK = {When.BEFORE: 0, When.DURING: 1, When.AFTER: 2}


class Change(NamedTuple):
    """One pair of ratings of one area and side: the number before and the one right after."""

    key: Key
    before: int
    after: int


Like = tuple[bool, bool, tuple[Key, ...]]


class Use(NamedTuple):
    """One exercise in one session that was rated before and right after, at one or several areas and sides.

    `between`: it was one of several and rated in between; otherwise it was the session's only one. `first`: nothing was done
    before it.
    """

    exercise: str
    session: str
    between: bool
    first: bool
    changes: tuple[Change, ...]

    @property
    def change(self) -> float:
        """After minus before, the mean of what was rated: negative when it feels less tight."""
        return sum(one.after - one.before for one in self.changes) / len(self.changes)

    @property
    def start(self) -> float:
        """How tight it was before, the mean of what was rated."""
        return sum(one.before for one in self.changes) / len(self.changes)

    @property
    def like(self) -> Like:
        """What it can be compared with: uses of the same kind, rated at the same places.

        The first thing done in a session changes more than what follows, whatever it is, so firsts are among themselves.
        """
        return self.between, self.first, tuple(one.key for one in self.changes)


def uses(entries: Iterable[Entry], sessions: Iterable[SessionRecord]) -> list[Use]:
    """Return every use, by session in the order handed in; the order of the entries does not matter."""
    return whole(uses_in_pieces(entries, sessions))


def uses_in_pieces(entries: Iterable[Entry], sessions: Iterable[SessionRecord]) -> Pieces[list[Use]]:
    """Do the same piece by piece."""
    ratings: dict[str, dict[Key, list[Entry]]] = {}
    for some in batches(entries):
        for entry in some:
            if entry.session is not None and _counts(entry):
                places = ratings.setdefault(entry.session, {})
                places.setdefault(key_of(entry.area, entry.side), []).append(entry)
        yield
    found: list[Use] = []
    for few in batches(sessions, _SESSIONS):
        for session in few:
            if not session.rehearsal and session.id in ratings:
                found.extend(_of_session(session, ratings[session.id]))
        yield
    return found


def _counts(entry: Entry) -> bool:
    """Whether it is known what had been done when the rating was given."""
    return not entry.rehearsal and entry.when is not None and (entry.when is not When.DURING or bool(entry.exercise))


def _of_session(session: SessionRecord, ratings: Mapping[Key, Sequence[Entry]]) -> list[Use]:
    done = _done(session.steps)
    found: dict[int, list[Change]] = {}
    for key in sorted(ratings, key=_sorting):
        for at, change in _pairs(key, done, _in_order(ratings[key])):
            found.setdefault(at, []).append(change)
    return [Use(done[at], session.id, len(done) > 1, at == 0, tuple(found[at])) for at in sorted(found)]


def _sorting(key: Key) -> tuple[str, str]:
    return key.area.value, key.side.value if key.side else ""


def _done(steps: Iterable[StepDone]) -> list[str]:
    """Return what was done in its order, sides and sets of one exercise as one; "" for what is no exercise."""
    names = [step.exercise or "" for step in steps if step.kind not in _NEUTRAL and (step.done_ms or step.done_reps)]
    return [name for name, _steps in groupby(names)]


def _in_order(ratings: Sequence[Entry]) -> list[Entry]:
    """Sort by when they were asked; of several answers to one question the last counts."""
    if len(ratings) < 2:
        return []
    last: dict[tuple[int, str], Entry] = {}
    for entry in sorted(ratings, key=lambda entry: (entry.at.utc_us, entry.id)):
        during = entry.when is When.DURING
        last[_RANK[entry.when or When.BEFORE], (entry.exercise or "") if during else ""] = entry
    return [last[key] for key in sorted(last, key=lambda key: (key[0], last[key].at.utc_us, last[key].id))]


def _pairs(key: Key, done: Sequence[str], ratings: Iterable[Entry]) -> list[tuple[int, Change]]:
    """Walk through the session: a pair counts when exactly one exercise lies between its two ratings."""
    found: list[tuple[int, Change]] = []
    held: tuple[int, Entry] | None = None  # how much had been done at the last rating, and that rating
    for entry in ratings:
        place = _place(entry, done, held[0] if held else 0)
        if place is None:
            continue
        if held is not None and place == held[0] + 1 and done[held[0]] and _near(held[1], entry):
            found.append((held[0], Change(key, held[1].tightness, entry.tightness)))
        held = (place, entry)
    return found


def _near(before: Entry, after: Entry) -> bool:
    return after.at.utc_us - before.at.utc_us <= LONGEST_US


def _place(entry: Entry, done: Sequence[str], past: int) -> int | None:
    """How many things had been done when it was rated; None when that cannot be told."""
    if entry.when is When.BEFORE:
        return 0
    if entry.when is When.AFTER:
        return len(done)
    return next((index + 1 for index in range(past, len(done)) if done[index] == entry.exercise), None)
