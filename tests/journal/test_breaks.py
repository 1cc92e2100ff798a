"""Breaks at the desk in the journal: written once, felt afterwards, taken out when a credit is undone."""

from __future__ import annotations

import msgspec
import pytest

from coach.content.vocabulary import BreakKind, BreakOutcome, Felt
from coach.journal.bodies import BODIES
from coach.journal.breaks import break_draft, felt_draft
from coach.journal.entries import tombstone_draft, undelete_draft
from coach.journal.fold import fold
from coach.journal.records import Break
from coach.journal.repository import Draft
from tests.fakes import FakeClock
from tests.journal.samples import rest, sealed


def kept(drafts: list[Draft]) -> list[Break]:
    """The breaks there are after these were written."""
    return list(fold(sealed(drafts)).breaks.values())


@pytest.mark.parametrize("outcome", BreakOutcome)
def test_a_break_reads_as_it_was_written(outcome: BreakOutcome) -> None:
    """With its moments, its exercises on each side and what was credited."""
    ended = msgspec.structs.replace(rest(FakeClock(), outcome, "idle"), away_ms=720_000, snoozes=1)
    assert kept([break_draft(ended)]) == [ended]


def test_the_same_break_twice_is_one() -> None:
    """Its id is the break's own: writing it again after a doubtful commit is harmless."""
    draft = break_draft(rest(FakeClock(), BreakOutcome.DONE))
    assert len(kept([draft, draft])) == 1


def test_the_last_tap_counts() -> None:
    """How it felt belongs to the break, and can be said again."""
    clock = FakeClock()
    ended = rest(clock, BreakOutcome.DONE)
    taps = [felt_draft(ended.id, felt, clock.stamp()) for felt in (Felt.EASIER, Felt.LEG)]
    assert [one.felt for one in kept([break_draft(ended), *taps])] == [Felt.LEG]
    assert kept(taps) == []


def test_an_undone_credit_is_no_break() -> None:
    """Its ending is deleted like anything else, and could be brought back."""
    clock = FakeClock()
    ended = rest(clock, BreakOutcome.CREDITED, "locked")
    gone = [break_draft(ended), tombstone_draft(ended.id, clock.stamp())]
    assert kept(gone) == []
    assert kept([*gone, undelete_draft(ended.id, clock.stamp())]) == [ended]


def test_a_break_says_nothing_it_cannot_mean() -> None:
    """Negative lengths and unknown outcomes are refused; what a newer version says besides is let through."""
    body = break_draft(rest(FakeClock(), BreakOutcome.DONE, nudge=True)).body
    assert body["kind"] == BreakKind.NUDGE
    for wrong in ({"done_ms": -1}, {"outcome": "great"}, {"cadence": ""}):
        with pytest.raises(msgspec.ValidationError):
            msgspec.convert({**body, **wrong}, BODIES["break"])
    assert msgspec.convert({**body, "mood": "fine"}, BODIES["break"]) == msgspec.convert(body, BODIES["break"])
