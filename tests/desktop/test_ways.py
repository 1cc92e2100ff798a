"""Ways in order of preference: the first that works, another when it dies, and from the first again."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from coach.desktop.polled import NothingToSeeError, Polled
from coach.desktop.sensors import About, Door
from coach.desktop.ways import AGAIN_S, Ended
from coach.ports.probe import Finding
from coach.ports.sensor import UNKNOWN, Sense


class HandWay:
    """A way that works, or says why not, when the test wants it."""

    def __init__(self, name: str, why: str = "") -> None:
        self.name, self.why = name, why
        self.opened = self.closed = 0
        self.tell: Callable[[Sense], None] = lambda _sense: None
        self.end: Ended = lambda _why: None

    def open(self, tell: Callable[[Sense], None], ended: Ended) -> None:
        self.opened += 1
        self.tell, self.end = tell, ended
        if self.why:
            ended(self.why)

    def close(self) -> None:
        self.closed += 1

    def words(self) -> str:
        return f"{self.name} tells"


_ABOUT = About(lambda: "thing", lambda: "nobody tells ({why})")


def _door(*groups: list[HandWay]) -> tuple[Door, list[Sense]]:
    door, seen = Door(_ABOUT, groups), list[Sense]()
    door.watch(seen.append)
    return door, seen


@pytest.mark.usefixtures("qapp")
def test_the_first_that_works() -> None:
    """Others are not asked; what is told again is not told on."""
    first, second, third = HandWay("a", "no a here"), HandWay("b"), HandWay("c")
    door, seen = _door([first, second, third])
    assert door.finding().sentence == "being looked for"
    second.tell(Sense(False))
    second.tell(Sense(False))
    second.tell(Sense(True, "mpv"))
    assert seen == [Sense(False), Sense(True, "mpv")]
    assert (door.sense(), third.opened) == (Sense(True, "mpv"), 0)
    assert door.finding() == Finding("thing", True, "b tells")
    door.close()
    assert (door.sense(), second.closed) == (UNKNOWN, 1)


@pytest.mark.usefixtures("qapp")
def test_nothing_works() -> None:
    """It is not known, which is told once; each reason once; they are asked again later, ever more seldom."""
    ways = [HandWay("a", "no bus"), HandWay("b", "no bus"), HandWay("c", "no card")]
    door, seen = _door(list(ways))
    assert seen == [UNKNOWN]
    assert door.finding() == Finding("thing", False, "nobody tells (no bus; no card)")
    again = door._groups[0]._again
    waited = []
    for _time in range(6):
        waited.append(again.interval() // 1000)
        again.timeout.emit()
    assert waited == [*AGAIN_S, AGAIN_S[-1]]
    assert (seen, ways[2].opened) == ([UNKNOWN], 7)
    door.close()
    assert not again.isActive()


@pytest.mark.usefixtures("qapp")
def test_what_dies_comes_back() -> None:
    """It is not known meanwhile; the first is asked first again; news of a way that is left behind are not heard."""
    first, second = HandWay("a", "not yet"), HandWay("b")
    door, seen = _door([first, second])
    second.tell(Sense(True))
    second.end("stopped")
    assert (seen, door.finding().sentence) == ([Sense(True), UNKNOWN], "nobody tells (not yet; stopped)")
    late, first.why = second.tell, ""
    door._groups[0]._again.timeout.emit()
    first.tell(Sense(False))
    late(Sense(True))
    assert seen == [Sense(True), UNKNOWN, Sense(False)]
    assert door.finding().sentence == "a tells"
    door.close()


@pytest.mark.usefixtures("qapp")
def test_several_that_count() -> None:
    """It is so as soon as one says it; one that is unknown does not hide what the other knows."""
    desktop, system = HandWay("desktop"), HandWay("system")
    door, seen = _door([desktop], [system])
    desktop.tell(Sense(False))
    assert seen == []
    system.tell(Sense(False))
    desktop.tell(Sense(True))
    system.tell(Sense(True, "mpv"))
    desktop.tell(Sense(False))
    system.end("stopped")
    assert seen == [Sense(False), Sense(True), Sense(True, "mpv"), Sense(False)]
    assert door.finding().sentence == "desktop tells"
    desktop.end("stopped")
    assert seen[-1] == UNKNOWN
    door.close()


@pytest.mark.usefixtures("qapp")
def test_a_system_that_has_no_way_at_all() -> None:
    """It says so, and does not leave anybody waiting."""
    door, seen = _door()
    assert seen == [UNKNOWN]
    assert door.finding().sentence == "nobody tells (this system does not tell it)"
    assert Door(_ABOUT, [[HandWay("a")]]).finding().sentence == "nobody tells (not looked for yet)"


def test_what_only_answers(qapp: QApplication) -> None:
    """Asked at once, then every few seconds; told only what changed; one that fails says why."""
    now, seen, ended = [Sense(False)], list[Sense](), list[str]()

    def look() -> Sense:
        if not now:
            raise NothingToSeeError("no more")
        return now[0]

    way = Polled(look, lambda: "asked", qapp)
    way.open(seen.append, ended.append)
    way.look()
    now[0] = Sense(True)
    way.look()
    assert (seen, way._timer.interval()) == ([Sense(False), Sense(True)], 5_000)
    now.clear()
    way.look()
    assert (ended, way._timer.isActive()) == (["no more"], False)
    Polled(_fail, lambda: "asked", qapp).open(seen.append, ended.append)
    assert ended == ["no more", "the system does not say"]


def _fail() -> Sense:
    raise OSError(5, "a technical word")
