"""What a person writes down directly."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from coach.content.vocabulary import Area, Side
from coach.errors import CoachError
from coach.journal.entries import (
    NOTE_LENGTH,
    again_draft,
    answer_draft,
    clean_note,
    correct_draft,
    entry_draft,
    tombstone_draft,
)
from coach.journal.fold import fold
from coach.journal.repository import Draft
from tests.fakes import FakeClock
from tests.journal.samples import entry, sealed


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


def test_deleting_is_final_and_undone_by_a_new_event() -> None:
    """A deleted entry is gone whatever comes later; undo writes it once more under another id."""
    clock = FakeClock()
    first = entry(clock)
    shown = fold(sealed([first])).entries[first.id]
    gone = tombstone_draft(first.id, clock.stamp())
    late = correct_draft(shown, clock.stamp())
    assert fold(sealed([first, gone, late])).entries == {}
    again = again_draft(shown)
    kept = fold(sealed([first, gone, again])).entries
    assert list(kept) == [again.id]
    assert kept[again.id].tightness == shown.tightness


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
