"""The fold gives the same state for any order and any number of copies."""

from __future__ import annotations

import random
from functools import cache

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.content.vocabulary import Area, BreakOutcome, Felt, MarkerKind
from coach.journal.breaks import break_draft, felt_draft
from coach.journal.entries import answer_draft, correct_draft, marker_draft, tombstone_draft, undelete_draft
from coach.journal.event import Event, event_sha
from coach.journal.fold import Folded, fold
from coach.journal.records import Entry
from coach.session.events import Status
from tests.fakes import FakeClock
from tests.journal.samples import entry, rest, sealed, whole_session

_EXAMPLES = 500  # RELIABILITY T8, fast tier


@cache
def history() -> list[Event]:
    """Two sessions, entries, rival corrections from two devices, deletions and answers."""
    clock = FakeClock()
    first, second = entry(clock, 3), entry(clock, 8, note="bad night")
    flare, drive = marker_draft(clock.stamp(), MarkerKind.FLARE), marker_draft(clock.stamp(), MarkerKind.LONG_DRIVE)
    drafts = [*whole_session(clock, "s-1"), *whole_session(clock, "s-2"), first, second, flare, drive]
    done, gone = rest(clock, BreakOutcome.DONE), rest(clock, BreakOutcome.CREDITED, "idle")
    drafts += [break_draft(done), break_draft(gone), felt_draft(done.id, Felt.SAME, clock.stamp())]
    events = sealed(drafts)
    shown, noted = fold(events).entries, fold(events).markers
    longer = msgspec.structs.replace(noted[flare.id], last_day="2026-05-09", words="since the garden")
    here = [
        correct_draft(_changed(shown[first.id], 4), clock.stamp()),
        tombstone_draft(second.id, clock.stamp()),
        tombstone_draft("s-2", clock.stamp()),
        tombstone_draft(drive.id, clock.stamp()),
        correct_draft(longer, clock.stamp()),
        answer_draft("numb", "no", clock.stamp()),
    ]
    here += [tombstone_draft(gone.id, clock.stamp()), felt_draft(done.id, Felt.WORSE, clock.stamp())]
    here += [tombstone_draft(first.id, clock.stamp()), undelete_draft(first.id, clock.stamp())]
    there = [correct_draft(_changed(shown[first.id], 5), clock.stamp()), answer_draft("numb", "yes", clock.stamp())]
    there += [felt_draft(done.id, Felt.EASIER, clock.stamp())]
    return [*events, *sealed(here, "d1", 100, 5_000), *sealed(there, "d2", 1, 5_000)]


def _changed(shown: Entry, tightness: int) -> Entry:
    return msgspec.structs.replace(shown, tightness=tightness)


def state(events: list[Event]) -> Folded:
    """What a person would see."""
    return fold(events)


@settings(max_examples=_EXAMPLES)
@given(st.randoms(use_true_random=False))
def test_any_order_gives_the_same_state(chance: random.Random) -> None:
    """Shuffling changes nothing."""
    events = history()
    mixed = list(events)
    chance.shuffle(mixed)
    assert state(mixed) == state(events)


@settings(max_examples=_EXAMPLES)
@given(st.randoms(use_true_random=False))
def test_copies_change_nothing(chance: random.Random) -> None:
    """The same events twice, or some of them again, give the same state."""
    events = history()
    again = [*events, *chance.choices(events, k=chance.randrange(1, 30))]
    chance.shuffle(again)
    assert state(again) == state(events)


@settings(max_examples=_EXAMPLES)
@given(st.randoms(use_true_random=False))
def test_merging_in_parts_is_merging_at_once(chance: random.Random) -> None:
    """Two devices that each know a part, merged either way round, see the same."""
    events = history()
    left = [event for event in events if chance.random() < 0.6]
    right = [event for event in events if event not in left or chance.random() < 0.3]
    assert state(left + right) == state(right + left) == state(events)


def test_what_the_history_comes_to() -> None:
    """The fold is not merely stable but right: rivals, deletions, links, exposures."""
    seen = state(history())
    assert {entry.tightness for entry in seen.entries.values() if entry.session is None} == {5}
    assert list(seen.sessions) == ["s-1"]
    assert seen.sessions["s-1"].status is Status.DONE
    assert len(seen.sessions["s-1"].steps) == 2
    assert {entry.session for entry in seen.entries.values()} == {None, "s-1", "s-2"}
    assert [(m.kind, m.words, m.last_day) for m in seen.markers.values()] == [
        (MarkerKind.FLARE, "since the garden", "2026-05-09")
    ]
    assert seen.answers["numb"].value == "no"  # d1 wrote it at a later logical time


def test_deleting_a_session_keeps_its_heat() -> None:
    """A pack that was on the skin counts for caps and gaps, whatever becomes of the record."""
    worn = state(history()).exposures.values()
    assert sorted(exposure.session for exposure in worn) == ["s-1", "s-2"]
    assert all(exposure.worn_ms == 600_000 and exposure.area is Area.LOW_BACK for exposure in worn)


def test_of_two_contents_under_one_id_the_same_one_wins_everywhere() -> None:
    """Which of the two comes first makes no difference."""
    event = sealed([entry(FakeClock(), 3)])[0]
    other = event._replace(hlc=event.hlc + 1, body=event.body.replace(":3", ":7"))
    other = other._replace(sha=event_sha(other))
    assert state([event, other]) == state([other, event])
    assert [entry.tightness for entry in state([event, other]).entries.values()] == [7]


def test_an_event_of_a_newer_format_is_left_alone() -> None:
    """It neither counts nor breaks anything."""
    event = sealed([entry(FakeClock(), 3)])[0]
    assert state([event._replace(schema=2)]) == Folded({}, {}, {}, {}, {}, {})
