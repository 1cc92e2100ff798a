"""Work in the background: the most urgent wish first, at the price it is worth, and nothing left behind."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from coach.clock import SystemClock
from coach.drivers.workshop import Job, Workshop
from coach.errors import DataError


@pytest.fixture
def workshop(qapp: QApplication) -> Iterator[Workshop]:
    """A workshop, closed afterwards."""
    made = Workshop(SystemClock())
    yield made
    made.close()
    made.deleteLater()


class Shelf:
    """Wants a list of things one after another, and keeps what it got."""

    def __init__(self, *wanted: Any, make: Callable[[Any], Any] = str, duty: float = 1.0) -> None:
        self.wanted, self.got, self.told = list(wanted), list[Any](), list[str]()
        self._make, self._duty = make, duty

    def wish(self) -> Job | None:
        """The next thing."""
        if not self.wanted:
            return None
        first = self.wanted[0]
        return Job(lambda: self._make(first), self._take, self._trouble, self._duty)

    def _take(self, made: Any) -> None:
        self.wanted.pop(0)
        self.got.append(made)

    def _trouble(self, sentence: str) -> None:
        self.wanted.pop(0)
        self.told.append(sentence)


def test_everything_wished_for_is_made_elsewhere_and_arrives_here(workshop: Workshop) -> None:
    """In order, made in another thread, delivered in this one."""
    shelf = Shelf(1, 2, 3, make=lambda number: (number, threading.get_ident()))
    workshop.serve(shelf.wish)
    workshop.settle()
    assert [number for number, _thread in shelf.got] == [1, 2, 3]
    assert threading.get_ident() not in {thread for _number, thread in shelf.got}
    assert workshop.idle


def test_the_first_asked_comes_first(workshop: Workshop) -> None:
    """What is put in front is made before what waited already."""
    order: list[str] = []
    late, early = Shelf("late", make=order.append), Shelf("early", make=order.append)
    workshop.serve(late.wish)
    workshop.serve(early.wish, first=True)
    workshop.settle()
    assert order == ["early", "late"]


def test_what_is_worth_most_comes_first(workshop: Workshop) -> None:
    """What is looked at now does not wait behind what only makes a movement finer, whoever came first."""
    order: list[str] = []
    finer, now = Shelf("finer", make=order.append, duty=0.9), Shelf("now", make=order.append)
    workshop.serve(now.wish)
    workshop.serve(finer.wish, first=True)
    workshop.settle()
    assert order == ["now", "finer"]


def test_a_wish_that_is_given_up_is_not_made(workshop: Workshop) -> None:
    """Somebody who left is not asked any more."""
    shelf = Shelf(1)
    workshop.serve(shelf.wish)
    workshop.leave(shelf.wish)
    workshop.settle()
    assert shelf.got == []


def test_expected_trouble_is_a_sentence(workshop: Workshop) -> None:
    """It goes to the one who wished, and the rest is made."""

    def make(number: int) -> int:
        if number == 1:
            raise DataError("No body is there.")
        return number

    shelf = Shelf(1, 2, make=make)
    workshop.serve(shelf.wish)
    workshop.settle()
    assert shelf.told == ["No body is there."]
    assert shelf.got == [2]


def test_a_bug_is_seen_and_not_tried_again(workshop: Workshop) -> None:
    """It is raised here, and the one who wished is told, so that the rest is made."""

    def make(number: int) -> int:
        if number == 1:
            raise ZeroDivisionError("division by zero")
        return number

    shelf = Shelf(1, 2, make=make)
    workshop.serve(shelf.wish)
    with pytest.raises(ZeroDivisionError):
        workshop.settle()
    workshop.settle()
    assert shelf.told == ["This cannot be drawn: division by zero."]
    assert shelf.got == [2]


def test_cheap_work_rests_in_between(workshop: Workshop) -> None:
    """With a tenth of a core, a piece of work begins no sooner than nine times its own length after the last."""
    clock, begun, ended = SystemClock(), list[int](), list[int]()

    def make(_number: int) -> None:
        begun.append(clock.now().awake_ns)
        while clock.now().awake_ns - begun[-1] < 4_000_000:
            pass
        ended.append(clock.now().awake_ns)

    shelf = Shelf(1, 2, 3, make=make, duty=0.1)
    workshop.serve(shelf.wish)
    workshop.wake()
    while shelf.wanted:
        QApplication.processEvents()
    rests = [(start - end) / 1e6 for end, start in zip(ended[:-1], begun[1:], strict=True)]
    assert all(rest > 30 for rest in rests), rests


def test_an_urgent_wish_breaks_a_rest(workshop: Workshop) -> None:
    """What is laid down in place of cheap work does not wait for its rest."""
    cheap = Shelf(1, 2, make=lambda _n: sum(range(200_000)), duty=0.001)
    workshop.serve(cheap.wish)
    workshop.wake()
    while not cheap.got:
        QApplication.processEvents()
    urgent = Shelf("now")
    workshop.serve(urgent.wish, first=True)
    workshop.wake()
    while not urgent.got:
        QApplication.processEvents()
    assert cheap.got == [19999900000]


def test_closing_ends_the_thread_and_delivers_nothing(workshop: Workshop) -> None:
    """After closing nobody is disturbed any more, and a wake does nothing."""
    shelf = Shelf(1)
    workshop.serve(shelf.wish)
    workshop.wake()
    workshop.close()
    QApplication.processEvents()
    workshop.wake()
    assert shelf.got == []
    assert all(thread.name != "workshop" for thread in threading.enumerate())


def test_what_comes_later_need_not_be_waited_for(workshop: Workshop) -> None:
    """Settling for what is needed now leaves cheap work to be done in its own time."""
    now, later = Shelf(1), Shelf(2, duty=0.1)
    workshop.serve(now.wish)
    workshop.serve(later.wish)
    workshop.settle(least=0.5)
    assert now.got == ["1"]
    assert later.got == []
    workshop.settle()
    assert later.got == ["2"]
