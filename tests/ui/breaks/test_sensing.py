"""What the desk tells, in words."""

from __future__ import annotations

import pytest

from coach.ports.busy import BusyKind
from coach.ports.desk import Doors
from coach.ports.probe import Finding
from coach.reminders.sight import Busy
from coach.ui.breaks.sensing import Seen, not_looked, sensed_of
from tests.fake_desk import FakeDesk


@pytest.fixture
def desk() -> FakeDesk:
    """Return a desk that somebody watches."""
    made = FakeDesk()
    for door in (made.lock, *made.busy.values()):
        door.watch(lambda _sense: None)
    return made


def _words(doors: Doors) -> dict[str, tuple[Seen, str]]:
    return {one.key: (one.seen, one.words) for one in sensed_of(doors)}


def test_a_person_at_a_quiet_desk(desk: FakeDesk) -> None:
    """We see that they are here; nothing else is so."""
    told = _words(desk.doors)
    assert told["here"] == (Seen.YES, "yes")
    assert told["lock"] == (Seen.NO, "no")
    assert told["sleep"] == (Seen.NOTICED, "noticed when it happens")
    assert {told[kind.value] for kind in BusyKind} == {(Seen.NO, "no")}
    assert {one.how for one in sensed_of(desk.doors)} == {"The test tells."}


@pytest.mark.parametrize(
    ("idle_s", "words"),
    [(20.0, "yes"), (40.0, "yes, nothing touched for 40 s"), (400.0, "no, nothing touched for 6 min")],
)
def test_hands_away_are_seen(desk: FakeDesk, idle_s: float, words: str) -> None:
    """After half a minute it says so, after five minutes that nobody is there."""
    desk.idle.set(idle_s)
    assert _words(desk.doors)["here"][1] == words


def test_who_listens_is_named(desk: FakeDesk) -> None:
    """The program is named where it is known."""
    desk.busy[BusyKind.MICROPHONE].set(True, "Firefox")
    desk.busy[BusyKind.SCREEN].set(True)
    told = _words(desk.doors)
    assert told["microphone"] == (Seen.YES, "yes, by Firefox")
    assert told["inhibitor"] == (Seen.YES, "yes")


def test_what_cannot_be_told_says_so(desk: FakeDesk) -> None:
    """Nothing is guessed, and why stands beside it."""
    desk.idle.set(None)
    desk.busy[BusyKind.FULL_SCREEN].set(None)
    told = _words(desk.doors)
    assert told["here"] == (Seen.IMPOSSIBLE, "not possible here")
    assert told["full-screen"] == (Seen.IMPOSSIBLE, "not possible here")


def test_doors_that_were_just_opened_are_being_looked_for() -> None:
    """A door that works and has not told yet is not impossible."""
    assert _words(FakeDesk().doors)["microphone"] == (Seen.LOOKING, "being looked for")


def test_a_door_that_still_looks_is_not_impossible(desk: FakeDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says so once, and not twice."""
    desk.lock.set(None)
    monkeypatch.setattr(desk.lock, "finding", lambda: Finding("screen lock", False, "being looked for", looking=True))
    lock = next(one for one in sensed_of(desk.doors) if one.key == "lock")
    assert (lock.seen, lock.words, lock.how) == (Seen.LOOKING, "being looked for", "")


def test_the_same_things_stand_there_while_nobody_looks() -> None:
    """In the same order, and each kind of being busy among them."""
    assert [one.key for one in not_looked()] == [one.key for one in sensed_of(FakeDesk().doors)]
    assert {kind.value for kind in BusyKind} == {kind.value for kind in Busy} - {"meeting"}
