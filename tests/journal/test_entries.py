"""What a person writes down directly."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from coach.content.vocabulary import Area, MarkerKind, Side
from coach.errors import CoachError
from coach.journal.entries import (
    NOTE_LENGTH,
    answer_draft,
    clean_note,
    correct_draft,
    entry_draft,
    marker_draft,
    tombstone_draft,
    undelete_draft,
)
from coach.journal.fold import fold
from coach.journal.fold_noted import fold_history
from coach.journal.records import Entry
from coach.journal.repository import Draft
from tests.fakes import FakeClock
from tests.journal.samples import entry, sealed, whole_session


@pytest.mark.parametrize("number", [-1, 11, 100])
def test_tightness_is_zero_to_ten(number: int) -> None:
    """Anything else is refused with a sentence."""
    with pytest.raises(CoachError, match="from 0 "):
        entry_draft(FakeClock().stamp(), number, Area.HIP, Side.LEFT)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("  stiff\r\nafter sitting\r", "stiff\nafter sitting"),
        ("e\u0301", "é"),
        ("a\u202eb\u0000c\u200b", "abc"),
        ("👩\u200d🦽 ok", "👩\u200d🦽 ok"),
        ("=1+1", "=1+1"),
        ("", ""),
    ],
)
def test_a_note_keeps_what_can_be_seen(written: str, kept: str) -> None:
    """Control and direction signs go, line breaks and emoji stay, accents are composed."""
    assert clean_note(written) == kept


def test_a_note_too_long_or_broken_is_refused() -> None:
    """The sentence says how long it is; broken Unicode is named as such."""
    assert len(clean_note("x" * NOTE_LENGTH)) == NOTE_LENGTH
    with pytest.raises(CoachError, match="4001"):
        clean_note("x" * (NOTE_LENGTH + 1))
    with pytest.raises(CoachError, match="not valid text"):
        clean_note("\ud800")


def test_a_correction_replaces_the_whole_entry() -> None:
    """The corrected entry keeps its id and takes every new value."""
    clock = FakeClock()
    first = entry(clock)
    before = fold(sealed([first])).entries[first.id]
    fixed = msgspec.structs.replace(before, tightness=2, area=Area.HIP, note="a\u0000 better")
    clock.advance(60)
    after = fold(sealed([first, correct_draft(fixed, clock.stamp())])).entries
    assert after == {first.id: msgspec.structs.replace(fixed, note="a better")}


def test_deleting_is_undone_by_a_new_event() -> None:
    """A deleted entry is gone whatever is corrected later; brought back it is what it was, under its id."""
    clock = FakeClock()
    first = entry(clock)
    shown = fold(sealed([first])).entries[first.id]
    gone = tombstone_draft(first.id, clock.stamp())
    late = correct_draft(shown, clock.stamp())
    assert fold(sealed([first, gone, late])).entries == {}
    back = undelete_draft(first.id, clock.stamp())
    assert fold(sealed([first, gone, back])).entries == {first.id: shown}
    assert fold(sealed([first, gone, back, tombstone_draft(first.id, clock.stamp())])).entries == {}


def test_a_deleted_session_comes_back_whole() -> None:
    """With its steps, and its packs were never forgotten."""
    clock = FakeClock()
    drafts = whole_session(clock, "s")
    before = fold(sealed(drafts))
    gone, back = tombstone_draft("s", clock.stamp()), undelete_draft("s", clock.stamp())
    assert fold(sealed([*drafts, gone])).sessions == {}
    assert fold(sealed([*drafts, gone, back])) == before


def values(*drafts: Draft) -> dict[str, Any]:
    """The answers these drafts come to."""
    return {key: answer.value for key, answer in fold(sealed(drafts)).answers.items()}


def test_the_latest_answer_counts() -> None:
    """An answer is replaced by a later one to the same key, and comes back when that one is deleted."""
    now = FakeClock().stamp()
    first, second = answer_draft("numb", "no", now), answer_draft("numb", ["left foot"], now)
    other = answer_draft("pregnant", value=False, now=now)
    assert values(first, second, other) == {"numb": ["left foot"], "pregnant": False}
    gone = tombstone_draft(second.id, now)
    assert values(first, second, gone) == {"numb": "no"}
    assert values(first, second, gone, undelete_draft(second.id, now)) == {"numb": ["left foot"]}


def test_a_correction_keeps_the_old_values() -> None:
    """Everything an entry said before is there, oldest first; what it says now is not among it."""
    clock = FakeClock()
    first = entry(clock, 7)
    shown = fold(sealed([first])).entries[first.id]
    events = sealed([first])
    for number, tightness in enumerate((4, 2), start=1):
        clock.advance(60)
        fix = correct_draft(msgspec.structs.replace(shown, tightness=tightness), clock.stamp())
        events += sealed([fix], "d1", number * 100, number * 1_000)
    assert [old.tightness for old in fold_history(events) if isinstance(old, Entry)] == [7, 4]
    assert fold(events).entries[first.id].tightness == 2


def test_a_marker_is_noted_corrected_and_deleted() -> None:
    """A flare that lasts, told in own words, changed and taken away like an entry."""
    clock = FakeClock()
    flare = marker_draft(clock.stamp(), MarkerKind.FLARE, "  after\u0000 the move ", "2026-05-09")
    shown = fold(sealed([flare])).markers[flare.id]
    assert (shown.kind, shown.words, shown.last_day) == (MarkerKind.FLARE, "after the move", "2026-05-09")
    fix = correct_draft(msgspec.structs.replace(shown, last_day=None), clock.stamp())
    assert fold(sealed([flare, fix])).markers[flare.id].last_day is None
    assert fold_history(sealed([flare, fix])) == [shown]
    gone = tombstone_draft(flare.id, clock.stamp())
    assert fold(sealed([flare, gone])).markers == {}
    back = undelete_draft(flare.id, clock.stamp())
    assert fold(sealed([flare, gone, back])).markers == {flare.id: shown}


def test_a_correction_of_another_kind_changes_nothing() -> None:
    """A marker's content cannot take the place of an entry's."""
    clock = FakeClock()
    first, flare = entry(clock, 7), marker_draft(clock.stamp(), MarkerKind.FLARE)
    shown = fold(sealed([flare])).markers[flare.id]
    stray = correct_draft(msgspec.structs.replace(shown, id=first.id), clock.stamp())
    assert fold(sealed([first, stray])).entries[first.id].tightness == 7


@pytest.mark.parametrize(
    ("kind", "last_day", "said"),
    [
        (MarkerKind.FLARE, "2026-01-01", "before the first"),
        (MarkerKind.FLARE, "soon", "Write the last day"),
        (MarkerKind.NEW_CHAIR, "2027-01-01", "about one day"),
    ],
)
def test_a_marker_that_cannot_be_is_refused(kind: MarkerKind, last_day: str, said: str) -> None:
    """Its last day is a day, not before the first, and only where the kind lasts."""
    with pytest.raises(CoachError, match=said):
        marker_draft(FakeClock().stamp(), kind, last_day=last_day)
