"""Several ways of being told one thing: the first that works here is used, and what has died is tried again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, QTimer

_Value = TypeVar("_Value")
_Seen_co = TypeVar("_Seen_co", covariant=True)

#: Told why a way cannot be had, at once or when it has died.
Ended = Callable[[str], None]

#: So long until the ways are tried again, each time longer: a desktop that starts anew is back in seconds, and one that
#: has none of them is not asked for ever.
AGAIN_S: Final = (2, 5, 15, 60, 300)


class Way(Protocol[_Seen_co]):
    """One way of being told. It is in use from the first value it tells until it ends."""

    def open(self, tell: Callable[[_Seen_co], None], ended: Ended) -> None:
        """Begin. `tell` gets what is so now, then each change; `ended`, once, why it is not possible here (any more)."""
        ...

    def close(self) -> None:
        """Stop; nothing is told any more, and `open` may come again."""
        ...

    def words(self) -> str:
        """Say in one sentence how it is seen."""
        ...


class FirstOf(Generic[_Value]):
    """Uses one way at a time. `Way[...]`s are tried in turn, and from the first again when the one in use has died."""

    def __init__(self, ways: Sequence[Way[_Value]], parent: QObject | None = None) -> None:
        self._ways: Sequence[Way[_Value]] = ways
        self._tell: Callable[[_Value], None] = lambda _value: None
        self._unknown: Callable[[], None] = lambda: None
        self._number = -1  # of the way that is tried or used
        self._works = False
        self._reasons: list[str] = []
        self._tries = 0
        self._again = QTimer(parent)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self._begin)

    @property
    def reasons(self) -> str:
        """Why none works, each reason once; as the last time they were tried."""
        return "; ".join(dict.fromkeys(reason for reason in self._reasons if reason))

    @property
    def in_use(self) -> Way[_Value] | None:
        """The way that tells now, None while none does."""
        return self._ways[self._number] if self._works else None

    def settled(self) -> bool:
        """Whether it is known which way works, or that none does."""
        return self._works or self._number < 0

    def open(self, tell: Callable[[_Value], None], unknown: Callable[[], None]) -> None:
        """Begin; `unknown` comes when nothing can be told (any more)."""
        self.close()
        self._tell, self._unknown = tell, unknown
        self._tries = 0
        self._begin()

    def close(self) -> None:
        """Stop."""
        self._again.stop()
        number, self._number, self._works = self._number, -1, False
        if number >= 0:
            self._ways[number].close()

    def _begin(self) -> None:
        self._reasons = []
        self._try(0)

    def _try(self, number: int) -> None:
        if number == len(self._ways):
            self._number = -1
            self._later()
            return
        self._number = number
        self._ways[number].open(lambda value: self._told(number, value), lambda why: self._ended(number, why))

    def _told(self, number: int, value: _Value) -> None:
        if number == self._number:
            self._works, self._tries = True, 0
            self._tell(value)

    def _ended(self, number: int, why: str) -> None:
        if number != self._number:
            return
        worked, self._works = self._works, False
        self._ways[number].close()
        self._reasons.append(why)
        if worked:
            self._number = -1
            self._later()  # not at once: what has died takes a moment to be there again
        else:
            self._try(number + 1)

    def _later(self) -> None:
        self._again.start(AGAIN_S[min(self._tries, len(AGAIN_S) - 1)] * 1000)
        self._tries += 1
        self._unknown()
