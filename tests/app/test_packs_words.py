"""What is said about packs that alternate; what others may read says nothing of it."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from msgspec.structs import replace

from coach.app.packs_words import (
    ENDINGS,
    Running,
    due_notice,
    ending_words,
    sentence,
    tray_notice,
    tray_state,
    urgent_notice,
    wait_words,
)
from coach.clock import stamp_of
from coach.content.vocabulary import Mode
from coach.session import alternating
from coach.session.resting import Ending, Rest

_NOW = stamp_of(datetime(2026, 5, 4, 13, 8, tzinfo=timezone(timedelta(hours=2))), "Europe/Berlin")
_POINT = alternating.begin("session")


def _running(rest: Rest, left_min: float = 72, held: str = "") -> Running:
    point = replace(_POINT, rest=rest, held=held)
    return Running("Alternating packs", point, Mode.COLD, round(left_min * 60_000), _NOW)


@pytest.mark.parametrize(
    ("ms", "words"),
    [
        (0, "1 minute"),
        (59_001, "1 minute"),
        (60_001, "2 minutes"),
        (3_600_000, "1 hour"),
        (3_600_001, "1 h 1 min"),
        (7_200_000, "2 hours"),
    ],
)
def test_waits_are_rounded_up(ms: int, words: str) -> None:
    """It is never sooner than was said."""
    assert wait_words(ms) == words


def test_the_line_in_the_window() -> None:
    """When the next one is, or why it has to wait, or that it is time."""
    assert sentence(_running(Rest.OFF)) == "Alternating packs: the cold pack is next, at 14:20 (in 1 h 12 min)."
    held = sentence(_running(Rest.OFF, 0, "Cold was on your calf until 13:00. Leave 2 hours: from 15:00."))
    assert held.startswith("Alternating packs: the cold pack is next. Cold was on your calf")
    assert sentence(_running(Rest.DUE)) == "Alternating packs: time for the cold pack. It goes on when you say so."


def test_what_others_may_read_says_nothing_of_it() -> None:
    """Tray and messages: no pack, no heat, no body."""
    seen = [tray_state(_running(rest)) for rest in (Rest.OFF, Rest.DUE, Rest.PACK)]
    texts = [entry.words for state in seen for entry in state.entries] + [state.tip for state in seen]
    for notice in (due_notice(), urgent_notice(), tray_notice()):
        texts += [notice.title, notice.text, *(words for _key, words in notice.actions)]
    assert "Limber: next step in 1 h 12 min" in texts
    assert not any(word in text.lower() for text in texts for word in ("pack", "heat", "cold", "skin"))


def test_every_end_has_its_sentence() -> None:
    """Nothing ends without a word."""
    assert set(ENDINGS) == set(Ending)
    assert all(ending_words("Alternating packs", ending).startswith("Alternating packs") for ending in Ending)
