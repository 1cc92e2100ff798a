"""A break waits for the hands: it begins when they rest, and never counts what somebody typed through."""

from __future__ import annotations

from coach.app.break_hands import Hands, Wish
from coach.session.state import Phase


def looked(hands: Hands, idle_s: float | None, phase: Phase, *, here: bool = False, times: int = 1) -> list[Wish]:
    return [hands.look(idle_s, phase, here=here) for _time in range(times)]


def test_it_begins_when_the_hands_rest_and_it_has_been_seen() -> None:
    """Not at once, even where they rest already; not while they type."""
    hands = Hands()
    assert set(looked(hands, 0.0, Phase.READY, times=20)) == {Wish.NOTHING}
    assert looked(hands, 3.0, Phase.READY) == [Wish.BEGIN]
    hands.open()
    assert looked(hands, 60.0, Phase.READY, times=6) == [*[Wish.NOTHING] * 5, Wish.BEGIN]


def test_it_waits_for_whoever_works_on_elsewhere() -> None:
    """After a moment of grace, and only where another window has the keyboard."""
    hands = Hands()
    assert set(looked(hands, 0.0, Phase.RUNNING, times=11)) == {Wish.NOTHING}
    assert looked(hands, 0.0, Phase.RUNNING, here=True) == [Wish.NOTHING]
    assert looked(hands, 0.0, Phase.RUNNING) == [Wish.WAIT]
    assert looked(hands, 1.0, Phase.PAUSED) == [Wish.NOTHING]
    assert looked(hands, 3.5, Phase.PAUSED) == [Wish.GO_ON]


def test_a_pause_of_the_person_stays_one() -> None:
    """What they paused themselves does not go on by itself."""
    hands = Hands()
    assert set(looked(hands, 60.0, Phase.PAUSED, times=30)) == {Wish.NOTHING}
    looked(hands, 0.0, Phase.RUNNING, times=12)
    looked(hands, 0.0, Phase.RUNNING)  # it waits
    looked(hands, 5.0, Phase.RUNNING)  # and goes on
    assert looked(hands, 60.0, Phase.PAUSED) == [Wish.NOTHING]


def test_where_nothing_tells_nothing_happens_by_itself() -> None:
    """A desktop that does not tell about the hands begins and pauses nothing."""
    hands = Hands()
    for phase in (Phase.READY, Phase.RUNNING, Phase.PAUSED):
        assert set(looked(hands, None, phase, times=30)) == {Wish.NOTHING}
