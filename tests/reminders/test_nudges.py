"""What a nudge says."""

from __future__ import annotations

from coach.content.load_library import load_library
from coach.content.vocabulary import BreakKind, BreakOutcome
from coach.reminders.nudges import nudge_for
from coach.resources import assets
from coach.settings.breaks import NUDGE, Breaks, Cadence
from tests.fakes import FakeClock
from tests.journal.samples import rest

_POSTURE = Breaks().cadences[0]


def test_five_nudges_take_turns() -> None:
    """Feet, hips, lumbar support, screen height, stand up: each once before the first comes again."""
    clock = FakeClock()
    breaks = tuple(rest(clock, BreakOutcome.EXPIRED, nudge=True) for _turn in range(6))
    said = [nudge_for(BreakKind.NUDGE, _POSTURE, breaks[:number]) for number in range(6)]
    assert [nudge.key for nudge in said] == ["feet", "hips", "lumbar", "screen", "stand-up", "feet"]
    assert _POSTURE.key == NUDGE


def test_each_has_a_small_figure_there_is() -> None:
    """Its figure is one of the content."""
    figures = load_library(assets()).figures
    clock = FakeClock()
    breaks = tuple(rest(clock, BreakOutcome.DONE, nudge=True) for _turn in range(5))
    found = [nudge_for(BreakKind.NUDGE, _POSTURE, breaks[:number]) for number in range(5)]
    found.append(nudge_for(BreakKind.STAND, None, ()))
    assert {nudge.figure for nudge in found} <= set(figures)
    assert all(nudge.text.endswith(".") for nudge in found)


def test_an_own_reminder_says_the_persons_words() -> None:
    """Its text, else its name, else a plain sentence; movement breaks of the journal do not count as nudges."""
    own = Cadence(key="water", moves=False, every_min=45, length_s=20, name="Water", text="Drink something.")
    assert nudge_for(BreakKind.NUDGE, own, ()).text == "Drink something."
    bare = Cadence(key="water", moves=False, every_min=45, length_s=20)
    assert nudge_for(BreakKind.NUDGE, bare, ()).text == "A reminder of your own."
    moved = (rest(FakeClock(), BreakOutcome.DONE),)
    assert nudge_for(BreakKind.NUDGE, _POSTURE, moved).key == "feet"
